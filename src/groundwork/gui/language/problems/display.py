"""Decides which findings are shown now, so that nothing disturbs what is being typed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from groundwork.gui.editor.lines import line_end, line_of, line_start
from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.problems.inspector import Inspector
from groundwork.gui.language.problems.underlines import Underlines
from groundwork.gui.language.workplace import Workplace
from groundwork.language.protocol import EMPTY_BLOCK, Finding

_REST = 700
"""Milliseconds without a change after which a line is not being typed any more."""

_NO_LINE = -1


class Display(QObject):
    """Shows the findings in the code, and tells which these are.

    On the line being typed nothing new appears until there is a pause or the cursor leaves it. What
    was shown there and is still so stays. That a block is empty is not told while the cursor waits
    where its first line goes. A new answer takes the place of the old one in one go.

    Signals:
        changed: other findings are shown.
    """

    changed = Signal()

    def __init__(self, workplace: Workplace, inspector: Inspector) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._inspector = inspector
        self.underlines = Underlines(workplace.view)
        self._typed_line = self._awaited_line = _NO_LINE
        self._shown: dict[str, tuple[Finding, ...]] = {}
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._on_rest_timeout)
        workplace.text_changed.connect(self._on_workplace_text_changed)
        workplace.cursor_moved.connect(self._on_workplace_cursor_moved)
        workplace.file_shown.connect(self._on_workplace_file_shown)
        inspector.inspected.connect(self._on_inspector_inspected)
        inspector.forgotten.connect(self._on_inspector_forgotten)

    def findings(self, name: str) -> tuple[Finding, ...]:
        """What is shown of a file."""
        return self._shown.get(name, ())

    def reveal(self) -> None:
        """Hold nothing back any more."""
        self._forget_cursor()
        self._refresh()

    def _refresh(self) -> None:
        """Show what is known of the file in the editor, if it is about the text as it is."""
        if not self._inspector.is_current:
            return
        pane = self._workplace.pane
        before = {_identity(finding) for finding in self.findings(pane.current)}
        shown = tuple(
            finding
            for finding in self._inspector.findings(pane.current)
            if not (self._is_being_typed(finding) or self._is_being_mended(finding))
            or _identity(finding) in before
        )
        self.underlines.show(shown)
        self._tell(pane.current, shown)

    def _is_being_typed(self, finding: Finding) -> bool:
        return finding.span.line <= self._typed_line + 1 <= finding.span.end_line

    def _is_being_mended(self, finding: Finding) -> bool:
        """Whether a block is empty, and the cursor is where its first line is about to stand."""
        if finding.topic != EMPTY_BLOCK:
            return False
        view = self._workplace.view
        first, last = finding.span.end_line, self._awaited_line
        if last < first:
            return False
        return not view.slice(line_start(view, first), line_end(view, last)).strip()

    def _forget_cursor(self) -> None:
        self._typed_line = self._awaited_line = _NO_LINE
        self._rest.stop()

    def _tell(self, name: str, shown: tuple[Finding, ...]) -> None:
        if self._shown.get(name) != shown:
            self._shown[name] = shown
            self.changed.emit()

    def _on_workplace_text_changed(self) -> None:
        view = self._workplace.view
        self._typed_line = line_of(view, view.send(Message.GETCURRENTPOS))
        self._awaited_line = self._typed_line
        self._rest.start()

    def _on_rest_timeout(self) -> None:
        self._typed_line = _NO_LINE
        self._refresh()

    def _on_workplace_cursor_moved(self, line: int, column: int) -> None:
        del column
        if self._awaited_line not in {_NO_LINE, line - 1}:
            self.reveal()

    def _on_workplace_file_shown(self) -> None:
        self._forget_cursor()

    def _on_inspector_inspected(self, name: str) -> None:
        if name == self._workplace.pane.current:
            self._refresh()
        else:
            self._tell(name, self._inspector.findings(name))

    def _on_inspector_forgotten(self) -> None:
        self._shown.clear()
        if not self._workplace.pane.library_file:
            self.underlines.show(())
        self.changed.emit()


def _identity(finding: Finding) -> tuple[str, str]:
    """What stays the same of a finding while text before it changes."""
    return finding.topic, finding.sentence
