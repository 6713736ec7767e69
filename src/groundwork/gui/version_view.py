"""The files of one earlier version, each compared with the text of now."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTabBar, QVBoxLayout, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.comparison_view import SIGNS, ComparisonView, sign_colours
from groundwork.learner.comparison import Row, Side, compared, shortened

_DOT = "\u25cf"


class VersionView(QWidget):
    """A tab per file, what differs in words, and the file itself; nothing can be changed here."""

    def __init__(
        self, appearance: Appearance, now: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """`now` are the texts of the files in the editor by their names."""
        super().__init__(parent)
        self._appearance = appearance
        self._now = dict(now)
        self._moment = ""
        self._texts: dict[str, str] = {}
        self._names: list[str] = []
        self._tabs = _tab_bar()
        self._difference = QLabel()
        self._difference.setWordWrap(True)
        self._difference.setTextFormat(Qt.TextFormat.RichText)
        self._comparison = ComparisonView(appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._tabs)
        column.addWidget(self._difference)
        column.addWidget(self._comparison, 1)
        self._tabs.currentChanged.connect(self._on_tabs_current_changed)
        appearance.changed.connect(self._show_file)

    @property
    def differs(self) -> bool:
        """Whether any file that is shown differs from that of now."""
        return any(map(self._is_different, self._texts))

    def show_version(self, moment: str, texts: Mapping[str, str]) -> None:
        """Show these files, kept at that moment: the file seen before, or one that differs."""
        seen = self._name
        self._moment, self._texts, self._names = moment, dict(texts), list(texts)
        different = [name for name in self._names if self._is_different(name)]
        wanted = seen if seen in different or not different else different[0]
        self._fill_tabs(wanted)
        self._show_file()

    def show_nothing(self, sentence: str) -> None:
        """Show no file, and say why."""
        self._texts, self._names = {}, []
        self._fill_tabs("")
        self._comparison.hide()
        self._difference.setText(sentence)

    def change_now(self, name: str, text: str) -> None:
        """The text of a file is another now."""
        self._now[name] = text
        if self._texts:
            self.show_version(self._moment, self._texts)

    @property
    def _name(self) -> str:
        """The file that is shown; empty where there is none."""
        index = self._tabs.currentIndex()
        return self._names[index] if 0 <= index < len(self._names) else ""

    def _is_different(self, name: str) -> bool:
        return self._texts[name] != self._now.get(name)

    def _fill_tabs(self, wanted: str) -> None:
        self._tabs.blockSignals(True)
        while self._tabs.count():
            self._tabs.removeTab(0)
        for name in self._names:
            self._add_tab(name)
        if wanted in self._names:
            self._tabs.setCurrentIndex(self._names.index(wanted))
        self._tabs.blockSignals(False)
        self._tabs.setVisible(len(self._names) > 1)

    def _add_tab(self, name: str) -> None:
        text = name.replace("&", "&&")  # a single one would underline a letter
        is_different = self._is_different(name)
        index = self._tabs.addTab(f"{text} {_DOT}" if is_different else text)
        told = f"{name}, differs from now" if is_different else f"{name}, the same as now"
        self._tabs.setTabToolTip(index, told)
        self._tabs.setAccessibleTabName(index, told)

    def _show_file(self) -> None:
        name = self._name
        if not name:
            return
        rows = compared(self._texts[name], self._now.get(name, ""))
        self._difference.setText(self._in_words(name, rows))
        self._comparison.setAccessibleName(f"{name} of {self._moment}, compared with now")
        self._comparison.setAccessibleDescription(_plain(rows))
        self._comparison.show_rows(shortened(rows))
        self._comparison.show()

    def _in_words(self, name: str, rows: list[Row]) -> str:
        if name not in self._now:
            return "The example has no file of this name any more."
        if not self._is_different(name):
            return "The same as the text of now."
        counts = _counts(rows)
        if not any(counts.values()):
            return "The same lines as now; only what ends them differs."
        colours = sign_colours(self._appearance.theme)
        signs = {
            side: f'<b style="color: {ink}">{SIGNS[side]}</b>' for side, (ink, _) in colours.items()
        }
        return " &nbsp; ".join(_legend(counts, signs))

    def _on_tabs_current_changed(self) -> None:
        self._show_file()


def _counts(rows: list[Row]) -> dict[Side, int]:
    sides = [row.side for row in rows]
    return {side: sides.count(side) for side in (Side.EARLIER, Side.NOW)}


def _legend(counts: Mapping[Side, int], signs: Mapping[Side, str]) -> list[str]:
    """What the signs mean, and how many lines have them."""
    where = {Side.EARLIER: "only in this version", Side.NOW: "only in the text of now"}
    return [
        f"{signs[side]} {count:,} {'line' if count == 1 else 'lines'} {where[side]}"
        for side, count in counts.items()
        if count
    ]


def _plain(rows: list[Row]) -> str:
    words = {Side.EARLIER: "minus:", Side.NOW: "plus:"}
    return ", ".join(_legend(_counts(rows), words)) or "No line differs"


def _tab_bar() -> QTabBar:
    tabs = QTabBar()
    tabs.setAccessibleName("Files of this version")
    tabs.setDrawBase(False)
    tabs.setExpanding(False)
    tabs.setElideMode(Qt.TextElideMode.ElideNone)
    tabs.setUsesScrollButtons(True)
    return tabs
