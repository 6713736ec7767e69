"""How long a page takes: words to read, code to follow, exercises and questions to answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from groundwork.packs.exercises import (
    BlankQuestion,
    ChoiceQuestion,
    Exercise,
    OrderQuestion,
    PredictQuestion,
)
from groundwork.packs.model import Block, Callout, Example, Heading, Listing, Page, Picture, Prose

WORDS_PER_MINUTE = 180
"""Prose that teaches is read more slowly than a novel."""

CODE_LINES_PER_MINUTE = 20
EXERCISE_MINUTES = 4.0
"""An exercise whose author does not say how long it takes."""

_EXAMPLE_MINUTES = 0.5
_QUESTION_MINUTES = 0.5
_PICTURE_MINUTES = 0.25
_TAG = re.compile(r"<[^>]*>")


def reading_minutes(page: Page) -> float:
    """About how many minutes a beginner takes for the page with all that it asks."""
    return _minutes(page.blocks)


def _minutes(blocks: Iterable[Block]) -> float:
    return sum(map(_of_block, blocks))


def _of_block(block: Block) -> float:  # noqa: PLR0911 - one for each kind
    match block:
        case Prose():
            return _words(block.plain)
        case Heading():
            return _words(block.text)
        case Listing():
            return _lines(block.text)
        case Callout():
            return _words(block.title) + _minutes(block.blocks)
        case Picture():
            return _PICTURE_MINUTES
        case Example():
            return _EXAMPLE_MINUTES + sum(_lines(file.text) for file in block.files)
        case Exercise():
            return _minutes(block.task) + (block.minutes or EXERCISE_MINUTES)
        case _:
            return _of_question(block)


def _of_question(
    question: ChoiceQuestion | PredictQuestion | BlankQuestion | OrderQuestion,
) -> float:
    asked = _words(question.title) + _minutes(question.task)
    match question:
        case ChoiceQuestion():
            texts = [f"{one.plain} {_text(one.explanation)}" for one in question.choices]
            return _QUESTION_MINUTES + asked + sum(map(_words, texts))
        case PredictQuestion():
            code = question.program
        case BlankQuestion():
            code = question.code
        case OrderQuestion():
            code = "\n".join(question.lines)
    return _QUESTION_MINUTES + asked + _lines(code) + _words(_text(question.explanation))


def _words(text: str) -> float:
    return len(text.split()) / WORDS_PER_MINUTE


def _lines(code: str) -> float:
    return sum(bool(line.strip()) for line in code.split("\n")) / CODE_LINES_PER_MINUTE


def _text(html: str) -> str:
    return unescape(_TAG.sub(" ", html))
