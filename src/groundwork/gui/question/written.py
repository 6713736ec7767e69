"""Answering by writing: what a program prints, or what is missing in it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.page.block_view import BlockView
from groundwork.gui.page.code_view import CodeView
from groundwork.gui.page.panel import Ground, paint_ground
from groundwork.gui.question.answer_view import AnswerView
from groundwork.gui.question.output_field import OutputField
from groundwork.packs.exercises import BlankQuestion, PredictQuestion

_GAP = 12
_LABEL_GAP = 4
_PADDING = 12


class PredictionView(AnswerView):
    """A program, and a field for what it prints."""

    def __init__(self, question: PredictQuestion, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._program = _Program(question.program, appearance, self)
        self.contain(self._program)
        self._label = QLabel("What does it print?", self)
        self._field = OutputField(self)
        self._label.setBuddy(self._field)
        self._field.setAccessibleName("What the program prints")
        self._field.textChanged.connect(self._on_field_text_changed)
        self._field.judging_requested.connect(self.entered)
        self.restyle()

    @property
    def is_given(self) -> bool:
        """Whether something is written."""
        return bool(self._field.toPlainText().strip())

    @property
    def text(self) -> str:
        """What is written."""
        return self._field.toPlainText()

    def fit(self, width: int) -> int:
        """Place program, label and field; returns the height of all."""
        top = _placed(self._program, width, 0) + _GAP
        height = self._label.sizeHint().height()
        self._label.setGeometry(0, top, width, height)
        top += height + _LABEL_GAP
        height = self._field.wanted_height()
        self._field.setGeometry(0, top, width, height)
        return top + height

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        self._program.restyle()
        self._field.setFont(self.appearance.code_font())

    def _on_field_text_changed(self) -> None:
        self.changed.emit()
        if self._field.height() != self._field.wanted_height():
            self.refit_requested.emit()


class BlankView(AnswerView):
    """A program with a gap, and a field for what belongs there."""

    def __init__(self, question: BlankQuestion, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._program = _Program(question.code, appearance, self)
        self.contain(self._program)
        self._label = QLabel("What belongs in the gap?", self)
        self._field = QLineEdit(self)
        self._field.setMaxLength(500)
        self._label.setBuddy(self._field)
        self._field.setAccessibleName("What belongs in the gap")
        self._field.textChanged.connect(lambda _: self.changed.emit())
        self._field.returnPressed.connect(self.entered)
        self.restyle()

    @property
    def is_given(self) -> bool:
        """Whether something is written."""
        return bool(self._field.text().strip())

    @property
    def text(self) -> str:
        """What is written."""
        return self._field.text()

    def fit(self, width: int) -> int:
        """Place program, label and field; returns the height of all."""
        top = _placed(self._program, width, 0) + _GAP
        height = self._label.sizeHint().height()
        self._label.setGeometry(0, top, width, height)
        top += height + _LABEL_GAP
        height = self._field.sizeHint().height()
        self._field.setGeometry(0, top, width, height)
        return top + height

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        self._program.restyle()
        self._field.setFont(self.appearance.code_font())


class _Program(BlockView):
    """Code to read, in a hollow."""

    def __init__(self, code: str, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._code = CodeView(appearance, _PADDING, self)
        self._code.show_code(code, "python")
        self._code.cursor_moved.connect(self._on_code_cursor_moved)

    def fit(self, width: int) -> int:
        """Place the code; returns the height of the hollow."""
        height = self._code.fit(width)
        self._code.setGeometry(0, _PADDING, width, height)
        return height + 2 * _PADDING

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        self._code.restyle()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hollow."""
        del event
        paint_ground(self, Ground(self.appearance.theme.sunken))

    def _on_code_cursor_moved(self, place: QRect) -> None:
        self.reveal_requested.emit(place.translated(self._code.pos()))


def _placed(view: BlockView, width: int, top: int) -> int:
    height = view.fit(width)
    view.setGeometry(0, top, width, height)
    return top + height
