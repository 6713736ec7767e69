"""An example of the page: its code to read, with buttons to run it and to change it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QTabBar, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.page.block_view import Panel
from groundwork.gui.page.changed_note import ChangedNote
from groundwork.gui.page.code_view import CodeView
from groundwork.gui.page.example_heading import ExampleHeading
from groundwork.gui.page.example_title import shown_title
from groundwork.gui.page.highlight import language_of
from groundwork.gui.page.panel import Ground, paint_ground
from groundwork.packs.model import Example, SourceFile

_PADDING = 16
_GAP = 8
_TAB_PADDING = 12
_EDGE = 4
_CODE_GAP = 12
_BAR_GAP = 4


class ExampleCard(Panel):
    """One example on its own sheet.

    Signals:
        run_requested: the Example is to be run.
        stop_requested: the running example is to be stopped.
        open_requested: the Example is to be shown in the editor.
        reset_requested: the learner wants the Example as it stands here instead of their own.
    """

    run_requested = Signal(object)
    stop_requested = Signal()
    open_requested = Signal(object)
    reset_requested = Signal(object)

    def __init__(self, example: Example, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self.example = example
        self._is_running = False
        self._is_current = False
        self._note: ChangedNote | None = None
        self._rule = 0
        self._heading = ExampleHeading(example, lambda: self._shown_file().text, appearance, self)
        self._heading.run_pressed.connect(self._on_heading_run_pressed)
        self._heading.open_pressed.connect(lambda: self.open_requested.emit(example))
        self._tabs = _FileTabs(example, self) if len(example.files) > 1 else None
        if self._tabs is not None:
            self._tabs.currentChanged.connect(self._on_tabs_current_changed)
        self._code = CodeView(appearance, _PADDING - 1, self)
        self._code.cursor_moved.connect(self._on_code_cursor_moved)
        self._show_file()
        self.setAccessibleName(f"Example: {shown_title(example)}, {_names(example)}")

    def set_running(self, *, is_running: bool) -> None:
        """Show whether the example runs: then it can be stopped."""
        self._is_running = is_running
        self._heading.set_running(is_running=is_running)

    def set_changed(self, *, is_changed: bool) -> None:
        """Say whether the learner's draft differs from what stands here."""
        if is_changed == (self._note is not None):
            return
        if self._note is None:
            self._note = ChangedNote(self.example, self.appearance, self)
            self._note.reset_pressed.connect(lambda: self.reset_requested.emit(self.example))
            self._note.show()
        else:
            self._note.hide()
            self._note.deleteLater()
            self._note = None
        self.refit_requested.emit()

    def set_current(self, *, is_current: bool) -> None:
        """Show whether this is the example in the editor."""
        if is_current != self._is_current:
            self._is_current = is_current
            self.update()

    def fit(self, width: int) -> int:
        """Place what there is from the heading to the code; returns the height of the card."""
        inner = width - 2 * _PADDING
        top = _GAP
        height = self._heading.fit(inner)
        self._heading.setGeometry(_PADDING, top, inner, height)
        top += height + _GAP
        if self._note is not None:
            height = self._note.fit(inner)
            self._note.setGeometry(_PADDING, top, inner, height)
            top += height + _GAP // 2
        if self._tabs is not None:
            height = self._tabs.sizeHint().height()
            self._tabs.setGeometry(_PADDING - _TAB_PADDING, top, inner + _TAB_PADDING, height)
            top += height
        self._rule = top
        top += _CODE_GAP
        height = self._code.fit(width - 2)
        self._code.setGeometry(1, top, width - 2, height)
        return top + height + (_BAR_GAP if self._code.is_wide else _CODE_GAP)

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        self._heading.restyle()
        if self._note is not None:
            self._note.restyle()
        self._code.restyle()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet, the line below the heading, and the edge of the current example."""
        del event
        theme = self.appearance.theme
        edge = theme.accent if self._is_current else ""
        border = theme.accent if self._is_current else theme.hairline
        paint_ground(self, Ground(theme.surface, border, edge, _EDGE))
        left = _EDGE if self._is_current else 1
        painter = QPainter(self)
        painter.fillRect(left, self._rule, self.width() - left - 1, 1, QColor(theme.hairline))
        painter.end()

    def _shown_file(self) -> SourceFile:
        return self.example.files[self._tabs.currentIndex() if self._tabs is not None else 0]

    def _show_file(self) -> None:
        file = self._shown_file()
        self._code.show_code(file.text, language_of(file.name))

    def _on_heading_run_pressed(self) -> None:
        if self._is_running:
            self.stop_requested.emit()
        else:
            self.run_requested.emit(self.example)

    def _on_tabs_current_changed(self) -> None:
        self._show_file()
        self.refit_requested.emit()

    def _on_code_cursor_moved(self, place: QRect) -> None:
        self.reveal_requested.emit(place.translated(self._code.pos()))


class _FileTabs(QTabBar):
    """A tab for each file of an example; the one that is run comes first."""

    def __init__(self, example: Example, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        for file in example.files:
            self.addTab(file.name)
        self.setCurrentIndex(example.files.index(example.main_file))
        self.setAccessibleName("Files of the example")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page."""
        event.ignore()


def _names(example: Example) -> str:
    return ", ".join(file.name for file in example.files)
