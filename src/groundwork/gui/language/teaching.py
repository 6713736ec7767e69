"""Keeps the workplace told of the statements that the lessons have taught so far."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from groundwork.gui.background import Background
from groundwork.gui.language.workplace import Workplace
from groundwork.gui.reading import OpenLesson
from groundwork.packs.model import Pack
from groundwork.packs.statements import statements_by_lesson


class Teaching(QObject):
    """Reads the lessons of a pack on a thread, once for as long as the pack stays what it is."""

    def __init__(self, workplace: Workplace, background: Background) -> None:
        super().__init__(workplace)
        self._workplace, self._background = workplace, background
        self._known: dict[str, tuple[Pack, Mapping[str, frozenset[str]]]] = {}
        self._opened: OpenLesson | None = None

    def show_lesson(self, opened: OpenLesson) -> None:
        """Another lesson is open: what it and those before it have taught may be used."""
        self._opened = opened
        pack = opened.pack
        if self._known.get(pack.id, (None,))[0] == pack:
            self._tell()
        else:
            self._workplace.taught = ()
            self._background.submit(
                lambda: statements_by_lesson(pack), lambda found: self._on_read(pack, found)
            )

    def _on_read(self, pack: Pack, found: Mapping[str, frozenset[str]]) -> None:
        self._known[pack.id] = pack, found
        self._tell()

    def _tell(self) -> None:
        if self._opened is not None and self._opened.pack.id in self._known:
            _, found = self._known[self._opened.pack.id]
            self._workplace.taught = tuple(sorted(found.get(self._opened.lesson.id, ())))
