"""What programs print, for questions that ask to predict it."""

from __future__ import annotations

from pathlib import Path

import pytest

from groundwork import paths
from groundwork.checking.program_output import ProgramOutput, program_output
from groundwork.packs.checks import Limits


def test_it_is_what_stands_on_standard_output() -> None:
    program = "import sys\nprint('é', file=sys.stderr)\nprint('é 中')\n"
    assert program_output(program) == ProgramOutput("é 中\n")


def test_what_is_typed_is_read() -> None:
    assert program_output("print(int(input()) + 1)", "41\n").text == "42\n"


def test_an_error_is_named_and_what_came_before_it_is_kept() -> None:
    found = program_output("print(1)\nprint([][0])\nprint(2)\n")
    assert (found.text, found.error) == ("1\n", "IndexError")
    assert found.problem == ("The program ended with IndexError: list index out of range (line 2).")


def test_the_same_seed_prints_sets_in_the_same_order() -> None:
    program = "print({str(n) for n in range(50)})"
    first, again, other = (program_output(program, seed=seed).text for seed in (1, 1, 2))
    assert first == again != other


def test_a_program_without_end_is_told_so() -> None:
    found = program_output("print('begun')\nwhile True: pass\n", limits=Limits(seconds=0.5))
    assert found.text == "begun\n"
    assert found.problem.startswith("The program was still running after 0.50 s")


def test_it_can_be_cancelled() -> None:
    found = program_output("while True: pass", is_cancelled=lambda: True)
    assert found.problem == "The program was stopped."


def test_a_missing_runtime_is_a_problem_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "runtime_folder", lambda: tmp_path)
    assert "is missing" in program_output("print(1)").problem
