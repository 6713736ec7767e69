"""Names that are deleted from the programs of the built-in pack, to see whether completion finds
them again.

Names that are used where they stand are drawn: variables that are read, attributes, keyword
arguments, what is imported. One that is bound there for the first time can be known to nobody but
the author. Two letters are typed of a name again, one behind a dot; what is no longer than that is
not drawn. A name is drawn once from a program, wherever it stands there, so that `print` does not
make half of them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from groundwork.gui.language.lesson_code import names_in
from groundwork.packs.load import load_pack, load_page
from groundwork.packs.model import Example, Page
from groundwork.packs.statements import statements_by_lesson


class Deleted(NamedTuple):
    """A name that is missing in a program: `offset` is where the cursor is, after what was typed.

    `files` are the files of the example; of `main` the text is `text`, without the rest of the
    name.
    """

    name: str
    typed: str
    files: tuple[tuple[str, str], ...]
    main: str
    text: str
    offset: int
    is_attribute: bool
    lesson_names: tuple[str, ...]
    taught: tuple[str, ...]

    @property
    def line(self) -> int:
        """The line of the cursor, from 1."""
        return self.text.count("\n", 0, self.offset) + 1

    @property
    def column(self) -> int:
        """The column of the cursor."""
        return self.offset - self.text.rfind("\n", 0, self.offset) - 1

    @property
    def start(self) -> int:
        """The column of the name."""
        return self.column - len(self.typed)

    def without_rest(self) -> Deleted:
        """The same as one writes from top to bottom: the program ends at the cursor."""
        return self._replace(text=self.text[: self.offset] + "\n")

    def untyped(self) -> Deleted:
        """The same before anything of the name is typed."""
        start = self.offset - len(self.typed)
        return self._replace(
            text=self.text[:start] + self.text[self.offset :], offset=start, typed=""
        )


def drawn(pack: Path, number: int, seed: int) -> list[Deleted]:
    """So many names from the programs of a pack, the same ones for the same seed; all if fewer."""
    dice = Random(seed)  # noqa: S311 - no secret
    every = list(_deleted(pack))
    dice.shuffle(every)
    once = list({(one.files, one.main, one.name): one for one in every}.values())
    return dice.sample(once, min(number, len(once)))


def _deleted(folder: Path) -> Iterator[Deleted]:
    pack = load_pack(folder).pack
    assert pack is not None
    taught = statements_by_lesson(pack)
    for lesson in pack.lessons:
        programs = list(_programs(load_page(pack, lesson).page))
        words = tuple(sorted(taught[lesson.id]))
        for program in programs:
            names = names_in(tuple(other for other in programs if other.id != program.id))
            for deleted in _deleted_from(program):
                yield deleted._replace(lesson_names=names, taught=words)


def _programs(page: Page) -> Iterator[Example]:
    yield from page.examples
    for exercise in page.exercises:
        files = tuple(exercise.solution)
        if files:
            yield Example(exercise.example.id, "", files, exercise.example.main)


def _deleted_from(program: Example) -> Iterator[Deleted]:
    files = tuple((file.name, file.text) for file in program.files)
    for name, text in files:
        if not name.endswith(".py"):
            continue
        for start, word, is_attribute in sorted(_uses(text)):
            typed = word[: 1 if is_attribute else 2]
            if len(word) > len(typed):
                left = text[: start + len(typed)] + text[start + len(word) :]
                cursor = start + len(typed)
                yield Deleted(word, typed, files, name, left, cursor, is_attribute, (), ())


def _uses(text: str) -> Iterator[tuple[int, str, bool]]:
    """Where names are used, and whether as attributes; none of a program that does not compile."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = set()
    for node in ast.walk(tree):
        for row, column, word, is_attribute in _words(node):
            start = starts[row - 1] + column
            if text[start : start + len(word)] == word:  # not so in some f-strings
                found.add((start, word, is_attribute))
    yield from found


def _words(node: ast.AST) -> Iterator[tuple[int, int, str, bool]]:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        yield node.lineno, node.col_offset, node.id, False
    elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
        end = node.end_col_offset or 0
        yield node.end_lineno or 0, end - len(node.attr), node.attr, True
    elif isinstance(node, ast.keyword) and node.arg:
        yield node.lineno, node.col_offset, node.arg, False
    elif isinstance(node, ast.Import | ast.ImportFrom):
        for alias in node.names:
            yield alias.lineno, alias.col_offset, alias.name.partition(".")[0], False
