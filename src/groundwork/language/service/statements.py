"""Keywords where they can stand, and snippets for whole statements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from groundwork.language.protocol import Candidate
from groundwork.language.service.cursor import Cursor

_ANYWHERE = (
    "for", "if", "import", "from", "while", "def", "with", "try", "class", "raise", "not", "await",
    "lambda", "None", "True", "False", "pass", "assert", "del", "async", "match",
)  # fmt: skip
_IN_FUNCTION = ("return", "yield", "global", "nonlocal")
_IN_LOOP = ("break", "continue")
_AFTER: dict[str, tuple[str, ...]] = {
    "if": ("elif", "else"),
    "elif": ("elif", "else"),
    "for": ("else",),
    "while": ("else",),
    "try": ("except", "finally"),
    "except": ("except", "else", "finally"),
}
_VALUES = ("None", "True", "False", "not", "lambda", "await")

SNIPPETS = {
    "for": ("for … in …:", "for ${item} in ${items}:\n    ${}"),
    "while": ("while …:", "while ${condition}:\n    ${}"),
    "if": ("if …:", "if ${condition}:\n    ${}"),
    "elif": ("elif …:", "elif ${condition}:\n    ${}"),
    "else": ("else:", "else:\n    ${}"),
    "def": ("def …(…):", "def ${name}(${parameters}):\n    ${}"),
    "class": ("class …:", "class ${Name}:\n    ${}"),
    "with": ("with … as …:", "with ${open(path)} as ${file}:\n    ${}"),
    "try": ("try … except …:", "try:\n    ${}\nexcept ${Exception} as ${error}:\n    ${}"),
    "except": ("except … as …:", "except ${Exception} as ${error}:\n    ${}"),
    "match": ("match …: case …:", "match ${value}:\n    case ${pattern}:\n        ${}"),
    "lambda": ("lambda …: …", "lambda ${value}: ${}"),
}
"""What whole statements are called and how they are written, by their first keyword."""


def statement_keywords(cursor: Cursor) -> list[str]:
    """The keywords that can begin a statement where the cursor is."""
    keywords = list(_ANYWHERE)
    column, headers, previous = _blocks_above(cursor)
    if "def" in headers:
        keywords[1:1] = _IN_FUNCTION
    loop = headers[: headers.index("def")] if "def" in headers else headers
    if "for" in loop or "while" in loop:
        keywords += _IN_LOOP
    if column >= 0:
        keywords[:0] = _AFTER.get(previous, ())
    if previous == "match" or "match" in headers[:1]:
        keywords.insert(0, "case")
    return keywords


def value_keywords(cursor: Cursor) -> tuple[str, ...]:
    """The keywords that can begin an expression where the cursor is."""
    if cursor.last == "is":
        return ("not", "None", "True", "False")
    if cursor.last in ("=", "("):
        return (*_VALUES, "yield")
    if cursor.last == "yield":
        return (*_VALUES, "from")
    return ("for", *_VALUES) if cursor.last == "async" else _VALUES


def joining_keywords(cursor: Cursor) -> tuple[str, ...]:
    """The keywords that can stand behind a value, where no name can."""
    words = {token.text for token in cursor.tokens if token.kind == "name"}
    first = cursor.tokens[0].text
    if first == "import":
        return ("as",)
    if first == "from":
        return ("as",) if "import" in words else ("import",)
    if cursor.last == "not":
        return ("in",)
    if first == "for" and "in" not in words:
        return ("in",)
    found = ["in", "and", "or", "if", "else", "is", "not"]
    if cursor.brackets:
        found += ["for", "async"]
    if first in ("with", "except", "async", "case"):
        found.insert(0, "as")
    if first == "raise":
        found.insert(0, "from")
    return tuple(found)


def snippets(keywords: list[str] | tuple[str, ...], taught: tuple[str, ...]) -> Iterator[Candidate]:
    """Snippets for the statements among the keywords that have been taught."""
    for keyword in keywords:
        if keyword in taught and keyword in SNIPPETS:
            name, text = SNIPPETS[keyword]
            yield Candidate(name, "snippet", insert=text)


_HEADER = re.compile(r"([ \t]*)(async[ \t]+)?(\w+)")


def _blocks_above(cursor: Cursor) -> tuple[int, list[str], str]:
    """The column of the statement; what begins the blocks around it; what stands before it.

    Blocks and the statement before it in its own are named by their first words, the innermost
    block first.
    """
    before = cursor.text[: cursor.start]
    *lines, own = re.split(r"\r\n|\r|\n", before)
    if own.strip():  # behind the colon of a block's header
        return -1, _headers([*lines, own], len(own)), ""
    column = len(own)
    previous = ""
    for line in reversed(lines):
        match = _HEADER.match(line)
        if match and len(match[1]) <= column:
            previous = match[3] if len(match[1]) == column else ""
            break
    return column, _headers(lines, column), previous


def _headers(lines: list[str], column: int) -> list[str]:
    headers = []
    for line in reversed(lines):
        match = _HEADER.match(line)
        if match and len(match[1]) < column:
            column = len(match[1])
            headers.append(match[3])
        if column == 0:
            break
    return headers
