"""Of what PyInstaller gathers only what the window needs is kept, on every system."""

from __future__ import annotations

import pytest

from bundling.system import System
from bundling.window_files import is_kept, missing, strangers

PYSIDE = "/venv/lib/python3.11/site-packages/PySide6/"
FRAMEWORKS = "PySide6/Qt/lib/"


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", PYSIDE + "Qt/plugins/platforms/libqxcb.so"),
        ("PySide6/Qt/lib/libQt6Core.so.6", PYSIDE + "Qt/lib/libQt6Core.so.6"),
        ("PySide6/QtWidgets.abi3.so", PYSIDE + "QtWidgets.abi3.so"),
        ("libqscintilla2_qt6.so.15", "/usr/lib/x86_64-linux-gnu/libqscintilla2_qt6.so.15"),
        ("pyside6_qsci/_bridge.so", "/venv/pyside6_qsci/_bridge.so"),
        ("PySide6/plugins/platforms/qwindows.dll", "C:/v/PySide6/plugins/platforms/qwindows.dll"),
        ("PySide6/Qt6Gui.dll", "C:/v/PySide6/Qt6Gui.dll"),
        ("PySide6\\QtGui.pyd", "C:\\v\\PySide6\\QtGui.pyd"),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", PYSIDE + "libqcocoa.dylib"),
        (FRAMEWORKS + "QtGui.framework/Versions/A/QtGui", PYSIDE + "Qt/lib/QtGui.framework/QtGui"),
        (FRAMEWORKS + "QtGui.framework/Versions/Current", "A"),
        (FRAMEWORKS + "QtGui.framework/QtGui", "Versions/Current/QtGui"),
        ("QtGui", FRAMEWORKS + "QtGui.framework/Versions/A/QtGui"),
        ("markdown_it/__init__.py", "/venv/markdown_it/__init__.py"),
        ("groundwork-0.1.0.dist-info/METADATA", "/venv/groundwork-0.1.0.dist-info/METADATA"),
    ],
)
def test_what_the_window_needs_is_kept(name: str, source: str) -> None:
    assert is_kept(name, source)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", PYSIDE + "libqgtk3.so"),
        ("PySide6/Qt/translations/qt_de.qm", PYSIDE + "Qt/translations/qt_de.qm"),
        ("PySide6/Qt/lib/libQt6Qml.so.6", PYSIDE + "Qt/lib/libQt6Qml.so.6"),
        ("libQt6Core.so.6", "/usr/lib/x86_64-linux-gnu/libQt6Core.so.6"),
        ("libicuuc.so.72", "/usr/lib/x86_64-linux-gnu/libicuuc.so.72"),
        (FRAMEWORKS + "QtQml.framework/Versions/Current", "A"),
        (FRAMEWORKS + "QtQml.framework/Resources", "Versions/Current/Resources"),
        ("QtQml", FRAMEWORKS + "QtQml.framework/Versions/A/QtQml"),
        ("QtGui.framework/Versions/A/QtGui", "/opt/qt/lib/QtGui.framework/Versions/A/QtGui"),
        ("PySide6/opengl32sw.dll", "C:/v/PySide6/opengl32sw.dll"),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", PYSIDE + "libqsqlite.so"),
        ("groundwork-0.1.0.dist-info/direct_url.json", "/venv/groundwork-0.1.0.dist-info/x"),
        ("groundwork-0.1.0.dist-info\\RECORD", "C:\\v\\groundwork-0.1.0.dist-info\\RECORD"),
    ],
)
def test_the_rest_is_left_out(name: str, source: str) -> None:
    assert not is_kept(name, source)


@pytest.mark.parametrize(
    ("system", "there", "lacking"),
    [
        (System.LINUX, "_internal/libxkbcommon.so.0", "libxcb-cursor.so.0"),
        (System.WINDOWS, "PySide6\\plugins\\platforms\\qwindows.dll", "_bridge.dll"),
        (System.MACOS, "PySide6/Qt/plugins/platforms/libqcocoa.dylib", "_bridge.so"),
    ],
)
def test_a_library_without_which_no_window_opens_is_missed(
    system: System, there: str, lacking: str
) -> None:
    told = missing([there], system)
    assert lacking in told
    assert there.replace("\\", "/").rpartition("/")[2] not in told


def test_what_else_is_installed_beside_the_parts_of_the_window_stays_out() -> None:
    installed = {
        "PySide6": ["PySide6_Essentials"],
        "shared": ["someone-else", "PySide6_Essentials"],
        "groundwork": ["groundwork"],
        "typing_extensions": ["typing_extensions"],
        "_pytest": ["pytest"],
    }
    assert strangers(installed) == ["_pytest", "typing_extensions"]


def test_the_tools_of_this_environment_are_strangers_and_the_window_is_none() -> None:
    assert "pytest" in strangers()
    assert not {"PySide6", "markdown_it", "yaml", "groundwork", "pyside6_qsci"} & {*strangers()}
