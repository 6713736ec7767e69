from __future__ import annotations

import subprocess
import sys

PROGRAM = """
from groundwork.gui.lasting_none import make_none_last
make_none_last()
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(50_000):
    thing.setObjectName("x")
print("alive")
"""


def test_none_survives_more_calls_than_it_has_references() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (0, "alive\n"), ended.stderr


EMITTING = """
from groundwork.gui.lasting_none import make_none_last
make_none_last()
from PySide6.QtCore import QObject, Signal
class Sender(QObject):
    sent = Signal()
sender = Sender()
for _ in range(50_000):
    sender.sent.emit()
print("alive")
"""


def test_true_survives_more_signals_than_it_has_references() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", EMITTING], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (0, "alive\n"), ended.stderr
