"""Makes text that was copied from a page or a document fit for Python."""

from __future__ import annotations

from collections.abc import Sequence

from groundwork.gui.editor.indentation import STEP

_PLAIN = {
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'"),
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008", " "),
    **dict.fromkeys("\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\u200b\u2060\ufeff\u00ad", ""),
    **dict.fromkeys("\u2028\u2029", "\n"),
}
_TABLE = str.maketrans(_PLAIN)


def plain_code(text: str, tab_width: int) -> str:
    """`text` with straight quotes, ordinary spaces for tabs and odd spaces, and LF for line ends.

    Characters that have no width and break a program unseen are taken out.
    """
    return plain_lines(text).translate(_TABLE).expandtabs(tab_width)


def plain_lines(text: str) -> str:
    """`text` with LF for every line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def reindented(lines: Sequence[str], column: int, *, is_followed: bool) -> list[str]:
    """A block of lines as it stands behind `column` spaces, indented among themselves as before.

    The first line may have been copied from its first word on: then it is told by the others how
    far it was indented. `is_followed`: the last line is the beginning of a line that is there.
    """
    first, *others = lines
    filled = [line for line in others if line.strip()]
    base = _base(first, filled)
    shown = [_shifted(line, column - base) for line in others]
    if others and is_followed and not others[-1].strip():
        shown[-1] = " " * column
    own = _indentation(first)
    return [" " * max(0, own - base if own else 0) + first.lstrip(" "), *shown]


def _base(first: str, others: Sequence[str]) -> int:
    """How far the block as a whole was indented where it comes from."""
    least = min(map(_indentation, others), default=0)
    if _indentation(first):
        return min(_indentation(first), least) if others else _indentation(first)
    is_header = first.rstrip().endswith(":") and bool(others) and _indentation(others[0]) == least
    return max(0, least - STEP) if is_header else least


def _shifted(line: str, columns: int) -> str:
    if not line.strip():
        return ""
    return " " * max(0, _indentation(line) + columns) + line.lstrip(" ")


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
