"""Lines and columns of an editor, for people who count characters where Scintilla counts bytes.

Here as in Scintilla lines count from 0; columns count characters from 0.
"""

from __future__ import annotations

from groundwork.gui.editor.scintilla import LineEnd, Message, Scintilla

_LINE_ENDS = {LineEnd.CRLF: b"\r\n", LineEnd.CR: b"\r", LineEnd.LF: b"\n"}


def line_start(view: Scintilla, line: int) -> int:
    """The position at which `line` begins; the end of the text for a line past the last."""
    lines = view.send(Message.GETLINECOUNT)
    if line >= lines:
        return view.send(Message.GETLENGTH)
    return view.send(Message.POSITIONFROMLINE, max(0, line))


def line_end(view: Scintilla, line: int) -> int:
    """The position behind the last character of `line`, before its line end."""
    return view.send(Message.GETLINEENDPOSITION, line)


def line_of(view: Scintilla, position: int) -> int:
    """The line that `position` is in."""
    return view.send(Message.LINEFROMPOSITION, position)


def line_text(view: Scintilla, line: int) -> bytes:
    """The text of `line` without its line end."""
    return view.slice(line_start(view, line), line_end(view, line))


def position_of(view: Scintilla, line: int, column: int) -> int:
    """The position of a line and a column; the nearest one where there is no such place."""
    last = view.send(Message.GETLINECOUNT) - 1
    line = min(max(0, line), last)
    start, end = line_start(view, line), line_end(view, line)
    position = view.send(Message.POSITIONRELATIVE, start, max(0, column))
    return min(position, end) if position or not column else end


def line_and_column(view: Scintilla, position: int) -> tuple[int, int]:
    """The line and the column of `position`."""
    line = line_of(view, position)
    return line, view.send(Message.COUNTCHARACTERS, line_start(view, line), position)


def new_line_of(view: Scintilla) -> bytes:
    """What ends a line in the document that is shown."""
    return _LINE_ENDS[LineEnd(view.send(Message.GETEOLMODE))]


def lines_between(view: Scintilla, start: int, end: int) -> range:
    """The lines that a selection touches; not the last if it ends before its first character."""
    first, last = line_of(view, start), line_of(view, end)
    if last > first and end == line_start(view, last):
        last -= 1
    return range(first, last + 1)


def visible_lines(view: Scintilla) -> range:
    """The lines that are on the screen, or would be if nothing were folded."""
    top = view.send(Message.GETFIRSTVISIBLELINE)
    bottom = top + view.send(Message.LINESONSCREEN) + 1
    first = view.send(Message.DOCLINEFROMVISIBLE, top)
    last = view.send(Message.DOCLINEFROMVISIBLE, bottom)
    return range(first, min(last + 1, view.send(Message.GETLINECOUNT)))


def whole_text(view: Scintilla) -> str:
    """Everything that stands in the editor."""
    return text_of_bytes(view.slice(0, view.send(Message.GETLENGTH)))


def bytes_of_text(text: str) -> bytes:
    """`text` as an editor holds it; a lone surrogate, which no file can hold, becomes `?`."""
    return text.encode("utf-8", "replace")


def text_of_bytes(text: bytes) -> str:
    """What an editor holds as a text."""
    return text.decode("utf-8", "replace")


def replace_whole_text(view: Scintilla, text: str) -> None:
    """Make `text` what stands in the editor, in one step that can be undone.

    Only the stretch that differs is replaced, so that the cursor stays where it makes sense.
    """
    old, new = view.slice(0, view.send(Message.GETLENGTH)), bytes_of_text(text)
    if old == new:
        return
    start = _common_prefix(old, new)
    end = _common_suffix(old[start:], new[start:])
    view.replace(start, len(old) - end, new[start : len(new) - end])


def _common_prefix(one: bytes, other: bytes) -> int:
    """How many bytes are the same at the start, not splitting a character."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    while low and any(_splits(text, low) for text in (one, other)):
        low -= 1
    return low


def _common_suffix(one: bytes, other: bytes) -> int:
    """How many bytes are the same at the end, not splitting a character."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        is_same = one[len(one) - middle :] == other[len(other) - middle :]
        low, high = (middle, high) if is_same else (low, middle - 1)
    while low and any(_splits(text, len(text) - low) for text in (one, other)):
        low -= 1
    return low


def _splits(text: bytes, index: int) -> bool:
    """Whether a cut before `index` goes through a character or a line end."""
    if index >= len(text):
        return False
    is_inside_character = 0x80 <= text[index] < 0xC0  # noqa: PLR2004 - continuation bytes of UTF-8
    return is_inside_character or text[max(0, index - 1) : index + 1] == b"\r\n"
