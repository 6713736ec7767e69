"""Joins the home page to the packs, the progress and the window."""

from __future__ import annotations

from PySide6.QtCore import QObject

from groundwork.gui.bar import TopBar
from groundwork.gui.home.outlook import outlook
from groundwork.gui.home.page import HomePage
from groundwork.gui.home.pages import Pages
from groundwork.gui.panels import Panels
from groundwork.gui.progress import ProgressRecord
from groundwork.gui.reading import Reading
from groundwork.packs.model import LessonAddress


class HomeDesk(QObject):
    """Shows home when it is wanted, up to date for as long as it is seen."""

    def __init__(  # noqa: PLR0913 - it joins these parts, and does nothing else
        self,
        *,
        home: HomePage,
        pages: Pages,
        reading: Reading,
        progress: ProgressRecord,
        bar: TopBar,
        panels: Panels,
    ) -> None:
        super().__init__(panels)
        self._home, self._pages = home, pages
        self._reading, self._progress = reading, progress
        self._bar, self._panels = bar, panels
        pages.changed.connect(self._on_pages_changed)
        bar.home_requested.connect(self.show)
        bar.back_requested.connect(self.go_back)
        home.lesson_requested.connect(self._on_home_lesson_requested)
        reading.lesson_opened.connect(pages.show_lesson)
        reading.lesson_renewed.connect(self._on_pages_changed)
        reading.place_chosen.connect(pages.show_lesson)
        reading.pack_refused.connect(pages.show_lesson)
        reading.packs_changed.connect(self._refresh)
        progress.lessons_changed.connect(self._refresh)

    def show(self) -> None:
        """Show home."""
        self._fill()
        self._panels.reveal_page()
        self._pages.show_home()

    def go_back(self) -> None:
        """From home to the lesson that was read; from there to the one read before."""
        if self._pages.is_home and self._is_lesson_open:
            self._pages.show_lesson()
        else:
            self._reading.go_back()

    @property
    def _is_lesson_open(self) -> bool:
        current = self._reading.current
        return current is not None and current.pack in self._reading.packs

    def _fill(self) -> None:
        lessons = self._progress.lessons
        self._home.show_outlooks([outlook(pack, lessons) for pack in self._reading.packs])

    def _refresh(self) -> None:
        if self._pages.is_home:
            self._fill()

    def _on_pages_changed(self) -> None:
        window, current = self._panels.window(), self._reading.current
        if self._pages.is_home:
            self._bar.set_place("", "Home")
            window.setWindowTitle("Home - Groundwork")
        elif current is not None:
            self._bar.set_place(current.chapter_title, current.lesson.title)
            window.setWindowTitle(f"{current.lesson.title} - Groundwork")
        self._bar.set_history(
            can_go_back=self._reading.can_go_back or (self._pages.is_home and self._is_lesson_open),
            can_go_forward=self._reading.can_go_forward,
        )

    def _on_home_lesson_requested(self, address: LessonAddress) -> None:
        current = self._reading.current
        if current is not None and current.address == address and self._is_lesson_open:
            self._pages.show_lesson()
        else:
            self._reading.open(address)
