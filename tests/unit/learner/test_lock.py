from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from groundwork.learner.lock import locked

HOLDER = """
import sys
from pathlib import Path
from groundwork.learner.lock import locked
with locked(Path(sys.argv[1])) as is_held:
    print(is_held, flush=True)
    sys.stdin.read()
"""


def test_one_holder_at_a_time(tmp_path: Path) -> None:
    with locked(tmp_path / "lock") as first, locked(tmp_path / "lock", patience=0) as second:
        assert (first, second) == (True, False)


def test_the_lock_is_free_after_its_block(tmp_path: Path) -> None:
    for _ in range(2):
        with locked(tmp_path / "lock", patience=0) as is_held:
            assert is_held


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, tmp_path / "lock"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"True\n"
        with locked(tmp_path / "lock", patience=0) as is_held:
            assert not is_held
        holder.kill()
        holder.wait()
        with locked(tmp_path / "lock", patience=0) as is_held:
            assert is_held


def test_without_a_place_for_the_lock_the_block_runs_without_it(tmp_path: Path) -> None:
    with locked(tmp_path / "absent" / "lock") as is_held:
        assert not is_held
