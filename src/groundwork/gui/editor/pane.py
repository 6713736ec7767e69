"""The pane in which the files of the current example are read and changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.editor.caption import Caption, CaptionLine
from groundwork.gui.editor.code_editor import CodeEditor
from groundwork.gui.editor.documents import Documents, FileAddress
from groundwork.gui.editor.file_tabs import FileTabs
from groundwork.gui.editor.lines import bytes_of_text
from groundwork.gui.editor.notice import Notice
from groundwork.gui.editor.replacing import Replacement
from groundwork.gui.editor.sentences import library_sentence, long_line_sentence, shadowing_sentence
from groundwork.packs.addresses import ExampleAddress


class EditorPane(QWidget):
    """Shows one example at a time; what was done in the others is kept until they come back.

    Files of libraries can be open beside those of the example, to be read until they are closed or
    another example is shown.

    Lines count from 1 and columns from 0. Of the examples and files that are named in calls, all
    must have been opened before.

    Signals:
        text_changed: the text of a file is another; its example and its name.
        file_selected: the learner went to another file of the example.
        file_shown: another file is in the editor, or another example.
        cursor_moved: line and column of the cursor.
        reset_requested: the learner wants this example as it was written.
        zoom_requested: steps to larger text, negative to smaller; 0 to the usual size.

    Raises:
        QScintillaMissingError: QScintilla cannot be loaded.
    """

    text_changed = Signal(object, str)
    file_selected = Signal(str)
    file_shown = Signal()
    cursor_moved = Signal(int, int)
    reset_requested = Signal(object)
    zoom_requested = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption_line = CaptionLine(appearance)
        self._tabs = FileTabs(appearance, self)
        self._notice = Notice(appearance, self)
        self._editor = CodeEditor(appearance, self)
        self._empty = _empty_state()
        self._documents = Documents(self._editor.view)
        self._originals: dict[FileAddress, bytes] = {}
        self._example: ExampleAddress | None = None
        self._caption = Caption()
        self._long_lines: dict[FileAddress, str] = {}
        self._is_read_only = False
        self._marked: set[FileAddress] = set()
        self._names: tuple[str, ...] = ()
        self._current, self._left_at = "", (1, 0)
        _stack(self, self._caption_line, self._tabs, self._notice, self._editor, self._empty)
        self.setFocusProxy(self._editor)
        self._show_emptiness(is_empty=True)
        self._connect()

    @property
    def example(self) -> ExampleAddress | None:
        """The example that is shown; None before the first."""
        return self._example

    @property
    def code(self) -> CodeEditor:
        """The editor of the pane."""
        return self._editor

    @property
    def caption(self) -> Caption:
        """The titles of the example that is shown, and of its lesson."""
        return self._caption

    @property
    def current(self) -> str:
        """The name of the example's file that is shown, or was before a library's; or empty."""
        return self._current

    @property
    def library_file(self) -> str:
        """The whole path of the library's file that is shown; empty while none is."""
        shown = self._documents.shown
        return shown.name if shown and shown.example is None else ""

    def open_example(
        self,
        address: ExampleAddress,
        caption: Caption,
        files: Mapping[str, str],
        originals: Mapping[str, str],
        current: str,
    ) -> None:
        """Show the files of an example, the one named `current` first.

        A file that was shown before comes back as it was left. Where its text is not the one given,
        the given one is put in, which can be undone.
        """
        self._example, self._caption, self._names = address, caption, tuple(files)
        self._caption_line.tell(caption)
        for name, text in files.items():
            self._take(FileAddress(address, name), text, originals.get(name))
        opened = self._tabs.library_files
        self._tabs.set_files(self._names, current)
        self._show_emptiness(is_empty=False)
        self._show(FileAddress(address, current))
        for path in opened:
            self._documents.remove(FileAddress(None, path))
        for name in self._names:
            self._show_whether_changed(FileAddress(address, name))

    def open_library_file(self, path: str, text: str) -> None:
        """Show a file that can only be read, in a tab of its own; as it was left if it is open."""
        file = FileAddress(None, path)
        if file not in self._documents:
            self._documents.add(file, text)
            self._tabs.add_library_file(path)
        self._tabs.select(path)
        self._show(file)

    def close_library_file(self, path: str) -> None:
        """Take the tab of a library's file away."""
        file = FileAddress(None, path)
        if file == self._documents.shown:
            self._show(FileAddress(self._example, self._current))
        self._tabs.remove_library_file(path)
        self._tabs.select(self.library_file or self._current)
        self._documents.remove(file)

    def text_of(self, address: ExampleAddress, name: str) -> str:
        """What stands in a file, of this example or of one opened before."""
        return self._documents.text(FileAddress(address, name))

    def texts(self) -> dict[str, str]:
        """What stands in the files of the example that is shown, by their names."""
        if self._example is None:
            return {}
        return {name: self.text_of(self._example, name) for name in self._names}

    def replace_text(self, address: ExampleAddress, name: str, text: str) -> None:
        """Put another text into a file that was opened, as one step that can be undone."""
        file = FileAddress(address, name)
        if not self._documents.has(file):
            return
        is_shown, before = file == self._documents.shown, self._documents.text(file)
        self._documents.replace_text(file, text)
        if not is_shown and before != self._documents.text(file):
            self._on_file_text_changed(file)

    def replace_words(self, replacements: Mapping[str, Sequence[Replacement]]) -> bool:
        """Put words into the place of others in files of this example, one step to undo in each.

        Where one of the files cannot be changed, none is; whether they were.
        """
        files = {FileAddress(self._example, name): each for name, each in replacements.items()}
        if self._is_read_only or any(self._long_lines[file] for file in files):
            return False
        for file, each in files.items():
            self._documents.replace_words(file, each)
            if file != self._documents.shown:
                self._on_file_text_changed(file)
        return True

    def go_to(self, name: str, line: int, column: int = 0) -> None:
        """Show the file with the cursor there, or at the nearest place there is."""
        if name != self._current or self.library_file:
            self._tabs.select(name)
            self._on_tabs_file_selected(name)
        self._editor.go_to(line, column)

    def cursor_place(self) -> tuple[int, int]:
        """Line and column of the cursor in the example's file `current`."""
        return self._left_at if self.library_file else self._editor.cursor_place()

    def mark_error(self, name: str, line: int, sentence: str) -> None:
        """Mark a line of the example that is shown, until the text of the file changes."""
        if self._example is not None:
            file = FileAddress(self._example, name)
            self._marked.add(file)
            with self._documents.visited(file):
                self._editor.mark_error(line, sentence)

    def clear_errors(self) -> None:
        """Take the marks of errors out of all files."""
        while self._marked:
            with self._documents.visited(self._marked.pop()):
                self._editor.clear_errors()

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Let the files be read only, or changed too."""
        self._is_read_only = is_read_only
        if self._documents.shown:
            self._apply_read_only(self._documents.shown)

    def _take(self, file: FileAddress, text: str, original: str | None) -> None:
        if original is not None:
            self._originals[file] = bytes_of_text(original)
        if file not in self._documents:
            self._documents.add(file, text)
            self._long_lines[file] = long_line_sentence(text)
        elif self._documents.text(file) != text:
            self._documents.replace_text(file, text)

    def _show(self, file: FileAddress) -> None:
        if file.example is not None:
            self._current = file.name
            sentences = [shadowing_sentence(file.name), self._long_lines[file]]
        else:
            self._left_at = self.cursor_place()
            sentences = [library_sentence(file.name)]
        self._documents.show(file)
        self._apply_read_only(file)
        self._editor.document_shown()
        self._notice.tell(" ".join(filter(None, sentences)), is_warning=file.example is not None)
        owner = self._caption.example if file.example else "a library"
        self._editor.view.area.setAccessibleName(f"Code of {owner}, {file.name}")
        self.file_shown.emit()

    def _apply_read_only(self, file: FileAddress) -> None:
        is_fixed = self._is_read_only or file.example is None or bool(self._long_lines[file])
        self._editor.set_read_only(is_read_only=is_fixed)

    def _show_emptiness(self, *, is_empty: bool) -> None:
        self._empty.setVisible(is_empty)
        for widget in (self._caption_line, self._tabs, self._editor):
            widget.setVisible(not is_empty)

    def _show_whether_changed(self, file: FileAddress) -> None:
        if file.example == self._example:
            is_changed = self._documents.differs(file, self._originals.get(file))
            self._tabs.set_changed(file.name, is_changed=is_changed)

    def _connect(self) -> None:
        self._tabs.file_selected.connect(self._on_tabs_file_selected)
        self._tabs.reset_requested.connect(lambda: self.reset_requested.emit(self._example))
        self._tabs.copy_requested.connect(self._on_tabs_copy_requested)
        self._tabs.close_requested.connect(self.close_library_file)
        self._editor.text_changed.connect(self._on_editor_text_changed)
        self._editor.cursor_moved.connect(self.cursor_moved)
        self._editor.file_step_requested.connect(self._tabs.step)
        self._editor.zoom_requested.connect(self.zoom_requested)

    def _on_tabs_file_selected(self, name: str) -> None:
        is_library = name not in self._names
        self._show(FileAddress(None if is_library else self._example, name))
        if not is_library:
            self.file_selected.emit(name)

    def _on_tabs_copy_requested(self) -> None:
        if self._documents.shown:
            QGuiApplication.clipboard().setText(self._documents.text(self._documents.shown))
            self._tabs.confirm_copy()

    def _on_editor_text_changed(self) -> None:
        if self._documents.shown:
            self._on_file_text_changed(self._documents.shown)

    def _on_file_text_changed(self, file: FileAddress) -> None:
        self._show_whether_changed(file)
        self.text_changed.emit(file.example, file.name)


def _stack(pane: QWidget, *widgets: QWidget) -> None:
    """Put the widgets of a pane below one another; the last two take what room there is."""
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget, 1 if widget in widgets[-2:] else 0)


def _empty_state() -> QWidget:
    title, text = QLabel("No example is open"), QLabel("Open an example to see its code here.")
    title.setProperty("role", "title")
    text.setProperty("role", "muted")
    place = QWidget()
    place.setStyleSheet("QLabel { qproperty-alignment: AlignCenter; }")
    column = QVBoxLayout(place)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(8)
    column.addStretch(2)
    for label in (title, text):
        label.setWordWrap(True)
        column.addWidget(label)
    column.addStretch(3)
    return place
