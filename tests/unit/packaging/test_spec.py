"""The window is frozen by one recipe, which is right for each system."""

from __future__ import annotations

import plistlib
import sys
import types
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bundling import identity
from bundling.layout import ROOT
from bundling.system import System
from bundling.window_files import REQUIRED

SPEC = ROOT / "packaging" / "groundwork.spec"


@dataclass
class Frozen:
    """What the recipe asked PyInstaller for."""

    programs: list[dict[str, Any]] = field(default_factory=list)
    analysed: dict[str, Any] = field(default_factory=dict)
    collected: str = ""
    application: dict[str, Any] = field(default_factory=dict)


class Analysis:
    """What PyInstaller would gather: what a system needs, and what nothing needs."""

    def __init__(self, system: System) -> None:
        self.binaries = [
            *((name, f"/venv/PySide6/{name}", "BINARY") for name in REQUIRED[system]),
            ("PySide6/Qt/lib/libQt6Qml.so.6", "/venv/PySide6/Qt/lib/libQt6Qml.so.6", "BINARY"),
        ]
        self.datas = [("PySide6/Qt/translations/qt_de.qm", "/venv/qt_de.qm", "DATA")]
        self.scripts: list[str] = []
        self.pure: list[str] = []


def evaluated(system: System, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Frozen:
    """The recipe as it is carried out on a system, with `folder` as its workplace."""
    seen = Frozen()

    def analyse(scripts: list[str], **options: Any) -> Analysis:  # noqa: ANN401 - PyInstaller's own
        seen.analysed = {"scripts": scripts, **options}
        return Analysis(system)

    def note_program(*_parts: object, **options: Any) -> str:  # noqa: ANN401 - the same
        seen.programs.append(options)
        return str(options["name"])

    def collect(*parts: object, name: str, **_options: object) -> str:
        seen.collected = name
        assert not any("Qml" in str(part) for part in parts)
        return name

    def note_application(_collected: str, **options: Any) -> None:  # noqa: ANN401 - the same
        seen.application = options

    hooks = types.ModuleType("PyInstaller.utils.hooks")
    vars(hooks)["collect_submodules"] = lambda name: [name, f"{name}.language.service.answers"]
    monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
    monkeypatch.setattr("bundling.system.HERE", system)
    monkeypatch.setattr("pyside6_qsci.library.bridge_file", lambda: Path("pyside6_qsci/_bridge"))
    monkeypatch.syspath_prepend("")  # the recipe changes the path, and this brings it back
    names = {
        "SPECPATH": str(SPEC.parent),
        "workpath": str(folder),
        "Analysis": analyse,
        "PYZ": lambda pure: pure,
        "EXE": note_program,
        "COLLECT": collect,
        "BUNDLE": note_application,
    }
    exec(compile(SPEC.read_text(encoding="utf-8"), str(SPEC), "exec"), names)  # noqa: S102 - as PyInstaller does
    return seen


@pytest.mark.parametrize("system", System)
def test_everywhere_the_window_is_frozen_with_its_bridge_and_without_the_language_worker(
    system: System, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen = evaluated(system, tmp_path, monkeypatch)
    assert frozen.collected == "window"
    assert [Path(script).name for script in frozen.analysed["scripts"]] == ["__main__.py"]
    assert frozen.analysed["binaries"] == [(str(Path("pyside6_qsci/_bridge")), "pyside6_qsci")]
    assert "PySide6.QtPrintSupport" in frozen.analysed["hiddenimports"]
    assert not any("language.service" in name for name in frozen.analysed["hiddenimports"])
    assert {"tkinter", "pytest"} <= {*frozen.analysed["excludes"]}
    assert all(Path(program["icon"]).is_file() for program in frozen.programs)
    assert not any(program["upx"] for program in frozen.programs)
    assert all(program["disable_windowed_traceback"] for program in frozen.programs)


def test_on_linux_one_program_is_window_and_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen = evaluated(System.LINUX, tmp_path, monkeypatch)
    assert [(one["name"], one["console"]) for one in frozen.programs] == [("groundwork", True)]
    assert not frozen.application


def test_on_windows_the_window_has_no_console_and_the_command_has_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen = evaluated(System.WINDOWS, tmp_path, monkeypatch)
    assert [(one["name"], one["console"]) for one in frozen.programs] == [
        (identity.PROGRAM, False),
        (identity.COMMAND, True),
    ]
    for program in frozen.programs:
        assert program["name"] in Path(program["version"]).read_text(encoding="utf-8")
        assert program["icon"].endswith(".ico")


def test_on_macos_there_is_an_application(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frozen = evaluated(System.MACOS, tmp_path, monkeypatch)
    assert [(one["name"], one["console"]) for one in frozen.programs] == [("groundwork", False)]
    assert frozen.application["name"] == "Groundwork.app"
    assert frozen.application["bundle_identifier"] == identity.IDENTIFIER
    assert frozen.application["icon"].endswith(".icns")


def test_macos_is_told_which_files_we_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = evaluated(System.MACOS, tmp_path, monkeypatch).application["info_plist"]
    assert plistlib.loads(plistlib.dumps(told)) == told
    assert told["CFBundleIdentifier"] == identity.IDENTIFIER
    assert told["CFBundleShortVersionString"] == identity.VERSION
    assert told["NSHighResolutionCapable"] is True
    assert told["LSMinimumSystemVersion"] == identity.OLDEST_MACOS
    opened = {kind for one in told["CFBundleDocumentTypes"] for kind in one["LSItemContentTypes"]}
    assert opened == {identity.PACK_IDENTIFIER, "public.python-script"}
    (declared,) = told["UTExportedTypeDeclarations"]
    assert declared["UTTypeIdentifier"] == identity.PACK_IDENTIFIER
    assert declared["UTTypeTagSpecification"] == {
        "public.filename-extension": [identity.PACK_ENDING],
        "public.mime-type": [identity.PACK_TYPE],
    }


@pytest.mark.parametrize("system", System)
def test_a_library_that_the_system_lacks_stops_the_build(
    system: System, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bundling.window_files.REQUIRED", {system: ("libother",)})
    with pytest.raises(SystemExit, match="libother"):
        evaluated(system, tmp_path, monkeypatch)
