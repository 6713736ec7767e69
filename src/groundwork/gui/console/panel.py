"""The lower half of the work area: buttons, the output, and what is to be said about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from groundwork.gui.appearance import Appearance
from groundwork.gui.console.controls import RunControls
from groundwork.gui.console.view import ConsoleView
from groundwork.gui.icons import icon
from groundwork.gui.theme import Theme

_LEAST_OUTPUT = 44
"""Height at a text scale of 1 that the output keeps, in pixels: two lines."""

_NOTHING = "The program printed nothing."
_ASKS = "The program waits for you: type below and press Enter. Ctrl+D ends the input."
_EMPTY = "What a program prints appears here. Press F5 to run the example above."


class RunPanel(QWidget):
    """The buttons, and below them the output or what else there is a tab for.

    Signals:
        run_requested: the learner wants the program to run.
        stop_requested: the learner wants it to end.
        check_requested: the learner wants to know whether the answer is right.
        whole_output_requested: the learner wants to read more than the console keeps.
    """

    run_requested = Signal()
    stop_requested = Signal()
    check_requested = Signal()
    whole_output_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._is_running = False
        self.console = ConsoleView(appearance)
        self.console.set_empty_text(_EMPTY)
        self._controls = RunControls(appearance)
        self._notice = _Notice()
        self._owner = _line(bottom=4)
        self._owner.setProperty("role", "muted")
        self._asks = _line(bottom=8)
        self._asks.setText(_ASKS)
        self._output = self._output_page()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.add_page("Output", self._output)
        self._on_appearance_changed()

    def add_page(self, title: str, page: QWidget) -> None:
        """Another page below the buttons, with a tab of that title."""
        self._pages.addWidget(page)
        self._controls.add_tab(title)

    def set_page_title(self, page: QWidget, title: str) -> None:
        """Give the tab of a page that was added another title."""
        self._controls.set_tab_title(self._pages.indexOf(page), title)

    def show_page(self, page: QWidget) -> None:
        """Bring a page that was added, or the console, into view."""
        index = self._pages.indexOf(self._output if page is self.console else page)
        self._controls.select_tab(index)

    def set_running(self, *, is_running: bool) -> None:
        """Show whether a program runs: it can be stopped, and typed into."""
        self._is_running = is_running
        self._name_run_button()
        self.console.set_takes_input(takes_input=is_running)
        self.console.set_empty_text("" if is_running else _NOTHING)
        if is_running:
            self.show_page(self.console)
        else:
            self._asks.hide()

    def set_runnable(self, *, is_runnable: bool) -> None:
        """Show whether there is a program to run."""
        self._controls.set_runnable(is_runnable=is_runnable)

    def set_checkable(self, *, is_checkable: bool) -> None:
        """Show whether there is an answer to check."""
        self._controls.set_checkable(is_checkable=is_checkable)

    def set_awaits_input(self, *, awaits_input: bool) -> None:
        """Show whether the program waits for a line; when it does the console takes the focus."""
        self._asks.setVisible(awaits_input)
        if awaits_input:
            self.show_page(self.console)
            self.console.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_owner(self, sentence: str) -> None:
        """Say whose output this is; empty: that of the example in the editor."""
        self._owner.setText(sentence)
        self._owner.setVisible(bool(sentence))
        self.console.setAccessibleName(sentence or "Output")
        self._name_run_button()

    def clear_output(self) -> None:
        """Empty the console; where nothing runs, it is then as it was before the first run."""
        self.console.clear_output()
        if not self._is_running:
            self.console.set_empty_text(_EMPTY)

    def tell_about_output(self, sentence: str) -> None:
        """Say what of the output is not in the console; empty: all of it is."""
        self._notice.tell(sentence)

    def open_whole_output(self, file: Path, remark: str) -> None:
        """Show the file with the whole output in a window of its own."""
        from groundwork.gui.console.whole_output import WholeOutput  # noqa: PLC0415 - seldom wanted

        window = WholeOutput(self._appearance, file, remark, self.window())
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.show()

    def minimumSizeHint(self) -> QSize:
        """As high as its lines are at the width of now, so that none of them is squeezed."""
        least = super().minimumSizeHint()
        column = self._output_column  # of which no line may be shown that breaks by the width
        lines = max(column.minimumSize().height(), column.minimumHeightForWidth(self.width()))
        return QSize(least.width(), self._controls.sizeHint().height() + lines)

    def _output_page(self) -> QWidget:
        page = QWidget()
        self._output_column = column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in (self._owner, self._notice, self._asks):
            column.addWidget(line)
        column.addWidget(self.console, 1)
        return page

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._controls)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._controls.run_requested.connect(self.run_requested)
        self._controls.stop_requested.connect(self.stop_requested)
        self._controls.check_requested.connect(self.check_requested)
        self._controls.clear_requested.connect(self.console.clear_requested)
        self._controls.tab_selected.connect(self._on_controls_tab_selected)
        self._notice.chosen.connect(self.whole_output_requested)
        self._appearance.changed.connect(self._on_appearance_changed)

    def _name_run_button(self) -> None:
        is_again = self._is_running and not self._owner.text()
        self._controls.set_running(is_running=self._is_running, is_again=is_again)

    def _on_controls_tab_selected(self, index: int) -> None:
        self._pages.setCurrentIndex(index)
        shown = self._pages.currentWidget()
        is_output = shown is None or shown is self._output
        self._controls.show_clear(is_shown=is_output)
        self.setFocusProxy(self.console if shown is None or is_output else shown)

    def _on_appearance_changed(self) -> None:
        theme = self._appearance.theme
        self._notice.dress(theme)
        self._asks.setStyleSheet(f"color: {theme.accent};")
        self.console.setStyleSheet(f"background: {theme.surface}; color: {theme.text};")
        self.console.setMinimumHeight(round(_LEAST_OUTPUT * self._appearance.text_scale))


def _line(*, bottom: int) -> QLabel:
    line = QLabel()
    line.setContentsMargins(12, 4, 12, bottom)
    line.setWordWrap(True)
    line.hide()
    return line


class _Notice(QFrame):
    """One line about the output, with a way to see the whole of it.

    Signals:
        chosen: the whole output is wanted.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("outputNotice")
        self._text = QLabel()
        self._text.setProperty("role", "muted")
        self._text.setWordWrap(True)
        self._open = QPushButton("Open the whole output")
        self._open.setProperty("role", "quiet")
        self._open.clicked.connect(self.chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 4)
        row.addWidget(self._text, 1)
        row.addWidget(self._open)
        self.hide()

    def dress(self, theme: Theme) -> None:
        """Take the colours of the theme."""
        self._open.setIcon(icon("external-link", theme.text))

    def tell(self, sentence: str) -> None:
        """Show the sentence; an empty one hides the line."""
        if sentence != self._text.text():
            self._text.setText(sentence)
        self.setVisible(bool(sentence))
