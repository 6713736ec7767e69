"""The colours and measures of the window: one table, two themes."""

from __future__ import annotations

from typing import NamedTuple

GRID = 4
"""Every distance is a multiple of this many pixels: 8, 12, 16, 24."""

CORNER = 6
"""Radius of corners in pixels."""


class Theme(NamedTuple):
    """The colour of each role as `#RRGGBB`.

    `line` borders controls, `hairline` only divides panes. The roles from `comment` on colour code.
    """

    name: str
    is_dark: bool
    canvas: str
    surface: str
    sunken: str
    line: str
    hairline: str
    text: str
    muted: str
    accent: str
    on_accent: str
    good: str
    bad: str
    warn: str
    selection: str
    current_line: str
    comment: str
    keyword: str
    string: str
    number: str
    function: str
    class_name: str
    builtin: str


LIGHT = Theme(
    name="light",
    is_dark=False,
    canvas="#F7F6F3",
    surface="#FFFFFF",
    sunken="#EFEDE8",
    line="#8B8780",
    hairline="#DDDAD3",
    text="#1E2126",
    muted="#5A5F68",
    accent="#0B6B62",
    on_accent="#FFFFFF",
    good="#1B6E34",
    bad="#B3261E",
    warn="#8A5300",
    selection="#CFE6E2",
    current_line="#F2F0EB",
    comment="#56635A",
    keyword="#7A3E9D",
    string="#1B6E34",
    number="#9A4A00",
    function="#0A5EA8",
    class_name="#8A4B08",
    builtin="#0B6B62",
)

DARK = Theme(
    name="dark",
    is_dark=True,
    canvas="#15171B",
    surface="#1C1F24",
    sunken="#111317",
    line="#6E7580",
    hairline="#2C3037",
    text="#E6E4DF",
    muted="#A5A9B1",
    accent="#5CC8B8",
    on_accent="#0E1714",
    good="#7BCB8F",
    bad="#FF8A80",
    warn="#F0B35A",
    selection="#1F3B38",
    current_line="#22262C",
    comment="#A3B0A7",
    keyword="#D2A6F0",
    string="#9AD6A6",
    number="#F3B27A",
    function="#8EC5FF",
    class_name="#F0C98A",
    builtin="#6FD6C8",
)


class TypeScale(NamedTuple):
    """Font sizes in pixels at a text scale of 1."""

    small: int = 12
    body: int = 14
    lesson: int = 16
    title: int = 20
    display: int = 26

    def scaled(self, factor: float) -> TypeScale:
        """The same scale, every size times `factor`."""
        return TypeScale(*(round(size * factor) for size in self))
