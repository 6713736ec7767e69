"""The place of one draft on the disk.

    <drafts>/<pack>/<lesson>/<example>/
        work/       the learner's files, and the program's working directory
        original/   the author's files as they were when the draft began
        history/    earlier versions
        records/    what came of them when they were run
        saving/     files that are being put together; empty at rest
        changed     there while the draft differs from the author's text; holds the address
        lock        taken by whoever writes

Only `work` is for the learner's program: nothing of ours appears in it, not even for a moment.
"""

from __future__ import annotations

import errno
import json
import re
import stat
import zlib
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from groundwork.files import make_folder, reachable, sync_file, write_atomically
from groundwork.learner.history import History, remove_tree
from groundwork.learner.lock import locked
from groundwork.learner.texts import decoded
from groundwork.packs.model import ExampleAddress, SourceFile

LARGEST_TEXT = 8 * 1024 * 1024
"""A file of more bytes is not read as a text to edit."""

MARK = "changed"
"""The name of the file that is there while a draft differs from the author's text."""

_LONGEST_ID = 40
_PLAIN_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")


class OversizeError(OSError):
    """The file has more bytes than a text to edit can have."""


class ProtectedFileError(OSError):
    """The file is protected by its owner from being written; the message is its name."""


class DraftFolder:
    """Where one example's draft is kept; every method may raise OSError.

    `working_folder` is what a program is started in, in the form that every system understands.
    """

    def __init__(self, drafts: Path, address: ExampleAddress) -> None:
        ids = (address.pack_id, address.lesson_id, address.example_id)
        place = drafts.joinpath(*map(folder_name, ids))
        self.working_folder = place / "work"
        self._address = address
        self._place = reachable(place)
        self._work = self._place / "work"
        self.staging = self._place / "saving"
        self.records = self._place / "records"
        self.history = History(self._place / "history", self.staging)

    def locked(self) -> AbstractContextManager[bool]:
        """Keep other windows from writing this draft inside the `with` block."""
        with suppress(OSError):  # who then writes hears of it
            make_folder(self._place)
        return locked(self._place / "lock")

    def read(self, name: str, at_most: int = LARGEST_TEXT) -> bytes | None:
        """The learner's file; None where there is none.

        Raises:
            OversizeError: it has more than `at_most` bytes.
        """
        return _content(self._work / name, at_most)

    def read_original(self, name: str) -> bytes | None:
        """The author's file as it was when the draft began; None where there is none."""
        return _content(self._place / "original" / name)

    def originals(self) -> tuple[SourceFile, ...]:
        """All of the author's files as they were when the draft began."""
        top = self._place / "original"
        files = (file for file in sorted(top.rglob("*")) if file.is_file())
        return tuple(
            SourceFile(file.relative_to(top).as_posix(), decoded(file.read_bytes())[0])
            for file in files
        )

    def write(self, name: str, content: bytes, *, is_durable: bool = True) -> None:
        """Put `content` into the learner's file in one step."""
        target = self._work / name
        write_atomically(target, content, staging=self.staging, is_durable=is_durable)

    def write_original(self, name: str, content: bytes) -> None:
        """Note the author's file that the draft rests on."""
        write_atomically(self._place / "original" / name, content, staging=self.staging)

    def settle(self, name: str) -> None:
        """Bring a file written without `is_durable` from the system's memory to the disk."""
        sync_file(self._work / name)

    def path(self, name: str) -> Path:
        """The learner's file."""
        return self._work / name

    def mark(self, *, is_changed: bool) -> None:
        """Note for `marked_addresses` whether the draft differs from the author's text."""
        if is_changed == self.is_marked:
            return  # a disk that cannot be written is no trouble while there is nothing to write
        file = self._place / MARK
        if is_changed:
            content = json.dumps(
                [self._address.pack_id, self._address.lesson_id, self._address.example_id]
            )
            write_atomically(file, content.encode(), staging=self.staging)
        else:
            file.unlink(missing_ok=True)

    @property
    def is_marked(self) -> bool:
        """Whether the draft was last known to differ from the author's text."""
        return (self._place / MARK).is_file()

    def clean(self) -> None:
        """Remove what a save that was cut short left; to be called while holding the lock."""
        if any(self.staging.glob("*")):
            remove_tree(self.staging)


def marked_addresses(drafts: Path) -> frozenset[ExampleAddress]:
    """Every example below `drafts` that is marked as changed; what cannot be read is left out."""
    marks = reachable(drafts).glob(f"*/*/*/{MARK}")
    return frozenset(filter(None, map(_address_in, marks)))


def folder_name(identity: str) -> str:
    """A folder name for an id that is valid, short and the id's own on every system.

    An id of a pack is its own name. A device name of Windows, an overlong id, and one that no
    pack should have are told apart by an underscore, which no id has, and a checksum.
    """
    is_plain = _PLAIN_ID.fullmatch(identity) and not _DEVICE.fullmatch(identity)
    if is_plain and len(identity) <= _LONGEST_ID:
        return identity
    content = identity.encode("utf-8", "surrogatepass")
    readable = re.sub(r"[^a-z0-9]+", "-", identity.lower()).strip("-")[:20]
    return f"{readable}_{zlib.crc32(content):08x}{zlib.adler32(content):08x}"


def _content(file: Path, at_most: int = LARGEST_TEXT) -> bytes | None:
    try:
        status = file.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "not an ordinary file", str(file))
    if status.st_size > at_most:
        raise OversizeError(errno.EFBIG, "too large for a text", str(file))
    return file.read_bytes()


def _address_in(mark: Path) -> ExampleAddress | None:
    try:
        pack_id, lesson_id, example_id = json.loads(mark.read_bytes())
    except (OSError, ValueError, TypeError):
        return None
    return ExampleAddress(str(pack_id), str(lesson_id), str(example_id))
