"""Marks on the page and in the tree which examples the learner has changed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from groundwork.gui.drafts import DraftSaver
from groundwork.gui.page.lesson_page import LessonPage
from groundwork.gui.tree.tree import LessonTree
from groundwork.packs.model import ExampleAddress, LessonAddress


class ChangedMarks(QObject):
    """Knows which drafts differ from their lessons.

    Signals:
        marked: a frozenset of ExampleAddresses, and whether their drafts differ.
    """

    marked = Signal(object, bool)

    def __init__(self, drafts: DraftSaver, page: LessonPage, tree: LessonTree) -> None:
        super().__init__(page)
        self._page, self._tree = page, tree
        self._lesson: LessonAddress | None = None
        self._changed: set[ExampleAddress] = set()
        drafts.changed_marked.connect(self._on_drafts_changed_marked)
        drafts.changed_listed.connect(self._on_drafts_changed_listed)

    def show_lesson(self, lesson: LessonAddress, examples: Iterable[ExampleAddress]) -> None:
        """Mark the examples of the lesson that is on the page now."""
        self._lesson = lesson
        for address in examples:
            self._page.set_example_changed(address.example_id, address in self._changed)

    def _on_drafts_changed_marked(self, address: ExampleAddress, is_changed: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._note(address, is_changed=is_changed)
        self._mark_tree()
        self.marked.emit(frozenset({address}), is_changed)

    def _on_drafts_changed_listed(self, addresses: frozenset[ExampleAddress]) -> None:
        for address in addresses:
            self._note(address, is_changed=True)
        self._mark_tree()
        self.marked.emit(addresses, True)

    def _note(self, address: ExampleAddress, *, is_changed: bool) -> None:
        if is_changed:
            self._changed.add(address)
        else:
            self._changed.discard(address)
        if address.lesson == self._lesson:
            self._page.set_example_changed(address.example_id, is_changed)

    def _mark_tree(self) -> None:
        self._tree.set_changed({changed.lesson for changed in self._changed})
