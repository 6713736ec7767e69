"""What to change so that a name is another in all files of an example."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterable

from groundwork.language.protocol import Answer, Edit, Edits, Nothing, Refused, Rename
from groundwork.language.service.naming.conflict import conflict
from groundwork.language.service.naming.meaning import FREE, LIBRARY, OUTSIDE, Meaning, Meanings
from groundwork.language.service.naming.parsing import fault_line
from groundwork.language.service.naming.program import Found, Program
from groundwork.language.service.naming.using import found_at, span_of
from groundwork.language.service.scripts import Scripts

_MOST_ASKED = 2_000


def answer(scripts: Scripts, question: Rename) -> Answer:
    """The changes, or why there can be none; asked with the name as it is, whether there can be."""
    program = Program([question.source, *question.others])
    start = found_at(program, question.source.name, question.line, question.column)
    if start is None:
        return _nameless(program, question)
    name, new = start.occurrence.name, question.new_name
    refusal = unfit(new) or _unreadable(program, name)
    if refusal:
        return Refused(refusal)
    meaning = Meanings(scripts, program, _MOST_ASKED).of(start)
    refusal = _foreign(program, meaning)
    if refusal:
        return Refused(refusal)
    edits = _edits(program, meaning.certain, new)
    warning = conflict(program, edits, new) if new != name else ""
    return Edits(edits, _edits(program, meaning.unsure, new), warning)


def unfit(name: str) -> str:
    """Why that cannot be a name; empty where it can."""
    if not name.isidentifier():
        return (
            f"“{name}” cannot be a name: names are made of letters, digits and _,"
            " and do not begin with a digit."
        )
    if keyword.iskeyword(name):
        return f"“{name}” cannot be a name: it is a word of the language itself."
    return ""


def _nameless(program: Program, question: Rename) -> Answer:
    file = program.file(question.source.name)
    if file is not None and not file.is_whole:
        return Refused(_mend_first(file.name, fault_line(file.text)))
    return Nothing()


def _unreadable(program: Program, name: str) -> str:
    """Why it cannot be told where the name stands; empty where it can."""
    word = re.compile(rf"\b{re.escape(name)}\b")
    for file in program.files:
        if word.search(file.source.text):
            line = fault_line(file.text)
            if line:
                return _mend_first(file.name, line)
            if not (file.is_whole and file.reader.is_exact):
                return f"{file.name} is written in a way that a name cannot be changed in safely."
    return ""


def _mend_first(file: str, line: int) -> str:
    return f"Line {line} of {file} is not finished, or has a mistake; mend that first."


def _foreign(program: Program, meaning: Meaning) -> str:
    """Why the name is not the program's to change; empty where it is."""
    name = meaning.name
    if name.startswith("__") and name.endswith("__"):
        return f"{name} is a name that Python itself looks for, so it cannot be another."
    if meaning.is_of(FREE):
        if hasattr(builtins, name):
            return f"{name} is a name of Python's own, so it cannot be another."
        return f"Nothing in this program gives {name} a value, so there is nothing to rename."
    if meaning.is_of(LIBRARY, OUTSIDE):
        return f"{name} is a name of a library, so it cannot be another."
    if not any(found.occurrence.is_binding for found in meaning.certain):
        return f"Where {name} comes from cannot be told before the program runs."
    return _module_refusal(program, meaning)


def _module_refusal(program: Program, meaning: Meaning) -> str:
    for found in meaning.certain:
        module = found.occurrence.module
        if module is not None and module.name == meaning.name:
            is_ours = program.file_of(module, found.file) is not None
            kind = "a file" if is_ours else "a library"
            return f"{meaning.name} is the name of {kind}, so it is not changed here."
    return ""


def _edits(program: Program, found: Iterable[Found], new: str) -> tuple[Edit, ...]:
    """The changes of these places, file by file from top to bottom."""
    order = [file.name for file in program.files]
    edits = {Edit(one.file.name, span_of(one), new) for one in found}
    return tuple(
        sorted(edits, key=lambda one: (order.index(one.file), one.span.line, one.span.column))
    )
