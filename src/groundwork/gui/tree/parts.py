"""A lesson, a chapter or a pack, as something that can be done something with."""

from __future__ import annotations

from dataclasses import dataclass

from groundwork.packs.model import Chapter, Lesson, LessonAddress, Pack


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a pack: what it is called, and all its lessons. `kind` is the word for it."""

    kind: str
    title: str
    lessons: tuple[LessonAddress, ...]


def lesson_part(pack: Pack, lesson: Lesson) -> Part:
    """One lesson."""
    return Part("lesson", lesson.title, _addresses(pack, (lesson,)))


def chapter_part(pack: Pack, chapter: Chapter) -> Part:
    """A chapter."""
    return Part("chapter", chapter.title, _addresses(pack, chapter.lessons))


def pack_part(pack: Pack) -> Part:
    """A whole pack."""
    return Part("pack", pack.title, _addresses(pack, pack.lessons))


def parts_around(pack: Pack, lesson: Lesson) -> tuple[Part, ...]:
    """The lesson, its chapter, and the pack."""
    chapters = (chapter for chapter in pack.chapters if chapter.id == lesson.chapter_id)
    around = tuple(chapter_part(pack, chapter) for chapter in chapters)
    return (lesson_part(pack, lesson), *around, pack_part(pack))


def _addresses(pack: Pack, lessons: tuple[Lesson, ...]) -> tuple[LessonAddress, ...]:
    return tuple(LessonAddress(pack.id, lesson.id) for lesson in lessons)
