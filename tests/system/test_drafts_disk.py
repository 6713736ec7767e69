"""Drafts on a disk that is full, may not be written, or takes only small files: real ones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .disks import run_on_small_disk

PRELUDE = """
import os, subprocess, sys
from pathlib import Path
from groundwork.learner.draft import DraftsUnwritableError
from groundwork.learner.drafts import DraftStore
from groundwork.learner.history import Reason
from groundwork.packs.model import ExampleAddress, SourceFile
disk = Path(sys.argv[1])
ADDRESS = ExampleAddress("python", "lists", "grows")
FILES = (SourceFile("main.py", "author's"),)

def open_store():
    store = DraftStore(disk / "drafts")
    return store, store.open(ADDRESS, FILES)

def told_by(task, *arguments, **options):
    try:
        task(*arguments, **options)
    except DraftsUnwritableError as error:
        return str(error)
    raise SystemExit(f"{task} did not fail")

def fill():
    with (disk / "filler").open("wb", buffering=0) as filler:
        for size in (65536, 1024, 1):
            try:
                while True:
                    filler.write(b"x" * size)
            except OSError:
                pass
"""

FULL = """
store, draft = open_store()
store.save(ADDRESS, "main.py", "saved")
fill()
for is_durable in (True, False):
    sentence = told_by(store.save, ADDRESS, "main.py", "y" * 20000, is_durable=is_durable)
    assert "no room on the disk" in sentence, sentence
told_by(store.reset, ADDRESS)
assert (draft.folder / "main.py").read_text() == "saved"
assert open_store()[1].files[0].text == "saved"
(disk / "filler").unlink()
store.save(ADDRESS, "main.py", "y" * 20000)
assert (draft.folder / "main.py").read_text() == "y" * 20000
assert not list((draft.folder.parent / "saving").iterdir())
print("survived")
"""

FULL_FROM_THE_START = """
fill()
store, draft = open_store()
assert draft.files[0].text == "author's"
sentence = draft.trouble or told_by(store.save, ADDRESS, "main.py", "y" * 20000)
assert "no room on the disk" in sentence, sentence
(disk / "filler").unlink()
store.save(ADDRESS, "main.py", "y" * 20000)
assert open_store()[1].files[0].text == "y" * 20000
print("survived")
"""

READ_ONLY = """
store, draft = open_store()
store.save(ADDRESS, "main.py", "saved")
subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
assert "may not be written" in told_by(store.save, ADDRESS, "main.py", "typed")
again, shown = open_store()
assert (shown.files[0].text, shown.files[0].is_changed, shown.trouble) == ("saved", True, "")
assert again.changed_addresses() == {ADDRESS}
assert "may not be written" in told_by(again.keep_version, ADDRESS, Reason.RUN)
never_opened = ExampleAddress("python", "lists", "other")
fresh = again.open(never_opened, FILES)
assert fresh.files[0].text == "author's" and "may not be written" in fresh.trouble
subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
store.save(ADDRESS, "main.py", "typed")
again.save(never_opened, "main.py", "typed, too")
assert (fresh.folder / "main.py").read_text() == "typed, too"
assert open_store()[1].files[0].text == "typed"
print("survived")
"""

SMALL_FILES_ONLY = """
import resource
store, draft = open_store()
store.save(ADDRESS, "main.py", "saved")
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
assert "no room" in told_by(store.save, ADDRESS, "main.py", "y" * 20000)
assert (draft.folder / "main.py").read_text() == "saved"
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.save(ADDRESS, "main.py", "y" * 20000)
assert (draft.folder / "main.py").read_text() == "y" * 20000
print("survived")
"""


@pytest.mark.parametrize("scenario", [FULL, FULL_FROM_THE_START, READ_ONLY])
def test_drafts_survive_a_disk_in_trouble(tmp_path: Path, scenario: str) -> None:
    ended = run_on_small_disk(tmp_path, PRELUDE + scenario, size="512k")
    assert (ended.returncode, ended.stdout) == (0, "survived\n"), ended.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_drafts_survive_a_limit_on_the_size_of_files(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PRELUDE + SMALL_FILES_ONLY, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (0, "survived\n"), ended.stderr
