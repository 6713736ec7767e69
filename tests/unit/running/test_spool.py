import errno
import os
import sys
from pathlib import Path

import pytest

from groundwork.running.spool import Spool


def test_everything_is_in_the_file_when_it_is_asked_for(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "output")
    spool.add(b"one ")
    spool.add(b"two")
    assert spool.file is not None
    assert spool.file.read_bytes() == b"one two"
    spool.add(b" three")
    assert spool.file.read_bytes() == b"one two three"
    assert (spool.total, spool.is_cut, spool.problem) == (13, False, "")


def test_a_small_output_never_touches_the_disk(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "output")
    spool.add(b"x" * 1000)
    assert list(tmp_path.iterdir()) == []


def test_what_is_over_the_size_is_counted(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "output", largest=1_000_000)
    for _ in range(30):
        spool.add(b"0123456789" * 10_000)
    assert spool.file is not None
    assert spool.file.stat().st_size == 1_000_000
    assert spool.total == 3_000_000
    assert spool.is_cut


def test_without_a_file_output_is_counted() -> None:
    spool = Spool(None)
    spool.add(b"lost")
    assert spool.file is None
    assert spool.total == 4
    assert spool.is_cut
    assert spool.problem == "there is no folder to keep it in"


def test_a_folder_that_went_away_costs_the_output_only(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "gone" / "output")
    spool.add(b"x" * 300_000)
    spool.add(b"y" * 300_000)
    assert spool.problem == os.strerror(errno.ENOENT)
    assert spool.file is None
    assert spool.total == 600_000


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_costs_the_output_only() -> None:
    spool = Spool(Path("/dev/full"))
    spool.add(b"x" * 300_000)
    spool.add(b"y" * 300_000)
    assert spool.problem == os.strerror(errno.ENOSPC)
    assert spool.total == 600_000


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_what_fitted_on_a_disk_is_still_to_be_read(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "output")
    spool.add(b"x" * 300_000)
    (tmp_path / "output").rename(tmp_path / "kept")
    (tmp_path / "output").mkdir()
    spool.add(b"y" * 300_000)
    assert spool.problem == os.strerror(errno.EISDIR)
    assert spool.is_cut
