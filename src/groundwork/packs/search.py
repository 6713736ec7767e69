"""Finding lessons by words of their titles, summaries and texts."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from typing import Self

from groundwork.packs.chapter_folder import LESSON_SIZE_LIMIT, is_inside
from groundwork.packs.front_matter import divided
from groundwork.packs.model import Lesson, LessonAddress, Pack
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.text_file import read_text

_WORD = re.compile(r"\w+")
_INVISIBLE = re.compile(r"^[ >]*(?:`{3,}|~{3,}).*$|\]\([^)\s]*\)|<!--.*?-->", re.MULTILINE)
_MARK_IN_CALLOUT = re.compile(r"\[!\w+\]")


class SearchIndex:
    """Knows which words stand in which lesson; made once, asked with every key.

    Building reads every lesson of the pack and touches nothing else, so it may run in a thread of
    its own; a finished index never changes.
    """

    def __init__(self, addresses: tuple[LessonAddress, ...], words: dict[str, array[int]]) -> None:
        self._addresses = addresses
        self._lessons = list(words.values())
        # All words in one text: looking for a part of a word is then one search, not thousands.
        self._vocabulary = "".join(f"\n{word}" for word in words) + "\n"
        self._starts = array("L", _line_starts(self._vocabulary))

    @classmethod
    def build(cls, pack: Pack) -> Self:
        """The index of all lessons; one that cannot be read is found by its title."""
        words: dict[str, array[int]] = {}
        for number, lesson in enumerate(pack.lessons):
            for word in set(_words(_searched_text(pack, lesson))):
                words.setdefault(word, array("L")).append(number)
        return cls(tuple(LessonAddress(pack.id, one.id) for one in pack.lessons), words)

    def matching(self, words: str) -> set[LessonAddress]:
        """The lessons in which every one of `words` stands, each whole or as part of another.

        Letters match without regard to case and accents. Where `words` has no letter and no
        digit, every lesson matches.
        """
        matching = set(range(len(self._addresses)))
        for word in set(_words(words)):
            matching &= self._with(word)
        return {self._addresses[number] for number in matching}

    def _with(self, part: str) -> set[int]:
        """The numbers of the lessons that have a word with this part."""
        found: set[int] = set()
        position = self._vocabulary.find(part)
        while position >= 0 and len(found) < len(self._addresses):
            word = bisect_right(self._starts, position) - 1
            found.update(self._lessons[word])
            position = self._vocabulary.find(part, self._vocabulary.index("\n", position))
        return found


def _line_starts(text: str) -> Iterable[int]:
    return (match.start() for match in re.finditer(r"\n(?=.)", text))


def _searched_text(pack: Pack, lesson: Lesson) -> str:
    shown = f"{lesson.title}\n{lesson.summary}\n"
    if not is_inside(lesson.path, pack.folder):
        return shown
    text = read_text(lesson.path, LESSON_SIZE_LIMIT, ProblemCollector(lesson.path))
    return shown + _MARK_IN_CALLOUT.sub("", _INVISIBLE.sub(" ", divided(text or "").body))


def _words(text: str) -> list[str]:
    return _WORD.findall(_folded(text))


def _folded(text: str) -> str:
    """The text without regard to case and accents."""
    if text.isascii():
        return text.lower()
    import unicodedata  # noqa: PLC0415 - a megabyte of tables, not needed for every text

    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in split if not unicodedata.combining(character))
