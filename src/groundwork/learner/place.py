"""Where the learner was when the window was closed, kept as one small JSON file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from groundwork.files import write_atomically

_FAR = 1 << 31
"""No page is as high and no file as long; Qt counts no further."""


class Place(NamedTuple):
    """A lesson, what of it was at the top of the page, and a place in a file of an example.

    `line` counts from 1, `column` from 0; `example_id` is empty where none was open. `path` is
    where the file lay, so that it can be shown before anything else is known.
    """

    pack_id: str
    lesson_id: str
    scroll: float = 0.0
    example_id: str = ""
    file: str = ""
    line: int = 1
    column: int = 0
    path: str = ""


def load_place(file: Path) -> Place | None:
    """The place in `file`; None where it cannot be read or is none."""
    try:
        stored: Any = json.loads(file.read_text(encoding="utf-8"))
        place = Place(**stored)
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    return place if _is_sound(place) else None


def _is_sound(place: Place) -> bool:
    """Whether every field is of its type and in its range: the file may hold anything."""
    texts: tuple[object, ...] = (
        place.pack_id,
        place.lesson_id,
        place.example_id,
        place.file,
        place.path,
    )
    numbers: tuple[object, ...] = (place.line, place.column)
    scroll: object = place.scroll
    return (
        all(isinstance(text, str) for text in texts)
        and all(type(number) is int and 0 <= number < _FAR for number in numbers)
        and type(scroll) in {int, float}
        and 0 <= place.scroll < _FAR
    )


def save_place(place: Place, file: Path) -> None:
    """Write the place in one step.

    Raises:
        OSError: the file cannot be written.
    """
    write_atomically(file, json.dumps(place._asdict(), indent=2).encode())
