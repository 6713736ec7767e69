"""Which packs, chapters and lessons the tree shows, as values; no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from groundwork.learner.states import WorkState
from groundwork.packs.model import Chapter, ExampleAddress, Lesson, LessonAddress, Pack


class ShownChapter(NamedTuple):
    """A chapter with those of its lessons that are shown."""

    chapter: Chapter
    lessons: tuple[Lesson, ...]


class ShownPack(NamedTuple):
    """A pack with those of its chapters that are shown."""

    pack: Pack
    chapters: tuple[ShownChapter, ...]


class ShownExercise(NamedTuple):
    """An exercise of the open lesson."""

    address: ExampleAddress
    title: str
    state: WorkState = WorkState.NEW


class Outline:
    """Everything that can be shown, and the part of it that words leave over."""

    def __init__(self, packs: Sequence[Pack] = ()) -> None:
        self._packs = tuple(packs)
        self._folded: dict[int, list[str]] = {}

    def whole(self) -> tuple[ShownPack, ...]:
        """All packs with all their chapters and lessons."""
        return tuple(
            ShownPack(pack, tuple(ShownChapter(one, one.lessons) for one in pack.chapters))
            for pack in self._packs
        )

    def matching(
        self, words: Sequence[str], found: AbstractSet[LessonAddress]
    ) -> tuple[ShownPack, ...]:
        """The lessons whose title has all the folded `words`, those of `found`, and whole chapters.

        A chapter is whole where every word begins a word of its title. Chapters and packs without
        a lesson left are not shown.
        """
        shown = (ShownPack(pack, tuple(self._chapters(pack, words, found))) for pack in self._packs)
        return tuple(pack for pack in shown if pack.chapters)

    def _chapters(
        self, pack: Pack, words: Sequence[str], found: AbstractSet[LessonAddress]
    ) -> Iterator[ShownChapter]:
        ids = {address.lesson_id for address in found if address.pack_id == pack.id}
        for chapter in pack.chapters:
            if _has_all(f" {folded(chapter.title)}", [f" {word}" for word in words]):
                yield ShownChapter(chapter, chapter.lessons)
                continue
            titles = self._titles(chapter)
            lessons = tuple(
                lesson
                for lesson, title in zip(chapter.lessons, titles, strict=True)
                if lesson.id in ids or _has_all(title, words)
            )
            if lessons:
                yield ShownChapter(chapter, lessons)

    def _titles(self, chapter: Chapter) -> list[str]:
        """The folded titles of the chapter's lessons, made when first asked for."""
        titles = self._folded.get(id(chapter))
        if titles is None:
            titles = [folded(lesson.title) for lesson in chapter.lessons]
            self._folded[id(chapter)] = titles
        return titles


def folded(text: str) -> str:
    """The text without regard to case and accents, letter for letter: its length stays."""
    if text.isascii():
        return text.lower()
    import unicodedata  # noqa: PLC0415 - a megabyte of tables, not needed for every text

    bases = (unicodedata.normalize("NFKD", letter)[0] for letter in text)
    return "".join(base.casefold()[0] for base in bases)


def _has_all(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def matched_spans(title: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """From where to where the folded `words` stand in `title`, in order and without overlap."""
    text = folded(title)
    found: list[tuple[int, int]] = []
    for word in words:
        start = text.find(word) if word else -1
        while start >= 0:
            found.append((start, start + len(word)))
            start = text.find(word, start + len(word))
    return _joined(sorted(found))


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
