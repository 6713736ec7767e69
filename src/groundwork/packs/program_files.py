"""The files of one program, gathered block by block: their names must suit every system."""

from __future__ import annotations

from groundwork.files import name_objection
from groundwork.packs.fences import Fence
from groundwork.packs.model import SourceFile
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.taken_names import TakenNames
from groundwork.packs.wording import quoted

PYTHON_SUFFIXES = (".py", ".pyw")
_LONGEST_NAME = 200
NAME_REMEDY = "Choose a relative name like prices.py or shop/prices.py."


class ProgramFiles:
    """Takes the blocks that hold the files of a program; `owner` names it in sentences."""

    def __init__(self, owner: str, problems: ProblemCollector) -> None:
        self._owner = owner
        self._problems = problems
        self._names = TakenNames()
        self.fences: list[Fence] = []

    @property
    def files(self) -> tuple[SourceFile, ...]:
        """The files in the author's order."""
        return tuple(SourceFile(fence.written.file, fence.text) for fence in self.fences)

    def take(self, fence: Fence) -> bool:
        """Add a block; false, having told why, where its file cannot belong to the program."""
        name = fence.written.file
        objection = program_name_objection(name)
        if objection:
            self._problems.tell(fence.line, objection, NAME_REMEDY)
            return False
        other = self._names.other(name)
        if other:
            self._tell_clash(fence, other)
            return False
        self._names.take(name)
        self.fences.append(fence)
        return True

    def main(self) -> Fence:
        """The block whose file is run: the one marked, or else the first; there must be one."""
        marked = [fence for fence in self.fences if "main" in fence.written.flags]
        for fence in marked[1:]:
            sentence = f"A second file of {self._owner} says “main”; the first counts."
            self._problems.tell(fence.line, sentence, "Only one file can be the one that is run.")
        return marked[0] if marked else self.fences[0]

    def value(self, name: str) -> str:
        """The value of an attribute, wherever it is written; empty where it is not."""
        given = [fence for fence in self.fences if name in fence.written.values]
        for fence in given[1:]:
            if fence.written.values[name] != given[0].written.values[name]:
                sentence = f"{quoted(name)} is different in line {given[0].line}, which counts."
                self._problems.tell(fence.line, sentence, "Write it on one block alone.")
        return given[0].written.values[name] if given else ""

    def line_of(self, name: str) -> int:
        """The line of the first block that has the attribute; 0 where none has."""
        return next((one.line for one in self.fences if name in one.written.values), 0)

    def _tell_clash(self, fence: Fence, taken: str) -> None:
        name = fence.written.file
        line = next(one.line for one in self.fences if one.written.file == taken)
        sentence = f"{self._owner} has a file {quoted(taken)} in line {line} already."
        sentence = sentence[0].upper() + sentence[1:]
        if name != taken:
            sentence += f" Some systems cannot keep {quoted(name)} beside it."
        remedy = "Name this file with file=…, or give this block an id of its own."
        self._problems.tell(fence.line, sentence, remedy)


def program_name_objection(name: str) -> str:
    """Why a program cannot have a file of this name, as a sentence; empty where it can."""
    if len(name) > _LONGEST_NAME:
        return f"The file name {quoted(name)} is too long."
    return name_objection(name)
