"""Something to read that opens beside a place in the code."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from groundwork.gui.language.documentation import HIGHEST, MARGIN, WIDEST, Documentation
from groundwork.gui.language.overlay import Overlay
from groundwork.gui.language.workplace import Workplace

_LEAST = 60


class Card(Overlay):
    """Sections one below the other, above the line; the last is the one that scrolls.

    Signals:
        pressed: with the mouse.
        link_chosen: the address of a link in it that was pressed.
    """

    pressed = Signal()
    link_chosen = Signal(str)

    def __init__(self, workplace: Workplace, name: str) -> None:
        """`name` is for those who hear what opens."""
        super().__init__(workplace)
        self.setAccessibleName(name)
        self._sections: list[Documentation] = []

    @property
    def text(self) -> str:
        """What it says, without its looks."""
        return "\n".join(section.toPlainText() for section in self._sections)

    def show_sections(self, sections: Sequence[str], position: int) -> None:
        """Show these pieces of HTML at a position of the text, in bytes."""
        self._clear()
        for html in sections:
            if self._sections:
                self.column.addWidget(_Line(self))
            section = Documentation(self.appearance, self)
            section.show_html(html)
            section.link_chosen.connect(self.link_chosen)
            self._sections.append(section)
            self.column.addWidget(section)
        self._fit(position)
        self.open_at(position, is_above=True)

    @property
    def text_width(self) -> int:
        """Pixels that a line of text can take."""
        return self._widest() - 2 * MARGIN

    def scroll_by(self, lines: int) -> bool:
        """Scroll the last section; whether it can be."""
        bar = self._sections[-1].verticalScrollBar()
        bar.setValue(bar.value() + lines * bar.singleStep())
        return bar.maximum() > 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell whoever shows it; the text below hears nothing."""
        event.accept()
        self.pressed.emit()

    def _fit(self, position: int) -> None:
        """Give all the same width, and the last what height is left."""
        widest = self._widest()
        highest = round(HIGHEST * self.appearance.text_scale)
        highest = min(highest, self.room_beside(position) - 2)
        left = highest
        sizes: list[QSize] = []
        for section in self._sections:
            sizes.append(section.fit(widest, max(_LEAST, left)))
            left -= sizes[-1].height() + 1
        width = max(size.width() for size in sizes)
        for section, size in zip(self._sections, sizes, strict=True):
            section.setFixedSize(width, size.height())

    def _widest(self) -> int:
        return min(round(WIDEST * self.appearance.text_scale), self.room.width() - 2)

    def _clear(self) -> None:
        self._sections.clear()
        while (item := self.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class _Line(QWidget):
    """Divides two sections."""

    def __init__(self, card: Card) -> None:
        super().__init__(card)
        self._theme = card.appearance.theme
        self.setFixedHeight(1)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.hairline))
        painter.end()
