"""The ground of everything that pops up over the code."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QRegion, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groundwork.gui.editor.scintilla import Message, Updated
from groundwork.gui.language.ground import SHADOW, Ground
from groundwork.gui.language.placing import fitted
from groundwork.gui.language.workplace import Workplace

_GAP = 2
_EDGE = 8


class Overlay(QWidget):
    """A surface over the window that belongs to a place in the text; it never has the focus.

    Put what it shows into `column`, override `dress` and `fit`, and call `open_at`. It goes below
    the line, or above where there is no room, stays within the window and keeps clear of other
    overlays. It follows the text when that is scrolled, and closes when its place is out of sight,
    when the editor loses the focus, when another file is shown and when theme or sizes change.

    Make it when it is first needed: it is costly beside the first key.

    `is_over_line` tells on which side of its line it was placed.

    Signals:
        closed: it is not shown any more, whoever closed it.
    """

    closed = Signal()

    is_obstacle = True
    """Whether other overlays keep clear of it."""

    gives_way = False
    """Whether it goes where there is no room for it and another one that does not."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.view.window())
        self.appearance = workplace.appearance
        self._view = workplace.view
        self._position = 0
        self._shift = 0
        self._is_above = False
        self._is_dressed = False
        self._is_watching = False
        self._ground: Ground | None = None
        self.is_over_line = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.column = QVBoxLayout(self)
        margin = SHADOW + 1
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(0)
        self.hide()
        self._view.focus_lost.connect(self.put_away)
        workplace.file_shown.connect(self.put_away)
        self.appearance.changed.connect(self._on_appearance_changed)

    def dress(self) -> None:
        """Take colours and sizes from `appearance`: before it is first shown and when they change.

        For who builds on this.
        """

    def fit(self, widest: int, highest: int) -> None:
        """Let what it shows take the size it needs, at most so many pixels wide and high.

        For who builds on this; called whenever it is placed.
        """

    def open_at(self, position: int, *, shift: int = 0, is_above: bool = False) -> None:
        """Show it at a position of the text, in bytes; at once, and moved there if it is shown.

        Its left edge lies `shift` pixels to the left of the position. `is_above` lets it go above
        the line where there is room. While it is shown there it stays on its side of the line.
        """
        if self.isHidden() or position != self._position:
            self.is_over_line = is_above
        self._position, self._shift, self._is_above = position, shift, is_above
        self._dress_once()
        anchor = self._anchor_of(position, shift)
        if anchor is None:
            self.put_away()
            return
        room = self.room
        sides = anchor.top() - room.top(), room.bottom() - anchor.bottom()
        self.fit(room.width() - 2, max(sides) - 2)
        surface = self._place(anchor)
        self.is_over_line = surface.bottom() < anchor.top()
        self.put(surface)
        self._keep_off_line()

    def put(self, surface: QRect) -> None:
        """Show it with its surface in that place of the window."""
        covered = [one for one in self._others() if one.surface.intersects(surface)]
        if self.gives_way and not all(one.gives_way for one in covered):
            self.put_away()
            return
        for one in covered:
            if one.gives_way and self.is_obstacle:
                one.put_away()
        self._dress_once()
        self.setGeometry(surface.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))
        if self.isHidden():
            self.show()
            self.raise_()

    def refit(self) -> None:
        """The text or the window has moved, or what it shows has another size."""
        if not self.isHidden():
            self.open_at(self._position, shift=self._shift, is_above=self._is_above)

    def put_away(self) -> None:
        """Show it no more."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    @property
    def surface(self) -> QRect:
        """Where its surface lies in the window: all of it but the shadow."""
        return self.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)

    @property
    def room(self) -> QRect:
        """Where in the window surfaces may lie."""
        return self.window().rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)

    @property
    def obstacles(self) -> list[QRect]:
        """The surfaces of the other overlays to keep clear of."""
        return [other.surface for other in self._others()]

    def room_beside(self, position: int) -> int:
        """How high the surface can be above or below a position of the text, where that is more."""
        anchor = self._anchor_of(position, 0)
        room = self.room
        if anchor is None:
            return room.height()
        return max(anchor.top() - room.top(), room.bottom() - anchor.bottom())

    def wanted_size(self) -> QSize:
        """The size that the surface would have with room without end."""
        size, around = self.sizeHint(), 2 * SHADOW
        if self.column.hasHeightForWidth():
            size.setWidth(min(size.width(), self.room.width() + around))
            size.setHeight(self.column.totalHeightForWidth(size.width()))
        return size - QSize(around, around)

    def showEvent(self, event: QShowEvent) -> None:
        """Watch what the place depends on, as long as it is shown: it costs time at each key."""
        super().showEvent(event)
        if not self._is_watching:
            self._is_watching = True
            for watched in (self.window(), self._view.area.viewport()):
                watched.installEventFilter(self)
            self._view.updated.connect(self._on_view_updated)

    def hideEvent(self, event: QHideEvent) -> None:
        """Watch it no more."""
        super().hideEvent(event)
        if self._is_watching:
            self._is_watching = False
            for watched in (self.window(), self._view.area.viewport()):
                watched.removeEventFilter(self)
            self._view.updated.disconnect(self._on_view_updated)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the place in the text while the window around it changes."""
        del watched
        if event.type() == QEvent.Type.Resize:
            self.refit()
        elif event.type() == QEvent.Type.Hide:
            self.put_away()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface, its border and its shadow."""
        theme, ratio = self.appearance.theme, self.devicePixelRatio()
        if self._ground is None or (self._ground.theme, self._ground.ratio) != (theme, ratio):
            self._ground = Ground(theme, ratio)
        painter = QPainter(self)
        self._ground.draw(painter, self.size(), event.rect())
        painter.end()

    def _anchor_of(self, position: int, shift: int) -> QRect | None:
        """The place in the window of a position; None while that is out of sight."""
        send, viewport = self._view.send, self._view.area.viewport()
        point = QPoint(
            send(Message.POINTXFROMPOSITION, 0, position),
            send(Message.POINTYFROMPOSITION, 0, position),
        )
        height = send(Message.TEXTHEIGHT, 0)
        seen = viewport.rect().adjusted(0, -height // 2, 0, -height // 2)
        if not seen.contains(point):
            return None
        place = viewport.mapTo(self.window(), point) - QPoint(shift, _GAP)
        return QRect(place, QSize(1, height + 2 * _GAP))

    def _keep_off_line(self) -> None:
        """Let no shadow fall on the line: it would be painted with each letter that is typed."""
        strip = SHADOW - _GAP
        above, below = (0, strip) if self.is_over_line else (strip, 0)
        self.setMask(QRegion(self.rect().adjusted(0, above, 0, -below)))

    def _dress_once(self) -> None:
        if not self._is_dressed:
            self._is_dressed = True
            self.dress()

    def _place(self, anchor: QRect) -> QRect:
        return fitted(
            anchor,
            self.wanted_size(),
            self.room,
            is_above=self.is_over_line,
            obstacles=self.obstacles,
        )

    def _others(self) -> list[Overlay]:
        """Those that are shown and to be kept clear of."""
        return [
            other
            for other in self.window().children()
            if isinstance(other, Overlay)
            and other is not self
            and other.is_obstacle
            and not other.isHidden()
        ]

    def _on_view_updated(self, what: int) -> None:
        if what & (Updated.VERTICAL_SCROLL | Updated.HORIZONTAL_SCROLL):
            self.refit()

    def _on_appearance_changed(self) -> None:
        self._is_dressed = False
        self.put_away()
