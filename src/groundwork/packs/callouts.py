"""Callouts: quotes that begin with `[!NOTE]` or one of its kin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from groundwork.packs.markdown import Node, plain_text
from groundwork.packs.model import CalloutKind
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.wording import listed, quoted, suggestion

_MARK = re.compile(r"\[!([^\]\s]*)\][ \t]*")
BREAKS = {"softbreak", "hardbreak"}
"""The kinds of pieces that end a line."""

QUESTION = "QUESTION"
"""The mark of a question, which is a quote of another kind."""


@dataclass(frozen=True, slots=True)
class CalloutParts:
    """A quote read as a callout: what it is for, its title or an empty text, and the rest."""

    kind: CalloutKind
    title: str
    nodes: list[Node]


def read_callout(quote: Node, problems: ProblemCollector) -> CalloutParts | None:
    """The callout that a quote is; None where it is an ordinary quote."""
    pieces = first_pieces(quote)
    mark = _MARK.match(pieces[0].token.content) if pieces and pieces[0].kind == "text" else None
    if mark is None:
        return None
    kind = _kind(mark[1], pieces[0].line, problems)
    rest = _without_mark(pieces, mark, problems)
    nodes = quote.children[1:]
    if any(is_visible(piece) for piece in rest):
        quote.children[0].children[0].children = rest
        nodes = quote.children
    title = bold_title(nodes)
    return CalloutParts(kind, title, nodes[1:] if title else nodes)


def mark_of(quote: Node) -> str:
    """The word, in capitals, of the mark that a quote begins with; empty where there is none."""
    pieces = first_pieces(quote)
    mark = _MARK.match(pieces[0].token.content) if pieces and pieces[0].kind == "text" else None
    return mark[1].upper() if mark else ""


def first_pieces(quote: Node) -> list[Node]:
    """The pieces of a quote's first paragraph; none where it begins with something else."""
    if quote.children and quote.children[0].kind == "paragraph":
        return quote.children[0].children[0].children
    return []


def _kind(word: str, line: int, problems: ProblemCollector) -> CalloutKind:
    names = [kind.name for kind in CalloutKind]
    if word.upper() in names:
        return CalloutKind[word.upper()]
    sentence = f"There is no callout {quoted(f'[!{word}]')}; it is shown as a note."
    known = [*names, QUESTION]
    problems.tell(line, sentence, suggestion(word, known, f"Known are {listed(known)}."))
    return CalloutKind.NOTE


def _without_mark(
    pieces: list[Node], mark: re.Match[str], problems: ProblemCollector
) -> list[Node]:
    first, rest = pieces[0], pieces[1:]
    if rest and rest[0].kind in BREAKS and mark.end() == len(first.token.content):
        return rest[1:]
    first.token.content = first.token.content[mark.end() :]
    if any(is_visible(piece) for piece in pieces):
        sentence = f"Words stand behind {quoted(mark[0])} on the same line."
        problems.tell(first.line, sentence, "Begin them on a line of their own.")
    return pieces


def bold_title(nodes: list[Node]) -> str:
    """The words of a first paragraph that is bold as a whole; empty where it is not."""
    if not nodes or nodes[0].kind != "paragraph":
        return ""
    pieces = [piece for piece in nodes[0].children[0].children if is_visible(piece)]
    return plain_text(pieces) if len(pieces) == 1 and pieces[0].kind == "strong" else ""


def is_visible(piece: Node) -> bool:
    """Whether a reader sees something of the piece."""
    return piece.kind not in {"text", *BREAKS} or bool(piece.token.content.strip())
