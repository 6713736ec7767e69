"""Answering by choosing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QRadioButton, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.page.block_view import BlockView
from groundwork.gui.page.prose_view import ProseView
from groundwork.gui.question.answer_view import AnswerView
from groundwork.packs.exercises import Choice, ChoiceQuestion

_GAP = 4
_TEXT_LEFT = 32
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ChoiceView(AnswerView):
    """The choices below one another: one of them, or any number, is taken."""

    def __init__(self, question: ChoiceQuestion, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        kind = QCheckBox if question.takes_several else QRadioButton
        self._group = QButtonGroup(self)
        self._group.setExclusive(not question.takes_several)
        self._rows: list[_Row] = []
        for index, choice in enumerate(question.choices):
            row = _Row(choice, kind(self), appearance, self)
            self._group.addButton(row.button, index)
            row.entered.connect(self.entered)
            self.contain(row)
            self._rows.append(row)
        self._group.buttonToggled.connect(lambda *_: self.changed.emit())

    @property
    def is_given(self) -> bool:
        """Whether anything is chosen."""
        return self._group.checkedButton() is not None

    @property
    def chosen(self) -> frozenset[int]:
        """The indices of what is chosen."""
        return frozenset(index for index, row in enumerate(self._rows) if row.button.isChecked())

    def fit(self, width: int) -> int:
        """Place the choices; returns the height of all."""
        top = 0
        for row in self._rows:
            height = row.fit(width)
            row.setGeometry(0, top, width, height)
            top += height + _GAP
        return top - _GAP

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        for row in self._rows:
            row.restyle()


class _Row(BlockView):
    """One choice: a button, and its words, which press the button too.

    Signals:
        entered: Enter was pressed on the button.
    """

    entered = Signal()

    def __init__(
        self, choice: Choice, button: QAbstractButton, appearance: Appearance, parent: QWidget
    ) -> None:
        super().__init__(appearance, parent)
        self.button = button
        button.setParent(self)
        button.setAccessibleName(choice.plain)
        button.installEventFilter(self)
        self._text = ProseView(appearance, self)
        self._text.show_html(choice.html)
        self._text.link_pressed.connect(self.link_activated)
        self._text.setAttribute(
            Qt.WidgetAttribute.WA_TransparentForMouseEvents, on="<a " not in choice.html
        )

    def fit(self, width: int) -> int:
        """Place the button before the first line of the words."""
        height = self._text.fit(width - _TEXT_LEFT)
        button = self.button.sizeHint()
        line = max(button.height(), round(self.appearance.sizes.lesson * 1.5))
        top = (line - min(height, line)) // 2
        self._text.setGeometry(_TEXT_LEFT, top, width - _TEXT_LEFT, height)
        self.button.setGeometry(0, (line - button.height()) // 2, button.width(), button.height())
        return max(line, top + height)

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        self._text.restyle()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the words is one on the button."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()

    def eventFilter(self, watched: object, event: object) -> bool:
        """Enter on the button judges the answer."""
        if watched is self.button and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            if event.type() is QKeyEvent.Type.KeyPress:
                self.entered.emit()
            return True
        return False
