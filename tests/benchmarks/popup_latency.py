"""Keys of the window until the popup of completion is painted, in the built-in pack's examples.

popup_latency.py COUNT          the seconds of so many words, each typed anew where it stood
popup_latency.py COUNT check    the same, while a pack is being checked by another process

The examples of all lessons are opened one after the other. In each, some names are taken out at
random, always the same ones, and typed again: the first two letters, or the dot where one stands in
front. What is counted is the last of these keys, from just before it is pressed.
"""

import io
import json
import keyword
import os
import random
import signal
import subprocess
import sys
import time
import tokenize
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.benchmarks.first_key import PaintWatch
from tests.benchmarks.open_window import OpenWindow, wait_until

from groundwork import paths
from groundwork.gui.editor.lines import position_of
from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.completion.popup import CompletionPopup
from groundwork.packs.model import Example, LessonAddress

_SEED = 11
_BETWEEN_KEYS = 0.12
_LOOK = 0.002
_MOMENT = 0.25
_LETTERS = 2
_LESSON_PATIENCE = 0.5
_MOST_NAMES = 10
"""Names that are typed again in one program."""


class Place(NamedTuple):
    """A name in a program: its line from 0, its column, and the text of it with a dot in front."""

    line: int
    column: int
    text: str


class Writer:
    """Takes names out of the program in the editor and types them again."""

    def __init__(self, window: OpenWindow) -> None:
        self._window = window
        self._view = window.app.editor.code.view
        self._popup = _popup_in(window)
        self.seconds: list[float] = []
        self.dots: list[bool] = []
        self.nothing = 0

    @property
    def _text(self) -> str:
        return self._window.app.editor.texts()[self._window.app.editor.current]

    def write_anew(self, place: Place) -> None:
        """Type the name at the place again, and note how long the popup took to be there."""
        original = self._text
        start = position_of(self._view, place.line, place.column)
        end = start + len(place.text.encode())
        self._view.send(Message.SETSEL, start, end)
        QTest.keyClick(self._window.editor, Qt.Key.Key_Delete)
        self._window.rest(_BETWEEN_KEYS)
        typed = "." if place.text.startswith(".") else place.text[:_LETTERS]
        for letter in typed[:-1]:
            QTest.keyClicks(self._window.editor, letter)
            self._window.rest(_BETWEEN_KEYS)
        self._press_last(typed[-1])
        QTest.keyClick(self._window.editor, Qt.Key.Key_Escape)
        while self._text != original and self._view.send(Message.CANUNDO):
            QTest.keyClick(self._window.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def _press_last(self, letter: str) -> None:
        painted: list[float] = []
        watch = PaintWatch(self._popup.rows.viewport(), painted.append)
        began = time.monotonic()
        QTest.keyClicks(self._window.editor, letter)
        with suppress(TimeoutError):
            wait_until(lambda: bool(painted) or self._is_left_alone(began), look=_LOOK)
        watch.deleteLater()
        if painted:
            self.seconds.append(painted[0] - began)
            self.dots.append(letter == ".")
        else:
            self.nothing += 1

    def _is_left_alone(self, began: float) -> bool:
        """Whether all is answered, and nothing is going to be shown.

        What is known already is shown a moment after the letter; so that moment has to pass.
        """
        is_over = time.monotonic() - began > _MOMENT
        is_idle = self._window.app.language.worker.is_idle
        return is_over and is_idle and not self._popup.isVisible()


def _popup_in(window: OpenWindow) -> CompletionPopup:
    """The popup, which is made when it is first asked for."""
    window.app.editor.setFocus()
    QTest.keyClick(window.editor, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: window.app.window.findChild(CompletionPopup) is not None)
    wait_until(lambda: window.app.language.worker.is_idle)
    QTest.keyClick(window.editor, Qt.Key.Key_Escape)
    found = window.app.window.findChild(CompletionPopup)
    if found is None:
        raise LookupError("there is no popup")
    return found


def places_in(text: str, chance: random.Random, most: int) -> list[Place]:
    """Names of the program, at random."""
    found, before = [], ""
    with suppress(tokenize.TokenError, SyntaxError):
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            is_name = token.type == tokenize.NAME and not keyword.iskeyword(token.string)
            if is_name and len(token.string) > _LETTERS:
                (line, column), dot = token.start, before == "."
                found.append(Place(line - 1, column - dot, "." * dot + token.string))
            before = token.string
    return chance.sample(found, min(most, len(found)))


def examples_of(window: OpenWindow) -> Iterator[Example]:
    """All examples of the built-in pack, each opened."""
    app = window.app
    pack = next(one for one in app.reading.packs if one.id == "python-backend")
    for lesson in pack.lessons:
        app.reading.open(LessonAddress(pack.id, lesson.id))
        wait_until(lambda id_=lesson.id: _lesson(window) == id_, look=_LOOK)  # type: ignore[misc]
        window.rest(_LESSON_PATIENCE)
        wait_until(lambda: app.language.worker.is_idle, look=_LOOK)
        opened = app.reading.current
        for example in () if opened is None else opened.loaded.page.examples:
            app.practice.open(example)
            wait_until(lambda: app.practice.is_settled, look=_LOOK)
            yield example


def _lesson(window: OpenWindow) -> str:
    current = window.app.reading.current
    return current.lesson.id if current else ""


@contextmanager
def _checking() -> Iterator[None]:
    """A pack is checked all the time, by a process of its own."""
    command = Path(sys.executable).with_name("groundwork")
    pack = paths.built_in_packs_folder() / "python-backend"
    loop = f'while true; do "{command}" pack check "{pack}"; done'
    nowhere = subprocess.DEVNULL
    checker = subprocess.Popen(
        ["sh", "-c", loop], stdout=nowhere, stderr=nowhere, start_new_session=True
    )
    try:
        yield
    finally:
        os.killpg(checker.pid, signal.SIGKILL)
        checker.wait()


@contextmanager
def _nothing_else() -> Iterator[None]:
    yield


def main() -> None:
    """Print what was measured."""
    count, others = int(sys.argv[1]), sys.argv[2:]
    chance = random.Random(_SEED)  # noqa: S311 - the same names each time
    window = OpenWindow()
    writer = Writer(window)
    with _checking() if "check" in others else _nothing_else():
        for _ in examples_of(window):
            window.app.editor.setFocus()
            for place in places_in(window.app.editor.texts()["main.py"], chance, _MOST_NAMES):
                if len(writer.seconds) < count:
                    writer.write_anew(place)
    told = {"seconds": writer.seconds, "dots": writer.dots, "nothing": writer.nothing}
    print(json.dumps(told), flush=True)
    window.close()


main()
