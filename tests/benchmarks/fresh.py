"""Starts what is measured: each measurement in a process of its own, with a home of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from groundwork.paths import HOME_VARIABLE

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
_PATIENCE = 120


class MeasurementError(Exception):
    """A measured process ended without a result; the text says what it said instead."""


def measured(script: str, *arguments: str, home: Path | None = None, patience: int = 0) -> Any:  # noqa: ANN401 - what the script prints
    """What a script of this folder prints as JSON on its last line, run in a fresh process.

    It is waited for `patience` seconds, or the usual two minutes.

    Raises:
        MeasurementError: it printed no such thing.
    """
    command = [sys.executable, str(HERE / script), *arguments]
    try:
        ended = subprocess.run(
            command,
            env=environment(home),
            capture_output=True,
            text=True,
            timeout=patience or _PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise MeasurementError(
            f"{script} did not end within {error.timeout:.0f} seconds"
        ) from error
    lines = ended.stdout.splitlines()
    if ended.returncode or not lines:
        raise MeasurementError(f"{script} ended with {ended.returncode}:\n{ended.stderr}")
    return json.loads(lines[-1])


def seconds_until_told(script: str, *arguments: str, home: Path | None = None) -> float:
    """The seconds that a script tells, counted from just before its process starts."""
    return float(measured(script, repr(time.monotonic()), *arguments, home=home))


@contextmanager
def answering(script: str, *arguments: str, home: Path) -> Iterator[Callable[[Any], Any]]:
    """A script of this folder that answers each line of JSON with one: what asks it, as values.

    Afterwards its input ends, and it with it.

    Raises:
        MeasurementError: when it is asked, it has ended instead of answering.
    """
    command = [sys.executable, str(HERE / script), *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, env=environment(home), stdin=pipe, stdout=pipe, text=True
    ) as process:
        asked, answers = process.stdin, process.stdout
        if asked is None or answers is None:
            raise MeasurementError(f"{script} has no pipes")

        def ask(question: Any) -> Any:  # noqa: ANN401 - what the script reads and prints
            asked.write(json.dumps(question) + "\n")
            asked.flush()
            answer = answers.readline()
            if not answer:
                raise MeasurementError(f"{script} ended with {process.wait()}")
            return json.loads(answer)

        yield ask
        asked.close()


def environment(home: Path | None) -> dict[str, str]:
    """What measured processes inherit: byte code is kept, and the home is the one given."""
    variables = {n: v for n, v in os.environ.items() if not n.startswith(("PYTHON", "PYTEST"))}
    variables["PYTHONPATH"] = str(ROOT)
    if home is not None:
        variables[HOME_VARIABLE] = str(home)
    return variables


class Homes:
    """Home folders as an earlier session left them: each use is of a copy of its own."""

    def __init__(self, folder: Path) -> None:
        """Have that session: the window is opened, a program changed and run, all closed."""
        self._earlier = folder
        measured("earlier_session.py", home=folder)

    @contextmanager
    def used(self) -> Iterator[Path]:
        """A home, gone afterwards."""
        with tempfile.TemporaryDirectory(prefix="groundwork-bench-") as folder:
            home = Path(folder) / "home"
            shutil.copytree(self._earlier, home)
            for file in (home / "data").glob("*.json"):
                text = file.read_text(encoding="utf-8").replace(str(self._earlier), str(home))
                file.write_text(text, encoding="utf-8")
            yield home
