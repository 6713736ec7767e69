"""Installing packs into the library, and taking them out of it again.

Nobody's work is touched: drafts and progress lie elsewhere, and hang on the ids of a pack.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
import time
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from groundwork.files import make_folder, move, reachable, sync_folder
from groundwork.packs.archive import ArchiveError, UnfitForArchiveError, copy_pack, unpack
from groundwork.packs.library import (
    DoubtfulReplacementError,
    InstalledPack,
    InstallError,
    Library,
    NumberedFolder,
    Place,
    numbered_folders,
)
from groundwork.packs.load import load_pack
from groundwork.packs.manifest import MANIFEST_NAME, MANIFEST_SIZE_LIMIT
from groundwork.packs.model import Pack, Problem
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.text_file import read_text
from groundwork.packs.versions import version_key
from groundwork.packs.wording import one_line, quoted

_STALE = 24 * 60 * 60
"""Seconds after which a folder that is still being filled is nobody's any more."""

_KEPT_VERSIONS = 2


@dataclass(frozen=True, slots=True)
class _Present:
    """The newest of the installed packs with a certain id."""

    pack: Pack
    place: Place


def install(
    library: Library, source: Path, place: Place = Place.USER, *, replaces: bool = False
) -> InstalledPack:
    """Install the pack `source`, a `.gwpack` file or a folder; nothing of it is run.

    One of the same id is replaced; by an older one, or one of other authors, only where `replaces`
    says so. The pack is whole on return and on the disk; when something goes wrong, everything is
    as it was.

    Raises:
        DoubtfulReplacementError: it is older than what is installed, or of other authors.
        InstallError: it cannot be installed.
    """
    root = library.folder(place)
    fresh = root / f".new-{os.getpid()}-{os.urandom(4).hex()}"
    try:
        _check_writable(root)
        _remove_stale(root)
        _fill(fresh, source)
        pack = _usable_pack(fresh)
        _check_present(library, pack, place, replaces=replaces)
        return _published(fresh, pack, place)
    except OSError as error:
        raise InstallError(_reason(root, place, error)) from error
    finally:
        shutil.rmtree(reachable(fresh), ignore_errors=True)


def remove(library: Library, pack_id: str, place: Place = Place.USER) -> None:
    """Take every version of a pack out of the library; what the learner has done with it stays.

    Raises:
        InstallError: there is none, or it cannot be removed.
    """
    root = library.folder(place)
    found = _of(root, pack_id)
    if not found:
        raise InstallError(_nothing_to_remove(library, pack_id))
    try:
        for folder in found:
            _delete(folder.path)
    except OSError as error:
        raise InstallError(_reason(root, place, error)) from error


def _fill(fresh: Path, source: Path) -> None:
    try:
        if source.is_dir():
            _usable_pack(source)
            copy_pack(source, fresh)
        else:
            unpack(source, fresh)
    except ArchiveError as error:
        raise InstallError(f"{one_line(source.name)}: {error}") from error
    except UnfitForArchiveError as error:
        raise InstallError(_with_others(error.problems)) from error


def _usable_pack(folder: Path) -> Pack:
    """The pack in `folder`, if there is anything to learn from it and it has an id of its own."""
    loaded = load_pack(folder)
    pack = loaded.pack
    if pack is None or not pack.lessons:
        raise InstallError(f"This pack has no lesson. {_with_others(loaded.problems)}".strip())
    if _own_id(folder) != pack.id:
        raise InstallError(f"The pack's {MANIFEST_NAME} does not give it an id.")
    return pack


def _own_id(folder: Path) -> object:
    """What the manifest says is the id; `load_pack` makes one up where it says nothing of use."""
    unheard = ProblemCollector(folder / MANIFEST_NAME)
    text = read_text(unheard.file, MANIFEST_SIZE_LIMIT, unheard)
    try:
        return tomllib.loads(text or "").get("id")
    except (ValueError, RecursionError):
        return None


def _with_others(problems: tuple[Problem, ...]) -> str:
    if not problems:
        return ""
    more = f" And {len(problems) - 1} more." if len(problems) > 1 else ""
    return f"{problems[0].file.name}: {problems[0].sentence} {problems[0].remedy}{more}"


def _check_present(library: Library, pack: Pack, place: Place, *, replaces: bool) -> None:
    """Refuse to replace what nobody asked to replace, and a pack that would not be shown anyway."""
    present = _newest(library, pack.id, place)
    if present is None:
        return
    is_older = version_key(pack.version) < version_key(present.pack.version)
    is_foreign = bool(present.pack.authors) and not {*present.pack.authors} & {*pack.authors}
    if not replaces and (is_older or is_foreign):
        raise DoubtfulReplacementError(pack, present.pack, is_older=is_older)
    if is_older and present.place is not place:
        whose = "is this machine's" if present.place is Place.SYSTEM else "comes with Groundwork"
        raise InstallError(
            f"{quoted(pack.title)} {pack.version} would not be shown: version"
            f" {present.pack.version} {whose}, and of two the newer one is shown."
        )


def _newest(library: Library, pack_id: str, place: Place) -> _Present | None:
    """The newest pack of that id, among those that everybody has who has what is in `place`."""
    order = [*Place]
    found = [
        _Present(one.loaded.pack, one.place)
        for one in library.packs()
        if one.loaded.pack is not None and one.loaded.pack.id == pack_id
        if order.index(one.place) <= order.index(place)
    ]
    return max(found, key=lambda one: version_key(one.pack.version), default=None)


def _published(fresh: Path, pack: Pack, place: Place) -> InstalledPack:
    """Give the folder the next free number; who comes second at the same time takes the one after.

    The version before stays for windows that have it open.
    """
    root = fresh.parent
    number = max((one.number for one in _of(root, pack.id)), default=0) + 1
    folder = root / f"{pack.id}.{number}"
    while not _is_taken_by(fresh, folder):
        number += 1
        folder = root / f"{pack.id}.{number}"
    sync_folder(root)
    for former in _of(root, pack.id):
        if former.number <= number - _KEPT_VERSIONS:
            with suppress(OSError):  # open in another window; the next installation tries again
                _delete(former.path)
    return InstalledPack(place, folder, load_pack(folder), is_shown=True)


def _is_taken_by(fresh: Path, folder: Path) -> bool:
    """Whether `fresh` got the name `folder`, which another process may have taken."""
    try:
        if not os.path.lexists(folder):
            move(fresh, folder)
            return True
    except OSError:
        if not os.path.lexists(folder):
            raise
    return False


def _of(root: Path, pack_id: str) -> list[NumberedFolder]:
    return [folder for folder in numbered_folders(root) if folder.pack_id == pack_id]


def _delete(folder: Path) -> None:
    """Let a pack go in one step, and then its files."""
    doomed = folder.with_name(f".old-{os.getpid()}-{os.urandom(4).hex()}")
    move(folder, doomed)
    shutil.rmtree(reachable(doomed), ignore_errors=True)


def _remove_stale(root: Path) -> None:
    """Delete what processes that were killed have left half done."""
    for folder in (*root.glob(".new-*"), *root.glob(".old-*")):
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > _STALE:
                shutil.rmtree(reachable(folder), ignore_errors=True)


def _check_writable(root: Path) -> None:
    """Find out by writing, because rights do not tell everything.

    Raises:
        OSError: nothing can be written there.
    """
    make_folder(root)
    with tempfile.TemporaryFile(dir=root) as probe:
        probe.write(b"probe")


def _nothing_to_remove(library: Library, pack_id: str) -> str:
    loaded = ((one.place, one.loaded.pack) for one in library.packs())
    elsewhere = {place for place, pack in loaded if pack is not None and pack.id == pack_id}
    shown = quoted(pack_id)
    if {Place.BUILT_IN, Place.BESIDE} & elsewhere:
        return f"The pack {shown} comes with Groundwork and stays."
    if Place.SYSTEM in elsewhere:
        return f"The pack {shown} is installed for all users of this machine, not for you."
    if Place.USER in elsewhere:
        return f"The pack {shown} is installed for you, not for all users of this machine."
    return f"There is no pack {shown} installed."


def _reason(root: Path, place: Place, error: OSError) -> str:
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS} and place is Place.SYSTEM:
        return f"You may not change this machine's packs in {root}. An administrator may."
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"There is no room on the disk of {root}."
    return f"The packs in {root} cannot be changed: {error.strerror or type(error).__name__}."
