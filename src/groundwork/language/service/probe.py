"""A program as it would be with a name at the cursor: one that can be parsed, and asked about."""

from __future__ import annotations

import jedi
from jedi.inference.base_value import NO_VALUES, ValueSet
from jedi.inference.context import ModuleContext
from jedi.inference.helpers import infer_call_of_leaf
from parso.python.tree import Module, PythonLeaf

from groundwork.language.protocol import Source
from groundwork.language.service.cursor import Cursor, place_of, repairs
from groundwork.language.service.scripts import Scripts

STAND_IN = "_groundwork_stands_in_"
"""Stands at the cursor in place of what has been typed of the word."""


def with_name(cursor: Cursor, name: str) -> tuple[str, int]:
    """The text with the name in place of the word, or of the string, that the cursor is in.

    And where the name begins in the text as it was. What is missing is put in: at ends of lines, so
    that line and column of all that is there stay what they are.
    """
    start, end = cursor.start, cursor.end
    if cursor.quoted:
        start, end = cursor.quoted.start, _string_end(cursor, cursor.quoted.quote)
    text = cursor.text[:start] + name + cursor.text[end:]
    for repair in reversed(repairs(text, start + len(name))):
        text = text[: repair.offset] + repair.text + text[repair.offset :]
    return text, start


STUMBLES = (
    ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError,
    RecursionError, SyntaxError, TypeError, ValueError,
)  # fmt: skip
"""What Jedi and parso raise over programs that nobody has finished writing."""


class Probe:
    """A program with a name in place of the word, or of the string, that the cursor is in."""

    def __init__(self, scripts: Scripts, source: Source, cursor: Cursor) -> None:
        text, self.start = with_name(cursor, STAND_IN)
        self._before = cursor.text
        self.source = Source(source.folder, source.name, text)
        self.script: jedi.Script = scripts.script(self.source)

    @property
    def tree(self) -> Module:
        """The program's tree."""
        return self.script._module_node  # noqa: SLF001 - Jedi has no other way to it

    @property
    def context(self) -> ModuleContext:
        """The program as a module."""
        return self.script._get_module_context()  # noqa: SLF001 - the same

    @property
    def leaf(self) -> PythonLeaf:
        """The name that stands at the cursor."""
        return self.leaf_at(self.start)

    def leaf_at(self, offset: int) -> PythonLeaf:
        """The leaf that begins at that offset, the cursor's or one in front of it."""
        line, column = place_of(self._before, offset)
        return self.tree.get_leaf_for_position((line, column + 1))

    def values_of(self, offset: int) -> ValueSet:
        """What the expression may be whose last piece begins at that offset."""
        leaf = self.leaf_at(offset)
        if leaf is None:
            return NO_VALUES
        self.context.inference_state.reset_recursion_limitations()
        try:
            return infer_call_of_leaf(self.context.create_context(leaf), leaf)
        except STUMBLES:
            return NO_VALUES


def _string_end(cursor: Cursor, quote: str) -> int:
    """Where the string ends that the cursor is in: at its quote, or with the word."""
    line_end = cursor.text.find("\n", cursor.end)
    most = len(cursor.text) if line_end < 0 else line_end
    found = cursor.text.find(quote, cursor.offset, most)
    return cursor.end if found < 0 else found + len(quote)
