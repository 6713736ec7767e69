"""A window that dies takes its language worker along, whatever the worker is doing."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from groundwork.gui.language.worker import LanguageWorker
from groundwork.gui.run.child import see_off
from groundwork.gui.run.runner import Runner
from groundwork.language.protocol import Complete, FindUses, Source
from groundwork.messages import Start

application = QCoreApplication([])
folder, state = Path(sys.argv[1]), sys.argv[2]
runner = Runner(folder / "cache")
worker = LanguageWorker(folder / "cache")
source = Source(str(folder), "main.py", "prices = []\\nprices.")

def tell(_=None):
    print(worker.process_id, flush=True)

def stop():
    worker.close()
    runner.close()
    application.quit()

if state == "closed while it starts":
    worker.begin()
    runner.prepare()
    tell()
    stop()
    application.processEvents()
    see_off()
    sys.exit()
runner.run(Start(str(folder / "main.py"), str(folder)))
if state == "starting":
    worker.begin()
    QTimer.singleShot(0, tell)
elif state == "at rest":
    worker.ask(Complete(source, 2, 7), tell)
elif state == "busy":
    uses = Source(str(folder), "main.py", "import django\\n" * 20000)
    worker.ask(Complete(source, 2, 7), lambda _: (worker.ask(FindUses(uses, 1, 9), tell), tell()))
application.exec()
"""


class Window:
    """A process that has a worker, and runs a program that goes on for ever."""

    def __init__(self, folder: Path, state: str) -> None:
        (folder / "main.py").write_text("while True: input()\n", encoding="utf-8")
        command = [sys.executable, "-c", WINDOW, str(folder), state]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.worker = int(self.process.stdout.readline())


@pytest.fixture
def window(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Window]:
    one = Window(tmp_path, request.param)
    yield one
    one.process.kill()
    one.process.communicate()


def left_of(process_id: int) -> list[psutil.Process]:
    """The process, if it still does anything after a while."""
    try:
        process = psutil.Process(process_id)
    except psutil.NoSuchProcess:
        return []
    _, alive = psutil.wait_procs([process], timeout=20)
    return [one for one in alive if one.status() != psutil.STATUS_ZOMBIE]


@pytest.mark.parametrize("window", ["starting", "at rest", "busy"], indirect=True)
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGSEGV])
def test_no_worker_is_left_of_a_killed_window(window: Window, number: int) -> None:
    assert psutil.pid_exists(window.worker)
    window.process.send_signal(number)
    window.process.wait()
    assert left_of(window.worker) == []


@pytest.mark.parametrize("window", ["closed while it starts"], indirect=True)
def test_a_window_that_is_closed_while_its_worker_starts_leaves_nothing(window: Window) -> None:
    assert window.process.wait(60) == 0
    assert left_of(window.worker) == []
