"""What there is to see in an open window."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QTabBar,
    QTreeView,
    QWidget,
)

from groundwork.gui.app import App
from groundwork.gui.editor.code_editor import CodeEditor
from groundwork.gui.editor.look import ERROR_MARKER
from groundwork.gui.editor.scintilla import Message
from groundwork.gui.page.example_card import ExampleCard
from groundwork.gui.page.inline_marks import Mark, rectangles
from groundwork.gui.page.text_view import TextView
from groundwork.gui.tree.model import LessonModel, Row


class Sight:
    """Reads the window as somebody before it does."""

    def __init__(self, app: App) -> None:
        self.app = app

    @property
    def lesson(self) -> str:
        """The title of the lesson on the page; empty where there is none."""
        current = self.app.reading.current
        return current.lesson.title if current else ""

    @property
    def example(self) -> str:
        """The id of the example in the editor; empty before the first."""
        current = self.app.practice.current
        return current[0].example_id if current else ""

    @property
    def code(self) -> str:
        """What stands in the editor."""
        return self.app.editor.texts().get(self.app.editor.current, "")

    @property
    def output(self) -> str:
        """What stands in the console."""
        return self.app.run_panel.console.toPlainText()

    @property
    def status(self) -> str:
        """What the left of the status line says."""
        return self.app.status.text

    @property
    def banner(self) -> str:
        """The sentence over the panels; empty where there is none."""
        return self.app.banner.text if self.app.banner.isVisible() else ""

    @property
    def dialogs(self) -> list[QDialog]:
        """The dialogs that are open."""
        return [one for one in self.app.window.findChildren(QDialog) if one.isVisible()]

    @property
    def clipboard(self) -> str:
        """The text on the clipboard."""
        return QGuiApplication.clipboard().text()

    def labels(self, panel: QWidget) -> str:
        """The words of the visible labels in a panel."""
        labels = panel.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    @property
    def focused(self) -> QWidget | None:
        """The widget that has the keyboard."""
        return QApplication.focusWidget()

    def has_focus(self, panel: QWidget) -> bool:
        """Whether a panel, or something in it, has the keyboard."""
        focused = self.focused
        return focused is not None and (panel is focused or panel.isAncestorOf(focused))

    @property
    def error_line(self) -> int:
        """The line of the shown file that has the sign of an error; 0 where none has."""
        return 1 + self._code_editor.view.send(Message.MARKERNEXT, 0, 1 << ERROR_MARKER)

    @property
    def error_sentence(self) -> str:
        """The words below the line of the error."""
        view = self._code_editor.view
        line = self.error_line - 1
        text = ctypes.create_string_buffer(view.send(Message.ANNOTATIONGETTEXT, line) + 1)
        view.send(Message.ANNOTATIONGETTEXT, line, ctypes.addressof(text))
        return text.value.decode()

    @property
    def place(self) -> tuple[str, int]:
        """The file in the editor, and the line of the cursor in it."""
        return self.app.editor.current, self.app.editor.cursor_place()[0]

    @property
    def shape(self) -> tuple[object, ...]:
        """Where the window stands, and how its panels share it."""
        app = self.app
        return app.window.geometry(), app.panels.sizes(), app.work.sizes()

    @property
    def file_tabs(self) -> list[str]:
        """The words on the tabs of the editor."""
        bars = (bar for bar in self.app.editor.findChildren(QTabBar) if bar.isVisible())
        return [bar.tabText(index) for bar in bars for index in range(bar.count())]

    @property
    def _code_editor(self) -> CodeEditor:
        found = self.app.editor.findChild(CodeEditor)
        assert isinstance(found, CodeEditor)
        return found

    def card(self, title: str) -> ExampleCard | None:
        """The card of the example of that title, once it is on the page."""
        cards = self.app.page.findChildren(ExampleCard)
        return next((c for c in cards if c.example.title == title and c.isVisible()), None)

    def button(self, name: str) -> QAbstractButton | None:
        """The visible button with that name for the ear, or with these words on it."""
        for button in self.app.window.findChildren(QAbstractButton):
            if button.isVisible() and name in {button.accessibleName(), button.text()}:
                return button
        return None

    def text_place(self, part: str) -> tuple[TextView, QPoint]:
        """The text on the page that holds `part`, and where in it."""
        for view in self.app.page.findChildren(TextView):
            found = view.document.find(part)
            if view.isVisible() and not found.isNull():
                mark = Mark(found.selectionStart(), found.selectionEnd())
                place = rectangles(view.document, mark)[0].center().toPoint()
                return view, place - QPoint(view.offset, 0)
        raise AssertionError(f"{part} is not on the page")

    def height_of(self, part: str) -> int:
        """How far below the upper edge of the page a text begins."""
        view, place = self.text_place(part)
        return view.mapTo(self.app.page, place).y()

    @property
    def tree_view(self) -> QTreeView:
        """The tree without its filter box."""
        return self.app.tree.findChildren(QTreeView)[0]

    def rows(self) -> list[Row]:
        """All rows of the tree that can be scrolled to."""
        model = self.tree_view.model()
        assert isinstance(model, LessonModel)
        return [model.row(index) for index in self._indexes()]

    def row(self, title: str) -> Row:
        """The row of that title."""
        return next(row for row in self.rows() if row.title == title)

    def index(self, title: str) -> QModelIndex:
        """Where the row of that title stands."""
        return next(index for index in self._indexes() if index.data() == title)

    def _indexes(self) -> Iterator[QModelIndex]:
        index = self.tree_view.model().index(0, 0)
        while index.isValid():
            yield index
            index = self.tree_view.indexBelow(index)
