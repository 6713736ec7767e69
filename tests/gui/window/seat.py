"""A learner's seat before one open window: what is pressed and clicked there, and what is seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from groundwork.gui.app import App
from groundwork.gui.shell import Shell

from .sight import Sight

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key
PATIENCE = 30_000
"""Milliseconds before a test gives up waiting: machines may be busy."""


class Seat(Sight):
    """One open window; keys go where the window system would send them."""

    def __init__(self, qtbot: QtBot, shell: Shell, target: Path | None, early: str) -> None:
        """Show the window; `early` is typed before it is complete, then `target` is opened."""
        self._qtbot = qtbot
        self._is_left = False
        self.window = shell.window
        self.window.open()
        self.activate()
        self.type(early)
        super().__init__(App(shell))
        self.app.begin(target)

    def activate(self) -> None:
        """Bring this window to the front, with the keys going to it."""
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key in whatever window has the keyboard."""
        for _ in range(times):
            QTest.keyClick(_keyboard(), key, modifiers)

    def type(self, text: str) -> None:
        """Type text; line ends are the Enter key."""
        for letter in text:
            if letter == "\n":
                self.press(Key.Key_Return)
            else:
                QTest.keyClick(_keyboard(), ord(letter))

    def click(self, target: QWidget | str, place: QPoint | None = None) -> None:
        """Press the left button on the middle of a widget, or at a place of it.

        A text names a button, which may still be on its way.
        """
        if isinstance(target, str):
            name = target
            self.wait(lambda: self.button(name))
            button = self.button(name)
            assert button is not None
            target = button
        point = target.mapTo(target.window(), place or target.rect().center())
        QTest.mouseClick(target.window().windowHandle(), Qt.MouseButton.LeftButton, NONE, point)

    def click_text(self, part: str) -> None:
        """Press on a text of the lesson page."""
        self.wait(lambda: self.app.page.is_settled)
        self.click(*self.text_place(part))

    def click_row(self, title: str) -> None:
        """Press on a row of the tree."""
        place = self.tree_view.visualRect(self.index(title)).center()
        self.click(self.tree_view.viewport(), place)

    def write(self, text: str) -> None:
        """Put the keyboard into the editor and type `text` in place of everything there."""
        self.press(Key.Key_E, ALT)
        self.wait(lambda: self.has_focus(self.app.editor))
        self.press(Key.Key_A, CTRL)
        self.press(Key.Key_Delete)
        self.type(text)

    def wait(self, condition: Callable[[], object]) -> None:
        """Let the window go on until the condition holds."""
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)

    def wait_to_hold(self, check: Callable[[], None]) -> None:
        """Let the window go on until the check has nothing to complain of."""
        self._qtbot.waitUntil(check, timeout=PATIENCE)

    def wait_for_example(self, example_id: str) -> None:
        """Wait until the example is in the editor."""
        self.wait(lambda: self.example == example_id)

    def wait_for_dialog(self) -> None:
        """Wait until a dialog is open and has the keyboard: before that, a click may miss it."""
        self.wait(lambda: self.dialogs and self.dialogs[0].isActiveWindow())

    def wait_for_status(self, *words: str) -> None:
        """Wait until the status line says all of the words."""
        self.wait(lambda: all(word in self.status for word in words))

    def leave(self) -> None:
        """Close the window, as its close button does, and forget it."""
        if not self._is_left:
            self._is_left = True
            is_closed = self.window.close()
            self.app.deleteLater()
            self.window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            assert is_closed, "the window stays open because something is not saved"


def _keyboard() -> QWindow:
    window = QGuiApplication.focusWindow()
    assert window is not None
    return window
