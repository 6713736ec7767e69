"""What the programs of a lesson are made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from groundwork.gui.editor.languages import is_python
from groundwork.packs.model import Example, Page

_IMPORT = re.compile(r"^(?:import|from)\s.*", re.MULTILINE)
_NAME = re.compile(r"(?<![\w.])[^\W\d]\w*\b(?!=[^=])")
"""A name by itself: none behind a dot, and none of an argument, as in `key=len`."""

_PROSE = re.compile(
    r"""\"{3}.*?\"{3}|'{3}.*?'{3}|[a-zA-Z]*"[^"\n]*"|[a-zA-Z]*'[^'\n]*'|\#[^\n]*""", re.DOTALL
)

EVERYDAY = ("import builtins", "import typing", "import io")
"""These stand for what every program uses."""


def programs_of(page: Page) -> tuple[Example, ...]:
    """The programs that a page shows or asks for."""
    return (*page.examples, *(exercise.example for exercise in page.exercises))


def imports_in(programs: tuple[Example, ...]) -> str:
    """What all of these import in lines of their own, each once, after what every program uses."""
    found = (match.group().strip() for text in _texts(programs) for match in _IMPORT.finditer(text))
    return "\n".join(dict.fromkeys([*EVERYDAY, *found]))


def names_in(programs: tuple[Example, ...]) -> tuple[str, ...]:
    """The names in all of these, the most frequent first."""
    code = (_PROSE.sub(" ", text) for text in _texts(programs))
    found = Counter(name for text in code for name in _NAME.findall(text))
    return tuple(name for name, _ in found.most_common())


def _texts(programs: tuple[Example, ...]) -> Iterator[str]:
    for program in programs:
        yield from (file.text for file in program.files if is_python(file.name))
