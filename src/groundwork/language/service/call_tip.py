"""Which call the cursor stands in, at which parameter, and what is known of that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from parso import split_lines

from groundwork.language.protocol import Answer, Call, CallTip, Nothing, Signature
from groundwork.language.service.arguments import Arguments, arguments_in
from groundwork.language.service.columns import with_columns
from groundwork.language.service.docstring import Part, parameter_text, parts_of
from groundwork.language.service.documentation import cleaned, markup_html, summary_of
from groundwork.language.service.known_signatures import NOTES
from groundwork.language.service.scripts import Scripts
from groundwork.language.service.signatures import NONE, Shape, shapes_of

if TYPE_CHECKING:
    from jedi.api.classes import Name

_EMPTY = ("Initialize self.", "Create and return a new object.")
"""How docstrings begin that say nothing."""

_MOST_LINES = 400
"""A call that began further up is not looked at."""


def answer(scripts: Scripts, question: CallTip) -> Answer:
    """The call, or nothing where the cursor stands in none."""
    script = scripts.script(question.source)
    found = script.get_signatures(question.line, question.column)
    shapes = shapes_of(found)
    if not shapes:
        return Nothing()
    line, column = found[0].bracket_start
    between = _between(question, line, column)
    if between is None:
        return Nothing()
    arguments = arguments_in(between)
    names = script.goto(line, column - 1, follow_imports=True) if column else []
    if names:
        shapes = with_columns(shapes, names[0])
    texts = [*_docstrings(names), found[0].docstring(raw=True)]
    parts = [parts_of(cleaned(text)) for text in texts if not text.startswith(_EMPTY)]
    known = NOTES.get(found[0].full_name or "", {})
    signatures = tuple(_signature(shape, arguments, parts, known) for shape in shapes)
    fitting = [shape.takes(arguments) for shape in shapes]
    chosen = fitting.index(True) if True in fitting else 0
    return Call(line, column, signatures, chosen, next(filter(None, map(summary_of, parts)), ""))


def _between(question: CallTip, line: int, column: int) -> str | None:
    """What stands from behind the bracket to the cursor; None if that is too far."""
    if not 0 <= question.line - line <= _MOST_LINES:
        return None
    lines = split_lines(question.source.text, keepends=True)[line - 1 : question.line]
    if not lines:
        return ""
    lines[-1] = lines[-1][: question.column]
    return "".join(lines)[column + 1 :]


def _docstrings(names: Sequence[Name]) -> list[str]:
    """What documents the thing that is called: its own docstring, and of a class its `__init__`."""
    found: list[str] = []
    for name in names:
        found.append(name.docstring(raw=True))
        if name.type == "class":
            found += [
                inner.docstring(raw=True)
                for inner in name.defined_names()
                if inner.name == "__init__"
            ]
    return found


def _signature(
    shape: Shape, arguments: Arguments, documents: list[list[Part]], known: Mapping[str, str]
) -> Signature:
    index = shape.index_of(arguments)
    html = ""
    if index != NONE:
        name = shape.parameters[index].name
        written = next((one for one in shape.written if one.name == name), None)
        note = known.get(name) or (cleaned(written.note) if written else "")
        texts = (parameter_text(parts, name) for parts in documents)
        html = markup_html(note or next(filter(None, texts), ""))
    return Signature(shape.name, shape.parameters, index, shape.returns, html)
