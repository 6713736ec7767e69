from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from groundwork.gui.drafts import DraftSaver
from groundwork.learner.draft import Draft, DraftError, SaveResult
from groundwork.learner.drafts import DraftStore
from groundwork.learner.history import Reason
from groundwork.packs.model import ExampleAddress, SourceFile

ADDRESS = ExampleAddress("python", "lists", "grows")
OTHER = ExampleAddress("python", "lists", "shrinks")
FILES = (SourceFile("main.py", "author's"), SourceFile("in/orders.csv", "a,b\n"))


class StuckStore(DraftStore):
    """A store on a disk that does not answer until `gate` is set."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.gate = threading.Event()

    def save(
        self, address: ExampleAddress, name: str, text: str, *, is_durable: bool = True
    ) -> SaveResult:
        self.gate.wait()
        return super().save(address, name, text, is_durable=is_durable)


class Desk:
    """A saver, and everything it has told."""

    def __init__(self, folder: Path, qtbot: QtBot, saver: DraftSaver) -> None:
        self.folder = folder
        self.qtbot = qtbot
        self.saver = saver
        self.told: list[tuple[Any, ...]] = []
        for name in (
            "opened", "replaced", "saved", "refused", "changed_marked", "changed_listed",
            "trouble_told", "trouble_ended", "other_version_kept", "file_changed_outside",
        ):  # fmt: skip
            getattr(saver, name).connect(
                lambda *arguments, name=name: self.told.append((name, *arguments))
            )

    def all_told(self, name: str) -> list[tuple[Any, ...]]:
        return [told[1:] for told in self.told if told[0] == name]

    def is_last_told(self, name: str, arguments: tuple[Any, ...]) -> bool:
        return self.all_told(name)[-1] == arguments

    def told_after(self, name: str, act: Callable[[], object]) -> tuple[Any, ...]:
        before = len(self.all_told(name))
        act()
        self.qtbot.waitUntil(lambda: len(self.all_told(name)) > before)
        return self.all_told(name)[before]

    def answer(self, work: Callable[[DraftStore], Any]) -> Any:  # noqa: ANN401 - what it answers
        answers: list[Any] = []
        self.saver.consult(work, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    def open(self) -> Draft:
        (draft,) = self.told_after("opened", lambda: self.saver.open(ADDRESS, FILES))
        assert isinstance(draft, Draft)
        return draft

    def on_disk(self, name: str = "main.py") -> str:
        return (self.folder / "python" / "lists" / "grows" / "work" / name).read_text()

    def wait_for_text(self, text: str) -> None:
        self.qtbot.waitUntil(lambda: self.on_disk() == text)

    def versions(self) -> list[str]:
        store = DraftStore(self.folder)
        kept = store.versions(ADDRESS)
        return [store.version_texts(ADDRESS, version).get("main.py", "") for version in kept]

    def take_the_disk_away(self) -> None:
        for _ in range(2):  # nothing may be on its way there; an answer may ask for more
            assert self.saver.flush(20) == ()
        self.folder.rename(self.folder.with_name("away"))
        self.folder.write_text("no folder")

    def give_the_disk_back(self) -> None:
        self.folder.unlink()
        self.folder.with_name("away").rename(self.folder)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    folder = tmp_path / "drafts"
    folder.mkdir()
    saver = DraftSaver(folder, qapp)
    yield Desk(folder, qtbot, saver)
    saver.close()


@pytest.fixture(autouse=True)
def temporary_folder(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    folder = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_opening_brings_the_draft(desk: Desk) -> None:
    draft = desk.open()
    assert [file.text for file in draft.files] == ["author's", "a,b\n"]
    assert desk.on_disk() == "author's"


def test_names_that_cannot_be_kept_are_refused(desk: Desk) -> None:
    files = (SourceFile("../main.py", ""),)
    address, sentence = desk.told_after("refused", lambda: desk.saver.open(ADDRESS, files))
    assert address == ADDRESS
    assert "leads out of" in sentence


def test_what_is_typed_is_saved_without_being_asked(desk: Desk) -> None:
    desk.open()
    for text in ("p", "pr", "print"):
        desk.saver.note_change(ADDRESS, "main.py", text)
    desk.wait_for_text("print")
    desk.qtbot.waitUntil(lambda: desk.all_told("changed_marked")[-1] == (ADDRESS, True))


def test_typing_without_a_pause_is_saved_all_the_same(desk: Desk) -> None:
    desk.open()
    typed = 0

    def is_saved_while_typing() -> bool:
        nonlocal typed
        typed += 1
        desk.saver.note_change(ADDRESS, "main.py", f"x = {typed}")
        return desk.on_disk() != "author's"

    desk.qtbot.waitUntil(is_saved_while_typing)


def test_typing_the_authors_text_again_takes_the_mark_away(desk: Desk) -> None:
    desk.open()
    for text, is_changed in (("1", True), ("author's", False)):
        desk.saver.note_change(ADDRESS, "main.py", text)
        told = (ADDRESS, is_changed)
        desk.qtbot.waitUntil(partial(desk.is_last_told, "changed_marked", told))


def test_a_run_finds_the_newest_texts_and_leaves_a_version(desk: Desk) -> None:
    draft = desk.open()
    desk.saver.note_change(ADDRESS, "in/orders.csv", "c,d\n")
    texts = {"main.py": "typed", "in/orders.csv": "c,d\n"}
    told = desk.told_after("saved", lambda: desk.saver.save_now(ADDRESS, texts))
    assert told == (ADDRESS, draft.folder)
    assert (desk.on_disk(), desk.on_disk("in/orders.csv")) == ("typed", "c,d\n")
    desk.qtbot.waitUntil(lambda: desk.versions() == ["typed"])


def test_a_run_can_be_asked_for_before_the_draft_is_open(desk: Desk) -> None:
    desk.saver.open(ADDRESS, FILES)
    _address, folder = desk.told_after("saved", lambda: desk.saver.save_now(ADDRESS, {}))
    assert (folder / "main.py").read_text() == "author's"
    assert (folder / "in" / "orders.csv").read_text() == "a,b\n"


def test_a_text_that_nobody_changed_is_not_written_over_that_of_another_window(desk: Desk) -> None:
    draft = desk.open()
    (draft.folder / "main.py").write_text("the other's")
    texts = {file.name: file.text for file in draft.files}
    desk.told_after("saved", lambda: desk.saver.save_now(ADDRESS, texts))
    assert desk.on_disk() == "the other's"


def test_reset_brings_the_authors_text_and_can_be_undone(desk: Desk) -> None:
    desk.open()
    desk.saver.note_change(ADDRESS, "main.py", "mine")
    (draft,) = desk.told_after("replaced", lambda: desk.saver.reset(ADDRESS))
    assert draft.files[0].text == desk.on_disk() == "author's"
    assert desk.all_told("changed_marked")[-1] == (ADDRESS, False)
    versions = desk.answer(lambda store: store.versions(ADDRESS))
    assert [version.reason for version in versions] == [Reason.RESET]
    (draft,) = desk.told_after("replaced", lambda: desk.saver.restore(ADDRESS, versions[0]))
    assert draft.files[0].text == desk.on_disk() == "mine"
    assert desk.all_told("changed_marked")[-1] == (ADDRESS, True)


def test_an_earlier_version_can_be_read_while_it_is_there(desk: Desk) -> None:
    desk.open()
    desk.saver.note_change(ADDRESS, "main.py", "mine")
    desk.told_after("replaced", lambda: desk.saver.reset(ADDRESS))
    (version,) = desk.answer(lambda store: store.versions(ADDRESS))
    texts = {"main.py": "mine", "in/orders.csv": "a,b\n"}
    assert desk.answer(lambda store: store.version_texts(ADDRESS, version)) == texts
    desk.take_the_disk_away()
    error = desk.answer(lambda store: store.version_texts(ADDRESS, version))
    assert isinstance(error, DraftError)
    assert str(error) == "This version cannot be read: it is not there any more."
    desk.give_the_disk_back()


def test_changed_examples_are_listed(desk: Desk) -> None:
    store = DraftStore(desk.folder)
    store.open(ADDRESS, FILES)
    store.save(ADDRESS, "main.py", "mine")
    assert desk.told_after("changed_listed", desk.saver.list_changed) == (frozenset({ADDRESS}),)


def test_the_text_of_another_window_is_shown(desk: Desk) -> None:
    draft = desk.open()
    other = DraftStore(desk.folder)
    other.open(ADDRESS, FILES)
    told = desk.told_after(
        "file_changed_outside", lambda: other.save(ADDRESS, "main.py", "the other's")
    )
    assert told == (ADDRESS, "main.py", "the other's")
    told = desk.told_after(
        "file_changed_outside",
        lambda: (draft.folder / "in" / "orders.csv").write_text("by a program\n"),
    )
    assert told == (ADDRESS, "in/orders.csv", "by a program\n")
    desk.saver.note_change(ADDRESS, "main.py", "the other's, and mine")
    desk.wait_for_text("the other's, and mine")
    assert desk.all_told("other_version_kept") == []


def test_a_second_change_of_another_window_is_shown_too(desk: Desk) -> None:
    desk.open()
    other = DraftStore(desk.folder)
    other.open(ADDRESS, FILES)
    for text in ("first", "second", "third"):
        save = partial(other.save, ADDRESS, "main.py", text)
        assert desk.told_after("file_changed_outside", save) == (ADDRESS, "main.py", text)


def test_typing_goes_before_the_text_of_another_window_which_is_kept(desk: Desk) -> None:
    desk.open()
    other = DraftStore(desk.folder)
    other.open(ADDRESS, FILES)
    desk.saver.note_change(ADDRESS, "main.py", "mine")
    told = desk.told_after(
        "other_version_kept", lambda: other.save(ADDRESS, "main.py", "the other's")
    )
    assert told == (ADDRESS, "main.py")
    assert desk.on_disk() == "mine"
    assert desk.versions() == ["the other's"]
    assert desk.all_told("file_changed_outside") == []


def test_what_a_window_saves_itself_is_no_change_from_outside(desk: Desk) -> None:
    desk.open()
    for text in ("1", "2", "3"):
        desk.saver.note_change(ADDRESS, "main.py", text)
        desk.wait_for_text(text)
    desk.told_after("opened", lambda: desk.saver.open(OTHER, FILES))
    assert desk.all_told("file_changed_outside") == []
    assert desk.all_told("other_version_kept") == []


def test_without_a_disk_texts_stay_in_memory_and_are_saved_when_it_is_back(desk: Desk) -> None:
    desk.open()
    desk.take_the_disk_away()
    (sentence,) = desk.told_after(
        "trouble_told", lambda: desk.saver.note_change(ADDRESS, "main.py", "typed")
    )
    assert sentence.startswith("Your work cannot be saved now")
    draft = desk.open()
    assert (draft.files[0].text, draft.files[0].is_changed) == ("typed", True)
    desk.give_the_disk_back()
    desk.qtbot.waitUntil(lambda: desk.all_told("trouble_ended") == [()], timeout=20_000)
    assert desk.on_disk() == "typed"


def test_without_a_disk_a_run_finds_its_files_elsewhere(desk: Desk, temporary_folder: Path) -> None:
    desk.open()
    desk.take_the_disk_away()
    _address, folder = desk.told_after(
        "saved", lambda: desk.saver.save_now(ADDRESS, {"main.py": "typed"})
    )
    assert folder.is_relative_to(temporary_folder)
    assert (folder / "main.py").read_text() == "typed"
    assert (folder / "in" / "orders.csv").read_text() == "a,b\n"
    assert desk.all_told("trouble_told")
    desk.give_the_disk_back()
    desk.qtbot.waitUntil(lambda: desk.all_told("trouble_ended") == [()], timeout=20_000)
    assert desk.on_disk() == "typed"


def test_a_reset_keeps_what_could_not_be_saved_before(desk: Desk) -> None:
    desk.open()
    desk.take_the_disk_away()
    desk.told_after("trouble_told", lambda: desk.saver.note_change(ADDRESS, "main.py", "typed"))
    desk.give_the_disk_back()
    (draft,) = desk.told_after("replaced", lambda: desk.saver.reset(ADDRESS))
    assert draft.files[0].text == desk.on_disk() == "author's"
    assert "typed" in desk.versions()


def test_a_reset_that_the_disk_does_not_allow_is_refused(desk: Desk) -> None:
    desk.open()
    desk.saver.note_change(ADDRESS, "main.py", "mine")
    desk.wait_for_text("mine")
    desk.take_the_disk_away()
    address, _sentence = desk.told_after("refused", lambda: desk.saver.reset(ADDRESS))
    assert address == ADDRESS
    assert desk.all_told("replaced") == []
    desk.give_the_disk_back()
    assert desk.on_disk() == "mine"


def test_yesterdays_work_is_shown_once_the_disk_is_there(desk: Desk) -> None:
    yesterday = DraftStore(desk.folder)
    yesterday.open(ADDRESS, FILES)
    yesterday.save(ADDRESS, "main.py", "yesterday")
    desk.take_the_disk_away()
    assert desk.open().trouble
    assert len(desk.all_told("trouble_told")) == 1
    desk.give_the_disk_back()
    desk.qtbot.waitUntil(lambda: desk.all_told("trouble_ended") == [()], timeout=20_000)
    assert desk.all_told("file_changed_outside") == [(ADDRESS, "main.py", "yesterday")]


def test_closing_saves_what_was_typed_a_moment_ago(desk: Desk) -> None:
    desk.open()
    desk.saver.note_change(ADDRESS, "main.py", "the last word")
    assert desk.saver.flush(20) == ()
    assert desk.on_disk() == "the last word"


def test_closing_without_a_disk_leaves_copies_and_says_where(desk: Desk) -> None:
    desk.open()
    desk.take_the_disk_away()
    desk.saver.note_change(ADDRESS, "main.py", "the last word")
    (leftover,) = desk.saver.flush(20)
    assert (leftover.address, leftover.texts) == (ADDRESS, {"main.py": "the last word"})
    assert leftover.folder is not None
    desk.saver.close()
    assert (leftover.folder / "main.py").read_text() == "the last word"
    desk.give_the_disk_back()


def test_closing_does_not_wait_for_a_dead_disk(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    store = StuckStore(tmp_path / "drafts")
    saver = DraftSaver(tmp_path / "drafts", qapp, store)
    desk = Desk(tmp_path / "drafts", qtbot, saver)
    desk.open()
    saver.note_change(ADDRESS, "main.py", "the last word")
    (leftover,) = saver.flush(0.5)
    assert leftover.folder is not None
    assert (leftover.folder / "main.py").read_text() == "the last word"
    saver.close()
    store.gate.set()


def test_keys_are_taken_while_the_disk_does_not_answer(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    store = StuckStore(tmp_path / "drafts")
    saver = DraftSaver(tmp_path / "drafts", qapp, store)
    desk = Desk(tmp_path / "drafts", qtbot, saver)
    desk.open()
    saver.save_now(ADDRESS, {"main.py": "1"})
    for text in ("12", "123", "1234"):
        saver.note_change(ADDRESS, "main.py", text)
        qapp.processEvents()
    assert desk.all_told("saved") == []
    store.gate.set()
    desk.wait_for_text("1234")
    assert len(desk.all_told("saved")) == 1
    saver.close()
