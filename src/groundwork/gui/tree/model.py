"""The shown packs, chapters and lessons as Qt asks for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from groundwork.gui.state_marks import state_words
from groundwork.gui.tree.outline import ShownChapter, ShownExercise, ShownPack
from groundwork.gui.tree.parts import Part, chapter_part, lesson_part, pack_part
from groundwork.learner.states import WorkState
from groundwork.packs.model import ExampleAddress, Lesson, LessonAddress

KEY_ROLE = int(Qt.ItemDataRole.UserRole)
"""The role under which a pack or a chapter tells the key of its expansion; lessons have none."""

_EXERCISE_LEVEL = 3
_ROWS = 1 << 20
"""More than any row has children."""


_Index = QModelIndex | QPersistentModelIndex
_Item = ShownPack | ShownChapter | Lesson | ShownExercise


class Row(NamedTuple):
    """What one row shows: `level` is 0 for a pack, 1 for a chapter, 2 a lesson, 3 an exercise.

    `state` is None for packs and chapters; `note` stands quietly at the right.
    """

    level: int
    title: str
    state: WorkState | None = None
    is_opened: bool = False
    is_changed: bool = False
    is_complete: bool = False
    note: str = ""


class LessonModel(QAbstractItemModel):
    """Holds no object per row: an index tells what it stands under by its number alone.

    A pack's number is 0; that of everything else is its parent's number times a million and some,
    plus its parent's row + 1. So thousands of lessons cost nothing until they are shown. Exercises
    are listed below the open lesson alone.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._packs: tuple[ShownPack, ...] = ()
        self._is_filtered = False
        self._opened: LessonAddress | None = None
        self._states: Mapping[LessonAddress, WorkState] = {}
        self._changed: AbstractSet[LessonAddress] = frozenset()
        self._exercises_of: LessonAddress | None = None
        self._exercises: tuple[ShownExercise, ...] = ()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many children `parent` has."""
        if not parent.isValid():
            return len(self._packs)
        match self._item(parent):
            case ShownPack(chapters=chapters):
                return len(chapters)
            case ShownChapter(lessons=lessons):
                return len(lessons)
            case Lesson():
                is_listed = self.address_of(parent) == self._exercises_of
                return len(self._exercises) if is_listed and not self._is_filtered else 0
            case _:
                return 0

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One column."""
        del parent
        return 1

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's signature
        """The index of a child."""
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, 0, 0)
        return self.createIndex(row, 0, parent.internalId() * _ROWS + parent.row() + 1)

    def parent(self, index: _Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008 - Qt overloads it with QObject's
        """The index that a row stands under."""
        above, row = divmod(index.internalId(), _ROWS)
        if not index.isValid() or not row:
            return QModelIndex()
        return self.createIndex(row - 1, 0, above)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Title, tooltip, what a screen reader says, and the key of an expansion."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.row(index).title
            case Qt.ItemDataRole.ToolTipRole:
                return self._tool_tip(index)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index)
            case int() if role == KEY_ROLE:
                return self._key(index)
            case _:
                return None

    def show(self, packs: tuple[ShownPack, ...], *, is_filtered: bool = False) -> None:
        """Show these; with `is_filtered` they are what a search has left."""
        self.beginResetModel()
        self._packs = packs
        self._is_filtered = is_filtered
        self.endResetModel()

    def mark(
        self,
        states: Mapping[LessonAddress, WorkState] | None = None,
        changed: AbstractSet[LessonAddress] | None = None,
        opened: LessonAddress | None = None,
    ) -> None:
        """Take over other marks; those that are None stay as they are."""
        self._states = self._states if states is None else states
        self._changed = self._changed if changed is None else changed
        self._opened = self._opened if opened is None else opened
        if self._packs:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._packs) - 1, 0))

    def list_exercises(self, lesson: LessonAddress, exercises: Sequence[ShownExercise]) -> None:
        """Show these below the lesson, and below no other any more."""
        same = [one.address for one in exercises] == [one.address for one in self._exercises]
        if same and lesson == self._exercises_of:
            self._exercises = tuple(exercises)
            self.mark()
            return
        self._take_exercises_away()
        index = self.index_of(lesson)
        if exercises and index.isValid() and not self._is_filtered:
            self.beginInsertRows(index, 0, len(exercises) - 1)
            self._exercises_of, self._exercises = lesson, tuple(exercises)
            self.endInsertRows()
        self._exercises_of, self._exercises = lesson, tuple(exercises)

    def exercise_of(self, index: _Index) -> ExampleAddress | None:
        """The exercise of a row; None for everything else."""
        item = self._item(index) if index.isValid() else None
        return item.address if isinstance(item, ShownExercise) else None

    def address_of(self, index: _Index) -> LessonAddress | None:
        """The lesson of a row; None for packs and chapters."""
        if not index.isValid() or not isinstance(lesson := self._item(index), Lesson):
            return None
        return LessonAddress(self._pack_of(index).pack.id, lesson.id)

    def part_of(self, index: _Index) -> Part | None:
        """The pack, the chapter or the lesson of a row, whole whatever a search has left of it."""
        if not index.isValid():
            return None
        pack = self._pack_of(index).pack
        match self._item(index):
            case ShownPack():
                return pack_part(pack)
            case ShownChapter(chapter=chapter):
                return chapter_part(pack, chapter)
            case ShownExercise():
                return self.part_of(index.parent())
            case lesson:
                return lesson_part(pack, lesson)

    def index_of(self, address: LessonAddress) -> QModelIndex:
        """The row of a lesson; invalid where it is not shown."""
        for above, shown in enumerate(self._packs):
            if shown.pack.id != address.pack_id:
                continue
            for place, chapter in enumerate(shown.chapters):
                for row, lesson in enumerate(chapter.lessons):
                    if lesson.id == address.lesson_id:
                        return self.createIndex(row, 0, (above + 1) * _ROWS + place + 1)
        return QModelIndex()

    def row(self, index: _Index) -> Row:
        """What the row shows."""
        match self._item(index):
            case ShownPack(pack=pack):
                return Row(0, pack.title)
            case ShownChapter() as shown:
                return self._chapter_row(index, shown)
            case ShownExercise(title=title, state=state):
                return Row(3, title, state=state)
            case lesson:
                return self._lesson_row(index, lesson)

    def _chapter_row(self, index: _Index, shown: ShownChapter) -> Row:
        if self._is_filtered:
            return Row(1, shown.chapter.title, note=f"{len(shown.lessons)} found")
        pack_id = self._pack_of(index).pack.id
        done = sum(
            self._states.get(LessonAddress(pack_id, lesson.id), WorkState.NEW).is_done
            for lesson in shown.lessons
        )
        count = len(shown.lessons)
        note = f"{done} of {count}" if count else ""
        return Row(1, shown.chapter.title, note=note, is_complete=0 < done == count)

    def _lesson_row(self, index: _Index, lesson: Lesson) -> Row:
        address = LessonAddress(self._pack_of(index).pack.id, lesson.id)
        return Row(
            2,
            lesson.title,
            state=self._states.get(address, WorkState.NEW),
            is_opened=address == self._opened,
            is_changed=address in self._changed,
        )

    def _take_exercises_away(self) -> None:
        index = self.index_of(self._exercises_of) if self._exercises_of else QModelIndex()
        if self._exercises and index.isValid() and not self._is_filtered:
            self.beginRemoveRows(index, 0, len(self._exercises) - 1)
            self._exercises_of, self._exercises = None, ()
            self.endRemoveRows()

    def _item(self, index: _Index) -> _Item:
        pack, chapter, lesson = _rows_above(index)
        if lesson is not None:
            return self._exercises[index.row()]
        if chapter is not None and pack is not None:
            return self._packs[pack].chapters[chapter].lessons[index.row()]
        return self._packs[index.row()] if pack is None else self._packs[pack].chapters[index.row()]

    def _pack_of(self, index: _Index) -> ShownPack:
        pack, _, _ = _rows_above(index)
        return self._packs[index.row() if pack is None else pack]

    def _key(self, index: _Index) -> str:
        match self._item(index):
            case ShownPack(pack=pack):
                return pack.id
            case ShownChapter(chapter=chapter):
                return f"{self._pack_of(index).pack.id}/{chapter.id}"
            case _:
                return ""

    def _tool_tip(self, index: _Index) -> str:
        match self._item(index):
            case ShownPack(pack=pack):
                return _lines(pack.title, pack.summary)
            case ShownChapter(chapter=chapter):
                return _lines(chapter.title, self._progress(index))
            case ShownExercise(title=title, state=state):
                return _lines(title, f"Exercise, {state_words(state)}.")
            case lesson:
                minutes = f"About {lesson.minutes} minutes." if lesson.minutes else ""
                return _lines(lesson.title, " ".join(filter(None, (lesson.summary, minutes))))

    def _spoken(self, index: _Index) -> str:
        row = self.row(index)
        changed = "with changed examples" if row.is_changed else ""
        state = state_words(row.state) if row.state else ""
        opened = "open now" if row.is_opened else ""
        progress = self._progress(index) if row.level == 1 else ""
        kind = "exercise" if row.level == _EXERCISE_LEVEL else ""
        return ", ".join(filter(None, (row.title, kind, state, progress, changed, opened)))

    def _progress(self, index: _Index) -> str:
        note = self.row(index).note
        return f"{note} lessons done" if note and not self._is_filtered else note


def _rows_above(index: _Index) -> tuple[int | None, int | None, int | None]:
    """The rows of the pack, the chapter and the lesson that a row stands under."""
    rows: list[int] = []
    number = index.internalId()
    while number:
        number, row = divmod(number, _ROWS)
        rows.insert(0, row - 1)
    pack, chapter, lesson, *_ = (*rows, None, None, None)
    return pack, chapter, lesson


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)
