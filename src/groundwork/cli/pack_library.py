"""`groundwork pack install`, `list` and `remove`: the packs of this user, or of this machine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from groundwork import paths
from groundwork.cli.printing import plain, print_json, refused
from groundwork.packs.installing import install, remove
from groundwork.packs.library import (
    DoubtfulReplacementError,
    InstalledPack,
    InstallError,
    Library,
    Place,
    library_of,
)

_WORDS = {
    Place.BUILT_IN: "comes with Groundwork",
    Place.BESIDE: "lies beside the program",
    Place.SYSTEM: "for all users of this machine",
    Place.USER: "yours",
}


def install_pack(written: str, *, is_for_all: bool, replaces: bool, as_json: bool) -> int:
    """Install the pack `written`, a file or a folder; 0, or 1 where that is refused."""
    place = _place(is_for_all=is_for_all)
    try:
        with _library(place) as library:
            installed = install(library, Path(written), place, replaces=replaces)
    except InstallError as error:
        is_doubtful = isinstance(error, DoubtfulReplacementError)
        hint = " Add --replace to install it all the same." if is_doubtful else ""
        return refused(f"{error}{hint}", "is_installed", as_json=as_json)
    if as_json:
        print_json({"is_installed": True, "pack": _fields(installed)})
    else:
        print(f"{_line(installed)}\nIt is in {plain(str(installed.folder))}.")
    return 0


def list_packs(*, as_json: bool) -> int:
    """Tell every installed pack; 0."""
    with _library(Place.SYSTEM) as library:
        packs = library.packs()
    if as_json:
        print_json({"packs": [_fields(one) for one in packs]})
        return 0
    for one in packs:
        print(_line(one))
    if not packs:
        print("There are no packs.")
    return 0


def remove_pack(pack_id: str, *, is_for_all: bool, as_json: bool) -> int:
    """Take a pack out of the library; 0, or 1 where that is refused."""
    place = _place(is_for_all=is_for_all)
    try:
        with _library(place) as library:
            remove(library, pack_id, place)
    except InstallError as error:
        return refused(str(error), "is_removed", as_json=as_json)
    if as_json:
        print_json({"is_removed": True, "id": pack_id})
    else:
        print(f"{plain(pack_id)} is removed. What has been done with it is kept.")
    return 0


def _place(*, is_for_all: bool) -> Place:
    return Place.SYSTEM if is_for_all else Place.USER


@contextmanager
def _library(place: Place) -> Iterator[Library]:
    """The library as this user sees it; packs of the user need a folder that lasts.

    Raises:
        InstallError: a pack of the user's would not last.
    """
    folders = paths.user_folders()
    try:
        if place is Place.USER and not folders.is_lasting:
            name = paths.HOME_VARIABLE
            raise InstallError(
                f"No folder of yours can be written. Name one that can in the variable {name}."
            )
        yield library_of(folders)
    finally:
        if not folders.is_lasting:
            shutil.rmtree(folders.data.parent, ignore_errors=True)  # made for nobody


def _line(one: InstalledPack) -> str:
    pack = one.loaded.pack
    if pack is None:
        problem = one.loaded.problems[0] if one.loaded.problems else None
        return plain(f"{one.folder.name}: cannot be opened. {problem.sentence if problem else ''}")
    hidden = "" if one.is_shown else "; another is shown instead"
    return plain(f"{pack.id} {pack.version}: {pack.title} ({_WORDS[one.place]}{hidden})")


def _fields(one: InstalledPack) -> dict[str, object]:
    pack, problems = one.loaded.pack, one.loaded.problems
    return {
        "id": pack.id if pack is not None else "",
        "title": pack.title if pack is not None else "",
        "version": pack.version if pack is not None else "",
        "authors": list(pack.authors) if pack is not None else [],
        "place": one.place.value,
        "folder": str(one.folder),
        "is_shown": one.is_shown,
        "problem": problems[0].sentence if problems else "",
    }
