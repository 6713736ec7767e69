"""What a candidate of a completion is: how it is called, and its documentation."""

from __future__ import annotations

from groundwork.language.protocol import (
    Answer,
    Describe,
    Description,
    ExplainCandidate,
    Nothing,
    Source,
)
from groundwork.language.service import describing
from groundwork.language.service.cursor import Cursor, cursor_at, place_of
from groundwork.language.service.keyword_arguments import parameter_text
from groundwork.language.service.probe import Probe, with_name
from groundwork.language.service.scripts import Scripts


def answer(scripts: Scripts, question: ExplainCandidate) -> Answer:
    """The description of the candidate; nothing for one that is no name of a program's.

    The program is looked at as it would be with the candidate at the cursor.
    """
    source, name = question.source, question.name
    cursor = cursor_at(source, question.line, question.column)
    if name.endswith("="):
        return _parameter(scripts, source, cursor, name.removesuffix("="))
    if cursor.quoted or not name.isidentifier():
        return Nothing()
    text, start = with_name(cursor, name)
    line, column = place_of(cursor.text, start)
    return describing.answer(
        scripts, Describe(Source(source.folder, source.name, text), line, column)
    )


def _parameter(scripts: Scripts, source: Source, cursor: Cursor, name: str) -> Answer:
    text = parameter_text(Probe(scripts, source, cursor), cursor, name)
    return Description(name, "parameter", text) if text else Nothing()
