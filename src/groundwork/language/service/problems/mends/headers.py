"""Lines that open a block: the missing colon, `=` for `==`, `else if`, missing brackets."""

from __future__ import annotations

from collections.abc import Iterator

from groundwork.language.service.problems.mends.mend import Mend, insertion, mend
from groundwork.language.service.problems.program import Change, Program
from groundwork.language.service.problems.reading import Mistake
from groundwork.language.service.problems.tokens import SIGN, Token

HEADERS = frozenset(
    {
        "if",
        "elif",
        "else",
        "for",
        "while",
        "def",
        "class",
        "try",
        "except",
        "finally",
        "with",
        "match",
        "case",
        "async",
    }
)
_CONDITIONS = frozenset({"if", "elif", "while"})
_COLON_LIKE = frozenset({";", ",", ".", "=", "-", ")"})


def mends(program: Program, mistake: Mistake) -> Iterator[Mend]:
    """What may have been meant where a line that opens a block cannot be read."""
    line = program.line_at(mistake.start)
    code = program.code(line)
    if not code or code[0].text not in HEADERS:
        return
    yield from _else_if(code)
    yield from _comparison(code)
    if code[0].text in {"def", "class"} and len(code) > 1:
        yield from _brackets(code)
    yield from _colons(mistake, code)


def _else_if(code: list[Token]) -> Iterator[Mend]:
    if len(code) > 1 and (code[0].text, code[1].text) == ("else", "if"):
        start, end = code[0].start, code[1].end
        yield mend(
            start,
            end,
            "else-if",
            "Python writes “else if” as one word: “elif”.",
            "Write “elif”",
            Change(start, end, "elif"),
        )


def _comparison(code: list[Token]) -> Iterator[Mend]:
    if code[0].text not in _CONDITIONS:
        return
    for sign in code:
        if sign.kind == SIGN and sign.text == "=":
            yield mend(
                sign.start,
                sign.end,
                "assignment-in-condition",
                f"One “=” gives a value to a name. To ask in “{code[0].text}” whether two values "
                "are equal, write “==”.",
                "Write “==”",
                Change(sign.start, sign.end, "=="),
            )


def _brackets(code: list[Token]) -> Iterator[Mend]:
    """A function without the brackets for its parameters."""
    word, name = code[0], code[1]
    if word.text == "def" and (len(code) == 2 or code[2].text != "("):  # noqa: PLR2004
        sentence = (
            f"After the name of a function come round brackets, empty ones if it takes nothing: "
            f"“def {name.text}():”."
        )
        yield mend(
            name.start,
            name.end,
            "missing-brackets",
            sentence,
            "Add the brackets",
            insertion(name.end, "()"),
        )


def _colons(mistake: Mistake, code: list[Token]) -> Iterator[Mend]:
    first, last = code[0], code[-1]
    sentence = f"A line with “{first.text}” ends with a colon “:”. It is missing here."
    if last.kind == SIGN and last.text == ":" and len(code) > 1:
        last = code[-2]
    elif last.kind == SIGN and last.text in _COLON_LIKE - {")"}:
        yield mend(
            last.start,
            last.end,
            "missing-colon",
            f"A line with “{first.text}” ends with a colon “:”, not with “{last.text}”.",
            "Write “:” instead",
            Change(last.start, last.end, ":"),
        )
    yield mend(
        first.start,
        last.end,
        "missing-colon",
        sentence,
        "Add “:”",
        insertion(last.end, ":"),
    )
    before = [token for token in code if token.end <= mistake.start]
    if before and before[-1] is not code[-1]:
        yield mend(
            first.start,
            before[-1].end,
            "missing-colon",
            f"After “{first.text}” and what belongs to it comes a colon “:”. It is missing here.",
            "Add “:”",
            insertion(before[-1].end, ":"),
        )
