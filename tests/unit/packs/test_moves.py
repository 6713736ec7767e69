from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.packs.addresses import ExampleAddress
from groundwork.packs.model import Chapter, Lesson, Pack
from groundwork.packs.moves import Move, example_today, moves


def pack(renamed: dict[str, str], *lessons: str) -> Pack:
    chapter = Chapter("one", "One", tuple(Lesson(id_, "one", id_, Path()) for id_ in lessons))
    return Pack("p", "P", "2", Path(), (chapter,), renamed=tuple(renamed.items()))


def today(renamed: dict[str, str], path: str, *lessons: str) -> str:
    lesson, _, example = path.partition("/")
    found = example_today(pack(renamed, *lessons), ExampleAddress("p", lesson, example))
    return f"{found.lesson_id}/{found.example_id}"


@pytest.mark.parametrize(
    ("renamed", "path", "expected"),
    [
        ({}, "a/x", "a/x"),
        ({"a": "b"}, "a/x", "b/x"),
        ({"a/x": "a/y"}, "a/x", "a/y"),
        ({"a/x": "b/y"}, "a/x", "b/y"),
        ({"a/x": "b/y"}, "a/z", "a/z"),
        ({"a": "b", "b": "c"}, "a/x", "c/x"),
        ({"b": "c", "a": "b"}, "a/x", "c/x"),
        ({"a": "b", "b/x": "b/y"}, "a/x", "b/y"),
        ({"a": "b", "b/x": "c/y", "c/y": "c/z"}, "a/x", "c/z"),
        ({"a/x": "b/y", "b": "c"}, "a/x", "c/y"),
        ({"a": "b", "b": "a"}, "a/x", "a/x"),
        ({"a/x": "a/y", "a/y": "a/x"}, "a/x", "a/x"),
    ],
)
def test_a_path_is_followed_through_all_its_names(
    renamed: dict[str, str], path: str, expected: str
) -> None:
    assert today(renamed, path) == expected


def test_a_lesson_that_is_there_keeps_its_work_whatever_the_table_says() -> None:
    assert today({"a": "b"}, "a/x", "a", "b") == "a/x"


def test_what_was_renamed_on_the_way_moves_before_its_lesson_moves_on() -> None:
    renamed = {"b": "c", "a": "b", "c/x": "c/z", "b/x": "c/y", "a/v": "d/w"}
    assert moves(pack(renamed, "c", "d")) == (
        Move("p", "a/v", "d/w"),
        Move("p", "a", "b"),
        Move("p", "b/x", "c/y"),
        Move("p", "b", "c"),
        Move("p", "c/x", "c/z"),
    )


def test_nothing_moves_where_nothing_is_renamed() -> None:
    assert moves(pack({}, "a")) == ()
    assert moves(pack({"a": "b", "b": "a"}, "c")) == ()
