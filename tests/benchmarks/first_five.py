"""Whether completion puts a name that was deleted among the first five, and whether Jedi would.

Both are ordered as the popup orders them: by how well a name fits what is typed, and then as they
were answered.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks.deleted_names import Deleted, drawn
from tests.benchmarks.fresh import ROOT
from tests.unit.language.oracle import Oracle

from groundwork import paths
from groundwork.gui.language.completion.choices import Choices
from groundwork.language.protocol import Candidate, Complete, Completions
from groundwork.running.command import runtime_python

_PACK = ROOT / "lessons" / "python-backend"
_SEED = 4


class PlainJedi:
    """Jedi in a process of its own, asked as a plain editor would ask it."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [
                str(runtime_python(paths.runtime_folder())),
                str(ROOT / "tests" / "benchmarks" / "plain_jedi.py"),
                str(paths.language_libraries_folder()),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def candidates(self, folder: Path, deleted: Deleted) -> list[Candidate]:
        """What Jedi completes at the start of the name, in its order."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        question = {
            "path": str(folder / deleted.main),
            "text": deleted.text,
            "line": deleted.line,
            "column": deleted.start,
        }
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        names = json.loads(self.process.stdout.readline())
        return [Candidate(name, "variable", rank) for rank, name in enumerate(names)]


def main() -> None:
    """Print, for each name, its place with us and with Jedi, and the seconds that we took."""
    number = int(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="groundwork-bench-") as folder:
        place = Path(folder)
        with Oracle(place / "example", place / "cache") as oracle:
            jedi = PlainJedi()
            rows = [_row(oracle, jedi, deleted) for deleted in drawn(_PACK, number, _SEED)]
            jedi.process.kill()
            jedi.process.communicate()
    print(json.dumps(rows))


def _row(oracle: Oracle, jedi: PlainJedi, deleted: Deleted) -> dict[str, object]:
    _write(oracle.folder, deleted.files)
    began = time.perf_counter()
    ours = _asked(oracle, deleted)
    seconds = time.perf_counter() - began
    return {
        "name": deleted.name,
        "is_attribute": deleted.is_attribute,
        "ours": _place(ours, deleted),
        "jedi": _place(jedi.candidates(oracle.folder, deleted), deleted),
        "cut_off": _place(_asked(oracle, deleted.without_rest()), deleted),
        "untyped": _place(_asked(oracle, deleted.untyped()), deleted.untyped()),
        "seconds": seconds,
    }


def _asked(oracle: Oracle, deleted: Deleted) -> tuple[Candidate, ...]:
    source = oracle.source(deleted.text, deleted.main)
    answer = oracle.ask(
        Complete(source, deleted.line, deleted.column, deleted.lesson_names, deleted.taught)
    )
    return answer.candidates if isinstance(answer, Completions) else ()


def _place(candidates: Iterable[Candidate], deleted: Deleted) -> int:
    """The place of the name in the popup from 1; 0 where it is not in it."""
    choices = Choices(candidates)
    shown = choices.fitting(deleted.typed) if deleted.typed else []
    names = [one.candidate.name for one in shown] or [one.name for one in choices.all]
    plain = [name.removesuffix("=") for name in names]
    return plain.index(deleted.name) + 1 if deleted.name in plain else 0


def _write(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    for name, text in files:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
