"""The names of files that are to lie in one folder: no two of which some system mixes up."""

from __future__ import annotations

from groundwork.files import clash_key


class TakenNames:
    """Takes relative names with forward slashes, one after the other."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._folders: dict[str, str] = {}

    def other(self, name: str) -> str:
        """The name taken before that some system cannot keep beside `name`; empty if none is.

        It is the same name, or differs in nothing that every system minds, or one of the two is a
        folder of the other.
        """
        key = clash_key(name)
        found = self._names.get(key) or self._folders.get(key)
        above = (self._names[one] for one in _folders_above(key) if one in self._names)
        return found or next(above, "")

    def take(self, name: str) -> None:
        """Take a name, which clashes with no other."""
        key = clash_key(name)
        self._names[key] = name
        for folder in _folders_above(key):
            self._folders.setdefault(folder, name)


def _folders_above(key: str) -> list[str]:
    parts = key.split("/")
    return ["/".join(parts[:length]) for length in range(1, len(parts))]
