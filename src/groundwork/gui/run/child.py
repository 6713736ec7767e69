"""One child process: it waits, becomes a program, and ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import (
    QCoreApplication,
    QEventLoop,
    QObject,
    QProcess,
    QProcessEnvironment,
    QTimer,
    Signal,
)

from groundwork.messages import Start, encode
from groundwork.running.command import ChildCommand, child_command
from groundwork.running.lines import Source

_PATIENCE = 20_000
"""Milliseconds that killed processes may take to go when there is no window any more; on a busy
machine it is seldom a second, and only one that hangs in the system takes so long."""


class ChildProcess(QObject):
    """A process of the runtime, started when this object is made.

    Signals:
        received: bytes that the program wrote, and their source.
        ended: the process is no more; its exit code, and the signal that ended it or 0.
        start_failed: the system could not start it; a sentence.
    """

    received = Signal(object, object)
    ended = Signal(int, int)
    start_failed = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        command_for: Callable[[str], ChildCommand] = child_command,
    ) -> None:
        """Start the process; `command_for` tells its command for the id of its run.

        Raises:
            RuntimeMissingError: there is no runtime to start.
        """
        super().__init__(parent)
        self.run_id = os.urandom(8).hex()
        command = command_for(self.run_id)
        self._process = process = QProcess(self)
        process.setProgram(command.program)
        process.setArguments(list(command.arguments))
        process.setProcessEnvironment(_environment(command.environment))
        if sys.platform != "win32":
            flags = QProcess.UnixProcessFlag
            process.setUnixProcessParameters(flags.CreateNewSession | flags.ResetSignalHandlers)
        process.readyReadStandardOutput.connect(self._on_process_output)
        process.readyReadStandardError.connect(self._on_process_errors)
        process.finished.connect(self._on_process_finished)
        process.errorOccurred.connect(self._on_process_error)
        process.start()
        self.process_id = process.processId()

    @property
    def is_alive(self) -> bool:
        """Whether the process has not ended yet."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def become(self, start: Start) -> None:
        """Tell the waiting process which program to become."""
        self._process.write(encode(start).encode("ascii"))

    def write(self, content: bytes) -> None:
        """Put `content` on the program's standard input."""
        self._process.write(content)

    def end_input(self) -> None:
        """Let the program find the end of its standard input behind what was written."""
        self._process.closeWriteChannel()

    def discard(self) -> None:
        """End the process at once, and say nothing more of it.

        Whoever had this object may go; it stays until the system has told that the process is gone.
        """
        self.blockSignals(True)
        if not self.is_alive:
            self.deleteLater()
            return
        self.setParent(QCoreApplication.instance())
        self._process.finished.connect(self._go)
        self._process.kill()

    def _go(self) -> None:
        self.blockSignals(False)  # of its destruction it tells
        self.deleteLater()

    def _on_process_output(self) -> None:
        content = self._process.readAllStandardOutput().data()
        if content:
            self.received.emit(content, Source.OUTPUT)

    def _on_process_errors(self) -> None:
        content = self._process.readAllStandardError().data()
        if content:
            self.received.emit(content, Source.ERROR)

    def _on_process_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._on_process_output()
        self._on_process_errors()
        has_crashed = status == QProcess.ExitStatus.CrashExit
        self.ended.emit(0 if has_crashed else code, code if has_crashed else 0)

    def _on_process_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            reason = self._process.errorString()
            self.start_failed.emit(f"The Python that runs programs could not be started: {reason}")


def see_off() -> None:
    """Return when no discarded process is left, or one that the system does not let go.

    It is for the very end, when there is no window any more that could not be used meanwhile. Qt
    complains of a process that is still there when the application ends, and waits for it.
    """
    application = QCoreApplication.instance()
    loop, patience = QEventLoop(), QTimer(singleShot=True, interval=_PATIENCE)
    patience.timeout.connect(loop.quit)
    patience.start()
    while application is not None and (left := application.findChildren(ChildProcess)):
        left[0].destroyed.connect(loop.quit)
        loop.exec()
        if not patience.isActive():
            return


def _environment(variables: dict[str, str]) -> QProcessEnvironment:
    environment = QProcessEnvironment()
    for name, value in variables.items():
        environment.insert(name, value)
    return environment
