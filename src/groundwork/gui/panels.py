"""How the lesson tree, the lesson page and the work area share the window, from netbook to 4K."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QSplitter,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from groundwork.gui.appearance import Appearance
from groundwork.gui.splitter import HairlineSplitter

_DRAWER_BELOW = 1100
_TABS_BELOW = 900
_TREE_WIDTH = 250
_DRAWER_WIDTH = 300
_LEAST_PANEL_WIDTH = 240


class Arrangement(Enum):
    """What fits: all three side by side, the tree as a drawer, or page and work as two tabs."""

    WIDE = "wide"
    DRAWER = "drawer"
    TABS = "tabs"


class Panels(QWidget):
    """The three panels of the window, arranged by its width.

    Signals:
        arrangement_changed: another arrangement is in force, or the tree came or went in this one.
    """

    arrangement_changed = Signal()

    def __init__(self, appearance: Appearance, tree: QWidget, page: QWidget, work: QWidget) -> None:
        super().__init__()
        self._appearance = appearance
        self._tree, self._page, self._work = tree, page, work
        self._arrangement = Arrangement.WIDE
        self._tree_is_wanted = True
        self._sizes: dict[str, list[int]] = {}
        self._tabs = _page_and_work_tabs()
        self._tabs.currentChanged.connect(self._on_tabs_current_changed)
        self._splitter = _splitter(tree, page, work)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tabs)
        layout.addWidget(self._splitter, 1)
        self._drawer = _Drawer(self)
        appearance.changed.connect(self._arrange)

    @property
    def arrangement(self) -> Arrangement:
        """The arrangement in force."""
        return self._arrangement

    def sizes(self) -> dict[str, list[int]]:
        """The widths of the panels in pixels, by the name of the arrangement."""
        if self._arrangement is not Arrangement.TABS and self.isVisible():
            self._sizes[self._arrangement.value] = self._splitter.sizes()
        return dict(self._sizes)

    def restore_sizes(self, sizes: Mapping[str, Sequence[int]]) -> None:
        """Take the widths of an earlier `sizes()`."""
        self._sizes = {name: list(widths) for name, widths in sizes.items()}
        self._apply_sizes()

    @property
    def tree_is_wanted(self) -> bool:
        """Whether the tree stands beside the page where there is room for it."""
        return self._tree_is_wanted

    def want_tree(self, *, is_wanted: bool) -> None:
        """Show or hide the tree where there is room for it."""
        self._tree_is_wanted = is_wanted
        if self._arrangement is Arrangement.WIDE:
            if not is_wanted and _has_focus(self._tree):
                self._page.setFocus(Qt.FocusReason.OtherFocusReason)
            self._tree.setVisible(is_wanted)
            self.arrangement_changed.emit()

    def toggle_tree(self) -> None:
        """Show the tree, or put it away."""
        if self._arrangement is Arrangement.WIDE:
            self.want_tree(is_wanted=not self._tree_is_wanted)
        elif self._drawer.isVisible():
            self._drawer.close_drawer()
        else:
            self.reveal_tree()

    def reveal_tree(self) -> None:
        """Make the tree visible, in its place or as the open drawer."""
        if self._arrangement is Arrangement.WIDE:
            self.want_tree(is_wanted=True)
        else:
            self._drawer.open_drawer(self._tree, self._scaled(_DRAWER_WIDTH))

    def close_drawer(self) -> None:
        """Put the tree away if it lies over the page."""
        self._drawer.close_drawer()

    def reveal_page(self) -> None:
        """Make the lesson page visible."""
        self._drawer.close_drawer()
        self._tabs.setCurrentIndex(0)

    def reveal_work(self) -> None:
        """Make editor and console visible."""
        self._drawer.close_drawer()
        self._tabs.setCurrentIndex(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the panels anew where another arrangement fits."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fitting = self._fitting()
        self._drawer.fit()
        if fitting is self._arrangement and self._splitter.property("arranged"):
            return
        self.sizes()
        self._arrangement = fitting
        self._splitter.setProperty("arranged", True)
        self._place_tree()
        self._tabs.setVisible(fitting is Arrangement.TABS)
        self._show_page_and_work()
        self._apply_sizes()
        self.arrangement_changed.emit()

    def _fitting(self) -> Arrangement:
        if self.width() < self._scaled(_TABS_BELOW):
            return Arrangement.TABS
        if self.width() < self._scaled(_DRAWER_BELOW):
            return Arrangement.DRAWER
        return Arrangement.WIDE

    def _scaled(self, width: int) -> int:
        return round(width * self._appearance.text_scale)

    def _place_tree(self) -> None:
        if self._arrangement is Arrangement.WIDE:
            self._drawer.close_drawer()
            self._splitter.insertWidget(0, self._tree)
            self._tree.setVisible(self._tree_is_wanted)
        else:
            self._drawer.adopt(self._tree)

    def _show_page_and_work(self) -> None:
        is_tabbed = self._arrangement is Arrangement.TABS
        shows_page = self._tabs.currentIndex() == 0
        self._page.setVisible(not is_tabbed or shows_page)
        self._work.setVisible(not is_tabbed or not shows_page)

    def _apply_sizes(self) -> None:
        if self._arrangement is Arrangement.TABS:
            return
        remembered = self._sizes.get(self._arrangement.value, [])
        if len(remembered) == self._splitter.count() and any(remembered):
            self._splitter.setSizes(remembered)
            return
        tree = self._scaled(_TREE_WIDTH) if self._arrangement is Arrangement.WIDE else 0
        rest = self.width() - tree
        widths = [rest * 54 // 100, rest * 46 // 100]
        self._splitter.setSizes([tree, *widths] if tree else widths)

    def _on_tabs_current_changed(self, index: int) -> None:
        """Show the other panel, which takes the focus over from the one that goes."""
        gone, shown = (self._work, self._page) if index == 0 else (self._page, self._work)
        if self._arrangement is Arrangement.TABS and _has_focus(gone):
            shown.show()
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_page_and_work()


def _has_focus(panel: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (panel is focused or panel.isAncestorOf(focused))


def _splitter(*panels: QWidget) -> QSplitter:
    splitter = HairlineSplitter(Qt.Orientation.Horizontal)
    for index, panel in enumerate(panels):
        splitter.addWidget(panel)
        splitter.setStretchFactor(index, 0 if index == 0 else 1)
        panel.setMinimumWidth(_LEAST_PANEL_WIDTH if index else 180)
    return splitter


def _page_and_work_tabs() -> QTabBar:
    tabs = QTabBar()
    tabs.setAccessibleName("Lesson or code")
    tabs.addTab("Lesson")
    tabs.addTab("Code")
    tabs.setDrawBase(False)
    tabs.setExpanding(True)
    tabs.hide()
    return tabs


class _Drawer(QWidget):
    """Lies over the panels with the tree at its left; a press beside the tree closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._panels = parent
        self._width = _DRAWER_WIDTH
        self._focused_before: QWidget | None = None
        self._sheet = QFrame(self)
        self._sheet.setObjectName("drawer")
        self._sheet.setAutoFillBackground(True)
        self._layout = QHBoxLayout(self._sheet)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def adopt(self, tree: QWidget) -> None:
        """Hold the tree, hidden until the drawer opens."""
        if tree.parent() is not self._sheet:
            self._layout.addWidget(tree)
            tree.installEventFilter(self)
        tree.setVisible(True)

    def open_drawer(self, tree: QWidget, width: int) -> None:
        """Show the tree over the page, `width` pixels wide, and give it the focus."""
        self._width = width
        if not _has_focus(self):
            self._focused_before = QApplication.focusWidget()
        self.adopt(tree)
        self.fit()
        self.show()
        self.raise_()
        tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_drawer(self) -> None:
        """Put the tree away; the focus goes back to where it was before, not to the next button."""
        before, self._focused_before = self._focused_before, None
        is_there = before is not None and shiboken6.isValid(before) and before.isVisible()
        if before is not None and is_there and _has_focus(self):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def fit(self) -> None:
        """Take the size of the panels."""
        whole = self._panels.rect()
        self.setGeometry(whole)
        width = min(self._width, whole.width() * 85 // 100)
        self._sheet.setGeometry(0, 0, width, whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies under the drawer."""
        del event
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, 70))

    def mousePressEvent(self, event: QEvent) -> None:
        """A press beside the tree closes the drawer."""
        event.accept()
        self.close_drawer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape in the tree closes the drawer."""
        is_escape = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape  # type: ignore[attr-defined] # a KeyPress event is a QKeyEvent
        if is_escape and self.isVisible():
            self.close_drawer()
            return True
        return super().eventFilter(watched, event)
