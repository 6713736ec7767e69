"""What may be meant by the word before the cursor."""

from __future__ import annotations

from groundwork.language.protocol import Answer, Candidate, Complete, Completions
from groundwork.language.service.scripts import Scripts


def answer(scripts: Scripts, question: Complete) -> Answer:
    """The completions."""
    line = question.source.text.splitlines()[question.line - 1][: question.column]
    start = len(line) - len(_word(line))
    script = scripts.script(question.source)
    found = script.complete(question.line, start)
    return Completions(start, tuple(Candidate(one.name, one.type) for one in found))


def _word(line: str) -> str:
    length = 0
    while length < len(line) and (line[-length - 1].isalnum() or line[-length - 1] == "_"):
        length += 1
    return line[len(line) - length :]
