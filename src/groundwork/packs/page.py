"""Building a lesson's page: the blocks of its Markdown, from top to bottom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from groundwork.packs.anchors import AnchorMaker
from groundwork.packs.callouts import CalloutParts, read_callout
from groundwork.packs.examples import Fence, example_blocks
from groundwork.packs.fences import FenceLine, read_fence_line
from groundwork.packs.inline import InlineWriter
from groundwork.packs.links import BrokenLink, LessonLink, Link, resolve_link
from groundwork.packs.markdown import DEEPEST, Node, plain_text
from groundwork.packs.model import (
    Block,
    Callout,
    Example,
    Heading,
    Lesson,
    Listing,
    Pack,
    Page,
    Prose,
)
from groundwork.packs.pictures import read_picture
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.prose import ProsePart, ProseWriter
from groundwork.packs.wording import quoted, suggestion

_HIGHEST_HEADING = 2


@dataclass(frozen=True, slots=True)
class AnchorUse:
    """A link, in `line`, to a heading of another lesson; whether it is there is not known yet."""

    line: int
    lesson: Lesson
    anchor: str


class PageBuilder:
    """Builds the page of one lesson; what is wrong is told, and the rest is built."""

    def __init__(self, pack: Pack, lesson: Lesson, problems: ProblemCollector) -> None:
        self._pack = pack
        self._lesson = lesson
        self._problems = problems
        self._inline = InlineWriter(self._read_link, problems)
        self._prose = ProseWriter(self._inline, problems, self._displace)
        self._anchors: dict[int, str] = {}
        self._fence_lines: dict[int, FenceLine] = {}
        self._examples: dict[int, Example | Listing] = {}
        self._displaced: list[Block] = []
        self._anchor_uses: list[AnchorUse] = []

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors of the headings of the page that was built."""
        return frozenset(self._anchors.values())

    @property
    def anchor_uses(self) -> tuple[AnchorUse, ...]:
        """The links of the page that was built to headings of other lessons."""
        return tuple(self._anchor_uses)

    def page(self, root: Node) -> Page:
        """The page for the body of the lesson."""
        self._survey(root)
        return Page(self._blocks(root.children))

    def _survey(self, root: Node) -> None:
        """Learn what later depends on: the anchors, and which fences are one example."""
        anchors = AnchorMaker()
        fences = []
        for node in root.walk():
            if node.kind == "heading":
                self._anchors[node.line] = anchors.anchor(plain_text(node.children))
            elif node.kind == "fence":
                fences.append(self._read_fence(node))
            elif node.kind in {"blockquote", "list_item"} and node.token.level >= DEEPEST - 1:
                sentence = f"More than {DEEPEST} lists or quotes stand inside each other here."
                self._problems.tell(node.line, sentence, "Whatever is deeper is not shown.")
        of_examples = [fence for fence in fences if fence.written.is_example]
        self._examples = example_blocks(of_examples, self._problems)

    def _read_fence(self, node: Node) -> Fence:
        tell_open_fence(node, self._problems)
        line = node.line
        written = read_fence_line(node.token.info, lambda *words: self._problems.tell(line, *words))
        self._fence_lines[line] = written
        return Fence(written, node.token.content, line)

    def _blocks(self, nodes: Sequence[Node]) -> tuple[Block, ...]:
        row = _Row()
        for node in nodes:
            self._add(node, row)
        return row.finished()

    def _add(self, node: Node, row: _Row) -> None:
        callout = read_callout(node, self._problems) if node.kind == "blockquote" else None
        images = _only_images(node)
        if callout is not None:
            row.add(self._callout(callout))
        elif node.kind == "heading":
            self._add_heading(node, row)
        elif node.kind == "fence":
            row.add(self._fence(node))
        elif node.kind == "code_block":
            row.add(Listing("", node.token.content))
        elif images:
            for image in images:
                self._add_image(image, row)
        else:
            row.add_prose(self._prose.part(node), is_alone=node.kind == "table")
            self._add_displaced(row)

    def _callout(self, parts: CalloutParts) -> Callout:
        return Callout(parts.kind, parts.title, self._blocks(parts.nodes))

    def _add_heading(self, node: Node, row: _Row) -> None:
        level = int(node.token.tag.removeprefix("h"))
        pieces = node.children[0].children
        text = plain_text(pieces)
        if not text:
            self._problems.tell(node.line, "This heading is empty.", "Write it, or delete the #.")
            return
        if level < _HIGHEST_HEADING:
            sentence = f"The heading {quoted(text)} has one # only."
            remedy = "Use ## and more; the page's title comes from the front matter."
            self._problems.tell(node.line, sentence, remedy)
        level = max(level, _HIGHEST_HEADING)
        row.add(Heading(level, text, self._anchors[node.line], self._inline.html(pieces)))

    def _fence(self, node: Node) -> Block | None:
        written = self._fence_lines[node.line]
        if written.is_example:
            return self._examples.get(node.line)
        return Listing(written.language, node.token.content)

    def _displace(self, node: Node) -> bool:
        """Take an example out of the list that it stands in; false for other code."""
        written = self._fence_lines.get(node.line)
        if node.kind != "fence" or written is None or not written.is_example:
            return False
        sentence = "An example stands inside a list or a quote; it is shown below it."
        self._problems.tell(node.line, sentence, "Move it out: begin its fence at the margin.")
        block = self._examples.get(node.line)
        self._displaced += [] if block is None else [block]
        return True

    def _add_displaced(self, row: _Row) -> None:
        for block in self._displaced:
            row.add(block)
        self._displaced = []

    def _add_image(self, image: Node, row: _Row) -> None:
        picture = read_picture(self._pack, self._lesson, image, self._problems)
        text = plain_text(image.children)
        if picture is not None:
            row.add(picture)
        elif text:
            row.add_prose(ProsePart(f"<p><em>{escape(text)}</em></p>\n", text))

    def _read_link(self, target: str, line: int) -> Link:
        link = resolve_link(self._pack, self._lesson, target)
        if not isinstance(link, LessonLink) or not link.anchor:
            return link
        if link.lesson.id != self._lesson.id:
            self._anchor_uses.append(AnchorUse(line, link.lesson, link.anchor))
        elif link.anchor not in self._anchors.values():
            return missing_anchor(link.anchor, self.anchors)
        return link


class _Row:
    """Takes blocks one by one, and makes one block of prose that stands together."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._prose: list[ProsePart] = []

    def add(self, block: Block | None) -> None:
        """Add a block; None, for a fence whose file belongs further up, leaves no gap."""
        if block is not None:
            self._end_prose()
            self._blocks.append(block)

    def add_prose(self, part: ProsePart, *, is_alone: bool = False) -> None:
        """Add some prose to that which stands before it, or as a block that is scrolled alone."""
        if is_alone:
            self._end_prose()
        if part.html:
            self._prose.append(part)
        if is_alone:
            self._end_prose()

    def finished(self) -> tuple[Block, ...]:
        """The whole row."""
        self._end_prose()
        return tuple(self._blocks)

    def _end_prose(self) -> None:
        if self._prose:
            html = "".join(part.html for part in self._prose)
            plain = "\n".join(part.plain for part in self._prose if part.plain)
            self._blocks.append(Prose(html, plain))
            self._prose = []


def missing_anchor(anchor: str, known: frozenset[str]) -> BrokenLink:
    """What there is to say about a link to a heading that is not there."""
    sentence = f"The link leads to a heading {quoted('#' + anchor)} that is not there."
    otherwise = "Anchors are headings in lower case, with hyphens for blanks."
    return BrokenLink(sentence, suggestion(anchor, known, otherwise))


def tell_open_fence(node: Node, problems: ProblemCollector) -> None:
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


def _only_images(node: Node) -> list[Node]:
    """The images of a paragraph that holds nothing else; none of any other block."""
    if node.kind != "paragraph":
        return []
    pieces = node.children[0].children
    images = [piece for piece in pieces if piece.kind == "image"]
    rest = (piece for piece in pieces if piece.kind not in {"image", "softbreak", "hardbreak"})
    is_alone = all(piece.kind == "text" and not piece.token.content.strip() for piece in rest)
    return images if is_alone else []
