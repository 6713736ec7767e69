"""Where the links of a lesson lead: to a lesson of the pack, to the web, or nowhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from groundwork.packs.model import Lesson, Pack
from groundwork.packs.wording import quoted, suggestion

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB = ("http", "https")
EXERCISE_NAME = "exercise.md"
"""The file that an exercise in a folder of its own has."""

_HOW_TO_LINK = "Link to lessons like [Lists](lists.md) or [Lists](../chapter/lists.md#anchor)."


@dataclass(frozen=True, slots=True)
class LessonLink:
    """Leads to a lesson of the same pack; `anchor` is a heading of it, or empty for its top."""

    lesson: Lesson
    anchor: str


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """Leads out of the application, to the web or to a mail address."""

    url: str


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """Leads nowhere; two sentences say why, and what its author can do.

    `known` gives what may have been meant by `written`. There can be thousands, so they are looked
    through only when `remedy` is asked for.
    """

    sentence: str
    otherwise: str
    written: str = ""
    known: Callable[[], Iterable[str]] = tuple

    @property
    def remedy(self) -> str:
        """What was probably meant, or else what there is to do."""
        return suggestion(self.written, self.known(), self.otherwise)


Link = LessonLink | ExternalLink | BrokenLink


def resolve_link(pack: Pack, lesson: Lesson, target: str, folder: str = "") -> Link:
    """Where a link leads that is written as `target` on the page of `lesson`.

    `folder` is the folder in the pack that its file lies in, where that is not the lesson's own.
    Whether a heading of another page has the anchor is not asked: that takes reading the page.
    """
    scheme = _SCHEME.match(target)
    if scheme:
        return _external(target, scheme[1].lower())
    path, _, anchor = target.partition("#")
    path, anchor = unquote(path), unquote(anchor).lower()
    if not path:
        return LessonLink(lesson, anchor)
    return _lesson_link(pack, folder or lesson.chapter_id, path, anchor)


def path_in_pack(folder: str, written: str) -> str | None:
    """The path from the pack of what a file in `folder` calls `written`; None if it leads outside.

    This is about names alone; symbolic links are followed by whoever opens the file.
    """
    if written.startswith("/") or "\\" in written or "\0" in written or ":" in written:
        return None
    path = posixpath.normpath(posixpath.join(folder, written))
    return None if path == ".." or path.startswith("../") else path


def _external(target: str, scheme: str) -> Link:
    if scheme == "mailto":
        return ExternalLink(target)
    try:
        has_host = scheme in _WEB and bool(urlsplit(target).hostname)
    except ValueError:
        has_host = False
    if has_host:
        return ExternalLink(target)
    sentence = f"The link {quoted(target)} leads to no lesson and to no web page."
    return BrokenLink(sentence, "Links may be relative, or begin with http, https or mailto.")


def _lesson_link(pack: Pack, folder: str, written: str, anchor: str) -> Link:
    path = path_in_pack(folder, written)
    if path is None:
        return BrokenLink(f"The link {quoted(written)} leads out of the pack.", _HOW_TO_LINK)
    chapter_id, _, name = path.rpartition("/")
    siblings = [
        one for chapter in pack.chapters if chapter.id == chapter_id for one in chapter.lessons
    ]
    for one in siblings:
        if f"{one.id}.md" == name:
            return LessonLink(one, anchor)
    if name == EXERCISE_NAME:
        sentence = f"The link {quoted(written)} to an exercise stands among other words."
        return BrokenLink(sentence, "Give it a paragraph of its own, which begins at the margin.")
    if path.endswith(".md"):
        sentence = f"The link {quoted(written)} leads to a lesson that is not in the pack."
        near = siblings or pack.lessons
        return BrokenLink(
            sentence, _HOW_TO_LINK, written, lambda: (path_to(one, folder) for one in near)
        )
    return BrokenLink(f"The link {quoted(written)} does not lead to a lesson.", _HOW_TO_LINK)


def path_to(target: Lesson, folder: str) -> str:
    """How a file in `folder` writes a link to the lesson `target`."""
    return posixpath.relpath(f"{target.chapter_id}/{target.id}.md", folder)
