"""A dialog in which two versions of the same files stand side by side."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from groundwork.gui.appearance import Appearance
from groundwork.gui.comparison_view import SIGNS, ComparisonView, sign_colours
from groundwork.learner.comparison import Row, Side, compared, shortened, side_by_side

_SIZE = QSize(960, 600)
_EDGE = 48
_GAP = 12
_LEAST_PAIR = 640
"""Below this width, at a text scale of 1, one below the other is read better."""

_DOT = "\u25cf"


class SideBySide(QDialog):
    """Two versions, line beside line; in a narrow window the lines of both in one column."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._appearance = appearance
        self._left_title, self._right_title = "", ""
        self._texts: dict[str, tuple[str, str]] = {}
        self._tabs = _tab_bar()
        self._tabs.currentChanged.connect(self._show_file)
        self._difference = QLabel()
        self._difference.setWordWrap(True)
        self._left, self._right = _Side(appearance), _Side(appearance)
        self._pair = (self._left, self._right)
        self._left.view.follow(self._right.view)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch()
        self._close = QPushButton("Close")
        self._close.clicked.connect(self.reject)
        self._row.addWidget(self._close)
        self._lay_out()
        appearance.changed.connect(self._show_file)
        available = parent.window().size() - QSize(_EDGE, _EDGE)
        self.resize((_SIZE * appearance.text_scale).boundedTo(available))

    def add_button(self, button: QPushButton) -> None:
        """Put another button before the one that closes."""
        self._row.insertWidget(self._row.count() - 1, button)

    def add_remark(self, remark: QWidget) -> None:
        """Put words about both of them below."""
        self._column.insertWidget(self._column.count() - 1, remark)

    def show_texts(
        self, left_title: str, left: Mapping[str, str], right_title: str, right: Mapping[str, str]
    ) -> None:
        """Show the files of both by their names, the first that differs."""
        self._left_title, self._right_title = left_title, right_title
        names = [*right, *(name for name in left if name not in right)]
        self._texts = {name: (left.get(name, ""), right.get(name, "")) for name in names}
        self._tabs.blockSignals(True)
        for name in names:
            self._add_tab(name)
        differing = (i for i, name in enumerate(names) if self._is_different(name))
        self._tabs.setCurrentIndex(next(differing, 0))
        self._tabs.blockSignals(False)
        self._tabs.setVisible(len(names) > 1)
        self._show_file()
        self._left.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put both beside or into one another as there is room."""
        super().resizeEvent(event)
        self._show_file()

    @property
    def _is_narrow(self) -> bool:
        return self.width() < _LEAST_PAIR * self._appearance.text_scale

    def _is_different(self, name: str) -> bool:
        left, right = self._texts[name]
        return left != right

    def _add_tab(self, name: str) -> None:
        shown = name.replace("&", "&&")  # a single one would underline a letter
        is_different = self._is_different(name)
        index = self._tabs.addTab(f"{shown} {_DOT}" if is_different else shown)
        told = f"{name}, differs" if is_different else f"{name}, the same"
        self._tabs.setTabToolTip(index, told)
        self._tabs.setAccessibleTabName(index, told)

    def _show_file(self) -> None:
        names = list(self._texts)
        if not names:
            return
        name = names[max(0, self._tabs.currentIndex())]
        rows = shortened(compared(*self._texts[name]))
        self._difference.setText(self._in_words(rows))
        self._right.setVisible(not self._is_narrow)
        if self._is_narrow:
            title = f"{self._left_title} ({SIGNS[Side.EARLIER]}), {self._right_title} (+)"
            self._left.show_rows(title, name, rows)
            return
        left, right = side_by_side(rows)
        self._left.show_rows(self._left_title, name, left)
        self._right.show_rows(self._right_title, name, right)

    def _in_words(self, rows: list[Row]) -> str:
        """How many lines only one of them has; the signs of the lines are explained with that."""
        colours = sign_colours(self._appearance.theme)
        titles = {Side.EARLIER: self._left_title, Side.NOW: self._right_title}
        told = []
        for side, title in titles.items():
            count = sum(row.side is side for row in rows)
            if count:
                sign = f'<b style="color: {colours[side][0]}">{SIGNS[side]}</b>'
                lines = "line" if count == 1 else "lines"
                told.append(f"{sign} {count:,} {lines} only in “{title}”")
        return " &nbsp; ".join(told) or "Both are the same."

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(_GAP)
        for side in self._pair:
            sides.addWidget(side, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(8)
        self._column.addWidget(self._tabs)
        self._column.addWidget(self._difference)
        self._column.addLayout(sides, 1)
        self._column.addLayout(self._row)


class _Side(QWidget):
    """One version below its title."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self.view = _Linked(appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self.view, 1)

    def show_rows(self, title: str, name: str, rows: list[Row]) -> None:
        """Show rows of the file of that name."""
        self._title.setText(title)
        self.view.setAccessibleName(f"{title}: {name}")
        self.view.show_rows(rows)


class _Linked(ComparisonView):
    """A comparison that scrolls together with another one."""

    def follow(self, other: _Linked) -> None:
        """Scroll this as the other is scrolled, and the other way round."""
        for one, another in ((self, other), (other, self)):
            for bar, twin in (
                (one.verticalScrollBar(), another.verticalScrollBar()),
                (one.horizontalScrollBar(), another.horizontalScrollBar()),
            ):
                bar.valueChanged.connect(twin.setValue)


def _tab_bar() -> QTabBar:
    tabs = QTabBar()
    tabs.setAccessibleName("Files")
    tabs.setDrawBase(False)
    tabs.setExpanding(False)
    return tabs
