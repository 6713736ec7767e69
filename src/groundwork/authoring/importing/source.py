"""What is imported: one text in Markdown, wherever it came from, and the pictures it may name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

LARGEST_SOURCE = 50_000_000
"""Bytes that a document or notebook may have."""


class ImportRefusedError(Exception):
    """The source cannot be imported; the message says why and what to do, for the person."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document to import.

    `name` is a title where the text has none. `folder` is where relative pictures lie, and
    `pictures` holds those that the source brings along itself, by the name that the text uses.
    """

    name: str
    text: str
    folder: Path
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def read_markdown(file: Path) -> Source:
    """The Markdown document in `file`.

    Raises:
        ImportRefusedError: it cannot be read, or is no text.
    """
    return Source(name_of(file), source_text(file), file.parent)


def source_text(file: Path) -> str:
    """The text in `file`, each line with a line feed alone behind it.

    Raises:
        ImportRefusedError: it cannot be read, is too large, or is no text in UTF-8.
    """
    try:
        if file.stat().st_size > LARGEST_SOURCE:
            most = LARGEST_SOURCE // 1_000_000
            raise ImportRefusedError(f"{file} has more than {most} MB. Divide it, then import.")
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ImportRefusedError(f"{file} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ImportRefusedError(
            f"{file} is no text in UTF-8: byte {error.start} is not part of it. Save it as UTF-8."
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def name_of(file: Path) -> str:
    """A title made of the file's name: `my_first-steps.md` becomes `My first steps`."""
    words = file.stem.replace("_", " ").replace("-", " ").split()
    name = " ".join(words)
    return name[:1].upper() + name[1:] if name else "Imported"
