"""Something to read that opens beside a place in the code."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from groundwork.gui.language.documentation import HIGHEST, MARGIN, WIDEST, Documentation
from groundwork.gui.language.overlay import Overlay
from groundwork.gui.language.workplace import Workplace

_LEAST = 52


class Card(Overlay):
    """Sections one below the other, above the line; the last is the one that scrolls.

    Signals:
        pressed: with the mouse.
        link_chosen: the address of a link in it that was pressed.
    """

    gives_way = True
    pressed = Signal()
    link_chosen = Signal(str)

    def __init__(self, workplace: Workplace, name: str) -> None:
        """`name` is for those who hear what opens."""
        super().__init__(workplace)
        self.setAccessibleName(name)
        self._sections: list[Documentation] = []
        self._lines: list[_Line] = []
        self._count = 0

    @property
    def text(self) -> str:
        """What it says, without its looks."""
        return "\n".join(section.toPlainText() for section in self._shown)

    def show_sections(self, sections: Sequence[str], position: int) -> None:
        """Show these pieces of HTML at a position of the text, in bytes."""
        while len(self._sections) < len(sections):
            self._add_section()
        self._count = len(sections)
        for section, html in zip(self._sections, sections, strict=False):
            section.show_html(html)
        for index, (line, section) in enumerate(zip(self._lines, self._sections, strict=True)):
            section.setVisible(index < self._count)
            line.setVisible(0 < index < self._count)
        self.open_at(position, is_above=True)

    @property
    def _shown(self) -> list[Documentation]:
        return self._sections[: self._count]

    def _add_section(self) -> None:
        self._lines.append(_Line(self))
        self._sections.append(Documentation(self.appearance, self))
        self._sections[-1].link_chosen.connect(self.link_chosen)
        for widget in (self._lines[-1], self._sections[-1]):
            self.column.addWidget(widget)

    @property
    def text_width(self) -> int:
        """Pixels that a line of text can take."""
        return self._widest() - 2 * MARGIN

    def scroll_by(self, lines: int) -> bool:
        """Scroll the last section; whether it can be."""
        bar = self._shown[-1].verticalScrollBar()
        bar.setValue(bar.value() + lines * bar.singleStep())
        return bar.maximum() > 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell whoever shows it; the text below hears nothing."""
        event.accept()
        self.pressed.emit()

    def fit(self, widest: int, highest: int) -> None:
        """Give all sections the same width, and the last the height that the others leave."""
        scale = self.appearance.text_scale
        widest, left = min(widest, self._widest()), min(highest, round(HIGHEST * scale))
        reserved = round(_LEAST * scale)
        sizes: list[QSize] = []
        for section in self._shown:
            is_last = section is self._shown[-1]
            sizes.append(section.fit(widest, max(1, left - (0 if is_last else reserved))))
            left -= sizes[-1].height() + 1
        width = max(size.width() for size in sizes)
        for section, size in zip(self._shown, sizes, strict=True):
            section.setFixedSize(width, size.height())

    def _widest(self) -> int:
        return min(round(WIDEST * self.appearance.text_scale), self.room.width() - 2)


class _Line(QWidget):
    """Divides two sections."""

    def __init__(self, card: Card) -> None:
        super().__init__(card)
        self._appearance = card.appearance
        self.setFixedHeight(1)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._appearance.theme.hairline))
        painter.end()
