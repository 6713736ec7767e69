"""The schema that editors read and the reader of manifests say the same."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from groundwork.packs.load import load_pack
from groundwork.packs.manifest import CHAPTER_KEYS, PACK_KEYS
from groundwork.packs.names import id_fault

from .a_pack import LESSON, write

LESSONS = Path(__file__).parents[3] / "lessons"
SCHEMA: dict[str, Any] = json.loads((LESSONS / "pack.schema.json").read_text(encoding="utf-8"))
PROPERTIES: dict[str, dict[str, Any]] = SCHEMA["properties"]
CHAPTER: dict[str, Any] = PROPERTIES["chapters"]["items"]
WHOLE: dict[str, Any] = {name: one["examples"][0] for name, one in PROPERTIES.items()}


def toml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f'"{key}" = {toml(one)}' for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value)


def problems(folder: Path, manifest: dict[str, Any]) -> list[str]:
    """The sentences that the reader has for this manifest."""
    write(folder, "greetings/hello.md", LESSON.format(title="Hello"))
    write(folder, "pack.toml", "".join(f"{key} = {toml(one)}\n" for key, one in manifest.items()))
    return [one.sentence for one in load_pack(folder).problems]


def test_they_know_the_same_entries() -> None:
    assert list(PROPERTIES) == list(PACK_KEYS)
    assert list(CHAPTER["properties"]) == list(CHAPTER_KEYS)


def test_what_the_schema_gives_as_examples_is_read_without_a_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, WHOLE) == []


@pytest.mark.parametrize("key", list(PROPERTIES))
def test_they_require_the_same_entries(tmp_path: Path, key: str) -> None:
    without = {name: one for name, one in WHOLE.items() if name != key}

    assert bool(problems(tmp_path, without)) == (key in SCHEMA["required"])


@pytest.mark.parametrize("key", list(CHAPTER["properties"]))
def test_they_require_the_same_of_chapters(tmp_path: Path, key: str) -> None:
    (chapter,) = WHOLE["chapters"]
    without = {name: one for name, one in chapter.items() if name != key}

    assert problems(tmp_path, {**WHOLE, "chapters": [without]})
    assert key in CHAPTER["required"]


@pytest.mark.parametrize("key", list(PROPERTIES))
def test_they_refuse_another_type(tmp_path: Path, key: str) -> None:
    assert problems(tmp_path, {**WHOLE, key: True})


def test_they_refuse_an_unknown_entry(tmp_path: Path) -> None:
    assert problems(tmp_path, {**WHOLE, "colour": "blue"})
    assert SCHEMA["additionalProperties"] is False


@pytest.mark.parametrize(
    "text", ["a", "a-b", "a1-2", "", "A", "a--b", "-a", "a-", "a_b", "é", "a b", "a/b", "a\n"]
)
def test_they_take_the_same_ids(text: str) -> None:
    pattern = re.compile(SCHEMA["definitions"]["id"]["pattern"].replace("$", r"\Z"))

    assert bool(pattern.match(text)) == (not id_fault(text))


def test_a_pack_of_ours_names_the_schema_that_is_there() -> None:
    for manifest in LESSONS.glob("*/pack.toml"):
        first = manifest.read_text(encoding="utf-8").partition("\n")[0]
        assert first.startswith("#:schema ")
        assert (manifest.parent / first.removeprefix("#:schema ")).resolve() == (
            LESSONS / "pack.schema.json"
        )
