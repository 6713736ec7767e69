"""Links that stand for an exercise: a paragraph that is only a link to an `exercise.md`."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from groundwork.packs.callouts import is_visible
from groundwork.packs.chapter_folder import is_inside
from groundwork.packs.links import EXERCISE_NAME, BrokenLink
from groundwork.packs.markdown import Node
from groundwork.packs.model import Lesson, Pack
from groundwork.packs.wording import quoted

_HOW_TO_LINK = "Link to one like [Keep the new orders](exercises/new-orders/exercise.md)."


def exercise_target(node: Node) -> str | None:
    """The target of a paragraph that is only a link to an exercise; None of any other block."""
    if node.kind != "paragraph":
        return None
    pieces = [piece for piece in node.children[0].children if is_visible(piece)]
    if len(pieces) != 1 or pieces[0].kind != "link":
        return None
    target = pieces[0].attribute("href")
    return target if posixpath.basename(unquote(target)) == EXERCISE_NAME else None


def exercise_fault(pack: Pack, lesson: Lesson, folder: str | None) -> BrokenLink | None:
    """Why the folder, as a path in the pack, holds no exercise of the lesson; None if it does."""
    if folder is None or not is_inside(pack.folder / folder, pack.folder):
        return BrokenLink("The link to an exercise leads out of the pack.", _HOW_TO_LINK)
    if folder in {"", ".", lesson.chapter_id}:
        return BrokenLink("An exercise has a folder of its own.", _HOW_TO_LINK)
    try:
        is_there = (pack.folder / folder / EXERCISE_NAME).is_file()
    except (OSError, ValueError):
        is_there = False
    if is_there:
        return None
    written = posixpath.relpath(folder, lesson.chapter_id)
    sentence = f"There is no exercise in the folder {quoted(written)}."
    return BrokenLink(
        sentence,
        f"Write its {EXERCISE_NAME} there.",
        written,
        lambda: _beside(pack, folder, posixpath.dirname(written)),
    )


def _beside(pack: Pack, folder: str, written: str) -> list[str]:
    """The exercises in the folder above, which the lesson calls `written`."""
    above = pack.folder / posixpath.dirname(folder)
    try:
        names = [one.name for one in above.iterdir() if (one / EXERCISE_NAME).is_file()]
    except (OSError, ValueError):
        return []
    return [posixpath.join(written, name) for name in names]
