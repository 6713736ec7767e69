from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.learner.place import Place, load_place, save_place

PLACE = Place("python", "lists", 321.5, "grows", "in/orders.csv", 7, 12)


def test_the_place_comes_back(tmp_path: Path) -> None:
    save_place(PLACE, tmp_path / "deep" / "place.json")
    assert load_place(tmp_path / "deep" / "place.json") == PLACE


@given(place=st.builds(Place, scroll=st.floats(0, 1e6), line=st.integers(0, 9), column=st.just(3)))
def test_every_place_comes_back(tmp_path_factory: pytest.TempPathFactory, place: Place) -> None:
    file = tmp_path_factory.getbasetemp() / "place.json"
    save_place(place, file)
    assert load_place(file) == place


def test_without_a_file_there_is_no_place(tmp_path: Path) -> None:
    assert load_place(tmp_path / "place.json") is None


@pytest.mark.parametrize(
    "changes",
    [
        {"pack_id": 7},
        {"lesson_id": None},
        {"line": -1},
        {"line": True},
        {"line": 1.5},
        {"column": 1 << 40},
        {"scroll": "far"},
        {"scroll": -1.0},
        {"scroll": float("nan")},
        {"scroll": float("inf")},
        {"window": "wide"},
    ],
)
def test_a_place_that_cannot_be_is_none(tmp_path: Path, changes: dict[str, Any]) -> None:
    stored = {"pack_id": "python", "lesson_id": "lists", **changes}
    (tmp_path / "place.json").write_text(json.dumps(stored))
    assert load_place(tmp_path / "place.json") is None


@pytest.mark.parametrize("content", [b"", b"{", b"7", b"[]", b"{}", b"\xff\x00", b"[" * 100_000])
def test_what_is_no_place_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "place.json").write_bytes(content)
    assert load_place(tmp_path / "place.json") is None


@given(content=st.binary(max_size=40))
def test_any_content_is_judged(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "place.json"
    file.write_bytes(content)
    assert load_place(file) is None
