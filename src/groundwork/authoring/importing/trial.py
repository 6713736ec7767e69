"""Trying out a program of a document: whether it can be an example, and what it prints."""

from __future__ import annotations

import ast
import re
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from groundwork.authoring.importing.programs import Program, parsed_python, with_earlier
from groundwork.authoring.jobs import Asks
from groundwork.messages import Failed, Start
from groundwork.packs.model import SourceFile
from groundwork.running.batch import BatchResult, run_program

TIME_LIMIT = 10.0
"""Seconds after which a program counts as one that does not end."""

_TYPED_INPUTS = tuple("1\n" * times for times in (1, 2, 3, 5, 20))
"""What is typed into a program that asks, more if that is not enough: a word and a number."""

_MEMORY_LIMIT = 1 << 30
_LONGEST_OUTPUT = 20_000
_SHELL = re.compile(r"^\s*[%!]", re.MULTILINE)
_CONSOLE = re.compile(r"^\s*>>> ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Trial:
    """What trying out a program showed.

    `reason` says in a sentence why it cannot be run, and is empty where it can. `fails_with` is
    the error that it ends with of its own accord, `output` what it prints every time, or None where
    that differs. `program` may have become one with a file of what stands above it.
    """

    program: Program
    reason: str = ""
    fails_with: str = ""
    typed_input: str = ""
    output: str | None = None

    @property
    def is_runnable(self) -> bool:
        """Whether the program can be an example that is run."""
        return not self.reason


def try_out(program: Program, earlier: Sequence[str], is_cancelled: Asks) -> Trial:
    """Run the program, twice where that goes well; `earlier` is the code of the blocks above it.

    It is stopped when `is_cancelled` says so, and what is found then is of no use.
    """
    reason = _reason_not_to_try(program)
    if reason:
        return Trial(program, reason)
    trial = _tried(program, is_cancelled)
    if not trial.is_runnable and not program.is_named and earlier and _lacks_a_name(trial):
        continued = _tried(with_earlier(program, earlier), is_cancelled)
        return continued if continued.is_runnable else trial
    return trial


def _reason_not_to_try(program: Program) -> str:
    main = next(file for file in program.files if file.name == program.main)
    if _CONSOLE.search(main.text):
        return "It is a record of a Python console, not a program."
    if _SHELL.search(main.text) and parsed_python(main.text) is None:
        return "It has commands for a notebook or a shell (% or !)."
    tree = parsed_python(main.text)
    if tree is None:
        return "It is a fragment: it is not valid Python by itself."
    if not tree.body:
        return "It has nothing but comments."
    if len(program.files) == 1 and _has_relative_import(tree):
        return "It is a fragment of a package: its imports begin with a full stop."
    return ""


def _has_relative_import(tree: ast.Module) -> bool:
    return any(isinstance(node, ast.ImportFrom) and node.level for node in ast.walk(tree))


def _lacks_a_name(trial: Trial) -> bool:
    return trial.reason.startswith(_FRAGMENT)


def _tried(program: Program, is_cancelled: Asks) -> Trial:
    typed_input = ""
    first = _run(program, typed_input, is_cancelled)
    for more in _TYPED_INPUTS:
        if _error(first) != "EOFError":
            break
        typed_input = more
        first = _run(program, typed_input, is_cancelled)
    reason = _reason(first)
    if reason:
        return Trial(program, reason)
    second = _run(program, typed_input, is_cancelled)
    same = first.stdout == second.stdout and _error(first) == _error(second)
    output = first.stdout if same and _can_be_kept(first) else None
    return Trial(program, "", _error(first), typed_input, output)


def _run(program: Program, typed_input: str, is_cancelled: Asks) -> BatchResult:
    with tempfile.TemporaryDirectory(prefix="groundwork-import-", ignore_cleanup_errors=True) as at:
        folder = Path(at).resolve()
        lay_out(program.files, folder)
        start = Start(str(folder / program.main), str(folder), memory_limit=_MEMORY_LIMIT)
        return run_program(
            start, typed_input=typed_input, time_limit=TIME_LIMIT, is_cancelled=is_cancelled
        )


def lay_out(files: Iterable[SourceFile], folder: Path) -> None:
    """Write the files into a folder that holds nothing else.

    Raises:
        OSError: one could not be written.
    """
    for file in files:
        place = folder / file.name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.text.encode("utf-8"))


def _error(result: BatchResult) -> str:
    """The type of the error that the program ended with, without its module; empty for none."""
    failure = result.outcome.failure
    return failure.error.rpartition(".")[2] if failure else ""


_FRAGMENT = "It is a fragment: "
_NOT_HERE = "It needs something that is not here: "
_OUT_OF_REACH = "It needs something that cannot be reached: "
_OF_PROJECT = "It is a fragment of a project: "

_LACKS = {
    "NameError": _FRAGMENT,
    "SyntaxError": _FRAGMENT,
    "ModuleNotFoundError": _NOT_HERE,
    "ImportError": _NOT_HERE,
    "FileNotFoundError": _NOT_HERE,
    "ConnectionError": _OUT_OF_REACH,
    "ConnectionRefusedError": _OUT_OF_REACH,
    "ConnectError": _OUT_OF_REACH,
    "ConnectTimeout": _OUT_OF_REACH,
    "OperationalError": _OUT_OF_REACH,
    "URLError": _OUT_OF_REACH,
    "gaierror": _OUT_OF_REACH,
    "AppRegistryNotReady": _OF_PROJECT,
    "ImproperlyConfigured": _OF_PROJECT,
    "EOFError": "It asks for more input than can be guessed: ",
}
"""How the reason begins, by the error that shows what the program lacks."""


def _reason(result: BatchResult) -> str:
    """Why a program that ended so is not one to run; empty where it is."""
    outcome = result.outcome
    if outcome.problem:
        return outcome.problem
    if outcome.limit is not None:
        return f"It does not end by itself: {outcome.sentence}."
    if outcome.failure is None:
        return "" if outcome.is_success else f"{outcome.sentence}."
    return _reason_of_failure(outcome.failure)


def _reason_of_failure(failure: Failed) -> str:
    """The reason where the program lacks something; an error of its own is none."""
    beginning = _LACKS.get(failure.error.rpartition(".")[2])
    return "" if beginning is None else f"{beginning}{failure.message.rstrip('.')}."


def _can_be_kept(result: BatchResult) -> bool:
    """Whether the output can stand in a lesson: it is some text, not too long, in plain letters."""
    text = result.stdout
    is_plain = all(letter.isprintable() or letter in "\n\t" for letter in text)
    return bool(text.strip()) and len(text) <= _LONGEST_OUTPUT and is_plain and "�" not in text
