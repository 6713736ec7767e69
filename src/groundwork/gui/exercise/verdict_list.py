"""All checks of an exercise with their verdicts, and over them what came of it in one line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from groundwork.checking.verdicts import CheckVerdict, Verdicts
from groundwork.gui.appearance import Appearance
from groundwork.gui.exercise.fitted import Blocks
from groundwork.gui.exercise.spoken import announce, plain_words
from groundwork.gui.exercise.verdict_row import VerdictRow, told
from groundwork.gui.icons import icon
from groundwork.gui.page.buttons import PageButton
from groundwork.gui.style import icon_size
from groundwork.packs.model import Callout, CalloutKind

_GAP = 8
_PATIENCE = 400
"""Milliseconds for which the verdicts of the last time may stand while it is checked again."""

_BEFORE = "Not checked yet. Ctrl+Enter checks your answer."
_EARLIER = "You have checked this before. Ctrl+Enter checks your answer as it is now."
_NO_CHECKS = "This exercise has no checks. Compare what your program does with the task yourself."
_CHECKING = "Checking…"
_CHANGED = "Your code is another since this check."
_BEHAVES = "What your answer does"
_CANCELLED = "Checking was cancelled."
_NO_FAULT = "Your answer could not be checked, through no fault of yours."


class VerdictList(QWidget):
    """What checking says, or that it has not been asked yet.

    Signals:
        cancel_requested: the learner does not want to wait for the checks any longer.
        place_requested: the learner wants to see a Place in the editor.
        row_opened: a row shows what its check found; the widget.
        link_activated: a link in a message is followed; its target.
    """

    cancel_requested = Signal()
    place_requested = Signal(object)
    row_opened = Signal(object)
    link_activated = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._titles: tuple[str, ...] = ()
        self._is_anew = True
        self._waiting: set[int] = set()
        self._rows: list[VerdictRow] = []
        self._summary = _Summary(appearance)
        self._summary.cancel_requested.connect(self.cancel_requested)
        self._remark = QLabel(_CHANGED)
        self._remark.setProperty("role", "muted")
        self._remark.setWordWrap(True)
        self._message = Blocks(appearance)
        self._message.link_activated.connect(self.link_activated)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._on_patience_timeout)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP // 2)
        for widget in (self._summary, self._remark, self._message):
            self._column.addWidget(widget)

    def begin_anew(self, titles: Sequence[str]) -> None:
        """Show that these checks have not been asked yet."""
        self._titles = tuple(titles)
        self._clear_rows()
        self._is_anew = True
        self.tell_whether_checked(was_checked=False)

    def tell_whether_checked(self, *, was_checked: bool) -> None:
        """Say whether these checks were asked before, where nothing is known of what they said."""
        if self._is_anew:
            self._summary.tell(_EARLIER if was_checked else _BEFORE)

    def show_checking(self) -> None:
        """Show that the checks are at work; what they say comes one by one."""
        self._is_anew = False
        self._summary.tell(_CHECKING, is_busy=True)
        self._remark.hide()
        self._message.hide()
        self._waiting = set(range(len(self._titles)))
        if self._rows:
            self._patience.start()
        else:
            self._make_rows(len(self._titles))
            self._on_patience_timeout()
        announce(self, _CHECKING)

    def tell_cancelled(self) -> None:
        """Show that the checks were ended before all of them could say something."""
        self._clear_rows()
        self._is_anew = False
        self._summary.tell(_CANCELLED, "stop", "muted")
        announce(self, _CANCELLED)

    def show_verdict(self, index: int, verdict: CheckVerdict) -> None:
        """Show what one check has found while the others are still at work."""
        self._waiting.discard(index)
        if index < len(self._rows):
            self._rows[index].show_verdict(verdict)

    def show_verdicts(self, verdicts: Verdicts) -> None:
        """Show what all checks have found; the first that did not pass is open."""
        self._patience.stop()
        self._is_anew = False
        self._waiting.clear()
        self._remark.hide()
        self._make_rows(len(verdicts.checks))
        for row, verdict in zip(self._rows, verdicts.checks, strict=True):
            row.show_verdict(verdict)
        self._summary.tell(*_in_short(verdicts))
        wrong = verdicts.wrong_answer
        self._message.setVisible(wrong is not None)
        if wrong is not None:
            self._message.show_blocks((Callout(CalloutKind.TIP, _BEHAVES, wrong.message),))
        first = self.first_failed_row(verdicts)
        if first is not None:
            first.set_open(is_open=True)

    def announce(self, verdicts: Verdicts) -> None:
        """Have read out what came of it, and the first check that did not pass."""
        failed = verdicts.first_failed
        wrong = verdicts.wrong_answer
        message = plain_words(wrong.message) if wrong is not None else ""
        words = (_in_short(verdicts)[0], message, told(failed) if failed is not None else "")
        announce(self, " ".join(filter(None, words)))

    def first_to_read(self, verdicts: Verdicts) -> QWidget:
        """What is to be in view: the message about a known answer, the check that failed, or all.

        The message stands right over the checks.
        """
        if verdicts.wrong_answer is not None:
            return self._message
        return self.first_failed_row(verdicts) or self

    def first_failed_row(self, verdicts: Verdicts) -> VerdictRow | None:
        """The row of the check to look at first; None where all passed."""
        pairs = zip(self._rows, verdicts.checks, strict=False)
        return next((row for row, verdict in pairs if not verdict.is_passed), None)

    def set_changed_since(self, *, is_changed: bool) -> None:
        """Say whether the code is another than the one that was checked."""
        self._remark.setVisible(is_changed)

    def _clear_rows(self) -> None:
        self._patience.stop()
        self._make_rows(0)
        self._remark.hide()
        self._message.hide()

    def _make_rows(self, count: int) -> None:
        while len(self._rows) > count:
            row = self._rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < count:
            row = VerdictRow(self._appearance)
            row.place_requested.connect(self.place_requested)
            row.opened.connect(partial(self.row_opened.emit, row))
            self._rows.append(row)
            self._column.addWidget(row)
            row.show()  # now, not when the layout comes to it

    def _on_patience_timeout(self) -> None:
        for index in self._waiting:
            if index < len(self._rows):
                self._rows[index].wait(self._titles[index])


def _in_short(verdicts: Verdicts) -> tuple[str, str, str]:
    """What came of it in a sentence, and the mark and the role of its colour."""
    count = len(verdicts.checks)
    passed = sum(verdict.is_passed for verdict in verdicts.checks)
    if verdicts.problem:
        return f"{_NO_FAULT} {verdicts.problem}", "warning", "warn"
    if verdicts.are_passed:
        return (
            ("The check passed." if count == 1 else f"All {count} checks passed."),
            "check",
            "good",
        )
    if not count:
        return _NO_CHECKS, "", "text"
    if count == 1:
        return "The check did not pass.", "", "text"
    return f"{passed} of {count} checks passed.", "", "text"


class _Summary(QWidget):
    """One line with a mark, and while the checks are at work a way to end that.

    Signals:
        cancel_requested: the learner does not want to wait any longer.
    """

    cancel_requested = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._mark, self._role = "", "text"
        self._sign, self._text = QLabel(), QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._cancel = PageButton("plain", self)
        self._cancel.setText("Cancel")
        self._cancel.setAccessibleName("Cancel checking")
        self._cancel.clicked.connect(self.cancel_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.addWidget(self._cancel)
        appearance.changed.connect(self._dress)

    def tell(
        self, sentence: str, mark: str = "", role: str = "text", *, is_busy: bool = False
    ) -> None:
        """Say it."""
        self._mark, self._role = mark, role
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        self._cancel.setVisible(is_busy)
        self._dress()

    def _dress(self) -> None:
        self._sign.setVisible(bool(self._mark))
        if self._mark:
            edge = icon_size(self._appearance.sizes)
            drawn = icon(self._mark, getattr(self._appearance.theme, self._role))
            self._sign.setPixmap(drawn.pixmap(QSize(edge, edge), self.devicePixelRatioF()))
