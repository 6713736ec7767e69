"""A runner, and what a console would show of its runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent

import psutil
import pytest
from pytestqt.qtbot import QtBot

from groundwork.gui.run.run import RunState
from groundwork.gui.run.runner import Runner
from groundwork.messages import Start
from groundwork.running.lines import Line, Source, Update
from groundwork.running.outcome import Outcome

PATIENCE = 20_000


class Watched:
    """A runner with everything that it told."""

    def __init__(self, runner: Runner, folder: Path, qtbot: QtBot) -> None:
        self.runner = runner
        self.folder = folder
        self.outcomes: list[Outcome] = []
        self.states: list[RunState] = []
        self.updates = 0
        self.prompts = 0
        self._lines: list[Line] = []
        self._current = Line()
        self._qtbot = qtbot
        runner.started.connect(self._on_runner_started)
        runner.output_received.connect(self._on_runner_output_received)
        runner.finished.connect(self.outcomes.append)
        runner.state_changed.connect(self.states.append)
        runner.input_awaited.connect(self._on_runner_input_awaited)

    @property
    def text(self) -> str:
        """What a console shows."""
        return "\n".join(line.text for line in [*self._lines, self._current])

    def text_of(self, source: Source) -> str:
        """The part of the text that came from one source."""
        return "".join(
            span.text
            for line in [*self._lines, self._current]
            for span in line.spans
            if span.style.source == source
        )

    def start(self, source: str, **options: int) -> None:
        """Run a program, and go on at once."""
        program = self.folder / "main.py"
        program.write_text(dedent(source), encoding="utf-8")
        self.runner.run(Start(str(program), str(self.folder), **options))  # type: ignore[arg-type]

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self._qtbot.waitUntil(condition, timeout=PATIENCE)

    def end(self, count: int = 1) -> Outcome:
        """Wait for the end of so many runs; how the last of them ended."""
        self.until(lambda: len(self.outcomes) >= count)
        return self.outcomes[-1]

    def run(self, source: str, **options: int) -> Outcome:
        """Run a program to its end."""
        count = len(self.outcomes) + 1
        self.start(source, **options)
        return self.end(count)

    def processes(self) -> list[int]:
        """The living processes of runs: those that are in the program's folder."""
        found = []
        for process in psutil.process_iter():
            try:
                is_there = process.cwd() == str(self.folder)
                if is_there and process.status() != psutil.STATUS_ZOMBIE:
                    found.append(process.pid)
            except psutil.Error:
                continue
        return found

    def _on_runner_started(self) -> None:
        self._lines = []
        self._current = Line()

    def _on_runner_output_received(self, update: Update) -> None:
        self.updates += 1
        if update.is_reset:
            self._lines = []
        self._lines = (self._lines + update.lines)[-5000:]
        self._current = update.current

    def _on_runner_input_awaited(self) -> None:
        self.prompts += 1


@pytest.fixture
def watched(qtbot: QtBot, tmp_path: Path) -> Iterator[Watched]:
    runner = Runner(tmp_path / "cache")
    folder = tmp_path / "program"
    folder.mkdir()
    yield Watched(runner, folder, qtbot)
    runner.close()
    runner.deleteLater()
