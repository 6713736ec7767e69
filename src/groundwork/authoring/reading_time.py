"""How long a lesson takes to read, against what it says about itself.

Adults read between 175 and 300 words of prose a minute; foreign readers of technical text are at
the lower end. A line of code is taken in in about two seconds. Trying things out, exercises and
questions are not counted: that is the reader's own time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from groundwork.packs.model import (
    Block,
    Callout,
    Example,
    Heading,
    Lesson,
    Listing,
    Page,
    Problem,
    Prose,
)

_WORDS_A_MINUTE = 200
_CODE_LINES_A_MINUTE = 30


def reading_minutes(page: Page) -> float:
    """Minutes that it takes to read the page, without trying anything out."""
    return sum(map(_minutes, page.blocks))


def reading_problems(lesson: Lesson, page: Page) -> Iterator[Problem]:
    """A problem, where reading takes longer than the lesson says that all of it does."""
    needed = round(reading_minutes(page))
    if lesson.minutes and needed > lesson.minutes:
        sentence = f"The lesson says {lesson.minutes} minutes, and reading it takes about {needed}."
        remedy = "Write how long it takes with everything in it, or divide it."
        yield Problem(lesson.path, 0, sentence, remedy)


def _minutes(block: Block) -> float:
    match block:
        case Prose():
            return len(block.plain.split()) / _WORDS_A_MINUTE
        case Heading():
            return len(block.text.split()) / _WORDS_A_MINUTE
        case Listing():
            return _code_minutes([block.text])
        case Example():
            return _code_minutes(file.text for file in block.files)
        case Callout():
            return sum(map(_minutes, block.blocks))
        case _:
            return 0.0


def _code_minutes(texts: Iterable[str]) -> float:
    lines = (line for text in texts for line in text.splitlines() if line.strip())
    return sum(1 for _ in lines) / _CODE_LINES_A_MINUTE
