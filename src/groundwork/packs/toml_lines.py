"""Where in a TOML file something stands; the TOML reader gives values without their lines."""

from __future__ import annotations

import re

_TABLE_HEADER = re.compile(r"\s*\[")
_KEY = re.compile(r"""\s*\[*\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*[=.\]]""")
_QUOTED = re.compile(r"""\"([^"]*)\"|'([^']*)'""")


class TomlLines:
    """Finds lines in a text of TOML whose tables are called `tables`; 0 where nothing is found.

    Lines count from `first_line`, which is 1 unless the text stands inside another file.
    """

    def __init__(self, text: str, tables: str, first_line: int = 1) -> None:
        self._lines = text.split("\n")
        self._tables = tables
        self._offset = first_line - 1
        header = re.compile(rf"\s*\[\[\s*{re.escape(tables)}\s*\]\]")
        self._starts = [n for n, line in enumerate(self._lines, 1) if header.match(line)]
        self._quoted_lines: dict[int, dict[str, int]] = {}
        self._key_lines: dict[str, int] | None = None
        headers = (n for n, line in enumerate(self._lines, 1) if _TABLE_HEADER.match(line))
        self._end_of_top = next(headers, len(self._lines) + 1)

    def of_key(self, key: str) -> int:
        """The line of `key` above all tables, or wherever it is first written."""
        return self._numbered(self._of_key(key))

    def of_table(self, index: int) -> int:
        """The line where the table number `index`, from 0, begins."""
        return self._numbered(self._of_table(index))

    def of_table_key(self, index: int, key: str) -> int:
        """The line of `key` in that table, or else where the table begins."""
        return self._numbered(self._of_table_key(index, key))

    def of_quoted(self, index: int, key: str, text: str) -> int:
        """The line, from that of `key` in that table on, where `text` first stands in quotes."""
        if index not in self._quoted_lines:
            self._quoted_lines[index] = self._lines_of_quotes(index, key)
        found = self._quoted_lines[index].get(text)
        return self._numbered(found or self._of_table_key(index, key))

    def _numbered(self, line: int) -> int:
        return line + self._offset if line else 0

    def _of_key(self, key: str) -> int:
        if self._key_lines is None:
            self._key_lines = self._found_keys()
        return self._key_lines.get(key, 0)

    def _found_keys(self) -> dict[str, int]:
        """Every key with its first line; one above all tables goes before the same in a table."""
        top: dict[str, int] = {}
        everywhere: dict[str, int] = {}
        for number, line in enumerate(self._lines, 1):
            match = _KEY.match(line)
            if match:
                keys = top if number < self._end_of_top else everywhere
                keys.setdefault(match[1] or match[2] or match[3] or "", number)
        return {**everywhere, **top}

    def _of_table(self, index: int) -> int:
        return self._starts[index] if index < len(self._starts) else self._of_key(self._tables)

    def _of_table_key(self, index: int, key: str) -> int:
        start = self._of_table(index)
        return self._of_key_within(key, start, self._end_of_table(index)) or start

    def _lines_of_quotes(self, index: int, key: str) -> dict[str, int]:
        start = max(self._of_table_key(index, key), 1)
        found: dict[str, int] = {}
        for number in range(start, self._end_of_table(index)):
            for double, single in _QUOTED.findall(self._lines[number - 1]):
                found.setdefault(double or single, number)
        return found

    def _end_of_table(self, index: int) -> int:
        following = self._starts[index + 1 : index + 2]
        return following[0] if following else len(self._lines) + 1

    def _of_key_within(self, key: str, start: int, end: int) -> int:
        name = re.escape(key)
        pattern = re.compile(rf"""\s*["']?{name}["']?\s*[=.]|\s*\[+\s*{name}\b""")
        for number in range(max(start, 1), end):
            if pattern.match(self._lines[number - 1]):
                return number
        return 0
