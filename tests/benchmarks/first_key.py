"""When a window is of use: the moment that a key which was pressed has been painted."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_AFTER_PAINTING = QEvent.Type(QEvent.registerEventType())


class PaintWatch(QObject):
    """Calls back whenever a widget has been painted, with the time of the monotonic clock.

    The event is noted before the widget paints, and the call comes straight after all of that.
    """

    def __init__(
        self,
        widget: QObject,
        then: Callable[[float], None],
        kind: QEvent.Type = QEvent.Type.Paint,
    ) -> None:
        super().__init__(widget)
        self._then = then
        self._is_due = False
        self._kind = kind
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come back after a paint event."""
        if event.type() == self._kind and not self._is_due:
            self._is_due = True
            urgent = Qt.EventPriority.HighEventPriority.value
            QCoreApplication.postEvent(self, QEvent(_AFTER_PAINTING), urgent)
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Tell."""
        if event.type() != _AFTER_PAINTING:
            return super().event(event)
        self._is_due = False
        self._then(time.monotonic())
        return True


class FirstKey(QObject):
    """Presses a key once an editor has been painted, and calls back when that key is painted."""

    def __init__(self, editor: QAbstractScrollArea, then: Callable[[float], None]) -> None:
        super().__init__(editor)
        self._editor = editor
        self._then: Callable[[float], None] | None = then
        self._events = key_events()
        self._was_pressed = False
        self._has_arrived = False
        editor.installEventFilter(self)
        self._watch = PaintWatch(editor.viewport(), self._on_watch_painted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that the key has arrived."""
        if event.type() == QEvent.Type.KeyPress:
            self._has_arrived = True
        return super().eventFilter(watched, event)

    def _on_watch_painted(self, at: float) -> None:
        if not self._was_pressed:
            self._was_pressed = True
            for event in self._events:
                QCoreApplication.postEvent(self._editor, event)
        elif self._has_arrived and self._then is not None:
            then, self._then = self._then, None
            then(at)


def key_events() -> list[QKeyEvent]:
    """The key x pressed and released, to be posted."""
    kinds = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
    none = Qt.KeyboardModifier.NoModifier
    return [QKeyEvent(kind, Qt.Key.Key_X, none, "x") for kind in kinds]


def area_in(window: QWidget) -> QAbstractScrollArea | None:
    """QScintilla's own widget in a window, where its keys go; None while there is none."""
    from pyside6_qsci.scintilla import Scintilla  # noqa: PLC0415 - the bare window has none

    editor = window.findChild(Scintilla)
    return None if editor is None else editor.area
