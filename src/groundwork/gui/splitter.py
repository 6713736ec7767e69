"""A divider between panes that is a hairline to the eye and wide to the hand."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

_GRAB_MARGIN = 4


class HairlineSplitter(QSplitter):
    """Divides panes by a line of 1 px that can be taken hold of 4 px to either side of it."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:  # noqa: N802 - Qt's name
        """The handle that Qt puts between two panes."""
        return _Handle(self.orientation(), self)


class _Handle(QSplitterHandle):
    """Qt makes thin handles a little wider too, but by less, and lets them jump when dragged."""

    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self._grip = 0.0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take presses beside the line too; Qt lays the handle out by its contents."""
        QWidget.resizeEvent(self, event)
        is_upright = self.orientation() == Qt.Orientation.Horizontal
        across, along = (_GRAB_MARGIN, 0) if is_upright else (0, _GRAB_MARGIN)
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask)
        self.setContentsMargins(across, along, across, along)
        self.setMask(QRegion(self.contentsRect()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember how far from the line it was taken hold of."""
        super().mousePressEvent(event)
        self._grip = self._offset(event.position()) - _GRAB_MARGIN

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the line follow the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            pointer = self.splitter().mapFromGlobal(event.globalPosition())
            self.moveSplitter(round(self._offset(pointer) - self._grip))

    def _offset(self, point: QPointF) -> float:
        return point.x() if self.orientation() == Qt.Orientation.Horizontal else point.y()
