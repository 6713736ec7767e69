"""The files of a chapter's folder, and the heads of its lessons."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from groundwork.packs.front_matter import (
    LONGEST,
    FrontMatter,
    LessonText,
    divided,
    read_front_matter,
)
from groundwork.packs.model import Lesson
from groundwork.packs.names import title_from
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.text_file import decoded, read_start

LESSON_SUFFIX = ".md"
LESSON_SIZE_LIMIT = 2_000_000
"""The largest lesson, in bytes, that is read."""

_HEAD = 4096
_LONG_HEAD = 4 * LONGEST + 1000


@dataclass(frozen=True, slots=True)
class ChapterFolder:
    """What lies in a chapter's folder: lesson ids with their files, and those that lead outside."""

    path: Path
    lesson_ids: frozenset[str]
    outside_ids: frozenset[str]


def is_inside(path: Path | str, folder: Path) -> bool:
    """Whether `path`, with every link followed, lies in `folder`, which has no links in it."""
    return Path(os.path.realpath(path)).is_relative_to(folder)


def chapter_folder(pack_folder: Path, name: str) -> ChapterFolder:
    """What lies in the folder `name` of a pack.

    Raises:
        OSError: the folder is not there or cannot be read.
    """
    path = pack_folder / name
    lesson_ids, outside = set(), set()
    with os.scandir(path) as entries:
        for entry in entries:
            if is_lesson_name(entry.name):
                lesson_id = entry.name.removesuffix(LESSON_SUFFIX)
                lesson_ids.add(lesson_id)
                if entry.is_symlink() and not is_inside(entry.path, pack_folder):
                    outside.add(lesson_id)
    return ChapterFolder(path, frozenset(lesson_ids), frozenset(outside))


def read_lesson(folder: ChapterFolder, lesson_id: str, problems: ProblemCollector) -> Lesson:
    """The lesson as its front matter tells it; only the head of the file is read."""
    path = folder.path / f"{lesson_id}{LESSON_SUFFIX}"
    head = _head(path, problems)
    told = FrontMatter() if head is None else read_front_matter(head, problems)
    return Lesson(
        id=lesson_id,
        chapter_id=folder.path.name,
        title=told.title or title_from(lesson_id),
        path=path,
        summary=told.summary,
        minutes=told.minutes,
        without=told.without,
        why=told.why,
    )


def _head(path: Path, problems: ProblemCollector) -> LessonText | None:
    """The start of a lesson, with the whole of its front matter; None where it cannot be read."""
    raw = read_start(path, _HEAD, LESSON_SIZE_LIMIT, problems)
    if raw is None:
        return None
    head = divided(decoded(raw, problems, is_whole=len(raw) < _HEAD))
    if head.is_closed or len(raw) < _HEAD:
        return head
    longer = read_start(path, _LONG_HEAD, LESSON_SIZE_LIMIT, problems) or b""
    return divided(decoded(longer, problems, is_whole=len(longer) < _LONG_HEAD))


def is_lesson_name(name: str) -> bool:
    """Whether it may be a lesson; a README is for those who read the folder on a code host."""
    return name.endswith(LESSON_SUFFIX) and not name.lower().startswith(("readme.", ".", "_"))
