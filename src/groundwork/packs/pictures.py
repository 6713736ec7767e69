"""The pictures of a lesson: files of the pack, with words for those who cannot see them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from groundwork.packs.chapter_folder import is_inside
from groundwork.packs.links import path_in_pack
from groundwork.packs.markdown import Node, plain_text
from groundwork.packs.model import Pack, Picture
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.wording import listed, quoted, suggestion

PICTURE_SUFFIXES = (".svg", ".png", ".jpg", ".jpeg", ".gif")

_SIZE_LIMIT = 10_000_000


def read_picture(pack: Pack, folder: str, node: Node, problems: ProblemCollector) -> Picture | None:
    """The picture that the image `node` names; None, having told why, where it cannot be shown.

    `folder` is the folder in the pack that the text with the image lies in.
    """
    written = unquote(node.attribute("src"))
    text = plain_text(node.children)
    if not text:
        sentence = f"The picture {quoted(written)} has no description."
        remedy = "Write what it shows between the square brackets, for those who cannot see it."
        problems.tell(node.line, sentence, remedy)
    relative = path_in_pack(folder, written)
    path = pack.folder / relative if relative and written else None
    if path is None or not is_inside(path, pack.folder):
        sentence = f"The picture {quoted(written)} is not inside the pack."
        remedy = "Put the file beside the lesson and write its name alone."
        problems.tell(node.line, sentence, remedy)
        return None
    fault, remedy = _fault(path)
    if fault:
        problems.tell(node.line, f"The picture {quoted(written)} {fault}.", remedy)
        return None
    return Picture(path, text)


def _fault(path: Path) -> tuple[str, str]:
    """Why the file cannot be shown as a picture, and what to do; two empty texts if it can."""
    try:
        if not path.is_file():
            otherwise = "Put the file there, or correct its name."
            return "is not there", suggestion(path.name, _neighbours(path), otherwise)
        if path.stat().st_size > _SIZE_LIMIT:
            return f"is larger than {_SIZE_LIMIT // 1_000_000} MB", "Make it smaller."
    except OSError as error:
        return f"cannot be read: {error.strerror}", "Check its name and your right to read it."
    if path.suffix.lower() not in PICTURE_SUFFIXES:
        return "is of a kind that is not shown", f"Use one of {listed(PICTURE_SUFFIXES)}."
    return "", ""


def _neighbours(path: Path) -> list[str]:
    """The pictures in the folder of `path`."""
    try:
        names = (one.name for one in path.parent.iterdir())
        return [name for name in names if name.lower().endswith(PICTURE_SUFFIXES)]
    except OSError:
        return []
