"""What the name at a place is."""

from __future__ import annotations

from groundwork.language.protocol import Answer, Describe, Description, Nothing
from groundwork.language.service.documentation import html_of
from groundwork.language.service.scripts import Scripts


def answer(scripts: Scripts, question: Describe) -> Answer:
    """The description."""
    script = scripts.script(question.source)
    for name in script.goto(question.line, question.column, follow_imports=True):
        return Description(
            name.name, name.type, name.description, html=html_of(name.docstring(raw=True))
        )
    return Nothing()
