"""A worker knows how large it is, and ends before it is too large."""

from __future__ import annotations

import subprocess
import sys

import psutil
import pytest

from groundwork.language.memory import memory_in_use

GREEDY = """
import sys
from groundwork.language.memory import MemoryWatch, memory_in_use
pieces = []
with MemoryWatch(most=memory_in_use() + 50_000_000):
    while len(pieces) < 1000:
        pieces.append(bytearray(1_000_000))
        sum(range(100_000))
print(len(pieces))
"""


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS tells the most that it ever was")
def test_the_memory_in_use_is_what_the_system_says() -> None:
    ours, theirs = memory_in_use(), psutil.Process().memory_info().rss
    assert 0.9 * theirs < ours < 1.1 * theirs


def test_a_process_that_grows_beyond_the_bound_ends() -> None:
    ended = subprocess.run([sys.executable, "-c", GREEDY], capture_output=True, check=False)
    assert ended.returncode == 1
    assert ended.stdout == b""
