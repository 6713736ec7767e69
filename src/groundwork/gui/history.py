"""The dialog in which the earlier versions of an example are read, and one is brought back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from groundwork.gui.appearance import Appearance
from groundwork.gui.version_list import VersionList
from groundwork.gui.version_view import VersionView
from groundwork.learner.history import Version
from groundwork.learner.records import NO_RECORD, Record

_SIZE = QSize(960, 640)
_EDGE = 48
_GAP = 12
_LIST_WIDTH = 250
_LIST_SHARE = 0.34
_PATIENCE = 300
"""Milliseconds for which a version that was selected before may still be seen."""

_NONE = (
    "No earlier versions yet",
    "One is kept each time you run or reset this example after you have changed it.",
)


class HistoryDialog(QDialog):
    """A list of versions, and beside it what the selected one has that the text of now has not.

    Signals:
        version_requested: the files of this Version are to be shown.
        other_requested: the files of this Version are to be compared with.
        restore_requested: this Version is to take the place of the text of now.
    """

    version_requested = Signal(object)
    other_requested = Signal(object)
    restore_requested = Signal(object)

    def __init__(
        self, appearance: Appearance, title: str, now: Mapping[str, str], parent: QWidget
    ) -> None:
        """`title` is that of the example, `now` the texts of its files in the editor."""
        super().__init__(parent)
        self.setWindowTitle(f"Earlier versions of “{title}”")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._appearance = appearance
        self._list = VersionList(appearance)
        self._view = VersionView(appearance, now)
        self._message = _Message()
        self._trouble = QLabel()
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self._restore = QPushButton("Bring this version back")
        self._restore.setProperty("role", "primary")
        self._restore.setDefault(True)
        self._restore.setEnabled(False)
        self._close = QPushButton("Close")
        self._close.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._lay_out()
        self._connect()
        self._fit(parent.window().size())
        self._on_appearance_changed()

    def show_versions(
        self, versions: Sequence[Version], in_short: Mapping[Version, str] = MappingProxyType({})
    ) -> None:
        """List the versions, the newest first, with what came of them; the first is selected."""
        if versions:
            self._restore.show()
            self._stack.setCurrentWidget(self._pair)
            self._list.set_versions(versions, in_short)
            self._view.offer(self._list.moments)
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._restore.hide()
            self._message.tell(*_NONE)
            self._stack.setCurrentWidget(self._message)
            self._close.setDefault(True)
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_texts(
        self, version: Version, texts: Mapping[str, str], record: Record = NO_RECORD
    ) -> None:
        """Show the files and the output of a version, if it is the one that is selected."""
        if version == self._list.selected:
            self._waiting.stop()
            self._view.show_version(self._list.selected_moment, texts, record)
            self._restore.setEnabled(self._view.differs)

    def show_other(
        self, version: Version, texts: Mapping[str, str], record: Record = NO_RECORD
    ) -> None:
        """Compare with the files and the output of this version."""
        self._view.show_other(version, texts, record)

    def tell_other_unreadable(self, sentence: str) -> None:
        """Say why there is nothing to compare with."""
        self._trouble.setText(sentence)
        self._trouble.show()

    def tell_unreadable(self, version: Version, sentence: str) -> None:
        """Say why there is nothing to be seen of a version, if it is the one that is selected."""
        if version == self._list.selected:
            self._waiting.stop()
            self._view.show_nothing(sentence)

    def tell_refused(self, sentence: str) -> None:
        """Say why the version that was asked for is not back."""
        self._trouble.setText(sentence)
        self._trouble.show()
        self._restore.setEnabled(True)

    def change_now(self, name: str, text: str) -> None:
        """A file of the example has become another outside of this dialog."""
        self._view.change_now(name, text)
        if self._view.differs:
            self._restore.setEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the list at its width, or at its share of what is little."""
        super().resizeEvent(event)
        width = min(_LIST_WIDTH * self._appearance.text_scale, _LIST_SHARE * self.width())
        self._list.setFixedWidth(round(width))

    def _lay_out(self) -> None:
        self._pair = QWidget()
        pair = QHBoxLayout(self._pair)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(_GAP)
        pair.addWidget(self._list)
        pair.addWidget(self._view, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._message)
        self._stack.addWidget(self._pair)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._trouble, 1)
        row.addStretch()
        row.addWidget(self._restore)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(_GAP)
        column.addWidget(self._stack, 1)
        column.addLayout(row)

    def _connect(self) -> None:
        self._list.version_selected.connect(self._on_list_version_selected)
        self._view.other_requested.connect(self.other_requested)
        self._restore.clicked.connect(self._on_restore_clicked)
        self._close.clicked.connect(self.reject)
        self._waiting.timeout.connect(self._on_waiting_timeout)
        self._appearance.changed.connect(self._on_appearance_changed)

    def _fit(self, available: QSize) -> None:
        """As large as is good to read in, and within the window."""
        within = QSize(available.width() - _EDGE, available.height() - _EDGE)
        self.resize((_SIZE * self._appearance.text_scale).boundedTo(within))

    def _on_list_version_selected(self, version: Version) -> None:
        self._trouble.hide()
        self._restore.setEnabled(False)
        self._waiting.start()
        self.version_requested.emit(version)

    def _on_restore_clicked(self) -> None:
        self._trouble.hide()
        self._restore.setEnabled(False)
        self.restore_requested.emit(self._list.selected)

    def _on_waiting_timeout(self) -> None:
        self._view.show_nothing("Reading this version…")

    def _on_appearance_changed(self) -> None:
        self._trouble.setStyleSheet(f"color: {self._appearance.theme.bad};")


class _Message(QWidget):
    """What stands in the place of the list when there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._text = QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._text.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(3)

    def tell(self, title: str, text: str) -> None:
        """Say it."""
        self._title.setText(title)
        self._text.setText(text)
