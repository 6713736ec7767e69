"""Which statements of Python the lessons of a pack have shown, in the order of reading."""

from __future__ import annotations

import re
from collections.abc import Mapping

from groundwork.packs.chapter_folder import LESSON_SIZE_LIMIT, is_inside
from groundwork.packs.model import Lesson, Pack
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.text_file import read_text

_FENCE = re.compile(
    r"^ {0,3}(?P<sign>`{3,}|~{3,}) ?(?:python|py)\b[^\n]*\n(?P<code>.*?)^ {0,3}(?P=sign)",
    re.MULTILINE | re.DOTALL,
)
_STATEMENT = re.compile(
    r"^[ \t]*(?P<word>assert|async|break|class|continue|def|del|elif|else|except|finally|for|from"
    r"|global|if|import|nonlocal|pass|raise|return|try|while|with|yield"
    r"|match(?=[ (\[{].*:$)|case(?=[ (\[{].*:))\b",
    re.MULTILINE,
)


def statements_by_lesson(pack: Pack) -> Mapping[str, frozenset[str]]:
    """The first words of the statements shown up to each lesson and in it, by the lesson's id.

    All lessons are read for this, so it is work for a thread.
    """
    known: frozenset[str] = frozenset()
    by_lesson = {}
    for lesson in pack.lessons:
        known |= _statements(pack, lesson)
        by_lesson[lesson.id] = known
    return by_lesson


def statements_in(text: str) -> frozenset[str]:
    """The first words of the statements in the Python that a lesson shows."""
    blocks = _FENCE.finditer(text)
    return frozenset(
        match["word"] for block in blocks for match in _STATEMENT.finditer(block["code"])
    )


def _statements(pack: Pack, lesson: Lesson) -> frozenset[str]:
    if not is_inside(lesson.path, pack.folder):
        return frozenset()
    text = read_text(lesson.path, LESSON_SIZE_LIMIT, ProblemCollector(lesson.path))
    return statements_in(text or "")
