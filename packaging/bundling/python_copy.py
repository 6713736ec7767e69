"""Copies a CPython from where it is installed, without what programs of learners do not need."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from bundling.interpreter import Interpreter
from bundling.shared_libraries import MissingLibrariesError
from bundling.system import HERE, System

_LEFT_OUT = re.compile(
    r"(test|tests|idlelib|turtledemo|config-[^/]+|site-packages|lib2to3)"
    r"|(.*/)?__pycache__"
    r"|(ctypes|sqlite3|tkinter|unittest|distutils|asyncio)/tests?"
    r"|lib-dynload/(_test.*|_ctypes_test.*|xx.*|_xx(test|fuzz).*)"
    r"|EXTERNALLY-MANAGED"
)
"""Of the standard library: tests of Python itself, IDLE, the static library."""

_LEFT_OUT_ON_WINDOWS = ("_test*", "_ctypes_test*", "xx*", "*.pdb", "*.lib", "*.ico", "*.icns")
_LEFT_OUT_OF_TCL = ("demos", "nmake", "tix*", "*.lib", "*.sh")

_FIRST_READ = {"tcl": "init.tcl", "tk": "tk.tcl"}
"""The file by which the folder of their scripts is known."""

_WINDOWS_PROGRAMS = ("python.exe", "pythonw.exe", "*.dll", "LICENSE.txt")


def copy_python(interpreter: Interpreter, folder: Path, system: System = HERE) -> None:
    """Copy programs and standard library into `folder`, which is not there yet.

    Raises:
        OSError: something cannot be copied.
    """
    if system is System.WINDOWS:
        _copy_windows(interpreter, folder)
    else:
        _copy_posix(interpreter, folder)


def library_folder(folder: Path, interpreter: Interpreter, system: System = HERE) -> Path:
    """The folder of the standard library in a runtime."""
    if system is System.WINDOWS:
        return folder / "Lib"
    return folder / "lib" / f"python{interpreter.series}"


def copy_tcl(sources: list[Path], target: Path) -> None:
    """Copy the scripts that Tcl and Tk read, so that turtles draw, from the first place with them.

    Raises:
        MissingLibrariesError: there are none in any of `sources`.
        OSError: something cannot be copied.
    """
    for beginning, script in _FIRST_READ.items():
        pattern = f"{beginning}[89].*/{script}"
        found = [place.parent for source in sources for place in sorted(source.glob(pattern))]
        if not found:
            told = ", ".join(map(str, sources))
            raise MissingLibrariesError(f"The scripts of {beginning} are in none of {told}.")
        place = target / found[0].name
        shutil.copytree(found[0], place, ignore=shutil.ignore_patterns(*_LEFT_OUT_OF_TCL))


def _copy_posix(interpreter: Interpreter, folder: Path) -> None:
    (folder / "bin").mkdir(parents=True)
    name = f"python{interpreter.series}"
    shutil.copyfile((interpreter.prefix / "bin" / name).resolve(), folder / "bin" / name)
    (folder / "bin" / name).chmod(0o755)
    for link in ("python3", "python"):
        (folder / "bin" / link).symlink_to(name)
    shutil.copytree(
        interpreter.library,
        library_folder(folder, interpreter, System.LINUX),
        symlinks=True,
        ignore=_left_out(interpreter.library),
    )


def _copy_windows(interpreter: Interpreter, folder: Path) -> None:
    """The whole layout of an installed Python: the embeddable one cannot import its own folder."""
    folder.mkdir(parents=True)
    for pattern in _WINDOWS_PROGRAMS:
        for file in interpreter.prefix.glob(pattern):
            shutil.copy2(file, folder / file.name)
    prefix = interpreter.prefix
    modules = shutil.ignore_patterns(*_LEFT_OUT_ON_WINDOWS)
    shutil.copytree(prefix / "DLLs", folder / "DLLs", ignore=modules)
    scripts = shutil.ignore_patterns(*_LEFT_OUT_OF_TCL)
    shutil.copytree(prefix / "tcl", folder / "tcl", ignore=scripts)
    shutil.copytree(interpreter.library, folder / "Lib", ignore=_left_out(interpreter.library))


def _left_out(library: Path) -> Callable[[str, list[str]], set[str]]:
    def ignored(place: str, names: list[str]) -> set[str]:
        within = Path(place).relative_to(library)
        return {name for name in names if _LEFT_OUT.fullmatch((within / name).as_posix())}

    return ignored
