"""Which packs are installed, and which of several with one id is shown."""

from __future__ import annotations

from pathlib import Path

from groundwork.packs.library import Library, Place

from .a_pack import MANIFEST, write_pack


def put(root: Path, name: str, version: str = "1.0", pack_id: str = "tea-shop") -> Path:
    manifest = MANIFEST.replace("1.2.0", version).replace('"tea-shop"', f'"{pack_id}"')
    return write_pack(root / name, manifest)


def told(library: Library) -> list[tuple[str, str, bool]]:
    return [(one.place.value, one.folder.name, one.is_shown) for one in library.packs()]


def test_folders_that_are_missing_hold_nothing(library: Library) -> None:
    assert library.packs() == ()


def test_packs_of_every_place_are_found(library: Library) -> None:
    put(library.built_in, "python", pack_id="python")
    put(library.system, "sql.1", pack_id="sql")
    put(library.user, "tea-shop.7")

    assert told(library) == [
        ("built-in", "python", True), ("system", "sql.1", True), ("user", "tea-shop.7", True),
    ]  # fmt: skip


def test_the_newest_of_several_is_shown_wherever_it_is(library: Library) -> None:
    put(library.built_in, "tea-shop", "1.9")
    put(library.system, "tea-shop.1", "1.10")
    put(library.user, "tea-shop.1", "1.2")

    assert [shown for _, _, shown in told(library)] == [False, True, False]


def test_of_the_same_version_the_users_is_shown(library: Library) -> None:
    put(library.built_in, "tea-shop", "1.0")
    put(library.user, "tea-shop.1", "1.0.0")

    assert [shown for _, _, shown in told(library)] == [False, True]


def test_the_highest_number_is_the_pack_whatever_its_version(library: Library) -> None:
    put(library.user, "tea-shop.9", "2.0")
    put(library.user, "tea-shop.10", "1.0")

    assert told(library) == [("user", "tea-shop.10", True)]


def test_a_pack_that_was_put_there_by_hand_is_one_too(library: Library) -> None:
    put(library.system, "Tea for two")

    assert told(library) == [("system", "Tea for two", True)]


def test_what_is_being_installed_is_not_there_yet(library: Library) -> None:
    put(library.user, ".new-12-ab")

    assert library.packs() == ()


def test_a_pack_that_cannot_be_opened_hides_none(library: Library) -> None:
    put(library.built_in, "tea-shop")
    (put(library.user, "tea-shop.1") / "pack.toml").write_text("format = 99\n")

    (sound, broken) = library.packs()

    assert (sound.is_shown, broken.is_shown) == (True, False)
    assert broken.loaded.problems


def test_the_folders_of_the_library_are_known(library: Library, tmp_path: Path) -> None:
    assert library.holds(put(library.user, "tea-shop.1"))
    assert library.holds(put(library.built_in, "tea-shop"))
    assert not library.holds(put(tmp_path, "tea-shop"))
    assert library.folder(Place.SYSTEM) == library.system


def test_packs_beside_the_program_come_with_it(library: Library) -> None:
    put(library.beside, "tea-shop")
    assert told(library) == [("beside the program", "tea-shop", True)]
