"""Joins what is read to where it is shown: tree, page, bar and the marks of progress."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from groundwork.gui.background import Background
from groundwork.gui.banner import Banner
from groundwork.gui.bar import TopBar
from groundwork.gui.page.lesson_page import LessonPage
from groundwork.gui.panels import Arrangement, Panels
from groundwork.gui.progress import ProgressRecord
from groundwork.gui.reading import OpenLesson, Reading
from groundwork.gui.tree.tree import LessonTree
from groundwork.learner.states import WorkState
from groundwork.packs.model import LessonAddress, LoadedPack, Pack
from groundwork.packs.search import SearchIndex


class Navigation(QObject):
    """The learner's way through the lessons, from the tree, the bar, the page and the keys.

    Signals:
        lesson_shown: an OpenLesson stands on the page now.
        lesson_renewed: the OpenLesson on the page is another than it was, by its author's hand.
    """

    lesson_shown = Signal(object)
    lesson_renewed = Signal(object)

    def __init__(  # noqa: PLR0913 - it joins these parts, and does nothing else
        self,
        *,
        reading: Reading,
        background: Background,
        progress: ProgressRecord,
        tree: LessonTree,
        page: LessonPage,
        bar: TopBar,
        banner: Banner,
        panels: Panels,
    ) -> None:
        super().__init__(panels)
        self._reading = reading
        self._background = background
        self._progress = progress
        self._tree, self._page, self._bar = tree, page, bar
        self._banner, self._panels = banner, panels
        self._indexes: dict[str, SearchIndex] = {}
        self._indexed: dict[str, Pack] = {}
        self._builds_indexes = False
        self._states: dict[LessonAddress, WorkState] = {}
        self._join()

    @property
    def is_ready(self) -> bool:
        """Whether the texts of all packs can be searched."""
        return self._indexes.keys() == self._indexed.keys() != set()

    def build_indexes(self) -> None:
        """Read every lesson of the packs that cannot be searched yet, in the background.

        Packs that are opened or changed afterwards are read as well.
        """
        self._builds_indexes = True
        for pack in self._reading.packs:
            if self._indexed.get(pack.id) is not pack:
                self._indexed[pack.id] = pack
                work = partial(SearchIndex.build, pack)
                self._background.submit(work, partial(self._on_index_built, pack))

    def _join(self) -> None:
        self._join_reading()
        self._tree.set_search(self._search)
        self._tree.lesson_requested.connect(self._on_tree_lesson_requested)
        self._page.link_activated.connect(self._reading.follow)
        self._page.previous_requested.connect(lambda: self._reading.open_neighbour(-1))
        self._page.next_requested.connect(lambda: self._reading.open_neighbour(1))
        self._page.done_toggled.connect(self._on_page_done_toggled)
        self._bar.forward_requested.connect(self._reading.go_forward)
        self._bar.tree_requested.connect(self._panels.toggle_tree)
        self._bar.search_requested.connect(self.search)
        self._panels.arrangement_changed.connect(self._show_tree_button)
        self._progress.states_changed.connect(self._on_progress_states_changed)

    def _join_reading(self) -> None:
        self._reading.packs_changed.connect(self._on_reading_packs_changed)
        self._reading.lesson_opened.connect(self._on_reading_lesson_opened)
        self._reading.lesson_renewed.connect(self._on_reading_lesson_renewed)
        self._reading.leaving.connect(self._on_reading_leaving)
        self._reading.place_chosen.connect(self._on_reading_place_chosen)
        self._reading.pack_refused.connect(self._on_reading_pack_refused)
        self._reading.problems_found.connect(self._on_reading_problems_found)
        self._reading.web_requested.connect(self._on_reading_web_requested)
        self._reading.link_refused.connect(self._banner.tell)

    def search(self) -> None:
        """Bring the learner to the filter of the tree."""
        self._panels.reveal_tree()
        self._tree.focus_search()

    def _search(self, words: str) -> set[LessonAddress]:
        found: set[LessonAddress] = set()
        for index in self._indexes.values():
            found |= index.matching(words)
        return found

    def _scroll_to(self, anchor: str, scroll: float) -> None:
        if not (anchor and self._page.scroll_to_anchor(anchor)):
            self._page.restore_scroll(scroll)

    def _tell_history(self) -> None:
        self._bar.set_history(
            can_go_back=self._reading.can_go_back, can_go_forward=self._reading.can_go_forward
        )

    def _show_tree_button(self) -> None:
        is_beside = self._panels.arrangement is Arrangement.WIDE and self._panels.tree_is_wanted
        self._bar.show_tree_button(is_shown=not is_beside)

    def _on_index_built(self, pack: Pack, index: SearchIndex) -> None:
        if self._indexed.get(pack.id) is pack:
            self._indexes[pack.id] = index

    def _on_tree_lesson_requested(self, address: LessonAddress) -> None:
        self._panels.reveal_page()
        if self._panels.arrangement is not Arrangement.WIDE:
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)  # the tree is put away again
        self._reading.open(address)

    def _on_reading_packs_changed(self) -> None:
        self._tree.set_packs(self._reading.packs)
        opened = {pack.id for pack in self._reading.packs}
        self._indexes = {id_: index for id_, index in self._indexes.items() if id_ in opened}
        self._indexed = {id_: pack for id_, pack in self._indexed.items() if id_ in opened}
        if self._builds_indexes:
            self.build_indexes()

    def _on_reading_lesson_opened(self, opened: OpenLesson, anchor: str, scroll: float) -> None:
        self._show(opened, self._page.show_lesson)
        self._scroll_to(anchor, scroll)
        self._tree.select(opened.address)
        self._bar.set_place(opened.chapter_title, opened.lesson.title)
        self._tell_history()
        self.lesson_shown.emit(opened)

    def _on_reading_lesson_renewed(self, opened: OpenLesson) -> None:
        self._show(opened, self._page.renew_lesson)
        self.lesson_renewed.emit(opened)
        if self._builds_indexes:
            self.build_indexes()

    def _show(self, opened: OpenLesson, show: Callable[..., None]) -> None:
        """Put the lesson on the page, and note that it is begun."""
        page, problems = opened.loaded.page, opened.loaded.problems
        show(opened.pack, opened.lesson, page, problems, self._reading.neighbours())
        self._show_state(opened.address)
        required = [one.id for one in (*page.exercises, *page.questions)]
        self._progress.begin(opened.address, required)

    def _on_reading_leaving(self) -> None:
        self._reading.leave_at(self._page.scroll_position())

    def _on_reading_place_chosen(self, anchor: str, scroll: float) -> None:
        self._scroll_to(anchor, scroll)
        self._tell_history()

    def _on_reading_pack_refused(self, folder: Path, loaded: LoadedPack) -> None:
        self._panels.reveal_page()
        title = "This cannot be opened as a lesson pack"
        text = f"{folder} has no lessons that could be shown."
        self._page.show_message(title, text, loaded.problems)
        self._bar.set_place("", title)

    def _on_reading_problems_found(self, loaded: LoadedPack) -> None:
        about = f"problems of {_name(loaded)}"
        if loaded.problems:
            self._banner.tell(_problems_sentence(loaded), about=about)
        else:
            self._banner.withdraw(about=about)

    def _on_reading_web_requested(self, address: str) -> None:
        QDesktopServices.openUrl(QUrl(address))

    def _on_page_done_toggled(self, is_done: bool) -> None:  # noqa: FBT001 - a signal's argument
        current = self._reading.current
        if current is not None:
            self._progress.set_done(current.address, is_done=is_done)

    def _on_progress_states_changed(self, states: dict[LessonAddress, WorkState]) -> None:
        self._states = states
        self._tree.set_states(states)
        current = self._reading.current
        if current is not None:
            self._show_state(current.address)

    def _show_state(self, address: LessonAddress) -> None:
        self._page.set_state(self._states.get(address, WorkState.NEW))


def _name(loaded: LoadedPack) -> str:
    """What a pack's problems are told under: its id, or its file where it cannot be opened."""
    return loaded.pack.id if loaded.pack is not None else str(loaded.problems[0].file)


def _problems_sentence(loaded: LoadedPack) -> str:
    first, *others = loaded.problems
    more = f" And {len(others)} more." if others else ""
    if loaded.pack is None:
        return f"A pack cannot be opened. {first}{more}"
    return f"The pack “{loaded.pack.title}” has problems. {first}{more}"
