"""The lower half of the work area: run and stop, the output, and what is to be said about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from groundwork.gui.appearance import Appearance
from groundwork.gui.console.view import ConsoleView
from groundwork.gui.icons import icon
from groundwork.gui.theme import Theme

_LEAST_OUTPUT = 44
"""Height at a text scale of 1 that the output keeps, in pixels: two lines."""

_NOTHING = "The program printed nothing."
_ASKS = "The program waits for you: type below and press Enter. Ctrl+D ends the input."
_EMPTY = "What a program prints appears here. Press F5 to run the example above."


class RunPanel(QWidget):
    """Run and Stop above the console.

    Signals:
        run_requested: the learner wants the program to run.
        stop_requested: the learner wants it to end.
        whole_output_requested: the learner wants to read more than the console keeps.
    """

    run_requested = Signal()
    stop_requested = Signal()
    whole_output_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._is_running = False
        self.console = ConsoleView(appearance)
        self.console.set_empty_text(_EMPTY)
        self._run = _button("Run", "Run the program (F5)")
        self._run.setProperty("role", "primary")
        self._stop = _button("Stop", "Stop the program (Shift+F5)")
        self._stop.setEnabled(False)
        self._clear = QToolButton()
        self._clear.setProperty("role", "quiet")
        self._clear.setToolTip("Clear the output (Ctrl+L)")
        self._clear.setAccessibleName("Clear the output")
        self._notice = _Notice()
        self._owner = QLabel()
        self._owner.setProperty("role", "muted")
        self._owner.setContentsMargins(12, 0, 12, 4)
        self._owner.setWordWrap(True)
        self._owner.hide()
        self._asks = QLabel(_ASKS)
        self._asks.setContentsMargins(12, 0, 12, 8)
        self._asks.setWordWrap(True)
        self._asks.hide()
        self._lay_out()
        self._run.clicked.connect(self.run_requested)
        self._stop.clicked.connect(self.stop_requested)
        self._clear.clicked.connect(self.console.clear_requested)
        self._notice.chosen.connect(self.whole_output_requested)
        appearance.changed.connect(self._on_appearance_changed)
        self._on_appearance_changed()

    def set_running(self, *, is_running: bool) -> None:
        """Show whether a program runs: it can be stopped, and typed into."""
        self._is_running = is_running
        self._stop.setEnabled(is_running)
        self._name_run_button()
        self.console.set_takes_input(takes_input=is_running)
        self.console.set_empty_text("" if is_running else _NOTHING)
        if not is_running:
            self._asks.hide()

    def set_runnable(self, *, is_runnable: bool) -> None:
        """Show whether there is a program to run."""
        self._run.setEnabled(is_runnable)

    def set_awaits_input(self, *, awaits_input: bool) -> None:
        """Show whether the program waits for a line; when it does the console takes the focus."""
        self._asks.setVisible(awaits_input)
        if awaits_input:
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

        WholeOutput(self._appearance, file, remark, self.window()).show()

    def minimumSizeHint(self) -> QSize:
        """As high as its lines are at the width of now, so that none of them is squeezed."""
        least = super().minimumSizeHint()
        return QSize(least.width(), self._column.minimumHeightForWidth(self.width()))

    def _lay_out(self) -> None:
        header = QFrame()
        header.setObjectName("runHeader")
        header.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(header)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignVCenter  # or the lowest of them holds the others down
        row.addWidget(self._run, alignment=middle)
        row.addWidget(self._stop, alignment=middle)
        row.addStretch()
        row.addWidget(self._clear, alignment=middle)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self._owner)
        column.addWidget(self._notice)
        column.addWidget(self._asks)
        column.addWidget(self.console, 1)

    def _name_run_button(self) -> None:
        is_again = self._is_running and not self._owner.text()
        self._run.setText("Run again" if is_again else "Run")
        picture = "restart" if is_again else "run"
        self._run.setIcon(icon(picture, self._appearance.theme.on_accent))

    def _on_appearance_changed(self) -> None:
        theme = self._appearance.theme
        self._name_run_button()
        self._stop.setIcon(icon("stop", theme.bad))
        self._clear.setIcon(icon("clear", theme.muted))
        self._notice.dress(theme)
        self._asks.setStyleSheet(f"color: {theme.accent};")
        self.console.setStyleSheet(f"background: {theme.surface}; color: {theme.text};")
        self.console.setMinimumHeight(round(_LEAST_OUTPUT * self._appearance.text_scale))
        size = round(20 * self._appearance.text_scale)
        for button in (self._run, self._stop):
            button.setIconSize(QSize(size, size))


def _button(text: str, description: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(description)
    button.setAccessibleDescription(description)
    return button


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
