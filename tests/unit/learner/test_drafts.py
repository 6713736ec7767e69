from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.learner.draft import (
    Draft,
    DraftError,
    DraftFile,
    DraftNameError,
    DraftsUnwritableError,
)
from groundwork.learner.draft_folder import LARGEST_TEXT
from groundwork.learner.drafts import DraftStore
from groundwork.learner.history import Reason
from groundwork.packs.model import ExampleAddress, SourceFile

ADDRESS = ExampleAddress("python", "lists", "grows")
MAIN = SourceFile("main.py", "print(1)\n")
ORDERS = SourceFile("in/orders.csv", "a,b\n")
FILES = (MAIN, ORDERS)
NEWER_MAIN = SourceFile("main.py", "print('newer')\n")


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    return DraftStore(tmp_path)


def work(root: Path) -> Path:
    return root / "python" / "lists" / "grows" / "work"


def main_file(draft: Draft) -> DraftFile:
    return next(file for file in draft.files if file.name == "main.py")


def texts_kept(store: DraftStore, name: str = "main.py") -> list[str]:
    return [
        store.version_texts(ADDRESS, version).get(name, "") for version in store.versions(ADDRESS)
    ]


def test_opening_puts_the_authors_files_where_the_program_runs(
    store: DraftStore, tmp_path: Path
) -> None:
    draft = store.open(ADDRESS, FILES)
    assert draft.folder == work(tmp_path)
    assert (draft.folder / "main.py").read_text() == MAIN.text
    assert (draft.folder / "in" / "orders.csv").read_text() == ORDERS.text
    assert [(file.name, file.text, file.original) for file in draft.files] == [
        (file.name, file.text, file.text) for file in FILES
    ]
    assert not draft.is_changed
    assert not draft.trouble


def test_what_was_saved_is_there_at_the_next_start(store: DraftStore, tmp_path: Path) -> None:
    store.open(ADDRESS, FILES)
    result = store.save(ADDRESS, "main.py", "print(2)\r\n")
    assert result.is_changed
    assert result.other_version_kept is None
    assert (work(tmp_path) / "main.py").read_bytes() == b"print(2)\r\n"
    draft = DraftStore(tmp_path).open(ADDRESS, FILES)
    assert main_file(draft).text == "print(2)\r\n"
    assert main_file(draft).is_changed
    assert draft.is_changed
    assert not main_file(draft).has_new_original


@pytest.mark.parametrize(
    "content", [b"caf\xe9 = 1\r\n", b"\xef\xbb\xbfx = 1\n", b"a\rb\r\nc\n", "x = 'é中'\n".encode()]
)
def test_odd_files_keep_their_bytes(store: DraftStore, tmp_path: Path, content: bytes) -> None:
    store.open(ADDRESS, FILES)
    (work(tmp_path) / "main.py").write_bytes(content)
    text = main_file(store.open(ADDRESS, FILES)).text
    store.save(ADDRESS, "main.py", text + "#")
    assert (work(tmp_path) / "main.py").read_bytes() == content + b"#"
    store.save(ADDRESS, "main.py", text)
    assert (work(tmp_path) / "main.py").read_bytes() == content


def test_marks_follow_the_text(store: DraftStore, tmp_path: Path) -> None:
    store.open(ADDRESS, FILES)
    store.save(ADDRESS, "main.py", "print(2)\n")
    other = DraftStore(tmp_path)
    assert other.changed_addresses() == {ADDRESS}
    assert store.draft(ADDRESS).is_changed
    assert not store.save(ADDRESS, "main.py", MAIN.text).is_changed
    assert other.changed_addresses() == frozenset()


def test_a_newer_pack_reaches_a_file_that_was_not_touched(
    store: DraftStore, tmp_path: Path
) -> None:
    store.open(ADDRESS, FILES)
    store.save(ADDRESS, "in/orders.csv", "mine\n")
    draft = DraftStore(tmp_path).open(ADDRESS, (NEWER_MAIN, ORDERS))
    assert main_file(draft).text == NEWER_MAIN.text
    assert not main_file(draft).is_changed
    assert draft.files[1].text == "mine\n"
    assert (work(tmp_path) / "main.py").read_text() == NEWER_MAIN.text


def test_a_newer_pack_leaves_the_learners_text_and_says_so(
    store: DraftStore, tmp_path: Path
) -> None:
    store.open(ADDRESS, FILES)
    store.save(ADDRESS, "main.py", "mine\n")
    for _ in range(2):
        main = main_file(DraftStore(tmp_path).open(ADDRESS, (NEWER_MAIN, ORDERS)))
        assert (main.text, main.original) == ("mine\n", NEWER_MAIN.text)
        assert main.has_new_original
    reset = DraftStore(tmp_path)
    reset.open(ADDRESS, (NEWER_MAIN, ORDERS))
    reset.reset(ADDRESS)
    reset.save(ADDRESS, "main.py", "mine again\n")
    assert not main_file(DraftStore(tmp_path).open(ADDRESS, (NEWER_MAIN, ORDERS))).has_new_original


def test_news_that_the_learner_knows_are_not_told_again(store: DraftStore, tmp_path: Path) -> None:
    store.open(ADDRESS, FILES)
    store.save(ADDRESS, "main.py", "mine\n")
    newer = DraftStore(tmp_path)
    newer.open(ADDRESS, (NEWER_MAIN, ORDERS))
    main = main_file(newer.open(ADDRESS, (NEWER_MAIN, ORDERS), knows_news=True))
    assert (main.text, main.has_new_original) == ("mine\n", False)
    main = main_file(DraftStore(tmp_path).open(ADDRESS, (NEWER_MAIN, ORDERS)))
    assert (main.text, main.has_new_original) == ("mine\n", False)
    assert main.is_changed


def test_a_learner_who_was_ahead_of_the_author_has_no_change(
    store: DraftStore, tmp_path: Path
) -> None:
    store.open(ADDRESS, FILES)
    store.save(ADDRESS, "main.py", NEWER_MAIN.text)
    draft = DraftStore(tmp_path).open(ADDRESS, (NEWER_MAIN, ORDERS))
    assert not draft.is_changed
    newest = SourceFile("main.py", "print('newest')\n")
    assert main_file(DraftStore(tmp_path).open(ADDRESS, (newest, ORDERS))).text == newest.text


def test_a_file_that_the_pack_gains_appears_and_one_it_loses_stays(
    store: DraftStore, tmp_path: Path
) -> None:
    store.open(ADDRESS, FILES)
    store.save(ADDRESS, "in/orders.csv", "mine\n")
    gained = SourceFile("shop.py", "x = 1\n")
    draft = DraftStore(tmp_path).open(ADDRESS, (MAIN, gained))
    assert [file.name for file in draft.files] == ["main.py", "shop.py"]
    assert (work(tmp_path) / "shop.py").read_text() == "x = 1\n"
    assert (work(tmp_path) / "in" / "orders.csv").read_text() == "mine\n"


def test_the_learners_own_files_survive_everything(store: DraftStore, tmp_path: Path) -> None:
    store.open(ADDRESS, FILES)
    own = work(tmp_path) / "notes of mine.txt"
    own.write_text("mine")
    store.save(ADDRESS, "main.py", "2")
    store.reset(ADDRESS)
    store.restore(ADDRESS, store.versions(ADDRESS)[0])
    DraftStore(tmp_path).open(ADDRESS, (NEWER_MAIN,))
    assert own.read_text() == "mine"


def test_a_file_that_the_program_removed_comes_back(store: DraftStore, tmp_path: Path) -> None:
    store.open(ADDRESS, FILES)
    store.save(ADDRESS, "main.py", "2")
    (work(tmp_path) / "main.py").unlink()
    store.save(ADDRESS, "main.py", "3")
    assert (work(tmp_path) / "main.py").read_text() == "3"
    (work(tmp_path) / "main.py").unlink()
    assert main_file(DraftStore(tmp_path).open(ADDRESS, FILES)).text == MAIN.text


def test_reset_brings_the_authors_text_and_can_be_undone(store: DraftStore, tmp_path: Path) -> None:
    store.open(ADDRESS, FILES)
    store.save(ADDRESS, "main.py", "mine\n")
    draft = store.reset(ADDRESS)
    assert not draft.is_changed
    assert (work(tmp_path) / "main.py").read_text() == MAIN.text
    assert store.changed_addresses() == frozenset()
    (version,) = store.versions(ADDRESS)
    assert version.reason is Reason.RESET
    restored = store.restore(ADDRESS, version)
    assert main_file(restored).text == "mine\n"
    assert (work(tmp_path) / "main.py").read_text() == "mine\n"
    assert store.changed_addresses() == {ADDRESS}


def test_restoring_keeps_what_was_there(store: DraftStore) -> None:
    store.open(ADDRESS, FILES)
    store.save(ADDRESS, "main.py", "1")
    version = store.keep_version(ADDRESS, Reason.RUN)
    assert version is not None
    store.save(ADDRESS, "main.py", "2")
    store.restore(ADDRESS, version)
    assert "2" in texts_kept(store)


def test_the_authors_text_is_a_version_only_where_it_was_run(store: DraftStore) -> None:
    store.open(ADDRESS, FILES)
    assert store.keep_version(ADDRESS, Reason.RETURN) is None
    version = store.keep_version(ADDRESS, Reason.RUN)
    assert store.versions(ADDRESS) == [version]


def test_what_the_learner_came_back_to_is_kept_once(store: DraftStore, tmp_path: Path) -> None:
    store.open(ADDRESS, FILES)
    for text in ("1", "2", "yesterday"):
        store.save(ADDRESS, "main.py", text)
    assert store.versions(ADDRESS) == []
    today = DraftStore(tmp_path)
    today.open(ADDRESS, FILES)
    for text in ("3", "4"):
        today.save(ADDRESS, "main.py", text)
    assert texts_kept(today) == ["yesterday"]
    assert today.versions(ADDRESS)[0].reason is Reason.RETURN


def test_a_file_that_the_program_made_huge_is_moved_to_the_history(
    store: DraftStore, tmp_path: Path
) -> None:
    store.open(ADDRESS, FILES)
    huge = work(tmp_path) / "in" / "orders.csv"
    with huge.open("wb") as stream:
        stream.truncate(LARGEST_TEXT + 1)
    assert store.external_change(ADDRESS, "in/orders.csv") is None
    assert store.keep_version(ADDRESS, Reason.RETURN) is None
    assert huge.stat().st_size == LARGEST_TEXT + 1
    orders = store.open(ADDRESS, FILES).files[1]
    assert (orders.text, orders.is_changed) == (ORDERS.text, False)
    assert "more than 8 MB" in orders.trouble
    version = store.save(ADDRESS, "in/orders.csv", "small\n").other_version_kept
    assert version is not None
    assert huge.read_text() == "small\n"
    (kept,) = tmp_path.rglob(f"{version.folder_name}/in/orders.csv")
    assert kept.stat().st_size == LARGEST_TEXT + 1


def test_a_huge_text_that_was_typed_is_saved_like_any_other(store: DraftStore) -> None:
    store.open(ADDRESS, FILES)
    store.save(ADDRESS, "main.py", "x" * (LARGEST_TEXT + 1))
    assert store.save(ADDRESS, "main.py", "y" * (LARGEST_TEXT + 2)).other_version_kept is None


def test_a_disk_that_cannot_be_written_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    drafts = tmp_path / "drafts"
    store = DraftStore(drafts)
    store.open(ADDRESS, FILES)
    store.save(ADDRESS, "main.py", "saved")
    drafts.rename(tmp_path / "away")
    drafts.write_text("no folder")
    with pytest.raises(DraftsUnwritableError, match=r"^Your work cannot be saved now: .*\.$"):
        store.save(ADDRESS, "main.py", "typed")
    with pytest.raises(DraftsUnwritableError):
        store.reset(ADDRESS)
    with pytest.raises(DraftsUnwritableError):
        store.keep_version(ADDRESS, Reason.RUN)
    drafts.unlink()
    (tmp_path / "away").rename(drafts)
    assert store.save(ADDRESS, "main.py", "typed").other_version_kept is None
    assert (work(drafts) / "main.py").read_text() == "typed"


def test_a_draft_opened_without_a_disk_shows_the_lesson_and_is_laid_out_later(
    tmp_path: Path,
) -> None:
    drafts = tmp_path / "drafts"
    drafts.write_text("no folder")
    store = DraftStore(drafts)
    draft = store.open(ADDRESS, FILES)
    assert draft.trouble.startswith("Your work cannot be saved now: ")
    assert main_file(draft).text == MAIN.text
    drafts.unlink()
    assert store.save(ADDRESS, "main.py", "typed").is_changed
    assert (work(drafts) / "in" / "orders.csv").read_text() == ORDERS.text
    assert not DraftStore(drafts).open(ADDRESS, FILES).files[1].is_changed


def test_work_that_shows_up_again_is_not_overwritten_unseen(tmp_path: Path) -> None:
    drafts = tmp_path / "drafts"
    earlier = DraftStore(drafts)
    earlier.open(ADDRESS, FILES)
    earlier.save(ADDRESS, "main.py", "yesterday")
    drafts.rename(tmp_path / "away")
    drafts.write_text("no folder")
    store = DraftStore(drafts)
    store.open(ADDRESS, FILES)
    drafts.unlink()
    (tmp_path / "away").rename(drafts)
    assert store.save(ADDRESS, "main.py", "today").other_version_kept is not None
    assert texts_kept(store) == ["yesterday"]


def test_a_folder_in_the_place_of_a_file_is_trouble_of_that_file_alone(
    store: DraftStore, tmp_path: Path
) -> None:
    (work(tmp_path) / "main.py").mkdir(parents=True)
    draft = store.open(ADDRESS, FILES)
    assert main_file(draft).trouble
    assert not draft.files[1].trouble
    assert (work(tmp_path) / "in" / "orders.csv").is_file()
    with pytest.raises(DraftsUnwritableError):
        store.save(ADDRESS, "main.py", "typed")


def test_saving_quickly_and_settling_later_writes_the_same(
    store: DraftStore, tmp_path: Path
) -> None:
    store.open(ADDRESS, FILES)
    store.save(ADDRESS, "main.py", "quick", is_durable=False)
    store.save(ADDRESS, "in/orders.csv", "quick", is_durable=False)
    (work(tmp_path) / "in" / "orders.csv").unlink()
    store.settle()
    store.settle()
    assert (work(tmp_path) / "main.py").read_text() == "quick"


@pytest.mark.parametrize(
    "files",
    [
        (SourceFile("../main.py", ""),),
        (SourceFile("aux.py", ""),),
        (SourceFile("Main.py", ""), SourceFile("main.py", "")),
        (SourceFile("main.py", ""), SourceFile("main.py", "")),
    ],
)
def test_files_that_cannot_be_kept_everywhere_are_refused(
    store: DraftStore, tmp_path: Path, files: tuple[SourceFile, ...]
) -> None:
    with pytest.raises(DraftNameError):
        store.open(ADDRESS, files)
    assert not any(tmp_path.iterdir())


def test_a_version_that_is_gone_is_told(store: DraftStore, tmp_path: Path) -> None:
    store.open(ADDRESS, FILES)
    store.save(ADDRESS, "main.py", "1")
    version = store.keep_version(ADDRESS, Reason.RUN)
    assert version is not None
    work(tmp_path).with_name("history").rename(tmp_path / "away")
    with pytest.raises(DraftError, match="cannot be read"):
        store.version_texts(ADDRESS, version)
    with pytest.raises(DraftsUnwritableError):
        store.restore(ADDRESS, version)


def test_a_draft_that_is_not_open_is_told(store: DraftStore) -> None:
    with pytest.raises(DraftError, match="not open"):
        store.save(ADDRESS, "main.py", "1")
