"""Making, installing, listing and removing packs on the command line, in real processes."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import Any

import pytest

from groundwork import paths
from groundwork.packs.archive import archived

from .commands import document_of, groundwork


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv(paths.HOME_VARIABLE, str(folder))
    monkeypatch.setenv(paths.SYSTEM_PACKS_VARIABLE, str(tmp_path / "machine"))
    return folder


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """The folder of a new pack."""
    folder = tmp_path / "tea"
    assert groundwork("pack", "new", folder).returncode == 0
    return folder


def packed(folder: Path, version: str) -> Path:
    manifest = folder / "pack.toml"
    text = manifest.read_text(encoding="utf-8").replace("0.1.0", version)
    manifest.write_text(text, encoding="utf-8")
    file = folder.parent / f"tea-{version}.gwpack"
    file.write_bytes(archived(folder))
    manifest.write_text(text.replace(version, "0.1.0"), encoding="utf-8")
    return file


def listed() -> dict[tuple[str, str], dict[str, Any]]:
    packs = document_of(groundwork("pack", "list", "--json"))["packs"]
    return {(one["place"], one["id"]): one for one in packs}


class TestNew:
    def test_a_new_pack_has_the_name_of_its_folder(self, tmp_path: Path) -> None:
        process = groundwork("pack", "new", tmp_path / "Tea für zwei")

        assert process.returncode == 0
        manifest = (tmp_path / "Tea für zwei" / "pack.toml").read_text(encoding="utf-8")
        assert 'id = "tea-fur-zwei"' in manifest
        assert 'title = "Tea für zwei"' in manifest

    def test_the_commands_that_it_names_can_be_typed_as_they_stand(self, tmp_path: Path) -> None:
        process = groundwork("pack", "new", tmp_path / "my pack")

        command = process.stdout.splitlines()[-1].partition(":")[2]
        assert shlex.split(command, posix=os.name != "nt")[-1].strip('"') == str(
            tmp_path / "my pack"
        )

    def test_nothing_is_overwritten(self, tea: Path) -> None:
        process = groundwork("pack", "new", tea)

        assert process.returncode == 1
        assert process.stderr.startswith(f"groundwork: {tea} is there already.")

    @pytest.mark.parametrize("name", ["茶", "file/inside"])
    def test_what_cannot_be_made_is_told(self, tmp_path: Path, name: str) -> None:
        (tmp_path / "file").write_text("x", encoding="utf-8")
        process = groundwork("pack", "new", tmp_path / name)

        assert (process.returncode, process.stdout) == (1, "")
        assert len(process.stderr.splitlines()) == 1


class TestInstall:
    @pytest.mark.parametrize("kind", ["file", "folder"])
    def test_a_pack_is_installed_and_listed(self, tea: Path, kind: str) -> None:
        process = groundwork("pack", "install", packed(tea, "0.1.0") if kind == "file" else tea)

        assert process.returncode == 0
        assert process.stdout.startswith("tea 0.1.0: Tea (yours)\n")
        assert "\ntea 0.1.0: Tea (yours)\n" in groundwork("pack", "list").stdout

    def test_as_json(self, tea: Path, home: Path) -> None:
        document = document_of(groundwork("pack", "install", tea, "--json"))

        assert document["is_installed"]
        assert document["pack"]["id"] == "tea"
        assert Path(document["pack"]["folder"]).is_relative_to(home)
        assert listed()["user", "tea"] == document["pack"]

    def test_for_all_users(self, tea: Path, tmp_path: Path) -> None:
        assert groundwork("pack", "install", "--system", tea).returncode == 0

        assert listed()["system", "tea"]["folder"] == str(tmp_path / "machine" / "tea.1")

    def test_an_older_one_has_to_be_asked_for(self, tea: Path) -> None:
        older = packed(tea, "0.9")
        groundwork("pack", "install", packed(tea, "0.10"))
        process = groundwork("pack", "install", older)

        assert process.returncode == 1
        assert process.stderr.endswith(
            "which is installed. Add --replace to install it all the same.\n"
        )
        assert listed()["user", "tea"]["version"] == "0.10"
        assert groundwork("pack", "install", "--replace", older).returncode == 0
        assert listed()["user", "tea"]["version"] == "0.9"

    def test_what_is_no_pack_is_refused(self, tmp_path: Path) -> None:
        file = tmp_path / "a.gwpack"
        file.write_bytes(b"hello")
        process = groundwork("pack", "install", file, "--json")

        assert process.returncode == 1
        assert document_of(process)["problem"].startswith("a.gwpack: This file is no lesson pack")

    def test_a_home_that_does_not_last_is_refused(
        self, tea: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "blocked").write_text("x", encoding="utf-8")
        monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "blocked"))
        process = groundwork("pack", "install", tea)

        assert process.returncode == 1
        assert "GROUNDWORK_HOME" in process.stderr

    def test_escapes_in_a_foreign_pack_do_not_reach_the_terminal(self, tea: Path) -> None:
        manifest = tea / "pack.toml"
        text = manifest.read_text(encoding="utf-8")
        manifest.write_text(text.replace('"0.1.0"', '"1\\u001B[31m"'), encoding="utf-8")
        said = groundwork("pack", "install", tea).stdout + groundwork("pack", "list").stdout

        assert "\x1b" not in said
        assert "[31m" in said


class TestRemove:
    def test_a_removed_pack_is_gone(self, tea: Path) -> None:
        groundwork("pack", "install", tea)
        process = groundwork("pack", "remove", "tea")

        assert (process.returncode, process.stderr) == (0, "")
        assert ("user", "tea") not in listed()

    def test_what_is_not_installed_is_told(self) -> None:
        process = groundwork("pack", "remove", "python-backend", "--json")

        assert process.returncode == 1
        problem = "The pack “python-backend” comes with Groundwork and stays."
        assert document_of(process) == {"is_removed": False, "problem": problem}
