"""Files written so that nobody meets half of one, and names that every system can keep."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path, PureWindowsPath

_REPLACE_WAITS = (0.01, 0.02, 0.05, 0.1, 0.2) if sys.platform == "win32" else ()
"""Seconds between attempts where another program's open file stands in the way of a replacement."""

_LONGEST_PART = 255
_LONGEST_SHOWN = 80
_FORBIDDEN = frozenset('<>:"|?*\\') | {chr(code) for code in (*range(32), 127)}
_NUMBERS = "0123456789¹²³"
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in _NUMBERS}
)


def write_atomically(
    file: Path, content: bytes, *, staging: Path | None = None, is_durable: bool = True
) -> None:
    """Put `content` into `file` in one step: a reader sees the old content or the new, never less.

    The new content is first written beside `file`, or in the folder `staging` of the same disk.
    With `is_durable` the content is on the disk, not merely in the system's memory, on return.

    Raises:
        OSError: it could not be written; `file` is as it was.
    """
    make_folder(file.parent)
    if staging is not None:
        make_folder(staging)
    fresh = (staging or file.parent) / f".{os.getpid()}-{os.urandom(4).hex()}.new"
    try:
        with fresh.open("xb") as stream:
            stream.write(content)
            stream.flush()
            if is_durable:
                os.fsync(stream.fileno())
        _keep_mode(file, fresh)
        move(fresh, file)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        raise
    if is_durable:
        sync_folder(file.parent)


def move(old: Path, new: Path) -> None:
    """Give a file or folder another name, once those who look at it for a moment let go of it.

    A file that has the name `new` is replaced, a folder with something in it is not.

    Raises:
        OSError: it could not be moved.
    """
    for seconds in _REPLACE_WAITS:
        try:
            old.replace(new)
        except PermissionError:
            time.sleep(seconds)
        else:
            return
    old.replace(new)


def make_folder(folder: Path) -> None:
    """Make `folder` and whatever is missing above it, so that a power cut does not undo it.

    Raises:
        OSError: it could not be made.
    """
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_file(file: Path) -> None:
    """Bring the content of `file`, and its place in its folder, from the system's memory to disk.

    Raises:
        OSError: the disk did not take it, or the file is not there.
    """
    with file.open("rb+" if sys.platform == "win32" else "rb") as stream:
        os.fsync(stream.fileno())
    sync_folder(file.parent)


def sync_folder(folder: Path) -> None:
    """Bring the names in `folder` to disk where the system lets one; elsewhere nothing happens."""
    if sys.platform == "win32":
        return  # NTFS keeps its directories in order itself
    with suppress(OSError):  # some network file systems refuse; the files themselves are written
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def reachable(path: Path) -> Path:
    """The same path in the form that reaches files whose whole path is over 260 characters."""
    if sys.platform == "win32":
        return Path(extended_windows_path(str(path.absolute())))
    return path


def extended_windows_path(absolute: str) -> str:
    r"""`absolute` with the `\\?\` in front that lifts Windows' limit of 260 characters."""
    text = str(PureWindowsPath(absolute))
    if text.startswith("\\\\?\\"):
        return text
    if text.startswith("\\\\"):
        return "\\\\?\\UNC\\" + text[2:]
    return "\\\\?\\" + text


def name_objection(name: str) -> str:
    """Why a file of this relative name cannot be kept on every system, as a sentence, or empty.

    `name` has forward slashes between its parts. The answer is the same on all systems, so that a
    pack that works for its author works for everybody.
    """
    if not name:
        return "A file has no name."
    if name.startswith("/") or any(part in {"", ".", ".."} for part in name.split("/")):
        return f"The file name “{_shown(name)}” leads out of its folder."
    return next(filter(None, (_part_objection(name, part) for part in name.split("/"))), "")


def clash_key(name: str) -> str:
    """What two names share when some system takes them for the same file."""
    import unicodedata  # noqa: PLC0415 - a megabyte of tables, needed once an example is opened

    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _part_objection(name: str, part: str) -> str:
    shown = _shown(name)
    forbidden = sorted(_FORBIDDEN & set(part))
    if forbidden:
        return f"The file name “{shown}” has the character {forbidden[0]!r}, which Windows forbids."
    if part.endswith((".", " ")):
        return f"The file name “{shown}” has a part that ends in a full stop or a space."
    if part.split(".", maxsplit=1)[0].rstrip().casefold() in _DEVICES:
        return f"The file name “{shown}” is the name of a device on Windows."
    if len(part.encode("utf-8", "surrogatepass")) > _LONGEST_PART:
        return f"The file name “{shown}” is too long."
    if any("\ud800" <= character <= "\udfff" for character in part):
        return f"The file name “{shown}” has half a character in it."
    return ""


def _shown(name: str) -> str:
    """The name as it can be shown on a terminal: short, and nothing in it that steers one."""
    short = name if len(name) <= _LONGEST_SHOWN else f"{name[:_LONGEST_SHOWN]}…"
    return "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in short)


def _keep_mode(file: Path, fresh: Path) -> None:
    """Give `fresh` the permissions of the file it replaces: whoever could read it still can."""
    with suppress(OSError):
        mode = file.stat().st_mode & 0o777
        if mode != fresh.stat().st_mode & 0o777:
            fresh.chmod(mode)
