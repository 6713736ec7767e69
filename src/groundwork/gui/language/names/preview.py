"""Shows every change that another name would make, before it is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from groundwork.gui.icons import icon
from groundwork.gui.language.names.row_list import RowList
from groundwork.gui.language.names.rows import Line, Mark, Row, shown_line
from groundwork.gui.language.names.use_list import LINE_END
from groundwork.gui.language.workplace import Workplace
from groundwork.gui.style import icon_size
from groundwork.language.protocol import Edit, Edits

_SIZE = QSize(720, 520)
_EDGE = 48
_PERHAPS = "Perhaps the same name; tick what is"


class Preview(QDialog):
    """Every line that changes, as it is and as it will be, by file; to agree to or not.

    Signals:
        agreed: the changes are wanted: a list of Edit.
    """

    agreed = Signal(list)

    def __init__(
        self,
        old_name: str,
        new_name: str,
        answer: Edits,
        texts: Mapping[str, str],
        workplace: Workplace,
    ) -> None:
        window = workplace.view.window()
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Rename {old_name} to {new_name}")
        self._answer = answer
        self._appearance = workplace.appearance
        self._summary = QLabel()
        self._list = RowList(self._appearance, "Changes")
        self._list.is_menu = False
        self._list.setProperty("role", "framed")
        shown = [*_changes(answer.edits, texts), *_possible_changes(answer.unsure, texts)]
        self._edits = [edits for edits, _ in shown]
        self._list.show_rows([row for _, row in shown], 1)
        self._lay_out()
        self._show_summary()
        self._list.lines.ticked.connect(self._show_summary)
        self.accepted.connect(self._on_accepted)
        available = window.size() - QSize(_EDGE, _EDGE)
        self.resize((_SIZE * self._appearance.text_scale).boundedTo(available))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        if self._answer.warning:
            column.addLayout(self._warning())
        column.addWidget(self._summary)
        column.addWidget(self._list, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        cancel = QPushButton("Cancel")
        agree = QPushButton("Rename anyway" if self._answer.warning else "Rename")
        if not self._answer.warning:
            agree.setProperty("role", "primary")
        default = cancel if self._answer.warning else agree
        default.setDefault(True)
        cancel.clicked.connect(self.reject)
        agree.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(agree)
        column.addLayout(row)
        self._list.setFocus()

    def _warning(self) -> QHBoxLayout:
        edge = icon_size(self._appearance.sizes)
        sign, text = QLabel(), QLabel(self._answer.warning)
        picture = icon("warning", self._appearance.theme.warn)
        sign.setPixmap(picture.pixmap(QSize(edge, edge), self.devicePixelRatioF()))
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        return row

    def _wanted(self) -> list[Edit]:
        """What changes for certain, and what was ticked."""
        rows = self._list.lines
        return [
            edit
            for index, edits in enumerate(self._edits)
            if not rows.rows[index].is_optional or rows.is_ticked(index)
            for edit in edits
        ]

    def _show_summary(self) -> None:
        wanted = self._wanted()
        files = len({edit.file for edit in wanted})
        places = "1 place changes" if len(wanted) == 1 else f"{len(wanted)} places change"
        where = f" in {files} files" if files > 1 else ""
        self._summary.setText(f"{places}{where}. Texts and comments stay as they are.")

    def _on_accepted(self) -> None:
        self.agreed.emit(self._wanted())


Shown = tuple[tuple[Edit, ...], Row]
"""Changes of one line, and the row that shows them; a heading shows none."""


def _changes(edits: Sequence[Edit], texts: Mapping[str, str]) -> Iterator[Shown]:
    """The lines that change for certain, each file under its name."""
    for file, own in groupby(edits, key=lambda edit: edit.file):
        yield (), Row(Line(file), is_heading=True)
        lines = LINE_END.split(texts.get(file, ""))
        for number, of_line in groupby(own, key=lambda edit: edit.span.line):
            yield _row(lines[number - 1], number, tuple(of_line))


def _possible_changes(edits: Sequence[Edit], texts: Mapping[str, str]) -> Iterator[Shown]:
    """The lines that may mean another name."""
    if edits:
        yield (), Row(Line(_PERHAPS), is_heading=True)
    for edit in edits:
        lines = LINE_END.split(texts.get(edit.file, ""))
        changed, row = _row(lines[edit.span.line - 1], edit.span.line, (edit,))
        yield changed, row._replace(is_optional=True, behind=edit.file)


def _row(line: str, number: int, edits: tuple[Edit, ...]) -> Shown:
    before = [(edit.span.column, edit.span.end_column) for edit in edits]
    after, marks, end = "", list[Mark](), 0
    for edit in edits:
        after += line[end : edit.span.column]
        marks.append((len(after), len(after) + len(edit.text)))
        after, end = after + edit.text, edit.span.end_column
    return edits, Row(shown_line(line, before), number, after=shown_line(after + line[end:], marks))
