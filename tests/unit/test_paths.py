from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.paths import (
    HOME_VARIABLE,
    POLICY_VARIABLE,
    SYSTEM_PACKS_VARIABLE,
    UserFolders,
    bundle_folder,
    folder_beside_program,
    packs_beside_program,
    policy_places,
    system_packs_folder,
    user_folders,
)

NOWHERE = Path("/dev/null/nowhere")


@pytest.fixture(autouse=True)
def temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_the_chosen_home_is_made_and_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "some" / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    assert user_folders() == UserFolders(home / "data", home / "cache", is_lasting=True)
    assert (home / "data").is_dir()
    assert list((home / "data").iterdir()) == []


def test_without_a_choice_the_systems_places_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folders = user_folders()
    assert folders.is_lasting
    assert folders.data.name == folders.cache.name == "groundwork"


def test_a_home_that_cannot_be_written_gives_way_to_a_temporary_one(
    temporary_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(NOWHERE))
    folders = user_folders()
    assert not folders.is_lasting
    assert folders.data.is_relative_to(temporary_folder)


def test_with_no_place_at_all_there_is_an_answer_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(NOWHERE))
    monkeypatch.setattr("tempfile.tempdir", str(NOWHERE))
    assert user_folders() == UserFolders(NOWHERE / "data", NOWHERE / "cache", is_lasting=False)


def freeze(monkeypatch: pytest.MonkeyPatch, program: Path) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(program))


def test_a_portable_program_keeps_everything_beside_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    freeze(monkeypatch, tmp_path / "stick" / "groundwork")
    state = tmp_path / "stick" / "state"
    state.parent.mkdir()
    (tmp_path / "stick" / "portable.txt").touch()
    assert user_folders() == UserFolders(state / "data", state / "cache", is_lasting=True)


def test_a_portable_program_that_cannot_be_written_to_uses_the_usual_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    freeze(monkeypatch, tmp_path / "share" / "groundwork")
    (tmp_path / "share").mkdir()
    (tmp_path / "share" / "portable.txt").touch()
    (tmp_path / "share" / "state").touch()  # a file in its place, so that nobody can write there
    assert user_folders().data == tmp_path / "data" / "groundwork"


def test_an_application_of_macos_is_portable_by_the_folder_that_it_lies_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    freeze(monkeypatch, tmp_path / "Groundwork.app" / "Contents" / "MacOS" / "groundwork")
    assert folder_beside_program() == tmp_path
    assert packs_beside_program() == tmp_path / "packs"


@pytest.mark.parametrize(
    ("system", "policy", "packs"),
    [
        ("linux", "/etc/groundwork/policy.toml", "/usr/local/share/groundwork/packs"),
        (
            "darwin",
            "/Library/Application Support/groundwork/policy.toml",
            "/Library/Application Support/groundwork/packs",
        ),
        ("win32", "/programdata/groundwork/policy.toml", "/programdata/groundwork/packs"),
    ],
)
def test_what_is_for_all_users_has_its_place_on_each_system(
    system: str, policy: str, packs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", system)
    monkeypatch.setenv("PROGRAMDATA", "/programdata")
    monkeypatch.delenv(SYSTEM_PACKS_VARIABLE, raising=False)
    monkeypatch.delenv(POLICY_VARIABLE, raising=False)

    assert policy_places() == (Path(policy), bundle_folder() / "policy.toml")
    assert system_packs_folder() == Path(packs)
