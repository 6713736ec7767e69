"""Runs programs for the window, one at a time, each in a child that was started ahead of time."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from groundwork.gui.background import Background
from groundwork.gui.run.child import ChildProcess, see_off
from groundwork.gui.run.run import Run, RunState
from groundwork.messages import Start
from groundwork.running import process_group
from groundwork.running.command import RuntimeMissingError
from groundwork.running.guard import Guard
from groundwork.running.outcome import NOT_STARTED, Outcome
from groundwork.running.run_folder import RunFolder, made_run_folder, remove_stale_run_folders

_SETTLED = 150
"""Milliseconds after the start of a run, when its first output no longer competes for a core."""


class Runner(QObject):
    """Keeps a child waiting, lets it become the program that is to run, and follows it.

    Signals:
        started: a program begins.
        output_received: what to show now, an `Update`.
        input_awaited: the program waits for a line on its standard input.
        finished: the program is gone with all it started; its `Outcome`.
        replaced: another program is to run; the one that runs is being stopped first.
        state_changed: the new `RunState`.
    """

    started = Signal()
    output_received = Signal(object)
    input_awaited = Signal()
    finished = Signal(object)
    replaced = Signal()
    state_changed = Signal(object)

    def __init__(self, cache: Path, parent: QObject | None = None) -> None:
        """`cache` is the folder under which the files of runs lie."""
        super().__init__(parent)
        self._cache = cache
        self._background = Background(self)
        self._guard = Guard()
        self._waiting: ChildProcess | None = None
        self._run: Run | None = None
        self._last_run: Run | None = None
        self._next: Start | None = None
        self._is_closed = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED)
        self._settle.timeout.connect(self._on_settle_timeout)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    @property
    def state(self) -> RunState:
        """What is going on."""
        return self._run.state if self._run is not None else RunState.IDLE

    @property
    def is_guarded(self) -> bool:
        """Whether what runs would end with this process, however that ends."""
        return self._guard.is_on_duty

    @property
    def remark(self) -> str:
        """What of the last run's output cannot be shown or is not kept; empty: nothing."""
        return self._last_run.gate.remark if self._last_run is not None else ""

    @property
    def loss(self) -> str:
        """What of the last run's output is not in its file; empty: nothing."""
        return self._last_run.gate.loss if self._last_run is not None else ""

    @property
    def output_file(self) -> Path | None:
        """The file with the last run's output, up to date; None where there is none."""
        return self._last_run.gate.spool.file if self._last_run is not None else None

    def prepare(self) -> None:
        """Have a child wait for the next run, and clear away what dead windows left."""
        self._warm()
        self._guard.stand_by()
        clear_away = partial(remove_stale_run_folders, self._cache, process_group.exists)
        self._background.submit(clear_away, lambda _: None)

    def run(self, start: Start) -> None:
        """Run the program that `start` names; one that runs is stopped first.

        `start.report` is not used. What comes of it is told by signals, also where the program
        cannot be started.
        """
        if self._run is not None:
            is_first = self._next is None
            self._next = start
            if is_first:
                self.replaced.emit()
                self._stop_once(self._run)
            return
        try:
            child = self._waiting_child()
        except RuntimeMissingError as error:
            outcome = Outcome(start.program, exit_code=NOT_STARTED, problem=str(error))
            QTimer.singleShot(0, self, lambda: self.finished.emit(outcome))
            return
        self._begin(child, start)

    def write_input(self, text: str) -> None:
        """Type `text`, with its line ends, into the program; it is shown among the output."""
        if self._run is not None:
            self._run.write_input(text)

    def end_input(self) -> None:
        """Let the program find the end of its standard input."""
        if self._run is not None:
            self._run.child.end_input()

    def interrupt(self) -> None:
        """Ask the program to end, as Ctrl+C does; it may go on."""
        if self._run is not None:
            self._run.interrupt()

    def stop(self) -> None:
        """End the program: ask it, and a second later end it with all it started; twice: now."""
        self._next = None
        if self._run is not None:
            self._run.stop()

    def close(self) -> None:
        """End everything at once; nothing runs or is told after this, but see `see_off`."""
        if self._is_closed:
            return
        self._is_closed = True
        self._settle.stop()
        for run in (self._run, self._last_run):
            if run is not None:
                self._let_go(run)
        if self._waiting is not None:
            self._waiting.discard()
        self._run = self._last_run = self._waiting = None
        self._guard.close()
        self._background.close()

    def see_off(self) -> None:
        """After `close`, when no window is left: return when all processes are gone."""
        see_off()

    def _stop_once(self, run: Run) -> None:
        if run.state != RunState.STOPPING:
            run.stop()

    def _warm(self) -> None:
        if self._waiting is not None and self._waiting.is_alive:
            return
        if self._is_closed:
            return
        try:
            self._waiting = ChildProcess(self)
        except RuntimeMissingError:
            self._waiting = None  # told when somebody wants to run something

    def _waiting_child(self) -> ChildProcess:
        child, self._waiting = self._waiting, None
        if child is None:
            return ChildProcess(self)
        if not child.is_alive:
            child.discard()
            return ChildProcess(self)
        return child

    def _begin(self, child: ChildProcess, start: Start) -> None:
        if self._last_run is not None:
            self._let_go(self._last_run)
        folder = made_run_folder(self._cache)
        run = Run(child, start, folder, self._background, self)
        self._run = self._last_run = run
        run.output_received.connect(self.output_received)
        run.input_awaited.connect(self.input_awaited)
        run.state_changed.connect(self.state_changed)
        run.finished.connect(self._on_run_finished)
        if self._guard.is_on_duty:
            self._guard.watch({child.process_id: child.run_id})
        self._settle.start()
        self.started.emit()
        self.state_changed.emit(run.state)

    def _let_go(self, run: Run) -> None:
        """Forget a run with its files."""
        run.abandon()
        run.deleteLater()
        folder: RunFolder | None = run.folder
        if folder is not None:
            folder.remove()

    def _on_settle_timeout(self) -> None:
        if self._run is not None and not self._guard.is_on_duty:
            self._guard.watch({self._run.child.process_id: self._run.child.run_id})
        self._warm()

    def _on_run_finished(self, outcome: Outcome) -> None:
        self._run = None
        self._guard.watch({})
        self.finished.emit(outcome)
        start, self._next = self._next, None
        if start is not None and self._run is None:
            self.run(start)
