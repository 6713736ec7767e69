"""What the home page says of a pack, as values; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from groundwork.learner.states import LessonProgress, WorkState
from groundwork.packs.model import Chapter, Lesson, LessonAddress, Pack

_NONE = LessonProgress()
_MINUTE, _HOUR = 60, 3600
_WHOLE_HOURS_FROM = 10 * _HOUR

Lessons = Mapping[LessonAddress, LessonProgress]
"""What the learner has done, of all packs."""


@dataclass(frozen=True, slots=True)
class Step:
    """A lesson to go on with."""

    address: LessonAddress
    title: str
    chapter: str
    minutes: int


@dataclass(frozen=True, slots=True)
class ChapterOutlook:
    """How far a chapter is: lessons that are done, of how many; exercises and questions solved."""

    title: str
    state: WorkState
    done: int
    lessons: int
    exercises: int
    questions: int


@dataclass(frozen=True, slots=True)
class PackOutlook:
    """How far a pack is, and what comes next.

    `left` is the lesson that was begun and worked on last, `following` the next new one; either is
    None where there is none. `seconds` is the time spent with all lessons.
    """

    title: str
    chapters: tuple[ChapterOutlook, ...]
    left: Step | None
    following: Step | None
    seconds: int

    @property
    def done(self) -> int:
        """The number of lessons that are done."""
        return sum(chapter.done for chapter in self.chapters)

    @property
    def lessons(self) -> int:
        """The number of lessons."""
        return sum(chapter.lessons for chapter in self.chapters)

    @property
    def is_new(self) -> bool:
        """Whether nothing of it has been begun."""
        return all(chapter.state is WorkState.NEW for chapter in self.chapters)


def outlook(pack: Pack, lessons: Lessons) -> PackOutlook:
    """What there is to say of a pack."""
    known = [(lesson, _of(pack, lesson, lessons)) for lesson in pack.lessons]
    begun = [(progress.seen_at, lesson) for lesson, progress in known if _is_begun(progress)]
    left = max(begun, key=lambda one: one[0])[1] if begun else None
    return PackOutlook(
        pack.title,
        tuple(_chapter(pack, chapter, lessons) for chapter in pack.chapters),
        _step(pack, left),
        _step(pack, _following([*known])),
        sum(progress.seconds for _, progress in known),
    )


def time_words(seconds: int) -> str:
    """So much time in words, as in "12 min" or "1 h 20 min"; empty for less than a minute."""
    if seconds >= _WHOLE_HOURS_FROM:
        return f"{seconds // _HOUR:,} h"
    hours, minutes = divmod(seconds // _MINUTE, 60)
    words = (f"{hours} h" if hours else "", f"{minutes} min" if minutes else "")
    return " ".join(filter(None, words))


def _following(known: list[tuple[Lesson, LessonProgress]]) -> Lesson | None:
    """The first new lesson behind the one worked on last, or else the first new one of all."""
    last = max(range(len(known)), key=lambda index: known[index][1].seen_at, default=0)
    ordered = [*known[last:], *known[:last]]
    new = (lesson for lesson, progress in ordered if progress.state is WorkState.NEW)
    return next(new, None)


def _chapter(pack: Pack, chapter: Chapter, lessons: Lessons) -> ChapterOutlook:
    known = [_of(pack, lesson, lessons) for lesson in chapter.lessons]
    done = sum(progress.state.is_done for progress in known)
    return ChapterOutlook(
        chapter.title,
        _state(known, done),
        done,
        len(known),
        sum(progress.exercises_done for progress in known),
        sum(progress.questions_done for progress in known),
    )


def _state(known: list[LessonProgress], done: int) -> WorkState:
    if done == len(known) > 0:
        helped = any(progress.state is WorkState.DONE_WITH_HELP for progress in known)
        return WorkState.DONE_WITH_HELP if helped else WorkState.DONE
    is_new = all(progress.state is WorkState.NEW for progress in known)
    return WorkState.NEW if is_new else WorkState.BEGUN


def _step(pack: Pack, lesson: Lesson | None) -> Step | None:
    if lesson is None:
        return None
    chapter = next(one.title for one in pack.chapters if one.id == lesson.chapter_id)
    return Step(LessonAddress(pack.id, lesson.id), lesson.title, chapter, lesson.minutes)


def _of(pack: Pack, lesson: Lesson, lessons: Lessons) -> LessonProgress:
    return lessons.get(LessonAddress(pack.id, lesson.id), _NONE)


def _is_begun(progress: LessonProgress) -> bool:
    return progress.state is WorkState.BEGUN
