"""Joins what finds problems to where they are told and mended."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from groundwork.aids import PROBLEMS
from groundwork.gui.console.panel import RunPanel
from groundwork.gui.editor.languages import is_python
from groundwork.gui.editor.lines import line_of
from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.hover import Hover
from groundwork.gui.language.problems import wording
from groundwork.gui.language.problems.display import Display
from groundwork.gui.language.problems.inspector import Inspector
from groundwork.gui.language.problems.mending import mend
from groundwork.gui.language.problems.page import ProblemsPage
from groundwork.gui.language.workplace import LARGEST_TEXT, Workplace
from groundwork.language.protocol import Fix

if TYPE_CHECKING:
    from groundwork.gui.language.problems.fix_list import FixList
    from groundwork.gui.language.problems.underlines import Underlined

_FIX_LINK = "fix:"
_MOST_TOLD = 2
"""Problems of one place that are told when it is pointed at."""


class ProblemsDesk(QObject):
    """Tells what is wrong in the code, in the list and when it is pointed at, and mends it."""

    def __init__(self, workplace: Workplace, hover: Hover, run_panel: RunPanel) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._hover = hover
        self._run_panel = run_panel
        self.inspector = Inspector(workplace)
        self.display = Display(workplace, self.inspector)
        self.page = ProblemsPage(workplace.appearance)
        self._fix_list: FixList | None = None
        self._pending: tuple[int, Callable[[], None]] | None = None
        run_panel.add_page(wording.tab_title(0), self.page)
        workplace.code.keys.add(
            {
                "Ctrl+.": self.offer_fixes,
                "Alt+Return": self.offer_fixes,
                "Ctrl+F8": self.go_to_next,
                "Ctrl+Shift+F8": self.go_to_previous,
            }
        )
        hover.add_source(self._html_at)
        hover.link_chosen.connect(self._on_hover_link_chosen)
        self.display.changed.connect(self._list)
        self.inspector.inspected.connect(self._on_inspector_inspected)
        workplace.file_shown.connect(self._list)
        workplace.allowed_changed.connect(self._list)
        self.page.chosen.connect(self._on_page_chosen)
        self.page.fix_chosen.connect(self._on_page_fix_chosen)

    def go_to_next(self) -> None:
        """Go to the next problem of the file, from the last on to the first, and tell it."""
        self._once_current(lambda: self._go_along(1))

    def go_to_previous(self) -> None:
        """Go to the problem before, from the first on to the last, and tell it."""
        self._once_current(lambda: self._go_along(-1))

    def offer_fixes(self) -> None:
        """Show what mends the problem at the cursor or on its line; where nothing does, tell it."""
        self._hover.put_away()
        self._once_current(self._offer)

    def _once_current(self, action: Callable[[], None]) -> None:
        """Do it once what is known is about the text as it is; not if that changes meanwhile."""
        self.display.reveal()
        is_looked_at = self._workplace.source() and PROBLEMS in self._workplace.allowed
        if self.inspector.is_current or not is_looked_at:
            action()
        else:
            self._pending = self._workplace.revision, action
            self.inspector.ask_now()

    def _on_inspector_inspected(self, name: str) -> None:
        del name
        if self._pending and self.inspector.is_current:
            (revision, action), self._pending = self._pending, None
            if revision == self._workplace.revision:
                action()

    def _offer(self) -> None:
        found = self._found_here()
        mendable = [one for one in found if one.finding.fixes]
        if mendable:
            findings = [one.finding for one in mendable if one.start == mendable[0].start]
            self._made_fix_list().offer(findings, mendable[0].start)
        elif found:
            self._go(found[0].start)
        else:
            self._workplace.tell("There is nothing to mend on this line")

    def _go_along(self, step: int) -> None:
        cursor, places = self._cursor(), self._places()[::step]
        if not places:
            self._workplace.tell("There is no problem in this file")
            return
        self._go(next((place for place in places if step * (place - cursor) > 0), places[0]))

    def _cursor(self) -> int:
        return self._workplace.view.send(Message.GETCURRENTPOS)

    def _places(self) -> list[int]:
        return sorted({one.start for one in self.display.underlines.all()})

    def _go(self, place: int) -> None:
        view = self._workplace.view
        line = line_of(view, place)
        self._workplace.code.go_to(line + 1)
        view.send(Message.GOTOPOS, place)
        self._hover.show_here()

    def _found_here(self) -> list[Underlined]:
        """What is underlined at the cursor, else what is on its line."""
        cursor, underlines = self._cursor(), self.display.underlines
        return underlines.at(cursor) or underlines.on_line(line_of(self._workplace.view, cursor))

    def _made_fix_list(self) -> FixList:
        if self._fix_list is None:
            from groundwork.gui.language.problems.fix_list import (  # noqa: PLC0415 - seldom needed
                FixList,
            )

            self._fix_list = FixList(self._workplace)
            self._fix_list.taken.connect(self._mend)
        return self._fix_list

    def _mend(self, fix: Fix) -> None:
        """Carry the fix out, if the text is still the one that it is about."""
        if self.inspector.is_current:
            mend(self._workplace.view, fix)
            self.inspector.ask_now()

    def _html_at(self, position: int) -> str:
        found = self.display.underlines.at(position)
        inside = [one for one in found if position < one.end] or found
        return "".join(
            wording.html_of(one.finding, f"{_FIX_LINK}{one.start}") for one in inside[:_MOST_TOLD]
        )

    def _list(self) -> None:
        """Let the list and its tab show what is shown in the code, and what is in other files."""
        current = self._workplace.pane.current
        entries = [
            wording.Entry(name, finding, name == current)
            for name in self.inspector.files
            for finding in self.display.findings(name)
        ]
        entries.sort(key=lambda one: (not one.is_shown, one.file, one.finding.severity))
        self.page.show_entries(entries, self._words())
        self._run_panel.set_page_title(self.page, wording.tab_title(len(entries)))

    def _words(self) -> tuple[str, str]:
        """What to say where nothing is listed."""
        workplace = self._workplace
        if PROBLEMS not in workplace.allowed:
            return "Switched off", workplace.why(PROBLEMS)
        names = workplace.pane.texts()
        if not any(is_python(name) for name in names):
            return wording.NO_PYTHON
        long = [name for name, text in names.items() if is_python(name) and _is_long(text)]
        if long:
            return "Too long to look at", wording.too_long(long[0])
        return wording.EMPTY

    def _on_page_chosen(self, entry: wording.Entry) -> None:
        span = entry.finding.span
        self._workplace.pane.go_to(entry.file, span.line, span.column)
        self._workplace.pane.setFocus()

    def _on_page_fix_chosen(self, entry: wording.Entry) -> None:
        """Mend it where it can be seen."""
        finding = entry.finding
        self._on_page_chosen(entry)

        def carry_out() -> None:
            if finding.fixes and finding in self.inspector.findings(entry.file):
                self._mend(finding.fixes[0])

        self._once_current(carry_out)

    def _on_hover_link_chosen(self, address: str) -> None:
        place = address.removeprefix(_FIX_LINK)
        if place == address or not place.isdecimal():
            return
        for one in self.display.underlines.at(int(place)):
            if one.finding.fixes and one.start == int(place):
                self._hover.put_away()
                self._mend(one.finding.fixes[0])
                return


def _is_long(text: str) -> bool:
    return len(text) > LARGEST_TEXT
