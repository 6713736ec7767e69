"""Titles for checks whose author gave none: what is checked, in words for the learner."""

from __future__ import annotations

from collections.abc import Iterable

from groundwork.packs.constructs import construct_in_words
from groundwork.packs.wording import listed, one_line

_LONGEST = 60


def output_title(typed_input: str, expected: str | None) -> str:
    """For what a program prints: “Given 3 and 4, it prints 7”."""
    given = listed(line for line in typed_input.split("\n") if line.strip())
    printed = _shown(expected, "the right text")
    return f"Given {_cut(given)}, it prints {printed}" if given else f"It prints {printed}"


def call_title(call: str, expected: str | None) -> str:
    """For what a call gives: “double(3) gives 6”."""
    return f"{_cut(call)} gives {_shown(expected, 'the right value')}"


def property_title(function: str, count: int) -> str:
    """For many generated arguments: “double is right for 50 generated inputs”."""
    return f"{function} is right for {count} generated inputs"


def raises_title(call: str, error: str) -> str:
    """For an error: “price('tea') ends with KeyError”."""
    return f"{_cut(call)} ends with {error}"


def structure_title(
    uses: Iterable[str], avoids: Iterable[str], at_most: Iterable[tuple[str, int]]
) -> str:
    """For how a program is built: “It uses a loop, without sorted() and with at most 1 list”."""
    claims = []
    if names := [construct_in_words(one) for one in uses]:
        claims.append(f"uses {listed(names)}")
    if names := [construct_in_words(one) for one in avoids]:
        claims.append(f"does without {listed(names)}")
    if names := [f"{construct_in_words(one)} at most {_times(count)}" for one, count in at_most]:
        claims.append(f"has {listed(names)}")
    return f"It {listed(claims)}"


def file_title(file: str, expected: str | None) -> str:
    """For a file left behind: “orders.txt holds the right text”."""
    return f"{file} holds {_shown(expected, 'the right text')}"


def rows_title(database: str) -> str:
    """For rows left behind in a database."""
    return f"{database} holds the right rows"


def http_title(method: str, path: str, status: int) -> str:
    """For an answer to a request: “GET /orders answers with 200”."""
    return f"{method} {_cut(path)} answers " + (f"with {status}" if status else "rightly")


def _shown(expected: str | None, otherwise: str) -> str:
    """What is expected where it is short and on one line, or else words for it."""
    text = (expected or "").strip()
    return text if text and "\n" not in text and len(text) <= _LONGEST else otherwise


def _cut(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _times(count: int) -> str:
    return {0: "0 times", 1: "once", 2: "twice"}.get(count, f"{count} times")
