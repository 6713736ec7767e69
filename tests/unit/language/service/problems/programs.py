"""Programs that are right: those of the built-in pack."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from groundwork.packs.load import load_pack, load_page
from groundwork.packs.model import Page, SourceFile
from groundwork.paths import built_in_packs_folder


class PackFile(NamedTuple):
    """A Python file of the pack; `is_right` unless it is meant to fail or to be finished."""

    place: str
    text: str
    is_right: bool


@cache
def pack_files() -> tuple[PackFile, ...]:
    """All Python files of examples and exercises."""
    pack = load_pack(built_in_packs_folder() / "python-backend").pack
    assert pack is not None
    return tuple(
        found for lesson in pack.lessons for found in _of_page(load_page(pack, lesson).page)
    )


def _of_page(page: Page) -> Iterator[PackFile]:
    for example in page.examples:
        yield from _files(example.id, example.files, is_right=not example.fails_with)
    for exercise in page.exercises:
        yield from _files(exercise.id, exercise.files, is_right=False)
        yield from _files(exercise.id, exercise.solution, is_right=True)


def _files(name: str, files: tuple[SourceFile, ...], *, is_right: bool) -> Iterator[PackFile]:
    for file in files:
        if file.name.endswith(".py"):
            yield PackFile(f"{name}/{file.name}", file.text, is_right)
