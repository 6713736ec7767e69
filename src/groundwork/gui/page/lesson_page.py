"""The lesson page: shows one lesson, and says what the reader wants of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.page.block_factory import BlockFactory, Card, guessed_height
from groundwork.gui.page.block_view import BlockView
from groundwork.gui.page.callout_panel import CalloutPanel
from groundwork.gui.page.column_area import ColumnArea
from groundwork.gui.page.example_card import ExampleCard
from groundwork.gui.page.exercise_card import ExerciseCard
from groundwork.gui.page.kept_place import kept_place
from groundwork.gui.page.lesson_footer import LessonFooter
from groundwork.gui.page.lesson_header import LessonHeader
from groundwork.gui.page.problem_places import block_of_line
from groundwork.gui.page.problems_html import LINE, problems_html, problems_title
from groundwork.gui.page.prose_block import ProseBlock
from groundwork.gui.page.rows import (
    TOP,
    Foot,
    Head,
    Problems,
    Row,
    Value,
    lesson_rows,
    message_rows,
)
from groundwork.gui.page.sheet import Entry
from groundwork.gui.question.panel import QuestionPanel
from groundwork.learner.states import WorkState
from groundwork.packs.exercises import Exercise
from groundwork.packs.model import (
    Callout,
    CalloutKind,
    Heading,
    Lesson,
    Pack,
    Page,
    Problem,
)

_HEADER_GUESS = 100
_FOOTER_GUESS = 60
_PROBLEM_GUESS = 60


class LessonPage(QWidget):
    """One lesson to read, with its examples; or a message where there is none.

    Signals:
        run_requested: the Example is to be run.
        stop_requested: the running example is to be stopped.
        open_requested: the Example, or that of an exercise, is to be shown in the editor.
        reset_requested: the lesson's version of the Example is wanted instead of the learner's.
        link_activated: a link is followed; its target as the author wrote it.
        previous_requested: to the lesson before.
        next_requested: to the lesson after.
        question_shown: the QuestionPanel has been built; it has signals of its own.
        done_toggled: the reader has marked the lesson as done (true), or as not done.
    """

    run_requested = Signal(object)
    stop_requested = Signal()
    open_requested = Signal(object)
    reset_requested = Signal(object)
    link_activated = Signal(str)
    previous_requested = Signal()
    next_requested = Signal()
    question_shown = Signal(object)
    done_toggled = Signal(bool)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._factory = BlockFactory(appearance, self._on_factory_card)
        self._values: list[Value] = []
        self._page = Page(())
        self._anchors: dict[str, int] = {}
        self._changed: set[str] = set()
        self._states: Mapping[str, WorkState] = {}
        self._running: str | None = None
        self._current: str | None = None
        self._state = WorkState.NEW
        self._area = ColumnArea(appearance, self)
        self._area.link_activated.connect(self._on_area_link_activated)
        self.setFocusProxy(self._area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def show_lesson(
        self,
        pack: Pack,
        lesson: Lesson,
        page: Page,
        problems: Sequence[Problem],
        neighbours: tuple[Lesson | None, Lesson | None],
    ) -> None:
        """Show a lesson from its beginning; no example is changed, running or current yet.

        `neighbours` are the lessons before and after it, None where there is none.
        """
        self._forget_states()
        rows = lesson_rows(pack.folder, lesson, page, problems, neighbours)
        self._area.setAccessibleName(f"Lesson: {lesson.title}")
        self._show(rows, page, lesson.path)

    def renew_lesson(
        self,
        pack: Pack,
        lesson: Lesson,
        page: Page,
        problems: Sequence[Problem],
        neighbours: tuple[Lesson | None, Lesson | None],
    ) -> None:
        """Show the lesson that is shown, changed; the reader stays where they are in it."""
        before, place = self._values, self._area.place
        self.show_lesson(pack, lesson, page, problems, neighbours)
        self._area.go_to(kept_place(before, self._values, place))

    def show_message(self, title: str, text: str, problems: Sequence[Problem] = ()) -> None:
        """Say that there is no lesson to show: why, what to do, and what is wrong."""
        self._forget_states()
        self._area.setAccessibleName(title)
        self._show(message_rows(title, text, problems), Page(()), None)

    @property
    def is_settled(self) -> bool:
        """Whether the lesson is built as far as it will be before the reader scrolls on."""
        return self._area.is_settled

    def scroll_to_anchor(self, anchor: str) -> bool:
        """Bring a heading to the upper edge; false where the lesson has no such anchor."""
        index = self._anchors.get(anchor)
        if index is None:
            return False
        self._area.go_to_anchor(index, anchor)
        return True

    def scroll_to_line(self, line: int) -> None:
        """Bring to the upper edge what the lesson's file has in that line, its problems first."""
        index = block_of_line(self._page, line)
        blocks = [row for row, value in enumerate(self._values) if _is_block(value)]
        if index is not None:
            row = blocks[index]
            has_problems = isinstance(self._values[row - 1], Problems)
            self._area.go_to(float(row - 1 if has_problems else row))

    def scroll_position(self) -> float:
        """What stands at the upper edge, as a number that holds at every width."""
        return self._area.place

    def restore_scroll(self, position: float) -> None:
        """Bring back to the upper edge what `scroll_position` has told."""
        self._area.go_to(position)

    def set_example_changed(self, example_id: str, is_changed: bool) -> None:  # noqa: FBT001 - reads well
        """Mark that the learner's draft of an example differs from the lesson."""
        if is_changed != (example_id in self._changed):
            self._changed ^= {example_id}
            self._dress_cards()

    def set_running_example(self, example_id: str | None) -> None:
        """Show which example runs; it can then be stopped."""
        if example_id != self._running:
            self._running = example_id
            self._dress_cards()

    def set_current_example(self, example_id: str | None) -> None:
        """Show which example is in the editor."""
        if example_id != self._current:
            self._current = example_id
            self._dress_cards()

    def set_exercise_states(self, states: Mapping[str, WorkState]) -> None:
        """Show how far the learner is with the exercises of these ids; with others nothing yet."""
        self._states = states
        self._dress_cards()

    def set_state(self, state: WorkState) -> None:
        """Show how far the learner is with the lesson."""
        self._state = state
        for footer in self._area.findChildren(LessonFooter):
            footer.set_state(state)

    def _forget_states(self) -> None:
        self._changed.clear()
        self._states = {}
        self._running = self._current = None
        self._state = WorkState.NEW

    def _show(self, rows: list[Row], page: Page, file: Path | None) -> None:
        self._values, self._page = [value for _, value in rows], page
        self._anchors = _anchors(self._values)
        self._area.show_entries([self._entry(gap, value, file) for gap, value in rows])

    def _entry(self, gap: int, value: Value, file: Path | None) -> Entry:
        match value:
            case Head():
                return Entry(partial(self._header, value), gap, _HEADER_GUESS)
            case Problems():
                guess = _PROBLEM_GUESS * len(value.problems)
                return Entry(partial(self._problems, value, file), gap, guess)
            case Foot():
                return Entry(partial(self._footer, value), gap, _FOOTER_GUESS)
            case _:
                return Entry(partial(self._factory.view, value), gap, guessed_height(value))

    def _header(self, head: Head, parent: QWidget) -> BlockView:
        return LessonHeader(head, self._appearance, parent)

    def _problems(self, row: Problems, file: Path | None, parent: QWidget) -> BlockView:
        html = problems_html(row.problems, row.folder, file if row.is_all else None)
        return CalloutPanel(
            CalloutKind.WARNING,
            problems_title(row.problems) if row.is_all else f"{problems_title(row.problems)} here",
            lambda panel: [(TOP // 3, ProseBlock(html, self._appearance, panel))],
            self._appearance,
            parent,
        )

    def _footer(self, foot: Foot, parent: QWidget) -> BlockView:
        footer = LessonFooter(foot.neighbours, self._appearance, parent)
        footer.set_state(self._state)
        footer.previous_requested.connect(self.previous_requested)
        footer.next_requested.connect(self.next_requested)
        footer.done_toggled.connect(self._on_footer_done_toggled)
        return footer

    def _dress_cards(self) -> None:
        for card in self._area.findChildren(ExampleCard):
            self._dress_example(card)
        for exercise_card in self._area.findChildren(ExerciseCard):
            self._dress_exercise(exercise_card)

    def _dress_example(self, card: ExampleCard) -> None:
        card.set_changed(is_changed=card.example.id in self._changed)
        card.set_running(is_running=card.example.id == self._running)
        card.set_current(is_current=card.example.id == self._current)

    def _dress_exercise(self, card: ExerciseCard) -> None:
        card.set_state(self._states.get(card.exercise.id, WorkState.NEW))
        card.set_current(is_current=card.exercise.id == self._current)

    def _on_factory_card(self, card: Card) -> None:
        if isinstance(card, QuestionPanel):
            self.question_shown.emit(card)
            return
        if isinstance(card, ExerciseCard):
            card.open_requested.connect(self._on_exercise_card_open_requested)
            self._dress_exercise(card)
            return
        card.run_requested.connect(self.run_requested)
        card.stop_requested.connect(self.stop_requested)
        card.open_requested.connect(self.open_requested)
        card.reset_requested.connect(self.reset_requested)
        self._dress_example(card)

    def _on_area_link_activated(self, target: str) -> None:
        line = target.removeprefix(LINE)
        if line != target and line.isdecimal():
            self.scroll_to_line(int(line))
        else:
            self.link_activated.emit(target)

    def _on_exercise_card_open_requested(self, exercise: Exercise) -> None:
        self.open_requested.emit(exercise.example)

    def _on_footer_done_toggled(self, is_done: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._state = WorkState.DONE if is_done else WorkState.BEGUN
        self.done_toggled.emit(is_done)


def exercise_anchor(exercise_id: str) -> str:
    """The anchor of an exercise, which no heading can have."""
    return f"exercise/{exercise_id}"


def _is_block(value: Value) -> bool:
    return not isinstance(value, Head | Problems | Foot)


def _anchors(values: Sequence[Value]) -> dict[str, int]:
    """Which row every anchor stands in."""
    return {
        anchor: index
        for index, value in reversed(list(enumerate(values)))
        for anchor in _anchors_in(value)
    }


def _anchors_in(block: Value) -> Iterator[str]:
    if isinstance(block, Heading):
        yield block.anchor
    elif isinstance(block, Exercise):
        yield exercise_anchor(block.id)
    elif isinstance(block, Callout):
        for inner in block.blocks:
            yield from _anchors_in(inner)
