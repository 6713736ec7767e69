"""Signs that look like those of a program, as word processors and other keyboards write them."""

from __future__ import annotations

from collections.abc import Iterator

from groundwork.language.service.problems.mends.mend import Mend, mend
from groundwork.language.service.problems.program import Change, Program
from groundwork.language.service.problems.reading import Mistake

_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u00b4`"
_BLANKS = "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"
_WIDTHLESS = "\u200b\u200c\u200d\u2060\ufeff"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
_WIDE = 0xFEE0
"""How far above the signs of ASCII their wide forms lie, which East Asian keyboards write."""

PLAIN = {
    **dict.fromkeys(_DOUBLE, '"'),
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(_BLANKS, " "),
    **dict.fromkeys(_WIDTHLESS, ""),
    **dict.fromkeys(_DASHES, "-"),
    **{chr(_WIDE + ord(sign)): sign for sign in "()[]{}:;,.=<>+-*/%!"},
    "\u00d7": "*",
    "\u00f7": "/",
    "\u2264": "<=",
    "\u2265": ">=",
    "\u2260": "!=",
    "\u2026": "...",
}
"""What is meant by each."""


def mends(program: Program, mistake: Mistake) -> Iterator[Mend]:
    """All of them on the line made plain, where Python stumbles over one."""
    sign = program.text[mistake.start : mistake.start + 1]
    if sign not in PLAIN:
        return
    line = program.line_at(mistake.start)
    start = program.offset(line)
    changes = (
        Change(start + column, start + column + 1, PLAIN[one])
        for column, one in enumerate(program.line(line))
        if one in PLAIN
    )
    end = mistake.start + 1
    yield mend(mistake.start, end, "strange-sign", _sentence(sign), "Write plain signs", *changes)


def _sentence(sign: str) -> str:
    if sign in _DOUBLE + _SINGLE:
        return f"The quote {sign} is one for books. Programs use the straight quotes \" and '."
    if PLAIN[sign].strip():
        return f"“{sign}” looks like “{PLAIN[sign]}”, but to Python it is another sign."
    return "A blank stands here that is not the one of the space bar, perhaps from a copied text."
