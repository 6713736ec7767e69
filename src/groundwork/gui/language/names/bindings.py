"""Knows which names of the file in the editor mean the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject

from groundwork.gui.editor.lines import line_and_column, position_of
from groundwork.gui.editor.marks import Namesakes, Span
from groundwork.gui.language.workplace import Workplace
from groundwork.language.protocol import Answer, Bind, Bindings
from groundwork.language.protocol import Span as Stretch

Told = Callable[[Namesakes | None], None]


class KnownBindings(QObject):
    """Asks what means the same as a name, and remembers the last answer until the text changes."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._known: Namesakes | None = None
        workplace.text_changed.connect(self._forget)
        workplace.file_shown.connect(self._forget)

    def tell(self, position: int, told: Told) -> None:
        """Tell what means the same as the name at the position: at once, later, or never.

        Never where somebody asks anew before there is an answer, or the text changes.
        """
        if self._known is not None and _touches(self._known, position):
            told(self._known)
            return
        source = self._workplace.source()
        if source is None:
            told(None)
            return
        line, column = line_and_column(self._workplace.view, position)
        question = Bind(source, line + 1, column)
        self._workplace.ask(question, lambda answer: self._on_answered(told, answer))

    def _on_answered(self, told: Told, answer: Answer) -> None:
        if not isinstance(answer, Bindings):
            told(None)
            return
        self._known = Namesakes(self._spans(answer.bound), self._spans(answer.used))
        told(self._known)

    def _spans(self, stretches: Iterable[Stretch]) -> list[Span]:
        view = self._workplace.view
        return [
            (
                position_of(view, one.line - 1, one.column),
                position_of(view, one.end_line - 1, one.end_column),
            )
            for one in stretches
        ]

    def _forget(self) -> None:
        self._known = None


def _touches(known: Namesakes, position: int) -> bool:
    return any(start <= position <= end for start, end in (*known.bound, *known.used))
