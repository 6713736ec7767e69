"""A Markdown document or a notebook becomes the folder of a lesson pack."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event

from groundwork.authoring.importing.example_blocks import blocks_by_line, names
from groundwork.authoring.importing.lesson_text import LessonText
from groundwork.authoring.importing.notebook import read_notebook
from groundwork.authoring.importing.outline import LessonOutline, Outline, outline
from groundwork.authoring.importing.programs import CodeBlock, Program, programs
from groundwork.authoring.importing.report import ImportReport, NotRunnable
from groundwork.authoring.importing.requirements import requirements
from groundwork.authoring.importing.source import ImportRefusedError, Source, read_markdown
from groundwork.authoring.importing.targets import LinkTargets, Pictures
from groundwork.authoring.importing.trial import Trial, try_out
from groundwork.packs.front_matter import divided
from groundwork.packs.manifest import MANIFEST_NAME
from groundwork.packs.markdown import Node, parsed
from groundwork.packs.names import id_fault, id_from

_PYTHON = {"python", "py", "python3", "ipython", "ipython3"}
_NOTEBOOK_SUFFIX = ".ipynb"

Progress = Callable[[int, int], None]
"""Is told how many programs have been tried out, and how many there are."""


class ImportCancelledError(Exception):
    """Whoever asked for the import no longer wants it; nothing was written."""


@dataclass(frozen=True, slots=True)
class _Task:
    lesson: LessonOutline
    program: Program
    earlier: tuple[str, ...]


def import_pack(
    file: Path,
    folder: Path,
    *,
    progress: Progress = lambda _done, _all: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> ImportReport:
    """Make a pack in `folder` of the document or notebook `file`, running its programs.

    Raises:
        ImportRefusedError: the source cannot be read, or the folder cannot be written or is taken.
        ImportCancelledError: `is_cancelled` has said so.
    """
    if _is_taken(folder):
        raise ImportRefusedError(f"{folder} is there already. Name a folder that is not.")
    is_notebook = file.suffix.lower() == _NOTEBOOK_SUFFIX
    source = read_notebook(file) if is_notebook else read_markdown(file)
    importing = _Importing(source)
    importing.try_out(progress, is_cancelled)
    return importing.write(folder)


class _Importing:
    """One import: the document read and divided, then tried out, then written."""

    def __init__(self, source: Source) -> None:
        text, name = _without_front_matter(source)
        self._lines = text.split("\n")
        root = parsed(text, 1)
        self._nodes = root.children
        self._outline = outline(root, self._lines, name)
        if not self._outline.lessons:
            raise ImportRefusedError(f"“{source.name}” has no text. There is nothing to import.")
        self._remarks: dict[str, None] = {}
        self._pictures = Pictures(source, self._tell)
        self._links = LinkTargets(self._outline, self._tell)
        self._trials: dict[str, list[Trial]] = {}

    def _tell(self, remark: str) -> None:
        self._remarks[remark] = None

    def try_out(self, progress: Progress, is_cancelled: Callable[[], bool]) -> None:
        """Run every program, as many at once as there are processors.

        Raises:
            ImportCancelledError: `is_cancelled` has said so.
        """
        tasks = [task for lesson in self._outline.lessons for task in self._tasks(lesson)]
        stop = Event()
        progress(0, len(tasks))
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            trials = pool.map(partial(_trial_of, stop=stop, is_cancelled=is_cancelled), tasks)
            try:
                for number, (task, trial) in enumerate(zip(tasks, trials, strict=True), start=1):
                    if trial is None:
                        raise ImportCancelledError
                    self._trials.setdefault(task.lesson.id, []).append(trial)
                    progress(number, len(tasks))
            finally:
                stop.set()  # after Ctrl+C the pool would wait for programs that do not end

    def write(self, folder: Path) -> ImportReport:
        """Write the pack, whole or not at all.

        Raises:
            ImportRefusedError: the folder cannot be written.
        """
        files = {f"{path}.md": text.encode() for path, text in self._lesson_files()}
        files |= self._pictures.contents
        runnable = (trial.program for trial in self._all_trials() if trial.is_runnable)
        files[MANIFEST_NAME] = _manifest(self._outline, requirements(runnable)).encode("utf-8")
        _write_folder(folder, files)
        return self._report(folder)

    def _tasks(self, lesson: LessonOutline) -> Iterable[_Task]:
        blocks = [
            CodeBlock(node.line, node.end_line, node.token.content)
            for node in self._nodes
            if _is_python(node) and lesson.line <= node.line < lesson.end_line
        ]
        for program in programs(blocks):
            above = (block.code for block in blocks if block.line < program.lines[0])
            yield _Task(lesson, program, tuple(above))

    def _lesson_files(self) -> Iterable[tuple[str, str]]:
        for chapter in self._outline.chapters:
            for lesson in chapter.lessons:
                trials = self._trials.get(lesson.id, [])
                blocks: dict[int, str] = {}
                for name, trial in zip(names(lesson, trials), trials, strict=True):
                    blocks |= blocks_by_line(name, trial)
                writer = LessonText(lesson, chapter.id, self._links, self._pictures, blocks.get)
                body = writer.body(self._nodes, self._lines)
                yield f"{chapter.id}/{lesson.id}", f"---\ntitle: {_yaml(lesson)}\n---\n\n{body}"

    def _all_trials(self) -> Iterable[Trial]:
        return (trial for trials in self._trials.values() for trial in trials)

    def _report(self, folder: Path) -> ImportReport:
        placed = [
            (lesson, trial)
            for lesson in self._outline.lessons
            for trial in self._trials.get(lesson.id, [])
        ]
        runnable = [trial for _, trial in placed if trial.is_runnable]
        return ImportReport(
            folder=folder,
            title=self._outline.title,
            chapters=len(self._outline.chapters),
            lessons=len(self._outline.lessons),
            examples=len(runnable),
            with_output=sum(trial.output is not None for trial in runnable),
            not_runnable=tuple(
                NotRunnable(trial.program.lines[0], lesson.title, trial.reason)
                for lesson, trial in placed
                if not trial.is_runnable
            ),
            remarks=tuple(self._remarks),
        )


def _is_taken(folder: Path) -> bool:
    """Whether something is there that is no empty folder."""
    try:
        return folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise ImportRefusedError(f"{folder} cannot be used: {error.strerror}.") from error


def _trial_of(task: _Task, *, stop: Event, is_cancelled: Callable[[], bool]) -> Trial | None:
    def asks() -> bool:
        return stop.is_set() or is_cancelled()

    trial = None if asks() else try_out(task.program, task.earlier, asks)
    return None if asks() else trial


def _is_python(node: Node) -> bool:
    language = node.token.info.strip().partition(" ")[0].strip("{}.").lower()
    return node.kind == "fence" and language in _PYTHON and bool(node.token.content.strip())


def _without_front_matter(source: Source) -> tuple[str, str]:
    """The text with its front matter blanked, so that lines keep their numbers; and its title."""
    parts = divided(source.text)
    if parts.front is None or not parts.is_closed:
        return source.text, source.name
    titles = [line.partition(":")[2] for line in parts.front.splitlines() if line[:6] == "title:"]
    title = titles[0].strip().strip("\"'") if titles else ""
    return "\n" * (parts.body_line - 1) + parts.body, title or source.name


def _yaml(lesson: LessonOutline) -> str:
    """The title as a value of the front matter: in double quotes, whatever is in it."""
    escaped = lesson.title.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _manifest(outline: Outline, required: Sequence[str]) -> str:
    pack_id = id_from(outline.title)[:60].strip("-") or "imported"
    lines = [
        "format = 1",
        f'id = "{pack_id if not id_fault(pack_id) else "imported"}"',
        f"title = {_toml(outline.title)}",
        'version = "1.0.0"',
    ]
    if required:
        lines.append("requires = [" + ", ".join(_toml(name) for name in required) + "]")
    for chapter in outline.chapters:
        lessons = "".join(f'  "{lesson.id}",\n' for lesson in chapter.lessons)
        lines += [
            "",
            "[[chapters]]",
            f'id = "{chapter.id}"',
            f"title = {_toml(chapter.title)}",
            f"lessons = [\n{lessons}]",
        ]
    return "\n".join(lines) + "\n"


def _toml(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _write_folder(folder: Path, files: dict[str, bytes]) -> None:
    """Put the files together beside the folder, then give it its name in one step.

    Raises:
        ImportRefusedError: that cannot be done.
    """
    staging = folder.with_name(f".{folder.name}-{os.urandom(4).hex()}.new")
    try:
        for name, content in files.items():
            place = staging / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        if folder.is_dir():
            folder.rmdir()
        staging.replace(folder)
    except OSError as error:
        with suppress(OSError):
            shutil.rmtree(staging)
        raise ImportRefusedError(f"{folder} cannot be written: {error.strerror}.") from error
