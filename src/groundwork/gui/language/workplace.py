"""What every part of code intelligence shares: the editor, the file in it, and whom to ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, QTimer, Signal

from groundwork.aids import COMPLETION as COMPLETION  # noqa: PLC0414 - passed on
from groundwork.aids import PROBLEMS as PROBLEMS  # noqa: PLC0414 - passed on
from groundwork.gui.appearance import Appearance
from groundwork.gui.editor.code_editor import CodeEditor
from groundwork.gui.editor.languages import is_python
from groundwork.gui.editor.lines import whole_text
from groundwork.gui.editor.pane import EditorPane
from groundwork.gui.editor.scintilla import Message, Scintilla
from groundwork.gui.language.worker import LanguageWorker
from groundwork.language.protocol import Answer, Question, Source

LARGEST_TEXT = 300_000
"""Bytes of a file beyond which nobody looks at it while it is written: it would take too long."""

_AT_THE_LATEST = 20
"""Milliseconds after which a change is told that was not painted, or did not move the cursor."""

_NO_REASONS: Mapping[str, str] = MappingProxyType({})


class Workplace(QObject):
    """The place of the learner in the code, and the worker to ask about it.

    What a key did is told once it has been painted, in the order of the first three signals:
    nobody is kept waiting for a letter. Before a key that types nothing is answered, all of it is
    told. Who must know earlier asks for `revision`.

    Signals:
        text_changed: the text of the file is another.
        typed: the characters that were typed, most often one.
        cursor_moved: line and column of the cursor.
        file_shown: another file is in the editor, or another example.
        allowed_changed: something was switched off, or on again, or for another reason.
        told: a sentence for the status line, to be seen until the text is another.
    """

    text_changed = Signal()
    typed = Signal(str)
    cursor_moved = Signal(int, int)
    file_shown = Signal()
    allowed_changed = Signal()
    told = Signal(str)

    def __init__(
        self,
        pane: EditorPane,
        worker: LanguageWorker,
        appearance: Appearance,
        folder: Callable[[], Path],
    ) -> None:
        """`folder` tells where the files of the example in the editor lie.

        `taught` are the first words of the statements that lessons have shown so far.
        """
        super().__init__(pane)
        self.pane = pane
        self.worker = worker
        self.appearance = appearance
        self.allowed = frozenset({COMPLETION, PROBLEMS})
        self._reasons = _NO_REASONS
        self.lesson_names: tuple[str, ...] = ()
        self.taught: tuple[str, ...] = ()
        self._folder = folder
        self._revision = self._told_revision = 0
        self._place = self._told_place = (0, 0)
        self._typed = ""
        self._painted = QTimer(self, singleShot=True)
        self._painted.timeout.connect(self.catch_up)
        pane.code.text_changed.connect(self._on_code_text_changed)
        pane.code.view.character_added.connect(self._on_view_character_added)
        pane.code.keys.commanded.connect(self.catch_up)
        pane.cursor_moved.connect(self._on_pane_cursor_moved)
        pane.file_shown.connect(self._on_pane_file_shown)

    @property
    def revision(self) -> int:
        """Counts the texts that were in the editor: another number, another text or file."""
        return self._revision

    @property
    def code(self) -> CodeEditor:
        """The editor."""
        return self.pane.code

    @property
    def view(self) -> Scintilla:
        """The text of the editor."""
        return self.pane.code.view

    @property
    def folder(self) -> Path:
        """Where the files of the example in the editor lie."""
        return self._folder()

    def set_allowed(
        self, allowed: frozenset[str], reasons: Mapping[str, str] = _NO_REASONS
    ) -> None:
        """From now on this is switched on, and nothing else; `reasons` are sentences about that."""
        if (allowed, reasons) != (self.allowed, self._reasons):
            self.allowed, self._reasons = allowed, reasons
            self.allowed_changed.emit()

    def why(self, aid: str) -> str:
        """The sentence for the learner that says why COMPLETION or PROBLEMS is off; else empty."""
        return self._reasons.get(aid, "")

    def source(self) -> Source | None:
        """The example's file in the editor; None where it is no Python or too long to look at.

        It is also None while a library's file is shown: nothing that is written helps there.
        """
        is_short = self.view.send(Message.GETLENGTH) <= LARGEST_TEXT
        return self.read() if is_short and not self.pane.library_file else None

    def read(self) -> Source | None:
        """The file in the editor, be it a library's and of any length; None if it is no Python."""
        pane = self.pane
        name = pane.library_file or pane.current
        if pane.example is None or not is_python(name):
            return None
        return Source(str(self._folder()), name, whole_text(self.view))

    def others(self) -> tuple[Source, ...]:
        """The other Python files of the example as they stand in the editor."""
        folder = str(self._folder())
        return tuple(
            Source(folder, name, text)
            for name, text in self.pane.texts().items()
            if name != self.pane.current and is_python(name) and len(text) <= LARGEST_TEXT
        )

    def ask(self, question: Question, answered: Callable[[Answer], None]) -> None:
        """Ask about the text as it is now; nobody is called back once it is another."""
        revision = self._revision

        def tell(answer: Answer) -> None:
            if self._revision == revision:
                answered(answer)

        self.worker.ask(question, tell)

    def tell(self, sentence: str) -> None:
        """Say something in the status line, about the text as it is now."""
        self.catch_up()  # or what is told is taken for one about an earlier text
        self.told.emit(sentence)

    def catch_up(self) -> None:
        """Tell at once what has happened and was not told yet."""
        self._painted.stop()
        typed, self._typed = self._typed, ""
        if self._told_revision != self._revision:
            self._told_revision = self._revision
            self.text_changed.emit()
        if typed:
            self.typed.emit(typed)
        if self._told_place != self._place:
            self._told_place = self._place
            self.cursor_moved.emit(*self._place)

    def _on_code_text_changed(self) -> None:
        self._revision += 1
        self._painted.start(_AT_THE_LATEST)

    def _on_view_character_added(self, character: int) -> None:
        self._typed += chr(character)

    def _on_pane_cursor_moved(self, line: int, column: int) -> None:
        """The editor says so while it is painted: right after that is the time to tell."""
        self._place = line, column
        self._painted.start(0)

    def _on_pane_file_shown(self) -> None:
        self._revision += 1
        self._told_revision, self._told_place, self._typed = self._revision, (0, 0), ""
        self.file_shown.emit()
