"""Installing a pack, and what becomes of the one that was there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from groundwork.packs.archive import archived
from groundwork.packs.installing import install, remove
from groundwork.packs.library import DoubtfulReplacementError, InstallError, Library, Place

from .a_pack import MANIFEST, write, write_pack
from .zips import content_of, write_zip


def folder_of(tmp_path: Path, version: str) -> Path:
    return write_pack(tmp_path / f"v{version}", MANIFEST.replace("1.2.0", version))


def file_of(tmp_path: Path, version: str) -> Path:
    return write(tmp_path, f"{version}.gwpack", archived(folder_of(tmp_path, version)))


def versions(library: Library) -> list[str]:
    packs = (one.loaded.pack for one in library.packs() if one.is_shown)
    return [pack.version for pack in packs if pack is not None]


def refusal(library: Library, source: Path, place: Place = Place.USER) -> str:
    before = [one.folder for one in library.packs()]
    with pytest.raises(InstallError) as caught:
        install(library, source, place)
    assert [one.folder for one in library.packs()] == before
    assert not [*library.folder(place).glob(".*")]
    assert str(caught.value).isprintable()
    return str(caught.value)


def test_a_file_is_installed(library: Library, tmp_path: Path) -> None:
    installed = install(library, file_of(tmp_path, "1.0"))

    assert installed.folder == library.user / "tea-shop.1"
    assert [one.folder for one in library.packs()] == [installed.folder]
    assert content_of(installed.folder) == content_of(tmp_path / "v1.0")


def test_a_folder_is_installed_as_it_would_be_handed_out(library: Library, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "1.0")
    before = content_of(folder)
    write(folder, ".git/config", "x")

    assert content_of(install(library, folder).folder) == before


def test_it_can_be_for_all_users_of_the_machine(library: Library, tmp_path: Path) -> None:
    installed = install(library, file_of(tmp_path, "1.0"), Place.SYSTEM)

    assert (installed.place, installed.folder.parent) == (Place.SYSTEM, library.system)
    assert not library.user.exists()


def test_a_newer_version_takes_the_place_of_an_older_one(library: Library, tmp_path: Path) -> None:
    for version in ("1.0", "1.1", "1.1", "1.2"):
        install(library, file_of(tmp_path, version))

        assert versions(library) == [version]


def test_the_version_before_stays_for_windows_that_read_it(
    library: Library, tmp_path: Path
) -> None:
    for version in ("1.0", "1.1", "1.2"):
        install(library, file_of(tmp_path, version))

    assert sorted(one.name for one in library.user.iterdir()) == ["tea-shop.2", "tea-shop.3"]


def test_an_older_version_is_installed_only_when_asked_for(
    library: Library, tmp_path: Path
) -> None:
    install(library, file_of(tmp_path, "1.10"))

    with pytest.raises(DoubtfulReplacementError) as caught:
        install(library, file_of(tmp_path, "1.9"))

    expected = "“The tea shop” 1.9 is older than version 1.10, which is installed."
    assert str(caught.value) == expected
    assert versions(library) == ["1.10"]
    install(library, file_of(tmp_path, "1.9"), replaces=True)
    assert versions(library) == ["1.9"]


def by(tmp_path: Path, authors: str, version: str) -> Path:
    """A pack by these authors."""
    manifest = MANIFEST.replace("[[chapters]]", f"authors = {authors}\n\n[[chapters]]", 1)
    return write_pack(tmp_path / authors, manifest.replace("1.2.0", version))


def test_a_pack_of_other_authors_replaces_one_only_when_asked_for(
    library: Library, tmp_path: Path
) -> None:
    install(library, by(tmp_path, '["Ada", "Bo"]', "1.0"))
    foreign = by(tmp_path, '["Cy"]', "2.0")

    with pytest.raises(DoubtfulReplacementError) as caught:
        install(library, foreign)

    assert str(caught.value) == (
        "“The tea shop” 2.0 would take the place of “The tea shop” 1.0 by “Ada and Bo”, which has"
        " the same id and other authors."
    )
    assert versions(library) == ["1.0"]
    install(library, foreign, replaces=True)
    assert versions(library) == ["2.0"]


def test_one_author_in_common_is_enough(library: Library, tmp_path: Path) -> None:
    install(library, by(tmp_path, '["Ada", "Bo"]', "1.0"))
    install(library, by(tmp_path, '["Bo", "Cy"]', "1.1"))

    assert versions(library) == ["1.1"]


def test_an_older_version_than_the_machines_would_not_be_shown(
    library: Library, tmp_path: Path
) -> None:
    install(library, file_of(tmp_path, "2.0"), Place.SYSTEM)

    with pytest.raises(InstallError, match=r"version 2\.0 is this machine's, and of two the newer"):
        install(library, file_of(tmp_path, "1.0"), replaces=True)


def test_the_machine_does_not_care_for_one_users_version(library: Library, tmp_path: Path) -> None:
    install(library, file_of(tmp_path, "2.0"))
    install(library, file_of(tmp_path, "1.0"), Place.SYSTEM)

    assert versions(library) == ["2.0"]


def test_what_is_no_pack_is_refused(library: Library, tmp_path: Path) -> None:
    assert "no lesson pack" in refusal(library, write(tmp_path, "a.gwpack", b"hello"))
    assert "There is no file “none.gwpack”." in refusal(library, tmp_path / "none.gwpack")
    (tmp_path / "empty").mkdir()
    assert "it has no pack.toml" in refusal(library, tmp_path / "empty")


@pytest.mark.parametrize(
    ("manifest", "reason"),
    [
        ("format = 99\n", "made for a newer Groundwork"),
        ("", "does not give it an id"),
        (MANIFEST.replace('id = "tea-shop"', ""), "does not give it an id"),
        (MANIFEST.replace('"tea-shop"', '"../tea"'), "does not give it an id"),
        (MANIFEST.replace('"tea-shop"', '"Tea Shop"'), "does not give it an id"),
    ],
)
def test_a_manifest_that_says_too_little(
    library: Library, tmp_path: Path, manifest: str, reason: str
) -> None:
    pack = write_pack(tmp_path / "pack", manifest)

    assert reason in refusal(library, pack)
    entries = [(name, content) for name, content in content_of(pack).items()]
    assert reason in refusal(library, write_zip(tmp_path / "a.gwpack", entries))


def test_a_pack_with_problems_in_its_lessons_is_installed(library: Library, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "1.0")
    (folder / "second" / "loops.md").unlink()

    assert install(library, folder).loaded.problems


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_folder_that_cannot_be_handed_out(library: Library, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "1.0")
    (folder / "first" / "etc").symlink_to("/etc")

    assert refusal(library, folder) == (
        "etc: This is a link to another place. Put the file itself in its place."
    )


@pytest.mark.parametrize("place", [Place.USER, Place.SYSTEM])
def test_a_folder_that_cannot_be_written(library: Library, tmp_path: Path, place: Place) -> None:
    library.folder(place).write_text("in the way")

    assert str(library.folder(place)) in refusal(library, file_of(tmp_path, "1.0"), place)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="nothing is forbidden to root"
)
def test_the_machines_packs_are_an_administrators(library: Library, tmp_path: Path) -> None:
    library.system.mkdir()
    library.system.chmod(0o555)

    assert "An administrator may." in refusal(library, file_of(tmp_path, "1.0"), Place.SYSTEM)


def test_what_a_killed_installation_left_is_removed_a_day_later(
    library: Library, tmp_path: Path
) -> None:
    left, young = library.user / ".new-1-ab", library.user / ".old-2-cd"
    for folder in (left, young):
        write(folder, "pack.toml", "")
    os.utime(left, (0, 0))
    install(library, file_of(tmp_path, "1.0"))

    assert (left.exists(), young.exists()) == (False, True)


class TestRemoving:
    def test_every_version_goes(self, library: Library, tmp_path: Path) -> None:
        for version in ("1.0", "1.1"):
            install(library, file_of(tmp_path, version))
        remove(library, "tea-shop")

        assert [*library.user.iterdir()] == []

    def test_only_from_where_it_is_said(self, library: Library, tmp_path: Path) -> None:
        for place in (Place.USER, Place.SYSTEM):
            install(library, file_of(tmp_path, "1.0"), place)
        remove(library, "tea-shop", Place.SYSTEM)

        assert [one.place for one in library.packs()] == [Place.USER]

    def test_what_is_not_there_is_told(self, library: Library, tmp_path: Path) -> None:
        write_pack(library.built_in / "tea-shop")
        install(
            library, write_pack(tmp_path / "p", MANIFEST.replace("tea-shop", "sql")), Place.SYSTEM
        )

        with pytest.raises(InstallError, match="comes with Groundwork and stays"):
            remove(library, "tea-shop")
        with pytest.raises(InstallError, match="for all users of this machine, not for you"):
            remove(library, "sql")
        with pytest.raises(InstallError, match="There is no pack “tee” installed"):
            remove(library, "tee")
