"""Former ids and what they are called today, so that the learner's work is found again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from groundwork.packs.names import ID_RULE, id_fault
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.toml_lines import TomlLines
from groundwork.packs.wording import quoted

_MOST_PARTS = 2
_REMEDY = 'Write a line like "old-lesson/old-id" = "lesson/new-id", or "old-lesson" = "lesson".'


@dataclass(frozen=True, slots=True)
class RenamedEntry:
    """A former path and the present one, each `lesson` or `lesson/id`; `line` is where."""

    old: str
    new: str
    line: int


def read_renamed(
    table: Mapping[str, object], lines: TomlLines, problems: ProblemCollector
) -> tuple[RenamedEntry, ...]:
    """The entries of the table `[renamed]`; what is wrong is told and left out."""
    entries = []
    for old, new in table.items():
        line = lines.of_key(old)
        if not isinstance(new, str):
            problems.tell(line, f"{quoted(old)} is renamed to something that is no text.", _REMEDY)
            continue
        wrong = next((path for path in (old, new) if not _is_path(path)), "")
        if wrong:
            sentence = f"{quoted(wrong)} is no id of a lesson, or of something in a lesson."
            problems.tell(line, sentence, f"{ID_RULE} {_REMEDY}")
        elif old.count("/") != new.count("/"):
            sentence = f"{quoted(old)} and {quoted(new)} are not of the same kind."
            problems.tell(line, sentence, _REMEDY)
        else:
            entries.append(RenamedEntry(old, new, line))
    return tuple(entries)


def _is_path(path: str) -> bool:
    parts = path.split("/")
    return len(parts) <= _MOST_PARTS and not any(id_fault(part) for part in parts)
