"""Texts as blocks: paragraphs, listings, callouts, pictures, in a lesson and in its exercises."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from groundwork.packs.callouts import QUESTION, CalloutParts, mark_of, read_callout
from groundwork.packs.exercises import Exercise
from groundwork.packs.fences import read_fence_line
from groundwork.packs.inline import InlineWriter
from groundwork.packs.links import (
    BrokenLink,
    LessonLink,
    Link,
    path_to,
    resolve_link,
)
from groundwork.packs.markdown import Node, plain_text
from groundwork.packs.model import Block, Callout, Example, Lesson, Listing, Pack, Page, Prose
from groundwork.packs.pictures import read_picture
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.prose import ProsePart, ProseWriter

Special = Callable[[Node], Sequence[Block] | None]
"""What stands on the page for a node of a special kind; None for an ordinary one."""

Accept = Callable[[Link, int, Path], Link]
"""The link as it is taken that stands in this line of this file, or why it is not."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text is written: on the page of `lesson`, in a file in `folder` of the pack.

    `problems` are those of that file.
    """

    pack: Pack
    lesson: Lesson
    folder: str
    problems: ProblemCollector


class TextBuilder:
    """Makes blocks of nodes; what is wrong is told, and the rest is built.

    `special` is asked first about each block, and about code and quotes inside lists; `accept` is
    given every link.
    """

    def __init__(
        self,
        source: Source,
        special: Special,
        accept: Accept,
    ) -> None:
        self._source = source
        self._special = special
        self._accept = accept
        self._inline = InlineWriter(self._read_link, source.problems)
        self._prose = ProseWriter(self._inline, source.problems, self._displace)
        self._displaced: list[Block] = []

    def blocks(self, nodes: Sequence[Node]) -> tuple[Block, ...]:
        """The blocks for the nodes, prose that stands together joined into one."""
        return self.page(nodes).blocks

    def page(self, nodes: Sequence[Node]) -> Page:
        """The same, with the lines that the blocks begin in."""
        row = _Row()
        for node in nodes:
            row.line = node.line
            self._add(node, row)
        return row.finished()

    def prose_html(self, nodes: Sequence[Node]) -> str:
        """The nodes as prose alone."""
        return "".join(self._prose.part(node).html for node in nodes)

    def inline_html(self, pieces: Sequence[Node]) -> str:
        """The pieces of one paragraph."""
        return self._inline.html(pieces)

    def _add(self, node: Node, row: _Row) -> None:
        special = self._special(node)
        if special is not None:
            for block in special:
                row.add(block)
            return
        quote = node.kind == "blockquote"
        callout = read_callout(node, self._source.problems) if quote else None
        images = _only_images(node)
        if callout is not None:
            row.add(self._callout(callout))
        elif node.kind in {"fence", "code_block"}:
            language = node.token.info.strip().partition(" ")[0]
            row.add(Listing(language, node.token.content))
        elif images:
            for image in images:
                self._add_image(image, row)
        else:
            row.add_prose(self._prose.part(node), is_alone=node.kind == "table")
            self._add_displaced(row)

    def _callout(self, parts: CalloutParts) -> Callout:
        return Callout(parts.kind, parts.title, self.blocks(parts.nodes))

    def _displace(self, node: Node) -> bool:
        """Take what has a card of its own out of the list it stands in; false for other code."""
        special = self._special(node)
        if special is None:
            return False
        for block in special:
            what = {Example: "An example", Exercise: "An exercise"}.get(type(block), "A question")
            sentence = f"{what} stands inside a list or a quote; it is shown below it."
            remedy = "Move it out: begin it at the margin."
            self._source.problems.tell(node.line, sentence, remedy)
        self._displaced += special
        return True

    def _add_displaced(self, row: _Row) -> None:
        for block in self._displaced:
            row.add(block)
        self._displaced = []

    def _add_image(self, image: Node, row: _Row) -> None:
        source = self._source
        picture = read_picture(source.pack, source.folder, image, source.problems)
        text = plain_text(image.children)
        if picture is not None:
            row.add(picture)
        elif text:
            row.add_prose(ProsePart(f"<p><em>{escape(text)}</em></p>\n", text))

    def _read_link(self, target: str, line: int) -> str | BrokenLink:
        source = self._source
        found = resolve_link(source.pack, source.lesson, target, source.folder)
        link = self._accept(found, line, source.problems.file)
        if isinstance(link, BrokenLink):
            return link
        if isinstance(link, LessonLink) and source.folder != source.lesson.chapter_id:
            anchor = f"#{link.anchor}" if link.anchor else ""
            return path_to(link.lesson, source.lesson.chapter_id) + anchor
        return target


def inner_builder(source: Source, noun: str, accept: Accept) -> TextBuilder:
    """Builds the texts of a `noun`, in which nothing can be run and nothing is asked."""

    def tell_special(node: Node) -> None:
        found = ""
        if node.kind == "fence":
            role = read_fence_line(node.token.info, lambda *_: None).role
            found = role.a_noun if role else ""
        elif node.kind == "blockquote" and mark_of(node) == QUESTION:
            found = "A question"
        if found:
            sentence = f"{found} stands inside the text of this {noun}."
            remedy = "Put it into the lesson; in here, code is there to be read."
            source.problems.tell(node.line, sentence, remedy)

    return TextBuilder(source, tell_special, accept)


class _Row:
    """Takes blocks one by one, and makes one block of prose that stands together."""

    def __init__(self) -> None:
        self.line = 0  # of what is added next
        self._blocks: list[Block] = []
        self._lines: list[int] = []
        self._prose: list[ProsePart] = []
        self._prose_line = 0

    def add(self, block: Block) -> None:
        """Add a block of its own."""
        self._end_prose()
        self._blocks.append(block)
        self._lines.append(self.line)

    def add_prose(self, part: ProsePart, *, is_alone: bool = False) -> None:
        """Add some prose to that which stands before it, or as a block that is scrolled alone."""
        if is_alone:
            self._end_prose()
        if part.html:
            self._prose_line = self._prose_line if self._prose else self.line
            self._prose.append(part)
        if is_alone:
            self._end_prose()

    def finished(self) -> Page:
        """The whole row."""
        self._end_prose()
        return Page(tuple(self._blocks), tuple(self._lines))

    def _end_prose(self) -> None:
        if self._prose:
            html = "".join(part.html for part in self._prose)
            plain = "\n".join(part.plain for part in self._prose if part.plain)
            self._blocks.append(Prose(html, plain))
            self._lines.append(self._prose_line)
            self._prose = []


def _only_images(node: Node) -> list[Node]:
    """The images of a paragraph that holds nothing else; none of any other block."""
    if node.kind != "paragraph":
        return []
    pieces = node.children[0].children
    images = [piece for piece in pieces if piece.kind == "image"]
    rest = (piece for piece in pieces if piece.kind not in {"image", "softbreak", "hardbreak"})
    is_alone = all(piece.kind == "text" and not piece.token.content.strip() for piece in rest)
    return images if is_alone else []
