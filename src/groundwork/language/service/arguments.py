"""The arguments of a call as far as they are written."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
      (?P<text>\"{3}(?:[^\\]|\\.)*?(?:\"{3}|\Z) | '{3}(?:[^\\]|\\.)*?(?:'{3}|\Z)
          | "(?:[^"\\\n]|\\.)*(?:"|$|\Z) | '(?:[^'\\\n]|\\.)*(?:'|$|\Z))
    | (?P<comment>\#[^\n]*)
    | (?P<open>[(\[{])
    | (?P<close>[)\]}])
    | (?P<lambda>\blambda\b)
    | (?P<sign>[,:])
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_KEYWORD = re.compile(r"\s*(\w+)\s*=(?!=)")
_LONGEST = 20_000


class Arguments(NamedTuple):
    """What stands between the bracket of a call and the cursor.

    `positional` is how many arguments without a name were given before the one at the cursor,
    `is_starred` whether one of them stands for several, `keywords` the names that were used, and
    `current` what is written of the argument at the cursor.
    """

    positional: int
    is_starred: bool
    keywords: tuple[str, ...]
    current: str

    @property
    def keyword(self) -> str:
        """The name that the argument at the cursor is given to; empty where it has none."""
        match = _KEYWORD.match(self.current)
        return match[1] if match else ""


def arguments_in(text: str) -> Arguments:
    """The arguments in what is written of a call, from behind its bracket to the cursor."""
    *before, current = _split(text[:_LONGEST])
    names = [match and match[1] for match in map(_KEYWORD.match, before)]
    unnamed = [text.strip() for text, name in zip(before, names, strict=True) if not name]
    return Arguments(
        sum(not text.startswith("**") for text in unnamed),
        any(text.startswith("*") for text in unnamed),
        tuple(name for name in names if name),
        current,
    )


def _split(text: str) -> list[str]:
    """The pieces between the commas that divide arguments, without comments."""
    pieces, depth, lambdas, start = [""], 0, 0, 0
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "comment" or (kind == "sign" and token[0] == "," and not depth and not lambdas):
            pieces[-1] += text[start : token.start()]
            start = token.end()
            if kind == "sign":
                pieces.append("")
        elif kind == "lambda":
            lambdas += not depth
        elif kind == "sign":
            lambdas -= token[0] == ":" and not depth and lambdas > 0
        else:
            depth = max(0, depth + (kind == "open") - (kind == "close"))
    pieces[-1] += text[start:]
    return pieces
