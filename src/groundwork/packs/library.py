"""The packs that are installed: those that come with Groundwork, this machine's, this user's.

Beside the built-in ones lie those that somebody has added to the program itself.

An installed pack lies in a folder `ID.NUMBER`. Installing it again makes a folder with the next
number, and the highest one counts. So a new version is there at once or not at all, whoever else
installs at the same time, and a window that has the version before open can go on reading it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from groundwork import paths
from groundwork.packs.load import find_packs, load_pack
from groundwork.packs.model import LoadedPack, Pack
from groundwork.packs.unpacking import open_packed, packed_files
from groundwork.packs.versions import version_key
from groundwork.packs.wording import listed, quoted

_NAME = re.compile(r"([a-z0-9-]+)\.(\d{1,9})")


class InstallError(Exception):
    """A pack cannot be installed or removed; the text is for the person."""


class DoubtfulReplacementError(InstallError):
    """The pack would replace a newer one, or other people's; it does when that is asked for.

    `is_older` tells which of the two it is.
    """

    def __init__(self, pack: Pack, present: Pack, *, is_older: bool) -> None:
        name, there = quoted(pack.title), f"{quoted(present.title)} {present.version}"
        if is_older:
            said = f"{name} {pack.version} is older than version {present.version}"
            super().__init__(f"{said}, which is installed.")
        else:
            authors = quoted(listed(present.authors))
            said = f"{name} {pack.version} would take the place of {there}"
            super().__init__(f"{said} by {authors}, which has the same id and other authors.")
        self.pack = pack
        self.present = present
        self.is_older = is_older


class Place(Enum):
    """Whose packs they are; the values are the words for it in JSON documents."""

    BUILT_IN = "built-in"
    BESIDE = "beside the program"
    SYSTEM = "system"
    USER = "user"


@dataclass(frozen=True, slots=True)
class NumberedFolder:
    """A folder of the library: `pack_id` and `number` as its name tells them."""

    path: Path
    pack_id: str
    number: int


@dataclass(frozen=True, slots=True)
class InstalledPack:
    """A pack of the library.

    Of several with the same id the newest is shown, and `is_shown` is false for the others and for
    one that cannot be opened at all.
    """

    place: Place
    folder: Path
    loaded: LoadedPack
    is_shown: bool = False


@dataclass(frozen=True, slots=True)
class Library:
    """The folders whose subfolders are packs; any of them may be missing.

    `beside` is where somebody adds packs to the program: there they may be single files as well,
    which are unpacked into `unpacked` and read from there.
    """

    built_in: Path
    system: Path
    user: Path
    beside: Path
    unpacked: Path

    def folder(self, place: Place) -> Path:
        """The folder of the packs of that place."""
        folders = {
            Place.BUILT_IN: self.built_in,
            Place.BESIDE: self.beside,
            Place.SYSTEM: self.system,
            Place.USER: self.user,
        }
        return folders[place]

    def holds(self, folder: Path) -> bool:
        """Whether a pack's folder is one of the library's."""
        roots = (*(self.folder(place) for place in Place), self.unpacked)
        return folder.resolve().parent in {root.resolve() for root in roots}

    def is_part_of_program(self, folder: Path) -> bool:
        """Whether a pack's folder is one that comes with the program, or was added to it."""
        roots = (self.built_in, self.beside, self.unpacked)
        return folder.resolve().parent in {root.resolve() for root in roots}

    def packs(self) -> tuple[InstalledPack, ...]:
        """Every installed pack, in the order of the places and then by folder name."""
        found = [*self._found()]
        shown: dict[str, InstalledPack] = {}
        for one in found:
            if one.loaded.pack is not None:
                rival = shown.get(one.loaded.pack.id)
                if rival is None or _version(one) >= _version(rival):
                    shown[one.loaded.pack.id] = one
        return tuple(replace(one, is_shown=one in shown.values()) for one in found)

    def _found(self) -> Iterator[InstalledPack]:
        for place in Place:
            for folder in _newest_folders(self.folder(place)):
                yield InstalledPack(place, folder, load_pack(folder))
            if place is Place.BESIDE:
                for file in packed_files(self.beside):
                    yield InstalledPack(place, *open_packed(file, self.unpacked))


def library_of(folders: paths.UserFolders) -> Library:
    """The library of this machine, as the user sees it whose folders these are."""
    return Library(
        built_in=paths.built_in_packs_folder(),
        system=paths.system_packs_folder(),
        user=folders.data / "packs",
        beside=paths.packs_beside_program(),
        unpacked=folders.cache / "packs",
    )


def numbered_folders(root: Path) -> tuple[NumberedFolder, ...]:
    """The packs in a folder of the library, the lowest number first.

    One that was put there by hand, without a number, has the number 0.
    """
    found = []
    for path in find_packs(root):
        name = _NAME.fullmatch(path.name)
        if name is not None:
            found.append(NumberedFolder(path, name[1], int(name[2])))
        elif not path.name.startswith("."):
            found.append(NumberedFolder(path, path.name, 0))
    return tuple(sorted(found, key=lambda folder: (folder.number, folder.path)))


def _newest_folders(root: Path) -> list[Path]:
    newest = {folder.pack_id: folder.path for folder in numbered_folders(root)}
    return sorted(newest.values())


def _version(installed: InstalledPack) -> tuple[object, ...]:
    pack = installed.loaded.pack
    return version_key(pack.version if pack is not None else "")
