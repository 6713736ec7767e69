"""Draws arrows over the text, from where a name is bound to where it is used."""

from __future__ import annotations

from math import atan2, cos, pi, sin
from typing import NamedTuple, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from groundwork.gui.editor.lines import line_of, visible_lines
from groundwork.gui.editor.marks import Namesakes, Span
from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.names.bindings import KnownBindings
from groundwork.gui.language.names.pointed import name_around, name_under
from groundwork.gui.language.workplace import Workplace

_DELAY = 200
"""Milliseconds that cursor or pointer rest on a name before its arrows are drawn."""

_MOST = 200
_WIDTH = 1.25
_OPACITY = 190
_HEAD = 6.0
_SPREAD = pi / 7
_MARGINS = 3
_ARC, _BEND = 0.3, 0.4
"""How far an arrow leaves its way, as a share of the height of a line, or of its own height."""


class Arrow(NamedTuple):
    """From where a name is bound to where it is used."""

    bound: Span
    used: Span


class Arrows(QWidget):
    """Lies over the text and lets the mouse through; shown while it is switched on."""

    def __init__(self, workplace: Workplace, bindings: KnownBindings) -> None:
        view = workplace.view
        super().__init__(view.area)
        self.arrows: tuple[Arrow, ...] = ()
        self._workplace, self._view, self._bindings = workplace, view, bindings
        self._pointed: QPoint | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self._timer.timeout.connect(self._on_timer_timeout)
        workplace.file_shown.connect(self._clear)
        workplace.appearance.changed.connect(self.update)
        self.hide()

    def switch(self, *, is_on: bool) -> None:
        """Draw arrows from now on, or none."""
        self.setGeometry(self._view.area.viewport().geometry())
        if is_on == self.isHidden():
            self._listen(is_on=is_on)
        self.setVisible(is_on)
        self.raise_()
        if is_on:
            self._timer.start()
        else:
            self._clear()

    def _listen(self, *, is_on: bool) -> None:
        """Hear of each key, which costs time, only while arrows are drawn."""
        viewport = self._view.area.viewport()
        if is_on:
            viewport.installEventFilter(self)
        else:
            viewport.removeEventFilter(self)
        for signal, slot in (
            (self._view.updated, self._on_view_updated),
            (self._workplace.cursor_moved, self._on_cursor_moved),
            (self._workplace.text_changed, self._clear),
        ):
            if is_on:
                signal.connect(slot)
            else:
                signal.disconnect(slot)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the text, and the pointer over it."""
        del watched
        match event.type():
            case QEvent.Type.Resize:
                self.setGeometry(self._view.area.viewport().geometry())
            case QEvent.Type.MouseMove:
                self._pointed = cast("QMouseEvent", event).position().toPoint()
                self._timer.start()
            case QEvent.Type.Leave:
                self._pointed = None
                self._timer.start()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in sight."""
        del event
        if not self.arrows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margins = sum(self._view.send(Message.GETMARGINWIDTHN, each) for each in range(_MARGINS))
        painter.setClipRect(self.rect().adjusted(margins, 0, 0, 0))
        ink = QColor(self._workplace.appearance.theme.accent)
        ink.setAlpha(_OPACITY)
        scale = self._workplace.appearance.text_scale
        for arrow in self.arrows:
            if self._is_shown(arrow):
                self._draw(painter, arrow, ink, scale)
        painter.end()

    def _draw(self, painter: QPainter, arrow: Arrow, ink: QColor, scale: float) -> None:
        path = arrow_path(self._place(arrow.bound), self._place(arrow.used))
        painter.setPen(QPen(ink, _WIDTH * scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPath(_head(path, _HEAD * scale))

    def _place(self, span: Span) -> QRectF:
        """Where the name is painted."""
        send = self._view.send
        left, right = (send(Message.POINTXFROMPOSITION, 0, end) for end in span)
        top = send(Message.POINTYFROMPOSITION, 0, span[0])
        return QRectF(left, top, right - left, send(Message.TEXTHEIGHT, 0))

    def _is_shown(self, arrow: Arrow) -> bool:
        """Whether part of the arrow may be in sight, and neither end is folded away."""
        seen = visible_lines(self._view)
        first, last = sorted(line_of(self._view, span[0]) for span in arrow)
        is_near = first < seen.stop and last >= seen.start
        return is_near and all(self._view.send(Message.GETLINEVISIBLE, n) for n in (first, last))

    def _on_timer_timeout(self) -> None:
        if self.isHidden():
            return
        view = self._view
        span = None if self._pointed is None else name_under(view, self._pointed)
        span = span or name_around(view, view.send(Message.GETCURRENTPOS))
        if span is None:
            self._clear()
        else:
            self._bindings.tell(span[0], self._on_told)

    def _on_told(self, namesakes: Namesakes | None) -> None:
        found = arrows_of(namesakes) if namesakes else ()
        if found != self.arrows:
            self.arrows = found
            self.update()

    def _on_cursor_moved(self) -> None:
        self._timer.start()

    def _on_view_updated(self) -> None:
        if self.arrows:
            self.update()

    def _clear(self) -> None:
        if self.arrows:
            self.arrows = ()
            self.update()
        self._timer.start()


def arrows_of(namesakes: Namesakes) -> tuple[Arrow, ...]:
    """An arrow to each use, from the last binding before it, or from the first if none is."""
    bound = sorted(namesakes.bound)
    if not bound:
        return ()
    found = []
    for used in sorted(namesakes.used)[:_MOST]:
        before = [span for span in bound if span < used]
        found.append(Arrow(before[-1] if before else bound[0], used))
    return tuple(found)


def arrow_path(bound: QRectF, used: QRectF) -> QPainterPath:
    """Within a line it goes over the words, to another line from edge to edge.

    Over the words it keeps below the letters of the line above, which it would strike through.
    """
    if bound.top() == used.top():
        start, end = (
            QPointF(bound.center().x(), bound.top()),
            QPointF(used.center().x(), used.top()),
        )
        lift = QPointF(0, -bound.height() * _ARC)
    else:
        is_down = used.top() > bound.top()
        start = QPointF(bound.center().x(), bound.bottom() if is_down else bound.top())
        end = QPointF(used.center().x(), used.top() if is_down else used.bottom())
        reach = max(abs(end.y() - start.y()), bound.height()) * _BEND
        lift = QPointF(0, reach if is_down else -reach)
    path = QPainterPath(start)
    path.cubicTo(start + lift, end + (lift if bound.top() == used.top() else -lift), end)
    return path


def _head(path: QPainterPath, size: float) -> QPainterPath:
    """The point of an arrow at the end of its path."""
    end, before = path.pointAtPercent(1.0), path.pointAtPercent(0.93)
    angle = atan2(end.y() - before.y(), end.x() - before.x())
    head = QPainterPath(end)
    for side in (angle - _SPREAD, angle + _SPREAD):
        head.lineTo(end - QPointF(cos(side), sin(side)) * size)
    head.closeSubpath()
    return head
