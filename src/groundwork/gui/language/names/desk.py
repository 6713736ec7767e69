"""Gives the ways from name to name their keys, and makes each when it is first gone."""

from __future__ import annotations

from PySide6.QtCore import QObject

from groundwork.gui.background import Background
from groundwork.gui.language.names.definition import Definition
from groundwork.gui.language.names.journey import Journey
from groundwork.gui.language.names.link import Link
from groundwork.gui.language.workplace import Workplace


class NamesDesk(QObject):
    """All ways from name to name."""

    def __init__(self, workplace: Workplace, background: Background) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self.journey = Journey(workplace, background)
        self.definition = Definition(workplace, self.journey)
        Link(workplace, self.definition, self.journey)
        workplace.code.keys.add(
            {
                "F12": self.definition.go,
                "Alt+F12": self.journey.go_back,
                "Ctrl+W": self._close_library_file,
            }
        )

        workplace.view.edit_refused.connect(self._on_view_edit_refused)

    def _on_view_edit_refused(self) -> None:
        if self._workplace.pane.library_file:
            self._workplace.told.emit("A file of a library can be read here, not changed")

    def _close_library_file(self) -> None:
        pane = self._workplace.pane
        if pane.library_file:
            pane.close_library_file(pane.library_file)
