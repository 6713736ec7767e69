"""Documentation for people to read: a docstring, however it is written, as a small safe HTML.

The tags are p, br, pre, code, b, i, ul, ol, li and h4, all without attributes: there are no links
and no pictures. Everything else is text.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Sequence

from groundwork.language.service.docstring import Item, Part, Section, parts_of
from groundwork.language.service.light_markup import (
    inline_html,
    light_html,
    without_paragraph,
)

_LONGEST = 12_000
"""Characters of a docstring that are shown: more than anybody reads beside code."""

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ud800-\udfff\ue000\ufeff\ufffc\ufffe\uffff]"
)
"""Signs that are no text, and those that turn the direction of what follows."""

_NEEDS_DOCUTILS = re.compile(
    r"^\s*\.\.(?:\s+[\w:.+-]+::|\s+_|\s+\[|\s+\||\s*$)"  # directives, targets, footnotes, comments
    r"|^\s*\+[-=+]{3,}\+\s*$|^\s*={2,}(?:\s+={2,})+\s*$"  # tables
    r"|(?<!\|)\|[A-Za-z][^|\n]{0,40}\|(?!\|)",  # substitutions
    re.MULTILINE,
)
_MARKDOWN = re.compile(r"^\s*```|^#{1,6} |\[[^\]\n]+\]\([^)\s]+\)", re.MULTILINE)
_CALLED = re.compile(r"[\w.]+\(|!!! |```|>>>|[=~-]{3}")
"""How a paragraph begins that is no prose: with a call, as in `range(stop) -> range object`."""

_STUMBLES = (
    ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError,
    ValueError, NotImplementedError,
)  # fmt: skip
"""What docutils raises over texts that it was not made for."""


def html_of(docstring: str) -> str:
    """The docstring as safe HTML; empty where it says nothing. A very long one is cut."""
    return "".join(map(_part_html, parts_of(cleaned(docstring))))


def summary_of(parts: Sequence[Part]) -> str:
    """The first paragraph of prose as safe HTML, or else the very first; empty without any."""
    texts = [part for part in parts if isinstance(part, str)]
    paragraphs = [one for text in texts for one in text.split("\n\n") if one.strip()]
    prose = [one for one in paragraphs if not _CALLED.match(one.strip())]
    return light_html(next(iter(prose or paragraphs), ""))


def cleaned(docstring: str) -> str:
    """The docstring without its indentation, without signs that are no text, and not too long."""
    text = _UNSEEN.sub("", docstring[: 2 * _LONGEST].replace("\r\n", "\n"))
    text = inspect.cleandoc(text)
    if len(text) <= _LONGEST:
        return text
    kept = text[:_LONGEST]
    return kept[: max(kept.rfind("\n\n"), kept.rfind("\n"), _LONGEST // 2)] + "\n\n…"


def markup_html(text: str) -> str:
    """A text in whatever markup as safe HTML."""
    if _NEEDS_DOCUTILS.search(text) and not _MARKDOWN.search(text):
        from groundwork.language.service.rich_markup import (  # noqa: PLC0415 - slow to import
            rich_html,
        )

        try:
            return rich_html(text)
        except _STUMBLES:
            pass
    return light_html(text)


def _part_html(part: Part) -> str:
    if isinstance(part, str):
        return markup_html(part)
    return f"<h4>{inline_html(part.title)}</h4>{_section_html(part)}"


def _section_html(section: Section) -> str:
    if not section.items:
        return markup_html(section.text)
    return f"<ul>{''.join(map(_item_html, section.items))}</ul>"


def _item_html(item: Item) -> str:
    kind = f" (<i>{inline_html(item.type)}</i>)" if item.type else ""
    text = without_paragraph(markup_html(item.text))
    return f"<li><code>{inline_html(item.name)}</code>{kind}{': ' if text else ''}{text}</li>"
