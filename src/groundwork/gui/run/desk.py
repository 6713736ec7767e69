"""Joins a run to where it is seen: run panel, console, status line, page and editor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from groundwork.gui.banner import Banner
from groundwork.gui.console.panel import RunPanel
from groundwork.gui.drafts import DraftSaver
from groundwork.gui.editor.caption import Caption
from groundwork.gui.editor.pane import EditorPane
from groundwork.gui.page.lesson_page import LessonPage
from groundwork.gui.practice import CursorPlace, Practice
from groundwork.gui.run.run import RunState
from groundwork.gui.run.runner import Runner
from groundwork.gui.status import StatusLine
from groundwork.gui.trust_desk import TrustDesk
from groundwork.learner.own_file import is_own
from groundwork.messages import Frame, Start
from groundwork.packs.model import Example, ExampleAddress, LessonAddress
from groundwork.running.limits import MEMORY_LIMIT
from groundwork.running.lines import Update
from groundwork.running.outcome import Outcome


@dataclass(frozen=True, slots=True)
class _Job:
    """An example to run, what it is called, and the folder where its files lie."""

    address: ExampleAddress
    example: Example
    caption: Caption
    texts: Mapping[str, str]
    folder: Path = Path()


@dataclass(frozen=True, slots=True)
class _Fault:
    """Where the last run ended with an error; `line` counts from 1."""

    name: str
    line: int
    sentence: str


class RunDesk(QObject):
    """Saves the example in the editor, runs it, and shows what comes of it.

    Signals:
        example_run: a run of a lesson's ExampleAddress has ended; whether as it was meant to.
        run_ended: the same, with the texts that were run, the Path of the file with the output, or
            None, and how it ended in words.
    """

    example_run = Signal(object, bool)
    run_ended = Signal(object, object, object, str)

    def __init__(  # noqa: PLR0913 - it joins these parts, and does nothing else
        self,
        *,
        runner: Runner,
        trust: TrustDesk,
        drafts: DraftSaver,
        practice: Practice,
        page: LessonPage,
        editor: EditorPane,
        panel: RunPanel,
        status: StatusLine,
        banner: Banner,
    ) -> None:
        super().__init__(panel)
        self._runner, self._trust = runner, trust
        self._drafts, self._practice = drafts, practice
        self._page, self._editor = page, editor
        self._panel, self._status, self._banner = panel, status, banner
        self._pending: _Job | None = None
        self._next: _Job | None = None
        self._last: _Job | None = None
        self._lesson: LessonAddress | None = None
        self._running: ExampleAddress | None = None
        self._shown: _Job | None = None
        self._fault: _Fault | None = None
        self._is_fault_marked = False
        self._is_replacing = False
        panel.set_runnable(is_runnable=False)
        self._just_started = QTimer(self)
        self._just_started.setSingleShot(True)
        self._join()

    def run(self) -> None:
        """Run the example in the editor as it is there now; what runs is stopped first."""
        current = self._practice.current
        if current is None:
            self._status.tell("There is no program to run: open an example first")
            return
        address, example = current
        if not example.is_runnable:
            self._status.tell("This example is only to be read")
            return
        run = partial(self._run_in_editor, address, example)
        if is_own(address):
            run()
        else:
            self._trust.when_agreed(address.pack_id, run)

    def _run_in_editor(self, address: ExampleAddress, example: Example) -> None:
        if address != self._editor.example:
            return  # another example was opened while the person was asked
        texts = self._editor.texts()
        self._pending = _Job(address, example, self._editor.caption, texts)
        self._drafts.save_now(address, texts)

    def show_lesson(self, address: LessonAddress) -> None:
        """Another lesson is on the page; what runs is marked there if it belongs to it."""
        self._lesson = address
        self._mark_running(self._running)

    def stop(self) -> None:
        """Stop the program that runs; asked twice, at once."""
        self._runner.stop()

    def go_to_error(self) -> None:
        """Show the line where the last run ended with an error."""
        if self._fault is not None:
            self._go_to(self._fault.name, self._fault.line)

    def _join(self) -> None:
        self._practice.run_requested.connect(self.run)
        self._practice.example_shown.connect(self._on_practice_example_shown)
        self._drafts.saved.connect(self._on_drafts_saved)
        self._page.stop_requested.connect(self._on_page_stop_requested)
        self._runner.started.connect(self._on_runner_started)
        self._runner.output_received.connect(self._on_runner_output_received)
        self._runner.finished.connect(self._on_runner_finished)
        self._runner.replaced.connect(self._on_runner_replaced)
        self._runner.state_changed.connect(self._on_runner_state_changed)
        self._panel.run_requested.connect(self.run)
        self._panel.stop_requested.connect(self.stop)
        self._panel.whole_output_requested.connect(self._on_panel_whole_output_requested)
        console = self._panel.console
        console.line_entered.connect(lambda line: self._runner.write_input(f"{line}\n"))
        console.clear_requested.connect(self._on_console_clear_requested)
        console.end_of_input_requested.connect(self._on_console_end_of_input_requested)
        console.interrupt_requested.connect(self._runner.interrupt)
        console.location_activated.connect(self._go_to)

    def _go_to(self, name: str, line: int) -> None:
        """Show a line of the program that ran last, wherever the learner is now."""
        if self._last is not None:
            self._practice.go_to(CursorPlace(self._last.address, name, line))

    def _on_practice_example_shown(self, example: Example) -> None:
        self._panel.set_runnable(is_runnable=example.is_runnable)
        if self._last is None or self._last.address != self._editor.example:
            self._status.forget_ending()
        self._tell_owner()
        self._mark_fault()

    def _on_drafts_saved(self, address: ExampleAddress, folder: Path) -> None:
        if self._pending is None or self._pending.address != address:
            return
        self._next, self._pending = replace(self._pending, folder=folder), None
        program = folder / self._next.example.main
        self._runner.run(Start(str(program), str(folder), memory_limit=MEMORY_LIMIT))

    def _on_page_stop_requested(self) -> None:
        """Stop, unless it is the second half of a double click on what was Run a moment ago."""
        if not self._just_started.isActive():
            self.stop()

    def _on_runner_started(self) -> None:
        self._just_started.start(QApplication.doubleClickInterval())
        if self._next is None:
            return
        self._last = self._shown = job = self._next
        self._fault, self._is_fault_marked = None, False
        console = self._panel.console
        console.clear_output()
        console.set_folder(str(job.folder))
        self._tell_owner()
        self._panel.tell_about_output("")
        self._panel.set_running(is_running=True)
        self._editor.clear_errors()
        self._status.tell_running(job.example.main)
        self._mark_running(job.address)

    def _on_runner_output_received(self, update: Update) -> None:
        self._panel.console.apply(update)
        self._panel.tell_about_output(self._runner.remark)

    def _on_runner_state_changed(self, state: RunState) -> None:
        self._panel.set_awaits_input(awaits_input=state is RunState.AWAITING_INPUT)
        if state is RunState.STOPPING and not self._is_replacing:
            self._status.tell("stopping; press Stop again to end it at once")

    def _on_runner_replaced(self) -> None:
        self._is_replacing = True
        self._status.tell("stopping the program that runs, then starting this one")

    def _on_runner_finished(self, outcome: Outcome) -> None:
        self._is_replacing = False
        self._panel.set_running(is_running=False)
        self._panel.tell_about_output(self._runner.remark)
        self._mark_running(None)
        self._status.tell_ending(outcome.sentence)
        if outcome.problem:
            self._banner.tell(outcome.problem)
        elif self._last is not None:
            self._fault = _fault_of(outcome, self._last)
            self._mark_fault()
            self.run_ended.emit(
                self._last.address, self._last.texts, self._runner.output_file, outcome.sentence
            )
            if not is_own(self._last.address):
                self.example_run.emit(self._last.address, _is_as_meant(outcome, self._last.example))

    def _mark_running(self, address: ExampleAddress | None) -> None:
        """Show on the page which of its examples runs, if one does."""
        self._running = address
        is_on_page = address is not None and address.lesson == self._lesson
        self._page.set_running_example(address.example_id if address and is_on_page else None)

    def _tell_owner(self) -> None:
        """Say whose output is shown where it is not that of the example in the editor."""
        job, current = self._shown, self._editor.example
        if job is None or current is None or job.address == current:
            self._panel.tell_owner("")
        elif job.address.lesson == current.lesson:
            self._panel.tell_owner(f"Output of “{job.caption.example}”")
        else:
            self._panel.tell_owner(f"Output of “{job.caption.example}” in “{job.caption.lesson}”")

    def _mark_fault(self) -> None:
        """Mark the line of the error, now or when its example is in the editor again."""
        fault, job = self._fault, self._last
        if fault is None or job is None or self._is_fault_marked:
            return
        if job.address == self._editor.example:
            self._is_fault_marked = True
            self._editor.mark_error(fault.name, fault.line, fault.sentence)

    def _on_console_clear_requested(self) -> None:
        self._panel.clear_output()
        if self._runner.state is RunState.IDLE:
            self._shown = None
            self._tell_owner()

    def _on_console_end_of_input_requested(self, typed: str) -> None:
        if typed:
            self._runner.write_input(typed)
        self._runner.end_input()

    def _on_panel_whole_output_requested(self) -> None:
        file = self._runner.output_file
        if file is not None:
            self._panel.open_whole_output(file, self._runner.loss)


def _is_as_meant(outcome: Outcome, example: Example) -> bool:
    """Whether the program came to its end, or to the error that its author wanted to show."""
    failure = outcome.failure
    if failure is None or outcome.was_stopped:
        return outcome.is_success
    return failure.error.rpartition(".")[2] == example.fails_with


def _fault_of(outcome: Outcome, job: _Job) -> _Fault | None:
    """The innermost line of the learner's own files that the error went through, if there is one.

    To be interrupted is no error.
    """
    failure = outcome.failure
    if failure is None or outcome.was_stopped or failure.error == "KeyboardInterrupt":
        return None
    names = {file.name for file in job.example.files}
    for frame in reversed(failure.frames):
        name = _name_in(job.folder, frame)
        if name in names:
            place = f" ({Path(name).name}, line {frame.line})"  # a SyntaxError's, said by the mark
            message = failure.message.removesuffix(place)
            sentence = f"{failure.error}: {message}".removesuffix(": ")
            return _Fault(name, frame.line, sentence)
    return None


def _name_in(folder: Path, frame: Frame) -> str:
    """The frame's file as the learner knows it; empty for a library's."""
    file = Path(frame.file)
    return file.relative_to(folder).as_posix() if file.is_relative_to(folder) else ""
