"""What is shown to others does not tell who somebody is."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

import pytest

from groundwork.impersonal import impersonal

HOME = Path("/home/Zoë Müller")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('File "/home/Zoë Müller/main.py", line 1', 'File "~/main.py", line 1'),
        ("no home here", "no home here"),
        ("zoë wrote it", "… wrote it"),
        ("zoëtrope", "zoëtrope"),
        ("on LAB-7 today", "on … today"),
    ],
)
def test_home_user_and_machine_are_taken_out(text: str, expected: str) -> None:
    assert impersonal(text, HOME, ("zoë", "lab-7")) == expected


def test_a_home_of_windows_is_found_in_every_spelling() -> None:
    home = PureWindowsPath(r"C:\Users\zoe")
    text = r"C:\Users\zoe\a.py 'c:\\users\\ZOE\\b.py' C:/Users/zoe/c.py"
    assert impersonal(text, home, ()) == r"~\a.py '~\\b.py' ~/c.py"  # type: ignore[arg-type]  # pure


def test_short_names_are_left_because_they_stand_in_every_word() -> None:
    assert impersonal("a text by al", Path("/home/al"), ("al",)) == "a text by al"
    assert impersonal("/home/al/a.py", Path("/home/al"), ("al",)) == "~/a.py"


def test_who_runs_this_is_found_out() -> None:
    assert str(Path.home()) not in impersonal(f"{Path.home()}/a.py") or len(Path.home().parts) == 1
