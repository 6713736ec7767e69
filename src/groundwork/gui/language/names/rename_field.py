"""The field in which a name is given another one, at its place in the code."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMargins
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit

from groundwork.gui.exercise.spoken import announce
from groundwork.gui.language.ground import SHADOW
from groundwork.gui.language.names.prompt import PAD, Prompt, remark
from groundwork.gui.language.workplace import Workplace
from groundwork.language.protocol import Edit

_LETTERS = 24
_INSIDE = 9
"""Pixels from the border of the field to its text."""


class RenameField(Prompt):
    """A field with the name, all of it selected; Enter asks for the changes."""

    def __init__(self, workplace: Workplace) -> None:
        self._name = QLineEdit()
        super().__init__(workplace, self._name)
        self._name.setAccessibleName("New name")
        self._remark = remark(self)
        self._said = ""
        self._is_problem = False
        self._then: Callable[[str], None] = _nothing
        self.column.addWidget(self._name)
        self.column.addWidget(self._remark)
        self._name.returnPressed.connect(self._on_name_return_pressed)
        self._name.textEdited.connect(self._on_name_text_edited)

    def ask(
        self, name: str, edits: Sequence[Edit], position: int, then: Callable[[str], None]
    ) -> None:
        """Let the name be edited at a position of the text; `then` is told the new one."""
        files = len({edit.file for edit in edits})
        places = "1 place" if len(edits) == 1 else f"{len(edits)} places"
        where = f"{places} in {files} files" if files > 1 else places
        self._said, self._then = f"{where}; Enter shows the changes", then
        self._name.setText(name)
        self._name.selectAll()
        self._show_remark(self._said, is_problem=False)
        self.open_at(position, shift=self._scaled(PAD) + _INSIDE + 1)

    def tell(self, problem: str) -> None:
        """Say why there is no such name."""
        self._show_remark(problem, is_problem=True)
        announce(self._name, problem)
        self.refit()

    def dress(self) -> None:
        """Take colours and sizes from the appearance."""
        theme, pad = self.appearance.theme, self._scaled(PAD)
        self.column.setContentsMargins(QMargins(pad, pad, pad, pad) + SHADOW)
        self.column.setSpacing(pad // 2)
        self._name.setFont(self.appearance.code_font())
        ink = theme.bad if self._is_problem else theme.muted
        self._remark.setStyleSheet(f"color: {ink};")

    def fit(self, widest: int, highest: int) -> None:
        """Have room for a long name."""
        del highest
        letters = max(_LETTERS, len(self._name.text()) + 4)
        wanted = QFontMetrics(self._name.font()).horizontalAdvance("m" * letters)
        width = min(wanted, widest - 2 * self._scaled(PAD))
        self._name.setFixedWidth(width)
        self._remark.setFixedWidth(width)

    def _scaled(self, pixels: int) -> int:
        return round(pixels * self.appearance.text_scale)

    def _show_remark(self, text: str, *, is_problem: bool) -> None:
        self._is_problem = is_problem
        self._remark.setText(text)
        self.dress()

    def _on_name_return_pressed(self) -> None:
        self._then(self._name.text().strip())

    def _on_name_text_edited(self) -> None:
        if self._is_problem:
            self._show_remark(self._said, is_problem=False)
        self.refit()


def _nothing(name: str) -> None:
    """For a field that was not asked yet."""
    del name
