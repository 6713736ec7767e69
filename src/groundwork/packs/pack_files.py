"""Which files of a folder belong to its pack, and get into its archive."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from groundwork.packs.member_names import DEEPEST, MemberNames
from groundwork.packs.model import Problem

ARCHIVE_SUFFIX = ".gwpack"
"""How the name of a pack that is one file ends."""

MOST_FILES = 20_000
"""Files that a pack may have when it is handed out."""
MOST_BYTES_OF_A_FILE = 20_000_000
MOST_BYTES = 300_000_000
"""Bytes that all files of such a pack may have together."""


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file of a pack; `name` is relative with forward slashes, `size` in bytes."""

    name: str
    path: Path
    size: int


def is_left_out(name: str) -> bool:
    """Whether a file or folder of this name is no part of a pack: hidden, or made by a program."""
    return name.startswith(".") or name in {"__pycache__", "__MACOSX"} or _is_by_product(name)


def pack_files(folder: Path) -> tuple[tuple[PackFile, ...], tuple[Problem, ...]]:
    """The files of the pack in `folder` by name, and what stands against handing them out."""
    walk = _Walk(folder)
    files = tuple(sorted(walk.files(folder, ""), key=lambda file: file.name.encode("utf-8")))
    walk.check_amount(files)
    return files, tuple(walk.problems)


def _is_by_product(name: str) -> bool:
    return name.casefold().endswith((".pyc", ARCHIVE_SUFFIX, "~"))


class _Walk:
    """Goes through a folder; what cannot be handed out is told and left out."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names = MemberNames()
        self.problems: list[Problem] = []

    def files(self, folder: Path, prefix: str) -> Iterator[PackFile]:
        """The files in `folder`, whose names begin with `prefix`."""
        if prefix.count("/") > DEEPEST:
            sentence = f"This folder lies in more than {DEEPEST} others, one in the other."
            self._tell(folder, sentence, "Move it further up.")
            return
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
            for entry in entries:
                if not is_left_out(entry.name):
                    yield from self._entry(entry, prefix)
        except OSError as error:
            sentence = f"What lies here cannot be read: {error.strerror}."
            self._tell(folder, sentence, "Give yourself the right to read it.")

    def check_amount(self, files: tuple[PackFile, ...]) -> None:
        """Tell where there is too much of it."""
        if len(files) > MOST_FILES:
            sentence = f"The pack has {len(files)} files; at most {MOST_FILES} can be handed out."
            self._tell(self._folder, sentence, "Divide it into several packs.")
        size = sum(file.size for file in files)
        if size > MOST_BYTES:
            sentence = (
                f"The pack has {size / 1e6:.0f} MB; at most {MOST_BYTES / 1e6:.0f} are taken."
            )
            self._tell(self._folder, sentence, "Make its pictures smaller, or divide it.")

    def _entry(self, entry: os.DirEntry[str], prefix: str) -> Iterator[PackFile]:
        import unicodedata  # noqa: PLC0415 - a megabyte of tables, and packs are rarely handed out

        path = Path(entry.path)
        name = prefix + unicodedata.normalize("NFC", entry.name)
        if entry.is_symlink():
            self._tell(
                path, "This is a link to another place.", "Put the file itself in its place."
            )
        elif entry.is_dir():
            yield from self.files(path, f"{name}/")
        elif not entry.is_file():
            self._tell(path, "This is neither a file nor a folder.", "Take it out of the pack.")
        elif self._is_usable(name, path, entry.stat().st_size):
            yield PackFile(name, path, entry.stat().st_size)

    def _is_usable(self, name: str, path: Path, size: int) -> bool:
        objection = self._names.objection(name)
        if objection:
            self._tell(path, objection, "Give it another name.")
        elif size > MOST_BYTES_OF_A_FILE:
            most = f"at most {MOST_BYTES_OF_A_FILE / 1e6:.0f} MB are taken"
            sentence = f"This file is too large: {size / 1e6:.1f} MB, {most}."
            self._tell(path, sentence, "Make it smaller, or take it out of the pack.")
        else:
            return True
        return False

    def _tell(self, path: Path, sentence: str, remedy: str) -> None:
        self.problems.append(Problem(path, 0, sentence, remedy))
