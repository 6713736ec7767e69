from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from groundwork.learner import history as history_module
from groundwork.learner.history import History, Reason, remove_tree


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "history", tmp_path / "saving", Clock())


def test_a_version_returns_as_it_was(history: History) -> None:
    files = {"main.py": b"print('\xc3\xa9')\r\n", "app/models.py": b"\xff\x00"}
    version = history.keep(files, Reason.RUN)
    assert history.read(version) == files
    assert history.versions() == [version]


def test_versions_are_ordinary_files_in_folders_that_tell_when_and_why(
    history: History, tmp_path: Path
) -> None:
    history.keep({"main.py": b"x = 1\n"}, Reason.RESET)
    (folder,) = (tmp_path / "history").iterdir()
    assert folder.name.startswith("20260102T030505.000000Z-reset-")
    assert (folder / "main.py").read_bytes() == b"x = 1\n"
    assert not any((tmp_path / "saving").iterdir())


def test_a_version_with_a_file_too_large_to_show_is_not_read(history: History) -> None:
    version = history.keep({"main.py": b"123", "orders.csv": b"12345"}, Reason.RUN)
    assert len(history.read(version, 5)) == 2
    with pytest.raises(OSError, match="too large"):
        history.read(version, 4)


def test_the_newest_version_is_first(history: History) -> None:
    kept = [history.keep({"main.py": text}, Reason.RUN) for text in (b"1", b"2", b"3")]
    assert history.versions() == kept[::-1]


def test_the_same_files_are_kept_once_and_become_the_newest(history: History) -> None:
    history.keep({"main.py": b"1"}, Reason.RUN)
    history.keep({"main.py": b"2"}, Reason.RUN)
    again = history.keep({"main.py": b"1"}, Reason.RUN)
    assert [history.read(version) for version in history.versions()] == [
        {"main.py": b"1"},
        {"main.py": b"2"},
    ]
    assert history.versions()[0] == again


@pytest.mark.parametrize("order", [(Reason.RUN, Reason.CONFLICT), (Reason.CONFLICT, Reason.RUN)])
def test_the_weightier_reason_stays_with_a_version(
    history: History, order: tuple[Reason, Reason]
) -> None:
    for reason in order:
        history.keep({"main.py": b"1"}, reason)
    assert [version.reason for version in history.versions()] == [Reason.CONFLICT]


def test_different_files_of_one_checksum_are_both_kept(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_module, "_checksum", lambda _files: 7)
    one = history.keep({"main.py": b"1"}, Reason.RUN)
    two = history.keep({"main.py": b"2"}, Reason.RUN)
    assert history.read(one) == {"main.py": b"1"}
    assert history.read(two) == {"main.py": b"2"}


def test_a_clock_of_coarse_ticks_keeps_the_order(tmp_path: Path) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    history = History(tmp_path / "history", tmp_path / "saving", lambda: moment)
    kept = [history.keep({"main.py": text}, Reason.RUN) for text in (b"1", b"2", b"3")]
    assert history.versions() == kept[::-1]


def test_a_text_is_found_in_a_version_of_several_files(history: History) -> None:
    history.keep({"main.py": b"1", "orders.csv": b"a,b"}, Reason.RUN)
    assert history.holds({"orders.csv": b"a,b"})
    assert not history.holds({"orders.csv": b"1"})


def test_ordinary_versions_go_first_when_there_are_too_many(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_module, "KEPT_VERSIONS", 5)
    history.keep({"main.py": b"precious"}, Reason.RESET)
    for number in range(9):
        history.keep({"main.py": str(number).encode()}, Reason.RUN)
    texts = [history.read(version)["main.py"] for version in history.versions()]
    assert texts == [b"8", b"7", b"6", b"5", b"precious"]


def test_precious_versions_are_dropped_only_above_a_bound_of_their_own(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_module, "KEPT_VERSIONS", 2)
    monkeypatch.setattr(history_module, "KEPT_PRECIOUS_VERSIONS", 4)
    for number in range(6):
        history.keep({"main.py": str(number).encode()}, Reason.CONFLICT)
    run = history.keep({"main.py": b"run"}, Reason.RUN)
    texts = [history.read(version)["main.py"] for version in history.versions()]
    assert texts == [b"run", b"5", b"4", b"3", b"2"]
    assert history.versions()[0] == run


def test_strange_names_in_the_folder_are_no_versions(history: History, tmp_path: Path) -> None:
    version = history.keep({"main.py": b"1"}, Reason.RUN)
    for name in ("notes", "20260102-run-x", "2026-01-02-run-00000000", ".DS_Store"):
        (tmp_path / "history" / name).mkdir()
    assert history.versions() == [version]


def test_a_version_that_is_gone_is_an_error(history: History, tmp_path: Path) -> None:
    version = history.keep({"main.py": b"1"}, Reason.RUN)
    remove_tree(tmp_path / "history")
    with pytest.raises(FileNotFoundError):
        history.read(version)
    assert history.versions() == []


def test_a_version_that_cannot_be_put_together_leaves_no_litter(
    history: History, tmp_path: Path
) -> None:
    (tmp_path / "history").write_text("a file stands in the way")
    with pytest.raises(OSError, match="history"):
        history.keep({"main.py": b"1"}, Reason.RUN)
    assert not any((tmp_path / "saving").iterdir())


def test_a_large_file_is_moved_not_read(history: History, tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    large.write_bytes(b"x" * 1000)
    version = history.keep_moved("large.csv", large, Reason.CONFLICT)
    assert not large.exists()
    assert history.read(version) == {"large.csv": b"x" * 1000}
    assert history.versions() == [version]


def test_a_link_in_a_tree_is_removed_and_its_target_stays(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "file").write_text("here")
    (tmp_path / "tree" / "deep").mkdir(parents=True)
    (tmp_path / "tree" / "deep" / "link").symlink_to(tmp_path / "kept")
    remove_tree(tmp_path / "tree")
    assert not (tmp_path / "tree").exists()
    assert (tmp_path / "kept" / "file").read_text() == "here"
