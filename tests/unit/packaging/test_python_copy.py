"""A Python is copied whole, on each system in its own layout, without its tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundling.interpreter import Interpreter
from bundling.python_copy import copy_python, copy_tcl, library_folder
from bundling.shared_libraries import MissingLibrariesError
from bundling.system import System


def a_file(place: Path, content: str = "") -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(content, encoding="utf-8")
    return place


def installed(prefix: Path, system: System, *files: str) -> Interpreter:
    """An installed Python that consists of `files` alone."""
    for name in files:
        a_file(prefix / name)
    library = prefix / ("Lib" if system is System.WINDOWS else "lib/python3.13")
    return Interpreter(prefix / "python", prefix, library, (3, 13, 1))


def files_in(folder: Path) -> set[str]:
    return {
        place.relative_to(folder).as_posix() for place in folder.rglob("*") if not place.is_dir()
    }


WHOLE_ON_WINDOWS = {
    "python.exe", "pythonw.exe", "python3.dll", "python313.dll", "vcruntime140.dll",
    "LICENSE.txt", "Lib/os.py", "Lib/venv/scripts/nt/venvlauncher.exe", "Lib/ensurepip/__init__.py",
    "DLLs/_ssl.pyd", "DLLs/libssl-3.dll", "DLLs/tcl86t.dll", "tcl/tcl8.6/init.tcl",
    "tcl/tcl8/8.6/http-2.9.8.tm", "tcl/tk8.6/tk.tcl",
}  # fmt: skip


def test_on_windows_the_layout_of_an_installed_python_is_kept(tmp_path: Path) -> None:
    needless = {
        "Lib/test/test_os.py", "Lib/idlelib/idle.py", "Lib/site-packages/pip/__init__.py",
        "Lib/EXTERNALLY-MANAGED", "DLLs/_testcapi.pyd", "DLLs/py.ico", "tcl/tk8.6/demos/hello",
        "tcl/tcl86t.lib", "python_d.exe", "libs/python313.lib", "include/Python.h",
    }  # fmt: skip
    python = installed(tmp_path / "there", System.WINDOWS, *WHOLE_ON_WINDOWS, *needless)
    copy_python(python, tmp_path / "runtime", System.WINDOWS)
    assert files_in(tmp_path / "runtime") == WHOLE_ON_WINDOWS


@pytest.mark.parametrize("system", [System.LINUX, System.MACOS])
def test_elsewhere_program_and_library_keep_their_distance(tmp_path: Path, system: System) -> None:
    python = installed(
        tmp_path / "there",
        system,
        "bin/python3.13",
        "lib/python3.13/os.py",
        "lib/python3.13/lib-dynload/_ssl.so",
        "lib/python3.13/lib-dynload/_testcapi.so",
        "lib/python3.13/EXTERNALLY-MANAGED",
    )
    runtime = tmp_path / "runtime"
    copy_python(python, runtime, system)
    assert (runtime / "bin" / "python3").resolve() == runtime / "bin" / "python3.13"
    assert files_in(library_folder(runtime, python, system)) == {"os.py", "lib-dynload/_ssl.so"}


def test_the_scripts_of_tcl_come_from_the_first_place_that_has_them(tmp_path: Path) -> None:
    for name in ("tcl8.6/init.tcl", "tk8.6/tk.tcl", "tk8.6/demos/hello"):
        a_file(tmp_path / "own" / name, "own")
        a_file(tmp_path / "system" / name, "system")
    places = [tmp_path / "none", tmp_path / "own", tmp_path / "system"]
    copy_tcl(places, tmp_path / "lib")
    assert files_in(tmp_path / "lib") == {"tcl8.6/init.tcl", "tk8.6/tk.tcl"}
    assert (tmp_path / "lib" / "tk8.6" / "tk.tcl").read_text(encoding="utf-8") == "own"


def test_a_machine_without_tcl_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(MissingLibrariesError, match="tcl"):
        copy_tcl([tmp_path], tmp_path / "lib")
