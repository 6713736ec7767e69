"""Knows which names of the file in the editor mean the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject

from groundwork.gui.editor.lines import line_and_column, position_of
from groundwork.gui.editor.marks import Namesakes, Span
from groundwork.gui.language.names.pointed import name_around
from groundwork.gui.language.workplace import Workplace
from groundwork.language.protocol import Answer, Bind, Bindings
from groundwork.language.protocol import Span as Stretch

Told = Callable[[Namesakes | None], None]


class KnownBindings(QObject):
    """Asks what means the same as a name, and remembers the answers until the text changes."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._known: list[Namesakes] = []
        self._waiting: dict[Span, list[Told]] = {}
        self._revision = workplace.revision

    def tell(self, position: int, told: Told) -> None:
        """Tell what means the same as the name at the position: at once, or later.

        Never where the text changes meanwhile.
        """
        self._forget_other_texts()
        known = next((each for each in self._known if _touches(each, position)), None)
        span = name_around(self._workplace.view, position)
        if known is not None or span is None:
            told(known)
            return
        self._waiting.setdefault(span, []).append(told)
        if len(self._waiting) == 1:
            self._ask(span)

    def _ask(self, span: Span) -> None:
        source = self._workplace.source()
        if source is None:
            self._answer(span, None)
            return
        line, column = line_and_column(self._workplace.view, span[0])
        question = Bind(source, line + 1, column)
        self._workplace.ask(question, lambda answer: self._on_answered(span, answer))

    def _on_answered(self, span: Span, answer: Answer) -> None:
        known = None
        if isinstance(answer, Bindings):
            known = Namesakes(self._spans(answer.bound), self._spans(answer.used))
            self._known.append(known)
        self._answer(span, known)

    def _answer(self, span: Span, known: Namesakes | None) -> None:
        for told in self._waiting.pop(span, ()):
            told(known)
        following = next(iter(self._waiting), None)
        if following is not None:
            self._ask(following)

    def _spans(self, stretches: Iterable[Stretch]) -> list[Span]:
        view = self._workplace.view
        return [
            (
                position_of(view, one.line - 1, one.column),
                position_of(view, one.end_line - 1, one.end_column),
            )
            for one in stretches
        ]

    def _forget_other_texts(self) -> None:
        """Looked at when it is asked, not at each key: nobody is kept waiting for a letter."""
        if self._revision != self._workplace.revision:
            self._revision = self._workplace.revision
            self._known.clear()
            self._waiting.clear()


def _touches(known: Namesakes, position: int) -> bool:
    return any(start <= position <= end for start, end in (*known.bound, *known.used))
