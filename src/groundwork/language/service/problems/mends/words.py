"""Misspelt words of Python's own, words of other languages, and `print` without brackets."""

from __future__ import annotations

import builtins
import keyword
from collections import Counter
from collections.abc import Iterator

from groundwork.language.service.problems.mends.mend import Mend, insertion, mend
from groundwork.language.service.problems.program import Change, Program
from groundwork.language.service.problems.reading import Mistake
from groundwork.language.service.problems.spelling import is_slip
from groundwork.language.service.problems.tokens import SIGN, Token

_KEYWORDS = (*(word for word in keyword.kwlist if word[0].islower()), "match", "case")
_ELSEWHERE = {
    "elseif": "elif",
    "elsif": "elif",
    "function": "def",
    "func": "def",
    "fun": "def",
    "fn": "def",
    "foreach": "for",
    "catch": "except",
    "throw": "raise",
    "switch": "match",
}
"""What other languages say, and Python's word for it."""

_DECLARATIONS = frozenset(
    {
        "int",
        "float",
        "str",
        "bool",
        "list",
        "dict",
        "string",
        "double",
        "char",
        "var",
        "let",
        "const",
    }
)

_MOST_WORDS = 20
_STARTERS = frozenset(
    {"print", "return", "for", "if", "while", "raise", "import", "from", "del", "pass", "break"}
)


def mends(program: Program, mistake: Mistake) -> Iterator[Mend]:
    """What may have been meant where a word is in the way."""
    line = program.line_at(mistake.start)
    code = program.code(line)
    if mistake.message.startswith("Missing parentheses in call to"):
        yield from _call_brackets(code, mistake)
        return
    if mistake.message.startswith("invalid syntax") or "expected" in mistake.message:
        yield from _declared(code)
        yield from _keywords(program, code, mistake)
        yield from _glued(code)
    yield from _two_statements(program, line, code, mistake)


def _call_brackets(code: list[Token], mistake: Mistake) -> Iterator[Mend]:
    """`print` and `exec` as a statement: what follows, up to a semicolon, goes into brackets."""
    rest = [token for token in code if token.start >= mistake.start]
    stops = [index for index, token in enumerate(rest) if token.text == ";"]
    rest = rest[: stops[0]] if stops else rest
    if len(rest) < 2:  # noqa: PLR2004 - the word and what it prints
        return
    word, first, last = rest[0], rest[1], rest[-1]
    yield mend(
        word.start,
        word.end,
        "print-without-brackets",
        f"“{word.text}” is a function: what it gets stands in round brackets, as in "
        f"“{word.text}(…)”.",
        "Add the brackets",
        Change(word.end, first.start, "("),
        insertion(last.end, ")"),
    )


def _declared(code: list[Token]) -> Iterator[Mend]:
    """A word before a name that is to get a value: `int x = 3`, `let x = 3`."""
    if len(code) < 3 or code[0].text not in _DECLARATIONS or not code[1].is_name:  # noqa: PLR2004
        return
    yield mend(
        code[0].start,
        code[0].end,
        "declaration",
        f"Python needs no “{code[0].text}” here: a name is there once it gets a value.",
        f"Remove “{code[0].text}”",
        Change(code[0].start, code[1].start, ""),
    )


def _keywords(program: Program, code: list[Token], mistake: Mistake) -> Iterator[Mend]:
    texts = Counter(token.text for token in program.tokens)

    def doubt(token: Token) -> tuple[bool, int]:
        """Words that are known from elsewhere come last, then those far from the mistake."""
        is_known = texts[token.text] > 1 or hasattr(builtins, token.text)
        return is_known, abs(token.start - mistake.start)

    for token in sorted(code, key=doubt)[:_MOST_WORDS]:
        if not token.is_name and token.text not in {"is", "as", "or", "in"}:
            continue
        for word in _meant(token.text):
            yield mend(
                token.start,
                token.end,
                "misspelt-word",
                f"Python has no word “{token.text}” for this place. Did you mean “{word}”?",
                f"Write “{word}”",
                Change(token.start, token.end, word),
            )


def _meant(text: str) -> Iterator[str]:
    """The words of Python that a word may stand for, the likeliest first."""
    small = text.lower()
    if text == "in":
        yield "int"
    if small in _ELSEWHERE:
        yield _ELSEWHERE[small]
    if small != text and small in _KEYWORDS:
        yield small
    yield from (word for word in _KEYWORDS if word != text and is_slip(small, word))


def _glued(code: list[Token]) -> Iterator[Mend]:
    """A word that lost the blank behind it: `returnx`, `ifx`."""
    for token in code[:1]:
        for word in ("return", "if", "elif", "while", "for", "import", "from", "def", "class"):
            rest = token.text.removeprefix(word)
            if token.is_name and rest != token.text and rest.isidentifier():
                yield mend(
                    token.start,
                    token.end,
                    "missing-blank",
                    f"Between “{word}” and “{rest}” a blank is missing.",
                    "Add the blank",
                    insertion(token.start + len(word), " "),
                )


def _two_statements(
    program: Program, line: int, code: list[Token], mistake: Mistake
) -> Iterator[Mend]:
    """A second statement on the line: it begins with a word for one, a call or an assignment."""
    index = next((i for i, one in enumerate(code) if one.start >= mistake.start), len(code))
    if index == 0 or index >= len(code) or not code[index - 1].ends_value:
        return
    following = code[index + 1].text if index + 1 < len(code) else ""
    is_statement = code[index].text in _STARTERS - {"for", "if", "from"}
    is_assignment = code[index].is_name and following == "="
    is_call = code[index].is_name and following == "(" and code[index - 1].kind == SIGN
    if is_statement or is_assignment or is_call:
        place = code[index]
        yield mend(
            place.start,
            code[-1].end,
            "two-statements",
            "Two statements stand on one line. Give the second one a line of its own.",
            "Begin a new line here",
            Change(code[index - 1].end, place.start, "\n" + program.indentation(line)),
        )
