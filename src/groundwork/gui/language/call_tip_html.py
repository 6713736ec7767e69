"""A call tip as sections of HTML."""

from __future__ import annotations

from html import escape

from groundwork.gui.theme import Theme
from groundwork.language.protocol import Call, Signature

_MOST_LINES = 9
_INDENTATION = " " * 4
_DOTS = "…"


def call_sections(
    call: Call, shown: int, theme: Theme, columns: int, lines: int = _MOST_LINES
) -> list[str]:
    """The signature with the index `shown`; then what is known of the parameter at the cursor.

    Where the signature is longer than `columns` it has one line for each parameter, but no more
    than `lines`: those around the one at the cursor.
    """
    signature = call.signatures[shown]
    count = len(call.signatures)
    number = f'<span class="muted">{shown + 1} of {count}</span>  ' if count > 1 else ""
    head = f'<p class="code">{number}{_signature_html(signature, theme, columns, lines)}</p>'
    note = signature.html or call.html
    return [head, note] if note else [head]


def plain_signature(signature: Signature) -> str:
    """The signature on one line."""
    return (
        _opening(signature) + ", ".join(one.text for one in signature.parameters) + _end(signature)
    )


def _signature_html(signature: Signature, theme: Theme, columns: int, lines: int) -> str:
    pieces = [
        _marked(one.text, theme) if index == signature.current else escape(one.text)
        for index, one in enumerate(signature.parameters)
    ]
    opening, end = escape(_opening(signature)), escape(_end(signature))
    if len(plain_signature(signature)) <= columns or not pieces:
        return f"{opening}{', '.join(pieces)}{end}"
    shown = _window(len(pieces), signature.current, min(lines, _MOST_LINES))
    rows = [f"{_INDENTATION}{pieces[index]}," for index in shown]
    before = [_INDENTATION + _DOTS] if shown.start else []
    after = [_INDENTATION + _DOTS] if shown.stop < len(pieces) else []
    return "\n".join([opening, *before, *rows, *after, end])


def _window(count: int, current: int, most: int) -> range:
    """Which parameters are shown: all, or those around the current one."""
    first = max(0, min(current - most // 2, count - most))
    return range(first, min(count, first + most))


def _marked(text: str, theme: Theme) -> str:
    return f'<b style="color:{theme.accent}">{escape(text)}</b>'


def _opening(signature: Signature) -> str:
    return f"{signature.name}("


def _end(signature: Signature) -> str:
    return f") -> {signature.returns}" if signature.returns else ")"
