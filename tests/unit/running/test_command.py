import os
from pathlib import Path

import pytest

from groundwork import paths
from groundwork.running.command import (
    RUN_VARIABLE,
    RuntimeMissingError,
    child_command,
    child_environment,
    program_folders,
    runtime_python,
)


def executable(file: Path) -> Path:
    file.parent.mkdir(parents=True)
    file.touch()
    return file


def test_the_interpreter_of_a_virtual_environment_or_a_whole_python(tmp_path: Path) -> None:
    python = executable(tmp_path / "bin" / "python3")
    assert runtime_python(tmp_path) == python


def test_the_interpreter_is_not_resolved_for_then_it_would_lose_its_libraries(
    tmp_path: Path,
) -> None:
    target = executable(tmp_path / "elsewhere" / "python3.11")
    link = tmp_path / "runtime" / "bin" / "python"
    link.parent.mkdir(parents=True)
    link.symlink_to(target)
    assert runtime_python(tmp_path / "runtime") == link


def test_a_missing_runtime_is_told_with_its_place_and_remedy(tmp_path: Path) -> None:
    with pytest.raises(RuntimeMissingError) as told:
        runtime_python(tmp_path / "none")
    assert str(tmp_path / "none") in str(told.value)
    assert "make run" in str(told.value)


def test_a_bundle_without_runtime_is_to_be_installed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    with pytest.raises(RuntimeMissingError, match=r"Install Groundwork again\."):
        runtime_python(tmp_path)


def test_the_command_starts_the_launcher_with_the_runtime() -> None:
    command = child_command("7", "argument")
    launcher, argument = command.arguments
    assert Path(command.program).is_relative_to(paths.runtime_folder())
    assert Path(launcher).is_file()
    assert argument == "argument"
    assert command.environment[RUN_VARIABLE] == "7"


@pytest.mark.parametrize(
    "name",
    [
        "PYTHONHOME",
        "PYTHONPATH",
        "PYTHONSTARTUP",
        "PYTHONWARNINGS",
        "PYTHONINSPECT",
        "VIRTUAL_ENV",
        "CONDA_PREFIX",
        "LD_LIBRARY_PATH",
        "_PYI_ARCHIVE_FILE",
        "_MEIPASS2",
        "__PYVENV_LAUNCHER__",
    ],
)
def test_what_bends_a_python_is_not_inherited(name: str, tmp_path: Path) -> None:
    assert name not in child_environment({name: "/somewhere"}, tmp_path, "1")


def test_what_a_bundle_saved_is_restored(tmp_path: Path) -> None:
    inherited = {"LD_LIBRARY_PATH": "/bundle", "LD_LIBRARY_PATH_ORIG": "/own"}
    environment = child_environment(inherited, tmp_path, "1")
    assert environment["LD_LIBRARY_PATH"] == "/own"
    assert "LD_LIBRARY_PATH_ORIG" not in environment


def test_everything_else_is_inherited(tmp_path: Path) -> None:
    inherited = {"HOME": "/home/é", "LANG": "de_DE.UTF-8", "DISPLAY": ":1", "ANYTHING_ORIG": "1"}
    environment = child_environment(inherited, tmp_path, "1")
    assert {name: environment[name] for name in inherited} == inherited


def test_text_is_utf_8_and_output_unbuffered_for_grandchildren_too(tmp_path: Path) -> None:
    environment = child_environment({"PYTHONUTF8": "0"}, tmp_path, "1")
    assert environment["PYTHONUTF8"] == "1"
    assert environment["PYTHONUNBUFFERED"] == "1"
    assert environment["PYTHONNOUSERSITE"] == "1"


def test_the_programs_of_the_runtime_come_first_on_the_path(tmp_path: Path) -> None:
    environment = child_environment({"PATH": "/usr/bin"}, tmp_path, "1")
    assert environment["PATH"].split(os.pathsep)[-1] == "/usr/bin"
    assert Path(environment["PATH"].split(os.pathsep)[0]).parent == tmp_path
    assert child_environment({}, tmp_path, "1")["PATH"]


def test_a_whole_python_on_windows_has_itself_in_its_own_folder(tmp_path: Path) -> None:
    assert program_folders(tmp_path, "win32") == (tmp_path, tmp_path / "Scripts")
    assert program_folders(tmp_path, "darwin") == (tmp_path / "bin",)


def test_a_whole_python_finds_its_tcl(tmp_path: Path) -> None:
    executable(tmp_path / "lib" / "tcl8.6" / "init.tcl")
    executable(tmp_path / "lib" / "tk8.6" / "tk.tcl")
    environment = child_environment({"TCL_LIBRARY": "/elsewhere"}, tmp_path, "1")
    assert environment["TCL_LIBRARY"] == str(tmp_path / "lib" / "tcl8.6")
    assert environment["TK_LIBRARY"] == str(tmp_path / "lib" / "tk8.6")
