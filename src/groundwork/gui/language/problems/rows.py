"""One problem in the list."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.language.problems.wording import Entry, heading
from groundwork.gui.style import icon_size

_GO = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Row(QFrame):
    """A problem: how bad, where, the sentence, and a button for what mends it.

    Signals:
        chosen: the learner wants to go there.
        fix_chosen: the learner wants it mended.
        step_requested: 1 for the row below, -1 for the one above.
    """

    chosen = Signal(object)
    fix_chosen = Signal(object)
    step_requested = Signal(int)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("problem")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._appearance = appearance
        self.entry: Entry | None = None
        self._sign = QLabel()
        self._heading = QLabel()
        self._heading.setProperty("role", "small")
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._fix = QPushButton()
        self._fix.clicked.connect(self._on_fix_clicked)
        self._lay_out()

    def show_entry(self, entry: Entry) -> None:
        """Show this problem."""
        if entry == self.entry:
            return
        self.entry = entry
        finding = entry.finding
        where = heading(finding, "" if entry.is_shown else entry.file)
        self._heading.setText(where)
        self._sentence.setText(finding.sentence)
        self.setAccessibleName(f"{where}: {finding.sentence}")
        self._fix.setVisible(bool(finding.fixes))
        if finding.fixes:
            self._fix.setText(finding.fixes[0].title)
            self._fix.setAccessibleDescription(finding.sentence)
        self.dress()

    def dress(self) -> None:
        """Take colours and sizes as they are now."""
        if self.entry is None:
            return
        theme, edge = self._appearance.theme, icon_size(self._appearance.sizes)
        is_error = self.entry.finding.severity == "error"
        picture = icon("error", theme.bad) if is_error else icon("caution", theme.warn)
        self._sign.setPixmap(picture.pixmap(QSize(edge, edge), self.devicePixelRatioF()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there, the arrows go from row to row."""
        key = Qt.Key(event.key())
        if key in _GO:
            self.chosen.emit(self.entry)
        elif key in _STEPS:
            self.step_requested.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The release of the button is for this row too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes there."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.chosen.emit(self.entry)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._heading)
        words.addWidget(self._sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._fix, alignment=Qt.AlignmentFlag.AlignVCenter)

    def _on_fix_clicked(self) -> None:
        self.fix_chosen.emit(self.entry)
