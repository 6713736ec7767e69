"""Gives the ways from name to name their keys, and makes each when it is first gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from groundwork.gui.background import Background
from groundwork.gui.editor.editing import is_writable
from groundwork.gui.editor.menu import Offer
from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.names.bindings import KnownBindings
from groundwork.gui.language.names.definition import Definition
from groundwork.gui.language.names.journey import Journey
from groundwork.gui.language.names.link import Link
from groundwork.gui.language.names.pointed import name_around
from groundwork.gui.language.workplace import Workplace

if TYPE_CHECKING:
    from groundwork.gui.language.names.arrows import Arrows
    from groundwork.gui.language.names.outline import OutlineList
    from groundwork.gui.language.names.rename import Renaming
    from groundwork.gui.language.names.uses import FoundUses


class NamesDesk(QObject):
    """All ways from name to name."""

    def __init__(self, workplace: Workplace, background: Background) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self.journey = Journey(workplace, background)
        self.definition = Definition(workplace, self.journey)
        Link(workplace, self.definition, self.journey)
        self.bindings = KnownBindings(workplace)
        workplace.code.marks.set_judge(self.bindings.tell)
        self._uses: FoundUses | None = None
        self._renaming: Renaming | None = None
        self._outline: OutlineList | None = None
        self._arrows: Arrows | None = None
        self.definition.uses_wanted.connect(self._show_uses)
        ways = (
            ("Go to the definition", "F12", self.definition.go, self._is_on_name),
            ("All uses", "Shift+F12", self._show_uses, self._is_on_name),
            ("Rename in all files", "F2", self._rename, self._is_on_own_name),
            ("Outline of the file", "Ctrl+Shift+O", self._show_outline, self._is_on_python),
        )
        for text, key, act, is_possible in ways:
            workplace.code.offers.append(Offer(f"{text}\t{key}", act, is_possible))
        workplace.code.keys.add({key: act for _, key, act, _ in ways})
        workplace.code.keys.add(
            {"Alt+F12": self.journey.go_back, "Ctrl+W": self._close_library_file}
        )
        workplace.view.edit_refused.connect(self._on_view_edit_refused)

    def show_arrows(self, *, are_wanted: bool) -> None:
        """Draw arrows from the name at the cursor or the pointer to its uses, or none."""
        if self._arrows is None and are_wanted:
            from groundwork.gui.language.names.arrows import Arrows  # noqa: PLC0415 - an option

            self._arrows = Arrows(self._workplace, self.bindings)
        if self._arrows is not None:
            self._arrows.switch(is_on=are_wanted)

    def _is_on_python(self) -> bool:
        return self._workplace.read() is not None

    def _is_on_name(self) -> bool:
        view = self._workplace.view
        cursor = view.send(Message.GETCURRENTPOS)
        return self._is_on_python() and name_around(view, cursor) is not None

    def _is_on_own_name(self) -> bool:
        return self._is_on_name() and is_writable(self._workplace.view)

    def _show_uses(self) -> None:
        if self._uses is None:
            from groundwork.gui.language.names.uses import (  # noqa: PLC0415 - seldom needed
                FoundUses,
            )

            self._uses = FoundUses(self._workplace, self.journey)
        self._uses.show()

    def _rename(self) -> None:
        if self._renaming is None:
            from groundwork.gui.language.names.rename import (  # noqa: PLC0415 - seldom needed
                Renaming,
            )

            self._renaming = Renaming(self._workplace)
        self._renaming.begin()

    def _show_outline(self) -> None:
        if self._outline is None:
            from groundwork.gui.language.names.outline import (  # noqa: PLC0415 - seldom needed
                OutlineList,
            )

            self._outline = OutlineList(self._workplace, self.journey)
        self._outline.ask()

    def _on_view_edit_refused(self) -> None:
        if self._workplace.pane.library_file:
            self._workplace.tell("A file of a library can be read here, not changed")

    def _close_library_file(self) -> None:
        pane = self._workplace.pane
        if pane.library_file:
            pane.close_library_file(pane.library_file)
