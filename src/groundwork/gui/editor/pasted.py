"""Makes text that was copied from a page or a document fit for Python."""

from __future__ import annotations

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
