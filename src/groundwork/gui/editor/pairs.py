"""What becomes of brackets and quotes that are typed: their other halves come by themselves.

Nothing is closed where something stands behind, nor in comments and in the prose of texts; what
has come by itself is typed over, and goes with its other half.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from groundwork.gui.editor.code_place import CodePlace, Text, place_in_code

CLOSING = {"(": ")", "[": "]", "{": "}"}
OPENING = {closing: opening for opening, closing in CLOSING.items()}
QUOTES = "\"'"
SIGNS = "".join((*CLOSING, *OPENING, QUOTES))
"""What is looked at when it is typed."""

_BEFORE_WHICH = frozenset(" \t)]},:;")
"""What may stand behind a half that comes by itself, besides nothing."""

_PREFIX = re.compile(r"(?<!\w)[rRbBuUfFtT]{0,2}$")
_TRIPLE = 3


class Around(NamedTuple):
    """What stands around a cursor in its line, or around a selection.

    `outer` is the text that the line begins in. `is_ours`: the sign behind has come by itself.
    `shortage` counts the brackets around here of a kind, named by the opening one, that are open
    without an end; below 0 it counts ends without a beginning. `is_awaited` tells whether an end
    below waits for such a bracket, or for such three quotes.
    """

    before: str
    after: str = ""
    is_selection: bool = False
    outer: Text | None = None
    is_python: bool = True
    is_ours: bool = False
    shortage: Callable[[str], int] = lambda _opening: 0
    is_awaited: Callable[[str], bool] = lambda _opening: False


class Reply(NamedTuple):
    """What is done at a cursor or selection.

    So many signs before and behind it go, `before` and `behind` come in around it, and the cursor
    moves on over `passed` signs. What is selected stays, and stays selected.
    """

    before: str = ""
    behind: str = ""
    passed: int = 0
    removed_before: int = 0
    removed_behind: int = 0


def reply_to_sign(sign: str, around: Around) -> Reply | None:
    """What becomes of one of `SIGNS` that is typed; None where it is just put in."""
    if around.is_selection:
        closing = sign if sign in QUOTES else CLOSING.get(sign)
        return Reply(sign, closing) if closing else None
    place = place_of(around)
    if sign in CLOSING:
        return _opened(sign, around, place)
    if sign in OPENING:
        return _closed(sign, around, place)
    return _quoted(sign, around, place)


def reply_to_backspace(around: Around) -> Reply | None:
    """What becomes of two halves with nothing between them; None where there are none."""
    sign, closing = around.before[-1:], around.after[:1]
    if around.is_selection or not sign or not closing:
        return None
    if CLOSING.get(sign) == closing:
        is_pair = around.is_ours or (place_of(around).is_code and not around.shortage(sign))
        return Reply(removed_before=1, removed_behind=1) if is_pair else None
    if sign not in QUOTES or sign != closing:
        return None
    text = place_of(around).text
    if text is None or not _is_code_before(around, len(text.quotes)):
        return None
    is_empty = text.quotes[0] == sign and around.after.startswith(text.quotes)
    return Reply(removed_before=1, removed_behind=len(text.quotes)) if is_empty else None


def place_of(around: Around) -> CodePlace:
    """What the place of the cursor is; all is code in a file that is no Python."""
    return place_in_code(around.before, around.outer) if around.is_python else CodePlace()


def _opened(sign: str, around: Around, place: CodePlace) -> Reply | None:
    text = place.text
    if text is not None:
        is_field = sign == "{" and text.has_fields and not text.is_escaped
        is_free = _is_free(around.after) or around.after.startswith(text.quotes)
        return Reply(sign, CLOSING[sign]) if is_field and is_free else None
    if place.is_comment or not _is_free(around.after):
        return None
    return None if around.is_awaited(sign) else Reply(sign, CLOSING[sign])


def _closed(sign: str, around: Around, place: CodePlace) -> Reply | None:
    if around.after[:1] != sign or place.is_comment:
        return None
    is_passed = around.is_ours or (place.is_code and around.shortage(OPENING[sign]) <= 0)
    return Reply(passed=1) if is_passed else None


def _quoted(sign: str, around: Around, place: CodePlace) -> Reply | None:
    if place.text is not None:
        return Reply(passed=1) if _ends_text(sign, around, place.text) else None
    if place.is_comment or (sign == "'" and not around.is_python):
        return None
    if not around.is_python and around.is_ours and around.after[:1] == sign:
        return Reply(passed=1)
    if not _is_free(around.after) or around.after.count(sign) % 2:
        return None
    if around.before.endswith(2 * sign) and _is_code_before(around, 2) and around.is_python:
        return None if around.is_awaited(_TRIPLE * sign) else Reply(sign, _TRIPLE * sign)
    last = _PREFIX.sub("", around.before)[-1:]
    follows_word = last.isalnum() or last in {"_", ")", "]", "}", *QUOTES}
    is_prefixed = last != around.before[-1:]
    return None if follows_word and not is_prefixed else Reply(sign, sign)


def _ends_text(sign: str, around: Around, text: Text) -> bool:
    """Whether the sign is the one behind, which ends the text or is about to."""
    if text.is_escaped or text.quotes[0] != sign or around.after[:1] != sign:
        return False
    if around.after.startswith(text.quotes) or around.is_ours:
        return True
    written = len(around.before) - len(around.before.rstrip(sign))
    to_come = len(around.after) - len(around.after.lstrip(sign))
    return written + to_come == _TRIPLE


def _is_code_before(around: Around, length: int) -> bool:
    """Whether code stands before the last signs before the cursor, so that a text begins there."""
    start = around._replace(before=around.before[:-length])
    return len(around.before) >= length and place_of(start).is_code


def _is_free(after: str) -> bool:
    return not after or after[0] in _BEFORE_WHICH
