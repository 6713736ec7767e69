"""Takes the picture of the README from the running application: `screenshot.py OUT.png`.

A lesson is opened and its first example run, by the same signals that a learner's clicks send; the
learner's files are kept in a temporary folder.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from groundwork.gui.app import App
from groundwork.gui.reading import OpenLesson
from groundwork.gui.shell import Shell
from groundwork.packs.model import LessonAddress
from groundwork.paths import UserFolders
from groundwork.settings import Settings, save_settings

LESSON = LessonAddress("python-backend", "lists")
SIZE = (1440, 900)
SETTLED = 1500


def main() -> int:
    """Take the picture; the exit code says whether it could be written."""
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as home:
        folders = UserFolders(Path(home) / "data", Path(home) / "cache", is_lasting=True)
        save_settings(Settings(theme="light"), folders.data / "settings.json")
        app = App(Shell(application, folders))
        app.window.resize(*SIZE)
        app.window.show()
        app.begin(None)
        exit_code = _Photographer(app, application, target).exit_code
        app.runner.see_off()
        return exit_code


class _Photographer:
    """Waits for each step to be seen, then takes the picture and closes the window."""

    def __init__(self, app: App, application: QApplication, target: Path) -> None:
        self._app, self._application, self._target = app, application, target
        self._was_asked = False
        app.navigation.lesson_shown.connect(self._on_lesson_shown)
        app.practice.example_shown.connect(self._on_example_shown)
        app.runner.finished.connect(lambda _: QTimer.singleShot(SETTLED, self._take))
        self.exit_code = application.exec()

    def _on_lesson_shown(self, opened: OpenLesson) -> None:
        if opened.address != LESSON:
            self._app.reading.open(LESSON)

    def _on_example_shown(self) -> None:
        current = self._app.practice.current
        if current is not None and current[0].lesson == LESSON and not self._was_asked:
            self._was_asked = True
            self._app.run_desk.run()

    def _take(self) -> None:
        is_written = self._app.window.grab().save(str(self._target))
        self._app.window.close()
        self._application.exit(0 if is_written else 1)


if __name__ == "__main__":
    sys.exit(main())
