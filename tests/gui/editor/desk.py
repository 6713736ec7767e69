"""An editor pane in a window of its own, with an example open and fingers on the keys."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from groundwork.gui.appearance import Appearance
from groundwork.gui.editor.caption import Caption
from groundwork.gui.editor.code_editor import CodeEditor
from groundwork.gui.editor.pane import EditorPane
from groundwork.gui.editor.scintilla import Message, Scintilla
from groundwork.packs.model import ExampleAddress

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
FIRST = ExampleAddress("pack", "lesson", "first")
SECOND = ExampleAddress("pack", "lesson", "second")


class Desk:
    """What a test does at the editor, and what it sees there."""

    def __init__(self, qtbot: QtBot, text: str = "", name: str = "main.py") -> None:
        self.qtbot = qtbot
        self.appearance = Appearance("light", 1.0)
        self.pane = EditorPane(self.appearance)
        self.pane.resize(700, 500)
        qtbot.addWidget(self.pane)
        with qtbot.waitActive(self.pane):
            self.pane.show()
            self.pane.activateWindow()
        self.editor.get_ready()
        self.open({name: text})
        self.pane.setFocus()
        qtbot.waitUntil(self.view.area.hasFocus)

    @property
    def editor(self) -> CodeEditor:
        found = self.pane.findChild(CodeEditor)
        assert isinstance(found, CodeEditor)
        return found

    @property
    def view(self) -> Scintilla:
        return self.editor.view

    @property
    def text(self) -> str:
        return self.pane.texts()[self.pane.current]

    @property
    def selected(self) -> str:
        start, end = self.ask(Message.GETSELECTIONSTART), self.ask(Message.GETSELECTIONEND)
        return self.view.slice(start, end).decode()

    def open(
        self,
        files: Mapping[str, str],
        address: ExampleAddress = FIRST,
        originals: Mapping[str, str] | None = None,
        current: str = "",
    ) -> None:
        self.pane.open_example(
            address,
            Caption("A lesson", "An example"),
            files,
            originals or files,
            current or next(iter(files)),
        )

    def type(self, text: str) -> None:
        """Type text; letters that no plain keyboard has come as they come from others."""
        for plain, others in re.findall(r"([\x20-\x7e]+)|([^\x20-\x7e]+)", text):
            QTest.keyClicks(self.focused, plain)
            for letter in others:
                press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, NONE, letter)
                QApplication.sendEvent(self.focused, press)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.focused, key, modifiers)

    def paste(self, text: str) -> None:
        clip = QMimeData()
        clip.setText(text)
        QGuiApplication.clipboard().setMimeData(clip)
        self.press(Qt.Key.Key_V, CTRL)

    def turn_wheel(self, eighths: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Turn the wheel over the text by so many eighths of a degree."""
        viewport = self.view.area.viewport()
        middle = viewport.mapTo(self.pane, viewport.rect().center())
        QTest.wheelEvent(
            self.pane.windowHandle(), middle.toPointF(), QPoint(0, eighths), QPoint(), modifiers
        )

    @property
    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def field(self, name: str) -> QLineEdit:
        """The visible field of that name."""
        return next(
            field
            for field in self.pane.findChildren(QLineEdit)
            if field.accessibleName() == name and field.isVisible()
        )

    def menu_by_key(self) -> QMenu:
        """The menu that the menu key opens; Qt turns the key into this event by itself."""
        middle = self.view.area.rect().center()
        wish = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, middle, NONE)
        QApplication.sendEvent(self.view.area, wish)
        return next(menu for menu in self.pane.findChildren(QMenu) if menu.isVisible())

    def ask(self, message: Message, first: int = 0, second: int = 0) -> int:
        return self.view.send(message, first, second)

    def spans(self, indicator: int) -> list[str]:
        """The stretches of text that an indicator stands on."""
        found, place, end = [], 0, self.ask(Message.GETLENGTH)
        while place < end:
            border = self.ask(Message.INDICATOREND, indicator, place) or end
            if self.ask(Message.INDICATORVALUEAT, indicator, place):
                found.append(self.view.slice(place, border).decode())
            place = border
        return found

    def ask_point(self, place: int) -> QPoint:
        """Where the character at that place is drawn, in the viewport."""
        left = self.ask(Message.POINTXFROMPOSITION, 0, place)
        top = self.ask(Message.POINTYFROMPOSITION, 0, place)
        return QPoint(left, top)

    def notices(self) -> str:
        """All that labels say."""
        labels = self.pane.findChildren(QLabel)
        return " ".join(label.text() for label in labels if label.isVisible())

    def brackets(self) -> set[int]:
        """The places of the two brackets that are marked, as they look in the picture."""
        lit = QColor(self.appearance.theme.selection).rgb()
        picture = self.view.area.viewport().grab().toImage()
        length = self.ask(Message.GETLENGTH)
        corners = {place: self.ask_point(place) + QPoint(2, 1) for place in range(length)}
        return {place for place, corner in corners.items() if picture.pixel(corner) == lit}

    def style_of(self, word: str) -> int:
        """The style of the first place where the word stands, once it has been painted."""
        place = len(self.text[: self.text.index(word)].encode())
        self.qtbot.waitUntil(lambda: self.ask(Message.GETENDSTYLED) > place)
        return self.ask(Message.GETSTYLEAT, place)
