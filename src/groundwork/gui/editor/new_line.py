"""What Enter puts in: the line end, and what the new line begins with."""

from __future__ import annotations

import re
from typing import NamedTuple

_ITEM = re.compile(
    r"(?P<lead>[ \t]*(?:#[ \t]*)?)(?P<sign>[-*+]|(?P<number>\d{1,4})[.)])(?P<gap>[ ]+)"
)
_COMMENT = re.compile(r"(?P<lead>[ \t]*#+[:!]?[ \t]*)")


class NewLine(NamedTuple):
    """What comes of Enter in a line.

    `kept` is what stays of the line before the cursor, `begun` what the next line begins with, up
    to the cursor; None where no line comes. `below` is what one more line begins with, if one does.
    """

    kept: str
    begun: str | None
    below: str | None = None


def continued_comment(before: str, after: str, above: str) -> NewLine | None:
    """What comes of Enter in a comment that has its line for itself; None in any other line.

    A comment goes on where something of it stands behind the cursor, where it is one of several
    lines, and where it is an item of a list. `above` is the line above.
    """
    lead = _COMMENT.match(before)
    if not lead:
        return None
    listed = continued_item(before, after)
    if listed:
        return listed
    if not after.strip() and not _COMMENT.match(above):
        return None
    is_left_as_it_came = before.endswith(" ") and not before[lead.end() :] and not after.strip()
    if is_left_as_it_came:
        return _ended(before)
    sign = lead.group().rstrip()
    return NewLine(before.rstrip(), f"{sign} ")


def continued_item(before: str, after: str) -> NewLine | None:
    """What comes of Enter in an item of a list in prose; None where there is no item."""
    item = _ITEM.match(before)
    if not item:
        return None
    if not before[item.end() :].strip() and not after.strip():
        return _ended(before)
    sign = item["sign"]
    if item["number"]:
        sign = f"{int(item['number']) + 1}{sign[-1]}"
    return NewLine(before.rstrip(), f"{item['lead']}{sign}{item['gap']}")


def _ended(before: str) -> NewLine:
    """An item with nothing in it ends the list: the line is empty again, and no other comes."""
    return NewLine(before[: len(before) - len(before.lstrip())], None)
