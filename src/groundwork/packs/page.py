"""Building a lesson's page: the blocks of its Markdown, from top to bottom."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from groundwork.packs.anchors import AnchorMaker
from groundwork.packs.examples import example_blocks
from groundwork.packs.exercise_folder import read_exercise_folder
from groundwork.packs.exercise_links import exercise_fault, exercise_target
from groundwork.packs.fences import Fence, read_fence_line
from groundwork.packs.ids import IdRegister
from groundwork.packs.inline import tell_broken
from groundwork.packs.inline_exercises import InlineExercises
from groundwork.packs.links import BrokenLink, LessonLink, Link, path_in_pack
from groundwork.packs.markdown import Node, parsed, plain_text
from groundwork.packs.markdown_faults import tell_fault, tell_faults
from groundwork.packs.model import Block, Heading, Lesson, Pack, Page, Problem
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.questions import Mark, QuestionReader, read_mark
from groundwork.packs.texts import Source, TextBuilder, inner_builder
from groundwork.packs.wording import quoted

_HIGHEST_HEADING = 2


@dataclass(frozen=True, slots=True)
class AnchorUse:
    """A link to a heading of another lesson; whether it is there is not known yet."""

    file: Path
    line: int
    lesson: Lesson
    anchor: str


class PageBuilder:
    """Builds the page of one lesson; what is wrong is told, and the rest is built."""

    def __init__(self, pack: Pack, lesson: Lesson, problems: ProblemCollector) -> None:
        self._pack = pack
        self._lesson = lesson
        self._problems = problems
        source = Source(pack, lesson, lesson.chapter_id, problems)
        self._texts = TextBuilder(source, self._special, self._accept)
        self._inner_texts = {
            noun: inner_builder(source, noun, self._accept) for noun in ("exercise", "question")
        }
        self._ids = IdRegister(problems)
        self._anchors: dict[int, str] = {}
        self._known_anchors: frozenset[str] = frozenset()
        self._fences: dict[int, Fence] = {}
        self._programs: dict[int, Block] = {}
        self._anchor_uses: list[AnchorUse] = []
        self._of_exercises: list[Problem] = []
        self._exercise_folders: list[str] = []

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors of the headings of the page that was built."""
        return self._known_anchors

    @property
    def anchor_uses(self) -> tuple[AnchorUse, ...]:
        """The links of the page that was built to headings of other lessons."""
        return tuple(self._anchor_uses)

    @property
    def exercise_problems(self) -> tuple[Problem, ...]:
        """What is wrong in the folders of the exercises of the page that was built."""
        return tuple(self._of_exercises)

    @property
    def exercise_folders(self) -> frozenset[str]:
        """The folders of the exercises of the page that was built, from the pack's folder on."""
        return frozenset(self._exercise_folders)

    def page(self, root: Node) -> Page:
        """The page for the body of the lesson."""
        self._survey(root)
        return self._texts.page(root.children)

    def _survey(self, root: Node) -> None:
        """Learn what later depends on: the anchors, and which fences are one program."""
        anchors = AnchorMaker()
        for node in root.walk():
            tell_fault(node, self._problems)
            if node.kind == "heading":
                self._anchors[node.line] = anchors.anchor(plain_text(node.children))
            elif node.kind == "fence":
                self._fences[node.line] = self._read_fence(node)
        self._known_anchors = frozenset(self._anchors.values())
        fences = self._fences.values()
        exercises = InlineExercises(self._ids, self._blocks_of, self._problems)
        for fence in fences:
            exercises.take(fence)
        examples = example_blocks(fences, self._ids, self._problems)
        self._programs = {**examples, **exercises.blocks()}

    def _read_fence(self, node: Node) -> Fence:
        line = node.line
        written = read_fence_line(node.token.info, lambda *words: self._problems.tell(line, *words))
        return Fence(written, node.token.content, line)

    def _blocks_of(self, text: str, line: int) -> tuple[Block, ...]:
        root = parsed(text, line)
        tell_faults(root, self._problems)
        return self._inner_texts["exercise"].blocks(root.children)

    def _special(self, node: Node) -> Sequence[Block] | None:
        """What stands on the page for nodes that are more than text."""
        if node.kind == "heading":
            return self._heading(node)
        if node.kind == "fence":
            return self._fence(node)
        if node.kind == "blockquote":
            mark = read_mark(node, self._problems)
            return None if mark is None else self._question(node, mark)
        target = exercise_target(node)
        return None if target is None else self._exercise(target, node.line)

    def _heading(self, node: Node) -> Sequence[Block]:
        level = int(node.token.tag.removeprefix("h"))
        pieces = node.children[0].children
        text = plain_text(pieces)
        if not text:
            self._problems.tell(node.line, "This heading is empty.", "Write it, or delete the #.")
            return ()
        if level < _HIGHEST_HEADING:
            sentence = f"The heading {quoted(text)} has one # only."
            remedy = "Use ## and more; the page's title comes from the front matter."
            self._problems.tell(node.line, sentence, remedy)
        level = max(level, _HIGHEST_HEADING)
        html = self._texts.inline_html(pieces)
        return (Heading(level, text, self._anchors[node.line], html),)

    def _fence(self, node: Node) -> Sequence[Block] | None:
        fence = self._fences.get(node.line)
        role = fence.written.role if fence else None
        if role is None:
            return None
        if role.is_in_question:
            sentence = f"A {role.noun} stands outside a question, and is left out."
            remedy = "Put it into a quote that begins with [!QUESTION] and an id."
            self._problems.tell(node.line, sentence, remedy)
        block = self._programs.get(node.line)
        return () if block is None else (block,)

    def _question(self, quote: Node, mark: Mark) -> Sequence[Block]:
        if not mark.id:
            remedy = "Write one behind the brackets, like [!QUESTION] last-item; keep it for good."
            self._problems.tell(mark.line, "This question has no id; it is left out.", remedy)
            return ()
        if not self._ids.claim(mark.id, "question", mark.line):
            return ()
        reader = QuestionReader(self._inner_texts["question"], self._problems)
        question = reader.question(quote, mark)
        return () if question is None else (question,)

    def _exercise(self, target: str, line: int) -> Sequence[Block]:
        folder = path_in_pack(self._lesson.chapter_id, posixpath.dirname(unquote(target)))
        fault = exercise_fault(self._pack, self._lesson, folder)
        if fault is not None:
            tell_broken(fault, line, self._problems)
            return ()
        an_id = posixpath.basename(folder or "")
        if not self._ids.claim(an_id, "exercise", line):
            return ()
        reading = read_exercise_folder(self._pack, self._lesson, folder or "", line, self._accept)
        self._exercise_folders.append(folder or "")
        self._of_exercises += reading.problems
        return (reading.exercise,)

    def _accept(self, link: Link, line: int, file: Path) -> Link:
        if not isinstance(link, LessonLink) or not link.anchor:
            return link
        if link.lesson.id != self._lesson.id:
            self._anchor_uses.append(AnchorUse(file, line, link.lesson, link.anchor))
        elif link.anchor not in self.anchors:
            return missing_anchor(link.anchor, self.anchors)
        return link


def missing_anchor(anchor: str, known: frozenset[str]) -> BrokenLink:
    """What there is to say about a link to a heading that is not there."""
    sentence = f"The link leads to a heading {quoted('#' + anchor)} that is not there."
    otherwise = "Anchors are headings in lower case, with hyphens for blanks."
    return BrokenLink(sentence, otherwise, anchor, lambda: known)
