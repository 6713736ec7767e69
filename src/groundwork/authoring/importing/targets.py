"""Where the links and pictures of a document lead once it is divided into lessons."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from groundwork.authoring.importing.outline import LessonOutline, Outline
from groundwork.authoring.importing.source import Source
from groundwork.packs.anchors import AnchorMaker
from groundwork.packs.names import id_from
from groundwork.packs.pictures import PICTURE_SUFFIXES

_WEB = re.compile(r"(https?://[^/\s]|mailto:)", re.IGNORECASE)
_LARGEST_PICTURE = 10_000_000


def is_on_web(written: str) -> bool:
    """Whether a link or picture is named by its address on the web."""
    return _WEB.match(written) is not None


class LinkTargets:
    """Knows for every heading of the document in which lesson it is."""

    def __init__(self, outline: Outline, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._places: dict[str, tuple[str, LessonOutline, str]] = {}
        for chapter in outline.chapters:
            for lesson in chapter.lessons:
                self._survey(chapter.id, lesson)
        self._chapter_of = {
            lesson.id: chapter.id for chapter in outline.chapters for lesson in chapter.lessons
        }

    def target(self, written: str, lesson: LessonOutline) -> str | None:
        """What `lesson` writes for a link to `written`; None where it leads nowhere any more."""
        if is_on_web(written):
            return written
        place = self._places.get(unquote(written.removeprefix("#")).lower())
        if place is None or not written.startswith("#"):
            self._tell(f"The link to “{written}” leads nowhere in the pack; it stands as text.")
            return None
        chapter_id, other, anchor = place
        if other is lesson:
            return f"#{anchor}" if anchor else f"{other.id}.md"
        is_near = self._chapter_of[lesson.id] == chapter_id
        path = f"{other.id}.md" if is_near else f"../{chapter_id}/{other.id}.md"
        return f"{path}#{anchor}" if anchor else path

    def _survey(self, chapter_id: str, lesson: LessonOutline) -> None:
        for anchor in lesson.anchors:
            self._places[anchor] = (chapter_id, lesson, "")
        anchors = AnchorMaker()
        for title in lesson.titles:
            self._places[title.anchor] = (chapter_id, lesson, anchors.anchor(title.text))


class Pictures:
    """The pictures that a document names, as files to put beside its lessons.

    `contents` has what is taken along, by the path in the pack.
    """

    def __init__(self, source: Source, tell: Callable[[str], None]) -> None:
        self._source = source
        self._tell = tell
        self._names: dict[str, str] = {}
        self.contents: dict[str, bytes] = {}

    def name(self, written: str, chapter_id: str) -> str | None:
        """What a lesson of this chapter writes for the picture; None where there is no file."""
        content = self._content(unquote(written))
        if content is None:
            return None
        name = self._names.setdefault(written, self._free_name(unquote(written)))
        self.contents[f"{chapter_id}/{name}"] = content
        return name

    def _content(self, written: str) -> bytes | None:
        brought = self._source.pictures.get(written)
        if brought is not None:
            return brought
        if is_on_web(written):
            return None
        try:
            file = (self._source.folder / written).resolve()
            is_picture = file.suffix.lower() in PICTURE_SUFFIXES and file.is_file()
            if is_picture and file.stat().st_size <= _LARGEST_PICTURE:
                return file.read_bytes()
        except (OSError, ValueError):
            is_picture = False
        reason = "is too large" if is_picture else "is not there, or is no picture"
        self._tell(f"The picture “{written}” {reason}; its description stands in its place.")
        return None

    def _free_name(self, written: str) -> str:
        path = PurePosixPath(written.replace("\\", "/"))
        stem = id_from(path.stem) or "picture"
        name, number = f"{stem}{path.suffix.lower()}", 1
        while name in self._names.values():
            number += 1
            name = f"{stem}-{number}{path.suffix.lower()}"
        return name


_DEFINITION = re.compile(
    r"""^[ ]{0,3}\[([^\]^][^\]]*)\]:[ ]*<?([^\s>]+)>?(?:[ ]+("[^"]*"|'[^']*'|\([^)]*\)))?[ ]*$"""
)


def definitions(lines: Mapping[int, str]) -> dict[int, tuple[str, str]]:
    """Label and target of each link definition (`[label]: target`), by its line."""
    found = {number: _DEFINITION.match(line) for number, line in lines.items()}
    return {number: (match[1], match[2]) for number, match in found.items() if match}


def description_of(written: str) -> str:
    """Words for a picture that its author gave none: its name."""
    return Path(unquote(written)).stem.replace("-", " ").replace("_", " ").strip() or "Picture"
