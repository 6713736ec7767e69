"""Where the name at a place is bound in its file, and where it is used."""

from __future__ import annotations

from groundwork.language.protocol import Answer, Bind, Bindings, Nothing, Use
from groundwork.language.service.naming.meaning import Meanings
from groundwork.language.service.naming.program import Program
from groundwork.language.service.naming.using import found_at, merged, span_of
from groundwork.language.service.scripts import Scripts

_MOST_ASKED = 40
"""This is asked wherever the cursor rests, so it must be quick."""


def answer(scripts: Scripts, question: Bind) -> Answer:
    """The bindings and uses."""
    program = Program([question.source])
    start = found_at(program, question.source.name, question.line, question.column)
    if start is None:
        return Nothing()
    found = Meanings(scripts, program, _MOST_ASKED).of(start).certain
    uses = merged([Use("", span_of(one), one.occurrence.is_binding) for one in found])
    return Bindings(
        bound=tuple(use.span for use in uses if use.is_binding),
        used=tuple(use.span for use in uses if not use.is_binding),
    )
