"""What the window asks the language worker, and what it is told: frozen values, each one JSON line.

Lines count from 1 and columns from 0, in characters. Names of files are relative to the folder of
the example, with forward slashes; a file elsewhere has its absolute path.
"""

from __future__ import annotations

import json

from groundwork.messages import MalformedMessageError, Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Source(Value):
    """A file of an example as it stands in the editor; `folder` is the example's, absolute."""

    folder: str
    name: str
    text: str


class Place(Value):
    """A place in a file."""

    file: str
    line: int
    column: int


class Span(Value):
    """A stretch of one line, or of several, of the file that was asked about."""

    line: int
    column: int
    end_line: int
    end_column: int


class Edit(Value):
    """What stands at `span` of `file` gives way to `text`."""

    file: str
    span: Span
    text: str


# What is asked.


class Warm(Value):
    """Get to know the modules that the imports in `text` name, before anybody waits for them.

    `import builtins`, `import typing` and `import io`, each alone, stand for what every program
    uses.
    """

    folder: str
    text: str


class Complete(Value):
    """What may be meant by the word before the cursor; all of it, whatever has been typed of it.

    `lesson_names` are names that this lesson's programs use, the most frequent first, `taught` the
    statements that lessons up to this one have shown, as keywords: `for`, `def`, `with` …
    """

    source: Source
    line: int
    column: int
    lesson_names: tuple[str, ...] = ()
    taught: tuple[str, ...] = ()


class ExplainCandidate(Value):
    """Signature and documentation of the candidate `name` at the place that was completed."""

    source: Source
    line: int
    column: int
    name: str


class CallTip(Value):
    """Which call the cursor stands in, and at which of its parameters."""

    source: Source
    line: int
    column: int


class Describe(Value):
    """What the name at this place is: for whoever points at it."""

    source: Source
    line: int
    column: int


class Define(Value):
    """Where the name at this place is defined."""

    source: Source
    line: int
    column: int


class FindUses(Value):
    """Where the files of the example use the name at this place; `others` are as in the editor."""

    source: Source
    line: int
    column: int
    others: tuple[Source, ...] = ()


class Rename(Value):
    """What to change so that the name at this place is `new_name` in all files of the example."""

    source: Source
    line: int
    column: int
    new_name: str
    others: tuple[Source, ...] = ()


class Outline(Value):
    """What the file defines."""

    source: Source


class Bind(Value):
    """Where the name at this place is bound in this file, and where it is used."""

    source: Source
    line: int
    column: int


class Inspect(Value):
    """What is wrong in the file; `imports` are import statements of programs of this lesson."""

    source: Source
    imports: str = ""


class Format(Value):
    """The file in the usual form."""

    source: Source


Question = (
    Warm | Complete | ExplainCandidate | CallTip | Describe | Define | FindUses | Rename |
    Outline | Bind | Inspect | Format
)  # fmt: skip


# What is answered.


class Nothing(Value):
    """There is nothing to say; the answer to `Warm`, and to whatever finds nothing."""


class Refused(Value):
    """It cannot be done; `sentence` says why and is for the learner, or is empty."""

    sentence: str = ""


class Candidate(Value):
    """One thing that may be meant.

    `kind` is module, class, function, method, property, variable, parameter, keyword, file, key or
    snippet. `insert` is what takes the place of the word where that is not `name`; in a snippet
    `${…}` stand around what the learner fills in, and its further lines are indented from the line
    that it is put in. `rank` is smaller for what is more likely.
    """

    name: str
    kind: str
    rank: int = 0
    insert: str = ""


class Completions(Value):
    """What may be meant, the most likely first; the word begins in column `start`.

    In a string the word is all that stands behind its opening quote.
    """

    start: int
    candidates: tuple[Candidate, ...] = ()


class Parameter(Value):
    """One parameter: its name, and how it is written with all that goes with it."""

    name: str
    text: str


class Signature(Value):
    """How something is called; `current` is the index of the parameter at the cursor, or -1.

    `html` is what the documentation says of that parameter.
    """

    name: str
    parameters: tuple[Parameter, ...]
    current: int
    returns: str = ""
    html: str = ""


class Call(Value):
    """The call that the cursor stands in; its bracket opens at `line` and `column`.

    `chosen` is the index of the signature that fits the arguments so far, `html` the first
    paragraph of the documentation.
    """

    line: int
    column: int
    signatures: tuple[Signature, ...]
    chosen: int = 0
    html: str = ""


class Description(Value):
    """What something is: its kind, how it is written, its type, its documentation as safe HTML."""

    name: str
    kind: str
    signature: str
    type: str = ""
    html: str = ""
    module: str = ""


class Places(Value):
    """Where something is."""

    places: tuple[Place, ...]


class Use(Value):
    """A place where a name is bound or used; not `is_sure` where it may be another's name."""

    file: str
    span: Span
    is_binding: bool = False
    is_sure: bool = True


class Uses(Value):
    """All places of a name, file by file."""

    name: str
    uses: tuple[Use, ...]


class Edits(Value):
    """What is to be changed for another name; `unsure` is what may be another's name.

    `warning` is a sentence for the learner: what the new name would do to the program.
    """

    edits: tuple[Edit, ...]
    unsure: tuple[Edit, ...] = ()
    warning: str = ""


class Symbol(Value):
    """Something that a file defines; `depth` is how deep it lies in others."""

    name: str
    kind: str
    line: int
    column: int
    depth: int


class Symbols(Value):
    """What a file defines, from top to bottom."""

    symbols: tuple[Symbol, ...]


class Bindings(Value):
    """Where a name is bound, and where it is used; each the span of the name."""

    bound: tuple[Span, ...]
    used: tuple[Span, ...]


class Fix(Value):
    """A certain remedy: what the button says, and what it changes in the file."""

    title: str
    edits: tuple[Edit, ...]


EMPTY_BLOCK = "empty-block"
"""The topic of a finding: nothing stands in a block, as when it has only been begun."""


class Finding(Value):
    """Something wrong: where, how bad (`error` or `warning`), in plain words, and what mends it.

    An empty span at the start of the file is about the file and no place in it.

    `topic` names the kind of finding, as in `undefined-name`.
    """

    span: Span
    severity: str
    topic: str
    sentence: str
    fixes: tuple[Fix, ...] = ()


class Findings(Value):
    """Everything wrong in a file, from top to bottom."""

    findings: tuple[Finding, ...]


class Formatted(Value):
    """The text in the usual form."""

    text: str


Answer = (
    Nothing | Refused | Completions | Call | Description | Places | Uses | Edits | Symbols |
    Bindings | Findings | Formatted
)  # fmt: skip


class Asked(Value):
    """A question with its number."""

    number: int
    question: Question


class Answered(Value):
    """The answer to the question of that number, and the bytes of memory that the worker takes."""

    number: int
    answer: Answer
    memory: int = 0


Message = Asked | Answered

_KIND = "is"
_KINDS: dict[str, type[Any]] = {
    name: kind
    for name, kind in globals().items()
    if isinstance(kind, type) and issubclass(kind, Value) and kind is not Value
}


def encode(message: Message) -> bytes:
    """The message as one line of ASCII JSON, with its line end."""
    return json.dumps(message, default=_fields).encode("ascii") + b"\n"


def decode(line: bytes) -> Message:
    """The message in `line`.

    Raises:
        MalformedMessageError: the line is no message.
    """
    try:
        message = json.loads(line, object_hook=_value)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise MalformedMessageError(f"not a message: {line[:200]!r}") from error
    if not isinstance(message, (Asked, Answered)):
        raise MalformedMessageError(f"not a message: {line[:200]!r}")
    return message


def _fields(value: Value) -> dict[str, Any]:
    return {_KIND: type(value).__name__, **vars(value)}


def _value(fields: dict[str, Any]) -> Value:
    kind = _KINDS[fields.pop(_KIND)]
    lists = {name: tuple(field) for name, field in fields.items() if isinstance(field, list)}
    message: Value = kind(**(fields | lists))
    return message
