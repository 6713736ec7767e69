"""Blocks of code that say which file they are, as tutorials write it: `# file: shop/prices.py`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from groundwork.files import clash_key, name_objection

_WITH_WORD = re.compile(
    r"#\s*(?:file|filename|path)\s*[:=]\s*[`'\"]?([^\s`'\"]+)[`'\"]?\s*", re.IGNORECASE
)
_PATH_ALONE = re.compile(r"#[\s-]*[`'\"]?((?:[\w-]+/)*[\w-]+\.pyw?)[`'\"]?[\s:-]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file as a document shows it; the comment with its name is part of the text."""

    name: str
    text: str


def named_files(code: str) -> tuple[NamedFile, ...]:
    """The files that a block of code says it holds; none where it does not say so at its top.

    Several stand in one block where a further comment of that kind begins a paragraph. Names that
    cannot be files of a program, or that are the same on some systems, are not taken for names.
    """
    lines = code.split("\n")
    places = [number for number in range(len(lines)) if _begins_file(lines, number)]
    if not places or any(line.strip() for line in lines[: places[0]]):
        return ()
    ends = [*places[1:], len(lines)]
    files = tuple(
        NamedFile(_name(lines[start]), _trimmed(lines[start:end]))
        for start, end in zip(places, ends, strict=True)
    )
    are_apart = len({clash_key(file.name) for file in files}) == len(files)
    return files if are_apart else ()


def _begins_file(lines: list[str], number: int) -> bool:
    begins_paragraph = not any(line.strip() for line in lines[max(number - 1, 0) : number])
    return begins_paragraph and bool(_name(lines[number]))


def _name(line: str) -> str:
    """The name in a comment of that kind; empty where there is none that can be kept."""
    match = _WITH_WORD.fullmatch(line.rstrip()) or _PATH_ALONE.fullmatch(line.rstrip())
    name = match[1].removeprefix("./") if match else ""
    return "" if name_objection(name) else name


def _trimmed(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n") + "\n"
