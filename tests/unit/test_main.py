"""What the program mends before it does anything."""

from __future__ import annotations

import sys

import pytest

from groundwork.__main__ import main


def test_a_command_answers_by_its_exit_code_where_there_is_no_console(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    monkeypatch.setattr("sys.argv", ["groundwork", "--version"])
    assert main() == 0
    for stream in (sys.stdout, sys.stderr):
        stream.close()
