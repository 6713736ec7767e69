"""The cursors and selections of an editor, of which there may be several, and changes at each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from groundwork.gui.editor.lines import lines_between
from groundwork.gui.editor.scintilla import Message, Scintilla


class Stretch(NamedTuple):
    """One selection, from `anchor` to where its cursor is; a bare cursor where both are one."""

    anchor: int
    cursor: int

    @property
    def start(self) -> int:
        """The position at which it begins."""
        return min(self)

    @property
    def end(self) -> int:
        """The position at which it ends."""
        return max(self)

    @property
    def is_empty(self) -> bool:
        """Whether it is a bare cursor."""
        return self.anchor == self.cursor


class Change(NamedTuple):
    """From `start` to `end` the text gives way to `text`.

    `anchor` and `cursor` are where the selection is then, counted from `start`.
    """

    start: int
    end: int
    text: bytes
    anchor: int
    cursor: int


class Block(NamedTuple):
    """Whole lines that are worked on, and the selections in them."""

    lines: range
    inside: tuple[Stretch, ...]


def stretches(view: Scintilla) -> list[Stretch]:
    """All selections, in the order in which they were made."""
    send = view.send
    return [
        Stretch(send(Message.GETSELECTIONNANCHOR, one), send(Message.GETSELECTIONNCARET, one))
        for one in range(send(Message.GETSELECTIONS))
    ]


def main_stretch(view: Scintilla) -> int:
    """Which of the selections is the one that is looked at."""
    return view.send(Message.GETMAINSELECTION)


def blocks(view: Scintilla, *, touching: bool = False) -> list[Block]:
    """The lines that the selections touch, from the top; those that share a line are one block.

    With `touching` those are one, too, between which no line lies.
    """
    found: list[Block] = []
    for stretch in sorted(stretches(view), key=lambda one: one.start):
        lines = lines_between(view, stretch.start, stretch.end)
        if found and lines.start < found[-1].lines.stop + touching:
            before = found.pop()
            lines = range(before.lines.start, max(before.lines.stop, lines.stop))
            found.append(Block(lines, (*before.inside, stretch)))
        else:
            found.append(Block(lines, (stretch,)))
    return found


def select(view: Scintilla, chosen: Sequence[Stretch], main: int) -> None:
    """Select these stretches and no others; of those that are the same one is enough."""
    view.send(Message.SETSEL, chosen[main].anchor, chosen[main].cursor)  # it shows in its colour
    if len(chosen) == 1:
        return
    view.send(Message.SETSELECTION, chosen[0].cursor, chosen[0].anchor)
    for stretch in chosen[1:]:
        view.send(Message.ADDSELECTION, stretch.cursor, stretch.anchor)
    view.send(Message.SETMAINSELECTION, min(main, view.send(Message.GETSELECTIONS) - 1))


def change(view: Scintilla, changes: Iterable[Change], main: int) -> list[tuple[int, Stretch]]:
    """Do the changes as one step that can be undone; each selects where it says.

    Where one reaches into another, only the first of them in the text is done. The selection of the
    one numbered `main` is the one that is looked at. Returns the number of each change that was
    done, with its selection.
    """
    wanted = sorted(enumerate(changes), key=lambda each: each[1][:2])
    done: list[tuple[int, Change]] = []
    for number, each in wanted:
        if not done or each.start >= done[-1][1].end:
            done.append((number, each))
    _write(view, [each for _, each in done])
    selected, moved = [], 0
    for number, each in done:
        start = each.start + moved
        selected.append((number, Stretch(start + each.anchor, start + each.cursor)))
        moved += len(each.text) - (each.end - each.start)
    selected.sort()
    numbers = [number for number, _ in selected]
    chosen = [stretch for _, stretch in selected]
    select(view, chosen, numbers.index(main) if main in numbers else 0)
    return selected


def _write(view: Scintilla, done: Sequence[Change]) -> None:
    """Do changes that stand in their order in the text.

    One alone that only adds is no step of its own: it belongs to the typing before it.
    """
    if len(done) == 1 and done[0].start == done[0].end:
        if done[0].text:
            view.send(Message.INSERTTEXT, done[0].start, done[0].text)
        return
    with view.as_one_change():
        view.send(Message.BEGINUNDOACTION)
        for each in reversed(done):
            if each.text or each.end > each.start:
                view.replace(each.start, each.end, each.text)
        view.send(Message.ENDUNDOACTION)
