"""How a child is started: the one place that knows the runtime and a child's environment."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from groundwork import paths

RUN_VARIABLE = "GROUNDWORK_RUN"
"""Environment variable that marks every process of a run, wherever it went, with the run's id."""

LAUNCHER = "launch.py"
"""The script of ours that becomes a learner's program."""

CHECKER = "check.py"
"""The script of ours that becomes a program which is checked."""

_WITHOUT = frozenset(
    {
        "CONDA_DEFAULT_ENV",
        "CONDA_PREFIX",
        "LD_LIBRARY_PATH",
        "DYLD_LIBRARY_PATH",
        "LIBPATH",
        "QT_PLUGIN_PATH",
        "QT_QPA_PLATFORM_PLUGIN_PATH",
        "TCL_LIBRARY",
        "TK_LIBRARY",
        "VIRTUAL_ENV",
        "VIRTUAL_ENV_PROMPT",
        RUN_VARIABLE,
    }
)
_WITHOUT_BEGINNINGS = ("PYTHON", "_PYI_", "_MEI", "__PYVENV_")
_SAVED = "_ORIG"

_WINDOWS_PLACES = ("python.exe", "Scripts/python.exe")
_POSIX_PLACES = ("bin/python3", "bin/python")


class RuntimeMissingError(Exception):
    """The Python that runs learners' programs is not there; the text is for the person."""


@dataclass(frozen=True, slots=True)
class ChildCommand:
    """What to start: a program, its arguments, and its whole environment."""

    program: str
    arguments: tuple[str, ...]
    environment: dict[str, str]


def child_command(run_id: str, *arguments: str, script: str = LAUNCHER) -> ChildCommand:
    """The command for a child of the run `run_id`; `arguments` are for the script of ours it runs.

    Raises:
        RuntimeMissingError: there is no runtime to start.
    """
    runtime = paths.runtime_folder()
    python = runtime_python(runtime)
    place = paths.child_source_folder() / "groundwork" / "child" / script
    return ChildCommand(
        program=str(python),
        arguments=(str(place), *arguments),
        environment=child_environment(dict(os.environ), runtime, run_id),
    )


def language_command(run_id: str, cache: Path) -> ChildCommand:
    """The command for a language worker, which keeps what it has learned in the folder `cache`.

    It is isolated from every folder and variable that bends a Python, and may keep byte code of
    ours beside its source.

    Raises:
        RuntimeMissingError: there is no runtime to start.
    """
    runtime = paths.runtime_folder()
    place = paths.child_source_folder() / "groundwork" / "language" / "work.py"
    environment = child_environment(dict(os.environ), runtime, run_id)
    return ChildCommand(
        program=str(runtime_python(runtime)),
        arguments=(
            "-I",
            "-X",
            "utf8",
            str(place),
            str(paths.language_libraries_folder()),
            str(cache),
        ),
        environment=environment,
    )


def runtime_python(runtime: Path) -> Path:
    """The interpreter in the folder `runtime`: a virtual environment, or a whole Python.

    Raises:
        RuntimeMissingError: there is none.
    """
    places = _WINDOWS_PLACES if sys.platform == "win32" else _POSIX_PLACES
    for place in places:
        if (runtime / place).is_file():
            return runtime / place
    raise RuntimeMissingError(
        f"The Python that runs programs is missing: there is none in {runtime}. " + remedy()
    )


def remedy() -> str:
    """What to do where the runtime is missing or damaged."""
    if paths.is_bundled():
        return "Install Groundwork again."
    return "Run “make run” in the source folder; it makes one."


def child_environment(inherited: dict[str, str], runtime: Path, run_id: str) -> dict[str, str]:
    """What a child's environment holds: what was inherited, without what bends a Python.

    A bundle's library path and another environment's Python settings would reach the runtime and
    break it. The runtime's own programs come first on PATH. Nothing is written beside a learner's
    files, and no stale byte code is read: an edit within the same second would not be noticed.
    """
    environment = {name: value for name, value in inherited.items() if _is_kept(name)}
    for name, value in inherited.items():
        original = name.removesuffix(_SAVED)
        if original != name and original in _WITHOUT:
            environment[original] = value
    environment.update(_tcl_variables(runtime))
    environment["PATH"] = _path(runtime, environment.get("PATH", os.defpath))
    environment.setdefault("TERM", "xterm-256color")
    environment["PYTHONUTF8"] = "1"
    environment["PYTHONUNBUFFERED"] = "1"
    environment["PYTHONNOUSERSITE"] = "1"
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    environment[RUN_VARIABLE] = run_id
    return environment


def _is_kept(name: str) -> bool:
    upper = name.upper()
    is_saved = upper.removesuffix(_SAVED) in _WITHOUT
    return not (upper in _WITHOUT or is_saved or upper.startswith(_WITHOUT_BEGINNINGS))


def _tcl_variables(runtime: Path) -> dict[str, str]:
    """Where a whole Python finds its Tcl and Tk; a virtual environment asks its base."""
    places = {"TCL_LIBRARY": "tcl[89].*/init.tcl", "TK_LIBRARY": "tk[89].*/tk.tcl"}
    variables = {}
    for variable, place in places.items():
        for folder in (runtime / "lib", runtime / "tcl"):
            for found in sorted(folder.glob(place)):
                variables[variable] = str(found.parent)
    return variables


def program_folders(runtime: Path, system: str = sys.platform) -> tuple[Path, ...]:
    """Where the programs of a runtime lie; on Windows a whole Python has itself on top."""
    if system == "win32":
        return (runtime, runtime / "Scripts")
    return (runtime / "bin",)


def _path(runtime: Path, inherited: str) -> str:
    return os.pathsep.join((*map(str, program_folders(runtime)), inherited))
