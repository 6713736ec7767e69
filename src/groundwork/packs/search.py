"""Finding lessons by words of their titles, summaries and texts."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self
from urllib.parse import unquote

from groundwork.packs.chapter_folder import LESSON_SIZE_LIMIT, is_inside
from groundwork.packs.front_matter import divided
from groundwork.packs.links import EXERCISE_NAME
from groundwork.packs.model import Lesson, LessonAddress, Pack
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.text_file import read_text

_WORD = re.compile(r"\w+")
_INVISIBLE = re.compile(r"\]\([^)\s]*\)|<!--.*?-->")
_FENCE = re.compile(r"[ >]*(`{3,}|~{3,})(.*)")
_HIDDEN = re.compile(r"(?:^|\s)(?:solution|checks|hint|wrong|output)(?=\s.*?\bid=)")
_TITLE = re.compile(r'\btitle=(?:"([^"]*)"|(\S+))')
_EXERCISE = re.compile(rf"\[[^\]]*\]\(([^)\s]+/{re.escape(EXERCISE_NAME)})\)\s*")
_SECTION = re.compile(r"^## ", re.MULTILINE)
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
    body = divided(_text(pack, lesson.path)).body
    return shown + "\n".join(_visible_lines(body, pack, lesson))


def _text(pack: Pack, path: Path) -> str:
    """The text of a file of the pack; empty where it cannot be read."""
    is_ours = is_inside(path, pack.folder)
    return (read_text(path, LESSON_SIZE_LIMIT, ProblemCollector(path)) or "") if is_ours else ""


def _visible_lines(body: str, pack: Pack, lesson: Lesson) -> Iterator[str]:
    """What a reader of the lesson meets: no marks, and nothing that helps with an exercise."""
    mark, is_hidden = "", False
    for line in body.split("\n"):
        fence = _FENCE.match(line)
        if fence and not mark:
            mark, is_hidden = fence[1], bool(_HIDDEN.search(fence[2]))
            title = _TITLE.search(fence[2])
            yield (title[1] or title[2] or "") if title else ""
        elif fence and fence[1].startswith(mark) and not fence[2].strip():
            mark, is_hidden = "", False
        elif not is_hidden:
            yield _MARK_IN_CALLOUT.sub("", _INVISIBLE.sub(" ", line))
            exercise = None if mark else _EXERCISE.fullmatch(line)
            if exercise:
                yield _task(pack, lesson.path.parent / unquote(exercise[1]))


def _task(pack: Pack, path: Path) -> str:
    """What an exercise in a folder asks for, without its hints and its solution."""
    return _INVISIBLE.sub(" ", _SECTION.split(divided(_text(pack, path)).body, maxsplit=1)[0])


def _words(text: str) -> list[str]:
    return _WORD.findall(_folded(text))


def _folded(text: str) -> str:
    """The text without regard to case and accents."""
    if text.isascii():
        return text.lower()
    import unicodedata  # noqa: PLC0415 - a megabyte of tables, not needed for every text

    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in split if not unicodedata.combining(character))
