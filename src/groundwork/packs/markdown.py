"""Lessons as a tree of Markdown nodes, each of which knows its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

DEEPEST = 20
"""How many levels of lists and quotes inside each other are read."""

_BLANKS = re.compile(r"\s+")


@dataclass(slots=True)
class Node:
    """A block of a lesson, or a piece of a line; `line` counts from 1 in the lesson's file.

    `kind` is the parser's word without `_open`. `end_line` is the line after the last one.
    """

    kind: str
    token: Token
    line: int
    end_line: int
    children: list[Node] = field(default_factory=list)

    def attribute(self, name: str) -> str:
        """The attribute as it is written; empty where there is none."""
        return str(self.token.attrs.get(name) or "")

    def walk(self) -> Iterator[Node]:
        """This node and everything in it, from top to bottom."""
        yield self
        for child in self.children:
            yield from child.walk()


def parsed(body: str, first_line: int) -> Node:
    """The body of a lesson as one tree; `first_line` is the line of the file that it begins at."""
    tokens = _parser().parse(body)
    root = Node("root", Token("root", "", 0), first_line, first_line + body.count("\n") + 1)
    root.children = _nested(tokens, first_line, first_line)
    return root


@cache
def _parser() -> MarkdownIt:
    # HTML is recognised only to be told and shown as text; nothing of it reaches a page.
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST}).enable("table")
    # Addresses stay as they are written: what they may be is decided in `links`.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - the documented way
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign] # the same
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign] # the same
    return parser


def _nested(tokens: Sequence[Token], first_line: int, line: int) -> list[Node]:
    """The flat row of tokens as a tree; a token without lines stands where the last one stood."""
    top: list[Node] = []
    open_nodes: list[list[Node]] = [top]
    for token in tokens:
        if token.nesting < 0:
            open_nodes.pop()
            continue
        end_line = line + 1
        if token.map:
            line, end_line = (first_line + number for number in token.map)
        node = Node(token.type.removesuffix("_open"), token, line, end_line)
        if token.type == "inline":
            node.children = _pieces(token.children or (), line)
        open_nodes[-1].append(node)
        if token.nesting > 0:
            open_nodes.append(node.children)
    return top


def _pieces(tokens: Sequence[Token], line: int) -> list[Node]:
    """The pieces of a paragraph as a tree; every break begins a new line of the file."""
    top: list[Node] = []
    open_nodes: list[list[Node]] = [top]
    for token in tokens:
        if token.nesting < 0:
            open_nodes.pop()
            continue
        node = Node(token.type.removesuffix("_open"), token, line, line + 1)
        if token.children:
            node.children = _pieces(token.children, line)
        if token.nesting > 0 and len(open_nodes) > DEEPEST:
            open_nodes.append(open_nodes[-1])  # emphasis can nest without end; it ends here
            continue
        open_nodes[-1].append(node)
        if token.nesting > 0:
            open_nodes.append(node.children)
        line += token.type in {"softbreak", "hardbreak"}
    return top


def plain_text(nodes: Sequence[Node]) -> str:
    """What a reader sees of the pieces, without any marks."""
    return _BLANKS.sub(" ", "".join(map(_plain_piece, nodes))).strip()


def _plain_piece(node: Node) -> str:
    if node.kind in {"text", "code_inline", "text_special"}:
        return node.token.content
    if node.kind in {"softbreak", "hardbreak"}:
        return " "
    if node.kind == "html_inline":
        return "" if node.token.content.startswith("<!--") else node.token.content
    return "".join(map(_plain_piece, node.children))
