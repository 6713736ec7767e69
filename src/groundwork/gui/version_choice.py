"""What an earlier version is compared with: the text of now, or any other version."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from groundwork.learner.history import Version


class VersionChoice(QWidget):
    """A line with a list to choose from; not seen where there is nothing to choose.

    Signals:
        chosen: a Version, or None for the text of now.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions: list[Version] = []
        self._list = QComboBox()
        self._list.addItem("The text of now")
        self._list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        label = QLabel("Compare with")
        label.setProperty("role", "muted")
        label.setBuddy(self._list)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self._list)
        row.addStretch(1)
        self._list.currentIndexChanged.connect(self._on_list_current_index_changed)
        self.hide()

    @property
    def version(self) -> Version | None:
        """The version that is chosen; None for the text of now."""
        index = self._list.currentIndex()
        return self._versions[index - 1] if index > 0 else None

    @property
    def words(self) -> str:
        """What is compared with, in short: `now` or the moment of a version."""
        return "now" if self.version is None else self._list.currentText()

    @property
    def words_for_text(self) -> str:
        """What is compared with, as in "only in the text of now"."""
        if self.version is None:
            return "the text of now"
        moment = self._list.currentText()
        return f"the version of {moment[0].lower()}{moment[1:]}"

    def offer(self, moments: Mapping[Version, str]) -> None:
        """Offer these versions; the text of now is chosen."""
        with QSignalBlocker(self._list):
            self._versions = list(moments)
            self._list.clear()
            self._list.addItem("The text of now")
            self._list.addItems([moment[0].upper() + moment[1:] for moment in moments.values()])
        self.setVisible(len(moments) > 1)

    def _on_list_current_index_changed(self, index: int) -> None:
        if index >= 0:
            self.chosen.emit(self.version)
