"""A line that opens and closes what stands below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.style import icon_size
from groundwork.gui.theme import CORNER

_PADDING = 4
_GAP = 8
_LEAST_HEIGHT = 28
_RING = 2
_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FoldHeader(QAbstractButton):
    """Title, mark and note of a fold; one that cannot be opened has the focus only to be read.

    A title that is too long for a line is broken. `mark` is an icon, `role` its colour's in the
    theme; `note` stands at the right and is read out first. `about` says to those who point at it
    or listen what there is to open, where the title does not.
    """

    def __init__(self, appearance: Appearance, about: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._about = about
        self._mark, self._role, self._note = "", "text", ""
        self.setToolTip(about)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._describe)
        appearance.changed.connect(self.updateGeometry)

    def tell(self, title: str, mark: str = "", role: str = "text", note: str = "") -> None:
        """Show these words and this mark."""
        self._mark, self._role, self._note = mark, role, note
        self.setText(title)
        self._describe()
        self.updateGeometry()
        self.update()

    def set_openable(self, *, is_openable: bool) -> None:
        """Whether there is anything to open."""
        if not is_openable:
            self.setChecked(False)
        self.setCheckable(is_openable)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if is_openable else Qt.CursorShape.ArrowCursor
        )
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """The height at the width that it has."""
        return QSize(0, self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        """The height of the broken title."""
        title = self._title_place(width).height()
        return max(round(_LEAST_HEIGHT * self._appearance.text_scale), title + 2 * _PADDING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open and close with Enter, too, and with the arrows that point there."""
        if event.key() in _ENTER:
            self.click()
        elif event.key() == Qt.Key.Key_Right and self.isCheckable() and not self.isChecked():
            self.setChecked(True)
        elif event.key() == Qt.Key.Key_Left and self.isChecked():
            self.setChecked(False)
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()  # they scroll
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEvent) -> None:
        """Take the ground of what is pointed at."""
        del event
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Lose it."""
        del event
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sign, mark, title and note, and the ring of the focus."""
        del event
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isCheckable() and self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.sunken))
            painter.drawRoundedRect(QRectF(self.rect()), CORNER, CORNER)
        self._paint_signs(painter)
        painter.setFont(self._font())
        painter.setPen(QColor(theme.text))
        painter.drawText(self._title_place(self.width()), _FLAGS, self.text())
        painter.setFont(self.font())
        painter.setPen(QColor(getattr(theme, self._role)))
        painter.drawText(
            self.rect().adjusted(0, _PADDING, -_PADDING - _RING, 0),
            int(Qt.AlignmentFlag.AlignRight),
            self._note,
        )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), _RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), CORNER, CORNER)
        painter.end()

    def _paint_signs(self, painter: QPainter) -> None:
        theme, edge = self._appearance.theme, icon_size(self._appearance.sizes)
        line = QFontMetrics(self._font()).height()
        place = QRect(QPoint(_PADDING, _PADDING + (line - edge) // 2), QSize(edge, edge))
        if self.isCheckable():
            sign = "chevron-down" if self.isChecked() else "chevron-right"
            icon(sign, theme.muted).paint(painter, place)
        if self._mark:
            place.translate(edge + _PADDING, 0)
            icon(self._mark, getattr(theme, self._role)).paint(painter, place)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium)
        return font

    def _title_place(self, width: int) -> QRect:
        edge = icon_size(self._appearance.sizes)
        left = _PADDING + edge + _PADDING + (edge + _PADDING if self._mark else 0)
        metrics = QFontMetrics(self.font())
        note = metrics.horizontalAdvance(self._note) + 2 * _GAP if self._note else _GAP
        room = max(1, width - left - note)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)  # opening it breaks no line anew
        height = QFontMetrics(bold).boundingRect(0, 0, room, 1 << 16, _FLAGS, self.text()).height()
        return QRect(left, _PADDING, room, height)

    def _describe(self) -> None:
        self.setAccessibleName(f"{self._note}: {self.text()}" if self._note else self.text())
        state = ("Open" if self.isChecked() else "Closed") if self.isCheckable() else ""
        self.setAccessibleDescription(". ".join(filter(None, (self._about, state))))


class Fold(QWidget):
    """A header, and contents that are seen while it is open.

    Signals:
        opened: the contents are to be seen; whoever makes them late makes them now.
    """

    opened = Signal()

    def __init__(self, appearance: Appearance, about: str = "") -> None:
        super().__init__()
        self._appearance = appearance
        self.header = FoldHeader(appearance, about)
        self._contents: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_PADDING)
        self._column.addWidget(self.header)
        self.header.toggled.connect(self._on_header_toggled)

    @property
    def is_open(self) -> bool:
        """Whether the contents are seen."""
        return self.header.isChecked()

    def set_open(self, *, is_open: bool) -> None:
        """Open or close it, as far as there is anything to open."""
        if self.header.isCheckable():
            self.header.setChecked(is_open)

    def set_contents(self, contents: QWidget | None) -> None:
        """Put these below the header, in place of those before."""
        if self._contents is not None:
            self._column.removeWidget(self._contents)
            self._contents.hide()
            self._contents.deleteLater()
        self._contents = contents
        if contents is not None:
            self._column.addWidget(contents)
            contents.setVisible(self.is_open)

    def _on_header_toggled(self, is_checked: bool) -> None:  # noqa: FBT001 - a signal's argument
        if is_checked:
            self.opened.emit()
        if self._contents is not None:
            self._contents.setVisible(is_checked)
