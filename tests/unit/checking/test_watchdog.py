"""Where a program was when its time was up."""

from __future__ import annotations

from pathlib import Path

from groundwork.checking.verdicts import Place
from groundwork.checking.watchdog import place_in, says_time_is_up

FOLDER = Path("/tmp/groundwork-check-x/ü 中")  # noqa: S108 - only a name
WRITTEN = r"""Timeout (0:00:01)!
Thread 0x00007f0001 [worker] (most recent call first):
  File "/tmp/groundwork-check-x/\xfc \u4e2d/work.py", line 3 in spin
  File "/usr/lib/python3.11/threading.py", line 982 in run

Thread 0x00007f0002 (most recent call first):
  File "/usr/lib/python3.11/queue.py", line 3 in get
  File "/tmp/groundwork-check-x/\xfc \u4e2d/main.py", line 7 in wait
  File "/tmp/groundwork-check-x/\xfc \u4e2d/main.py", line 9 in <module>
  File "/opt/groundwork/child/check.py", line 50 in <module>
""".splitlines()


def test_the_innermost_line_of_the_learners_on_the_main_thread_is_found() -> None:
    assert says_time_is_up(WRITTEN)
    assert place_in(WRITTEN, FOLDER, ("main.py", "work.py")) == Place("main.py", 7)


def test_another_thread_counts_where_the_main_one_is_not_in_a_file_of_the_learners() -> None:
    assert place_in(WRITTEN, FOLDER, ("work.py",)) == Place("work.py", 3)


def test_nothing_is_found_where_nothing_is() -> None:
    assert place_in(WRITTEN, FOLDER, ("other.py",)) is None
    assert place_in(["rubbish", '  File "x", line y'], FOLDER, ("x",)) is None
    assert not says_time_is_up(["{}", ""])
