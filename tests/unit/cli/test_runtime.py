"""The libraries of the lessons, as they are meant and as they are found."""

from __future__ import annotations

from groundwork import paths
from groundwork.cli.runtime import library_faults, pinned_versions


def test_versions_are_read_from_the_list_of_requirements() -> None:
    text = "# a remark\n\nDjango==5.2.1\npydantic[email]==2.1 ; python_version > '3'\nhttpx\n"

    assert pinned_versions(text) == {"Django": "5.2.1", "pydantic": "2.1"}


def test_every_line_of_our_own_list_is_a_pin() -> None:
    text = paths.runtime_requirements().read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]

    assert len(pinned_versions(text)) == len(lines) > 0


def test_what_differs_is_told() -> None:
    pins = {"Django": "5.2", "Flask": "3.1", "httpx": "0.28", "pytest": "9"}
    found = {"Django": "5.2", "Flask": "3.0", "httpx": "", "pytest": "broken: ImportError: x"}

    assert library_faults(pins, found) == [
        "Flask is 3.0, and 3.1 is meant",
        "httpx is missing",
        "pytest cannot be imported (ImportError: x)",
    ]
