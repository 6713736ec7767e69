"""The home page itself: one card per pack."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from groundwork.gui.appearance import Appearance
from groundwork.gui.home.card import PackCard
from groundwork.gui.home.outlook import PackOutlook
from groundwork.packs.model import LessonAddress

_WIDEST = 640
_EDGE = 24
_TITLE = "Home"
_NOTHING_BEGUN = "Nothing has been begun yet. The first lesson is a good place to start."
_NO_PACK = (
    "There are no lessons yet. Open a pack from the menu at the top right, or drop its folder on"
    " this window."
)


class HomePage(QScrollArea):
    """What to do next, from pack to pack.

    Signals:
        lesson_requested: the learner goes on with the lesson of this LessonAddress.
    """

    lesson_requested = Signal(LessonAddress)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shown: tuple[PackOutlook, ...] | None = None
        self._cards: list[PackCard] = []
        self.setAccessibleName(_TITLE)
        self.setProperty("ground", "canvas")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet = QWidget()
        self._column = QVBoxLayout(self._sheet)
        self._column.setSpacing(16)
        self._note = QLabel()
        self._note.setProperty("role", "muted")
        self._note.setWordWrap(True)
        title = QLabel(_TITLE)
        title.setProperty("role", "display")
        title.setAccessibleDescription("Heading of level 1")
        self._column.addWidget(title)
        self._column.addWidget(self._note)
        self._column.addStretch(1)
        self.setWidget(self._sheet)
        appearance.changed.connect(self._on_appearance_changed)

    def show_outlooks(self, outlooks: Sequence[PackOutlook]) -> None:
        """Say this of the packs, in this order; what is the same as before is left alone."""
        if tuple(outlooks) == self._shown:
            return
        self._shown = tuple(outlooks)
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._sheet.isAncestorOf(focused)
        self._clear()
        for number, one in enumerate(outlooks):
            card = PackCard(one, self._appearance, is_first=number == 0)
            card.lesson_requested.connect(self.lesson_requested)
            self._column.insertWidget(self._column.count() - 1, card)
            self._cards.append(card)
        self._note.setText(_note(outlooks))
        self._note.setVisible(bool(self._note.text()))
        if had_focus:
            self.focus_first()

    def focus_first(self) -> None:
        """Give the keyboard to what the learner most likely wants to do."""
        button = self._sheet.findChild(QPushButton)
        (button or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle and no wider than is good to read."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(0, 0)

    def _clear(self) -> None:
        for card in self._cards:
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self._cards.clear()

    def _fit(self) -> None:
        spare = self.viewport().width() - round(_WIDEST * self._appearance.text_scale)
        side = max(_EDGE, spare // 2)
        self._column.setContentsMargins(side, _EDGE, side, _EDGE)

    def _on_appearance_changed(self) -> None:
        for card in self._cards:
            card.restyle()
        self._fit()


def _note(outlooks: Sequence[PackOutlook]) -> str:
    if not outlooks:
        return _NO_PACK
    return _NOTHING_BEGUN if all(one.is_new for one in outlooks) else ""
