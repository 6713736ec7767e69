from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.learner.drafts import DraftStore
from groundwork.learner.history import Reason
from groundwork.packs.model import ExampleAddress, SourceFile

ADDRESS = ExampleAddress("python", "lists", "grows")
MAIN = SourceFile("main.py", "print(1)\n")
ORDERS = SourceFile("in/orders.csv", "a,b\n")
FILES = (MAIN, ORDERS)


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    return DraftStore(tmp_path)


def work(root: Path) -> Path:
    return root / "python" / "lists" / "grows" / "work"


def texts_kept(store: DraftStore, name: str = "main.py") -> list[str]:
    return [
        store.version_texts(ADDRESS, version).get(name, "") for version in store.versions(ADDRESS)
    ]


def test_two_windows_do_not_eat_each_others_work(store: DraftStore, tmp_path: Path) -> None:
    other = DraftStore(tmp_path)
    store.open(ADDRESS, FILES)
    other.open(ADDRESS, FILES)
    other.save(ADDRESS, "main.py", "the other's")
    result = store.save(ADDRESS, "main.py", "mine")
    assert result.other_version_kept is not None
    assert store.version_texts(ADDRESS, result.other_version_kept) == {"main.py": "the other's"}
    assert result.other_version_kept.reason is Reason.CONFLICT
    assert store.save(ADDRESS, "main.py", "mine 2").other_version_kept is None
    assert (work(tmp_path) / "main.py").read_text() == "mine 2"


def test_two_windows_that_type_the_same_have_no_conflict(store: DraftStore, tmp_path: Path) -> None:
    other = DraftStore(tmp_path)
    store.open(ADDRESS, FILES)
    other.open(ADDRESS, FILES)
    other.save(ADDRESS, "main.py", "same")
    assert store.save(ADDRESS, "main.py", "same").other_version_kept is None


def test_a_window_that_shows_the_others_text_has_no_conflict(
    store: DraftStore, tmp_path: Path
) -> None:
    other = DraftStore(tmp_path)
    store.open(ADDRESS, FILES)
    other.open(ADDRESS, FILES)
    assert store.external_change(ADDRESS, "main.py") is None
    other.save(ADDRESS, "main.py", "the other's")
    assert store.external_change(ADDRESS, "main.py") == "the other's"
    store.adopt(ADDRESS, "main.py", "the other's")
    assert store.draft(ADDRESS).is_changed
    assert store.external_change(ADDRESS, "main.py") is None
    assert store.save(ADDRESS, "main.py", "the other's, and mine").other_version_kept is None


def test_a_text_that_was_offered_and_not_shown_is_kept(store: DraftStore, tmp_path: Path) -> None:
    store.open(ADDRESS, FILES)
    (work(tmp_path) / "main.py").write_text("the other's")
    store.external_change(ADDRESS, "main.py")
    assert store.save(ADDRESS, "main.py", "mine").other_version_kept is not None


def test_a_text_that_changed_again_before_it_was_shown_is_kept(
    store: DraftStore, tmp_path: Path
) -> None:
    store.open(ADDRESS, FILES)
    (work(tmp_path) / "main.py").write_text("first")
    store.external_change(ADDRESS, "main.py")
    (work(tmp_path) / "main.py").write_text("second")
    store.external_change(ADDRESS, "main.py")
    store.adopt(ADDRESS, "main.py", "first")
    store.save(ADDRESS, "main.py", "mine")
    assert "second" in texts_kept(store)


@pytest.mark.parametrize("is_reopened", [False, True])
def test_what_this_window_saved_is_kept_when_a_strange_program_writes_over_it(
    store: DraftStore, tmp_path: Path, *, is_reopened: bool
) -> None:
    store.open(ADDRESS, FILES)
    store.save(ADDRESS, "main.py", "mine")
    (work(tmp_path) / "main.py").write_text("by another editor")
    if is_reopened:
        store.open(ADDRESS, FILES)
    else:
        store.external_change(ADDRESS, "main.py")
    assert texts_kept(store) == ["mine"]
