"""Which lesson is being read: the opened packs, the way back and forward, links between lessons."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from groundwork.gui.background import Background
from groundwork.packs.links import ExternalLink, LessonLink, resolve_link
from groundwork.packs.load import load_pack, load_page
from groundwork.packs.model import Lesson, LessonAddress, LoadedPack, LoadedPage, Pack, Problem


@dataclass(frozen=True, slots=True)
class OpenLesson:
    """A lesson that is shown: where it stands, and its page with what is wrong with it."""

    pack: Pack
    lesson: Lesson
    loaded: LoadedPage

    @property
    def address(self) -> LessonAddress:
        """The lesson's name among all packs."""
        return LessonAddress(self.pack.id, self.lesson.id)

    @property
    def chapter_title(self) -> str:
        """The title of the chapter that the lesson stands in."""
        chapters = (c for c in self.pack.chapters if c.id == self.lesson.chapter_id)
        return next((chapter.title for chapter in chapters), "")


class Reading(QObject):
    """The reader's way through the packs. Files are read in the background; the newest wish wins.

    Signals:
        packs_changed: a pack was opened or closed, or has other lessons now.
        lesson_opened: an OpenLesson is to be shown, at an anchor of its page; where there is none,
            scrolled to a position.
        lesson_renewed: the OpenLesson that is shown has been changed by its author.
        leaving: something else is about to be shown; `leave_at` is told where one is.
        place_chosen: the lesson that is shown is wanted at another place: an anchor or a position.
        pack_refused: a LoadedPack without a pack: there is nothing to show but its problems.
        problems_found: a LoadedPack with problems, whether it opened or not; or with none any more.
        web_requested: a link out of the application was chosen; its address.
        link_refused: a link leads nowhere; a sentence.
    """

    packs_changed = Signal()
    lesson_opened = Signal(object, str, float)
    lesson_renewed = Signal(object)
    leaving = Signal()
    place_chosen = Signal(str, float)
    pack_refused = Signal(Path, object)
    problems_found = Signal(object)
    web_requested = Signal(str)
    link_refused = Signal(str)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._packs: dict[str, Pack] = {}
        self._told: dict[str, tuple[Problem, ...]] = {}
        self._trail = _Trail()
        self._wish = 0
        self._current: OpenLesson | None = None
        self._shown: _Step | None = None

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The opened packs, in the order of their opening."""
        return tuple(self._packs.values())

    @property
    def current(self) -> OpenLesson | None:
        """The lesson that is shown."""
        return self._current

    @property
    def can_go_back(self) -> bool:
        """Whether an earlier lesson can be gone back to."""
        return self._trail.has_earlier

    @property
    def can_go_forward(self) -> bool:
        """Whether a lesson that was gone back from can be gone to again."""
        return self._trail.has_later

    def add_pack(self, loaded: LoadedPack) -> None:
        """Take in a pack that was read, if it is one; one of the same id is replaced."""
        if loaded.pack is not None:
            self._packs[loaded.pack.id] = loaded.pack
            self._told[loaded.pack.id] = loaded.problems
            self.packs_changed.emit()
        if loaded.problems:
            self.problems_found.emit(loaded)

    def renew(self, loaded: LoadedPack, page: LoadedPage | None) -> None:
        """Take in the pack that is read as its author has just changed it; the reader stays.

        `page` is that of the lesson that is shown, or None where the pack has no such lesson now.
        """
        pack, current = loaded.pack, self._current
        if pack is None or current is None or current.pack.id != pack.id:
            return
        was, self._packs[pack.id] = self._packs.get(pack.id), pack
        lesson = self._lesson(current.address)
        if lesson is not None and page is not None:
            self._current = OpenLesson(pack, lesson, page)
        if was != pack:
            self.packs_changed.emit()
        if self._current != current:
            self.lesson_renewed.emit(self._current)
        if self._told.get(pack.id, ()) != loaded.problems:
            self._told[pack.id] = loaded.problems
            self.problems_found.emit(loaded)

    def open_folder(self, folder: Path) -> None:
        """Read a pack folder, and open its first lesson when it is one."""
        self._wish += 1  # a lesson that is still being read is not wanted any more
        self._background.submit(
            lambda: load_pack(folder), lambda loaded: self._on_folder_read(folder, loaded)
        )

    def close_pack(self, pack_id: str) -> None:
        """Forget a pack; its files and the learner's work stay."""
        if self._packs.pop(pack_id, None) is not None:
            self._trail.forget(pack_id)
            self.packs_changed.emit()

    def open(self, address: LessonAddress, scroll: float = 0.0) -> bool:
        """Show a lesson, scrolled to a position; false where there is none of that name."""
        is_there = self._lesson(address) is not None
        return is_there and self._read(self._trail.go_to(address, scroll))

    def reopen(self) -> bool:
        """Show again what was read last of the packs that are open; false where there is none."""
        step = self._trail.current
        return step is not None and self._read(step)

    def leave_at(self, scroll: float) -> None:
        """Remember the position of the lesson that is shown, for whoever comes back to it."""
        if self._shown is not None:
            self._shown.scroll = scroll

    def open_neighbour(self, step: int) -> None:
        """Show the lesson `step` places on in the pack, backwards when negative."""
        neighbour = self.neighbours()[0 if step < 0 else 1]
        if neighbour is not None and self._current is not None:
            self.open(LessonAddress(self._current.pack.id, neighbour.id))

    def follow(self, target: str) -> None:
        """Go where a link of the current lesson leads."""
        if self._current is None:
            return
        link = resolve_link(self._current.pack, self._current.lesson, target)
        if isinstance(link, LessonLink):
            address = LessonAddress(self._current.pack.id, link.lesson.id)
            self._go_to(self._trail.add(address), link.anchor)
        elif isinstance(link, ExternalLink):
            self.web_requested.emit(link.url)
        else:
            self.link_refused.emit(link.sentence)

    def neighbours(self) -> tuple[Lesson | None, Lesson | None]:
        """The lessons before and after the current one in its pack."""
        if self._current is None:
            return None, None
        lessons = self._current.pack.lessons
        index = next(i for i, lesson in enumerate(lessons) if lesson == self._current.lesson)
        before = lessons[index - 1] if index > 0 else None
        after = lessons[index + 1] if index + 1 < len(lessons) else None
        return before, after

    def go_back(self) -> None:
        """Show the lesson that was read before this one."""
        self._go_to(self._trail.back())

    def go_forward(self) -> None:
        """Show the lesson that was gone back from."""
        self._go_to(self._trail.forward())

    def _go_to(self, step: _Step | None, anchor: str = "") -> None:
        """Show what a step stands for; a lesson that is shown already is not read again."""
        if step is None:
            return
        if self._shown is None or step.address != self._shown.address:
            self._read(step, anchor)
        else:
            self._wish += 1  # a lesson that is still being read is not wanted any more
            self.leaving.emit()
            self.place_chosen.emit(anchor, step.scroll)
            self._shown = step

    def _read(self, step: _Step, anchor: str = "") -> bool:
        """Read the lesson of a step in the background, then show it; false where there is none."""
        pack = self._packs.get(step.address.pack_id)
        lesson = self._lesson(step.address)
        if pack is None or lesson is None:
            return False
        self._wish += 1
        wish = self._wish

        def on_read(loaded: LoadedPage) -> None:
            if wish == self._wish:
                self._show(OpenLesson(pack, lesson, loaded), step, anchor)

        self._background.submit(lambda: load_page(pack, lesson), on_read)
        return True

    def _lesson(self, address: LessonAddress) -> Lesson | None:
        pack = self._packs.get(address.pack_id)
        lessons = pack.lessons if pack is not None else ()
        return next((lesson for lesson in lessons if lesson.id == address.lesson_id), None)

    def _show(self, opened: OpenLesson, step: _Step, anchor: str) -> None:
        self.leaving.emit()
        self._current = opened
        self.lesson_opened.emit(opened, anchor, step.scroll)
        self._shown = step

    def _on_folder_read(self, folder: Path, loaded: LoadedPack) -> None:
        if loaded.pack is None or not loaded.pack.lessons:
            self.leaving.emit()
            self._shown = None
            self.pack_refused.emit(folder, loaded)
            return
        self.add_pack(loaded)
        self.open(LessonAddress(loaded.pack.id, loaded.pack.lessons[0].id))


@dataclass(eq=False, slots=True)
class _Step:
    """One lesson on the way, and where it was scrolled to when it was left."""

    address: LessonAddress
    scroll: float = 0.0


class _Trail:
    """The lessons in the order they were read, as a browser keeps its pages."""

    def __init__(self) -> None:
        self._steps: list[_Step] = []
        self._index = -1

    @property
    def current(self) -> _Step | None:
        """The step that was taken last, or gone back to; None before the first."""
        return self._steps[self._index] if self._index >= 0 else None

    @property
    def has_earlier(self) -> bool:
        """Whether there is a step before this one."""
        return self._index > 0

    @property
    def has_later(self) -> bool:
        """Whether there is a step after this one."""
        return self._index + 1 < len(self._steps)

    def go_to(self, address: LessonAddress, scroll: float) -> _Step:
        """Add a step, unless one stands in that lesson already; the step to be shown."""
        current = self.current
        step = self.add(address) if current is None or current.address != address else current
        step.scroll = scroll
        return step

    def add(self, address: LessonAddress) -> _Step:
        """Add a step; those gone back from are forgotten."""
        step = _Step(address)
        self._steps = [*self._steps[: self._index + 1], step]
        self._index = len(self._steps) - 1
        return step

    def back(self) -> _Step | None:
        """Step back; None at the beginning."""
        if not self.has_earlier:
            return None
        self._index -= 1
        return self._steps[self._index]

    def forward(self) -> _Step | None:
        """Step forward again; None at the end."""
        if not self.has_later:
            return None
        self._index += 1
        return self._steps[self._index]

    def forget(self, pack_id: str) -> None:
        """Drop the steps into a pack; the last step before them is where one stands then."""
        before, after = self._steps[: self._index + 1], self._steps[self._index + 1 :]
        earlier = [step for step in before if step.address.pack_id != pack_id]
        later = [step for step in after if step.address.pack_id != pack_id]
        self._steps = earlier + later
        self._index = min(max(len(earlier), 1), len(self._steps)) - 1
