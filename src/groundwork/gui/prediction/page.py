"""The page below the editor on which one predicts what the program will print."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from groundwork.gui.appearance import Appearance
from groundwork.gui.exercise.evidence import EvidenceView
from groundwork.gui.exercise.verdict_row import FittedText
from groundwork.gui.icons import icon
from groundwork.gui.question.output_field import OutputField
from groundwork.gui.question.output_view import compared_lines

_ASKED = "Before you run the program, write here what you think it will print."
_SIDE, _GAP = 12, 8


class PredictionPage(QScrollArea):
    """A field, a button that runs the program, and below it how the two compare.

    Signals:
        run_requested: the program is to be run and its output to be compared.
    """

    run_requested = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._asked = QLabel(_ASKED)
        self._asked.setWordWrap(True)
        self._field = OutputField()
        self._field.judging_requested.connect(self._run_if_possible)
        self._field.setAccessibleName("What the program will print")
        self._field.textChanged.connect(self._on_field_text_changed)
        self._asked.setBuddy(self._field)
        self._run = QPushButton("Run and compare")
        self._run.clicked.connect(self.run_requested)
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._is_answer_wanted = False
        self.verticalScrollBar().rangeChanged.connect(self._show_answer)
        self._lines = EvidenceView(appearance, self)
        self._compared = FittedText(self._lines, appearance)
        self._lay_out()
        self.setFocusProxy(self._field)
        self.setProperty("role", "around")
        appearance.changed.connect(self._dress)
        self._dress()
        self.forget()

    @property
    def prediction(self) -> str:
        """What is written in the field."""
        return self._field.toPlainText()

    def show_printed(self, *printed: str) -> None:
        """Say how the prediction compares with what the program printed.

        It may be told in several ways, with what was typed into it or without; the nearest counts.
        """
        ways = [compared_lines(self.prediction.rstrip(), text.rstrip()) for text in printed]
        lines = min(ways, key=lambda way: sum(bool(line.word) for line in way))
        is_same = not any(line.word for line in lines)
        self._said.setText(
            "It printed just that." if is_same else "It printed something else in these places:"
        )
        self._lines.show_lines(lines)
        self._said.show()
        self._compared.setVisible(not is_same)
        self._is_answer_wanted = True
        QTimer.singleShot(0, self, self._show_answer)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._said.text()))

    def forget(self) -> None:
        """Empty the page: another program is in the editor."""
        self._field.clear()
        self._on_field_text_changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the font again, which a field loses on its way into the window."""
        super().showEvent(event)
        self._dress()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_SIDE, _GAP, _SIDE, _SIDE)
        column.setSpacing(_GAP)
        column.addWidget(self._asked)
        column.addWidget(self._field)
        column.addWidget(self._run, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._said)
        column.addWidget(self._compared)
        column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)  # which setWidget has asked for
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _on_field_text_changed(self) -> None:
        self._field.setFixedHeight(self._field.wanted_height())
        self._run.setEnabled(bool(self.prediction.strip()))
        self._is_answer_wanted = False
        self._said.hide()
        self._compared.hide()

    def _show_answer(self) -> None:
        """Scroll to what was said, whose lines take their height only after a while."""
        if self._is_answer_wanted:
            self.ensureWidgetVisible(self._said, 0, 0)
            self.verticalScrollBar().setValue(
                min(self.verticalScrollBar().maximum(), self._said.y() - _GAP)
            )

    def _run_if_possible(self) -> None:
        if self._run.isEnabled():
            self.run_requested.emit()

    def _dress(self) -> None:
        self._field.setFont(self._appearance.code_font())
        self._field.setFixedHeight(self._field.wanted_height())
        self._run.setIcon(icon("run", self._appearance.theme.text))
        self._lines.restyle()
