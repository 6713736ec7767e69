"""Notices that the pointer rests on a place in the code, and that it has gone from there."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QMouseEvent

from groundwork.gui.editor.scintilla import Message, Scintilla

_REST = 400
"""Milliseconds for which a pointer stays that points at something."""

_GRACE = 300
"""Milliseconds that it may take on its way from a name to what has opened beside it."""

NOWHERE = -1


class Pointing(QObject):
    """Watches the pointer over an editor.

    Signals:
        rested: on the character at this position, in bytes.
        left: neither the place that was pointed at nor what opened beside it is pointed at any
            more, or something else is being done with the mouse.
    """

    rested = Signal(int)
    left = Signal()

    def __init__(self, view: Scintilla) -> None:
        super().__init__(view)
        self._view = view
        self._place = QPoint()
        self._kept: range | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._grace = QTimer(self, singleShot=True, interval=_GRACE)
        self._rest.timeout.connect(self._on_rest_timeout)
        self._grace.timeout.connect(self._on_grace_timeout)
        self._viewport = view.area.viewport()
        self._viewport.setMouseTracking(True)
        self._viewport.installEventFilter(self)

    def keep(self, span: range | None) -> None:
        """Something is shown about these positions; None: nothing is."""
        self._kept = span
        self._grace.stop()

    def stop(self) -> None:
        """Something else is being done: nobody points at anything until the pointer moves."""
        self._rest.stop()

    def watch(self, widget: QObject) -> None:
        """The pointer may go into that widget too."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer; the events go on to whom they are for."""
        kind = event.type()
        if watched is not self._viewport:
            self._follow_into_popup(kind)
        elif kind == QEvent.Type.MouseMove:
            self._follow(cast("QMouseEvent", event))
        elif kind == QEvent.Type.Leave:
            self._leave()
        elif kind in {QEvent.Type.MouseButtonPress, QEvent.Type.Wheel}:
            self._rest.stop()
            self.left.emit()
        return False

    def position_at(self, place: QPoint) -> int:
        """The position of the character at a place of the viewport; -1 where there is none."""
        return self._view.send(Message.CHARPOSITIONFROMPOINTCLOSE, place.x(), place.y())

    def _follow(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if place == self._place:
            return  # Qt says so where a popup under a pointer goes that lies still
        self._place = place
        if event.buttons().value:
            self._rest.stop()
        elif self._kept is not None and self.position_at(self._place) in self._kept:
            self._grace.stop()
            self._rest.stop()
        else:
            self._rest.start()
            self._lose()

    def _follow_into_popup(self, kind: QEvent.Type) -> None:
        if kind == QEvent.Type.Enter:
            self._grace.stop()
            self._rest.stop()
        elif kind == QEvent.Type.Leave:
            self._lose()

    def _leave(self) -> None:
        self._rest.stop()
        self._lose()

    def _lose(self) -> None:
        if self._kept is not None and not self._grace.isActive():
            self._grace.start()

    def _on_rest_timeout(self) -> None:
        position = self.position_at(self._place)
        if position != NOWHERE:
            self.rested.emit(position)

    def _on_grace_timeout(self) -> None:
        self.left.emit()
