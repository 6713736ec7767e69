"""The list of all uses of a name, over the code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QFrame

from groundwork.gui.language.names.prompt import PAD, Prompt, remark
from groundwork.gui.language.names.row_list import RowList
from groundwork.gui.language.names.rows import Line, Row, shown_line
from groundwork.gui.language.workplace import Workplace
from groundwork.language.protocol import Place, Use, Uses

LINE_END = re.compile(r"\r\n|\r|\n")

_WIDEST = 760
_GAP = 4
_BOUND, _UNSURE = "set here", "perhaps"


class UseList(Prompt):
    """Lines with the name marked, by file; one of them is gone to.

    Signals:
        use_chosen: the Use to go to.
    """

    use_chosen = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        self._rows = RowList(workplace.appearance, "Uses of the name")
        super().__init__(workplace, self._rows)
        self.setAccessibleName("Uses of the name")
        self._uses: list[Use | None] = []
        self._heading = remark(self)
        self._line = QFrame()
        self._line.setFixedHeight(1)
        self.column.setContentsMargins(self.column.contentsMargins() + QMargins(0, 0, 0, _GAP))
        for widget in (self._heading, self._line, self._rows):
            self.column.addWidget(widget)
        self._rows.chosen.connect(self._on_rows_chosen)

    def dress(self) -> None:
        """Take colours and sizes from the appearance."""
        pad = round(PAD * self.appearance.text_scale)
        self._heading.setContentsMargins(pad, pad, pad, pad)
        self._line.setStyleSheet(f"background: {self.appearance.theme.hairline};")
        self._rows.dress()

    def show_uses(self, answer: Uses, texts: Mapping[str, str], here: Place, position: int) -> None:
        """List the uses at a position of the text; the one that is there is selected."""
        self.put_away()
        shown = list(_rows_of(answer, texts))
        self._uses = [use for use, _ in shown]
        current = (index for index, use in enumerate(self._uses) if use and _place_of(use) == here)
        first = next(index for index, use in enumerate(self._uses) if use)
        self._rows.show_rows([row for _, row in shown], next(current, first))
        self._heading.setText(_heading(answer))
        self.open_at(position)

    def fit(self, widest: int, highest: int) -> None:
        """Be as wide as the lines, and as high."""
        widest = min(round(_WIDEST * self.appearance.text_scale), widest)
        above = self._heading.heightForWidth(widest)
        size = self._rows.wanted_size(widest, max(1, highest - above - 3 * _GAP))
        self._rows.setFixedSize(size)
        self._heading.setFixedSize(size.width(), above)

    def _on_rows_chosen(self, index: int) -> None:
        use = self._uses[index]
        if use is not None:
            self.put_away()
            self.use_chosen.emit(use)


def _rows_of(answer: Uses, texts: Mapping[str, str]) -> Iterator[tuple[Use | None, Row]]:
    """The uses as rows, after the name of their file where there are several files."""
    files = {use.file: None for use in answer.uses}
    for file in files:
        lines = LINE_END.split(texts.get(file, ""))
        if len(files) > 1:
            yield None, Row(Line(file), is_heading=True)
        for use in answer.uses:
            if use.file == file and use.span.line <= len(lines):
                mark = (use.span.column, use.span.end_column)
                line = shown_line(lines[use.span.line - 1], [mark])
                behind = (_BOUND if use.is_binding else "") if use.is_sure else _UNSURE
                yield use, Row(line, use.span.line, behind=behind)


def _place_of(use: Use) -> Place:
    return Place(use.file, use.span.line, use.span.column)


def _heading(answer: Uses) -> str:
    count, files = len(answer.uses), len({use.file for use in answer.uses})
    if count == 1:
        return f"{answer.name} is only here"
    where = f" in {files} files" if files > 1 else ""
    return f"{answer.name}: {count} places{where}"
