"""What may be meant by the word before the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from jedi.api.helpers import higher_recursion_limit

from groundwork.language.protocol import Answer, Candidate, Complete, Completions, Nothing
from groundwork.language.service.attributes import attribute_candidates
from groundwork.language.service.cursor import Cursor, Quoted, cursor_at, place_of
from groundwork.language.service.dictionary_keys import key_names, owner_of_key
from groundwork.language.service.file_names import file_candidates, is_file_name
from groundwork.language.service.inherited import inherited_methods
from groundwork.language.service.modules import import_candidates
from groundwork.language.service.names import name_candidates
from groundwork.language.service.places import Place, ends_value, place_at
from groundwork.language.service.probe import STUMBLES, Probe
from groundwork.language.service.scripts import Scripts
from groundwork.language.service.statements import joining_keywords


def answer(scripts: Scripts, question: Complete) -> Answer:
    """The completions; nothing where none are wanted."""
    with higher_recursion_limit(), suppress(*STUMBLES):
        return _completions(scripts, question)
    return Nothing()


def _completions(scripts: Scripts, question: Complete) -> Answer:
    cursor = cursor_at(question.source, question.line, question.column)
    if cursor.quoted:
        return _in_text(scripts, question, cursor, cursor.quoted)
    place = place_at(cursor)
    if place is Place.NOTHING:
        return Nothing()
    return _answered(cursor, cursor.start, _candidates(scripts, question, cursor, place))


def _candidates(
    scripts: Scripts, question: Complete, cursor: Cursor, place: Place
) -> Sequence[Candidate]:
    if place is Place.JOINING:
        return _keywords(joining_keywords(cursor))
    if place is Place.IMPORT and ends_value(cursor.tokens[-1]):
        return _keywords(joining_keywords(cursor))
    probe = Probe(scripts, question.source, cursor)
    if place is Place.IMPORT:
        return import_candidates(probe, cursor, question.lesson_names)
    if place is Place.ATTRIBUTE:
        return attribute_candidates(probe, cursor)
    if place is Place.NEW_METHOD:
        return inherited_methods(probe)
    return name_candidates(probe, cursor, place, question)


def _in_text(scripts: Scripts, question: Complete, cursor: Cursor, quoted: Quoted) -> Answer:
    """Keys of a dictionary, or names of files; prose is left alone."""
    owner = owner_of_key(cursor)
    if owner is not None:
        names = key_names(Probe(scripts, question.source, cursor), cursor, owner)
        keys = [Candidate(name, "key") for name in names]
        return _answered(cursor, quoted.content, keys)
    if is_file_name(cursor, cursor.text[quoted.content : cursor.offset]):
        files = file_candidates(question.source.folder)
        return _answered(cursor, quoted.content, files)
    return Nothing()


def _keywords(names: Sequence[str]) -> list[Candidate]:
    return [Candidate(name, "keyword") for name in names]


def _answered(cursor: Cursor, start: int, candidates: Sequence[Candidate]) -> Answer:
    """The candidates, ranked as they stand, for the word that begins at that offset."""
    if not candidates:
        return Nothing()
    ranked = (
        Candidate(one.name, one.kind, rank, one.insert) for rank, one in enumerate(candidates)
    )
    return Completions(place_of(cursor.text, start)[1], tuple(ranked))
