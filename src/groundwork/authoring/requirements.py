"""Whether the runtime has the libraries that a pack requires."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from groundwork.authoring.jobs import Asks, Job
from groundwork.messages import Start
from groundwork.packs.manifest import MANIFEST_NAME
from groundwork.packs.model import Pack, Problem
from groundwork.packs.wording import quoted, suggestion
from groundwork.running.batch import run_program

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
_TIME_LIMIT = 30.0
_QUESTION = """\
import importlib.metadata, json
names = {one.metadata["Name"] for one in importlib.metadata.distributions()}
print(json.dumps(sorted(name for name in names if name)))
"""


def requirement_jobs(pack: Pack) -> Iterator[Job]:
    """The job that compares what the pack requires with the runtime, where it requires anything."""
    if pack.requires:
        yield Job("requires", partial(_problems, pack))


def _problems(pack: Pack, is_cancelled: Asks) -> Sequence[Problem]:
    present = _distributions(is_cancelled)
    known = {_plain(name) for name in present}
    file = pack.folder / MANIFEST_NAME
    problems = []
    for name in pack.requires:
        if not _NAME.fullmatch(name):
            sentence = f"{quoted(name)} in “requires” is not the name of a library."
            problems.append(Problem(file, _line_of(file, name), sentence, "Write its name alone."))
        elif _plain(name) not in known and not is_cancelled():
            sentence = f"The library {quoted(name)} is not in the runtime."
            remedy = suggestion(name, present, "Do without it: readers cannot install libraries.")
            problems.append(Problem(file, _line_of(file, name), sentence, remedy))
    return problems


def _distributions(is_cancelled: Asks) -> list[str]:
    """The names of what is installed in the runtime, as it tells them itself."""
    with tempfile.TemporaryDirectory(
        prefix="groundwork-requires-", ignore_cleanup_errors=True
    ) as folder:
        program = Path(folder) / "main.py"
        program.write_text(_QUESTION, encoding="utf-8")
        start = Start(str(program), folder)
        result = run_program(start, time_limit=_TIME_LIMIT, is_cancelled=is_cancelled)
    return [*json.loads(result.stdout)] if result.outcome.is_success else []


def _plain(name: str) -> str:
    """The name as all its spellings have it in common, see PEP 503."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _line_of(file: Path, name: str) -> int:
    """The line of the manifest that names it; 0 where it cannot be found."""
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    written = re.compile(rf"[\"']{re.escape(name)}[\"']")
    return next((number for number, line in enumerate(lines, 1) if written.search(line)), 0)
