"""Reading TOML that may be half-written: what comes before the mistake is not lost."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from groundwork.packs.problems import ProblemCollector

_MOST_ATTEMPTS = 40
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def read_toml(
    text: str, noun: str, problems: ProblemCollector, *, first_line: int = 1
) -> tuple[dict[str, Any], bool]:
    """The table in `text`, and whether it is whole.

    Of a text that is no TOML, the mistake is told and the lines before it are read. `noun` is what
    the text is called, `first_line` the line of its file that it begins at.
    """
    try:
        return tomllib.loads(text), True
    except tomllib.TOMLDecodeError as error:
        line = _wrong_line(text, error)
        sentence = _PLACE.sub("", str(error)).strip().rstrip(".")
        at_end = "" if _line_told(error) else ", and there the text ends"
        problems.tell(
            line + first_line - 1,
            f"From here on {noun} is not valid TOML: {sentence}{at_end}.",
            "Mend this line; until then only what stands above it is read.",
        )
        return _longest_readable_start(text, line), False
    except (RecursionError, ValueError):
        problems.tell(
            first_line if first_line > 1 else 0,
            f"{noun.replace('the', 'The', 1)} is nested too deeply, or has a number too long.",
            "Write it in the plain form that the guide for authors shows.",
        )
        return {}, False


def _line_told(error: tomllib.TOMLDecodeError) -> int:
    """The line that the mistake is in; 0 where it is the end of the text."""
    place = _PLACE.search(str(error))
    return int(place[1]) if place and place[1] else 0


def _wrong_line(text: str, error: tomllib.TOMLDecodeError) -> int:
    return _line_told(error) or text.rstrip("\n").count("\n") + 1


def _longest_readable_start(text: str, wrong_line: int) -> dict[str, Any]:
    """What the lines before `wrong_line` say, fewer of them where a value is left open."""
    lines = text.split("\n")[:wrong_line]
    for end in range(len(lines), max(len(lines) - _MOST_ATTEMPTS, 0), -1):
        try:
            return tomllib.loads("\n".join(lines[: end - 1]))
        except (ValueError, RecursionError):
            continue
    return {}
