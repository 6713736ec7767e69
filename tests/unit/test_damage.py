"""Why the frozen program cannot start is one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.contents import write_contents
from groundwork.damage import damage_found, why_it_cannot_start


def missing_file() -> OSError:
    return FileNotFoundError(2, "No such file or directory", "/opt/groundwork/resources/run.svg")


def test_a_missing_file_is_named_even_as_the_cause_of_another_error() -> None:
    error = LookupError("no icon")
    error.__cause__ = missing_file()
    assert "/opt/groundwork/resources/run.svg is missing" in why_it_cannot_start(error)


def test_a_missing_module_is_named() -> None:
    error = ModuleNotFoundError("No module named 'PySide6'", name="PySide6")
    assert why_it_cannot_start(error).startswith("Groundwork is damaged: PySide6 is missing")


@pytest.mark.parametrize("error", [ValueError("odd"), RuntimeError("odd"), OSError("odd")])
def test_whatever_else_goes_wrong_is_one_sentence(error: Exception) -> None:
    assert "odd" in why_it_cannot_start(error)
    assert "\n" not in why_it_cannot_start(error)


def test_a_damaged_file_that_is_no_cause_of_its_own_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    style = tmp_path / "window.qss"
    style.write_text("QWidget {}", encoding="utf-8")
    write_contents(tmp_path)
    monkeypatch.setattr("groundwork.paths.bundle_folder", lambda: tmp_path)
    assert not damage_found()
    style.write_bytes(b"QWidget \xff")
    assert why_it_cannot_start(UnicodeError("odd")) == (
        "Groundwork is damaged: window.qss is missing or broken. Please install it again."
    )
