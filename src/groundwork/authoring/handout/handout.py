"""Puts a course into the program and makes one file of both, to be handed out."""

from __future__ import annotations

import gzip
import lzma
import re
import shutil
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from groundwork import paths
from groundwork.authoring.handout.deb import PROGRAM_FOLDER, write_deb
from groundwork.authoring.handout.tree import Entry, entries_of, write_entries
from groundwork.packs.installing import install
from groundwork.packs.library import InstallError, Library, Place
from groundwork.policy import read_policy

DESKTOP = "desktop"
"""The folder in the program with what goes to /usr/share of a system: icons, menu entry, types."""

_ENDINGS = (".deb", ".tar.xz", ".tar.gz", ".zip")
_STATE = ("state",)
_LARGEST_POLICY = 100_000
_LONGEST_NAME = 60
_FORBIDDEN_IN_NAMES = re.compile(r"[\x00-\x1f\x7f/\\]")
_NOT_IN_VERSIONS = re.compile(r"[^a-z0-9]+")
_DOS_EPOCH = 315_532_800
_PRESET = 6


class HandoutError(Exception):
    """It cannot be made; the text is for the person."""


@dataclass(frozen=True, slots=True)
class Course:
    """What is put into the program; all of it may be missing."""

    packs: tuple[Path, ...] = ()
    policy: Path | None = None
    name: str = ""


def make_handout(target: Path, course: Course, version: str) -> None:
    """Make the file `target` of this program and the course; its ending says of which kind.

    Raises:
        HandoutError: it cannot be made.
    """
    ending = _ending(target)
    program = _program()
    part = target.with_name(f"{target.name}.part")
    try:
        with _added(course) as added:
            moment = max(_DOS_EPOCH, int(Path(sys.executable).stat().st_mtime))
            entries = [*_program_entries(program, added), *added]
            _write(part, ending, entries, _Told(course, version, moment))
            part.replace(target)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise HandoutError(f"{target} cannot be written: {reason}.") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class _Told:
    course: Course
    version: str
    moment: int


def _ending(target: Path) -> str:
    ending = next((one for one in _ENDINGS if target.name.lower().endswith(one)), "")
    if not ending:
        raise HandoutError(
            f"What kind of file {target.name} shall be is not clear: let its name end with"
            f" {', '.join(_ENDINGS[:-1])} or {_ENDINGS[-1]}."
        )
    if ending == ".deb" and not sys.platform.startswith("linux"):
        raise HandoutError("Packages for Debian are made from Groundwork for Linux.")
    if ending == ".zip" and sys.platform != "win32":
        raise HandoutError(
            f"A .zip would lose which files are programs: name it {target.stem}.tar.xz instead."
        )
    return ending


def _program() -> Path:
    """The folder of the installed program."""
    if not paths.is_bundled():
        raise HandoutError(
            "This is Groundwork's source. A handout is made from an installed program; from here,"
            " “make bundle” makes one in dist/groundwork."
        )
    folder = paths.bundle_folder()
    is_inside = paths.folder_beside_program() != folder
    return folder.parents[1] if is_inside else folder


@contextmanager
def _added(course: Course) -> Iterator[list[Entry]]:
    """What the course adds to the program, below the program's folder."""
    with tempfile.TemporaryDirectory(prefix="groundwork-handout-") as folder:
        stage = Path(folder)
        none = stage / "none"
        library = Library(none, none, none, beside=stage / "packs", unpacked=none)
        for pack in course.packs:
            try:
                install(library, pack, Place.BESIDE)
            except InstallError as error:
                raise HandoutError(str(error)) from error
        if course.policy is not None:
            shutil.copyfile(_checked_policy(course.policy), stage / paths.POLICY_NAME)
        if course.name:
            text = f"{_checked_name(course.name)}\n"
            (stage / paths.EDITION_NAME).write_text(text, encoding="utf-8")
        yield list(entries_of(stage, "."))


def _checked_policy(file: Path) -> Path:
    try:
        with file.open("rb") as stream:
            policy = read_policy(stream.read(_LARGEST_POLICY + 1), file)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise HandoutError(f"The policy {file} cannot be read: {reason}.") from error
    if policy.faults:
        raise HandoutError(f"The policy {file} has a fault: {policy.faults[0]}.")
    return file


def _checked_name(name: str) -> str:
    if _FORBIDDEN_IN_NAMES.search(name) or not 0 < len(name.strip()) <= _LONGEST_NAME:
        raise HandoutError(
            f"A name is up to {_LONGEST_NAME} characters, without slashes and line ends."
        )
    return name.strip()


def _program_entries(program: Path, added: Sequence[Entry]) -> Iterator[Entry]:
    """The program's own files, without what the course replaces and without anybody's work."""
    replaced = {entry.name for entry in added}
    new_packs = {_pack_id(name) for name in replaced} - {""}
    for entry in _entries_now(program):
        if entry.name not in replaced and _pack_id(entry.name) not in new_packs:
            yield entry


def _entries_now(program: Path) -> Iterator[Entry]:
    """The program with the packs beside it; those of macOS are not inside, its seal would break."""
    if paths.bundle_folder() == program:
        yield from entries_of(program, ".", _STATE)
        return
    yield from entries_of(program, f"./{program.name}")
    packs = program.parent / "packs"
    if packs.is_dir():
        yield from entries_of(packs, "./packs")


def _pack_id(name: str) -> str:
    """The id of the pack beside the program that a file belongs to; empty for every other file."""
    _, folder, *rest = name.split("/")
    return rest[0].rpartition(".")[0] if folder == "packs" and rest else ""


def _write(part: Path, ending: str, entries: Sequence[Entry], told: _Told) -> None:
    if ending == ".deb":
        _write_deb(part, entries, told)
        return
    folder = "-".join(filter(None, ("groundwork", _plain(told.course.name))))
    moved = [entry._replace(name=f"{folder}/{entry.name[2:]}") for entry in entries]
    if not any(entry.name == f"./{paths.PORTABLE_MARKER}" for entry in entries):
        note = "Groundwork keeps everything of its user in the folder “state” beside this file.\n"
        moved.append(Entry(f"{folder}/{paths.PORTABLE_MARKER}", note.encode()))
    if ending == ".zip":
        _write_zip(part, moved)
    else:
        with _archive(part, ending) as archive:
            write_entries(archive, moved, told.moment)


@contextmanager
def _archive(part: Path, ending: str) -> Iterator[tarfile.TarFile]:
    with ExitStack() as stack:
        packed: lzma.LZMAFile | gzip.GzipFile
        if ending == ".tar.xz":
            packed = stack.enter_context(lzma.open(part, "wb", preset=_PRESET))
        else:
            file = stack.enter_context(part.open("wb"))
            packed = stack.enter_context(gzip.GzipFile("", "wb", fileobj=file, mtime=0))
        yield stack.enter_context(
            tarfile.open(fileobj=packed, mode="w|", format=tarfile.GNU_FORMAT)
        )


def _write_deb(part: Path, entries: Sequence[Entry], told: _Told) -> None:
    marker = f"./{paths.PORTABLE_MARKER}"
    kept = [entry for entry in entries if entry.name != marker]
    suffix = _plain(told.course.name).replace("-", "")
    write_deb(
        part,
        [*deb_entries(kept)],
        version=f"{told.version}+{suffix}" if suffix else told.version,
        architecture=_architecture(),
        moment=told.moment,
        preset=_PRESET,
    )


def deb_entries(program: Sequence[Entry]) -> Iterator[Entry]:
    """What a package holds: the program in its folder, its command, and what desktops look for."""
    yield Entry("usr/bin/groundwork", link=f"/{PROGRAM_FOLDER}/groundwork")
    for entry in program:
        name = entry.name[2:]
        if name.startswith(f"{DESKTOP}/"):
            yield entry._replace(name=f"usr/share/{name.removeprefix(f'{DESKTOP}/')}")
        yield entry._replace(name=f"{PROGRAM_FOLDER}/{name}")


def _write_zip(part: Path, entries: Sequence[Entry]) -> None:
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in sorted(entries):
            if isinstance(entry.content, bytes):
                archive.writestr(entry.name, entry.content)
            else:
                archive.write(entry.content, entry.name)


def _plain(name: str) -> str:
    """The name as it may stand in versions and folders: small letters of ASCII and digits."""
    return _NOT_IN_VERSIONS.sub("-", name.lower()).strip("-")


def _architecture() -> str:
    import platform  # noqa: PLC0415 - asked for once, by this alone

    machine = platform.machine()
    return {"x86_64": "amd64", "aarch64": "arm64"}.get(machine, machine)
