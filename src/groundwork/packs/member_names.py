"""The names in an archive: which ones every system can keep, side by side and inside one folder."""

from __future__ import annotations

from groundwork.files import clash_key, name_objection
from groundwork.packs.wording import quoted

DEEPEST = 16
"""Folders that may lie one in the other in a pack."""
_LONGEST = 400


class MemberNames:
    """Takes the names of one archive, one after the other, and objects to bad ones."""

    def __init__(self) -> None:
        self._taken: dict[str, str] = {}
        self._folders: dict[str, str] = {}

    def objection(self, name: str) -> str:
        """Why a file of this name cannot be in the archive too, as a sentence, or empty.

        `name` is relative with forward slashes. A name that is objected to counts as not taken.
        """
        fault = name_objection(name) or _fault(name)
        if fault:
            return fault
        key = clash_key(name)
        folders = _folders_above(key)
        return self._clash(name, key, folders) or self._take(name, key, folders)

    def _clash(self, name: str, key: str, folders: list[str]) -> str:
        if self._taken.get(key) == name:
            return f"The file {quoted(name)} is in it twice."
        other = self._taken.get(key) or self._folders.get(key)
        other = other or next((self._taken[one] for one in folders if one in self._taken), None)
        if other is None:
            return ""
        return f"Some systems cannot keep the files {quoted(other)} and {quoted(name)} together."

    def _take(self, name: str, key: str, folders: list[str]) -> str:
        self._taken[key] = name
        for folder in folders:
            self._folders.setdefault(folder, name)
        return ""


def _folders_above(key: str) -> list[str]:
    parts = key.split("/")
    return ["/".join(parts[:length]) for length in range(1, len(parts))]


def _fault(name: str) -> str:
    if name.count("/") >= DEEPEST:
        return f"The file {quoted(name)} lies in more than {DEEPEST} folders, one in the other."
    if len(name) > _LONGEST:
        return f"The file name {quoted(name)} is too long."
    if not name.isprintable():
        shown = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in name)
        return f"The file name {quoted(shown)} has a character in it that cannot be seen."
    return ""
