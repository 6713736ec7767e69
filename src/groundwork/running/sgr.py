"""Select Graphic Rendition: what the numbers of `ESC [ … m` do to a style (ECMA-48, 8.3.117)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from groundwork.running.lines import Style

_SWITCHES: dict[int, dict[str, Any]] = {
    1: {"is_bold": True},
    3: {"is_italic": True},
    4: {"is_underlined": True},
    7: {"is_inverse": True},
    22: {"is_bold": False},
    23: {"is_italic": False},
    24: {"is_underlined": False},
    27: {"is_inverse": False},
    39: {"foreground": None},
    49: {"background": None},
}
_EXTENDED: dict[int, str] = {38: "foreground", 48: "background"}
_CUBE_LEVELS = (0, 95, 135, 175, 215, 255)


@lru_cache(maxsize=512)
def styled(style: Style, parameters: str) -> Style:
    """`style` after the sequence with these parameters; unknown numbers change nothing."""
    numbers = iter(_numbers(parameters))
    for number in numbers:
        if number == 0:
            style = Style(source=style.source)
        elif number in _EXTENDED:
            colour = _extended_colour(numbers)
            change: dict[str, Any] = {} if colour is None else {_EXTENDED[number]: colour}
            style = replace(style, **change)
        else:
            style = replace(style, **_change(number))
    return style


def _numbers(parameters: str) -> list[int]:
    parts = parameters.replace(":", ";").split(";")
    return [int(part) if part.isdecimal() and len(part) < 4 else 0 for part in parts]  # noqa: PLR2004 - three digits are the most there are


def _change(number: int) -> dict[str, Any]:
    """What one simple number changes."""
    for first, role, offset in (
        (30, "foreground", 0),
        (40, "background", 0),
        (90, "foreground", 8),
        (100, "background", 8),
    ):
        if first <= number < first + 8:
            return {role: number - first + offset}
    return _SWITCHES.get(number, {})


def _extended_colour(numbers: Iterator[int]) -> str | int | None:
    """The colour after 38 or 48: `5;n` of 256 colours, or `2;r;g;b`."""
    kind = next(numbers, None)
    if kind == 5:  # noqa: PLR2004 - the standard's number
        return _of_256(min(next(numbers, 0), 255))
    if kind == 2:  # noqa: PLR2004 - the standard's number
        red, green, blue = (min(next(numbers, 0), 255) for _ in range(3))
        return f"#{red:02x}{green:02x}{blue:02x}"
    return None


def _of_256(index: int) -> str | int:
    """A colour of xterm's palette: 16 of the theme, a cube of 216, 24 greys."""
    if index < 16:  # noqa: PLR2004 - the theme's own
        return index
    if index >= 232:  # noqa: PLR2004 - the greys
        level = 8 + 10 * (index - 232)
        return f"#{level:02x}{level:02x}{level:02x}"
    red, green, blue = ((index - 16) // step % 6 for step in (36, 6, 1))
    return f"#{_CUBE_LEVELS[red]:02x}{_CUBE_LEVELS[green]:02x}{_CUBE_LEVELS[blue]:02x}"
