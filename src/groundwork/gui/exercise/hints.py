"""Hints, shown one at a time, with how many remain."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.exercise.fitted import Blocks
from groundwork.gui.exercise.spoken import announce, plain_words
from groundwork.gui.page.buttons import PageButton
from groundwork.packs.model import Block

_GAP = 8


class HintList(QWidget):
    """The hints that were asked for, and a button for the next one.

    Signals:
        hint_requested: the learner wants the next hint.
        link_activated: a link in a hint is followed; its target.
    """

    hint_requested = Signal()
    link_activated = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._hints: Sequence[tuple[Block, ...]] = ()
        self._shown: list[QWidget] = []
        self._next = PageButton("plain", self)
        self._next.clicked.connect(self.hint_requested)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self._column.addWidget(self._next, alignment=Qt.AlignmentFlag.AlignLeft)

    @property
    def remaining(self) -> int:
        """How many hints are not shown yet."""
        return len(self._hints) - len(self._shown)

    def set_hints(self, hints: Sequence[tuple[Block, ...]]) -> None:
        """Take the hints of an exercise; none is shown yet."""
        for widget in self._shown:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._hints, self._shown = hints, []
        self._name_button()

    def show_all_to(self, number: int) -> None:
        """Show the hints up to that number, which have been asked for before."""
        while len(self._shown) < min(number, len(self._hints)):
            self._add()
        self._name_button()

    def show_next(self) -> QWidget | None:
        """Show one more, which is returned; None where there is none.

        When it is the last, the keyboard goes on from the button to what comes next.
        """
        if not self.remaining:
            return None
        had_focus = self._next.hasFocus()
        hint = self._add()
        self._name_button()
        announce(self, f"{hint.accessibleName()}. {plain_words(self._hints[len(self._shown) - 1])}")
        if had_focus and self._next.isHidden():
            self.focusNextChild()
        return hint

    def _add(self) -> QWidget:
        number = len(self._shown) + 1
        hint = _Hint(self._appearance, f"Hint {number} of {len(self._hints)}", self)
        hint.text.show_blocks(self._hints[number - 1])
        hint.text.link_activated.connect(self.link_activated)
        self._column.insertWidget(number - 1, hint)
        hint.show()
        self._shown.append(hint)
        return hint

    def _name_button(self) -> None:
        first = "Show another hint" if self._shown else "Show a hint"
        self._next.setText(f"{first} ({self.remaining} left)")
        self._next.setVisible(self.remaining > 0)
        self.setVisible(bool(self._hints))


class _Hint(QWidget):
    """One hint below its number."""

    def __init__(self, appearance: Appearance, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        label = QLabel(title)
        label.setProperty("role", "small")
        self.text = Blocks(appearance)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP // 2)
        column.addWidget(label)
        column.addWidget(self.text)
