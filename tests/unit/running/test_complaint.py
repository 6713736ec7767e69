"""Of what a process complains of, the line that tells the reason is told."""

from __future__ import annotations

import pytest

from groundwork.running.complaint import complaint

TRACEBACK = """\
Traceback (most recent call last):
  File "launch.py", line 38, in <module>
    import json
ModuleNotFoundError: No module named 'json'
"""
FATAL = """\
Fatal Python error: Failed to import encodings module
Python runtime state: core initialized
ModuleNotFoundError: No module named 'encodings'

Current thread 0x00007f1ec84c3b80 (most recent call first):
  <no Python frame>
"""


@pytest.mark.parametrize(
    ("errors", "reason"),
    [
        (TRACEBACK, "ModuleNotFoundError: No module named 'json'"),
        (FATAL, "Fatal Python error: Failed to import encodings module"),
        (
            "python3: error while loading shared libraries.\n\n",
            "python3: error while loading shared libraries",
        ),
        ("", ""),
    ],
)
def test_one_line_tells_the_reason(errors: str, reason: str) -> None:
    assert complaint(errors) == reason
