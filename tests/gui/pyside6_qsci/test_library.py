from pathlib import Path

import pytest

import pyside6_qsci
from pyside6_qsci.library import QScintillaMissingError, bridge, load_bridge

LIBRARY = next(file for folder in pyside6_qsci.__path__ for file in Path(folder).glob("_bridge.*o"))


def test_the_bridge_is_found_and_loaded_once() -> None:
    assert bridge() is bridge()


def test_without_the_bridge_a_sentence_says_so(tmp_path: Path) -> None:
    with pytest.raises(QScintillaMissingError, match="was not built"):
        load_bridge([tmp_path, tmp_path / "nowhere"])


def test_without_qscintilla_the_sentence_names_its_package(tmp_path: Path) -> None:
    needs = LIBRARY.read_bytes()
    assert b"libqscintilla2_qt6.so.15" in needs
    missing = needs.replace(b"libqscintilla2_qt6.so.15", b"libqscintilla2_qt6.so.99")
    (tmp_path / LIBRARY.name).write_bytes(missing)
    with pytest.raises(QScintillaMissingError, match="libqscintilla2-qt6-15") as caught:
        load_bridge([tmp_path])
    assert "libqscintilla2_qt6.so.99" in str(caught.value)


def test_a_broken_bridge_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / LIBRARY.name).write_bytes(b"not a library")
    with pytest.raises(QScintillaMissingError, match="cannot be loaded"):
        load_bridge([tmp_path])


def test_there_is_one_qt_in_the_process() -> None:
    bridge()
    maps = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    cores = {line.split()[-1] for line in maps if "libQt6Core.so" in line}
    assert len(cores) == 1
