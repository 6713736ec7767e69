import os
from pathlib import Path

import pytest

from groundwork.running.run_folder import made_run_folder, remove_stale_run_folders


def test_each_run_has_a_folder_with_an_empty_report(tmp_path: Path) -> None:
    one, two = made_run_folder(tmp_path), made_run_folder(tmp_path)
    assert one is not None
    assert two is not None
    assert one != two
    assert one.report.read_bytes() == b""
    assert one.can_take_reports()
    assert one.spool.parent == one.path


def test_a_folder_is_removed_with_all_in_it(tmp_path: Path) -> None:
    folder = made_run_folder(tmp_path)
    assert folder is not None
    folder.spool.write_text("x")
    folder.remove()
    assert not folder.path.exists()
    assert not folder.can_take_reports()
    folder.remove()


def test_no_folder_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("a file in the way")
    assert made_run_folder(tmp_path) is None


@pytest.mark.parametrize("is_running", [True, False])
def test_folders_of_windows_that_are_no_more_go(tmp_path: Path, *, is_running: bool) -> None:
    folder = made_run_folder(tmp_path)
    assert folder is not None
    asked = []

    def tell(process_id: int) -> bool:
        asked.append(process_id)
        return is_running

    remove_stale_run_folders(tmp_path, tell)
    assert folder.path.exists() is is_running
    assert asked == [os.getpid()]


def test_strange_folders_stay(tmp_path: Path) -> None:
    strange = tmp_path / "runs" / "notes"
    strange.mkdir(parents=True)
    remove_stale_run_folders(tmp_path, lambda _: False)
    assert strange.exists()


def test_no_folder_of_runs_is_nothing_to_clear(tmp_path: Path) -> None:
    remove_stale_run_folders(tmp_path / "none", lambda _: False)
