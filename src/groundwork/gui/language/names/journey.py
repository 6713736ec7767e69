"""From place to place in the code, and back again."""

from __future__ import annotations

import tokenize
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject

from groundwork.gui.background import Background
from groundwork.gui.language.workplace import Workplace
from groundwork.language.protocol import Place

_MOST_STOPS = 50


class _Stop(NamedTuple):
    """Where somebody was; `file` is a name of the example's, or the whole path of a library's."""

    file: str
    line: int
    column: int


class Journey(QObject):
    """Goes to places in the files of the example and in those of libraries, and knows the way back.

    The way begins anew with every example.
    """

    def __init__(self, workplace: Workplace, background: Background) -> None:
        """`background` reads the files of libraries."""
        super().__init__(workplace)
        self._workplace = workplace
        self._background = background
        self._stops: list[_Stop] = []
        self._example = workplace.pane.example
        workplace.file_shown.connect(self._on_workplace_file_shown)

    def go(self, place: Place, then: Callable[[], None] = lambda: None) -> None:
        """Go there, be it now or once the file has been read; `then` is called in the end."""
        self._visit(_Stop(*_parts(place)), partial(self._arrive, self._here(), then))

    def go_back(self) -> None:
        """Go where we were before the last step, if there was one."""
        if self._stops:
            self._visit(self._stops.pop(), lambda: None)
        else:
            self._workplace.tell("There is no place to go back to")

    def _arrive(self, before: _Stop, then: Callable[[], None]) -> None:
        if before != self._here():
            self._stops = [*self._stops[1 - _MOST_STOPS :], before]
        then()

    def _here(self) -> _Stop:
        pane = self._workplace.pane
        return _Stop(pane.library_file or pane.current, *pane.code.cursor_place())

    def _visit(self, stop: _Stop, then: Callable[[], None]) -> None:
        pane = self._workplace.pane
        if stop.file in pane.texts():
            pane.go_to(stop.file, stop.line, stop.column)
            pane.setFocus()
            then()
            return
        path = self._workplace.folder / stop.file
        self._background.submit(
            partial(_read, path), partial(self._on_file_read, pane.example, path, stop, then)
        )

    def _on_file_read(
        self, example: object, path: Path, stop: _Stop, then: Callable[[], None], text: str | None
    ) -> None:
        pane = self._workplace.pane
        if example != pane.example:
            return
        if text is None:
            self._workplace.tell(f"{path} cannot be read")
            return
        pane.open_library_file(str(path), text)
        pane.code.go_to(stop.line, stop.column)
        pane.setFocus()
        then()

    def _on_workplace_file_shown(self) -> None:
        example = self._workplace.pane.example
        if example != self._example:
            self._example = example
            self._stops.clear()


def _parts(place: Place) -> tuple[str, int, int]:
    return place.file, place.line, place.column


def _read(path: Path) -> str | None:
    """The text of a Python file as Python would read it; None where that cannot be done."""
    try:
        with tokenize.open(path) as file:
            return file.read()
    except (OSError, SyntaxError, UnicodeDecodeError):
        return None
