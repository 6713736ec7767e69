"""Builds what helps while code is written, and joins it to the lesson that is open."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject

from groundwork.aids import COMPLETION, PROBLEMS
from groundwork.gui.appearance import Appearance
from groundwork.gui.background import Background
from groundwork.gui.console.panel import RunPanel
from groundwork.gui.editor.pane import EditorPane
from groundwork.gui.language.call_tip import CallTips
from groundwork.gui.language.completion.completer import Completer
from groundwork.gui.language.formatter import Formatter
from groundwork.gui.language.hover import Hover
from groundwork.gui.language.lesson_code import imports_in, names_in, programs_of
from groundwork.gui.language.names.desk import NamesDesk
from groundwork.gui.language.problems.desk import ProblemsDesk
from groundwork.gui.language.teaching import Teaching
from groundwork.gui.language.worker import LanguageWorker
from groundwork.gui.language.workplace import Workplace
from groundwork.gui.practice import Practice
from groundwork.gui.reading import OpenLesson
from groundwork.gui.status import StatusLine
from groundwork.language.protocol import Warm


class LanguageDesk(QObject):
    """What helps while code is written."""

    def __init__(  # noqa: PLR0913 - it joins these parts
        self,
        *,
        editor: EditorPane,
        run_panel: RunPanel,
        practice: Practice,
        background: Background,
        appearance: Appearance,
        cache: Path,
    ) -> None:
        super().__init__(editor)
        self._practice = practice
        self.worker = LanguageWorker(cache, self)
        self.workplace = Workplace(editor, self.worker, appearance, lambda: practice.working_folder)
        self.hover = Hover(self.workplace)
        CallTips(self.workplace)
        self.problems = ProblemsDesk(self.workplace, self.hover, run_panel)
        self._teaching = Teaching(self.workplace, background)
        self.formatter = Formatter(self.workplace)
        self.names = NamesDesk(self.workplace, background)
        Completer(self.workplace)  # the last: its list is shown the keys first

    def show_lesson(self, opened: OpenLesson) -> None:
        """Get to know what the lesson's programs import, before the learner types."""
        programs = programs_of(opened.loaded.page)
        folder = str(self._practice.working_folder)
        imports = imports_in(programs)
        self.worker.ask(Warm(folder, imports), lambda _: None)
        self.problems.inspector.set_imports(imports)
        self.workplace.lesson_names = names_in(programs)
        self._teaching.show_lesson(opened)

    def tell_in(self, status: StatusLine) -> None:
        """Say there what is to be said, until the text is another."""
        self.workplace.told.connect(status.remark)
        self.workplace.text_changed.connect(status.forget_remark)
        self.workplace.file_shown.connect(status.forget_remark)

    def set_off(self, off: Mapping[str, str]) -> None:
        """Switch these aids off, each for the reason that the sentence beside it tells."""
        self.workplace.set_allowed(frozenset({COMPLETION, PROBLEMS} - off.keys()), off)

    def close(self) -> None:
        """End the worker; the last call."""
        self.worker.close()
