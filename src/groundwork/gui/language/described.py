"""The description of a name as sections of HTML."""

from __future__ import annotations

from html import escape

from groundwork.gui.language.code_html import code_html
from groundwork.gui.theme import Theme
from groundwork.language.protocol import Description


def sections_of(described: Description, theme: Theme) -> list[str]:
    """What it is and how it is written; then its documentation, if it has one."""
    code = code_html(described.signature, theme)
    kind = f"{described.kind} of {described.module}" if described.module else described.kind
    words = escape(kind[:1].upper() + kind[1:])
    head = f'<p class="code">{code}</p><p class="muted">{words}</p>'
    return [head, described.html] if described.html else [head]
