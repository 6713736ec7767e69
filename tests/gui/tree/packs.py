"""Packs for the tests of the tree."""

from __future__ import annotations

from pathlib import Path

from groundwork.packs.model import Chapter, Lesson, LessonAddress, Pack

FOLDER = Path("pack").absolute()


def lesson(chapter_id: str, title: str, summary: str = "", minutes: int = 0) -> Lesson:
    lesson_id = title.lower().replace(" ", "-")
    path = FOLDER / chapter_id / f"{lesson_id}.md"
    return Lesson(lesson_id, chapter_id, title, path, summary, minutes)


def chapter(title: str, *titles: str) -> Chapter:
    chapter_id = title.lower().replace(" ", "-")
    return Chapter(chapter_id, title, tuple(lesson(chapter_id, one) for one in titles))


def pack(title: str, *chapters: Chapter) -> Pack:
    return Pack(title.lower().replace(" ", "-"), title, "1.0.0", FOLDER, chapters)


PYTHON = pack(
    "Python",
    chapter("Start here", "Welcome", "Reading errors"),
    chapter("Data structures", "Lists", "Dictionaries", "Sets of numbers", "Éclairs in a row"),
    chapter("Functions", "Arguments", "Lists as arguments"),
)
TABLES = pack("Tables", chapter("Rows", "One row", "Many rows"))


def at(lesson_id: str, of: Pack = PYTHON) -> LessonAddress:
    return LessonAddress(of.id, lesson_id)


def large(lessons: int) -> Pack:
    """A pack of so many lessons, ten to a chapter."""
    return pack(
        "Large",
        *(
            chapter(f"Chapter {number}", *(f"Lesson {number} {place}" for place in range(10)))
            for number in range(lessons // 10)
        ),
    )
