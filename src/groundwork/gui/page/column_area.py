"""Scrolls one column of blocks, and has them built as they are needed.

What is on the screen is built at once, the rest in short slices while nothing else happens, and in
a very long lesson only what is near. Heights that are not known yet are guesses; whenever one is
corrected, what the reader is looking at stays where it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from time import perf_counter

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.page.prose_view import ProseView
from groundwork.gui.page.sheet import Entry, Sheet
from groundwork.gui.page.text_view import TextView

_SLICE_SECONDS = 0.005
_BUILT_AHEAD = 120
_KEPT = 160
_RELEASED_AT_ONCE = 16
_MARGIN = 24
_NARROW_MARGIN = 12
_NARROW = 520
_STEP = 32
_OVERLAP = 48
_LEAST_CHARACTERS = 66
_MOST_CHARACTERS = 75
_CODE_COLUMNS = 68
_OVERHANG = 16
_SAMPLE = "A list keeps its items in order, and a loop visits every one of them."
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class ColumnArea(QAbstractScrollArea):
    """A column of blocks in the width of a book's page, centred.

    A place is told as a number that survives every change of width: see `column.Column`.

    Signals:
        link_activated: the reader follows a link; its target as the author wrote it.
    """

    link_activated = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._place = 0.0
        self._is_settling = False
        self._has_more = False
        self._awaited_anchor: tuple[int, str] | None = None
        self.setProperty("ground", "canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_STEP)
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._on_idle_timeout)
        self._sheet = self._new_sheet(())
        appearance.changed.connect(self._on_appearance_changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_application_focus_changed)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other blocks, from the top."""
        if self._holds(QApplication.focusWidget()):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sheet.hide()
        self._sheet.deleteLater()
        self._sheet = self._new_sheet(entries)
        self.go_to(0.0)

    @property
    def place(self) -> float:
        """What stands at the upper edge."""
        return self._place

    @property
    def is_settled(self) -> bool:
        """Whether everything near the screen is built and in its place."""
        return not self._has_more

    def go_to(self, place: float) -> None:
        """Bring a place to the upper edge."""
        self._awaited_anchor = None
        self._place = place
        self._settle()

    def go_to_anchor(self, index: int, anchor: str) -> None:
        """Bring an anchor that stands in the block of that index near the upper edge."""
        if not self.isVisible():
            self._awaited_anchor = (index, anchor)
            return
        below = self._sheet.view(index).anchor_top(anchor) or 0
        self.go_to(self._sheet.column.place_at(self._sheet.column.top(index) + below - _MARGIN))

    def showEvent(self, event: QShowEvent) -> None:
        """Build what was asked for while nobody could see it."""
        super().showEvent(event)
        self._settle()
        if self._awaited_anchor is not None:
            self.go_to_anchor(*self._awaited_anchor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew; what stands at the upper edge stays there."""
        super().resizeEvent(event)
        self._settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Go on building once the first screen is painted."""
        super().paintEvent(event)
        if self._has_more and not self._idle.isActive():
            self._idle.start(0)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follow the scroll bar."""
        del dx, dy
        if not self._is_settling:
            self._place = self._sheet.column.place_at(self.verticalScrollBar().value())
            self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with the control key the wheel is for the size of the text, which is not ours."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll as readers are used to."""
        bar = self.verticalScrollBar()
        has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep() * (-1 if has_shift else 1))
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                self.go_to(self._sheet.column.place_at(self._sheet.column.height))
            case key if has_shift and key in _ARROWS:
                self._begin_selecting(event)
            case _:
                super().keyPressEvent(event)

    def _new_sheet(self, entries: Sequence[Entry]) -> Sheet:
        sheet = Sheet(entries, self, self.viewport())
        sheet.refit_requested.connect(self._settle)
        sheet.reveal_requested.connect(self._reveal)
        sheet.link_activated.connect(self.link_activated)
        sheet.show()
        return sheet

    def _settle(self) -> None:
        """Prepare what is on the screen, and put everything where it belongs."""
        if self._is_settling or not self.isVisible():
            return
        self._is_settling = True
        width = -1
        while width != self.viewport().width():  # the scroll bar comes and goes with the height
            width = self.viewport().width()
            self._lay_out(width)
        self._is_settling = False
        self._has_more = self._next_pending() is not None
        if self._has_more and not self._idle.isActive():
            self.viewport().update()  # the rest is built once this is painted

    def _lay_out(self, width: int) -> None:
        margin = _NARROW_MARGIN if width < _NARROW else _MARGIN
        measure = min(width - 2 * margin, self._reading_width())
        left = (width - measure) // 2
        self._sheet.set_measure(left, measure, min(left - margin, _OVERHANG))
        top = self._prepare_screen()
        height, screen = self._sheet.column.height, self.viewport().height()
        self._sheet.resize(width, max(height, screen))
        self._sheet.arrange()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, height - screen))
        bar.setPageStep(max(_STEP, screen - _OVERLAP))
        bar.setValue(top)
        self._sheet.move(0, -top)

    def _prepare_screen(self) -> int:
        """Prepare the blocks on the screen; returns what height stands at its upper edge."""
        column, screen = self._sheet.column, self.viewport().height()
        while True:
            top = max(0, min(column.y_of(self._place), column.height - screen))
            rows = column.rows_between(top, top + screen)
            unready = next((row for row in rows if not self._sheet.is_ready(row)), None)
            if unready is None:
                return top
            self._sheet.prepare(unready)

    def _reading_width(self) -> int:
        """As wide as the code of most examples, but never wider than prose is read well."""
        font = QFont(self.font())
        font.setPixelSize(self._appearance.sizes.lesson)
        character = QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        column = QFontMetricsF(self._appearance.code_font()).horizontalAdvance("0")
        widest, narrowest = _MOST_CHARACTERS * character, _LEAST_CHARACTERS * character
        return round(min(widest, max(narrowest, _CODE_COLUMNS * column)))

    def _rows_on_screen(self) -> range:
        top = self.verticalScrollBar().value()
        return self._sheet.column.rows_between(top, top + self.viewport().height())

    def _next_pending(self) -> int | None:
        """The next block to prepare: on the screen, then below, then above."""
        rows = self._rows_on_screen()
        end = min(rows.stop + _BUILT_AHEAD, self._sheet.row_count)
        start = max(rows.start - _BUILT_AHEAD, 0)
        order = chain(range(rows.start, end), range(rows.start - 1, start - 1, -1))
        return next((row for row in order if not self._sheet.is_ready(row)), None)

    def _on_idle_timeout(self) -> None:
        end = perf_counter() + _SLICE_SECONDS
        row = self._next_pending()
        while row is not None and perf_counter() < end:
            self._sheet.prepare(row)
            row = self._next_pending()
        self._settle()
        rows = self._rows_on_screen()
        kept = range(rows.start - _KEPT, rows.stop + _KEPT)
        has_released = self._sheet.release_outside(kept, _RELEASED_AT_ONCE)
        if not self._has_more and not has_released:
            self._idle.stop()

    def _on_appearance_changed(self) -> None:
        self._sheet.restyle()
        self._settle()

    def _on_application_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        is_by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is None or is_by_mouse or not self._sheet.isAncestorOf(new):
            return
        if not isinstance(new, ProseView):  # which tells what link is to be seen
            self._reveal(QRect(new.mapTo(self._sheet, QPoint(0, 0)), new.size()))

    def _reveal(self, area: QRect) -> None:
        """Scroll as little as shows the area, its upper edge at least."""
        bar = self.verticalScrollBar()
        top, bottom = area.top() - _MARGIN, area.bottom() + _MARGIN
        screen = self.viewport().height()
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + screen:
            bar.setValue(min(top, bottom - screen))

    def _begin_selecting(self, event: QKeyEvent) -> None:
        """Let the first text on the screen answer the key: it selects from its beginning."""
        texts = self._sheet.findChildren(TextView)
        visible = (text for text in texts if not text.visibleRegion().isEmpty())
        text = min(visible, key=lambda one: one.mapTo(self._sheet, QPoint(0, 0)).y(), default=None)
        if text is not None:
            text.begin_selecting()
            text.keyPressEvent(event)

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and self._sheet.isAncestorOf(widget)
