"""Reading TOML that may be half-written: what comes before the mistake is not lost."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from groundwork.packs.problems import ProblemCollector

_MOST_ATTEMPTS = 40
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def read_toml(text: str, problems: ProblemCollector) -> tuple[dict[str, Any], bool]:
    """The table in `text`, and whether it is whole.

    Of a text that is no TOML, the mistake is told and the lines before it are read.
    """
    try:
        return tomllib.loads(text), True
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _PLACE.search(message)
        sentence = _PLACE.sub("", message).strip().rstrip(".")
        last_line = text.rstrip("\n").count("\n") + 1
        line = int(place[1]) if place and place[1] else last_line
        at_end = "" if place and place[1] else ", and there the file ends"
        problems.tell(
            line,
            f"From here on the manifest is not valid TOML: {sentence}{at_end}.",
            "Mend this line; until then the rest is taken from the folders.",
        )
        return _longest_readable_start(text, line), False
    except (RecursionError, ValueError):
        problems.tell(
            0,
            "The manifest is nested too deeply, or has a number too long, to be read.",
            "Write it in the plain form that the guide for authors shows.",
        )
        return {}, False


def _longest_readable_start(text: str, wrong_line: int) -> dict[str, Any]:
    """What the lines before `wrong_line` say, fewer of them where a value is left open."""
    lines = text.split("\n")[:wrong_line]
    for end in range(len(lines), max(len(lines) - _MOST_ATTEMPTS, 0), -1):
        try:
            return tomllib.loads("\n".join(lines[: end - 1]))
        except (ValueError, RecursionError):
            continue
    return {}
