"""How a document becomes chapters and lessons: by its headings, and every line in one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from groundwork.packs.anchors import AnchorMaker
from groundwork.packs.chapter_folder import is_lesson_name
from groundwork.packs.markdown import Node, plain_text
from groundwork.packs.names import id_fault, id_from

_LONGEST_ID = 60
_LEAST_LESSONS_PER_CHAPTER = 2
"""Headings of a third level are lessons only where so many stand below one of the second."""


@dataclass(frozen=True, slots=True)
class Title:
    """A heading of the document; it stands in the lines from `line` up to `end_line`."""

    level: int
    text: str
    anchor: str
    line: int
    end_line: int


@dataclass(slots=True)
class LessonOutline:
    """A lesson to be: the lines from `line` up to `end_line`, without its own heading.

    `titles` are the headings inside it. `anchors` are those that lead to its top: of its own
    heading, and of a chapter or document that begins with it.
    """

    id: str
    title: str
    line: int
    end_line: int
    titles: list[Title] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)


@dataclass(slots=True)
class ChapterOutline:
    """A chapter to be."""

    id: str
    title: str
    lessons: list[LessonOutline] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outline:
    """A pack to be: its title, and its chapters, of which there is at least one."""

    title: str
    chapters: tuple[ChapterOutline, ...]

    @property
    def lessons(self) -> tuple[LessonOutline, ...]:
        """Every lesson in order."""
        return tuple(lesson for chapter in self.chapters for lesson in chapter.lessons)


def outline(root: Node, lines: Sequence[str], name: str) -> Outline:
    """The outline of a parsed document of these lines; `name` is its title if it has none.

    The one heading of the highest level, if it comes first, is the title. Below it the next level
    makes chapters and the one after that lessons, where there are enough of them; otherwise there
    is one chapter, and the next level makes its lessons. Deeper headings stay in the text. What
    stands before the first heading of a chapter, or of the document, is a lesson of that name.
    """
    titles = list(_titles(root))
    document = _document_title(titles)
    rest = titles[1:] if document else titles
    chapter_level, lesson_level = _levels(rest)
    building = _Building(document.text if document else name, lines)
    if document:
        building.begin_opening(document)
    for title in rest:
        if title.level == chapter_level:
            building.begin_chapter(title)
        elif title.level == lesson_level:
            building.begin_lesson(title)
        else:
            building.add(title)
    return building.finished()


def _titles(root: Node) -> Iterator[Title]:
    anchors = AnchorMaker()
    for node in root.children:
        if node.kind == "heading":
            level = int(node.token.tag.removeprefix("h"))
            text = plain_text(node.children[0].children)
            yield Title(level, text, anchors.anchor(text), node.line, node.end_line)


def _document_title(titles: Sequence[Title]) -> Title | None:
    if not titles:
        return None
    highest = min(title.level for title in titles)
    of_highest = [title for title in titles if title.level == highest]
    return titles[0] if of_highest == [titles[0]] else None


def _levels(titles: Sequence[Title]) -> tuple[int, int]:
    """The levels of chapters and of lessons; 0 where there are none of a kind."""
    levels = sorted({title.level for title in titles})
    if not levels:
        return 0, 0
    first = sum(title.level == levels[0] for title in titles)
    second = sum(title.level == levels[1] for title in titles) if len(levels) > 1 else 0
    if second >= first * _LEAST_LESSONS_PER_CHAPTER:
        return levels[0], levels[1]
    return 0, levels[0]


class _Building:
    """Takes the headings one by one; where something begins, the lesson before it ends."""

    def __init__(self, name: str, lines: Sequence[str]) -> None:
        self._name = name
        self._lines = lines
        self._chapters: list[ChapterOutline] = []
        self._chapter_ids: set[str] = set()
        self._lesson_ids: set[str] = set()
        self._lesson = LessonOutline("", name, 1, 1)
        self._is_opening = True
        self._anchors: list[str] = []

    def begin_opening(self, title: Title) -> None:
        """The title of the document, or of a chapter: what follows it may be a lesson."""
        self._begin(title, is_opening=True)

    def begin_chapter(self, title: Title) -> None:
        """A new chapter."""
        self._end_lesson(title.line)
        chapter_id = _free_id(title.text, "chapter", self._chapter_ids)
        self._chapters.append(ChapterOutline(chapter_id, title.text))
        self._begin(title, is_opening=True)

    def begin_lesson(self, title: Title) -> None:
        """A new lesson in the chapter at hand."""
        self._begin(title, is_opening=False)

    def add(self, title: Title) -> None:
        """A heading inside the lesson at hand."""
        self._lesson.titles.append(title)

    def finished(self) -> Outline:
        """The outline."""
        self._end_lesson(len(self._lines) + 1)
        chapters = [chapter for chapter in self._chapters if chapter.lessons]
        return Outline(self._name, tuple(chapters))

    def _begin(self, title: Title, *, is_opening: bool) -> None:
        self._end_lesson(title.line)
        self._anchors.append(title.anchor)
        self._lesson = LessonOutline("", title.text, title.end_line, title.end_line)
        self._is_opening = is_opening

    def _end_lesson(self, end: int) -> None:
        """Keep the lesson at hand; an opening without a line is none, its title stands above."""
        lesson, was_opening = self._lesson, self._is_opening
        self._lesson, self._is_opening = LessonOutline("", "", end, end), True
        lesson.end_line = end
        lines = self._lines[lesson.line - 1 : end - 1]
        if was_opening and not any(line.strip() for line in lines):
            return
        if not self._chapters:
            chapter_id = _free_id(self._name, "chapter", self._chapter_ids)
            self._chapters.append(ChapterOutline(chapter_id, self._name))
        lesson.id = _free_id(lesson.title, "lesson", self._lesson_ids)
        lesson.anchors, self._anchors = self._anchors, []
        self._chapters[-1].lessons.append(lesson)


def _free_id(title: str, otherwise: str, taken: set[str]) -> str:
    """An id for this title that nothing else has; it is taken from now on."""
    plain = id_from(title)[:_LONGEST_ID].strip("-") or otherwise
    an_id, number = plain, 1
    while an_id in taken or id_fault(an_id) or not is_lesson_name(f"{an_id}.md"):
        number += 1
        an_id = f"{plain}-{number}"
    taken.add(an_id)
    return an_id
