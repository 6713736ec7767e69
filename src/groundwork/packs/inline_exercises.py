"""Exercises written in the lesson itself: fences that their ids join."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from groundwork.packs.check_tables import CheckTables, read_check_tables
from groundwork.packs.checks import DEFAULT_LIMITS, AnyCheck
from groundwork.packs.exercise_faults import tell_missing
from groundwork.packs.exercises import Exercise, WrongAnswer
from groundwork.packs.fences import Fence, check_id
from groundwork.packs.ids import IdRegister
from groundwork.packs.model import Block, SourceFile
from groundwork.packs.names import ID_RULE, id_fault, title_from
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.program_files import PYTHON_SUFFIXES, ProgramFiles
from groundwork.packs.python_checks import read_python_checks
from groundwork.packs.roles import CHECKS, EXERCISE, HINT, PARTS_OF_EXERCISES, SOLUTION, TASK
from groundwork.packs.wording import one_line, quoted, suggestion

BlocksOf = Callable[[str, int], tuple[Block, ...]]
"""The blocks of a text of Markdown that begins at a line of the lesson's file."""

_TEXT_LANGUAGES = {"markdown", "md", "text", ""}
_PYTHON_LANGUAGES = {"python", "py"}
_MOST_MINUTES = 3


@dataclass(frozen=True, slots=True)
class _Parts:
    """The fences of one exercise, in the author's order."""

    starter: ProgramFiles
    tasks: list[Fence] = field(default_factory=list)
    solution: list[Fence] = field(default_factory=list)
    explanations: list[Fence] = field(default_factory=list)
    checks: list[Fence] = field(default_factory=list)
    hints: list[Fence] = field(default_factory=list)
    wrong: list[Fence] = field(default_factory=list)

    def others(self, fence: Fence) -> list[Fence]:
        """Where a fence that is no starter belongs."""
        if fence.written.role is SOLUTION:
            return self.explanations if _is_text(fence) else self.solution
        places = {TASK: self.tasks, CHECKS: self.checks, HINT: self.hints}
        return places.get(fence.written.role or EXERCISE, self.wrong)


def _is_text(fence: Fence) -> bool:
    return fence.written.language.lower() in _TEXT_LANGUAGES


class InlineExercises:
    """Takes the fences one by one, and makes exercises of them; `blocks_of` reads their texts."""

    def __init__(self, ids: IdRegister, blocks_of: BlocksOf, problems: ProblemCollector) -> None:
        self._ids = ids
        self._blocks_of = blocks_of
        self._problems = problems
        self._parts: dict[str, _Parts] = {}

    def take(self, fence: Fence) -> None:
        """Add a fence that is part of an exercise; any other is left alone."""
        role, an_id = fence.written.role, fence.written.id
        if role not in PARTS_OF_EXERCISES:
            return
        if not check_id(fence.written, lambda *words: self._tell(fence, *words)):
            return
        if role is EXERCISE and not self._ids.joins(an_id, EXERCISE.noun, fence.line):
            return
        owner = f"the exercise {quoted(an_id)}"
        parts = self._parts.setdefault(an_id, _Parts(ProgramFiles(owner, self._problems)))
        if role is EXERCISE:
            parts.starter.take(fence)
        else:
            parts.others(fence).append(fence)

    def blocks(self) -> dict[int, Exercise]:
        """The finished exercises, by the line of their first fence."""
        whole = {an_id: parts for an_id, parts in self._parts.items() if parts.starter.fences}
        for an_id, parts in self._parts.items():
            if an_id not in whole:
                self._tell_lonely(an_id, parts, whole)
        exercises = (self._exercise(an_id, parts) for an_id, parts in whole.items())
        return {exercise.line: exercise for exercise in exercises}

    def _exercise(self, an_id: str, parts: _Parts) -> Exercise:
        starter = parts.starter
        main, line = starter.main(), starter.fences[0].line
        if not main.written.file.endswith(PYTHON_SUFFIXES):
            sentence = f"{quoted(main.written.file)} is to be run, but is no Python file."
            self._tell(main, sentence, "Mark the file that is run with main.")
        tables = self._tables(parts.checks)
        exercise = Exercise(
            id=an_id,
            title=one_line(starter.value("title")) or self._made_title(starter.fences[0]),
            task=self._text(parts.tasks, "task"),
            files=starter.files,
            main=main.written.file,
            solution=self._files(parts.solution, main.written.file, an_id),
            explanation=self._text(parts.explanations, "explanation"),
            checks=(*tables.checks, *self._python_checks(parts.checks)),
            hints=self._hints(parts.hints),
            wrong_answers=self._wrong_answers(parts.wrong, main.written.file, an_id),
            limits=tables.limits or DEFAULT_LIMITS,
            line=line,
            minutes=self._minutes(starter),
        )
        tell_missing(exercise, line, self._problems)
        return exercise

    def _made_title(self, fence: Fence) -> str:
        sentence = f"The exercise {quoted(fence.written.id)} has no title."
        self._tell(fence, sentence, 'Add one, like title="Keep the new orders".')
        return title_from(fence.written.id)

    def _minutes(self, starter: ProgramFiles) -> int:
        written = starter.value("minutes")
        if not written or (
            written.isascii() and written.isdigit() and len(written) <= _MOST_MINUTES
        ):
            return int(written or 0)
        sentence = f"“minutes” is {quoted(written)}, which is no number of minutes."
        self._problems.tell(starter.line_of("minutes"), sentence, "Write one like minutes=15.")
        return 0

    def _text(self, fences: Sequence[Fence], noun: str) -> tuple[Block, ...]:
        for fence in fences[1:]:
            sentence = f"{quoted(fence.written.id)} has a second {noun}; it is left out."
            self._tell(fence, sentence, "Join the two.")
        return self._blocks_of(fences[0].text, fences[0].line + 1) if fences else ()

    def _hints(self, fences: Iterable[Fence]) -> tuple[tuple[Block, ...], ...]:
        hints = []
        for fence in fences:
            blocks = self._blocks_of(fence.text, fence.line + 1)
            if blocks:
                hints.append(blocks)
            else:
                self._tell(fence, "This hint is empty.", "Write it, or delete the block.")
        return tuple(hints)

    def _files(self, fences: Iterable[Fence], main: str, an_id: str) -> tuple[SourceFile, ...]:
        program = ProgramFiles(f"the exercise {quoted(an_id)}", self._problems)
        for fence in fences:
            named = {"file": main, **fence.written.values}
            program.take(replace(fence, written=replace(fence.written, values=named)))
        return program.files

    def _wrong_answers(
        self, fences: Iterable[Fence], main: str, an_id: str
    ) -> tuple[WrongAnswer, ...]:
        by_name: dict[str, list[Fence]] = {}
        for fence in fences:
            name = fence.written.values.get("name", "")
            fault = id_fault(name)
            if fault:
                sentence = f"The name {quoted(name)} of this wrong answer {fault}."
                self._tell(fence, sentence, f"Write one like name=off-by-one. {ID_RULE}")
            else:
                by_name.setdefault(name, []).append(fence)
        answers = []
        for name, parts in by_name.items():
            files = self._files((part for part in parts if not _is_text(part)), main, an_id)
            if files:
                answers.append(self._wrong_answer(name, parts, files))
            else:
                sentence = f"The wrong answer {quoted(name)} has a message, but no program."
                self._tell(parts[0], sentence, f"Write it in a block python wrong … name={name}.")
        return tuple(answers)

    def _wrong_answer(
        self, name: str, fences: Sequence[Fence], files: tuple[SourceFile, ...]
    ) -> WrongAnswer:
        said = [fence for fence in fences if _is_text(fence) or "says" in fence.written.values]
        for fence in said[1:]:
            sentence = f"The wrong answer {quoted(name)} has two messages; the first counts."
            self._tell(fence, sentence, "Give this one another name, or join the two.")
        message = self._message(said[0]) if said else ()
        return WrongAnswer(name, files, message, fences[0].line)

    def _message(self, fence: Fence) -> tuple[Block, ...]:
        if _is_text(fence):
            return self._blocks_of(fence.text, fence.line + 1)
        return self._blocks_of(fence.written.values["says"], fence.line)

    def _tables(self, fences: Iterable[Fence]) -> CheckTables:
        checks: list[AnyCheck] = []
        limits = None
        for fence in fences:
            language = fence.written.language.lower()
            if language == "toml":
                tables = read_check_tables(fence.text, fence.line + 1, self._problems)
                checks += tables.checks
                limits = limits or tables.limits
            elif language not in _PYTHON_LANGUAGES:
                sentence = "Checks are written as TOML or as Python."
                self._tell(fence, sentence, "Begin the block with toml checks or python checks.")
        return CheckTables(tuple(checks), limits)

    def _python_checks(self, fences: Iterable[Fence]) -> Iterable[AnyCheck]:
        for fence in fences:
            if fence.written.language.lower() in _PYTHON_LANGUAGES:
                yield from read_python_checks(fence.text, fence.line + 1, self._problems)

    def _tell_lonely(self, an_id: str, parts: _Parts, whole: Mapping[str, _Parts]) -> None:
        groups = (parts.tasks, parts.solution, parts.explanations, parts.checks, parts.hints)
        for fence in (fence for group in (*groups, parts.wrong) for fence in group):
            noun = fence.written.role.noun if fence.written.role else EXERCISE.noun
            sentence = f"This {noun} is for {quoted(an_id)}, but no exercise has that id."
            otherwise = f"Write its starter in a block that says python exercise id={an_id}."
            known = () if self._problems.is_full else whole
            self._tell(fence, sentence, suggestion(an_id, known, otherwise))

    def _tell(self, fence: Fence, sentence: str, remedy: str) -> None:
        self._problems.tell(fence.line, sentence, remedy)
