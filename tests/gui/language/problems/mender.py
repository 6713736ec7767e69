"""A desk at which problems are told and mended."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from tests.gui.language.writing_desk import WritingDesk

from groundwork.gui.console.panel import RunPanel
from groundwork.gui.language.hover import Hover
from groundwork.gui.language.problems.desk import ProblemsDesk
from groundwork.gui.language.problems.fix_list import FixList
from groundwork.gui.language.problems.page import ProblemsPage
from groundwork.gui.language.problems.rows import Row


class Mender:
    """What is done with problems at a desk, and what is seen of them."""

    def __init__(self, desk: WritingDesk) -> None:
        self.desk = desk
        self.panel = RunPanel(desk.appearance)
        desk.qtbot.addWidget(self.panel)
        self.panel.resize(480, 260)
        self.hover = Hover(desk.workplace)
        self.problems = ProblemsDesk(desk.workplace, self.hover, self.panel)
        self.told: list[str] = []
        desk.workplace.told.connect(self.told.append)

    @property
    def page(self) -> ProblemsPage:
        return self.problems.page

    @property
    def marked(self) -> list[str]:
        """What is underlined, from top to bottom."""
        view = self.desk.view
        found = self.problems.display.underlines.all()
        return [view.slice(one.start, one.end).decode() for one in found]

    @property
    def rows(self) -> list[Row]:
        found = self.page.findChildren(Row)
        return sorted((row for row in found if not row.isHidden()), key=lambda row: row.y())

    @property
    def listed(self) -> list[str]:
        return [row.accessibleName() for row in self.rows]

    @property
    def offers(self) -> list[FixList]:
        """The list of fixes, while it is open."""
        return [one for one in self.desk.pane.findChildren(FixList) if not one.isHidden()]

    def show_list(self) -> None:
        self.panel.show()
        self.panel.show_page(self.page)
        self.desk.qtbot.waitExposed(self.panel)

    def button(self, row: int) -> QPushButton:
        found = self.rows[row].findChild(QPushButton)
        assert isinstance(found, QPushButton)
        return found

    def wait_until_looked_at(self) -> None:
        """Until what is known is about the text as it is now."""
        self.wait(lambda: self.problems.inspector.is_current)

    def wait(self, condition: object) -> None:
        assert callable(condition)
        self.desk.qtbot.waitUntil(lambda: bool(condition()), timeout=30_000)
