"""Checking a whole pack: everything that is wrong with it, all at once, so that it can be mended.

What is written is read, and what is to run is run: examples, solutions, starters, wrong answers and
the programs of questions, in parallel, each in a process of its own that finds no network.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from groundwork import paths
from groundwork.authoring.example_check import example_job
from groundwork.authoring.exercise_check import exercise_jobs, solution_problems
from groundwork.authoring.exercise_places import ExercisePlaces
from groundwork.authoring.jobs import Asks, Job, Progress, problems_of_jobs
from groundwork.authoring.question_check import blank_problems, question_jobs
from groundwork.authoring.reading_time import reading_problems
from groundwork.authoring.report import CheckReport, Counts
from groundwork.authoring.requirements import requirement_jobs
from groundwork.packs.exercises import Exercise
from groundwork.packs.load import load_pack
from groundwork.packs.model import Lesson, Pack, Page, Problem
from groundwork.packs.pack_files import pack_files
from groundwork.packs.reading import PageReading, read_page
from groundwork.packs.validate import problems_of
from groundwork.running.command import runtime_python


def unheard(_progress: Progress) -> None:
    """Nobody watches."""


def never() -> bool:
    """Nobody cancels."""
    return False


def check_pack(
    folder: Path,
    *,
    on_progress: Callable[[Progress], None] = unheard,
    is_cancelled: Asks = never,
) -> CheckReport:
    """Everything that is wrong with the pack in `folder`, in the order of its files.

    It runs the pack's programs and may take a minute. `on_progress` is called on the caller's
    thread, `is_cancelled` is asked on threads, many times a second.

    Raises:
        CheckCancelledError: `is_cancelled` has said so.
        CheckImpossibleError: the machine does not allow it now.
        RuntimeMissingError: there is no Python to run its programs.
    """
    runtime_python(paths.runtime_folder())
    began = monotonic()
    loaded = load_pack(folder)
    pack = loaded.pack
    if pack is None:
        return CheckReport(None, loaded.problems)
    looks = [_Look(pack, lesson, read_page(pack, lesson)) for lesson in pack.lessons]
    problems = [*loaded.problems, *problems_of(pack), *pack_files(pack.folder)[1]]
    jobs = [*requirement_jobs(pack)]
    for look in looks:
        problems += look.problems()
        jobs += look.jobs()
    problems += problems_of_jobs(jobs, on_progress=on_progress, is_cancelled=is_cancelled)
    counts = _counts([look.reading.page for look in looks])
    return CheckReport(pack, _in_order(pack, problems), counts, monotonic() - began)


@dataclass(frozen=True, slots=True)
class _Look:
    """One lesson that is checked."""

    pack: Pack
    lesson: Lesson
    reading: PageReading

    def problems(self) -> Iterator[Problem]:
        """What is seen without running anything, besides what its reading told."""
        page = self.reading.page
        yield from reading_problems(self.lesson, page)
        for exercise in page.exercises:
            yield from solution_problems(exercise, self._places(exercise))
        for question in page.questions:
            yield from blank_problems(self.lesson, question)

    def jobs(self) -> Iterator[Job]:
        """What is to be run."""
        page = self.reading.page
        for example in page.examples:
            if example.is_runnable:
                yield example_job(self.lesson, example)
        for exercise in page.exercises:
            yield from exercise_jobs(self.lesson, exercise, self._places(exercise))
        for question in page.questions:
            yield from question_jobs(self.lesson, question)

    def _places(self, exercise: Exercise) -> ExercisePlaces:
        folders = self.reading.exercise_folders
        return ExercisePlaces.of(self.pack, self.lesson, exercise, folders)


def _counts(pages: list[Page]) -> Counts:
    return Counts(
        lessons=len(pages),
        examples=sum(len(page.examples) for page in pages),
        exercises=sum(len(page.exercises) for page in pages),
        questions=sum(len(page.questions) for page in pages),
    )


def _in_order(pack: Pack, problems: list[Problem]) -> tuple[Problem, ...]:
    """Each problem once: the manifest's first, then chapter by chapter, lesson by lesson."""
    lessons = {lesson.path: number for number, lesson in enumerate(pack.lessons)}
    chapters = {chapter.id: number for number, chapter in enumerate(pack.chapters)}

    def place(problem: Problem) -> tuple[object, ...]:
        top = _top_folder(pack, problem.file)
        number = lessons.get(problem.file, len(lessons))
        return chapters.get(top, len(chapters) if top else -1), number, problem.file, problem.line

    return tuple(sorted(dict.fromkeys(problems), key=place))


def _top_folder(pack: Pack, file: Path) -> str:
    """The folder of the pack that the file lies in; empty for one beside the manifest."""
    parts = file.relative_to(pack.folder).parts if file.is_relative_to(pack.folder) else ()
    return parts[0] if len(parts) > 1 else ""
