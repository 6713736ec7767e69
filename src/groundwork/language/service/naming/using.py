"""Where all files of an example use a name."""

from __future__ import annotations

from groundwork.language.protocol import Answer, FindUses, Nothing, Span, Use, Uses
from groundwork.language.service.naming.meaning import Meanings
from groundwork.language.service.naming.program import Found, Program
from groundwork.language.service.naming.text import word_from
from groundwork.language.service.scripts import Scripts

_MOST_ASKED = 500


def answer(scripts: Scripts, question: FindUses) -> Answer:
    """The uses, those of the file that was asked about first."""
    program = Program([question.source, *question.others])
    start = found_at(program, question.source.name, question.line, question.column)
    if start is None:
        return Nothing()
    meaning = Meanings(scripts, program, _MOST_ASKED).of(start)
    uses = [_use(found, is_sure=True) for found in meaning.certain]
    uses += [_use(found, is_sure=False) for found in meaning.unsure]
    order = [file.name for file in program.files]
    ordered = sorted(uses, key=lambda use: (order.index(use.file), use.span.line, use.span.column))
    return Uses(meaning.name, tuple(merged(ordered)))


def found_at(program: Program, file_name: str, line: int, column: int) -> Found | None:
    """The name that the place touches; of two that it is between, the one behind it."""
    file = program.file(file_name)
    if file is None:
        return None
    touching = sorted(file.at(line, column), key=lambda one: (-one.column, not one.is_binding))
    return Found(file, touching[0]) if touching else None


def span_of(found: Found) -> Span:
    """Where the name stands."""
    line, column = found.occurrence.place
    word = word_from(found.file.text.lines[line - 1], column)
    return Span(line, column, line, column + len(word))


def merged(uses: list[Use]) -> list[Use]:
    """Each place once, though a name there may be both bound and used."""
    places: dict[tuple[str, Span], Use] = {}
    for use in uses:
        key = (use.file, use.span)
        known = places.get(key, use)
        places[key] = Use(
            use.file, use.span, known.is_binding or use.is_binding, known.is_sure or use.is_sure
        )
    return list(places.values())


def _use(found: Found, *, is_sure: bool) -> Use:
    return Use(found.file.name, span_of(found), found.occurrence.is_binding, is_sure)
