"""A question of the page: what is asked, where to answer, and what is said about the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from groundwork.checking.questions import (
    AnswerVerdict,
    judged_blank,
    judged_choice,
    judged_order,
    judged_prediction,
)
from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.page.block_view import BlockView, Panel, place
from groundwork.gui.page.buttons import PageButton
from groundwork.gui.page.panel import Ground, paint_ground
from groundwork.gui.question.answer_view import AnswerView
from groundwork.gui.question.choices import ChoiceView
from groundwork.gui.question.order import OrderView
from groundwork.gui.question.output_view import OutputView
from groundwork.gui.question.verdict_view import VerdictView
from groundwork.gui.question.written import BlankView, PredictionView
from groundwork.gui.state_line import StateLine
from groundwork.gui.style import icon_size
from groundwork.learner.states import WorkState
from groundwork.packs.exercises import (
    BlankQuestion,
    ChoiceQuestion,
    OrderQuestion,
    PredictQuestion,
    Question,
)

_PADDING = 16
_TOP = 12
_GAP = 12
_LINE_GAP = 4

InnerViews = Callable[[QWidget], Sequence[tuple[int, BlockView]]]
"""Makes the views inside a box, each with the gap above it."""


class QuestionPanel(Panel):
    """One question on its own sheet.

    Signals:
        answered: the Question, and whether the answer was right.
        output_requested: what the program of the PredictQuestion prints is wanted; `set_output`
            or `set_problem` brings it.
    """

    answered = Signal(object, bool)
    output_requested = Signal(object)

    def __init__(
        self, question: Question, make_task: InnerViews, appearance: Appearance, parent: QWidget
    ) -> None:
        super().__init__(appearance, parent)
        self.question = question
        self._head = _Head(question.title, appearance, self)
        self._task = make_task(self)
        self._answer = _answer_view(question, appearance, self)
        self._answer.changed.connect(self._on_answer_changed)
        self._answer.entered.connect(self._judge)
        self._check = PageButton("plain", self)
        self._check.setText("Check the answer")
        self._check.clicked.connect(self._judge)
        self._verdict = VerdictView(appearance, self)
        self._output = OutputView(appearance, self)
        self._predicted: str | None = None
        for view in self._views():
            self.contain(view)
        self.setAccessibleName(f"Question: {question.title}")
        self._on_answer_changed()

    def set_state(self, state: WorkState) -> None:
        """Show whether the question has been answered before."""
        self._head.set_state(state)

    def set_output(self, output: str) -> None:
        """Judge the prediction by what the program printed, unless it is being changed."""
        predicted, self._predicted = self._predicted, None
        if isinstance(self.question, PredictQuestion) and predicted is not None:
            verdict = judged_prediction(self.question, predicted, output)
            self._tell(verdict)
            if not verdict.is_right:
                self._output.offer(predicted, output)

    def set_problem(self, sentence: str) -> None:
        """Say why the program could not be run; the answer can be checked again."""
        self._verdict.show_verdict(AnswerVerdict(False, sentence))
        self._check.setEnabled(True)

    def fit(self, width: int) -> int:
        """Place everything below one another; returns the height of the sheet."""
        inner = width - 2 * _PADDING
        top = _TOP + self._placed(self._head, _TOP, inner)
        for gap, view in self._task:
            top += gap + place(view, _PADDING, top + gap, inner)
        top += _GAP
        top += self._placed(self._answer, top, inner) + _GAP
        button = self._check.sizeHint()
        self._check.setGeometry(_PADDING, top, button.width(), button.height())
        top += button.height()
        for view in (self._verdict, self._output):
            if not view.isHidden():
                top += _GAP
                top += self._placed(view, top, inner)
        return top + _PADDING

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        for view in self._views():
            view.restyle()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet."""
        del event
        theme = self.appearance.theme
        paint_ground(self, Ground(theme.surface, theme.hairline))

    def _views(self) -> list[BlockView]:
        own: list[BlockView] = [self._head, self._answer, self._verdict, self._output]
        return own + [view for _, view in self._task]

    def _placed(self, view: BlockView, top: int, inner: int) -> int:
        height = view.fit(inner)
        view.setGeometry(_PADDING, top, inner, height)
        return height

    def _judge(self) -> None:
        if not self._answer.is_given or not self._check.isEnabled():
            return
        match self.question, self._answer:
            case ChoiceQuestion() as question, ChoiceView() as answer:
                self._tell(judged_choice(question, answer.chosen))
            case BlankQuestion() as question, BlankView() as answer:
                self._tell(judged_blank(question, answer.text))
            case OrderQuestion() as question, OrderView() as answer:
                self._tell(judged_order(question, answer.lines))
            case PredictQuestion() as question, PredictionView() as answer:
                self._predicted = answer.text
                self._rest()
                self.output_requested.emit(question)

    def _tell(self, verdict: AnswerVerdict) -> None:
        self._rest()
        self._verdict.show_verdict(verdict)
        self.answered.emit(self.question, verdict.is_right)

    def _rest(self) -> None:
        """Let the button rest until the answer is another; the keyboard goes back to that."""
        if self._check.hasFocus():
            self._check.focusPreviousChild()  # Qt would go on to what comes behind the question
        self._check.setEnabled(False)

    def _on_answer_changed(self) -> None:
        self._predicted = None
        self._check.setEnabled(self._answer.is_given)
        self._verdict.forget()
        self._output.forget()


class _Head(BlockView):
    """Kind and state of the question on one line, its title below."""

    def __init__(self, title: str, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._sign = QLabel(self)
        self._kind = QLabel("Question", self)
        self._kind.setProperty("role", "small")
        self._state = StateLine(appearance, self)
        self._title = QLabel(title, self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self.restyle()

    def set_state(self, state: WorkState) -> None:
        """Show how far the learner is with it."""
        self._state.show_state(state)
        self.refit_requested.emit()

    def fit(self, width: int) -> int:
        """Place both lines; returns the height."""
        left = 0
        widgets = (self._sign, self._kind, self._state)
        height = max(widget.sizeHint().height() for widget in widgets)
        for widget, gap in zip(widgets, (_LINE_GAP, _GAP, 0), strict=True):
            wide = widget.sizeHint().width()
            widget.setGeometry(left, 0, wide, height)
            left += wide + gap
        if not self._title.text():
            return height
        title = self._title.heightForWidth(width)
        self._title.setGeometry(0, height + _LINE_GAP, width, title)
        return height + _LINE_GAP + title

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        theme, edge = self.appearance.theme, icon_size(self.appearance.sizes)
        drawn = icon("help", theme.accent)
        self._sign.setPixmap(drawn.pixmap(QSize(edge, edge), self.devicePixelRatioF()))
        font = QFont(self._title.font())
        font.setPixelSize(self.appearance.sizes.lesson)
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        self._state.restyle()


def _answer_view(question: Question, appearance: Appearance, parent: QWidget) -> AnswerView:
    match question:
        case ChoiceQuestion():
            return ChoiceView(question, appearance, parent)
        case PredictQuestion():
            return PredictionView(question, appearance, parent)
        case BlankQuestion():
            return BlankView(question, appearance, parent)
        case OrderQuestion():
            return OrderView(question, appearance, parent)
