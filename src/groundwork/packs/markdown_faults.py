"""What authors get wrong in Markdown itself: code that is not closed, or never begins."""

from __future__ import annotations

import re

from groundwork.packs.markdown import DEEPEST, Node
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.roles import ROLES

_FENCE_MARK = "```"


def tell_faults(root: Node, problems: ProblemCollector) -> None:
    """Tell the faults of all nodes of a text."""
    for node in root.walk():
        tell_fault(node, problems)


def tell_fault(node: Node, problems: ProblemCollector) -> None:
    """Tell what is wrong with a node, but for what is inside it."""
    if node.kind == "fence":
        _tell_open_fence(node, problems)
    elif node.kind == "inline":
        _tell_no_fence(node, problems)
    elif node.kind in {"blockquote", "list_item"} and node.token.level >= DEEPEST - 1:
        sentence = f"More than {DEEPEST} lists or quotes stand inside each other here."
        problems.tell(node.line, sentence, "Whatever is deeper is not shown.")


def _tell_open_fence(node: Node, problems: ProblemCollector) -> None:
    """Tell a fence that is never closed, or that has swallowed the next one."""
    mark, content = node.token.markup, node.token.content
    lines = content.count("\n") + (not content.endswith("\n") and content != "")
    if node.end_line - node.line < lines + 2:
        sentence = "The code that begins here is never closed."
        problems.tell(node.line, sentence, f"Write a line of {mark} after its last line.")
    swallowed = re.search(rf"^ {{0,3}}{re.escape(mark)}+[ \t]*[^\s`~]", content, re.MULTILINE)
    if swallowed:
        number = node.line + 1 + content.count("\n", 0, swallowed.start())
        sentence = f"Another block begins in line {number}, inside the code that begins here."
        problems.tell(node.line, sentence, f"Close this one with a line of {mark} before it.")


def _tell_no_fence(node: Node, problems: ProblemCollector) -> None:
    """Tell a text that was probably meant to begin a block of code."""
    first_line = node.token.content.partition("\n")[0]
    if first_line.startswith(_FENCE_MARK) and {*first_line.split()} & {*ROLES}:
        sentence = (
            "This begins no block, for there is a backtick in the line behind the first three."
        )
        problems.tell(node.line, sentence, f"Begin and end the block with ~~~, not {_FENCE_MARK}.")
