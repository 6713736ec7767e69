"""macOS asks a running application to open a file; Qt makes the same event on every system."""

from __future__ import annotations

import os
import subprocess
import sys

QUESTION = """\
import sys
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from groundwork.gui.mac_application import MacApplication
application = MacApplication(["groundwork"], lambda file: print(file.name))
print(application.sendEvent(application, QFileOpenEvent(sys.argv[1])))
application.sendEvent(application, QEvent(QEvent.Type.User))
"""


def test_a_file_that_is_opened_with_the_application_is_taken() -> None:
    said = subprocess.run(
        [sys.executable, "-c", QUESTION, "/packs/tea shop.gwpack"],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert said.stdout.split("\n") == ["tea shop.gwpack", "True", ""]
