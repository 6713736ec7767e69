"""Where in a manifest something stands; the TOML reader gives values without their lines."""

from __future__ import annotations

import re

_CHAPTER_HEADER = re.compile(r"\s*\[\[\s*chapters\s*\]\]")
_TABLE_HEADER = re.compile(r"\s*\[")
_QUOTED = re.compile(r"""\"([^"]*)\"|'([^']*)'""")


class ManifestLines:
    """Finds lines, counted from 1, in the text of a manifest; 0 where a thing is not found."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._chapters = [
            number for number, line in enumerate(self._lines, 1) if _CHAPTER_HEADER.match(line)
        ]
        self._quoted_lines: dict[int, dict[str, int]] = {}
        tables = (n for n, line in enumerate(self._lines, 1) if _TABLE_HEADER.match(line))
        self._end_of_top = next(tables, len(self._lines) + 1)

    def of_key(self, key: str) -> int:
        """The line of `key` above all tables, or wherever it is first written."""
        return self._of_key_within(key, 1, self._end_of_top) or self._of_key_within(
            key, 1, len(self._lines) + 1
        )

    def of_chapter(self, index: int) -> int:
        """The line where the chapter number `index`, from 0, begins."""
        return self._chapters[index] if index < len(self._chapters) else self.of_key("chapters")

    def of_chapter_key(self, index: int, key: str) -> int:
        """The line of `key` in that chapter, or else where the chapter begins."""
        start = self.of_chapter(index)
        return self._of_key_within(key, start, self._end_of_chapter(index)) or start

    def of_lesson(self, index: int, lesson_id: str) -> int:
        """The line of that chapter in which the id of a lesson is first written in quotes."""
        if index not in self._quoted_lines:
            self._quoted_lines[index] = self._lines_of_quotes(index)
        return self._quoted_lines[index].get(lesson_id) or self.of_chapter_key(index, "lessons")

    def _lines_of_quotes(self, index: int) -> dict[str, int]:
        start = max(self.of_chapter_key(index, "lessons"), 1)
        found: dict[str, int] = {}
        for number in range(start, self._end_of_chapter(index)):
            for double, single in _QUOTED.findall(self._lines[number - 1]):
                found.setdefault(double or single, number)
        return found

    def _end_of_chapter(self, index: int) -> int:
        following = self._chapters[index + 1 : index + 2]
        return following[0] if following else len(self._lines) + 1

    def _of_key_within(self, key: str, start: int, end: int) -> int:
        name = re.escape(key)
        pattern = re.compile(rf"""\s*["']?{name}["']?\s*[=.]|\s*\[+\s*{name}\b""")
        for number in range(max(start, 1), end):
            if pattern.match(self._lines[number - 1]):
                return number
        return 0
