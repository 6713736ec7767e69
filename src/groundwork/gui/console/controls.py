"""The buttons below the editor, and the tabs of what stands below them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QTabBar,
    QToolButton,
    QVBoxLayout,
)

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.style import icon_size

_SIDE, _GAP, _TABS_GAP = 12, 8, 16
_CHECK = "Check your answer (Ctrl+Enter)"
_NOTHING_TO_CHECK = "Only an exercise can be checked"


class RunControls(QFrame):
    """Run, Stop and Check in a row, with the tabs beside them or, in a narrow window, below.

    Signals:
        run_requested: the learner wants the program to run.
        stop_requested: the learner wants it to end.
        check_requested: the learner wants to know whether the answer is right.
        clear_requested: the output is to be emptied.
        tab_selected: the learner went to the tab of that index.
    """

    run_requested = Signal()
    stop_requested = Signal()
    check_requested = Signal()
    clear_requested = Signal()
    tab_selected = Signal(int)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("runHeader")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._appearance = appearance
        self._run = _button("Run", "Run the program (F5)")
        self._run.setProperty("role", "primary")
        self._stop = _button("Stop", "Stop the program (Shift+F5)")
        self._stop.setEnabled(False)
        self._check = _button("Check", _NOTHING_TO_CHECK)
        self._check.setEnabled(False)
        self._buttons = (self._run, self._stop, self._check)
        self._clear = QToolButton()
        self._clear.setToolTip("Clear the output (Ctrl+L)")
        self._clear.setAccessibleName("Clear the output")
        self._tabs = _tab_bar()
        self._is_again = self._is_wrapped = False
        self._lay_out()
        self._run.clicked.connect(self.run_requested)
        self._stop.clicked.connect(self.stop_requested)
        self._check.clicked.connect(self.check_requested)
        self._clear.clicked.connect(self.clear_requested)
        self._tabs.currentChanged.connect(self.tab_selected)
        appearance.changed.connect(self._dress)
        self._dress()

    def set_running(self, *, is_running: bool, is_again: bool) -> None:
        """Show whether a program runs, and whether running it would be for another time."""
        self._is_again = is_again
        self._stop.setEnabled(is_running)
        word = "Run again" if is_again else "Run"
        self._run.setText(word)
        self._run.setAccessibleName(word)
        self._dress_run()

    def set_runnable(self, *, is_runnable: bool) -> None:
        """Show whether there is a program to run."""
        self._run.setEnabled(is_runnable)

    def set_checkable(self, *, is_checkable: bool) -> None:
        """Show whether there is an answer to check."""
        self._check.setEnabled(is_checkable)
        _describe(self._check, _CHECK if is_checkable else _NOTHING_TO_CHECK)

    def add_tab(self, title: str) -> int:
        """Another tab at the end; returns its index."""
        index = self._tabs.addTab(title)
        self._arrange()
        return index

    def set_tab_title(self, index: int, title: str) -> None:
        """Name a tab anew."""
        if self._tabs.tabText(index) != title:
            self._tabs.setTabText(index, title)
            self._arrange()

    def select_tab(self, index: int) -> None:
        """Go to a tab."""
        self._tabs.setCurrentIndex(index)

    def show_clear(self, *, is_shown: bool) -> None:
        """Show the button that empties the output, or not: it is for the output alone."""
        self._clear.setVisible(is_shown)

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be: the tabs go below, and then the words go."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tabs where there is room for them."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """See to it again when a button has other words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter  # or the lowest of them holds the others down
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._first.setSpacing(_GAP)
        for button in self._buttons:
            self._first.addWidget(button, alignment=middle)
        self._first.addStretch()
        self._first.addWidget(self._tabs, alignment=middle)
        self._first.addWidget(self._clear, alignment=middle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_SIDE, _GAP, _SIDE, _GAP)
        self._column.setSpacing(0)
        self._column.addLayout(self._first)
        self._column.addLayout(self._second)

    def _arrange(self) -> None:
        room = self.width() - 2 * _SIDE - self._clear.sizeHint().width() - _GAP
        words = sum(_width_with_words(button) + _GAP for button in self._buttons)
        self._show_words(is_shown=words <= room)
        self._wrap(is_wrapped=words + _TABS_GAP + self._tabs.sizeHint().width() > room)

    def _show_words(self, *, is_shown: bool) -> None:
        for button, word in ((self._stop, "Stop"), (self._check, "Check")):
            shown = word if is_shown else ""
            if button.text() != shown:
                button.setText(shown)

    def _wrap(self, *, is_wrapped: bool) -> None:
        if is_wrapped == self._is_wrapped:
            return
        self._is_wrapped = is_wrapped
        if is_wrapped:
            self._second.addWidget(self._tabs)
            self._second.addStretch()
        else:
            self._second.takeAt(1)
            place = self._first.indexOf(self._clear)
            self._first.insertWidget(place, self._tabs, alignment=Qt.AlignmentFlag.AlignVCenter)
        bottom = 0 if is_wrapped else _GAP
        self._column.setContentsMargins(_SIDE, _GAP, _SIDE, bottom)

    def _dress(self) -> None:
        theme = self._appearance.theme
        self._dress_run()
        self._stop.setIcon(icon("stop", theme.bad))
        self._check.setIcon(icon("check", theme.accent))
        self._clear.setIcon(icon("clear", theme.muted))
        edge = icon_size(self._appearance.sizes)
        for button in self._buttons:
            button.setIconSize(QSize(edge, edge))
        self._arrange()

    def _dress_run(self) -> None:
        picture = "restart" if self._is_again else "run"
        self._run.setIcon(icon(picture, self._appearance.theme.on_accent))


def _button(text: str, description: str) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(text)  # also where there is only room for its icon
    _describe(button, description)
    return button


def _describe(button: QPushButton, description: str) -> None:
    button.setToolTip(description)
    button.setAccessibleDescription(description)


def _width_with_words(button: QPushButton) -> int:
    """How wide the button is with its words, whether it shows them now or not."""
    if button.text():
        return button.sizeHint().width()
    word = button.accessibleName()
    return button.sizeHint().width() + button.fontMetrics().horizontalAdvance(word) + _GAP


def _tab_bar() -> QTabBar:
    tabs = QTabBar()
    tabs.setAccessibleName("Below the editor")
    tabs.setDrawBase(False)
    tabs.setExpanding(False)
    return tabs
