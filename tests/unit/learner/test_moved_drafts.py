from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from groundwork.learner import moved_drafts
from groundwork.learner.drafts import DraftStore
from groundwork.learner.history import Reason
from groundwork.learner.moved_drafts import move_drafts
from groundwork.packs.addresses import ExampleAddress
from groundwork.packs.model import SourceFile
from groundwork.packs.moves import Move

OLD = ExampleAddress("p", "lists", "grows")
NEW = ExampleAddress("p", "sequences", "grows-too")
FILES = (SourceFile("main.py", "author's"),)
TO_NEW = (Move("p", "lists/grows", "sequences/grows-too"), Move("p", "lists", "sequences"))


def begun(
    drafts: Path, address: ExampleAddress, *texts: str, files: tuple[SourceFile, ...] = FILES
) -> None:
    """A draft into which these texts were typed, and each of them run."""
    store = DraftStore(drafts)
    store.open(address, files)
    for text in texts:
        store.save(address, "main.py", text)
        store.keep_version(address, Reason.RUN)


def shown(drafts: Path, address: ExampleAddress) -> str:
    return DraftStore(drafts).open(address, FILES).files[0].text


def kept(drafts: Path, address: ExampleAddress) -> set[str]:
    store = DraftStore(drafts)
    texts = (store.version_texts(address, version) for version in store.versions(address))
    return {text["main.py"] for text in texts}


def test_a_draft_and_its_history_are_found_at_the_new_address(tmp_path: Path) -> None:
    begun(tmp_path, OLD, "first", "second")
    move_drafts(tmp_path, TO_NEW)
    assert DraftStore(tmp_path).changed_addresses() == {NEW}
    assert shown(tmp_path, NEW) == "second"
    assert kept(tmp_path, NEW) == {"first", "second"}
    assert not (tmp_path / "p" / "lists").exists()


def test_all_drafts_of_a_lesson_go_with_it(tmp_path: Path) -> None:
    long_id = "an-id-" + "x" * 60
    for example_id in ("one", "two", long_id):
        begun(tmp_path, ExampleAddress("p", "lists", example_id), example_id)
    begun(tmp_path, ExampleAddress("p", "dicts", "one"), "stays")
    move_drafts(tmp_path, [Move("p", "lists", "sequences")])
    for example_id in ("one", "two", long_id):
        address = ExampleAddress("p", "sequences", example_id)
        assert shown(tmp_path, address) == example_id
        assert address in DraftStore(tmp_path).changed_addresses()
    assert shown(tmp_path, ExampleAddress("p", "dicts", "one")) == "stays"


def test_what_the_author_changed_with_the_name_is_offered(tmp_path: Path) -> None:
    begun(tmp_path, OLD, "mine")
    move_drafts(tmp_path, TO_NEW)
    draft = DraftStore(tmp_path).open(NEW, (SourceFile("main.py", "author's newer"),))
    assert draft.files[0].has_new_original
    assert draft.files[0].text == "mine"


def test_of_two_drafts_the_one_at_the_new_address_stays_and_the_other_is_a_version(
    tmp_path: Path,
) -> None:
    begun(tmp_path, OLD, "old first", "old")
    begun(tmp_path, NEW, "new")
    move_drafts(tmp_path, TO_NEW)
    assert shown(tmp_path, NEW) == "new"
    assert kept(tmp_path, NEW) == {"old first", "old", "new"}
    assert not (tmp_path / "p" / "lists").exists()


def test_a_draft_that_nobody_has_changed_gives_way_to_one_that_somebody_has(
    tmp_path: Path,
) -> None:
    begun(tmp_path, OLD, "old")
    begun(tmp_path, NEW)
    (tmp_path / "p" / "sequences" / "grows-too" / "work" / "result.db").write_text("by a program")
    move_drafts(tmp_path, TO_NEW)
    assert shown(tmp_path, NEW) == "old"
    written = tmp_path / "p" / "sequences" / "grows-too" / "work" / "result.db"
    assert written.read_text() == "by a program"


def test_doing_it_again_changes_nothing(tmp_path: Path) -> None:
    begun(tmp_path, OLD, "mine")
    for _ in range(3):
        move_drafts(tmp_path, TO_NEW)
    assert shown(tmp_path, NEW) == "mine"
    assert kept(tmp_path, NEW) == {"mine"}


class PowerCutError(Exception):
    """The machine stops here."""


@pytest.mark.parametrize("step", range(12))
@pytest.mark.parametrize("new_texts", [(), ("new",), None])
def test_whatever_cuts_it_short_the_next_time_finishes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int, new_texts: tuple[str, ...] | None
) -> None:
    begun(tmp_path, OLD, "first", "old")
    if new_texts is not None:
        begun(tmp_path, NEW, *new_texts)
    left = [step]

    def cut(work: Callable[..., object]) -> Callable[..., object]:
        def limited(*arguments: object, **options: object) -> object:
            if not left[0]:
                raise PowerCutError
            left[0] -= 1
            return work(*arguments, **options)

        return limited

    with monkeypatch.context() as patched:
        for name in ("move", "remove_tree", "write_atomically", "make_folder"):
            patched.setattr(moved_drafts, name, cut(getattr(moved_drafts, name)))
        with suppress(PowerCutError):
            move_drafts(tmp_path, TO_NEW)
    move_drafts(tmp_path, TO_NEW)
    assert shown(tmp_path, NEW) == ("new" if new_texts else "old")
    assert kept(tmp_path, NEW) >= {"first", "old"} | set(new_texts or ())
    assert not (tmp_path / "p" / "lists").exists()


def test_two_windows_move_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    for number in range(8):
        begun(tmp_path, ExampleAddress("p", "lists", f"e{number}"), f"text {number}")
    context = multiprocessing.get_context("spawn")
    steps = [Move("p", "lists", "sequences")]
    windows = [context.Process(target=move_drafts, args=(tmp_path, steps)) for _ in range(2)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert [window.exitcode for window in windows] == [0, 0]
    for number in range(8):
        address = ExampleAddress("p", "sequences", f"e{number}")
        assert shown(tmp_path, address) == f"text {number}"
        assert kept(tmp_path, address) == {f"text {number}"}


def test_without_drafts_nothing_is_made(tmp_path: Path) -> None:
    move_drafts(tmp_path / "drafts", TO_NEW)
    assert not (tmp_path / "drafts").exists()
