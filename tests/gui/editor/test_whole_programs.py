"""Programs of the built-in pack, typed letter by letter with everything that comes by itself."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest

from groundwork import paths
from groundwork.packs.load import find_packs, load_pack, load_page
from groundwork.packs.model import Example

from .desk import Desk
from .typist import tokens, type_line, type_program


def built_in() -> Iterator[tuple[str, Example]]:
    for folder in find_packs(paths.built_in_packs_folder()):
        pack = load_pack(folder).pack
        assert pack is not None
        for lesson in pack.lessons:
            page = load_page(pack, lesson).page
            exercises = (exercise.example for exercise in page.exercises)
            yield from ((lesson.id, example) for example in (*page.examples, *exercises))


PROGRAMS = {
    f"{lesson}/{example.id}/{file.name}": file.text
    for lesson, example in built_in()
    for file in example.files
    if file.name.endswith(".py")
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_typed_program_is_the_program(name: str, desk_with: Callable[..., Desk]) -> None:
    desk = desk_with()
    desk.pane.setUpdatesEnabled(False)
    type_program(desk, PROGRAMS[name])

    assert tokens(desk.text) == tokens(PROGRAMS[name])


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_line_that_was_missing_is_typed_without_harm(
    name: str, desk_with: Callable[..., Desk]
) -> None:
    lines = PROGRAMS[name].split("\n")
    number = random.Random(name).randrange(1, len(lines))  # noqa: S311 - nothing is kept secret
    desk = desk_with("\n".join([*lines[:number], *lines[number + 1 :]]))
    desk.pane.setUpdatesEnabled(False)
    desk.pane.go_to(desk.pane.current, number, len(lines[number - 1]))
    type_line(desk, lines[number])

    assert [line.rstrip() for line in desk.text.split("\n")] == lines
