"""The main window: one bar, three panels, one status line, and the keys that lead around in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QRect, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:  # the window is seen before these are loaded
    from groundwork.gui.banner import Banner
    from groundwork.gui.panels import Panels
    from groundwork.gui.status import StatusLine

_FIRST_SIZE = (1360, 860)
_LEAST_SIZE = (640, 420)


class MainWindow(QWidget):
    """The frame around everything; what stands in it is made elsewhere and handed in.

    Signals:
        closing: the window is about to close; whoever holds unsaved work saves it now, and may
            refuse the QCloseEvent.
        folder_dropped: a folder or file was dropped on the window.
    """

    closing = Signal(object)
    folder_dropped = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Groundwork")
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.setMinimumSize(*_LEAST_SIZE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._first: QWidget | None = None
        self._opens_maximized = False

    def show_first(self, widget: QWidget, place: QMargins) -> None:
        """Show one widget alone, `place` away from the edges, until the window is filled."""
        self._first = QWidget()
        alone = QVBoxLayout(self._first)
        alone.setContentsMargins(place)
        alone.addWidget(widget)
        self._column.addWidget(self._first)

    def fill(self, bar: QWidget, banner: Banner, panels: Panels, status: StatusLine) -> None:
        """Put everything in its place."""
        if self._first is not None:
            self._column.removeWidget(self._first)
            self._first.deleteLater()
            self._first = None
        self._column.addWidget(bar)
        self._column.addWidget(banner)
        self._column.addWidget(panels, 1)
        self._column.addWidget(status)

    def add_shortcut(self, keys: Sequence[str], action: object) -> None:
        """Call `action` when one of the key sequences is pressed anywhere in the window."""
        for sequence in keys:
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.activated.connect(action)

    def restore(self, geometry: Sequence[int], *, is_maximized: bool) -> None:
        """Take the place and size of last time, as far as a screen still shows them."""
        place = QRect(*geometry) if len(geometry) == 4 else QRect()  # noqa: PLR2004 - x, y, w, h
        screen = QGuiApplication.screenAt(place.center()) if place.isValid() else None
        if screen is None:
            available = QGuiApplication.primaryScreen().availableGeometry()
            place = QRect(0, 0, *_FIRST_SIZE) & QRect(0, 0, available.width(), available.height())
            place.moveCenter(available.center())
        self.setGeometry(place)
        self._opens_maximized = is_maximized

    def open(self) -> None:
        """Show the window in the place and size that were restored."""
        if self._opens_maximized:
            self.showMaximized()
        else:
            self.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so before closing."""
        event.accept()
        self.closing.emit(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of this machine may be dropped."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass on what was dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.folder_dropped.emit(Path(url.toLocalFile()))
                event.acceptProposedAction()
                return
