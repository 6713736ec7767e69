"""Reading the text files of a pack: they may be huge, unreadable, or in another encoding."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

from groundwork.packs.problems import ProblemCollector

_SAVE_AS_UTF_8 = "Save the file with the encoding UTF-8."
_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(file: Path, limit: int, problems: ProblemCollector) -> str | None:
    r"""The text of `file` with `\n` line ends; what cannot be decoded is replaced, and told.

    Returns None, having told why, where the file cannot be read or has more than `limit` bytes.
    """
    raw = read_start(file, limit, limit, problems)
    return None if raw is None else decoded(raw, problems)


def read_start(file: Path, most: int, limit: int, problems: ProblemCollector) -> bytes | None:
    """The first `most` bytes of `file`; None, having told why, where it cannot be used."""
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            problems.tell(0, "This is not an ordinary file.", "Put a text file in its place.")
            return None
        if status.st_size > limit:
            _tell_size(status.st_size, limit, problems)
            return None
        with file.open("rb") as opened:
            return opened.read(most)
    except OSError as error:
        _tell_unreadable(error, problems)
        return None


def decoded(raw: bytes, problems: ProblemCollector, *, is_whole: bool = True) -> str:
    r"""The text of `raw` with `\n` line ends; what cannot be decoded is replaced, and told.

    Where `raw` is only the start of a file, `is_whole` is false and it may end inside a character.
    """
    if raw.startswith(_UTF_16_MARKS):
        problems.tell(0, "This file is saved as UTF-16, not as UTF-8.", _SAVE_AS_UTF_8)
        return _plain(raw.decode("utf-16", "replace"), problems)
    decoder = codecs.getincrementaldecoder("utf-8-sig")
    try:
        text = decoder().decode(raw, is_whole)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problems.tell(line, "A character here is not valid UTF-8.", _SAVE_AS_UTF_8)
        text = decoder("replace").decode(raw, is_whole)
    return _plain(text, problems)


def _plain(text: str, problems: ProblemCollector) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        problems.tell(line, "A NUL character stands here; text has none.", "Delete it.")
        text = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    return text


def _tell_size(size: int, limit: int, problems: ProblemCollector) -> None:
    problems.tell(
        0,
        f"This file is too large: {size / 1e6:.1f} MB, at most {limit / 1e6:.0f} MB are read.",
        "Make it smaller, or divide it into several.",
    )


def _tell_unreadable(error: OSError, problems: ProblemCollector) -> None:
    if isinstance(error, FileNotFoundError):
        problems.tell(0, "This file is not there.", "Put it back, or take its name out.")
    elif isinstance(error, PermissionError):
        problems.tell(0, "This file may not be read.", "Give yourself the right to read it.")
    else:
        reason = error.strerror or type(error).__name__
        problems.tell(0, f"This file cannot be read: {reason}.", "Copy it here once more.")
