"""The description of a name as sections of HTML."""

from __future__ import annotations

from html import escape

from groundwork.gui.language.code_html import code_html
from groundwork.gui.theme import Theme
from groundwork.language.protocol import Description

_PARTS = frozenset({"method", "attribute", "property", "parameter"})
"""Kinds that belong to what they are named with; others come from there."""

_MOST_LINES = 6
"""How much of a signature is shown where something else is to be in sight too."""


def sections_of(described: Description, theme: Theme) -> list[str]:
    """What it is and how it is written; then its documentation, if it has one."""
    code = code_html(described.signature, theme)
    words = escape(_kind(described))
    head = f'<p class="code">{code}</p><p class="muted">{words}</p>'
    return [head, described.html] if described.html else [head]


def shortened(described: Description) -> Description:
    """The description with a long signature cut, so that what stands below it is in sight.

    Of several ways to call it only the first is left then.
    """
    lines = described.signature.splitlines()
    if len(lines) <= _MOST_LINES:
        return described
    end = next((line for line in lines if line.startswith(")")), lines[-1])
    signature = "\n".join([*lines[: _MOST_LINES - 2], "    …", end])
    one = described
    return Description(one.name, one.kind, signature, one.type, one.html, one.module)


def _kind(described: Description) -> str:
    """What it is and where it comes from, as in "Method of list"."""
    kind = described.kind[:1].upper() + described.kind[1:]
    if not described.module:
        return kind
    joint = "of" if described.kind in _PARTS else "from"
    return f"{kind} {joint} {described.module}"
