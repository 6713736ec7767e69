"""What stands in a lesson for a program of the document: the fenced blocks of an example."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from groundwork.authoring.importing.notebook import fenced
from groundwork.authoring.importing.outline import LessonOutline
from groundwork.authoring.importing.trial import Trial
from groundwork.packs.fences import DEFAULT_FILE
from groundwork.packs.names import id_from
from groundwork.packs.wording import one_line

_LONGEST_ID = 50


@dataclass(frozen=True, slots=True)
class Name:
    """What an example is called: its id, unique in the lesson, and its title."""

    id: str
    title: str


def names(lesson: LessonOutline, trials: Sequence[Trial]) -> list[Name]:
    """Names for the programs of a lesson, after the headings that they stand under."""
    counts: dict[str, int] = {}
    found = []
    for trial in trials:
        title = _heading_above(lesson, trial.program.lines[0])
        plain = id_from(title)[:_LONGEST_ID].strip("-") or "example"
        counts[plain] = number = counts.get(plain, 0) + 1
        found.append(Name(plain, title) if number == 1 else Name(f"{plain}-{number}", ""))
    return _unique(found)


def blocks_by_line(name: Name, trial: Trial) -> dict[int, str]:
    """The Markdown that takes the place of each block of the document, by its line.

    The file with what stands above comes behind the program, and its output last.
    """
    program = trial.program
    by_line: dict[int, list[str]] = {}
    for index, (file, line) in enumerate(zip(program.files, program.lines, strict=True)):
        words = ["python example", f"id={name.id}"]
        if index == 0:
            words += _about(name, trial)
        if file.name != DEFAULT_FILE:
            words.append(f"file={_value(file.name)}")
        if file.name == program.main and index > 0:
            words.append("main")
        by_line.setdefault(line, []).append(fenced(file.text, " ".join(words)))
    first, last = program.lines[0], program.lines[-1]
    if trial.reason:
        comment = trial.reason.replace("--", "- -").rstrip("-")
        by_line[first].insert(0, f"<!-- Not run. {one_line(comment)} -->\n")
    if trial.output is not None:
        by_line[last].append(fenced(trial.output, f"text output id={name.id}"))
    return {line: "\n\n".join(blocks) for line, blocks in by_line.items()}


def _about(name: Name, trial: Trial) -> list[str]:
    words = [f"title={_value(name.title)}"] if name.title else []
    if trial.reason:
        words.append("no-run")
    if trial.fails_with:
        words.append(f"fails={trial.fails_with}")
    if trial.typed_input:
        words.append(f"input={_value(trial.typed_input)}")
    return words


def _value(text: str) -> str:
    """The text as the value of an attribute."""
    if text.isascii() and text.replace("/", "").replace(".", "").replace("_", "").isalnum():
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped.replace("`", "")}"'  # there are none in the first line of a fence


def _heading_above(lesson: LessonOutline, line: int) -> str:
    above = [title.text for title in lesson.titles if title.line < line]
    return above[-1] if above and above[-1] else lesson.title


def _unique(found: list[Name]) -> list[Name]:
    """The names with ids that are apart even where a heading looks like a numbered one."""
    taken: set[str] = set()
    apart = []
    for name in found:
        an_id = name.id
        while an_id in taken:
            an_id += "-b"
        taken.add(an_id)
        apart.append(Name(an_id, name.title))
    return apart
