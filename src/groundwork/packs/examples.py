"""Examples: the fences of a lesson that say so, joined by their ids into programs of files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from groundwork.files import clash_key, name_objection
from groundwork.packs.fences import FenceLine, check_id, checked_error
from groundwork.packs.model import Example, Listing, SourceFile
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.wording import one_line, quoted

_PYTHON_SUFFIXES = (".py", ".pyw")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block of a lesson; `line` counts from 1 in the lesson's file."""

    written: FenceLine
    text: str
    line: int


def example_blocks(
    fences: Iterable[Fence], problems: ProblemCollector
) -> dict[int, Example | Listing]:
    """What stands on the page for fences of examples, by the line of the fence.

    An example of several files stands at its first fence, and there is nothing for the others. A
    fence that cannot belong to an example is a listing, so that its text is not lost.
    """
    gatherer = _Gatherer(problems)
    for fence in fences:
        gatherer.take(fence)
    return gatherer.blocks()


class _Gatherer:
    """Takes the fences one by one, and sorts them by the example that they belong to."""

    def __init__(self, problems: ProblemCollector) -> None:
        self._problems = problems
        self._parts: dict[str, list[Fence]] = {}
        self._listings: dict[int, Listing] = {}

    def take(self, fence: Fence) -> None:
        """Add a fence to its example, or make a listing of it and tell why."""
        an_id = fence.written.id
        if not check_id(an_id, lambda *words: self._problems.tell(fence.line, *words)):
            self._list(fence)
        elif self._has_usable_name(fence):
            self._parts.setdefault(an_id, []).append(fence)
        else:
            self._list(fence)

    def blocks(self) -> dict[int, Example | Listing]:
        """The finished examples and the listings, by line."""
        examples = {
            parts[0].line: _Joining(parts, self._problems).example()
            for parts in self._parts.values()
        }
        return {**self._listings, **examples}

    def _list(self, fence: Fence) -> None:
        self._listings[fence.line] = Listing(fence.written.language, fence.text)

    def _has_usable_name(self, fence: Fence) -> bool:
        name = fence.written.file
        objection = name_objection(name)
        if objection:
            remedy = "Choose a relative name like prices.py or shop/prices.py."
            self._problems.tell(fence.line, objection, remedy)
            return False
        for other in self._parts.get(fence.written.id, ()):
            if _clash(name, other.written.file):
                self._tell_clash(fence, other)
                return False
        return True

    def _tell_clash(self, fence: Fence, other: Fence) -> None:
        name, taken = fence.written.file, other.written.file
        example = quoted(fence.written.id)
        sentence = f"The example {example} has a file {quoted(taken)} in line {other.line} already."
        if name != taken:
            sentence += f" Some systems cannot keep {quoted(name)} beside it."
        remedy = "Name this file with file=…, or give this block an id of its own."
        self._problems.tell(fence.line, sentence, remedy)


def _clash(name: str, other: str) -> bool:
    """Whether some system could not keep both: they are the same, or one is the other's folder."""
    key, other_key = clash_key(name), clash_key(other)
    is_folder = key.startswith(f"{other_key}/") or other_key.startswith(f"{key}/")
    return key == other_key or is_folder


class _Joining:
    """Makes one example of its fences, the first of which says where it stands."""

    def __init__(self, parts: list[Fence], problems: ProblemCollector) -> None:
        self._parts = parts
        self._problems = problems

    def example(self) -> Example:
        """The example; what its fences say differently is told."""
        first = self._parts[0]
        main = self._main()
        is_runnable = not any("no-run" in part.written.flags for part in self._parts)
        if not main.text.strip():
            sentence = f"The example {quoted(first.written.id)} is empty."
            self._problems.tell(main.line, sentence, "Write its program between the fences.")
        if is_runnable and not main.written.file.endswith(_PYTHON_SUFFIXES):
            self._tell_no_python(main)
            is_runnable = False
        return Example(
            id=first.written.id,
            title=one_line(self._value("title")),
            files=tuple(SourceFile(part.written.file, part.text) for part in self._parts),
            main=main.written.file,
            fails_with=self._fails_with(),
            typed_input=self._value("input"),
            is_runnable=is_runnable,
            line=first.line,
        )

    def _main(self) -> Fence:
        marked = [part for part in self._parts if "main" in part.written.flags]
        for part in marked[1:]:
            sentence = f"A second file of {quoted(part.written.id)} says “main”; the first counts."
            self._problems.tell(part.line, sentence, "Only one file can be the one that is run.")
        return marked[0] if marked else self._parts[0]

    def _tell_no_python(self, main: Fence) -> None:
        sentence = f"{quoted(main.written.file)} is to be run, but is no Python file."
        remedy = "Mark the file that is run with main, or the example with no-run."
        self._problems.tell(main.line, sentence, remedy)

    def _value(self, name: str) -> str:
        given = list(self._given(name))
        for part, value in given[1:]:
            if value != given[0][1]:
                sentence = f"{quoted(name)} is different in line {given[0][0].line}, which counts."
                self._problems.tell(part.line, sentence, "Write it on one block of the example.")
        return given[0][1] if given else ""

    def _given(self, name: str) -> Iterator[tuple[Fence, str]]:
        for part in self._parts:
            if name in part.written.values:
                yield part, part.written.values[name]

    def _fails_with(self) -> str:
        name = self._value("fails")
        line = next((part.line for part, _ in self._given("fails")), 0)
        return checked_error(name, lambda *words: self._problems.tell(line, *words))
