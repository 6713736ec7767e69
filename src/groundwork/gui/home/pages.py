"""The place of the lesson page, which it shares with the home page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from groundwork.gui.home.page import HomePage
from groundwork.gui.page.lesson_page import LessonPage


class Pages(QStackedWidget):
    """Shows the lesson or home.

    Signals:
        changed: the other of the two is shown now.
    """

    changed = Signal()

    def __init__(self, lesson: LessonPage, home: HomePage) -> None:
        super().__init__()
        self._lesson, self._home = lesson, home
        self.addWidget(lesson)
        self.addWidget(home)
        self.setFocusProxy(lesson)

    @property
    def is_home(self) -> bool:
        """Whether home is shown."""
        return self.currentWidget() is self._home

    def show_home(self) -> None:
        """Show home, and give it the keyboard."""
        self._show(self._home)
        self._home.focus_first()

    def show_lesson(self) -> None:
        """Show the lesson, which takes the keyboard over from home."""
        focused = QApplication.focusWidget()
        if focused is None or not self._home.isAncestorOf(focused):
            self._show(self._lesson)
            return
        focused.clearFocus()  # or the stack hands it to a part of the lesson, which scrolls there
        self._show(self._lesson)
        self._lesson.setFocus()

    def minimumSizeHint(self) -> QSize:
        """As small as the lesson may be."""
        return self._lesson.minimumSizeHint()

    def _show(self, page: QWidget) -> None:
        if self.currentWidget() is not page:
            self.setFocusProxy(page)
            self.setCurrentWidget(page)
            self.changed.emit()
