"""Lets lessons begin anew: progress goes back, examples become the author's, work is kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from groundwork.gui.drafts import DraftSaver
from groundwork.gui.progress import ProgressRecord
from groundwork.gui.reading import Reading
from groundwork.gui.tree.parts import Part
from groundwork.learner.draft import DraftError
from groundwork.learner.restarting import changed_drafts
from groundwork.packs.model import ExampleAddress
from groundwork.packs.wording import quoted

_NAME = "restart"


class RestartDesk(QObject):
    """Asks, and then begins a part of a pack anew.

    Signals:
        restarted: a sentence that says what is new again.
    """

    restarted = Signal(str)

    def __init__(
        self, *, reading: Reading, drafts: DraftSaver, progress: ProgressRecord, window: QWidget
    ) -> None:
        super().__init__(window)
        self._reading, self._drafts, self._progress = reading, drafts, progress
        self._window = window

    def ask(self, part: Part) -> None:
        """Ask whether a lesson, chapter or pack shall begin anew."""
        if self._window.findChild(QMessageBox, _NAME) is not None:
            return
        box = QMessageBox(self._window)
        box.setObjectName(_NAME)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(f"Restart this {part.kind}")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(f"Restart the {part.kind} {quoted(part.title)}?")
        box.setInformativeText(
            f"{_extent(part)} Lessons, exercises and questions are new again, and every example"
            " becomes the lesson's version. Your versions are kept: the history of each example"
            " brings them back."
        )
        restart = box.addButton("Restart", QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton("Leave it as it is", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        restart.clicked.connect(partial(self._restart, part))
        box.open()

    def _restart(self, part: Part) -> None:
        lessons = frozenset(part.lessons)
        self._progress.restart(lessons)
        self._drafts.consult(
            lambda store: changed_drafts(store, lessons), partial(self._on_drafts_found, part)
        )

    def _on_drafts_found(self, part: Part, found: tuple[ExampleAddress, ...] | DraftError) -> None:
        for address in () if isinstance(found, DraftError) else found:
            self._drafts.reset(address)
        current = self._reading.current
        if current is not None and current.address in part.lessons:
            self._reading.reopen()
        self.restarted.emit(f"The {part.kind} {quoted(part.title)} begins anew")


def _extent(part: Part) -> str:
    count = len(part.lessons)
    if part.kind == "lesson":
        return "This sets back what you have done in this lesson."
    lessons = "1 lesson" if count == 1 else f"{count:,} lessons"
    return f"This sets back what you have done in {lessons}."
