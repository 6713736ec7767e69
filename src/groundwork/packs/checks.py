"""What the checks of an exercise ask for, as values; `groundwork.checking` carries them out.

Authors write them as TOML (`[[checks]]` tables) or as a small Python file. An expected value that
the author leaves out is whatever the exercise's solution gives.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Comparison(Enum):
    """How texts are compared; the values are what authors write for `compare`.

    `EXACT`: letter by letter, but for line ends and what stands behind the last line. `WORDS`: up
    to white space. `NUMBERS`: as words, and words that are numbers within the tolerance.
    """

    EXACT = "exact"
    WORDS = "words"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What every check has.

    `title` says what is checked in words for the learner, `says` what the author would like to add
    when it fails, or is empty. `typed_input` is what is typed into the program while it runs, where
    the kind runs it. `line` is where the check stands in its file.
    """

    title: str
    says: str = ""
    typed_input: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputCheck(Check):
    """The program, given `typed_input`, writes `expected` on its standard output."""

    arguments: tuple[str, ...] = ()
    expected: str | None = None
    comparison: Comparison = Comparison.EXACT
    tolerance: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CallCheck(Check):
    """After the program has run, `setup` and then the expression `call` give a value.

    Both are evaluated among the program's own names, also where it ended with `sys.exit`. Values
    are compared as `==` says, but that True is not 1, and objects that are no plain values by type
    and repr. `expected` is a Python literal. Numbers may differ by `tolerance`.
    """

    call: str
    setup: str = ""
    expected: str | None = None
    tolerance: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyCheck(Check):
    """`function` agrees with the solution's for many generated arguments.

    `arguments` is a Python expression that makes the tuple of arguments, or the only one; the name
    `random` in it is a seeded `random.Random`, the others are the program's. It is evaluated
    `count` times.
    """

    function: str
    arguments: str
    count: int = 50
    tolerance: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RaisesCheck(Check):
    """`setup` and then `call` end with the exception `error`, whose text holds `message`.

    A class below `error` is as right.
    """

    call: str
    error: str
    setup: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureCheck(Check):
    """The source of `file` (the main file where empty) is built in a certain way.

    `uses` and `avoids` name constructs, such as `loop`, `for`, `comprehension`, `call sorted`;
    `at_most` pairs constructs with how often they may stand there.
    """

    uses: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()
    at_most: tuple[tuple[str, int], ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCheck(Check):
    """The program, given `typed_input`, leaves `expected` behind in the text file `file`."""

    file: str
    expected: str | None = None
    comparison: Comparison = Comparison.EXACT
    tolerance: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsCheck(Check):
    """The program leaves an SQLite file behind in which `query` finds `expected`.

    `expected` is a Python literal, a list of tuples.
    """

    database: str
    query: str
    expected: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpCheck(Check):
    """The WSGI or ASGI application named `app` in the program answers a request, without a socket.

    `json` is a Python or JSON literal that the body must equal, `contains` a text that it must
    hold. What is left out (a `status` of 0 too) is not asked for; where all three are, the answer
    must be that of the solution. The program is imported, as a module called `main`. A body that
    looks like JSON has that content type unless `headers` say otherwise.
    """

    app: str = "app"
    method: str = "GET"
    path: str = "/"
    headers: tuple[tuple[str, str], ...] = ()
    body: str = ""
    status: int = 0
    json: str | None = None
    contains: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PythonCheck(Check):
    """The function `function` of the author's Python text `source` finds nothing to complain of.

    It runs in a process of its own and reaches the learner's program by asking: what it gets are
    copies of plain values, and objects that stay where they are.
    """

    source: str
    function: str


AnyCheck = (
    OutputCheck
    | CallCheck
    | PropertyCheck
    | RaisesCheck
    | StructureCheck
    | FileCheck
    | RowsCheck
    | HttpCheck
    | PythonCheck
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a program may use while it is checked: seconds, bytes of memory, bytes of output."""

    seconds: float = 10.0
    memory: int = 512 << 20
    output: int = 1 << 20


DEFAULT_LIMITS = Limits()
"""What an author who says nothing of limits gets."""
