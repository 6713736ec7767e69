"""Text to read: selected and copied with mouse and keys, with links that can be followed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.page.text_selection import TextSelection
from groundwork.gui.page.text_surface import TextSurface
from groundwork.gui.theme import CORNER

RING = 2
"""Width in pixels of the ring around what has the focus."""

BY_TABBING = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})
"""Why a widget has the focus when the keys have brought it there."""

PASSING = frozenset(
    {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)
"""Why a widget loses the focus when it is soon to have it again."""


class TextView(TextSurface):
    """Text that can be selected; it leaves all other keys and the wheel to the page.

    Signals:
        link_pressed: the target of a link, as the author wrote it.
        cursor_moved: where the text cursor stands, after keys or the mouse have moved it.
    """

    link_pressed = Signal(str)
    cursor_moved = Signal(QRect)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self.was_tabbed_to = False
        self.has_links = False
        self._selection = TextSelection(self.document)
        self._link_below_mouse = ""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setMouseTracking(True)

    def fit(self, width: int) -> int:
        """Break the lines; what has links or scrolls sideways is reached with the tab key."""
        height = super().fit(width)
        takes_tab = self.has_links or self.is_wide
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if takes_tab else Qt.FocusPolicy.ClickFocus)
        return height

    def begin_selecting(self) -> None:
        """Take the focus with the text cursor at the beginning."""
        self._selection.go_to_start()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def selected(self) -> QTextCursor | None:
        """What is to be painted as selected."""
        return self._selection.cursor if self._selection.cursor.hasSelection() else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and a ring where the keys have brought the focus to scroll it."""
        super().paintEvent(event)
        if self.was_tabbed_to and self.is_wide:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self.appearance.theme.accent), RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), CORNER, CORNER)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select and copy."""
        if self._selection.answer(event):
            self._show_cursor()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select, or to follow a link."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        point = self._document_point(event)
        self._link_below_mouse = self._link_at(point)
        has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._selection.begin(point, extends=has_shift)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word."""
        self._selection.select_word(self._document_point(event))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select as far as the mouse; show that a link is one."""
        point = self._document_point(event)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._selection.extend(point)
            self._show_cursor()
        else:
            is_link = bool(self._link_at(point))
            shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.IBeamCursor
            self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the link that was pressed, or offer the selection to the middle button."""
        clipboard = QGuiApplication.clipboard()
        link = self._link_at(self._document_point(event))
        if self._selection.cursor.hasSelection():
            if clipboard.supportsSelection():
                clipboard.setText(self._selection.text, clipboard.Mode.Selection)
        elif link and link == self._link_below_mouse:
            self.link_pressed.emit(link)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the text."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction("Copy", self._copy)
        copy.setEnabled(self._selection.cursor.hasSelection())
        link = self._link_at(event.pos() + QPoint(self.offset, 0))
        if link:
            menu.addAction("Copy link", lambda: QGuiApplication.clipboard().setText(link))
        menu.addAction("Select all", self._on_menu_select_all)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether the keys have brought the focus: then it is to be seen."""
        super().focusInEvent(event)
        if event.reason() not in PASSING:
            self.was_tabbed_to = event.reason() in BY_TABBING
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Select nothing, unless the focus only goes away for a while."""
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self.was_tabbed_to = False
            self._selection.clear()
        self.update()

    def _document_point(self, event: QMouseEvent) -> QPoint:
        return event.position().toPoint() + QPoint(self.offset, 0)

    def _link_at(self, point: QPoint) -> str:
        return self.document.documentLayout().anchorAt(point)

    def _show_cursor(self) -> None:
        place = self._selection.cursor_rectangle().toAlignedRect()
        self.reveal_sideways(place)
        self.update()
        self.cursor_moved.emit(place.translated(-self.offset, 0))

    def _copy(self) -> None:
        """Put the selected text on the clipboard, without colours: they suit this page alone."""
        if self._selection.cursor.hasSelection():
            QGuiApplication.clipboard().setText(self._selection.text)

    def _on_menu_select_all(self) -> None:
        self._selection.select_all()
        self.update()
