"""Jupyter notebooks as Markdown: their cells one after the other, and their pictures.

The format is nbformat 4, a JSON document: https://nbformat.readthedocs.io/en/latest/
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from groundwork.authoring.importing.programs import parsed_python
from groundwork.authoring.importing.source import (
    ImportRefusedError,
    Source,
    name_of,
    source_text,
)

_FORMAT = 4
_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/svg+xml": "svg"}
_ATTACHMENT = "attachment:"

_COMMAND = re.compile(r"^([ \t]*)([%!].*)$", re.MULTILINE)
"""A command of the notebook on a line of its own, such as `%matplotlib inline`."""

_FOREIGN_CELL = re.compile(r"\s*%%(?!(?:time|timeit|capture|prun)\b)(\w+)")
"""The first line of a cell that is not Python, such as `%%bash`."""


def read_notebook(file: Path) -> Source:
    """The notebook in `file` as a document.

    Code cells become fenced blocks, pictures among attachments and outputs come along. Other
    outputs are left out: running the cells makes them anew.

    Raises:
        ImportRefusedError: it cannot be read, or is no notebook of the current format.
    """
    notebook = _parsed(file)
    reading = _Reading(_language(notebook))
    parts = [part for cell in notebook["cells"] for part in reading.parts(cell)]
    return Source(name_of(file), "\n\n".join(parts) + "\n", file.parent, reading.pictures)


def _parsed(file: Path) -> dict[str, Any]:
    try:
        notebook = json.loads(source_text(file))
    except (ValueError, RecursionError) as error:
        raise ImportRefusedError(f"{file} is no notebook: it is not valid JSON.") from error
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        is_old = isinstance(notebook, dict) and "worksheets" in notebook
        reason = "it is of an old format" if is_old else "it has no cells"
        raise ImportRefusedError(
            f"{file} cannot be imported: {reason}. Open it in Jupyter and save it again."
        )
    if notebook.get("nbformat") != _FORMAT:
        raise ImportRefusedError(
            f"{file} is a notebook of format {notebook.get('nbformat')}, and this reads format"
            f" {_FORMAT}. Open it in Jupyter and save it again."
        )
    return notebook


def _language(notebook: dict[str, Any]) -> str:
    match notebook.get("metadata"):
        case {"language_info": {"name": str(name)}}:
            return name
        case {"kernelspec": {"language": str(name)}}:
            return name
    return "python"


class _Reading:
    """Takes cells one by one; `pictures` fills with what they bring along."""

    def __init__(self, language: str) -> None:
        self._language = language
        self.pictures: dict[str, bytes] = {}

    def parts(self, cell: Any) -> Iterator[str]:  # noqa: ANN401 - foreign JSON can be anything
        """The Markdown of one cell; none where it is empty or no cell."""
        match cell:
            case {"cell_type": "markdown", "source": source}:
                yield from _some(self._with_attachments(_joined(source), cell.get("attachments")))
            case {"cell_type": "code", "source": source}:
                yield from (self._fenced(code) for code in _some(_joined(source)))
                yield from self._output_pictures(cell.get("outputs"))
            case {"cell_type": "raw", "source": source}:
                yield from (fenced(text, "text") for text in _some(_joined(source)))

    def _fenced(self, code: str) -> str:
        """A cell of code as a block; what only a notebook understands is no program."""
        foreign = _FOREIGN_CELL.match(code)
        if foreign:
            return fenced(code, foreign[1] if foreign[1].isalpha() else "text")
        if parsed_python(code) is None:  # where it is, such a line goes on with the one above
            code = _COMMAND.sub(r"\1# \2", code)
        return fenced(code, self._language)

    def _with_attachments(self, text: str, attachments: object) -> str:
        """The text with attached pictures as files beside it."""
        if not isinstance(attachments, dict):
            return text
        for written, contents in attachments.items():
            name = self._kept(contents)
            if name:
                text = text.replace(f"{_ATTACHMENT}{written}", name)
        return text

    def _output_pictures(self, outputs: object) -> Iterator[str]:
        for output in outputs if isinstance(outputs, list) else ():
            if isinstance(output, dict):
                name = self._kept(output.get("data"))
                if name:
                    yield f"![A picture that the program above made.]({name})"

    def _kept(self, contents: object) -> str:
        """The name under which a picture of a MIME bundle is kept; empty where it holds none."""
        for kind, suffix in _SUFFIXES.items():
            if isinstance(contents, dict) and kind in contents:
                content = _decoded(_joined(contents[kind]), is_text=suffix == "svg")
                if content:
                    name = f"picture-{len(self.pictures) + 1}.{suffix}"
                    self.pictures[name] = content
                    return name
        return ""


def fenced(text: str, first_line: str) -> str:
    """`text` as a fenced block whose fence is longer than any in it."""
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{first_line}\n{text.rstrip()}\n{fence}"


def _some(text: str) -> Iterable[str]:
    return (text,) if text.strip() else ()


def _joined(source: object) -> str:
    """A multi-line text of the format, which is a text or a list of lines."""
    lines = source if isinstance(source, list) else [source]
    text = "".join(line for line in lines if isinstance(line, str))
    return text.encode("utf-8", "replace").decode()  # JSON can hold half a character


def _decoded(text: str, *, is_text: bool) -> bytes:
    if is_text:
        return text.encode("utf-8")
    try:
        return base64.b64decode(text, validate=False)
    except (binascii.Error, ValueError):
        return b""
