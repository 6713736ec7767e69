"""One run of a program, from the start message to the outcome."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Enum
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from groundwork.gui.background import Background
from groundwork.gui.run.child import ChildProcess
from groundwork.messages import Start
from groundwork.running import process_group
from groundwork.running.command import remedy
from groundwork.running.complaint import complaint
from groundwork.running.gate import OutputGate
from groundwork.running.lines import Source
from groundwork.running.outcome import NOT_STARTED, Outcome
from groundwork.running.report import RunReport
from groundwork.running.run_folder import RunFolder
from groundwork.running.spool import Spool

PATIENCE = 950
"""Milliseconds that a program has to end after it was interrupted."""

_LOOK_AT_REPORT = 30
_SHORTEST_PAUSE = 16
_LONGEST_PAUSE = 200
_SHARE = 3
_MOMENT = 500
"""Lines that a view shows in a few milliseconds; of a flood no more are told at a time."""

_MOST_EARLY_ERRORS = 4000


class RunState(Enum):
    """What a runner is doing."""

    IDLE = "idle"
    RUNNING = "running"
    AWAITING_INPUT = "awaiting input"
    STOPPING = "stopping"


class Run(QObject):
    """Drives one child to its end.

    Output is told at once after a quiet moment, and then so seldom that telling it takes a quarter
    of the time.

    Signals:
        output_received: what to show now, an `Update`.
        input_awaited: the program waits for a line.
        state_changed: the new `RunState`.
        finished: the `Outcome`; nothing of the program is left.
    """

    output_received = Signal(object)
    input_awaited = Signal()
    state_changed = Signal(object)
    finished = Signal(object)

    def __init__(
        self,
        child: ChildProcess,
        start: Start,
        folder: RunFolder | None,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        child.setParent(self)
        self.child = child
        self.gate = OutputGate(Spool(folder.spool if folder else None))
        self.folder = folder
        self._program = start.program
        self._report = RunReport(folder.report if folder else None)
        self._background = background
        self._state = RunState.RUNNING
        self._was_stopped = False
        self._seconds = 0.0
        self._is_killing = False
        self._conclusion: Callable[[int], None] | None = None
        self._early_errors = b""
        self._pace = self._timer(self._on_pace_timeout)
        self._patience = self._timer(self._kill)
        self._look = self._timer(self._on_look_timeout, is_single=False)
        child.received.connect(self._on_child_received)
        child.ended.connect(self._on_child_ended)
        child.start_failed.connect(self._on_child_start_failed)
        report = str(folder.report) if folder else ""
        child.become(
            Start(start.program, start.folder, start.arguments, report, start.memory_limit)
        )
        self._began = time.perf_counter()
        self._look.start(_LOOK_AT_REPORT)

    @property
    def state(self) -> RunState:
        """What the program is doing."""
        return self._state

    def write_input(self, text: str) -> None:
        """Type `text`, with its line ends, into the program; it is shown among the output."""
        content = text.encode("utf-8", errors="replace")
        self.gate.receive(content, Source.INPUT)
        self.child.write(content)
        if self._state == RunState.AWAITING_INPUT:
            self._change_state(RunState.RUNNING)
        self._tell_soon()

    def interrupt(self) -> None:
        """Ask the program to end, as Ctrl+C does; it may go on."""
        process_group.interrupt(self.child.process_id)

    def stop(self) -> None:
        """End the program: ask it, and a second later end it with all it started; twice: now."""
        is_second = self._was_stopped
        self._was_stopped = True
        self._change_state(RunState.STOPPING)
        self._report.read_new()
        if is_second or not self._report.has_started:
            self._kill()
        else:
            if self.folder is not None:
                self.folder.note_stop()
            process_group.interrupt_program(self.child.process_id)
            self._patience.start(PATIENCE)
            self._background.submit(_load_stopping, lambda _: None)

    def abandon(self) -> None:
        """End the program now and say nothing more; what left its group is the guard's."""
        self.blockSignals(True)
        for timer in (self._pace, self._patience, self._look):
            timer.stop()
        if self.child.is_alive:
            process_group.kill(self.child.process_id)
        self.child.discard()

    def _timer(self, slot: Callable[[], None], *, is_single: bool = True) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(is_single)
        timer.timeout.connect(slot)
        return timer

    def _change_state(self, state: RunState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _on_child_received(self, content: bytes, source: Source) -> None:
        if source == Source.ERROR and not self._report.has_started:
            self._early_errors = (self._early_errors + content)[:_MOST_EARLY_ERRORS]
        self.gate.receive(content, source)
        self._tell_soon()

    def _tell_soon(self) -> None:
        if not self._pace.isActive():
            self._tell()

    def _on_pace_timeout(self) -> None:
        if self.gate.has_news:
            self._tell()

    def _tell(self) -> None:
        began = time.perf_counter()
        self.output_received.emit(self.gate.take(_MOMENT))
        pause = round((time.perf_counter() - began) * 1000 * _SHARE)
        self._pace.start(min(max(pause, _SHORTEST_PAUSE), _LONGEST_PAUSE))

    def _on_look_timeout(self) -> None:
        self._report.read_new()
        is_awaiting = self._state == RunState.AWAITING_INPUT
        if self._was_stopped or self._report.awaits_input == is_awaiting:
            return
        if self._report.awaits_input:
            self._change_state(RunState.AWAITING_INPUT)
            self.input_awaited.emit()
        else:
            self._change_state(RunState.RUNNING)

    def _kill(self) -> None:
        """Hold the program's group still, so that it starts nothing more, and end the whole tree.

        The tree is looked for on a thread, and a flood of output would keep that waiting.
        """
        self._patience.stop()
        if not self._is_killing:
            self._is_killing = True
            process_group.freeze(self.child.process_id)
            self._end_tree(self._on_tree_ended)

    def _on_tree_ended(self, ended: int) -> None:
        self._is_killing = False
        if self._conclusion is not None:
            self._conclusion(ended)

    def _end_tree(self, then: Callable[[int], None]) -> None:
        process_id, run_id = self.child.process_id, self.child.run_id

        self._background.submit(partial(_kill_tree, process_id, run_id), then)

    def _on_child_ended(self, code: int, signal_number: int) -> None:
        self._seconds = time.perf_counter() - self._began
        for timer in (self._patience, self._look, self._pace):
            timer.stop()
        self._report.read_new()
        self.gate.close()
        if self.gate.has_news:
            self.output_received.emit(self.gate.take())
        conclude = partial(self._conclude, code, signal_number)
        if self._is_killing:
            self._conclusion = conclude
        elif self._was_stopped or process_group.is_alive(self.child.process_id):
            self._end_tree(conclude)
        else:
            conclude(0)
            self._end_tree(lambda _: None)  # daemons, which nobody waits for

    def _conclude(self, code: int, signal_number: int, left_behind: int) -> None:
        report = self._report
        outcome = Outcome(
            program=self._program,
            exit_code=code,
            signal_number=signal_number,
            seconds=self._seconds if report.seconds is None else report.seconds,
            failure=report.failure,
            limit=report.limit,
            was_stopped=self._was_stopped,
            left_behind=left_behind,
            problem=self._early_problem() if code or signal_number else "",
        )
        self._finish(outcome)

    def _early_problem(self) -> str:
        """Why the program never began; empty if it did, or if no report could have told."""
        if self._report.has_started or self._was_stopped or self.folder is None:
            return ""
        if not self.folder.can_take_reports():
            return ""
        reason = complaint(self._early_errors.decode("utf-8", errors="replace"))
        told = f"The Python that runs programs could not begin: {reason or 'it said nothing'}."
        return f"{told} {remedy()}"

    def _on_child_start_failed(self, problem: str) -> None:
        self._look.stop()
        self._finish(Outcome(self._program, exit_code=NOT_STARTED, problem=problem))

    def _finish(self, outcome: Outcome) -> None:
        self._change_state(RunState.IDLE)
        self.finished.emit(outcome)


def _kill_tree(process_id: int, run_id: str) -> int:
    from groundwork.running.stopping import kill_tree  # noqa: PLC0415 - psutil is not light

    return kill_tree(process_id, run_id)


def _load_stopping() -> None:
    """Have ready what ends trees, while the program still has time to end by itself."""
    import groundwork.running.stopping  # noqa: F401, PLC0415 - the same
