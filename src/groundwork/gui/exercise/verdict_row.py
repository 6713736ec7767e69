"""One check: its title and verdict on a line, and what it found below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from groundwork.checking.verdicts import CheckVerdict, Place, Verdict
from groundwork.gui.appearance import Appearance
from groundwork.gui.exercise.evidence import EvidenceView, evidence, spoken
from groundwork.gui.exercise.fitted import Fitted
from groundwork.gui.exercise.fold import Fold
from groundwork.gui.exercise.spoken import announce
from groundwork.gui.page.buttons import PageButton
from groundwork.gui.page.code_view import CodeView

_MARKS = {
    Verdict.PASSED: ("check", "good"),
    Verdict.FAILED: ("error", "bad"),
    Verdict.TIMED_OUT: ("time", "warn"),
    Verdict.STOPPED: ("stop", "muted"),
}
_INDENT = 28
_GAP = 8
_LAST_LINES = 60


class VerdictRow(Fold):
    """A check and what it found.

    Signals:
        place_requested: the learner wants to see the Place in the editor.
    """

    place_requested = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._verdict: CheckVerdict | None = None
        self.opened.connect(self._on_opened)

    def wait(self, title: str) -> None:
        """Show that the check has still to say something."""
        self._verdict = None
        self.set_contents(None)
        self.header.set_openable(is_openable=False)
        self.header.tell(title, "state-new", "muted", "waiting")

    def show_verdict(self, verdict: CheckVerdict) -> None:
        """Show what the check found, closed."""
        self._verdict = verdict
        self.set_open(is_open=False)
        self.set_contents(None)
        self.header.set_openable(is_openable=_has_details(verdict))
        self.header.tell(verdict.title, *_MARKS[verdict.verdict], verdict.verdict.value)

    def _on_opened(self) -> None:
        if self._verdict is not None:
            details = VerdictDetails(self._verdict, self._appearance, self)
            details.place_requested.connect(self.place_requested)
            self.set_contents(details)
            if self.header.hasFocus():  # whoever listens has opened it to hear more
                announce(self.header, told(self._verdict))


class VerdictDetails(QWidget):
    """What a check found: a sentence, given, got and expected, the author's word, the output.

    Signals:
        place_requested: the learner wants to see the Place in the editor.
    """

    place_requested = Signal(object)

    def __init__(self, verdict: CheckVerdict, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        column = QVBoxLayout(self)
        column.setContentsMargins(_INDENT, 0, 0, _GAP)
        column.setSpacing(_GAP)
        for text in (verdict.sentence, verdict.says):
            if text:
                column.addWidget(_sentence(text))
        lines = evidence(verdict)
        if lines:
            view = EvidenceView(appearance, self)
            view.show_lines(lines)
            column.addWidget(FittedText(view, appearance))
        if verdict.place is not None:
            column.addWidget(self._link(verdict.place), alignment=Qt.AlignmentFlag.AlignLeft)
        if _has_output_to_show(verdict):
            self._add_output(column, verdict.output)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line that holds the details together."""
        del event
        painter = QPainter(self)
        bottom = self.height() - _GAP
        painter.fillRect(13, 0, 1, bottom, QColor(self._appearance.theme.hairline))
        painter.end()

    def _link(self, place: Place) -> PageButton:
        link = PageButton("plain", self)
        link.setText(f"Go to line {place.line} of {place.file}")
        link.setObjectName("place")
        link.setMinimumWidth(1)  # a long name of a file makes nothing wider
        link.clicked.connect(lambda: self.place_requested.emit(place))
        return link

    def _add_output(self, column: QVBoxLayout, output: str) -> None:
        title = QLabel("What your program printed")
        title.setProperty("role", "small")
        column.addWidget(title)
        code = CodeView(self._appearance, 0, self)
        code.show_code(_last_lines(output), "")
        code.setAccessibleName(f"What your program printed: {_last_lines(output)}")
        column.addWidget(FittedText(code, self._appearance))


class FittedText(Fitted):
    """A text view in a layout, which takes its look from the appearance."""

    def __init__(self, view: CodeView | EvidenceView, appearance: Appearance) -> None:
        super().__init__(self._place)
        self._view = view
        view.setParent(self)
        appearance.changed.connect(self._restyle)

    def _place(self, width: int) -> int:
        height = self._view.fit(max(1, width))
        self._view.setGeometry(0, 0, width, height)
        return height

    def _restyle(self) -> None:
        self._view.restyle()
        self.updateGeometry()


def told(verdict: CheckVerdict) -> str:
    """The verdict in one sentence for the ear."""
    parts = (verdict.sentence, verdict.says, spoken(evidence(verdict)[:12]))
    return " ".join([f"{verdict.verdict.value}: {verdict.title}.", *filter(None, parts)])


def _has_details(verdict: CheckVerdict) -> bool:
    return not verdict.is_passed or bool(verdict.given or _has_output_to_show(verdict))


def _has_output_to_show(verdict: CheckVerdict) -> bool:
    """Whether the output is more than what the check has compared already."""
    return bool(verdict.output.strip()) and not (
        verdict.is_text and verdict.output.strip() == verdict.got.strip()
    )


def _last_lines(output: str) -> str:
    lines = output.removesuffix("\n").split("\n")
    if len(lines) <= _LAST_LINES:
        return "\n".join(lines)
    return "\n".join([f"… {len(lines) - _LAST_LINES:,} lines before", *lines[-_LAST_LINES:]])


def _sentence(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    return label
