"""Builds the runtime: a CPython that runs from any folder, with the libraries of the lessons.

It is copied from one that is there (`interpreter`). CPython finds its home from its own place, so
nothing in it needs to be absolute; what names the folder of the build is rewritten.
"""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
from pathlib import Path

from bundling import mac_libraries
from bundling.interpreter import Interpreter
from bundling.python_copy import copy_python, copy_tcl, library_folder
from bundling.shared_libraries import (
    gather,
    look_in,
    needed_libraries,
    programs_in,
    strip,
)
from bundling.system import HERE, System

_LIBRARIES_LEFT_OUT = (
    "**/*.po", "**/*.pyx", "**/*.c", "**/*.pxd", "**/tests", "bin",
    "django/contrib/gis",  # needs libraries for maps that are not there
    "sqlalchemy/testing",
)  # fmt: skip
"""What installed libraries bring besides what runs: sources of compiled parts, their own tests."""

_LEXERS_KEPT = re.compile(
    r"(__init__|_mapping|python|special|shell|data|diff|sql|html|css|javascript|json5|configs"
    r"|markup|templates|text|jvm|ruby|_.*)\.py"
)
"""What of the hundreds of languages that Pygments knows is kept: those that lessons show."""

_MANAGED = """\
[externally-managed]
Error=This Python belongs to Groundwork and cannot be changed. To install packages, make a virtual
 environment of your own: python -m venv my-environment
"""

_NOWHERE = "/groundwork/runtime"
"""Stands in the configuration of the build where the build's own folder stood."""

_TCL_OF_THE_SYSTEM = Path("/usr/share/tcltk")


def build_runtime(
    interpreter: Interpreter, requirements: Path, folder: Path, patchelf: str
) -> None:
    """Make `folder` a runtime with what `requirements` lists; what was there is gone.

    Raises:
        OSError, subprocess.SubprocessError, MissingLibrariesError: something cannot be done.
    """
    shutil.rmtree(folder, ignore_errors=True)
    copy_python(interpreter, folder)
    install(interpreter, requirements, site_packages(folder, interpreter))
    if HERE is System.LINUX:
        copy_tcl([interpreter.prefix / "lib", _TCL_OF_THE_SYSTEM], folder / "lib")
        make_relocatable(folder, interpreter, patchelf)
    elif HERE is System.MACOS:
        make_relocatable_on_macos(folder, interpreter)
    _forget_the_build(interpreter, library_folder(folder, interpreter))
    marker = library_folder(folder, interpreter) / "EXTERNALLY-MANAGED"
    marker.write_text(_MANAGED, encoding="utf-8")
    compile_all(interpreter, library_folder(folder, interpreter))


def site_packages(folder: Path, interpreter: Interpreter) -> Path:
    """The folder of installed libraries in a runtime."""
    return library_folder(folder, interpreter) / "site-packages"


def install(interpreter: Interpreter, requirements: Path, target: Path) -> None:
    """Install what `requirements` lists into `target`, without what only developers need.

    Raises:
        subprocess.SubprocessError: pip cannot.
    """
    command = [str(interpreter.program), "-m", "pip", "--disable-pip-version-check", "-q"]
    command += ["install", "--no-compile", "--only-binary", ":all:"]
    environment = os.environ | {"PIP_REQUIRE_VIRTUALENV": "0"}
    subprocess.run(
        [*command, "--target", str(target), "-r", str(requirements)], check=True, env=environment
    )
    for pattern in _LIBRARIES_LEFT_OUT:
        for found in sorted(target.glob(pattern)):
            _remove(found)
    for lexer in sorted(target.glob("pygments/lexers/*.py")):
        if not _LEXERS_KEPT.fullmatch(lexer.name):
            lexer.unlink()
    forget_what_is_gone(target)


def forget_what_is_gone(target: Path) -> None:
    """Take out of the lists of installed files in `target` what is not there.

    That are also the scripts that pip wrote, whose checksums tell where Python lay.
    """
    for record in sorted(target.glob("*.dist-info/RECORD")):
        with record.open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.reader(file) if row and (target / row[0]).is_file()]
        with record.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)


def compile_all(interpreter: Interpreter, folder: Path) -> None:
    """Compile everything in `folder`, for good: not by times, which copying may change.

    In one process, for what comes out depends a little on what the process compiled before.

    Raises:
        subprocess.SubprocessError: something is no Python.
    """
    command = [str(interpreter.program), "-I", "-m", "compileall", "-q"]
    command += ["--invalidation-mode", "unchecked-hash", "-s", str(folder), "-p", folder.name]
    # Templates and grammars of libraries look like Python and are none.
    subprocess.run([*command, "-x", r"(conf[/\\].*_template|lib2to3)", str(folder)], check=True)


def make_relocatable(folder: Path, interpreter: Interpreter, patchelf: str) -> None:
    """Gather the shared libraries that the runtime needs, and let it find them from anywhere.

    Raises:
        MissingLibrariesError: one of them is not on this machine.
        subprocess.SubprocessError: a tool refused.
    """
    libraries = folder / "lib"
    files = list(programs_in(folder))
    gather(needed_libraries(files, [libraries, interpreter.prefix / "lib"]), libraries)
    files = list(programs_in(folder))
    strip(files)
    look_in(files, libraries, patchelf)


def make_relocatable_on_macos(folder: Path, interpreter: Interpreter) -> None:
    """Do the same on macOS; the scripts of Tcl lie beside the library of Tcl that was found.

    Raises:
        MissingLibrariesError: a library is not on this machine.
        subprocess.SubprocessError: a tool refused.
    """
    origins = mac_libraries.gather(folder, [interpreter.prefix / "lib"])
    copy_tcl(
        [interpreter.prefix / "lib", *(one.parent for one in origins.values())], folder / "lib"
    )
    mac_libraries.look_in(folder)


def _forget_the_build(interpreter: Interpreter, library: Path) -> None:
    """Take the folder that Python was built in out of what it says of its build."""
    for file in library.glob("_sysconfigdata*.py"):
        text = file.read_text(encoding="utf-8")
        text = text.replace(str(interpreter.prefix), _NOWHERE)
        text = re.sub(r"-I/tmp/\S+|/tmp/python-build[^'\" ]*", _NOWHERE, text)
        file.write_text(text, encoding="utf-8")


def _remove(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
