"""The text of an exercise in a folder: what `exercise.md` says, divided by its headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from groundwork.packs.front_matter import FrontEntries, divided
from groundwork.packs.markdown import Node, parsed, plain_text
from groundwork.packs.markdown_faults import tell_faults
from groundwork.packs.model import Block
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.texts import Accept, Source, TextBuilder, inner_builder
from groundwork.packs.wording import closest, listed, quoted

_KEYS = ("title", "minutes")
_HINTS, _WRONG, _SOLUTION = "Hints", "Wrong answers", "Solution"
_SECTIONS = (_HINTS, _WRONG, _SOLUTION)
_SECTION_LEVEL = "h2"
_WRONG_LEVEL = "h3"


@dataclass(frozen=True, slots=True)
class Message:
    """What the author says to a known wrong answer; `name` is that of its file or folder."""

    name: str
    blocks: tuple[Block, ...]
    line: int


@dataclass(frozen=True, slots=True)
class ExerciseText:
    """What the file says; whatever is missing is empty."""

    title: str = ""
    minutes: int = 0
    task: tuple[Block, ...] = ()
    hints: tuple[tuple[Block, ...], ...] = ()
    explanation: tuple[Block, ...] = ()
    messages: tuple[Message, ...] = field(default=())


def read_exercise_text(text: str, source: Source, accept: Accept) -> ExerciseText:
    """What the text of an `exercise.md` says; what is wrong is told."""
    parts = divided(text)
    front = FrontEntries.read(parts, "exercise", _KEYS, source.problems)
    root = parsed(parts.body, parts.body_line)
    tell_faults(root, source.problems)
    sections = _sections(root.children, source.problems)
    builder = inner_builder(source, "exercise", accept)
    return ExerciseText(
        title=front.title() if front else "",
        minutes=front.minutes() if front else 0,
        task=builder.blocks(sections[""]),
        hints=_hints(sections[_HINTS], builder, source.problems),
        explanation=builder.blocks(sections[_SOLUTION]),
        messages=_messages(sections[_WRONG], builder, source.problems),
    )


def _sections(nodes: Sequence[Node], problems: ProblemCollector) -> dict[str, list[Node]]:
    """The nodes by the heading that they stand below; those above the first are the task."""
    sections: dict[str, list[Node]] = {"": [], **{name: [] for name in _SECTIONS}}
    current = ""
    for node in nodes:
        if node.kind == "heading" and node.token.tag == _SECTION_LEVEL:
            current = _section(node, problems)
        else:
            sections[current].append(node)
    return sections


def _section(heading: Node, problems: ProblemCollector) -> str:
    words = plain_text(heading.children)
    name = next((one for one in _SECTIONS if one.lower() == words.lower()), "")
    if name:
        return name
    meant = closest(words, _SECTIONS)
    sentence = f"An exercise has no section {quoted(words)}."
    otherwise = f"Known are {listed(_SECTIONS)}; headings of the task begin with ###."
    problems.tell(heading.line, sentence, f"Did you mean {quoted(meant)}?" if meant else otherwise)
    return meant


def _hints(
    nodes: Sequence[Node], builder: TextBuilder, problems: ProblemCollector
) -> tuple[tuple[Block, ...], ...]:
    hints = []
    for node in nodes:
        if node.kind == "ordered_list":
            for item in node.children:
                blocks = builder.blocks(item.children)
                if not blocks:
                    problems.tell(item.line, "This hint is empty.", "Write it, or delete its line.")
                else:
                    hints.append(blocks)
        elif not _is_comment(node):
            sentence = "Only a numbered list stands below “Hints”; this is left out."
            problems.tell(node.line, sentence, "Begin each hint with its number, like “1. ”.")
    return tuple(hints)


def _messages(
    nodes: Sequence[Node], builder: TextBuilder, problems: ProblemCollector
) -> tuple[Message, ...]:
    starts = [n for n, one in enumerate(nodes) if one.kind == "heading" and _is_name(one)]
    before = [one for one in nodes[: starts[0] if starts else None] if not _is_comment(one)]
    if before:
        sentence = "This stands below “Wrong answers”, but belongs to none of them."
        remedy = "Write ### and the name of its file above it."
        problems.tell(before[0].line, sentence, remedy)
    messages = []
    for start, end in pairwise([*starts, len(nodes)]):
        heading = nodes[start]
        blocks = builder.blocks(nodes[start + 1 : end])
        messages.append(Message(plain_text(heading.children), blocks, heading.line))
    return tuple(messages)


def _is_name(heading: Node) -> bool:
    return heading.token.tag == _WRONG_LEVEL


def _is_comment(node: Node) -> bool:
    """Whether nothing of the node is shown: it is a comment of the author's."""
    return node.kind == "html_block" and node.token.content.lstrip().startswith("<!--")
