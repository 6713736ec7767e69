"""What the window does without until its first key shows, because there would be a wait for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from groundwork.learner.place import Place, save_place
from groundwork.paths import HOME_VARIABLE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="xdotool types on X11 alone")

PATIENCE = 60

SCRIPT = """
import json, subprocess, sys
from groundwork.gui.early import make_loading_quick
make_loading_quick()
import enum
from PySide6 import QtCore
from PySide6.QtWidgets import QApplication
from groundwork import paths
from groundwork.gui import shell, style

KINDS = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)

def names_of(prefix):
    loaded = [each.__qualname__ for kind in KINDS for each in type.__subclasses__(kind)]
    return sum(name.startswith(prefix) for name in loaded)

application = QApplication([sys.argv[0], *style.ARGUMENTS])
first = shell.Shell(application, paths.user_folders())
seen = []

def note():
    seen.extend((names_of("Qt."), names_of("QStyle.")))
    QtCore.QTimer.singleShot(0, application.quit)

first.editor.text_changed.connect(note)
first.window.open()
window = str(int(first.window.winId()))
subprocess.Popen(["xdotool", "windowfocus", "--sync", window, "key", "x"])
application.exec()
text = first.editor.texts()["main.py"]
QtCore.Qt.Key
print(json.dumps({"text": text, "until_the_key": seen, "afterwards": names_of("Qt.")}))
"""


def test_the_first_key_shows_before_the_many_names_of_qt_are_loaded(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "main.py"
    file.write_text("print(1)\n")
    place = Place("pack", "lesson", example_id="example", file="main.py", path=str(file))
    save_place(place, home / "data" / "place.json")
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, HOME_VARIABLE: str(home), "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    told = json.loads(ended.stdout)
    assert told["text"] == "xprint(1)\n"
    assert told["until_the_key"] == [0, 0]
    assert told["afterwards"] > 0, "the count does not see the names even when they are there"
