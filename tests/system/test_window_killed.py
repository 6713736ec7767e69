"""A window that is killed takes its programs along, and its files go with the next window."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import psutil
import pytest
from tests.system.test_stopping import SERVER

from groundwork.running.run_folder import remove_stale_run_folders

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from groundwork.gui.run.runner import Runner
from groundwork.messages import Start

application = QCoreApplication([])
folder = Path(sys.argv[1])
runner = Runner(folder / "cache")
lines = []

def show(update):
    lines.extend(line.text for line in update.lines)
    settled()

def settled():
    # The guard is on duty, and the next child waits, a moment after the program began.
    if lines and runner.is_guarded:
        print(lines[0], flush=True)
        lines.clear()
    else:
        QTimer.singleShot(20, settled)

runner.output_received.connect(show)
runner.run(Start(str(folder / "main.py"), str(folder)))
application.exec()
"""


@pytest.fixture
def window(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    (tmp_path / "main.py").write_text(dedent(SERVER), encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGSEGV])
def test_nothing_is_left_of_a_killed_window(
    window: subprocess.Popen[str], tmp_path: Path, number: int
) -> None:
    assert window.stdout is not None
    port = int(window.stdout.readline())
    family = psutil.Process(window.pid).children(recursive=True)
    assert len(family) >= 5  # the program with three processes, a waiting child, the guard
    window.send_signal(number)
    window.wait()
    _, alive = psutil.wait_procs(family, timeout=10)
    assert [process for process in alive if process.status() != psutil.STATUS_ZOMBIE] == []
    socket.create_server(("127.0.0.1", port)).close()
    remove_stale_run_folders(tmp_path / "cache", psutil.pid_exists)
    assert list((tmp_path / "cache" / "runs").iterdir()) == []
