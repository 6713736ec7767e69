"""The solution: its next lines on demand, or its lines to put in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabBar, QVBoxLayout, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.exercise.button_row import ButtonRow
from groundwork.gui.exercise.fitted import Blocks
from groundwork.gui.exercise.pieces import puzzle, right_lines, steps
from groundwork.gui.exercise.spoken import announce
from groundwork.gui.exercise.verdict_row import FittedText
from groundwork.gui.line_order import LineOrder
from groundwork.gui.page.buttons import PageButton
from groundwork.gui.page.code_view import CodeView
from groundwork.gui.page.highlight import language_of
from groundwork.packs.exercises import Exercise
from groundwork.packs.model import Block, SourceFile

_GAP = 8
_PIECES, _PUZZLE = "Piece by piece", "Put in order"


class SolutionView(QWidget):
    """One or more files of a solution, each as far as it has been asked for."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[SourceFile, ...] = ()
        self._starter: Mapping[str, str] = {}
        self._explanation: Sequence[Block] = ()
        self._title = QLabel("The solution")
        self._title.setProperty("role", "small")
        self._file_tabs = _tab_bar("Files of the solution")
        self._ways = _tab_bar("Ways to see the solution")
        for way in (_PIECES, _PUZZLE):
            self._ways.addTab(way)
        self._pieces = _Pieces(appearance)
        self._puzzle = _Puzzle(appearance)
        self._reason = Blocks(appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for widget in (
            self._title, self._file_tabs, self._ways, self._pieces, self._puzzle, self._reason,
        ):  # fmt: skip
            column.addWidget(widget)
        self._file_tabs.currentChanged.connect(self._show_file)
        self._ways.currentChanged.connect(self._show_way)
        self._pieces.completed.connect(self._show_reason)
        self._puzzle.completed.connect(self._show_reason)

    def show_solution(self, exercise: Exercise) -> None:
        """Take the solution of an exercise; nothing of it is seen but what the learner has."""
        self._files = exercise.solution
        self._starter = {file.name: file.text for file in exercise.files}
        self._explanation = exercise.explanation
        self._file_tabs.blockSignals(True)
        while self._file_tabs.count():
            self._file_tabs.removeTab(0)
        for file in self._files:
            self._file_tabs.addTab(file.name.replace("&", "&&"))
        self._file_tabs.blockSignals(False)
        self._file_tabs.setVisible(len(self._files) > 1)
        self._reason.hide()
        self._show_file()

    def begin(self, *, is_puzzle: bool) -> None:
        """Give it the keyboard, piece by piece or as lines to put in order."""
        self._ways.setCurrentIndex(1 if is_puzzle else 0)
        self._ways.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_file(self) -> None:
        index = max(0, self._file_tabs.currentIndex())
        if index < len(self._files):
            file = self._files[index]
            self._pieces.show_file(file, self._starter.get(file.name, ""))
            self._puzzle.show_file(file)
        self._show_way()

    def _show_way(self) -> None:
        is_puzzle = self._ways.currentIndex() == 1
        self._pieces.setVisible(not is_puzzle)
        self._puzzle.setVisible(is_puzzle)

    def _show_reason(self) -> None:
        if self._explanation and self._reason.isHidden():
            self._reason.show_blocks(self._explanation)
            self._reason.show()


class _Pieces(QWidget):
    """As many lines of a file as were asked for.

    Signals:
        completed: the whole file is seen.
    """

    completed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._file = SourceFile("", "")
        self._steps: list[int] = [0]
        self._step: dict[str, int] = {}
        self._code = CodeView(appearance, 0, self)
        self._fitted = FittedText(self._code, appearance)
        self._next, self._rest = PageButton("plain", self), PageButton("plain", self)
        self._next.setText("Show the next line")
        self._rest.setText("Show the rest")
        self._next.clicked.connect(self._on_next_clicked)
        self._rest.clicked.connect(self._on_rest_clicked)
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self._fitted)
        column.addWidget(ButtonRow(self._next, self._rest, self._count))

    def show_file(self, file: SourceFile, starter: str) -> None:
        """Show of a file what was asked for before; at first what the learner has anyway."""
        self._file = file
        self._steps = steps(file.text, starter)
        self._show()

    def _show(self) -> None:
        step = min(self._step.get(self._file.text, 0), len(self._steps) - 1)
        lines = self._file.text.splitlines()
        shown = self._steps[step]
        self._code.show_code("\n".join(lines[:shown]), language_of(self._file.name))
        self._fitted.setVisible(shown > 0)
        self._fitted.updateGeometry()
        has_more = step < len(self._steps) - 1
        for button in (self._next, self._rest):
            button.setVisible(has_more)
        self._count.setText(f"{shown} of {len(lines)} lines" if has_more else "")
        self._count.setVisible(has_more)
        if not has_more:
            self.completed.emit()

    def _go_to(self, step: int) -> None:
        before = self._steps[min(self._step.get(self._file.text, 0), len(self._steps) - 1)]
        self._step[self._file.text] = step
        self._show()
        news = self._file.text.splitlines()[before : self._steps[step]]
        announce(self, "\n".join(news))

    def _on_next_clicked(self) -> None:
        self._go_to(self._step.get(self._file.text, 0) + 1)

    def _on_rest_clicked(self) -> None:
        self._go_to(len(self._steps) - 1)


class _Puzzle(QWidget):
    """The lines of a file to put in order, and what is right so far when that is asked.

    Signals:
        completed: the lines are in order.
    """

    completed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._file = SourceFile("", "")
        self._order = LineOrder(appearance)
        self._order.order_changed.connect(self._on_order_order_changed)
        self._ask = PageButton("plain", self)
        self._ask.setText("Is this the order?")
        self._ask.clicked.connect(self._on_ask_clicked)
        self._said = QLabel()
        self._said.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self._ask)
        row.addWidget(self._said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self._order)
        column.addLayout(row)

    def show_file(self, file: SourceFile) -> None:
        """Show the lines of a file out of order."""
        if file != self._file:
            self._file = file
            self._order.set_lines(puzzle(file.text, file.name))
            self._said.clear()

    def _on_order_order_changed(self) -> None:
        self._said.clear()

    def _on_ask_clicked(self) -> None:
        lines = self._order.lines
        right = right_lines(lines, self._file.text)
        if right == len(lines):
            self._say("This is the solution.")
            self.completed.emit()
        elif right == 0:
            self._say("Another line comes first.")
        else:
            self._say(f"The first {right} are right." if right > 1 else "The first line is right.")

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        announce(self, sentence)


def _tab_bar(name: str) -> QTabBar:
    tabs = QTabBar()
    tabs.setAccessibleName(name)
    tabs.setDrawBase(False)
    tabs.setExpanding(False)
    tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return tabs
