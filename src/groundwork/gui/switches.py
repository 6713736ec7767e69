"""Tells who helps the learner what is switched off in the lesson at hand."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from groundwork.gui.banner import Banner
from groundwork.gui.editor.pane import EditorPane
from groundwork.gui.reading import Reading
from groundwork.gui.switched_off import switched_off
from groundwork.packs.addresses import LessonAddress
from groundwork.packs.model import Lesson
from groundwork.paths import policy_places
from groundwork.policy import load_policy


class Switches(QObject):
    """Knows what is off for the example in the editor, wherever the page may be meanwhile.

    Signals:
        changed: a mapping from each aid that is off to the sentence that says why.
    """

    changed = Signal(object)

    def __init__(self, reading: Reading, editor: EditorPane, banner: Banner) -> None:
        super().__init__(editor)
        self._reading, self._editor, self._banner = reading, editor, banner
        self._policy = load_policy(policy_places())
        self._off: dict[str, str] = {}
        editor.file_shown.connect(self._look)
        reading.packs_changed.connect(self._look)

    def begin(self) -> None:
        """Tell what is off from the beginning; called once all who want to know are joined."""
        if self._policy.trouble:
            self._banner.tell(self._policy.trouble, about="policy")
        self._look()

    def _look(self) -> None:
        example = self._editor.example
        lesson = self._lesson(example.lesson) if example is not None else None
        off = switched_off(self._policy, lesson)
        if off != self._off:
            self._off = off
            self.changed.emit(off)

    def _lesson(self, address: LessonAddress) -> Lesson | None:
        lessons = (
            lesson
            for pack in self._reading.packs
            if pack.id == address.pack_id
            for lesson in pack.lessons
        )
        return next((lesson for lesson in lessons if lesson.id == address.lesson_id), None)
