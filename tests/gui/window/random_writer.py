"""Somebody who writes at random with everything switched on, and knows what has to come of it."""

from __future__ import annotations

import os
import random
import signal
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.overlay import Overlay

from .seat import CTRL, NONE, SHIFT, Key, Seat

_WORDS = (
    "prices", "total", "print", "for", "import", "json", "self", "append", "lambda", "x", "sorted",
    "return", "class", "is_paid", "item", "zip", "range", "len", "names", "fastapi", "os",
)  # fmt: skip
_PASTED = (
    "def price_of(item):\n    return prices[item]\n", "names.append(name)", "# a note\n",
    "total = sum(prices)\n", "{'a': [1, 2, (3, 4)]}", "x", "import fastapi\n", '"""\ntext\n"""\n',
    "if total > 3:\n    print(f'{total:>8}')\nelse:\n    pass\n", "é中🙂 = 1\n", "\n\n\n", "((([[",
)  # fmt: skip
_SIGNS = "()[]{}'\"+-*/=<>,;#@ \\"
_REMEMBERED = 25
_MOST_KILLS = 2
"""After more of them within two minutes the next worker comes later, and so do popups."""


class RandomWriter:
    """Takes random steps in the files of the example that is open, the same ones for one seed.

    What becomes of letters, of pasted text, of moves, undo and redo is known, and compared after
    each of these steps. Enter, Backspace, signs and accepted completions follow rules of their own:
    of these it is known that they leave all other lines alone.
    """

    def __init__(self, seat: Seat, seed: int) -> None:
        self._seat = seat
        self._chance = random.Random(seed)  # noqa: S311 - the same steps each time
        self._view = seat.app.editor.code.view
        self._originals = dict(seat.app.editor.texts())
        self._steps: deque[str] = deque(maxlen=_REMEMBERED)
        self.kills = self.accepted = 0
        self._kinds: dict[Callable[[], None], int] = {
            self._write_word: 30,
            self._write_member: 12,
            self._write_sign: 10,
            self._paste: 8,
            self._enter: 8,
            self._erase: 10,
            self._move: 14,
            self._accept: 12,
            self._ask_and_leave: 6,
            self._undo_and_redo: 6,
            self._change_file: 5,
            self._replace_selection: 4,
            self._rest: 8,
            self._kill: 1,
        }

    def take_steps(self, count: int) -> None:
        """Take that many, each compared with what has to come of it."""
        kinds, weights = list(self._kinds), list(self._kinds.values())
        for kind in self._chance.choices(kinds, weights, k=count):
            try:
                kind()
                QApplication.processEvents()
            except AssertionError as error:
                error.add_note(f"after {list(self._steps)} in\n{self.text!r}")
                raise

    def check_history(self) -> None:
        """In every file: all undone is how it was, all redone is how it became."""
        for _ in self._originals:
            self._note("all undone and redone")
            self._drive(Key.Key_Y, CTRL, Message.CANREDO)  # what was undone last is not the end
            final, name = self.text, self._seat.app.editor.current
            self._drive(Key.Key_Z, CTRL, Message.CANUNDO)
            assert self.text == self._originals[name]
            self._drive(Key.Key_Y, CTRL, Message.CANREDO)
            assert self.text == final
            self._press(Key.Key_Tab, CTRL)

    @property
    def text(self) -> str:
        """What stands in the editor."""
        return self._seat.code

    @property
    def _cursor(self) -> int:
        """Where the cursor is, in characters."""
        return self._view.send(Message.COUNTCHARACTERS, 0, self._view.send(Message.GETCURRENTPOS))

    def _note(self, step: str) -> None:
        self._steps.append(step)

    def _press(self, key: Key, modifiers: object = NONE, times: int = 1) -> None:
        self._seat.press(key, modifiers, times)  # type: ignore[arg-type]

    def _leave_popups(self) -> None:
        self._press(Key.Key_Escape)
        self._select_nothing()

    def _select_nothing(self) -> None:
        position = self._view.send(Message.GETCURRENTPOS)
        if position != self._view.send(Message.GETANCHOR):
            self._view.send(Message.GOTOPOS, position)

    def _insert_known(self, write: Callable[[], None], written: str) -> None:
        """Whatever pops up: what is written stands at the cursor, and nothing else changes."""
        self._select_nothing()
        before, cursor = self.text, self._cursor
        write()
        assert self.text == before[:cursor] + written + before[cursor:]
        assert self._cursor == cursor + len(written)

    def _write_word(self) -> None:
        word = self._chance.choice(_WORDS)
        self._note(f"write {word}")
        self._insert_known(lambda: self._type(word), word)

    def _type(self, word: str) -> None:
        for letter in word:
            self._seat.type(letter)
            if self._chance.random() < 0.3:
                QApplication.processEvents()

    def _write_member(self) -> None:
        word = f"{self._chance.choice(_WORDS)}."
        self._note(f"write {word}")
        self._insert_known(lambda: self._type(word), word)
        self._wait_for_popup()

    def _paste(self) -> None:
        pasted = self._chance.choice(_PASTED)
        self._note(f"paste {pasted!r}")
        self._leave_popups()
        QGuiApplication.clipboard().setText(pasted)
        if "\n" not in pasted:
            self._insert_known(lambda: self._press(Key.Key_V, CTRL), pasted)
            return
        before, cursor = self.text, self._cursor  # lines may come in with another indentation
        self._press(Key.Key_V, CTRL)
        assert _inked(self.text) == _inked(before[:cursor] + pasted + before[cursor:])

    def _change_lines(self, change: Callable[[], None], above: int = 0) -> None:
        """Lines before the one with the cursor, but for so many, and behind it stay as they are."""
        self._select_nothing()
        before, cursor = self.text, self._cursor
        change()
        head = before[:cursor].split("\n")[: -1 - above]
        tail = before[cursor:].split("\n")[1:]
        after = self.text.split("\n")
        assert after[: len(head)] == head
        assert not tail or after[-len(tail) :] == tail

    def _write_sign(self) -> None:
        sign = self._chance.choice(_SIGNS)
        self._note(f"write {sign}")
        self._change_lines(lambda: self._seat.type(sign))

    def _enter(self) -> None:
        self._note("enter")
        self._change_lines(lambda: self._press(Key.Key_Return))

    def _erase(self) -> None:
        count = self._chance.randint(1, 4)
        self._note(f"erase {count}")
        for _ in range(count):
            self._change_lines(lambda: self._press(Key.Key_Backspace), above=1)

    def _accept(self) -> None:
        key = self._chance.choice((Key.Key_Tab, Key.Key_Return))
        self._note(f"accept with {key.name}")
        if self._chance.random() < 0.5:
            self._insert_known(lambda: self._type("pr"), "pr")
        self._press(Key.Key_Space, CTRL)
        self._wait_for_worker()
        QApplication.processEvents()
        if self._is_popup_open():
            self.accepted += 1
            self._change_lines(lambda: self._press(key))
        self._leave_popups()

    def _ask_and_leave(self) -> None:
        self._note("ask and leave")
        before = self.text
        self._press(Key.Key_Space, CTRL)
        self._wait_for_popup()
        self._press(Key.Key_Escape)
        assert self.text == before

    def _move(self) -> None:
        key, modifiers = self._chance.choice(
            (
                (Key.Key_Up, NONE), (Key.Key_Down, NONE), (Key.Key_Left, NONE),
                (Key.Key_Right, NONE), (Key.Key_Home, NONE), (Key.Key_End, NONE),
                (Key.Key_Home, CTRL), (Key.Key_End, CTRL), (Key.Key_Left, CTRL),
            )
        )  # fmt: skip
        self._note(f"move {key.name}")
        before = self.text
        self._leave_popups()
        self._press(key, modifiers, self._chance.randint(1, 6))
        assert self.text == before

    def _replace_selection(self) -> None:
        self._note("replace what is selected")
        self._leave_popups()
        self._press(Key.Key_Left, SHIFT, self._chance.randint(1, 9))
        before = self.text
        ends = (
            self._view.send(Message.GETSELECTIONSTART),
            self._view.send(Message.GETSELECTIONEND),
        )
        start, end = (self._view.send(Message.COUNTCHARACTERS, 0, each) for each in ends)
        self._seat.type("q")
        assert self.text == before[:start] + "q" + before[end:]

    def _undo_and_redo(self) -> None:
        count = self._chance.randint(1, 15)
        self._note(f"undo and redo {count}")
        self._leave_popups()
        before = self.text
        possible = 0
        while possible < count and self._view.send(Message.CANUNDO):
            self._press(Key.Key_Z, CTRL)
            possible += 1
        self._press(Key.Key_Y, CTRL, possible)
        assert self.text == before
        if self._chance.random() < 0.3:
            self._press(Key.Key_Z, CTRL, self._chance.randint(1, 3))

    def _change_file(self) -> None:
        self._note("change file")
        before, name = self.text, self._seat.app.editor.current
        self._press(Key.Key_Tab, CTRL)
        assert self._seat.app.editor.current != name
        assert self._seat.app.editor.texts()[name] == before

    def _rest(self) -> None:
        """Look on until everything that was asked has been answered."""
        self._note("rest")
        before = self.text
        self._wait_for_worker()
        assert self.text == before

    def _kill(self) -> None:
        self._note("kill")
        worker = self._seat.app.language.worker
        if worker.process_id and self.kills < _MOST_KILLS:
            self.kills += 1
            os.kill(worker.process_id, signal.SIGKILL)

    def _wait_for_worker(self) -> None:
        worker = self._seat.app.language.worker
        self._seat.wait(lambda: worker.is_idle or not worker.process_id)

    def _wait_for_popup(self) -> None:
        """Let what was asked be answered, and come up."""
        if self._chance.random() < 0.7:
            self._wait_for_worker()
            QApplication.processEvents()

    def _is_popup_open(self) -> bool:
        return any(one.isVisible() for one in self._seat.window.findChildren(Overlay))

    def _drive(self, key: Key, modifiers: object, possible: Message) -> None:
        self._leave_popups()
        while self._view.send(possible):
            self._press(key, modifiers)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _inked(text: str) -> str:
    """The text without anything that leaves no ink."""
    return "".join(text.split())
