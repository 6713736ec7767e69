"""The words that problems are told in: quoted values, suggestions, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LONGEST_QUOTE = 60
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
"""Control characters, those that turn the direction of the text behind them, and half ones."""


def one_line(text: str) -> str:
    """The text on one line: blanks joined into one, control characters gone."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def quoted(text: str) -> str:
    """The text in quotation marks, on one line and shortened."""
    line = one_line(text)
    if len(line) > _LONGEST_QUOTE:
        line = line[: _LONGEST_QUOTE - 1] + "…"
    return f"“{line}”"


def listed(words: Iterable[str]) -> str:
    """The words as one reads them out: `a, b and c`."""
    *most, last = [*words] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def closest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or an empty text."""
    import difflib  # noqa: PLC0415 - only needed where something is wrong

    by_lower_case = {one.lower(): one for one in known}
    found = difflib.get_close_matches(word.lower()[:100], by_lower_case, n=1, cutoff=0.7)
    return by_lower_case[found[0]] if found else ""


def suggestion(word: str, known: Iterable[str], otherwise: str) -> str:
    """A remedy: the known word that was probably meant, or the sentence `otherwise`."""
    meant = closest(word, known)
    return f"Did you mean {quoted(meant)}?" if meant else otherwise
