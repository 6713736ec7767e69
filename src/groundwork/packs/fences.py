"""The first line of a fenced block: its language, and what an author says about an example."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from groundwork.packs.names import ID_RULE, id_fault
from groundwork.packs.wording import closest, listed, quoted, suggestion

EXAMPLE = "example"
DEFAULT_FILE = "main.py"
FLAGS = ("main", "no-run")
VALUES = ("id", "title", "file", "fails", "input")

Tell = Callable[[str, str], None]
"""Tells a problem of the line at hand: a sentence and a remedy."""

_WORD = re.compile(r"""([^\s="]+)(?:=(?:"((?:[^"\\]|\\.)*)"|([^\s"]*)))?(?=\s|$)""")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


@dataclass(frozen=True, slots=True)
class FenceLine:
    """A fence's first line as it is written; `values` holds what stands behind an `=`."""

    language: str
    is_example: bool = False
    values: dict[str, str] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """The example's id; empty where none is given."""
        return self.values.get("id", "")

    @property
    def file(self) -> str:
        """The name of the file that the fence holds."""
        return self.values.get("file", DEFAULT_FILE)


def read_fence_line(written: str, tell: Tell) -> FenceLine:
    """What the line behind the three backticks says; what it should not say is told."""
    language, _, rest = written.strip().partition(" ")
    if language == EXAMPLE:
        language, rest = "", f"{language} {rest}"
    values, flags = _attributes(rest, tell)
    if EXAMPLE not in flags:
        _check_listing(values, flags, tell)
        return FenceLine(language)
    _check_known(values, flags - {EXAMPLE}, tell)
    return FenceLine(language, is_example=True, values=values, flags=flags & {*FLAGS})


def _attributes(text: str, tell: Tell) -> tuple[dict[str, str], frozenset[str]]:
    """The attributes with a value, and the words without one."""
    values: dict[str, str] = {}
    flags: set[str] = set()
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        match = _WORD.match(text, position)
        if not match:
            sentence = f"What follows cannot be understood: {quoted(text[position:])}."
            tell(sentence, 'Write attributes like id=a-list title="A list".')
            break
        position = match.end()
        if "=" not in match[0]:
            flags.add(match[1])
        elif match[1] in values:
            tell(f"{quoted(match[1])} is given twice; the first counts.", "Delete one of them.")
        else:
            values[match[1]] = _unescaped(match[2], tell) if match[2] is not None else match[3]
    return values, frozenset(flags)


def _unescaped(text: str, tell: Tell) -> str:
    unknown = [one for one in _ESCAPE.findall(text) if one not in _ESCAPES]
    if unknown:
        sentence = f"A backslash before {quoted(unknown[0])} means nothing here."
        tell(sentence, r"Known are \n, \t, \" and \\; write \\ for a backslash itself.")
    return _ESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[0]), text)


def _check_listing(values: dict[str, str], flags: frozenset[str], tell: Tell) -> None:
    """Tell a fence that was probably meant to be an example."""
    misspelt = next((one for one in sorted(flags) if closest(one, [EXAMPLE])), "")
    if misspelt:
        tell(f"This block says {quoted(misspelt)}.", "Did you mean “example”?")
    elif values.keys() & set(VALUES) or flags & set(FLAGS):
        sentence = "This block has attributes of an example, but is none."
        tell(sentence, "Add the word example after the language.")


def _check_known(values: dict[str, str], flags: frozenset[str], tell: Tell) -> None:
    for name in sorted(values.keys() - set(VALUES)):
        otherwise = f"Known are {listed(VALUES)}."
        if name in FLAGS:
            tell(f"{quoted(name)} takes no value.", f"Write {name} alone.")
        else:
            remedy = suggestion(name, VALUES, otherwise)
            tell(f"An example has no attribute {quoted(name)}.", remedy)
    for name in sorted(flags - set(FLAGS)):
        if name in VALUES:
            tell(f"{quoted(name)} needs a value.", f"Write {name}=….")
        else:
            known = (*FLAGS, *VALUES)
            remedy = suggestion(name, known, f"Known are {listed(FLAGS)}.")
            tell(f"An example knows no word {quoted(name)}.", remedy)


def check_id(an_id: str, tell: Tell) -> bool:
    """Whether an example may have this id; told where it may not."""
    if not an_id:
        tell("This example has no id.", "Add one, like id=a-list-grows; keep it for good.")
        return False
    fault = id_fault(an_id)
    if fault:
        tell(f"The example's id {quoted(an_id)} {fault}.", ID_RULE)
    return not fault


def checked_error(name: str, tell: Tell) -> str:
    """The name of the error that an example ends with; empty, and told, where it is no name."""
    if name and not name.isidentifier():
        sentence = f"{quoted(name)} is not the name of an error."
        tell(sentence, "Write the error's type alone, like fails=KeyError.")
        return ""
    return name
