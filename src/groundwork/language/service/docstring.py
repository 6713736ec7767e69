"""What a docstring is made of: text, and sections that tell of parameters, results and the rest.

Three habits are understood: the fields of Sphinx (`:param name: text`), and the sections of the
style guides of Google and of NumPy (`numpydoc`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from textwrap import dedent
from typing import NamedTuple

PARAMETERS, RETURNS, RAISES = "Parameters", "Returns", "Raises"

_FIELDS = {
    "param": PARAMETERS, "parameter": PARAMETERS, "arg": PARAMETERS, "argument": PARAMETERS,
    "key": PARAMETERS, "keyword": PARAMETERS, "var": "Attributes", "ivar": "Attributes",
    "cvar": "Attributes", "raises": RAISES, "raise": RAISES, "except": RAISES,
    "exception": RAISES, "returns": RETURNS, "return": RETURNS, "yields": "Yields",
    "yield": "Yields",
}  # fmt: skip
_LISTED = {
    "args": PARAMETERS, "arguments": PARAMETERS, "parameters": PARAMETERS, "params": PARAMETERS,
    "keyword args": PARAMETERS, "keyword arguments": PARAMETERS,
    "other parameters": "Other parameters", "attributes": "Attributes", "raises": RAISES,
    "except": RAISES, "warns": "Warns", "methods": "Methods",
}  # fmt: skip
_PROSE = {
    "returns": RETURNS, "return": RETURNS, "yields": "Yields", "receives": "Receives",
    "example": "Example", "examples": "Examples", "note": "Note", "notes": "Notes",
    "see also": "See also", "references": "References", "warning": "Warning",
    "warnings": "Warnings", "todo": "To do", "usage": "Usage", "warns": "Warns",
}  # fmt: skip
_FIELD = re.compile(r":(?P<kind>\w+)(?:\s+(?P<rest>[^:\n]{1,200}))?:(?:\s+(?P<text>.*)|$)")
_GOOGLE_HEAD = re.compile(r"(?P<title>[A-Z][A-Za-z]*(?: [A-Za-z]+)?):\s*$")
_UNDERLINE = re.compile(r"[-=]{3,}\s*$")
_GOOGLE_ITEM = re.compile(
    r"(?P<name>\*{0,2}[\w.]+)"
    r"(?:\s*\((?P<type>[^()]*(?:\([^()]*\)[^()]*)*)\))?\s*:(?:\s+(?P<text>.*)|$)"
)
_NUMPY_ITEM = re.compile(
    r"(?P<name>\*{0,2}[\w.]+(?:\s*,\s*\*{0,2}[\w.]+)*)(?:\s*:\s*(?P<type>.*))?$"
)


class Item(NamedTuple):
    """What is said of one parameter, attribute or exception."""

    name: str
    type: str
    text: str


class Section(NamedTuple):
    """A section with a title of ours: a list of items, or a text."""

    title: str
    items: tuple[Item, ...] = ()
    text: str = ""


Part = str | Section


def parts_of(docstring: str) -> list[Part]:
    """The parts of a docstring whose indentation is gone, from top to bottom."""
    return _joined(list(_Reader(docstring.split("\n")).parts()))


def parameter_text(parts: Sequence[Part], name: str) -> str:
    """What is said of a parameter: in a section for it, or in prose that begins with its name."""
    name = name.lstrip("*")
    sections = [part for part in parts if isinstance(part, Section)]
    for section in sections:
        if section.title.lower().endswith("parameters"):
            for item in section.items:
                if name in map(_bare, item.name.split(",")):
                    return item.text
    prose = (part for part in parts if isinstance(part, str))
    return next(filter(None, (_prose_text(part, name) for part in prose)), "")


def _bare(name: str) -> str:
    """The name of an item without stars and without what it is by default."""
    return name.partition("=")[0].strip().lstrip("\\*")


def _prose_text(text: str, name: str) -> str:
    """What a list of words with their meanings says of the name, or else a paragraph about it."""
    listed = re.search(
        rf"^([ \t]*){re.escape(name)}\n((?:\1[ \t]+\S.*(?:\n|$))+)", text, re.MULTILINE
    )
    if listed:
        return dedent(listed[2]).strip()
    start = re.compile(rf"(?:The |If )?[`*\"']*{re.escape(name)}[`*\"']* (?!--?>)", re.IGNORECASE)
    paragraphs = (paragraph.strip() for paragraph in text.split("\n\n"))
    return next((paragraph for paragraph in paragraphs if start.match(paragraph)), "")


class _Reader:
    """Goes through the lines of a docstring once."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._at = 0
        self._text: list[str] = []

    def parts(self) -> Iterator[Part]:
        """The parts, one field of Sphinx as a section of its own."""
        while self._at < len(self._lines):
            section = self._section()
            if section is None:
                self._text.append(self._lines[self._at])
                self._at += 1
            else:
                yield from self._spoken()
                yield section
        yield from self._spoken()

    def _spoken(self) -> Iterator[str]:
        text = "\n".join(self._text).strip("\n")
        self._text.clear()
        if text.strip():
            yield text

    def _section(self) -> Section | None:
        """The section that begins here, which has then been passed."""
        line = self._lines[self._at]
        if line.startswith(":"):
            return self._field(line)
        title = line.strip().rstrip(":").lower()
        if line[:1].isspace() or (title not in _LISTED and title not in _PROSE):
            return None
        after = self._lines[self._at + 1] if self._at + 1 < len(self._lines) else ""
        if _UNDERLINE.match(after):
            self._at += 2
            return _made(title, self._numpy_body(), _numpy_items)
        if _GOOGLE_HEAD.match(line) and after[:1].isspace():
            self._at += 1
            return _made(title, self._indented(), _google_items)
        return None

    def _field(self, line: str) -> Section | None:
        match = _FIELD.match(line)
        if match is None or match["kind"] not in _FIELDS | {"type": "", "rtype": ""}:
            return None
        self._at += 1
        text = "\n".join([match["text"] or "", self._indented()]).strip()
        kind, rest = match["kind"], (match["rest"] or "").strip()
        if kind == "type":
            return Section(PARAMETERS, (Item(rest, text, ""),))
        if kind == "rtype":
            return Section("")
        title = _FIELDS[kind]
        if title in {RETURNS, "Yields"}:
            return Section(title, text=text)
        kind_of, _, name = rest.rpartition(" ")
        return Section(title, (Item(name, kind_of.strip(), text),))

    def _indented(self) -> str:
        """The lines from here on that are indented, without their indentation."""
        first = self._at
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.strip() and not line[0].isspace():
                break
            self._at += 1
        return dedent("\n".join(self._lines[first : self._at])).strip("\n")

    def _numpy_body(self) -> str:
        """The lines from here up to the next title that is underlined."""
        first = self._at
        while self._at < len(self._lines):
            after = self._lines[self._at + 1] if self._at + 1 < len(self._lines) else ""
            if self._lines[self._at].strip() and _UNDERLINE.match(after):
                break
            self._at += 1
        return "\n".join(self._lines[first : self._at]).strip("\n")


def _made(title: str, body: str, items_of: Callable[[str], tuple[Item, ...]]) -> Section:
    items = items_of(body) if title in _LISTED else ()
    if items:
        return Section(_LISTED[title], items)
    return Section(_PROSE.get(title) or _LISTED[title], text=body)


def _google_items(body: str) -> tuple[Item, ...]:
    """`name (type): text`, the text going on in lines that are indented further."""
    return tuple(_items(body, _GOOGLE_ITEM))


def _numpy_items(body: str) -> tuple[Item, ...]:
    """`name : type`, with the text in the lines below, which are indented."""
    return tuple(_items(body, _NUMPY_ITEM))


def _items(body: str, pattern: re.Pattern[str]) -> Iterator[Item]:
    match: re.Match[str] | None = None
    below: list[str] = []
    for line in [*body.split("\n"), ""]:
        begins = None if line[:1].isspace() else pattern.match(line)
        if begins and match:
            yield _item(match, below)
            below = []
        match = begins or match
        if not begins:
            below.append(line)
    if match:
        yield _item(match, below)


def _item(match: re.Match[str], below: Sequence[str]) -> Item:
    named = match.groupdict()
    text = "\n".join([named.get("text") or "", dedent("\n".join(below))]).strip()
    return Item(named["name"], (named["type"] or "").strip(), text)


def _joined(parts: Sequence[Part]) -> list[Part]:
    """The same with neighbouring sections of one title made one, and types put to their names."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else ""
        if isinstance(part, Section) and not part.title:
            continue
        if isinstance(part, Section) and isinstance(last, Section) and _go_together(last, part):
            joined[-1] = last._replace(items=_merged(last.items, part.items))
        else:
            joined.append(part)
    return joined


def _go_together(one: Section, other: Section) -> bool:
    return one.title == other.title and bool(one.items) and bool(other.items)


def _merged(items: Sequence[Item], more: Sequence[Item]) -> tuple[Item, ...]:
    merged = {item.name: item for item in items}
    for item in more:
        known = merged.get(item.name)
        if known is None:
            merged[item.name] = item
        else:
            merged[item.name] = Item(item.name, known.type or item.type, known.text or item.text)
    return tuple(merged.values())
