"""What the home page says of one pack: where to go on, and how far each chapter is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from groundwork.gui.appearance import Appearance
from groundwork.gui.home.outlook import ChapterOutlook, PackOutlook, Step, time_words
from groundwork.gui.icons import icon
from groundwork.gui.state_marks import state_mark, state_words
from groundwork.learner.states import WorkState
from groundwork.packs.model import LessonAddress

_MOST_CHAPTERS = 60
_MARK = 16


class PackCard(QFrame):
    """A card with one or two buttons, and below them a row for each chapter.

    Signals:
        lesson_requested: the LessonAddress to go on with.
    """

    lesson_requested = Signal(LessonAddress)

    def __init__(self, outlook: PackOutlook, appearance: Appearance, *, is_first: bool) -> None:
        """`is_first` lets the button of what was left stand out."""
        super().__init__()
        self._appearance = appearance
        self._marks: list[tuple[QLabel, WorkState]] = []
        self.setProperty("role", "card")
        self.setAccessibleName(outlook.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(4)
        column.addWidget(_label(outlook.title, "title"))
        column.addWidget(_label(_summary(outlook), "muted"))
        column.addSpacing(8)
        roles = iter(("primary", "") if is_first else ("", ""))
        for kind, words, step in _ways(outlook):
            column.addWidget(self._way(kind, words, step, next(roles)))
        if outlook.done == outlook.lessons > 0:
            column.addWidget(_label("All lessons of this pack are done.", ""))
        column.addSpacing(8)
        column.addWidget(_divider())
        column.addSpacing(8)
        column.addLayout(self._chapters(outlook.chapters))
        self.restyle()

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        edge = round(_MARK * self._appearance.text_scale)
        for label, state in self._marks:
            name, role = state_mark(state)
            picture = icon(name, getattr(self._appearance.theme, role))
            label.setPixmap(picture.pixmap(QSize(edge, edge), self.devicePixelRatio()))

    def _way(self, kind: str, words: str, step: Step, role: str) -> QWidget:
        """A lesson to go on with, and its button."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(16)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(_label(step.title, ""))
        minutes = f"about {step.minutes} min" if step.minutes else ""
        said.addWidget(_label(" · ".join(filter(None, (words, step.chapter, minutes))), "small"))
        line.addLayout(said, 1)
        button = QPushButton(kind)
        button.setProperty("role", role)
        button.setAccessibleName(f"{kind}: {step.title}")
        button.clicked.connect(partial(self.lesson_requested.emit, step.address))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _chapters(self, chapters: tuple[ChapterOutlook, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, chapter in enumerate(chapters[:_MOST_CHAPTERS]):
            mark = QLabel()
            mark.setAccessibleName(state_words(chapter.state))
            self._marks.append((mark, chapter.state))
            grid.addWidget(mark, row, 0, top)
            grid.addWidget(_label(chapter.title, ""), row, 1, top)
            count = QLabel(_count(chapter))
            count.setProperty("role", "muted")
            count.setToolTip(_solved(chapter))
            grid.addWidget(count, row, 2, top | Qt.AlignmentFlag.AlignRight)
        others = len(chapters) - _MOST_CHAPTERS
        if others > 0:
            more = f"And {others} more {'chapter' if others == 1 else 'chapters'} in the tree"
            grid.addWidget(_label(more, "muted"), _MOST_CHAPTERS, 1)
        return grid


def _ways(outlook: PackOutlook) -> list[tuple[str, str, Step]]:
    """What to do next: the button's word, what it is, and where it leads."""
    ways = []
    if outlook.left is not None:
        ways.append(("Continue", "Where you were", outlook.left))
    if outlook.following is not None:
        words = "The first lesson" if outlook.is_new else "The next new lesson"
        ways.append(("Begin", words, outlook.following))
    return ways


def _summary(outlook: PackOutlook) -> str:
    done = f"{outlook.done:,} of {_counted(outlook.lessons, 'lesson')} done"
    spent = time_words(outlook.seconds)
    return f"{done} · {spent} spent" if spent else done


def _count(chapter: ChapterOutlook) -> str:
    """What is done of it: `1 of 6 lessons · 3 exercises`."""
    lessons = f"{chapter.done:,} of {_counted(chapter.lessons, 'lesson')}"
    exercises = _counted(chapter.exercises, "exercise") if chapter.exercises else ""
    return " · ".join(filter(None, (lessons, exercises)))


def _solved(chapter: ChapterOutlook) -> str:
    """What is done in a chapter, in whole words."""
    parts = [f"{chapter.done:,} of {_counted(chapter.lessons, 'lesson')} done"]
    if chapter.exercises:
        parts.append(f"{_counted(chapter.exercises, 'exercise')} solved")
    if chapter.questions:
        parts.append(f"{_counted(chapter.questions, 'question')} answered")
    return ", ".join(parts)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else noun + 's'}"


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def _divider() -> QFrame:
    line = QFrame()
    line.setProperty("role", "divider")
    line.setFixedHeight(1)
    return line
