from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from groundwork.learner.draft import DraftError, DraftsUnwritableError
from groundwork.learner.drafts import DraftStore
from groundwork.learner.history import Reason
from groundwork.learner.saving import (
    adopt_all,
    attempt,
    changes_outside,
    place_for_run,
    save_all,
    settle_run,
    sheltered,
    without_shelter,
)
from groundwork.learner.shelter import Shelter
from groundwork.packs.model import ExampleAddress, SourceFile

ADDRESS = ExampleAddress("python", "lists", "grows")
OTHER = ExampleAddress("python", "lists", "shrinks")
FILES = (SourceFile("main.py", "author's"), SourceFile("in/orders.csv", "a,b\n"))
MAIN = (ADDRESS, "main.py")


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    store = DraftStore(tmp_path / "drafts")
    store.open(ADDRESS, FILES)
    return store


@pytest.fixture
def shelter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelter]:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    shelter = Shelter()
    yield shelter
    shelter.clear()


def take_the_disk_away(tmp_path: Path) -> None:
    (tmp_path / "drafts").rename(tmp_path / "away")
    (tmp_path / "drafts").write_text("no folder")


def give_the_disk_back(tmp_path: Path) -> None:
    (tmp_path / "drafts").unlink()
    (tmp_path / "away").rename(tmp_path / "drafts")


def test_a_round_goes_on_where_one_text_cannot_be_saved(store: DraftStore, tmp_path: Path) -> None:
    work = tmp_path / "drafts" / "python" / "lists" / "grows" / "work"
    (work / "main.py").unlink()
    (work / "main.py").mkdir()
    texts = {MAIN: "1", (ADDRESS, "in/orders.csv"): "2"}
    outcome = save_all(store, texts)
    assert set(outcome.results) == {(ADDRESS, "in/orders.csv")}
    assert outcome.trouble
    assert (work / "in" / "orders.csv").read_text() == "2"


def test_a_run_finds_its_files_in_the_drafts_folder(store: DraftStore, shelter: Shelter) -> None:
    place = place_for_run(store, shelter, ADDRESS, {MAIN: "typed"})
    assert place.folder == store.draft(ADDRESS).folder
    assert (place.folder / "main.py").read_text() == "typed"
    assert settle_run(store, ADDRESS) == ""
    assert [version.reason for version in store.versions(ADDRESS)] == [Reason.RUN]


def test_a_file_that_an_earlier_run_removed_is_back_for_the_next(
    store: DraftStore, shelter: Shelter
) -> None:
    folder = store.draft(ADDRESS).folder
    (folder / "in" / "orders.csv").unlink()
    assert place_for_run(store, shelter, ADDRESS, {}).folder == folder
    assert (folder / "in" / "orders.csv").read_text() == "a,b\n"


def test_a_run_without_a_disk_finds_its_files_elsewhere(
    store: DraftStore, shelter: Shelter, tmp_path: Path
) -> None:
    take_the_disk_away(tmp_path)
    place = place_for_run(store, shelter, ADDRESS, {MAIN: "typed"})
    assert place.folder is not None
    assert place.folder.is_relative_to(tmp_path / "temporary")
    assert (place.folder / "main.py").read_text() == "typed"
    assert (place.folder / "in" / "orders.csv").read_text() == "a,b\n"
    assert place.round.trouble
    assert not place.round.results
    assert settle_run(store, ADDRESS) == ""
    shelter.clear()
    assert not place.folder.exists()
    give_the_disk_back(tmp_path)
    assert place_for_run(store, shelter, ADDRESS, {MAIN: "typed"}).folder != place.folder


def test_a_run_with_no_room_anywhere_is_refused_in_a_sentence(
    store: DraftStore, shelter: Shelter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_the_disk_away(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "absent"))
    monkeypatch.setattr("groundwork.learner.shelter._MEMORY_DISK", tmp_path / "absent, too")
    place = place_for_run(store, shelter, ADDRESS, {MAIN: "typed"})
    assert place.folder is None
    assert place.round.trouble.startswith("The program's files can be written nowhere")
    (leftover,) = sheltered(shelter, {MAIN: "typed"})
    assert (leftover.texts, leftover.folder) == ({"main.py": "typed"}, None)


def test_the_memory_disk_serves_when_the_temporary_folder_does_not(
    shelter: Shelter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "absent"))
    monkeypatch.setattr("groundwork.learner.shelter._MEMORY_DISK", tmp_path)
    folder = shelter.lay_out(ADDRESS, {"main.py": "1"})
    assert folder.is_relative_to(tmp_path)
    assert (folder / "main.py").read_text() == "1"


def test_a_run_of_what_is_not_open_is_refused(store: DraftStore, shelter: Shelter) -> None:
    place = place_for_run(store, shelter, OTHER, {})
    assert place.folder is None
    assert "not open" in place.round.trouble


def test_leftovers_are_one_for_each_draft(shelter: Shelter) -> None:
    texts = {MAIN: "1", (OTHER, "main.py"): "2", (ADDRESS, "in/orders.csv"): "3"}
    first, second = sheltered(shelter, texts)
    assert first.texts == {"main.py": "1", "in/orders.csv": "3"}
    assert first.folder is not None
    assert (first.folder / "in" / "orders.csv").read_text() == "3"
    assert (second.address, second.texts) == (OTHER, {"main.py": "2"})
    assert [leftover.folder for leftover in without_shelter(texts)] == [None, None]


def test_changes_of_others_are_found_and_taken_over(store: DraftStore, tmp_path: Path) -> None:
    work = store.draft(ADDRESS).folder
    (work / "main.py").write_text("the other's")
    names = ("main.py", "in/orders.csv")
    texts = changes_outside(store, ADDRESS, names)
    assert texts == {"main.py": "the other's"}
    assert adopt_all(store, ADDRESS, texts)
    assert changes_outside(store, ADDRESS, names) == {}
    take_the_disk_away(tmp_path)
    assert changes_outside(store, ADDRESS, names) == {}


def test_an_attempt_gives_the_result_or_the_error(store: DraftStore, tmp_path: Path) -> None:
    assert attempt(lambda: 7) == 7
    take_the_disk_away(tmp_path)
    assert isinstance(attempt(lambda: store.reset(ADDRESS)), DraftsUnwritableError)
    assert isinstance(attempt(lambda: store.reset(OTHER)), DraftError)
