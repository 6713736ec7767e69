"""The programs of a document: which of its blocks of code belong together, and which file runs."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from groundwork.authoring.importing.named_files import named_files
from groundwork.files import clash_key
from groundwork.packs.fences import DEFAULT_FILE
from groundwork.packs.model import SourceFile

EARLIER = "earlier.py"
"""The file that holds what a program needs of the blocks above it."""

_LIKELY_MAIN = ("main.py", "app.py", "run.py")


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """A fenced block of Python at the top level of a document, in the lines from `line` on."""

    line: int
    end_line: int
    code: str


@dataclass(frozen=True, slots=True)
class Program:
    """Blocks that are one program; `files` stand in the order of the blocks, each in its own.

    `lines` has the line of the block for each file. `is_named` tells that the blocks say which
    files they are.
    """

    files: tuple[SourceFile, ...]
    lines: tuple[int, ...]
    main: str
    is_named: bool


def programs(blocks: Iterable[CodeBlock]) -> tuple[Program, ...]:
    """The programs that the blocks of one lesson are, in the order of their first blocks.

    Blocks that follow each other and name their files are one program, until a name comes again. A
    block without a name that imports such a file right behind them is the file that runs.
    """
    gathering = _Gathering()
    for block in blocks:
        gathering.take(block)
    return gathering.finished()


class _Gathering:
    def __init__(self) -> None:
        self._done: list[Program] = []
        self._files: list[SourceFile] = []
        self._lines: list[int] = []

    def take(self, block: CodeBlock) -> None:
        files = named_files(block.code)
        taken = {clash_key(file.name) for file in self._files}
        if files:
            if any(clash_key(file.name) in taken for file in files):
                self._end()
            for file in files:
                self._add(SourceFile(file.name, file.text), block.line)
            return
        alone = SourceFile(DEFAULT_FILE, block.code)
        if self._files and DEFAULT_FILE not in taken and imported_files(alone, self._files):
            self._add(alone, block.line)
            self._end()
            return
        self._end()
        self._done.append(Program((alone,), (block.line,), DEFAULT_FILE, is_named=False))

    def finished(self) -> tuple[Program, ...]:
        self._end()
        return tuple(self._done)

    def _add(self, file: SourceFile, line: int) -> None:
        self._files.append(file)
        self._lines.append(line)

    def _end(self) -> None:
        if self._files:
            files = tuple(self._files)
            self._done.append(Program(files, tuple(self._lines), main_of(files), is_named=True))
            self._files, self._lines = [], []


def main_of(files: Sequence[SourceFile]) -> str:
    """The name of the file to run: one that no other imports, best one that uses the others."""
    imported = {name for file in files for name in imported_files(file, files)}
    free = [file for file in files if file.name not in imported] or list(files)
    return max(enumerate(free), key=lambda place: (*_likelihood(place[1], files), place[0]))[1].name


def _likelihood(file: SourceFile, files: Sequence[SourceFile]) -> tuple[int, int, int]:
    uses = len(imported_files(file, files))
    begins = "__name__" in file.text and "__main__" in file.text
    return int(begins), int(file.name in _LIKELY_MAIN), uses


def imported_files(file: SourceFile, files: Iterable[SourceFile]) -> set[str]:
    """The names of those of `files` that `file` imports; none where it is no Python."""
    modules = {_module(other.name): other.name for other in files if other.name != file.name}
    wanted = _imported_modules(file)
    return {name for module, name in modules.items() if module in wanted}


def _module(name: str) -> str:
    """The dotted name under which a file is imported."""
    stem = name.rpartition(".")[0].replace("/", ".")
    return stem.removesuffix(".__init__")


def _imported_modules(file: SourceFile) -> set[str]:
    """Every dotted name that the file's imports may mean."""
    tree = parsed_python(file.text)
    if tree is None:
        return set()
    package = _module(file.name).split(".")[:-1]
    wanted: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            wanted.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*start, *([node.module] if node.module else [])])
            wanted.add(origin)
            wanted.update(f"{origin}.{alias.name}".lstrip(".") for alias in node.names)
    return wanted


def with_earlier(program: Program, earlier: Sequence[str]) -> Program:
    """The program with what the blocks above it define, in a file of its own.

    What those blocks print is left out: it was printed where they stand.
    """
    above = "\n\n".join(filter(None, (_definitions(code) for code in earlier)))
    main = program.files[0]
    text = f"from {EARLIER.removesuffix('.py')} import *  # the blocks above\n\n{main.text}"
    files = (SourceFile(main.name, text), SourceFile(EARLIER, above + "\n"))
    return Program(files, program.lines * 2, program.main, is_named=False)


def _definitions(code: str) -> str:
    """The code without statements at its top that only show something."""
    tree = parsed_python(code)
    if tree is None:
        return ""
    lines = code.split("\n")
    kept: list[str] = []
    end = 0
    for statement in tree.body:
        start = min([statement.lineno, *(d.lineno for d in _decorators(statement))])
        if start > end and not _only_shows(statement):  # two may stand on one line
            end = statement.end_lineno or start
            kept += lines[start - 1 : end]
    return "\n".join(kept)


def _decorators(statement: ast.stmt) -> list[ast.expr]:
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return statement.decorator_list
    return []


def _only_shows(statement: ast.stmt) -> bool:
    if not isinstance(statement, ast.Expr):
        return False
    value = statement.value
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Name) and value.func.id in {"print", "display", "help"}
    return not isinstance(value, ast.Await | ast.Yield | ast.YieldFrom)


def parsed_python(code: str) -> ast.Module | None:
    """The syntax tree of the code; None where it is no Python."""
    try:
        return ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
