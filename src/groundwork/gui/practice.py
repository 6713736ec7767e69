"""Joins the example being worked on to where it is shown: page, editor, drafts and tree."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from groundwork.gui.banner import Banner
from groundwork.gui.changed_marks import ChangedMarks
from groundwork.gui.draft_news import DRAFTS, DraftNews
from groundwork.gui.drafts import DraftSaver
from groundwork.gui.editor.caption import Caption
from groundwork.gui.editor.pane import EditorPane
from groundwork.gui.page.example_title import shown_title
from groundwork.gui.page.lesson_page import LessonPage
from groundwork.gui.panels import Panels
from groundwork.gui.reading import OpenLesson
from groundwork.gui.reset_question import ask_to_reset
from groundwork.gui.shell import EarlyText
from groundwork.learner.draft import Draft
from groundwork.learner.own_file import is_own
from groundwork.packs.model import Example, ExampleAddress, LessonAddress


@dataclass(frozen=True, slots=True)
class CursorPlace:
    """A place in a file of an example; `line` counts from 1, `column` from 0."""

    example: ExampleAddress
    file: str
    line: int
    column: int = 0


class Practice(QObject):
    """Which example is in the editor, and what of it differs from the lesson.

    Signals:
        example_shown: an Example is in the editor now.
        run_requested: the example in the editor is to be run.
    """

    example_shown = Signal(object)
    run_requested = Signal()

    def __init__(  # noqa: PLR0913 - it joins these parts, and does nothing else
        self,
        *,
        drafts: DraftSaver,
        page: LessonPage,
        marks: ChangedMarks,
        editor: EditorPane,
        panels: Panels,
        banner: Banner,
    ) -> None:
        super().__init__(panels)
        self._drafts = drafts
        self._page, self._editor = page, editor
        self._marks = marks
        self._panels, self._banner = panels, banner
        self._opened: OpenLesson | None = None
        self._examples: dict[ExampleAddress, Example] = {}
        self._lesson_titles: dict[LessonAddress, str] = {}
        self._last: dict[LessonAddress, ExampleAddress] = {}
        self._wanted: ExampleAddress | None = None
        self._runs_when_open = False
        self._place: CursorPlace | None = None
        self._early: EarlyText | None = None
        self._early_at: ExampleAddress | None = None
        self._then: Callable[[], None] | None = None
        self._folder = Path()
        self._join()

    @property
    def current(self) -> tuple[ExampleAddress, Example] | None:
        """The example in the editor, with its address."""
        address = self._editor.example
        example = None if address is None else self._examples.get(address)
        return None if address is None or example is None else (address, example)

    @property
    def working_folder(self) -> Path:
        """The folder of the files in the editor; the current folder before the first example."""
        return self._folder

    @property
    def is_settled(self) -> bool:
        """Whether the editor shows what was asked for, and all about it is known."""
        return self._early is None and self._wanted is None

    def take_over(self, early: EarlyText) -> None:
        """Know of a text that the editor already shows; what is typed into it is not lost."""
        self._early = early

    def restore_place(self, place: CursorPlace) -> None:
        """Open the next lesson with the example and the cursor where they were left."""
        self._place = place
        self._early_at = place.example  # which may have had another name when the window was closed

    def show_lesson(self, opened: OpenLesson) -> None:
        """Take over the examples of the lesson on the page, and open one of them."""
        is_first = self._opened is None
        chosen = self._example_to_open(self._take_over(opened))
        current = self._wanted or self._editor.example
        if is_first and current is not None and is_own(current):
            return  # the window was opened for this file
        if chosen is not None:
            self.open(chosen)

    def renew_lesson(self, opened: OpenLesson) -> None:
        """Take over the lesson as its author has changed it; the editor goes on with its example.

        What the learner has written there stays; what is still the author's follows.
        """
        before = self._examples.copy()
        self._take_over(opened)
        shown = self._editor.example
        if shown is None and self._wanted is None:
            self.show_lesson(opened)
        elif shown is not None and shown.lesson == opened.address:
            self._page.set_current_example(shown.example_id)
            if self._wanted is None and before.get(shown) != self._examples.get(shown):
                self._wanted = shown
                self._drafts.open(shown, self._examples[shown].files)

    def _take_over(self, opened: OpenLesson) -> list[Example]:
        self._opened = opened
        self._lesson_titles[opened.address] = opened.lesson.title
        page = opened.loaded.page
        programs = (*page.examples, *(exercise.example for exercise in page.exercises))
        examples = {self._address(example): example for example in programs}
        self._examples |= examples
        self._marks.show_lesson(opened.address, examples)
        return list(examples.values())

    def open(self, example: Example) -> None:
        """Show the learner's version of an example of the current lesson in the editor."""
        self._show(self._address(example), runs=False)

    def open_and_run(self, example: Example) -> None:
        """Show the learner's version of an example and run it."""
        self._show(self._address(example), runs=True)

    def open_own(self, address: ExampleAddress, example: Example, folder: str) -> None:
        """Show a file of the learner's own; `folder` says where it lies. The lesson stays."""
        if self._early is not None and _has_typing(self._early, self._editor):
            self._then = partial(self.open_own, address, example, folder)
            return
        self._examples[address] = example
        self._lesson_titles[address.lesson] = folder
        self._place = None
        self._panels.reveal_work()
        self._show(address, runs=False)
        self._editor.setFocus()

    def go_to(self, place: CursorPlace) -> None:
        """Go to a place in an example that was opened before, be it of another lesson."""
        example = self._examples.get(place.example)
        if example is None or place.file not in {file.name for file in example.files}:
            return
        self._panels.reveal_work()
        if place.example == self._editor.example:
            self._editor.go_to(place.file, place.line, place.column)
        else:
            self._place = place
            self._show(place.example, runs=False)
        self._editor.setFocus()

    def _join(self) -> None:
        self._page.open_requested.connect(self._on_page_open_requested)
        self._page.run_requested.connect(self._on_page_run_requested)
        self._page.reset_requested.connect(self._on_page_reset_requested)
        self._editor.text_changed.connect(self._on_editor_text_changed)
        self._editor.reset_requested.connect(self._on_editor_reset_requested)
        self._drafts.opened.connect(self._on_drafts_opened)
        self._drafts.refused.connect(self._on_drafts_refused)
        DraftNews(self._drafts, self._editor, self._banner)

    def _show(self, address: ExampleAddress, *, runs: bool) -> None:
        self._runs_when_open = runs
        if address == self._editor.example and self._early is None:
            self._wanted = None
            self._announce(address)
            return
        self._wanted = address
        self._drafts.open(address, self._examples[address].files)

    def _address(self, example: Example) -> ExampleAddress:
        if self._opened is None:
            raise RuntimeError("an example belongs to the lesson on the page")
        lesson = self._opened.address
        return ExampleAddress(lesson.pack_id, lesson.lesson_id, example.id)

    def _example_to_open(self, examples: list[Example]) -> Example | None:
        """The one where the learner was, or the first that can be run."""
        addresses = [self._address(example) for example in examples]
        if self._place is not None and self._place.example not in addresses:
            self._place = None
        last = self._last.get(self._opened.address) if self._opened is not None else None
        wanted = self._place.example if self._place is not None else last
        if wanted in addresses:
            return examples[addresses.index(wanted)]
        return next((example for example in examples if example.is_runnable), None)

    def _announce(self, address: ExampleAddress) -> None:
        example = self._examples[address]
        self._last[address.lesson] = address
        is_on_page = self._opened is not None and address.lesson == self._opened.address
        self._page.set_current_example(example.id if is_on_page else None)
        self.example_shown.emit(example)
        if self._runs_when_open:
            self._runs_when_open = False
            self.run_requested.emit()

    def _on_page_open_requested(self, example: Example) -> None:
        self._panels.reveal_work()
        self.open(example)
        self._editor.setFocus()

    def _on_page_run_requested(self, example: Example) -> None:
        self._panels.reveal_work()
        self.open_and_run(example)

    def _on_page_reset_requested(self, example: Example) -> None:
        """Show what would be lost, and ask."""
        self._on_page_open_requested(example)
        self._on_editor_reset_requested(self._address(example))

    def _on_drafts_opened(self, draft: Draft) -> None:
        if draft.address != self._wanted:
            return
        self._wanted = None
        example = self._examples[draft.address]
        texts = {file.name: file.text for file in draft.files}
        typed = self._typed_early(draft.address)
        place = self._place_in(draft.address, texts)
        is_shown = draft.address == self._editor.example
        current = _file_to_show(example, place, self._editor.current if is_shown else "")
        self._editor.open_example(
            draft.address,
            Caption(self._lesson_titles[draft.address.lesson], shown_title(example)),
            texts | typed,
            {} if is_own(draft.address) else {file.name: file.original for file in draft.files},
            current,
        )
        self._folder = draft.folder
        for name, text in typed.items():
            self._drafts.note_change(draft.address, name, text)
        if place is not None and not typed:
            self._editor.go_to(current, place.line, place.column)
        self._tell_of_trouble(draft)
        self._announce(draft.address)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _place_in(self, address: ExampleAddress, names: Collection[str]) -> CursorPlace | None:
        """Where in the example the learner is to be, if anywhere; forgotten with that."""
        place, self._place = self._place, None
        is_there = place is not None and place.example == address and place.file in names
        return place if is_there else None

    def _typed_early(self, address: ExampleAddress) -> dict[str, str]:
        """What was typed into the text that the editor showed before its example was known."""
        early, self._early = self._early, None
        if early is None or address not in {early.address, self._early_at}:
            return {}
        text = self._editor.text_of(early.address, early.name)
        return {} if text == early.text else {early.name: text}

    def _tell_of_trouble(self, draft: Draft) -> None:
        trouble = next((file.trouble for file in draft.files if file.trouble), draft.trouble)
        if trouble:
            self._banner.tell(trouble, about=DRAFTS)

    def _on_drafts_refused(self, _address: ExampleAddress, sentence: str) -> None:
        self._runs_when_open = False
        self._banner.tell(sentence)

    def _on_editor_text_changed(self, address: ExampleAddress, name: str) -> None:
        self._drafts.note_change(address, name, self._editor.text_of(address, name))

    def _on_editor_reset_requested(self, address: ExampleAddress) -> None:
        ask_to_reset(self._panels.window(), partial(self._drafts.reset, address))


def _has_typing(early: EarlyText, editor: EditorPane) -> bool:
    """Whether something was typed that is saved when its example is known, and not before."""
    return editor.text_of(early.address, early.name) != early.text


def _file_to_show(example: Example, place: CursorPlace | None, shown: str) -> str:
    """The file that is wanted, or else the one that is `shown` already, or else the main one."""
    if place is not None:
        return place.file
    return shown if shown in {file.name for file in example.files} else example.main
