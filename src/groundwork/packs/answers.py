"""The answers of a question: a list whose items begin with `[ ]` or `[x]`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from groundwork.packs.callouts import BREAKS, is_visible
from groundwork.packs.markdown import Node, plain_text
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.texts import TextBuilder

_MARK = re.compile(r"\[([ xX]?)\](?:[ \t]+|$)")
_LISTS = {"bullet_list", "ordered_list"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One item: its first line as HTML and as text, and what stands below it, as HTML.

    `text` is what is meant literally: the code between backticks or in a fence, or the plain words.
    """

    html: str
    plain: str
    text: str
    is_right: bool
    explanation: str
    line: int


def is_answer_list(node: Node) -> bool:
    """Whether the node is a list of answers: some item of it has a mark."""
    return node.kind in _LISTS and any(_mark(item) for item in node.children)


def read_answers(
    node: Node | None, builder: TextBuilder, problems: ProblemCollector
) -> tuple[Answer, ...]:
    """The answers of the list `node`; an item without a mark, or without words, is told."""
    if node is None:
        return ()
    answers = (_answer(item, builder, problems) for item in node.children)
    return tuple(answer for answer in answers if answer is not None)


def _mark(item: Node) -> re.Match[str] | None:
    pieces = _pieces(item)
    is_text = bool(pieces) and pieces[0].kind == "text"
    return _MARK.match(pieces[0].token.content) if is_text else None


def _pieces(item: Node) -> list[Node]:
    if item.children and item.children[0].kind == "paragraph":
        return item.children[0].children[0].children
    return []


def _answer(item: Node, builder: TextBuilder, problems: ProblemCollector) -> Answer | None:
    mark = _mark(item)
    if mark is None:
        sentence = "This answer does not say whether it is right; it is left out."
        problems.tell(item.line, sentence, "Begin it with [x] if it is right, or with [ ].")
        return None
    pieces = _pieces(item)
    pieces[0].token.content = pieces[0].token.content[mark.end() :]
    first, others = _divided(pieces)
    below = item.children[1:]
    html, plain, text = builder.inline_html(first), plain_text(first), _literal(first)
    if not text and not others and below and below[0].kind == "fence":
        html, plain = builder.prose_html(below[:1]), below[0].token.content
        text, below = plain, below[1:]
    if not text:
        problems.tell(item.line, "This answer is empty.", "Write it behind its brackets.")
        return None
    explanation = f"<p>{builder.inline_html(others)}</p>\n" if others else ""
    explanation += builder.prose_html(below)
    return Answer(html, plain, text, mark[1] in {"x", "X"}, explanation, item.line)


def _divided(pieces: Sequence[Node]) -> tuple[list[Node], list[Node]]:
    """The pieces of the first line, and those of the others."""
    end = next((n for n, piece in enumerate(pieces) if piece.kind in BREAKS), len(pieces))
    return [*pieces[:end]], [*pieces[end + 1 :]]


def _literal(pieces: Sequence[Node]) -> str:
    visible = [piece for piece in pieces if is_visible(piece)]
    if len(visible) == 1 and visible[0].kind == "code_inline":
        return visible[0].token.content
    return plain_text(pieces)
