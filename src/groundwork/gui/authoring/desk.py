"""Opens the dialogs for authors, and does with their packs what they ask for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.authoring.check_dialog import CheckDialog
from groundwork.gui.authoring.import_dialog import ImportDialog
from groundwork.gui.authoring.new_dialog import NewPackDialog
from groundwork.gui.navigation import Navigation
from groundwork.gui.page.lesson_page import LessonPage, exercise_anchor
from groundwork.gui.reading import OpenLesson, Reading
from groundwork.gui.trust_desk import TrustDesk
from groundwork.packs.model import Lesson, LessonAddress, Pack, Problem


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a problem is: in a line of a lesson, or in the files of one of its exercises."""

    lesson: LessonAddress
    line: int = 0
    exercise: str = ""


class AuthoringDesk(QObject):
    """Checks packs, makes new ones, and imports documents.

    Signals:
        pack_made: the Path of the folder of a pack that is to be opened.
        refused: a sentence: a problem cannot be shown in the window.
    """

    pack_made = Signal(object)
    refused = Signal(str)

    def __init__(  # noqa: PLR0913 - it joins these parts, and does nothing else
        self,
        *,
        reading: Reading,
        navigation: Navigation,
        page: LessonPage,
        trust: TrustDesk,
        appearance: Appearance,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._reading, self._page = reading, page
        self._trust, self._appearance = trust, appearance
        self._window = window
        self._wanted: _Place | None = None
        navigation.lesson_shown.connect(self._on_navigation_lesson_shown)

    def check(self, pack_id: str) -> None:
        """Check an open pack, if its programs may be run."""
        pack = next((one for one in self._reading.packs if one.id == pack_id), None)
        if pack is not None:
            self._trust.when_agreed(pack_id, lambda: self._check(pack))

    def make_new(self) -> None:
        """Ask for a title and a folder, and make a pack."""
        dialog = NewPackDialog(self._appearance, self._window)
        dialog.made.connect(self.pack_made)
        dialog.open()

    def import_document(self) -> None:
        """Ask for a document and a folder, and make a pack of it."""
        dialog = ImportDialog(self._appearance, self._window)
        dialog.imported.connect(self.pack_made)
        dialog.open()

    def close(self) -> None:
        """End what is being done; the last call."""
        for kind in (CheckDialog, NewPackDialog, ImportDialog):
            for dialog in self._window.findChildren(kind):
                dialog.reject()

    def _check(self, pack: Pack) -> None:
        for earlier in self._window.findChildren(CheckDialog):
            earlier.reject()
        dialog = CheckDialog(pack, self._appearance, self._window)
        dialog.problem_chosen.connect(lambda problem: self._go_to(pack.id, problem))
        dialog.begin()
        dialog.show()  # the window stays of use beside it

    def _go_to(self, pack_id: str, problem: Problem) -> None:
        packs = (pack for pack in self._reading.packs if pack.id == pack_id)
        places = (_place(pack, problem) for pack in packs)
        self._wanted = next(places, None)
        if self._wanted is None or not self._reading.open(self._wanted.lesson):
            self.refused.emit(f"Open {problem.file} in your editor: it is no part of a lesson")

    def _on_navigation_lesson_shown(self, opened: OpenLesson) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None or wanted.lesson != opened.address:
            return
        if wanted.exercise:
            self._page.scroll_to_anchor(exercise_anchor(wanted.exercise))
        elif wanted.line:
            self._page.scroll_to_line(wanted.line)


def _place(pack: Pack, problem: Problem) -> _Place | None:
    """Where the problem is; None where it is in no lesson, as in the manifest."""
    for lesson in pack.lessons:
        address = LessonAddress(pack.id, lesson.id)
        if problem.file == lesson.path:
            return _Place(address, problem.line)
    for lesson in pack.lessons:
        for folder in problem.file.parents:
            if folder.is_relative_to(lesson.path.parent) and _names(lesson, folder.name):
                return _Place(LessonAddress(pack.id, lesson.id), exercise=folder.name)
    return None


def _names(lesson: Lesson, exercise: str) -> bool:
    """Whether the lesson has a link to the exercise in a folder of that name."""
    try:
        return f"/{exercise}/exercise.md)" in lesson.path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
