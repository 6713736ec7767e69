"""One question on a sheet of its own: what a reader sees and does."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from groundwork.gui import style
from groundwork.gui.appearance import Appearance
from groundwork.gui.page.block_factory import BlockFactory
from groundwork.gui.page.text_view import TextView
from groundwork.gui.question.panel import QuestionPanel
from groundwork.packs.exercises import Question
from groundwork.settings import ThemeChoice

Key = Qt.Key


class Sheet:
    """A window that shows one question in a given width."""

    def __init__(
        self, qtbot: QtBot, question: Question, theme: ThemeChoice = "light", width: int = 560
    ) -> None:
        self.qtbot = qtbot
        self.answers: list[bool] = []
        self.wanted: list[Question] = []
        self.appearance = Appearance(theme, 1.0)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        style.apply(application, self.appearance)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        view = BlockFactory(self.appearance, lambda _: None).view(question, self.window)
        assert isinstance(view, QuestionPanel)
        self.panel = view
        view.answered.connect(lambda _, was_right: self.answers.append(was_right))
        view.output_requested.connect(self.wanted.append)
        view.refit_requested.connect(self.fit)
        self.width = width
        self.window.resize(width, 700)
        self.fit()
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def fit(self) -> None:
        """Place the panel as the page would."""
        self.panel.setGeometry(0, 0, self.width, self.panel.fit(self.width))

    def button(self, name: str) -> QAbstractButton:
        """The visible button that a screen reader calls so."""
        found = [
            button
            for button in self.panel.findChildren(QAbstractButton)
            if name in {button.accessibleName(), button.text()} and button.isVisible()
        ]
        assert len(found) == 1, f"{len(found)} buttons are called {name}"
        return found[0]

    def press(self, name: str) -> None:
        """Click a button with the mouse."""
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))

    def check(self) -> None:
        """Have the answer judged."""
        self.press("Check the answer")

    def can_check(self) -> bool:
        """Whether there is an answer to judge."""
        return self.button("Check the answer").isEnabled()

    def said(self) -> str:
        """All texts that are seen."""
        views = [view for view in self.panel.findChildren(TextView) if view.isVisible()]
        return "\n".join(view.document.toPlainText() for view in views)

    def field(self) -> QPlainTextEdit | QLineEdit:
        """Where one writes."""
        field = self.panel.findChild(QPlainTextEdit) or self.panel.findChild(QLineEdit)
        assert field is not None
        return field

    def lines(self) -> QListWidget:
        """The lines to put in order."""
        found = self.panel.findChild(QListWidget)
        assert found is not None
        return found
