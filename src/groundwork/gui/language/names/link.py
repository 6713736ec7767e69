"""While Ctrl is held, the name under the pointer is a link to its definition."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from groundwork.gui.editor.look import LINK, colour
from groundwork.gui.editor.scintilla import IndicatorStyle, Message
from groundwork.gui.language.names.definition import Definition
from groundwork.gui.language.names.journey import Journey
from groundwork.gui.language.names.pointed import Span, name_under
from groundwork.gui.language.workplace import Workplace

_HAND, _USUAL_CURSOR = 8, -1
"""The shapes of the pointer as Scintilla counts them."""

_CTRL = Qt.KeyboardModifier.ControlModifier


class Link(QObject):
    """Underlines the name under the pointer while Ctrl is held, and follows it when it is pressed.

    The button of the mouse that goes back, goes back here too.
    """

    def __init__(self, workplace: Workplace, definition: Definition, journey: Journey) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._definition, self._journey = definition, journey
        self._view = workplace.view
        self._span: Span | None = None
        self._pointer: QPoint | None = None
        self._answers = {
            QEvent.Type.MouseMove: self._on_mouse_moved,
            QEvent.Type.MouseButtonPress: self._on_mouse_pressed,
            QEvent.Type.MouseButtonRelease: self._on_mouse_released,
            QEvent.Type.KeyPress: self._on_key_pressed,
            QEvent.Type.KeyRelease: self._on_key_released,
            QEvent.Type.Leave: self._on_pointer_left,
            QEvent.Type.FocusOut: self._on_focus_lost,
        }
        self._view.area.viewport().installEventFilter(self)
        workplace.text_changed.connect(self._forget)
        workplace.file_shown.connect(self._forget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event is kept from the editor."""
        del watched
        answer = self._answers.get(event.type())
        return answer(event) if answer else False

    def _on_mouse_moved(self, event: QEvent) -> bool:
        mouse = cast("QMouseEvent", event)
        is_free = mouse.buttons() == Qt.MouseButton.NoButton
        if self._pointer is None:
            self._view.area.installEventFilter(self)  # its keys matter to a pointer alone
        self._pointer = mouse.position().toPoint() if is_free else None
        self._show(self._pointer if mouse.modifiers() == _CTRL else None)
        return False

    def _on_mouse_pressed(self, event: QEvent) -> bool:
        mouse = cast("QMouseEvent", event)
        if mouse.button() == Qt.MouseButton.BackButton:
            self._journey.go_back()
            return True
        name = self._followed(mouse)
        if name is not None:
            self._view.area.setFocus()
            self._view.send(Message.GOTOPOS, name[0])  # this is where the way back leads
        return name is not None

    def _on_mouse_released(self, event: QEvent) -> bool:
        """A link is followed where the button is let go on the name that it was pressed on."""
        name = self._followed(cast("QMouseEvent", event))
        cursor = self._view.send(Message.GETCURRENTPOS)
        if name is not None and name[0] <= cursor <= name[1]:
            self._show(None)
            self._definition.go_from(name[0])
        return False

    def _followed(self, mouse: QMouseEvent) -> Span | None:
        """The name that is pressed as a link, if one is."""
        if mouse.button() != Qt.MouseButton.LeftButton or mouse.modifiers() != _CTRL:
            return None
        return name_under(self._view, mouse.position().toPoint())

    def _on_key_pressed(self, event: QEvent) -> bool:
        """Ctrl makes a link of what the pointer is over; with another key it is a command."""
        is_ctrl = cast("QKeyEvent", event).key() == Qt.Key.Key_Control
        self._show(self._pointer if is_ctrl else None)
        return False

    def _on_key_released(self, event: QEvent) -> bool:
        if cast("QKeyEvent", event).key() == Qt.Key.Key_Control:
            self._show(None)
        return False

    def _on_pointer_left(self, event: QEvent) -> bool:
        self._pointer = None
        self._view.area.removeEventFilter(self)
        return self._on_focus_lost(event)

    def _on_focus_lost(self, event: QEvent) -> bool:
        del event
        self._show(None)
        return False

    def _show(self, place: QPoint | None) -> None:
        """Underline the name there, and none else."""
        span = name_under(self._view, place) if place is not None else None
        if span == self._span:
            return
        before, self._span = self._span, span
        send = self._view.send
        send(Message.SETINDICATORCURRENT, LINK)
        if before is not None:
            send(Message.INDICATORCLEARRANGE, before[0], before[1] - before[0])
        if span is not None:
            send(Message.INDICSETSTYLE, LINK, IndicatorStyle.PLAIN)
            send(Message.INDICSETFORE, LINK, colour(self._workplace.appearance.theme.accent))
            send(Message.INDICATORFILLRANGE, span[0], span[1] - span[0])
        send(Message.SETCURSOR, _HAND if span is not None else _USUAL_CURSOR)

    def _forget(self) -> None:
        """The text is another, and with it what is underlined."""
        if self._span is not None:
            self._span = None
            self._view.send(Message.SETCURSOR, _USUAL_CURSOR)
