"""Exercises in folders: the text, the starter, the solution, the wrong answers and the checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from groundwork.packs.check_tables import CheckTables, read_check_tables
from groundwork.packs.checks import DEFAULT_LIMITS, AnyCheck
from groundwork.packs.exercise_faults import tell_missing
from groundwork.packs.exercise_text import ExerciseText, Message, read_exercise_text
from groundwork.packs.exercises import Exercise, WrongAnswer
from groundwork.packs.links import EXERCISE_NAME
from groundwork.packs.model import Lesson, Pack, Problem, SourceFile
from groundwork.packs.names import ID_RULE, id_fault, title_from
from groundwork.packs.pictures import PICTURE_SUFFIXES
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.python_checks import read_python_checks
from groundwork.packs.source_folder import SourceFolders
from groundwork.packs.texts import Accept, Source
from groundwork.packs.wording import listed, quoted, suggestion

CHECKS_NAME = "checks.toml"
PYTHON_CHECKS_NAME = "checks.py"
STARTER, SOLUTION, WRONG = "starter", "solution", "wrong"

_KNOWN = (EXERCISE_NAME, CHECKS_NAME, PYTHON_CHECKS_NAME, STARTER, SOLUTION, WRONG)
_FALLBACK = "main.py"


@dataclass(frozen=True, slots=True)
class ExerciseReading:
    """An exercise, and what is wrong with the files of its folder."""

    exercise: Exercise
    problems: tuple[Problem, ...]


def read_exercise_folder(
    pack: Pack, lesson: Lesson, name: str, line: int, accept: Accept
) -> ExerciseReading:
    """The exercise in the folder `name` of the pack; `line` is that of its link in the lesson.

    The folder is inside the pack, its own name is an id, and there is an `exercise.md` in it.
    """
    return _Folder(pack, lesson, name, accept).reading(line)


class _Folder:
    """Reads the files of one exercise."""

    def __init__(self, pack: Pack, lesson: Lesson, name: str, accept: Accept) -> None:
        self._pack = pack
        self._lesson = lesson
        self._name = name
        self._accept = accept
        self._path = pack.folder / name
        self._folders = SourceFolders(pack.folder)
        self._problems: list[Problem] = []

    def reading(self, line: int) -> ExerciseReading:
        """The exercise, and everything that is wrong."""
        told = self._text()
        self._tell_unknown()
        files, main = self._starter()
        tables = self._tables()
        exercise = Exercise(
            id=self._path.name,
            title=told.title or title_from(self._path.name),
            task=told.task,
            files=files,
            main=main,
            solution=self._solution(),
            explanation=told.explanation,
            checks=(*tables.checks, *self._python_checks()),
            hints=told.hints,
            wrong_answers=self._wrong_answers(main, told.messages),
            limits=tables.limits or DEFAULT_LIMITS,
            line=line,
            minutes=told.minutes,
        )
        text_problems = ProblemCollector(self._path / EXERCISE_NAME)
        tell_missing(exercise, 0, text_problems)
        self._problems += text_problems.found
        return ExerciseReading(exercise, (*self._problems, *self._folders.problems))

    def _text(self) -> ExerciseText:
        path = self._path / EXERCISE_NAME
        text = self._folders.text(path)
        problems = ProblemCollector(path)
        source = Source(self._pack, self._lesson, self._name, problems)
        told = ExerciseText() if text is None else read_exercise_text(text, source, self._accept)
        self._problems += problems.found
        return told

    def _starter(self) -> tuple[tuple[SourceFile, ...], str]:
        folder = self._path / STARTER
        files = self._folders.files(folder)
        main = self._folders.main_of(files, folder)
        if main:
            return files, main
        return (SourceFile(_FALLBACK, ""), *files), _FALLBACK

    def _solution(self) -> tuple[SourceFile, ...]:
        return self._folders.files(self._path / SOLUTION)

    def _tables(self) -> CheckTables:
        path = self._path / CHECKS_NAME
        text = self._folders.text(path) if path.exists() else None
        problems = ProblemCollector(path)
        tables = CheckTables() if text is None else read_check_tables(text, 1, problems)
        self._problems += problems.found
        return tables

    def _python_checks(self) -> Sequence[AnyCheck]:
        path = self._path / PYTHON_CHECKS_NAME
        text = self._folders.text(path) if path.exists() else None
        problems = ProblemCollector(path)
        checks = () if text is None else read_python_checks(text, 1, problems)
        self._problems += problems.found
        return checks

    def _wrong_answers(self, main: str, messages: Sequence[Message]) -> tuple[WrongAnswer, ...]:
        answers: dict[str, WrongAnswer] = {}
        for name in self._folders.names(self._path / WRONG):
            answer = self._wrong_answer(self._path / WRONG / name, main)
            if answer is not None:
                answers[answer.id] = answer
        for message in messages:
            self._say(message, answers)
        return tuple(answers.values())

    def _wrong_answer(self, path: Path, main: str) -> WrongAnswer | None:
        an_id = path.name if path.is_dir() else path.name.removesuffix(".py")
        is_program = path.is_dir() or path.name.endswith(".py")
        fault = id_fault(an_id) if is_program else "is no Python file"
        if fault:
            sentence = f"The wrong answer {quoted(path.name)} {fault}."
            self._folders.tell(path, sentence, f"{ID_RULE} Add .py to that of a single file.")
            return None
        if path.is_dir():
            files = self._folders.files(path)
        else:
            text = self._folders.text(path)
            files = () if text is None else (SourceFile(main, text),)
        return WrongAnswer(an_id, files, ()) if files else None

    def _say(self, message: Message, answers: dict[str, WrongAnswer]) -> None:
        an_id = message.name.strip("/").removesuffix(".py")
        answer = answers.get(an_id)
        if answer is None:
            sentence = f"There is no wrong answer {quoted(message.name)} in the folder {WRONG}."
            remedy = suggestion(an_id, answers, "Write its program, or delete this section.")
        elif answer.line:
            sentence = f"The wrong answer {quoted(an_id)} has two messages."
            remedy = "Join the two."
        else:
            answers[an_id] = replace(answer, message=message.blocks, line=message.line)
            return
        self._folders.tell(self._path / EXERCISE_NAME, sentence, remedy, line=message.line)

    def _tell_unknown(self) -> None:
        for name in self._folders.names(self._path):
            is_noted = name.lower().startswith(("readme.", "_"))
            if name not in _KNOWN and not is_noted and not name.endswith(PICTURE_SUFFIXES):
                sentence = f"An exercise has no use for {quoted(name)}."
                remedy = suggestion(name, _KNOWN, f"Known are {listed(_KNOWN)}.")
                self._folders.tell(self._path / name, sentence, remedy)
