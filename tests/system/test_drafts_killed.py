"""A window that is killed, at whatever step of a save, leaves the old text or the new one."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from groundwork.learner.drafts import DraftStore
from groundwork.packs.model import ExampleAddress, SourceFile

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

ADDRESS = ExampleAddress("python", "lists", "grows")
FILES = (SourceFile("main.py", "author's"),)
SIZE = 100_000

PRELUDE = """
import itertools, os, signal, sys
from pathlib import Path
from groundwork.learner.drafts import DraftStore
from groundwork.learner.history import Reason
from groundwork.packs.model import ExampleAddress, SourceFile
ADDRESS = ExampleAddress("python", "lists", "grows")
store = DraftStore(Path(sys.argv[1]))
store.open(ADDRESS, (SourceFile("main.py", "author's"),))
"""

KILLED_AT_A_STEP = """
steps = itertools.count(1)
def end_at_step(event, arguments):
    if event.startswith(("open", "os.")) and next(steps) == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(end_at_step)
if sys.argv[3] == "reset":
    store.reset(ADDRESS)
else:
    store.save(ADDRESS, "main.py", "new", is_durable=sys.argv[3] == "save")
os._exit(0)
"""

SAVES_FOR_EVER = """
for number in itertools.count():
    store.save(ADDRESS, "main.py", f"{number} " + "x" * int(sys.argv[2]))
    print(number, flush=True)
"""


def text_on_disk(folder: Path) -> str:
    store = DraftStore(folder)
    (file,) = store.open(ADDRESS, FILES).files
    assert not file.trouble
    assert not any(folder.rglob("saving/*"))
    return file.text


@pytest.mark.parametrize("task", ["save", "quick save"])
def test_a_kill_at_any_step_of_a_save_leaves_the_old_text_or_the_new(
    tmp_path: Path, task: str
) -> None:
    found = set()
    exit_code = -signal.SIGKILL
    step = 0
    while exit_code == -signal.SIGKILL:
        step += 1
        store = DraftStore(tmp_path)
        store.open(ADDRESS, FILES)
        store.save(ADDRESS, "main.py", "old")
        exit_code = killed_at(tmp_path, step, task)
        found.add(text_on_disk(tmp_path))
    assert exit_code == 0
    assert step > 5
    assert found == {"old", "new"}


def test_a_kill_at_any_step_of_a_reset_loses_nothing(tmp_path: Path) -> None:
    exit_code = -signal.SIGKILL
    step = 0
    while exit_code == -signal.SIGKILL:
        step += 1
        mine = f"mine {step}"
        store = DraftStore(tmp_path)
        store.open(ADDRESS, FILES)
        store.save(ADDRESS, "main.py", mine)
        exit_code = killed_at(tmp_path, step, "reset")
        kept = [
            store.version_texts(ADDRESS, version)["main.py"] for version in store.versions(ADDRESS)
        ]
        assert mine in {text_on_disk(tmp_path), *kept}
    assert exit_code == 0
    assert step > 5
    assert text_on_disk(tmp_path) == "author's"


def killed_at(folder: Path, step: int, task: str) -> int:
    command = [sys.executable, "-c", PRELUDE + KILLED_AT_A_STEP, str(folder), str(step), task]
    return subprocess.run(command, check=False).returncode


@pytest.mark.parametrize("attempt", range(8))
def test_a_kill_at_a_random_moment_leaves_a_whole_text(tmp_path: Path, attempt: int) -> None:
    command = [sys.executable, "-c", PRELUDE + SAVES_FOR_EVER, str(tmp_path), str(SIZE)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        saved = -1
        for _ in range(1 + attempt * 4):
            saved = int(writer.stdout.readline())
        writer.kill()
        rest = [int(line) for line in writer.stdout.read().splitlines() if line]
    number, filler = text_on_disk(tmp_path).split(" ")
    assert filler == "x" * SIZE
    last_reported = rest[-1] if rest else saved
    assert int(number) in {last_reported, last_reported + 1}
