"""Finds the CPython that becomes the runtime: one in a folder of its own, newest first."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bundling.system import HERE, System

CHOICE_VARIABLE = "RUNTIME_PYTHON"
"""Environment variable that names the interpreter to copy."""

OLDEST = (3, 12)

_PROGRAMS = {
    System.LINUX: "bin/python3",
    System.MACOS: "bin/python3",
    System.WINDOWS: "python.exe",
}
"""Where an interpreter lies in its folder."""

_QUESTION = """
import json, sys, sysconfig
print(json.dumps({
    "version": list(sys.version_info[:3]),
    "implementation": sys.implementation.name,
    "prefix": sys.base_prefix,
    "library": sysconfig.get_path("stdlib"),
    "framework": sysconfig.get_config_var("PYTHONFRAMEWORK") or "",
}))
"""


class NoInterpreterError(Exception):
    """There is no CPython that can be copied; the text says what to install."""


@dataclass(frozen=True, slots=True)
class Interpreter:
    """A CPython whose files all lie under `prefix`; `library` is its standard library."""

    program: Path
    prefix: Path
    library: Path
    version: tuple[int, int, int]

    @property
    def series(self) -> str:
        """Its version as folders are named after it: `3.13`."""
        return f"{self.version[0]}.{self.version[1]}"


def found_interpreter(candidates: Iterable[Path] | None = None) -> Interpreter:
    """The one that the environment names, or else the newest that can be copied.

    It is looked for among `candidates`, or else wherever this machine may have one.

    Raises:
        NoInterpreterError: there is none.
    """
    chosen = os.environ.get(CHOICE_VARIABLE)
    if chosen:
        found = _asked(Path(shutil.which(chosen) or chosen))
        if found is None:
            raise NoInterpreterError(
                f"{CHOICE_VARIABLE} names {chosen}, which is no CPython"
                f" {_written(OLDEST)} or newer in a folder of its own."
            )
        return found
    every = [one for one in map(_asked, candidates or _candidates()) if one is not None]
    if not every:
        raise NoInterpreterError(
            f"There is no CPython {_written(OLDEST)} or newer to copy: one that is installed in a"
            " folder of its own, not as a part of the system. Build one with pyenv, or unpack one"
            f" of python-build-standalone, and name it: {CHOICE_VARIABLE}=/path/to/bin/python3"
        )
    return max(every, key=lambda one: one.version)


def _candidates() -> Iterator[Path]:
    """Programs that may be such a CPython: this one, pyenv's, those on PATH and under /opt."""
    yield Path(sys.executable)
    name = _PROGRAMS[HERE]
    roots = [Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"]
    roots += [Path("/opt"), Path("/opt/hostedtoolcache/Python")]
    for root in roots:
        yield from (folder / name for folder in sorted(root.glob("*")))
    for minor in range(OLDEST[1], OLDEST[1] + 10):
        found = shutil.which(f"python3.{minor}")
        if found:
            yield Path(found)


def _asked(program: Path) -> Interpreter | None:
    """What the program says of itself; None where it is not what is looked for."""
    if not program.is_file():
        return None
    try:
        said = subprocess.run(
            [str(program), "-I", "-c", _QUESTION], capture_output=True, check=True, timeout=30
        )
        told = json.loads(said.stdout)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    major, minor, micro = told["version"]
    prefix, library = Path(told["prefix"]).resolve(), Path(told["library"]).resolve()
    is_new = told["implementation"] == "cpython" and (major, minor) >= OLDEST
    is_whole = library.is_relative_to(prefix) and prefix not in {Path("/"), Path("/usr")}
    is_whole = is_whole and not told["framework"]  # macOS would have it in a place of its own
    if not (is_new and is_whole):
        return None
    return Interpreter(_own_program(prefix, program), prefix, library, (major, minor, micro))


def _own_program(prefix: Path, program: Path) -> Path:
    """The interpreter of that prefix itself, not a virtual environment's."""
    own = prefix / _PROGRAMS[HERE]
    return own if own.is_file() else program


def _written(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))
