"""The yardstick for the start: a PySide6 window with an empty QPlainTextEdit, nothing else."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

from first_key import exit_when_a_key_shows

application = QApplication(sys.argv)
window = QMainWindow()
editor = QPlainTextEdit()
window.setCentralWidget(editor)
window.resize(1360, 860)
window.show()
editor.setFocus()
exit_when_a_key_shows(editor)
application.exec()
