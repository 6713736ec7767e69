"""The left side of the window: the filter box and the tree of packs, chapters and lessons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.tree.delegate import RowDelegate
from groundwork.gui.tree.filter import FilterField
from groundwork.gui.tree.model import LessonModel
from groundwork.gui.tree.notice import Notice
from groundwork.gui.tree.outline import Outline, ShownExercise, ShownPack, folded
from groundwork.gui.tree.view import LessonView
from groundwork.learner.states import WorkState
from groundwork.packs.model import LessonAddress, Pack

Search = Callable[[str], AbstractSet[LessonAddress]]
"""Finds the lessons whose text has the words."""

_OPENED_BY_A_SEARCH = 200
"""So many found lessons are shown at once; the chapters of more stay closed and say how many."""

_NO_PACK = (
    "There are no lessons yet.\n\n"
    "Open a pack from the menu at the top right, or drop its folder on this window."
)


class LessonTree(QWidget):
    """Lists every lesson with what the learner has done with it, and finds lessons by words.

    Signals:
        lesson_requested: the learner chose this lesson.
        exercise_requested: the learner chose the exercise of this ExampleAddress.
        restart_requested: the learner wants to begin this Part anew.
        check_requested: the author wants the pack of this id checked.
    """

    lesson_requested = Signal(LessonAddress)
    exercise_requested = Signal(object)
    restart_requested = Signal(object)
    check_requested = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outline = Outline()
        self._search: Search | None = None
        self._opened: LessonAddress | None = None
        self._keys: list[str] = []
        self._known: set[str] = set()
        self._restored: tuple[str, ...] = ()
        self._words: list[str] = []
        self._model = LessonModel(self)
        self._delegate = RowDelegate(appearance, self._model)
        self._filter = FilterField(appearance)
        self._view = LessonView(self._model)
        self._view.setItemDelegate(self._delegate)
        self._notice = Notice()
        self._lay_out()
        self._connect()
        appearance.changed.connect(self._view.scheduleDelayedItemsLayout)
        self._refresh()

    def set_packs(self, packs: Sequence[Pack]) -> None:
        """List these packs; what is expanded stays so, and packs that are new here are."""
        ids = [pack.id for pack in packs]
        new = [one for one in ids if one not in self._known]
        self._known.update(new)
        again = [key for key in self._restored if key.partition("/")[0] in new]
        self._keys = [*self.expanded(), *new, *again]
        self._outline = Outline(packs)
        self._refresh()

    def set_search(self, search: Search) -> None:
        """Find lessons by their text with `search`, which must answer within a few milliseconds."""
        self._search = search
        if self._words:
            self._refresh()

    def set_states(self, states: Mapping[LessonAddress, WorkState]) -> None:
        """Mark what is begun and what is done; every other lesson is new."""
        self._model.mark(states=states)
        self._view.viewport().update()

    def set_exercises(self, lesson: LessonAddress, exercises: Sequence[ShownExercise]) -> None:
        """List the exercises of the open lesson below it; nothing is listed below others."""
        self._model.list_exercises(lesson, exercises)
        index = self._model.index_of(lesson)
        if self._model.rowCount(index) and index.isValid():
            self._view.expand(index)
        self._view.viewport().update()

    def set_changed(self, addresses: AbstractSet[LessonAddress]) -> None:
        """Mark the lessons in which the learner has changed an example."""
        self._model.mark(changed=addresses)
        self._view.viewport().update()

    def select(self, address: LessonAddress) -> None:
        """Mark the lesson as the open one and bring it into view; nothing is requested."""
        self._opened = address
        self._model.mark(opened=address)
        self._reveal_opened()
        self._view.viewport().update()

    def expanded(self) -> list[str]:
        """What is expanded when no search is on, as keys that outlast the session."""
        return list(self._keys) if self._words else self._view.expanded_keys()

    def restore_expanded(self, keys: Iterable[str]) -> None:
        """Expand what an earlier `expanded()` told, as far as it is there or comes later."""
        self._restored = tuple(keys)
        self._keys = list(self._restored)
        if not self._words:
            self._view.expand_keys(self._keys)

    def focus_search(self) -> None:
        """Take the keyboard to the filter box, with its words selected."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        box = QVBoxLayout()
        box.setContentsMargins(8, 0, 8, 0)
        box.addWidget(self._filter)
        column.addLayout(box)
        column.addWidget(self._view, 1)
        column.addWidget(self._notice, 1)
        self.setFocusProxy(self._view)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._on_filter_text_changed)
        self._filter.returnPressed.connect(self._on_filter_return_pressed)
        self._filter.left_downwards.connect(self._view.setFocus)
        self._view.row_entered.connect(self._on_view_row_entered)
        self._view.typed.connect(self._on_view_typed)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._on_view_menu_requested)
        self._notice.clear_requested.connect(self._on_notice_clear_requested)

    def _refresh(self) -> None:
        """Show the packs anew, those that the words leave over."""
        shown = self._found() if self._words else self._outline.whole()
        self._delegate.highlight(self._words)
        self._model.show(shown, is_filtered=bool(self._words))
        if self._words:
            self._view.expand_rows(_OPENED_BY_A_SEARCH)
            self._view.setCurrentIndex(self._view.first_lesson())
        else:
            self._view.expand_keys(self._keys)
            self._reveal_opened()
        self._tell_what_is_missing(is_empty=not shown)

    def _found(self) -> tuple[ShownPack, ...]:
        found = self._search(self._filter.text()) if self._search else frozenset()
        return self._outline.matching(self._words, found)

    def _tell_what_is_missing(self, *, is_empty: bool) -> None:
        self._view.setVisible(not is_empty)
        self._notice.setVisible(is_empty)
        if self._words:
            words = self._filter.text().strip()
            self._notice.tell(f"No lesson matches “{words}”.", offers_clearing=True)
        else:
            self._notice.tell(_NO_PACK, offers_clearing=False)

    def _reveal_opened(self) -> None:
        index = self._model.index_of(self._opened) if self._opened else QModelIndex()
        if index.isValid():
            self._view.expand(index.parent().parent())
            self._view.expand(index.parent())
            if self._model.rowCount(index):
                self._view.expand(index)
            self._view.setCurrentIndex(index)
            self._view.bring_into_view(index)

    def _on_filter_text_changed(self, text: str) -> None:
        words = folded(text).split()
        if words == self._words:
            return
        if not self._words:
            self._keys = self._view.expanded_keys()
        self._words = words
        self._refresh()

    def _on_filter_return_pressed(self) -> None:
        if self._words:
            self._on_view_row_entered(self._view.currentIndex())

    def _on_view_row_entered(self, index: QModelIndex) -> None:
        address, exercise = self._model.address_of(index), self._model.exercise_of(index)
        if exercise is not None:
            self.exercise_requested.emit(exercise)
        elif address:
            self.lesson_requested.emit(address)
        elif index.isValid():
            self._view.toggle(index)

    def _on_view_typed(self, event: QKeyEvent) -> None:
        """Let the filter have the key; an Escape is only taken, not followed by the focus."""
        if event.key() != Qt.Key.Key_Escape:
            self._filter.setFocus(Qt.FocusReason.OtherFocusReason)
            self._filter.end(False)
        self._filter.keyPressEvent(event)

    def _on_view_menu_requested(self, place: QPoint) -> None:
        index = self._view.indexAt(place)
        part = self._model.part_of(index)
        if part is None:
            return
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        restart = menu.addAction(f"Restart this {part.kind}…")
        restart.triggered.connect(partial(self.restart_requested.emit, part))
        if part.kind == "pack" and part.lessons:
            check = menu.addAction("Check this pack…")
            check.triggered.connect(partial(self.check_requested.emit, part.lessons[0].pack_id))
        menu.popup(self._view.viewport().mapToGlobal(place))

    def _on_notice_clear_requested(self) -> None:
        self._filter.clear()
        self._filter.setFocus(Qt.FocusReason.OtherFocusReason)
