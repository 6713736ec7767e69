"""Examples: the fences of a lesson that say so, joined by their ids into programs of files."""

from __future__ import annotations

from collections.abc import Iterable

from groundwork.packs.fences import Fence, check_id, checked_error
from groundwork.packs.ids import IdRegister
from groundwork.packs.model import Example, Listing
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.program_files import PYTHON_SUFFIXES, ProgramFiles
from groundwork.packs.roles import EXAMPLE, OUTPUT
from groundwork.packs.wording import one_line, quoted, suggestion


def example_blocks(
    fences: Iterable[Fence], ids: IdRegister, problems: ProblemCollector
) -> dict[int, Example | Listing]:
    """What stands on the page for fences of examples, by the line of the fence.

    An example of several files stands at its first fence, and there is nothing for the others, nor
    for the output that an example is to have. A fence that cannot belong to an example is a
    listing, so that its text is not lost.
    """
    gatherer = _Gatherer(ids, problems)
    for fence in fences:
        gatherer.take(fence)
    return gatherer.blocks()


class _Gatherer:
    """Takes the fences one by one, and sorts them by the example that they belong to."""

    def __init__(self, ids: IdRegister, problems: ProblemCollector) -> None:
        self._ids = ids
        self._problems = problems
        self._programs: dict[str, ProgramFiles] = {}
        self._outputs: dict[str, Fence] = {}
        self._listings: dict[int, Listing] = {}

    def take(self, fence: Fence) -> None:
        """Add a fence of this kind; any other is left alone."""
        if fence.written.role not in {EXAMPLE, OUTPUT}:
            return
        has_id = check_id(fence.written, lambda *words: self._problems.tell(fence.line, *words))
        if fence.written.role is OUTPUT and has_id:
            self._take_output(fence)
        elif not has_id or not self._join(fence):
            self._listings[fence.line] = Listing(fence.written.language, fence.text)

    def blocks(self) -> dict[int, Example | Listing]:
        """The finished examples and the listings, by line."""
        examples = (self._example(program) for program in self._programs.values())
        blocks: dict[int, Example | Listing] = {example.line: example for example in examples}
        self._tell_lonely_outputs()
        return {**self._listings, **blocks}

    def _join(self, fence: Fence) -> bool:
        an_id = fence.written.id
        if not self._ids.joins(an_id, EXAMPLE.noun, fence.line):
            return False
        named = f"the example {quoted(an_id)}"
        program = self._programs.get(an_id) or ProgramFiles(named, self._problems)
        is_taken = program.take(fence)
        if is_taken:
            self._programs[an_id] = program
        return is_taken

    def _take_output(self, fence: Fence) -> None:
        first = self._outputs.setdefault(fence.written.id, fence)
        if first is not fence:
            sentence = f"The output of {quoted(fence.written.id)} stands in line {first.line}."
            self._problems.tell(fence.line, sentence, "Keep one of the two.")

    def _tell_lonely_outputs(self) -> None:
        for an_id, fence in self._outputs.items():
            if an_id not in self._programs:
                sentence = f"This is the output of {quoted(an_id)}, but no example has that id."
                known = () if self._problems.is_full else self._programs
                remedy = suggestion(an_id, known, "Correct the id, or delete the block.")
                self._problems.tell(fence.line, sentence, remedy)

    def _example(self, program: ProgramFiles) -> Example:
        first = program.fences[0]
        main = program.main()
        is_runnable = not any("no-run" in part.written.flags for part in program.fences)
        if not main.text.strip():
            sentence = f"The example {quoted(first.written.id)} is empty."
            self._problems.tell(main.line, sentence, "Write its program between the fences.")
        if is_runnable and not main.written.file.endswith(PYTHON_SUFFIXES):
            self._tell_no_python(main)
            is_runnable = False
        return Example(
            id=first.written.id,
            title=one_line(program.value("title")),
            files=program.files,
            main=main.written.file,
            fails_with=self._fails_with(program),
            typed_input=program.value("input"),
            is_runnable=is_runnable,
            line=first.line,
            output=self._output(first.written.id, is_runnable=is_runnable),
        )

    def _tell_no_python(self, main: Fence) -> None:
        sentence = f"{quoted(main.written.file)} is to be run, but is no Python file."
        remedy = "Mark the file that is run with main, or the example with no-run."
        self._problems.tell(main.line, sentence, remedy)

    def _fails_with(self, program: ProgramFiles) -> str:
        line = program.line_of("fails")
        return checked_error(
            program.value("fails"), lambda *words: self._problems.tell(line, *words)
        )

    def _output(self, an_id: str, *, is_runnable: bool) -> str | None:
        fence = self._outputs.get(an_id)
        if fence is None:
            return None
        if not is_runnable:
            sentence = f"This is the output of {quoted(an_id)}, which is only to be read."
            self._problems.tell(fence.line, sentence, "Take out no-run, or this block.")
        return fence.text
