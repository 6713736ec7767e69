"""What a candidate of a completion is: how it is called, and its documentation."""

from __future__ import annotations

from groundwork.language.protocol import (
    Answer,
    Call,
    CallTip,
    Describe,
    Description,
    ExplainCandidate,
    Nothing,
    Source,
)
from groundwork.language.service import call_tip, describing
from groundwork.language.service.cursor import Cursor, cursor_at, place_of
from groundwork.language.service.probe import with_name
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
    """The parameter of the call at the cursor, as the call tip of an argument for it has it."""
    text, start = with_name(cursor, f"{name}=None")
    line, column = place_of(cursor.text, start)
    whole = Source(source.folder, source.name, text)
    call = call_tip.answer(scripts, CallTip(whole, line, column + len(name) + 1))
    if not isinstance(call, Call):
        return Nothing()
    signature = call.signatures[call.chosen]
    written = [one.text for one in signature.parameters if one.name == name]
    return Description(name, "parameter", written[0], html=signature.html) if written else Nothing()
