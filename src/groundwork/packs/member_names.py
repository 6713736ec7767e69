"""The names in an archive: which ones every system can keep, side by side and inside one folder."""

from __future__ import annotations

from groundwork.files import name_objection
from groundwork.packs.taken_names import TakenNames
from groundwork.packs.wording import quoted

DEEPEST = 16
"""Folders that may lie one in the other in a pack."""
_LONGEST = 400


class MemberNames:
    """Takes the names of one archive, one after the other, and objects to bad ones."""

    def __init__(self) -> None:
        self._taken = TakenNames()

    def objection(self, name: str) -> str:
        """Why a file of this name cannot be in the archive too, as a sentence, or empty.

        `name` is relative with forward slashes. A name that is objected to counts as not taken.
        """
        fault = name_objection(name) or _fault(name)
        if fault:
            return fault
        other = self._taken.other(name)
        if not other:
            self._taken.take(name)
            return ""
        if other == name:
            return f"The file {quoted(name)} is in it twice."
        return f"Some systems cannot keep the files {quoted(other)} and {quoted(name)} together."


def _fault(name: str) -> str:
    if name.count("/") >= DEEPEST:
        return f"The file {quoted(name)} lies in more than {DEEPEST} folders, one in the other."
    if len(name) > _LONGEST:
        return f"The file name {quoted(name)} is too long."
    if not name.isprintable():
        shown = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in name)
        return f"The file name {quoted(shown)} has a character in it that cannot be seen."
    return ""
