"""Reading `pack.toml`: the table of contents of a pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from groundwork.packs.names import ID_RULE, id_fault, id_from, title_from
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.renamed import RenamedEntry, read_renamed
from groundwork.packs.tables import TableReader
from groundwork.packs.text_file import read_text
from groundwork.packs.toml_lines import TomlLines
from groundwork.packs.toml_text import read_toml
from groundwork.packs.wording import quoted

MANIFEST_NAME = "pack.toml"
FORMAT = 1
"""The newest pack format that is understood."""

MANIFEST_SIZE_LIMIT = 1_000_000
"""The largest manifest, in bytes, that is read."""

PACK_KEYS = (
    "format",
    "id",
    "title",
    "version",
    "language",
    "summary",
    "authors",
    "licence",
    "requires",
    "chapters",
    "renamed",
)
CHAPTER_KEYS = ("id", "title", "lessons")
"""What a manifest and each of its chapters may say; `lessons/pack.schema.json` tells editors."""


@dataclass(frozen=True, slots=True)
class LessonEntry:
    """A lesson as the manifest lists it; `line` is where."""

    id: str
    line: int


@dataclass(frozen=True, slots=True)
class ChapterEntry:
    """A chapter as the manifest lists it; `line` is where it begins."""

    id: str
    title: str
    lessons: tuple[LessonEntry, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest says; every text may be empty.

    `is_whole` is false where it could only be read in part: then the folders tell the rest.
    """

    id: str
    title: str
    version: str
    language: str
    summary: str
    licence: str
    authors: tuple[str, ...]
    requires: tuple[str, ...]
    chapters: tuple[ChapterEntry, ...]
    renamed: tuple[RenamedEntry, ...]
    is_whole: bool


def read_manifest(folder: Path, problems: ProblemCollector) -> Manifest | None:
    """The manifest of the pack in `folder`, as far as it can be read.

    Returns None, having told why, for a pack that is made for a newer Groundwork.
    """
    text = read_text(folder / MANIFEST_NAME, MANIFEST_SIZE_LIMIT, problems)
    if text is not None and not text.strip():
        remedy = "Write at least format, id, title, version and the chapters."
        problems.tell(0, "The manifest is empty.", remedy)
        text = None
    table, is_whole = ({}, False) if text is None else read_toml(text, "the manifest", problems)
    if _is_newer(table.get("format")):
        _tell_newer(table["format"], problems)
        return None
    # What is missing from a manifest that breaks off is no news to its author.
    secondary = problems if is_whole else ProblemCollector(problems.file)
    reader = _ManifestReader(table, TomlLines(text or "", "chapters"), secondary)
    return reader.manifest(folder, is_whole=is_whole)


def _is_newer(number: object) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and number > FORMAT


def _tell_newer(number: int, problems: ProblemCollector) -> None:
    problems.tell(
        0,
        f"This pack is made for a newer Groundwork: its format is {str(number)[:20]}, "
        f"and this Groundwork reads up to {FORMAT}.",
        "Install a newer Groundwork, or ask the author for a pack of the older format.",
    )


class _ManifestReader:
    """Makes a manifest of its table; what is wrong is told and left out."""

    def __init__(
        self, table: Mapping[str, Any], lines: TomlLines, problems: ProblemCollector
    ) -> None:
        self._table = table
        self._lines = lines
        self._problems = problems
        self._lesson_ids: set[str] = set()

    def manifest(self, folder: Path, *, is_whole: bool) -> Manifest:
        """The manifest of the pack in `folder`."""
        reader = TableReader(self._table, "The manifest", self._lines.of_key, self._problems)
        reader.tell_unknown(PACK_KEYS)
        self._check_format()
        pack_id = self._pack_id(reader.text("id", is_required=True), folder)
        return Manifest(
            id=pack_id,
            title=reader.text("title", is_required=True) or title_from(pack_id),
            version=reader.text("version", is_required=True),
            language=reader.text("language") or "en",
            summary=reader.text("summary"),
            licence=reader.text("licence"),
            authors=reader.texts("authors"),
            requires=reader.texts("requires"),
            chapters=self._chapters(),
            renamed=read_renamed(reader.table("renamed"), self._lines, self._problems),
            is_whole=is_whole,
        )

    def _check_format(self) -> None:
        number = self._table.get("format")
        remedy = f"Write format = {FORMAT}."
        if number is None:
            self._problems.tell(0, "The manifest has no “format”.", remedy)
        elif isinstance(number, bool) or number != FORMAT:
            sentence = f"The format {quoted(str(number)[:100])} is unknown; it is read as {FORMAT}."
            self._problems.tell(self._lines.of_key("format"), sentence, remedy)

    def _pack_id(self, written: str, folder: Path) -> str:
        fault = id_fault(written) if written else ""
        if fault:
            line = self._lines.of_key("id")
            self._problems.tell(line, f"The pack's id {quoted(written)} {fault}.", ID_RULE)
        if written and not fault:
            return written
        return id_from(written) or id_from(folder.name) or "pack"

    def _chapters(self) -> tuple[ChapterEntry, ...]:
        tables = self._table.get("chapters")
        if not isinstance(tables, list) or not tables:
            remedy = "Add a [[chapters]] table with id, title and lessons for each chapter."
            line = self._lines.of_key("chapters")
            self._problems.tell(line, "The manifest lists no chapters.", remedy)
            return ()
        chapters: dict[str, ChapterEntry] = {}
        for index, table in enumerate(tables):
            chapter = self._chapter(index, table)
            if chapter is not None and chapter.id in chapters:
                sentence = f"A second chapter has the id {quoted(chapter.id)}; it is left out."
                self._problems.tell(chapter.line, sentence, "Rename it, or join the two.")
            elif chapter is not None:
                chapters[chapter.id] = chapter
        return tuple(chapters.values())

    def _chapter(self, index: int, table: object) -> ChapterEntry | None:
        line = self._lines.of_table(index)
        if not isinstance(table, dict):
            remedy = "Begin each chapter with [[chapters]]."
            self._problems.tell(line, "A chapter is not a table.", remedy)
            return None
        line_of = partial(self._lines.of_table_key, index)
        reader = TableReader(table, "The chapter", line_of, self._problems)
        reader.tell_unknown(CHAPTER_KEYS)
        chapter_id = reader.text("id", is_required=True)
        fault = id_fault(chapter_id) if chapter_id else ""
        if fault:
            sentence = f"The chapter's id {quoted(chapter_id)} {fault}; the chapter is left out."
            self._problems.tell(line_of("id"), sentence, ID_RULE)
        if fault or not chapter_id:
            return None
        title = reader.text("title", is_required=True) or title_from(chapter_id)
        lessons = self._lessons(index, chapter_id, reader.texts("lessons"))
        return ChapterEntry(chapter_id, title, lessons, line)

    def _lessons(
        self, index: int, chapter_id: str, written: tuple[str, ...]
    ) -> tuple[LessonEntry, ...]:
        if not written:
            sentence = f"The chapter {quoted(chapter_id)} lists no lessons."
            remedy = 'Write lessons = ["…"], with the names of its files without .md.'
            self._problems.tell(self._lines.of_table_key(index, "lessons"), sentence, remedy)
        entries = (
            LessonEntry(one, self._lines.of_quoted(index, "lessons", one)) for one in written
        )
        return tuple(entry for entry in entries if self._is_usable(entry))

    def _is_usable(self, entry: LessonEntry) -> bool:
        fault = id_fault(entry.id)
        if fault:
            sentence = f"The lesson's id {quoted(entry.id)} {fault}; the lesson is left out."
            self._problems.tell(entry.line, sentence, ID_RULE)
        elif entry.id in self._lesson_ids:
            sentence = f"The lesson {quoted(entry.id)} is listed twice; the second is left out."
            remedy = "Lesson ids are unique in their pack; rename one."
            self._problems.tell(entry.line, sentence, remedy)
            return False
        self._lesson_ids.add(entry.id)
        return not fault
