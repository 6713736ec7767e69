"""The yardstick for the start: a PySide6 window with an empty QPlainTextEdit, nothing else.

bare_window.py BEGAN    the seconds from BEGAN until a key shows
bare_window.py          no more than the window
"""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

if len(sys.argv) > 1:
    from tests.benchmarks.protocol import tell_first_key

application = QApplication(sys.argv)
window = QMainWindow()
editor = QPlainTextEdit()
window.setCentralWidget(editor)
window.resize(1360, 860)
window.show()
editor.setFocus()
if len(sys.argv) > 1:
    tell_first_key(float(sys.argv[1]), editor)
application.exec()
