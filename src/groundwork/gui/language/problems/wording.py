"""How problems are called."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from groundwork.gui.language.workplace import LARGEST_TEXT
from groundwork.language.protocol import Finding


class Entry(NamedTuple):
    """A finding with its file; `is_shown` where that is the one in the editor."""

    file: str
    finding: Finding
    is_shown: bool


MOST_COUNTED = 99
"""There may be more than are listed: of a file that is full of them not all are looked for."""

FIX_KEY = "Ctrl+."

_NAMES = {"error": "Error", "warning": "Worth a look"}

EMPTY = "Nothing to mend", "What Python would stumble over is told here while you write."
NO_PYTHON = "Nothing to look at", "Problems are told of Python files, and there is none here."


def severity_name(finding: Finding) -> str:
    """How bad it is, in a word or two."""
    return _NAMES[finding.severity]


def heading(finding: Finding, file: str) -> str:
    """How bad it is and where; `file` is empty for the file in the editor."""
    where = file
    if not is_of_file(finding):
        where = f"line {finding.span.line}" + (f" of {file}" if file else "")
    return f"{severity_name(finding)} \u00b7 {where}" if where else severity_name(finding)


def is_of_file(finding: Finding) -> bool:
    """Whether it is about the file, and no place in it."""
    span = finding.span
    return (span.line, span.column, span.end_line, span.end_column) == (1, 0, 1, 0)


def tab_title(count: int) -> str:
    """The words on the tab of the list."""
    if count > MOST_COUNTED:
        return f"Problems {MOST_COUNTED}+"
    return f"Problems {count}" if count else "Problems"


def of_more(count: int, shown: int) -> str:
    """What to say below the first `shown` of `count` problems; empty where that is all."""
    more = "many" if count > MOST_COUNTED else count - shown
    return f"And {more} more. They come into view as these are mended." if count > shown else ""


def too_long(name: str) -> str:
    """What to say of a file that nobody looks at."""
    return (
        f"{name} has more than {LARGEST_TEXT // 1000} kB, which is too much to look at while you "
        "write. Run it to see whether something is wrong."
    )


def html_of(finding: Finding, key: str) -> str:
    """The finding for whoever points at it; `key` is the address of the link to its first fix."""
    said = f"<p>{escape(finding.sentence)}</p>"
    if finding.fixes:
        title = escape(finding.fixes[0].title)
        said += f'<p><a href="{key}">{title}</a> <span class="muted">({FIX_KEY})</span></p>'
    return said
