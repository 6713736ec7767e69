"""Stop, for one of several programs: until all of it is gone, and how keys fare meanwhile."""

import json
import socket
import sys
import textwrap
from contextlib import suppress
from pathlib import Path

import psutil
from PySide6.QtCore import QProcess
from tests.benchmarks.open_window import OpenWindow, wait_until
from tests.benchmarks.typist import Typist

from groundwork.running.command import RUN_VARIABLE

_FAMILY = """\
    import multiprocessing
    import signal
    import socket
    import time

    def work():
        {habit}
        while True:
            time.sleep(60)

    if __name__ == "__main__":
        {habit}
        server = socket.create_server(("127.0.0.1", {port}))
        children = [multiprocessing.Process(target=work) for _ in range(3)]
        for child in children:
            child.start()
        print("ready")
        while True:
            time.sleep(60)
    """
_PROGRAMS = {
    "busy": "print('ready')\nwhile True: pass\n",
    "family": textwrap.dedent(_FAMILY).replace("{habit}", "pass"),
    "deaf": textwrap.dedent(_FAMILY).replace(
        "{habit}", "signal.signal(signal.SIGINT, signal.SIG_IGN)"
    ),
    "flood": "while True: print('x' * 80)\n",
}
_PROCESSES = {"family": 4, "deaf": 4}


class _Watcher:
    """A process beside the window that tells when a program is gone."""

    def __init__(self, run_id: str, port: int) -> None:
        self._process = QProcess()
        self._process.setProgram(sys.executable)
        self._process.setArguments([str(Path(__file__).with_name("gone.py")), run_id, str(port)])
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.start()
        wait_until(self._process.canReadLine)
        self._process.readLine()

    def moment(self) -> float:
        """When everything was gone, on the monotonic clock."""
        wait_until(self._process.canReadLine)
        moment = float(self._process.readLine().toStdString())
        self._process.waitForFinished()
        return moment


def _stopped(window: OpenWindow, typist: Typist, kind: str) -> tuple[float, float]:
    """Seconds from Shift+F5 until all is gone, and the worst seconds for a key."""
    port = _free_port()
    window.put(_PROGRAMS[kind].replace("{port}", str(port)))
    run_id = window.waiting_child().environ()[RUN_VARIABLE]
    typist.begin()
    window.press_run()
    wait_until(lambda: _count(run_id) >= _PROCESSES.get(kind, 1) and bool(window.last_line))
    watcher = _Watcher(run_id, port)
    window.rest()
    began = window.press_stop()
    gone = watcher.moment()
    wait_until(lambda: window.is_idle)
    window.rest(0.3)
    typist.end()
    wait_until(lambda: not typist.is_waiting)
    return gone - began, max(typist.latencies)


def _count(run_id: str) -> int:
    count = 0
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            count += process.environ().get(RUN_VARIABLE) == run_id
    return count


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def main() -> None:
    """Print the seconds until gone and for a key, of every round."""
    kind, rounds = sys.argv[1], int(sys.argv[2])
    window = OpenWindow()
    typist = Typist(window.editor)
    measured = [_stopped(window, typist, kind) for _ in range(rounds)]
    window.close()
    gone, keys = zip(*measured, strict=True)
    print(json.dumps({"gone": gone, "keys": keys}))


main()
