"""Puts a program into the usual form, that of Black, unless it is no Python yet."""

from __future__ import annotations

import re
import warnings

from groundwork.language.protocol import Answer, Format, Formatted, Refused
from groundwork.language.service.scripts import Scripts

_LONGEST_LINE = 88
_LINE_END = re.compile(r"\r\n|\r|\n")
_STRANGE = "This file cannot be formatted: it is written in a way that the formatter does not know."


def answer(scripts: Scripts, question: Format) -> Answer:
    """The text in the usual form; refused, with the line, where it is no Python."""
    del scripts
    text = question.source.text
    fault = _fault(text)
    if fault:
        return Refused(fault)
    first = _LINE_END.search(text)
    end = first.group() if first else "\n"
    formatted = _formatted(_LINE_END.sub("\n", text))
    return Refused(_STRANGE) if formatted is None else Formatted(formatted.replace("\n", end))


def _fault(text: str) -> str:
    """Why the text is no Python, in a sentence; empty where it is."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is odd but runs is none of the formatter's
            compile(text, "<text>", "exec", dont_inherit=True)
    except SyntaxError as error:
        if error.lineno:
            return f"Nothing was formatted, because line {error.lineno} is no Python yet."
        return "Nothing was formatted, because this is no Python yet."
    except (ValueError, RecursionError, MemoryError):  # NUL characters, a thousand brackets
        return _STRANGE
    return ""


def _formatted(text: str) -> str | None:
    """The text in the usual form, which means the same; None where Black does not manage that."""
    import black  # noqa: PLC0415 - it takes as long to load as a hundred answers

    mode = black.Mode(line_length=_LONGEST_LINE)
    try:
        return str(black.format_file_contents(text, fast=False, mode=mode))
    except black.NothingChanged:
        return text
    except (ValueError, AssertionError, RecursionError):  # what it cannot read, or would break
        return None
