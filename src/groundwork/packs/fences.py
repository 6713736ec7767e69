"""The first line of a fenced block: its language, what it is for, and what else it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from groundwork.packs.names import ID_RULE, id_fault
from groundwork.packs.roles import EXAMPLE, EXERCISE, OUTPUT, ROLES, Role
from groundwork.packs.wording import closest, listed, quoted, suggestion

DEFAULT_FILE = "main.py"

Tell = Callable[[str, str], None]
"""Tells a problem of the line at hand: a sentence and a remedy."""

_WORD = re.compile(r"""([^\s="]+)(?:=(?:"((?:[^"\\]|\\.)*)"|([^\s"]*)))?(?=\s|$)""")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


@dataclass(frozen=True, slots=True)
class FenceLine:
    """A fence's first line as it is written; `values` holds what stands behind an `=`.

    A block without a `role` is there to be read.
    """

    language: str
    role: Role | None = None
    values: dict[str, str] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """The id of what the block belongs to; empty where none is given."""
        return self.values.get("id", "")

    @property
    def file(self) -> str:
        """The name of the file that the fence holds."""
        return self.values.get("file", DEFAULT_FILE)


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block of a lesson; `line` counts from 1 in the lesson's file."""

    written: FenceLine
    text: str
    line: int


def read_fence_line(written: str, tell: Tell) -> FenceLine:
    """What the line behind the three backticks says; what it should not say is told."""
    language, _, rest = written.strip().partition(" ")
    if language in ROLES:
        language, rest = "", f"{language} {rest}"
    values, flags = _attributes(rest, tell)
    roles = [ROLES[flag] for flag in flags if flag in ROLES]
    if not roles:
        _check_listing(values, flags, tell)
        return FenceLine(language)
    role, *others = roles
    for other in others:
        sentence = f"This block says {quoted(role.name)} and {quoted(other.name)}."
        tell(sentence, "A block is for one thing; keep one of the two words.")
    _check_known(role, values, [flag for flag in flags if flag not in ROLES], tell)
    return FenceLine(language, role, values, frozenset(flags) & {*role.flags})


def _attributes(text: str, tell: Tell) -> tuple[dict[str, str], list[str]]:
    """The attributes with a value, and the words without one, in the author's order."""
    values: dict[str, str] = {}
    flags: list[str] = []
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
            flags.append(match[1])
        elif match[1] in values:
            tell(f"{quoted(match[1])} is given twice; the first counts.", "Delete one of them.")
        else:
            values[match[1]] = _unescaped(match[2], tell) if match[2] is not None else match[3]
    return values, list(dict.fromkeys(flags))


def _unescaped(text: str, tell: Tell) -> str:
    unknown = [one for one in _ESCAPE.findall(text) if one not in _ESCAPES]
    if unknown:
        sentence = f"A backslash before {quoted(unknown[0])} means nothing here."
        tell(sentence, r"Known are \n, \t, \" and \\; write \\ for a backslash itself.")
    return _ESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[0]), text)


def _check_listing(values: dict[str, str], flags: list[str], tell: Tell) -> None:
    """Tell a fence that was probably meant to be more than a listing."""
    misspelt = next((one for one in flags if closest(one, ROLES)), "")
    if misspelt:
        meant = quoted(closest(misspelt, ROLES))
        tell(f"This block says {quoted(misspelt)}.", f"Did you mean {meant}?")
    elif values.keys() & {*EXAMPLE.values} or {*flags} & {*EXAMPLE.flags}:
        sentence = "This block has attributes of an example, but is none."
        tell(sentence, "Add the word example after the language.")


def _check_known(role: Role, values: dict[str, str], flags: list[str], tell: Tell) -> None:
    for name in values:
        if name in role.flags:
            tell(f"{quoted(name)} takes no value.", f"Write {name} alone.")
        elif name not in role.values:
            remedy = suggestion(name, role.values, _known(role.values))
            tell(f"{role.a_noun} has no attribute {quoted(name)}.", remedy)
    for name in flags:
        if name in role.values:
            tell(f"{quoted(name)} needs a value.", f"Write {name}=….")
        elif name not in role.flags:
            remedy = suggestion(name, (*role.flags, *role.values), _known(role.flags))
            tell(f"{role.a_noun} knows no word {quoted(name)}.", remedy)


def _known(words: tuple[str, ...]) -> str:
    return f"Known are {listed(words)}." if words else "Delete it."


def check_id(fence: FenceLine, tell: Tell) -> bool:
    """Whether the block has an id that it may have; told where it has not."""
    noun = fence.role.noun if fence.role else EXAMPLE.noun
    if not fence.id:
        tell(f"This {noun} has no id.", _how_to_join(fence.role))
        return False
    fault = id_fault(fence.id)
    if fault:
        tell(f"The {noun}'s id {quoted(fence.id)} {fault}.", ID_RULE)
    return not fault


def _how_to_join(role: Role | None) -> str:
    if role in {EXAMPLE, EXERCISE}:
        return "Add one, like id=a-list-grows; keep it for good."
    owner = "example" if role is OUTPUT else "exercise"
    return f"Add the id of the {owner} that it belongs to, like id=a-list-grows."


def checked_error(name: str, tell: Tell) -> str:
    """The name of the error that an example ends with; empty, and told, where it is no name."""
    if name and not name.isidentifier():
        sentence = f"{quoted(name)} is not the name of an error."
        tell(sentence, "Write the error's type alone, like fails=KeyError.")
        return ""
    return name
