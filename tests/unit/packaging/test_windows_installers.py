"""What Windows is handed calls things as everything else does, and removes what is ours alone."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.unit.packaging.inno_setup import directives, entry, sections

from bundling import identity
from bundling.layout import CHILD_SOURCE, LIBRARIES, ROOT, RUNTIME
from bundling.licences import FOLDER as LICENCES
from bundling.version_resource import version_resource
from bundling.windows_installers import installer_command, package_command, signing_line

WINDOWS = ROOT / "packaging" / "windows"
INNO_SETUP = (WINDOWS / "groundwork.iss").read_text(encoding="utf-8")
SECTIONS = sections(INNO_SETUP)
SETUP = directives(SECTIONS["Setup"])
PROGRAM = f"{identity.PROGRAM}.exe"
OPEN = f'"{{app}}\\{PROGRAM}" "%1"'

WIX = "{http://wixtoolset.org/schemas/v4/wxs}"
PACKAGE = ET.parse(WINDOWS / "groundwork.wxs").getroot()  # noqa: S314 - our own file

PLACES = (Path("dist/groundwork"), Path("icons/groundwork.ico"))


def named(tag: str) -> list[ET.Element]:
    return list(PACKAGE.iter(f"{WIX}{tag}"))


def registry_of_inno_setup() -> dict[tuple[str, str], str]:
    """Key and name of each value that the installer writes, and the value."""
    entries = [entry(line) for line in SECTIONS["Registry"]]
    return {(one["Subkey"], one.get("ValueName", "")): one["ValueData"] for one in entries}


def registry_of_wix() -> dict[tuple[str, str], str]:
    """The same of the package."""
    values = {}
    for key in named("RegistryKey"):
        for value in key.iter(f"{WIX}RegistryValue"):
            inner = value.get("Key")
            place = f"{key.get('Key')}\\{inner}" if inner else str(key.get("Key"))
            values[place, value.get("Name", "")] = str(value.get("Value"))
    return values


def test_the_installer_is_known_by_what_everything_else_calls_us() -> None:
    assert SETUP["AppId"] == identity.IDENTIFIER
    assert SETUP["AppName"] == identity.NAME
    assert SETUP["AppPublisher"] == identity.AUTHORS
    assert SETUP["UninstallDisplayIcon"] == f"{{app}}\\{PROGRAM}"
    assert SETUP["CloseApplicationsFilter"] == PROGRAM


def test_the_installer_is_for_one_user_and_for_all_on_request() -> None:
    assert SETUP["PrivilegesRequired"] == "lowest"
    assert "commandline" in SETUP["PrivilegesRequiredOverridesAllowed"].split()
    assert SETUP["DefaultDirName"].startswith("{autopf}")
    assert {entry(line)["Root"] for line in SECTIONS["Registry"]} == {"HKA"}


def test_every_section_has_lines_that_say_where_they_belong() -> None:
    wanted = {"Tasks": "Name", "Files": "Source", "Icons": "Filename", "Run": "Filename"}
    for section, parameter in wanted.items():
        assert SECTIONS[section]
        assert all(parameter in entry(line) for line in SECTIONS[section])


def test_an_upgrade_takes_away_everything_of_the_bundle_and_nothing_that_a_lab_put_there() -> None:
    emptied = {entry(line)["Name"] for line in SECTIONS["InstallDelete"]}
    ours = ("_internal", RUNTIME, LIBRARIES, CHILD_SOURCE, "lessons", "resources", LICENCES)
    assert emptied == {f"{{app}}\\{name}" for name in ours}


def test_removing_stays_in_the_folder_of_the_program() -> None:
    assert all(entry(line)["Name"].startswith("{app}\\") for line in SECTIONS["UninstallDelete"])


def test_both_write_the_same_into_the_registry() -> None:
    ours = {
        place: value.replace("{app}\\", "[INSTALLFOLDER]")
        for place, value in registry_of_inno_setup().items()
    }
    assert registry_of_wix() == ours


def test_packs_open_with_us_and_programs_can() -> None:
    values = registry_of_inno_setup()
    kind = identity.PACK_IDENTIFIER
    assert values[f"Software\\Classes\\.{identity.PACK_ENDING}", ""] == kind
    assert values[f"Software\\Classes\\.{identity.PACK_ENDING}", "Content Type"] == (
        identity.PACK_TYPE
    )
    assert values[f"Software\\Classes\\{kind}\\shell\\open\\command", ""] == OPEN
    assert (f"Software\\Classes\\Applications\\{PROGRAM}\\SupportedTypes", ".py") in values
    assert "Software\\Classes\\.py" not in {place for place, _ in values}


def test_the_uninstaller_looks_for_the_mark_that_a_window_makes() -> None:
    source = ROOT / "src" / "groundwork" / "running" / "windows.py"
    constants = {
        node.targets[0].id: ast.literal_eval(node.value)
        for node in ast.parse(source.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    name = constants["RUNNING_NAME"]
    assert f"CheckForMutexes('{name},Global\\{name}')" in "\n".join(SECTIONS["Code"])


def test_the_package_is_for_all_users_and_replaces_an_older_one() -> None:
    (package,) = named("Package")
    assert package.get("Name") == identity.NAME
    assert package.get("Manufacturer") == identity.AUTHORS
    assert package.get("Scope") == "perMachine"
    # It must never change: by it Windows knows the older version.
    assert package.get("UpgradeCode") == "9D3BFC8B-3A18-4C9E-9AB4-CD0ECAE9F965"
    assert named("MajorUpgrade")


def test_everything_that_the_package_refers_to_is_there() -> None:
    there = {element.get("Id") for element in PACKAGE.iter()}
    for tag in ("ComponentRef", "ComponentGroupRef"):
        assert {element.get("Id") for element in named(tag)} <= there
    for tag in ("Component", "ComponentGroup"):
        assert {element.get("Directory") for element in named(tag)} <= there
    referred = {element.get("Id") for element in named("ComponentRef")}
    assert {element.get("Id") for element in named("Component")} == referred


def test_the_package_takes_the_whole_bundle() -> None:
    assert [element.get("Include") for element in named("Files")] == ["$(Bundle)\\**"]
    targets = {element.get("Target") for element in named("Shortcut")}
    assert targets == {f"[INSTALLFOLDER]{PROGRAM}"}


@pytest.mark.parametrize("text", [INNO_SETUP, ET.tostring(PACKAGE, encoding="unicode")])
def test_whatever_is_asked_for_is_handed_in(text: str) -> None:
    icon, into = PLACES[1], Path("dist")
    given = {"Version", "Bundle", "Icon"}
    is_inno_setup = text == INNO_SETUP
    asked = set(re.findall(r"#ifndef (\w+)" if is_inno_setup else r"\$\((\w+)\)", text))
    assert asked == given
    if is_inno_setup:
        words = installer_command(PLACES[0], icon, into)
        assert {word[2:].partition("=")[0] for word in words if word.startswith("/D")} == given
    else:
        words = package_command(PLACES[0], icon, into / "a.msi")
        assert {word.partition("=")[0] for word in words if "=" in word} == given


def test_the_installer_lies_where_it_is_looked_for() -> None:
    expected = f"{identity.PROGRAM}-{{#Version}}-windows-x64-setup"
    assert SETUP["OutputBaseFilename"] == expected
    assert "/Odist" in installer_command(*PLACES, Path("dist"))


def test_without_a_command_that_signs_nothing_is_signed() -> None:
    assert not any("ign" in word for word in installer_command(*PLACES, Path("dist"))[1:-1])


def test_with_a_command_that_signs_the_uninstaller_is_signed_as_well() -> None:
    command = installer_command(*PLACES, Path("dist"), "sign /me")
    assert "/DSign" in command
    assert "/Ssign=sign /me $f" in command
    assert "SignTool=sign\nSignedUninstaller=yes" in INNO_SETUP


def test_a_file_that_is_signed_may_have_a_space_in_its_path() -> None:
    assert signing_line("sign /me", Path("a folder/b.exe")) == 'sign /me "a folder\\b.exe"'


def test_the_programs_tell_their_version_as_windows_reads_it() -> None:
    told = version_resource(identity.COMMAND)
    ast.parse(told, mode="eval")  # PyInstaller evaluates it
    assert f"filevers={identity.version_numbers()}" in told
    assert f"StringStruct('OriginalFilename', '{identity.COMMAND}.exe')" in told
    assert f"StringStruct('ProductVersion', '{identity.VERSION}')" in told
