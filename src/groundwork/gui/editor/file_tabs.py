"""The line above the text: a tab for each file, and what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabBar, QToolButton, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.editor.described import describe
from groundwork.gui.icons import icon
from groundwork.gui.style import icon_size

_DOT = "\u25cf"
_COPIED_FOR = 1500
_CLOSE_EDGE = 12
_COPY, _COPIED = "Copy this file", "Copied"
_RESET, _NOTHING_TO_RESET = "Reset to the original", "Nothing to reset: this is the original"


class FileTabs(QFrame):
    """Tabs for the files of one example, with buttons to reset and to copy.

    Behind them come tabs that can be closed, for files of libraries, named by their whole path.

    Signals:
        file_selected: the learner wants to see this file.
        reset_requested: the learner wants the example as it was written.
        copy_requested: the learner wants the text of the current file in the clipboard.
        close_requested: the learner wants this library's file no more.
    """

    file_selected = Signal(str)
    reset_requested = Signal()
    copy_requested = Signal()
    close_requested = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fileTabs")
        self._appearance = appearance
        self._names: list[str] = []
        self._library_files: list[str] = []
        self._changed: set[str] = set()
        self._tabs = _tab_bar()
        self._reset, self._copy = QToolButton(), QToolButton()
        self._reset.clicked.connect(self.reset_requested)
        self._copy.clicked.connect(self.copy_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 0)
        row.setSpacing(4)
        row.addWidget(self._tabs, 1)
        row.addWidget(self._reset)
        row.addWidget(self._copy)
        self._tabs.currentChanged.connect(self._on_tabs_current_changed)
        appearance.changed.connect(self._dress)
        self._dress()

    def set_files(self, names: Sequence[str], current: str) -> None:
        """Show a tab for each name, none of them changed yet."""
        self._tabs.blockSignals(True)
        while self._tabs.count():
            self._tabs.removeTab(0)
        self._names, self._library_files, self._changed = list(names), [], set()
        for name in names:
            self._describe_tab(self._tabs.addTab(name), name)
        self._tabs.blockSignals(False)
        self.select(current)
        self._describe_reset()

    @property
    def library_files(self) -> tuple[str, ...]:
        """The whole paths of the libraries' files that have a tab."""
        return tuple(self._library_files)

    def add_library_file(self, path: str) -> None:
        """Show a tab for a file of a library; none is selected by that."""
        self._names.append(path)
        self._library_files.append(path)
        index = self._tabs.addTab(_short_name(path).replace("&", "&&"))
        self._tabs.setTabToolTip(index, f"{path}\nA file of a library: to be read, not changed")
        self._tabs.setAccessibleTabName(index, f"{Path(path).name}, of a library")
        close = QToolButton()
        close.setProperty("role", "quiet")
        describe(close, f"Close {Path(path).name}")
        close.clicked.connect(partial(self.close_requested.emit, path))
        self._tabs.setTabButton(index, QTabBar.ButtonPosition.RightSide, close)
        self._dress_close(close)

    def remove_library_file(self, path: str) -> None:
        """Take the tab of a library's file away, without a signal."""
        self._tabs.blockSignals(True)
        self._tabs.removeTab(self._names.index(path))
        self._tabs.blockSignals(False)
        self._names.remove(path)
        self._library_files.remove(path)

    def select(self, name: str) -> None:
        """Make the tab of that name the current one, without a signal."""
        self._tabs.blockSignals(True)
        self._tabs.setCurrentIndex(self._names.index(name))
        self._tabs.blockSignals(False)

    def step(self, steps: int) -> None:
        """Go as many tabs to the right, or to the left where it is negative, and round."""
        if self._names:
            self._tabs.setCurrentIndex((self._tabs.currentIndex() + steps) % len(self._names))

    def set_changed(self, name: str, *, is_changed: bool) -> None:
        """Show whether the file differs from the original."""
        if is_changed != (name in self._changed):
            self._changed ^= {name}
            self._describe_tab(self._names.index(name), name)
            self._describe_reset()

    def confirm_copy(self) -> None:
        """Show for a moment that the text is in the clipboard."""
        describe(self._copy, _COPIED)
        self._copy.setIcon(icon("check", self._appearance.theme.good))
        QTimer.singleShot(_COPIED_FOR, self, self._describe_copy)

    def _describe_tab(self, index: int, name: str) -> None:
        is_changed = name in self._changed
        told = f"{name}, changed" if is_changed else name
        self._tabs.setTabToolTip(index, told)
        self._tabs.setAccessibleTabName(index, told)
        text = name.replace("&", "&&")  # a single one would underline a letter
        self._tabs.setTabText(index, f"{text} {_DOT}" if is_changed else text)

    def _describe_reset(self) -> None:
        self._reset.setEnabled(bool(self._changed))
        describe(self._reset, _RESET if self._changed else _NOTHING_TO_RESET)

    def _describe_copy(self) -> None:
        describe(self._copy, _COPY)
        self._copy.setIcon(icon("copy", self._appearance.theme.muted))

    def _dress(self) -> None:
        theme, edge = self._appearance.theme, icon_size(self._appearance.sizes)
        self._reset.setIcon(icon("reset", theme.muted))
        self._describe_copy()
        for button in (self._reset, self._copy):
            button.setIconSize(QSize(edge, edge))
        for close in self._tabs.findChildren(QToolButton):
            if close.accessibleName():
                self._dress_close(close)
        self.setStyleSheet(
            f"#fileTabs {{ background: {theme.canvas}; border: 0;"
            f" border-bottom: 1px solid {theme.hairline}; }}"
        )

    def _dress_close(self, button: QToolButton) -> None:
        edge = round(_CLOSE_EDGE * self._appearance.text_scale)
        button.setIcon(icon("close", self._appearance.theme.muted))
        button.setIconSize(QSize(edge, edge))
        button.setFixedSize(edge + 8, edge + 8)
        button.setStyleSheet("padding: 0; min-height: 0; min-width: 0;")

    def _on_tabs_current_changed(self, index: int) -> None:
        if index >= 0:
            self.file_selected.emit(self._names[index])


def _short_name(path: str) -> str:
    """The name of the file; with its folder where many files have that name."""
    file = Path(path)
    return f"{file.parent.name}/{file.name}" if file.stem == "__init__" else file.name


def _tab_bar() -> QTabBar:
    tabs = QTabBar()
    tabs.setAccessibleName("Files of the example")
    tabs.setDrawBase(False)
    tabs.setExpanding(False)
    tabs.setUsesScrollButtons(True)
    return tabs
