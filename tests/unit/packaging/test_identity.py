"""Systems are told the same names in every file, and the bundle lies where the program looks."""

from __future__ import annotations

import configparser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bundling import identity
from bundling.layout import CHILD_SOURCE, LIBRARIES, ROOT, RUNTIME, content_folder
from bundling.system import System
from groundwork import paths
from groundwork.packs.pack_files import ARCHIVE_SUFFIX

LINUX = ROOT / "packaging" / "linux"


def test_a_pack_has_the_ending_that_the_program_gives_it() -> None:
    assert f".{identity.PACK_ENDING}" == ARCHIVE_SUFFIX


def test_the_version_is_told_in_the_four_numbers_of_windows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(identity, "VERSION", "1.20.3")
    assert identity.version_numbers() == (1, 20, 3, 0)
    monkeypatch.setattr(identity, "VERSION", "2.0")
    assert identity.version_numbers() == (2, 0, 0, 0)


def test_the_desktop_of_linux_knows_program_icon_and_packs() -> None:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(LINUX / "groundwork.desktop", encoding="utf-8")
    entry = parser["Desktop Entry"]
    assert entry["Exec"].split()[0] == entry["Icon"] == identity.PROGRAM
    assert entry["Name"] == identity.NAME
    assert identity.PACK_TYPE in entry["MimeType"].split(";")


def test_the_types_of_linux_name_the_ending_of_packs() -> None:
    root = ET.parse(LINUX / "groundwork.xml").getroot()  # noqa: S314 - our own file
    kinds = {element.get("type") for element in root.iter() if element.tag.endswith("}mime-type")}
    globs = {element.get("pattern") for element in root.iter() if element.tag.endswith("}glob")}
    assert kinds == {identity.PACK_TYPE}
    assert globs == {f"*.{identity.PACK_ENDING}"}


def test_the_catalogue_of_linux_has_our_identifier() -> None:
    root = ET.parse(LINUX / "groundwork.metainfo.xml").getroot()  # noqa: S314 - our own file
    assert root.findtext("id") == identity.IDENTIFIER
    assert root.findtext("launchable") == f"{identity.PROGRAM}.desktop"


@pytest.mark.parametrize("system", System)
def test_the_program_finds_what_is_laid_beside_it(
    system: System, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = tmp_path / "a folder" / identity.bundle_name(system)
    programs = bundle / "Contents" / "MacOS" if system is System.MACOS else bundle
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(programs / identity.PROGRAM))
    content = content_folder(bundle, system)
    assert paths.bundle_folder() == content
    assert paths.runtime_folder() == content / RUNTIME
    assert paths.language_libraries_folder() == content / LIBRARIES
    assert paths.child_source_folder() == content / CHILD_SOURCE
    assert paths.runtime_requirements().parent == content
    assert paths.built_in_packs_folder() == content / "lessons"
