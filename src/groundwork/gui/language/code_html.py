"""Code in the colours of the theme, as HTML for Qt's rich text."""

from __future__ import annotations

from html import escape

from groundwork.gui.page.python_tokens import tokens
from groundwork.gui.theme import Theme

_LARGEST = 5_000


def code_html(code: str, theme: Theme) -> str:
    """The code as spans of HTML; line ends and spaces stay, so its place must keep white space."""
    if len(code) > _LARGEST:
        return escape(code)
    pieces, end = [], 0
    for start, stop, role in tokens(code):
        colour = getattr(theme, role)
        words = f'<span style="color:{colour}">{escape(code[start:stop])}</span>'
        pieces += [escape(code[end:start]), words]
        end = stop
    return "".join([*pieces, escape(code[end:])])
