"""What the editor makes of brackets, quotes, Backspace and Enter, at every cursor there is."""

from __future__ import annotations

from functools import partial

from groundwork.gui.editor.cursors import Change, Stretch, change, main_stretch, stretches
from groundwork.gui.editor.dedenting import dedented
from groundwork.gui.editor.editing import is_writable
from groundwork.gui.editor.indentation import STEP, next_indentation
from groundwork.gui.editor.lines import line_end, line_of, line_start, line_text, new_line_of
from groundwork.gui.editor.look import OURS
from groundwork.gui.editor.masked import (
    code_before,
    is_closed_ahead,
    shortage,
    shows_python,
    text_across,
)
from groundwork.gui.editor.new_line import NewLine, continued_comment, continued_item
from groundwork.gui.editor.pairs import (
    CLOSING,
    OPENING,
    Around,
    Reply,
    place_of,
    reply_to_backspace,
    reply_to_sign,
)
from groundwork.gui.editor.scintilla import Message, Scintilla

_DEDENTED = (b"el", b"ex", b"fi", b"ca")
_LINES_AHEAD = 20
_BLANK = b" \t\r\n"


def type_sign(view: Scintilla, sign: str) -> bool:
    """Answer one of the signs of pairs; whether there was more to do than to put it in."""
    if not is_writable(view):
        return False
    at = stretches(view)
    if len(at) == 1 and _go_to_far_end(view, at[0], sign):
        return True
    places = [_around(view, one) for one in at]
    replies = [reply_to_sign(sign, place) for place in places]
    if not any(replies):
        if sign in CLOSING and any(place_of(place).is_code for place in places):
            _forget_ours(view)  # the next end that is typed belongs to this one
        return False
    _do(view, at, [reply or Reply(before=sign) for reply in replies])
    view.character_added.emit(ord(sign))
    return True


def take_back(view: Scintilla) -> bool:
    """Answer Backspace between the two halves of a pair; whether it was there, at every cursor."""
    at = stretches(view)
    replies = [reply_to_backspace(_around(view, one)) for one in at]
    known = [reply for reply in replies if reply is not None]
    if not is_writable(view) or len(known) < len(at):
        return False
    _do(view, at, known)
    return True


def begin_line(view: Scintilla) -> bool:
    """Answer Enter; whether the text may be changed."""
    if not is_writable(view):
        return False
    change(view, [_line_begun(view, one) for one in stretches(view)], main_stretch(view))
    view.send(Message.SCROLLCARET)
    return True


def finish_word(view: Scintilla) -> None:
    """Put `else` and its like where they belong, once the sign behind the word is typed."""
    if not shows_python(view):
        return
    for at in sorted(stretches(view), reverse=True):  # what is below moves with what is above
        line = line_of(view, at.cursor)
        is_end = not view.slice(at.cursor, line_end(view, line)).strip()
        head = view.slice(line_start(view, line), at.cursor).lstrip()
        if is_end and head.startswith(_DEDENTED):
            indentation = dedented(code_before(view, at.cursor))
            if indentation is not None:
                view.send(Message.SETLINEINDENTATION, line, indentation)


def _do(view: Scintilla, at: list[Stretch], replies: list[Reply]) -> None:
    changes = [_change(view, *each) for each in zip(at, replies, strict=True)]
    for number, now in change(view, changes, main_stretch(view)):
        reply = replies[number]
        if reply.passed:
            _mark(view, Message.INDICATORCLEARRANGE, now.cursor - reply.passed, reply.passed)
        elif reply.behind and now.is_empty:
            _mark(view, Message.INDICATORFILLRANGE, now.cursor, len(reply.behind))
    view.send(Message.SCROLLCARET)


def _change(view: Scintilla, at: Stretch, reply: Reply) -> Change:
    start, end = at.start - reply.removed_before, at.end + reply.removed_behind
    kept = view.slice(at.start, at.end) if reply.behind else b""
    before, behind = reply.before.encode(), reply.behind.encode()
    first = len(before) + reply.passed
    anchor, cursor = first, first + len(kept)
    if at.anchor > at.cursor:
        anchor, cursor = cursor, anchor
    return Change(start, end, before + kept + behind, anchor, cursor)


def _around(view: Scintilla, at: Stretch) -> Around:
    line = line_of(view, at.start)
    last = line_end(view, line_of(view, at.end))
    return Around(
        before=view.slice(line_start(view, line), at.start).decode("utf-8", "replace"),
        after=view.slice(at.end, last).decode("utf-8", "replace"),
        is_selection=not at.is_empty,
        outer=text_across(view, line),
        is_python=shows_python(view),
        is_ours=_is_ours(view, at.end),
        shortage=lambda opening: shortage(view, at.start, opening, CLOSING[opening]),
        is_awaited=partial(_is_awaited, view, at.end),
    )


def _is_awaited(view: Scintilla, position: int, opening: str) -> bool:
    """Whether an end below `position` waits for this bracket, or for these three quotes."""
    if opening in CLOSING:
        closing = CLOSING[opening]
        has_end = is_closed_ahead(view, position, opening, closing)
        return has_end and shortage(view, position, opening, closing) < 0
    behind = view.slice(position, view.send(Message.GETLENGTH))
    return behind.count(opening.encode()) % 2 == 1


def _is_ours(view: Scintilla, position: int) -> bool:
    return bool(view.send(Message.INDICATORVALUEAT, OURS, position))


def _mark(view: Scintilla, message: Message, start: int, length: int) -> None:
    view.send(Message.SETINDICATORCURRENT, OURS)
    view.send(message, start, length)


def _forget_ours(view: Scintilla) -> None:
    _mark(view, Message.INDICATORCLEARRANGE, 0, view.send(Message.GETLENGTH))


def _go_to_far_end(view: Scintilla, at: Stretch, sign: str) -> bool:
    """Type over an end of ours that stands some blank lines on, which then are not needed."""
    if sign not in OPENING or not at.is_empty or not place_of(_around(view, at)).is_code:
        return False
    limit = line_end(view, line_of(view, at.cursor) + _LINES_AHEAD)
    ahead = view.slice(at.cursor, limit)
    gap = len(ahead) - len(ahead.lstrip(_BLANK))
    end = at.cursor + gap
    is_end = ahead[gap : gap + 1] == sign.encode() and _is_ours(view, end)
    if not gap or b"\n" not in ahead[:gap] or not is_end:
        return False
    if shortage(view, at.cursor, OPENING[sign], sign) > 0:
        return False
    line = line_of(view, at.cursor)
    start = at.cursor
    if not view.slice(line_start(view, line), at.cursor).strip():  # the line is blank: it goes
        start, end = line_start(view, line), line_start(view, line_of(view, end))
    kept = at.cursor + gap - end
    change(view, [Change(start, end, b"", kept + 1, kept + 1)], 0)
    _mark(view, Message.INDICATORCLEARRANGE, start + kept, 1)
    view.character_added.emit(ord(sign))
    return True


def _line_begun(view: Scintilla, at: Stretch) -> Change:
    around = _around(view, at)
    new = _new_line(view, at, around)
    start = line_start(view, line_of(view, at.start)) + len(new.kept.encode())
    if new.begun is None:
        return Change(start, at.end, b"", 0, 0)
    ends = new_line_of(view)
    head = ends + new.begun.encode()
    tail = ends + new.below.encode() if new.below is not None else b""
    blank = len(around.after) - len(around.after.lstrip(" \t")) if around.before.strip() else 0
    return Change(start, at.end + blank, head + tail, len(head), len(head))


def _new_line(view: Scintilla, at: Stretch, around: Around) -> NewLine:
    before, after = around.before, around.after
    own = before[: len(before) - len(before.lstrip(" \t"))]
    if not before.strip():
        return NewLine("", before)
    if not around.is_python:
        return continued_item(before, after) or NewLine(before, own)
    place = place_of(around)
    if place.text is not None and len(place.text.quotes) > 1:
        return continued_item(before, after) or NewLine(before, own)
    if before.lstrip().startswith("#"):
        above = line_text(view, line_of(view, at.start) - 1) if line_of(view, at.start) else b""
        comment = continued_comment(before, after, above.decode("utf-8", "replace"))
        return comment or NewLine(before.rstrip(), own)
    code = code_before(view, at.start)
    indentation = " " * next_indentation(code)
    closing = CLOSING.get(code[-1][-1:])
    if closing is not None and after[:1] == closing:
        return NewLine(before, indentation, indentation[:-STEP])
    return NewLine(before if place.text else before.rstrip(" \t"), indentation)
