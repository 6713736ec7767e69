"""The files of one earlier version and its output, each compared with now or another version."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QTabBar, QVBoxLayout, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.comparison_view import SIGNS, ComparisonView, sign_colours
from groundwork.gui.version_choice import VersionChoice
from groundwork.learner.comparison import Row, Side, compared, shortened
from groundwork.learner.history import Version
from groundwork.learner.records import NO_RECORD, Record

_DOT = "\u25cf"
_OUTPUT = "\0"
"""Stands for the output among the names of files; no file is called so."""


class VersionView(QWidget):
    """A tab per file, what differs in words, and the file itself; nothing can be changed here.

    Signals:
        other_requested: the files of this Version are to be compared with.
    """

    other_requested = Signal(object)

    def __init__(
        self, appearance: Appearance, now: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """`now` are the texts of the files in the editor by their names."""
        super().__init__(parent)
        self._appearance = appearance
        self._now = dict(now)
        self._moment = ""
        self._texts: dict[str, str] = {}
        self._record = NO_RECORD
        self._other: Mapping[str, str] | None = None
        self._other_record = NO_RECORD
        self._names: list[str] = []
        self._tabs = _tab_bar()
        self._choice = VersionChoice()
        self._difference = QLabel()
        self._difference.setWordWrap(True)
        self._difference.setTextFormat(Qt.TextFormat.RichText)
        self._comparison = ComparisonView(appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._choice, self._tabs, self._difference):
            column.addWidget(widget)
        column.addWidget(self._comparison, 1)
        self._tabs.currentChanged.connect(self._on_tabs_current_changed)
        self._choice.chosen.connect(self._on_choice_chosen)
        appearance.changed.connect(self._show_file)

    @property
    def differs(self) -> bool:
        """Whether any file that is shown differs from that of now."""
        return any(text != self._now.get(name) for name, text in self._texts.items())

    def offer(self, moments: Mapping[Version, str]) -> None:
        """Let these versions be chosen to compare with."""
        self._choice.offer(moments)

    def show_version(
        self, moment: str, texts: Mapping[str, str], record: Record = NO_RECORD
    ) -> None:
        """Show these files, kept at that moment: the file seen before, or one that differs."""
        seen = self._name
        self._moment, self._texts, self._record = moment, dict(texts), record
        self._names = [*texts] if record.output is None else [*texts, _OUTPUT]
        different = [name for name in self._texts if self._is_different(name)]
        may_stay = seen in different or seen == _OUTPUT or not different
        self._fill_tabs(seen if may_stay else different[0])
        self._show_file()

    def show_other(self, version: Version, texts: Mapping[str, str], record: Record) -> None:
        """Compare with these files, if it is still the version that is chosen."""
        if version == self._choice.version:
            self._other, self._other_record = texts, record
            self._show_again()

    def show_nothing(self, sentence: str) -> None:
        """Show no file, and say why."""
        self._texts, self._names = {}, []
        self._fill_tabs("")
        self._comparison.hide()
        self._difference.setText(sentence)

    def change_now(self, name: str, text: str) -> None:
        """The text of a file is another now."""
        self._now[name] = text
        self._show_again()

    @property
    def _name(self) -> str:
        """The file that is shown; empty where there is none."""
        index = self._tabs.currentIndex()
        return self._names[index] if 0 <= index < len(self._names) else ""

    def _show_again(self) -> None:
        if self._names:
            self.show_version(self._moment, self._texts, self._record)

    def _pair(self, name: str) -> tuple[str, str | None]:
        """What is shown under this name, and what it is compared with."""
        if name == _OUTPUT:
            return self._record.output or "", self._other_record.output
        return self._texts[name], (self._now if self._other is None else self._other).get(name)

    def _is_different(self, name: str) -> bool:
        shown, other = self._pair(name)
        return shown != other and not (name == _OUTPUT and other is None)

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
        called = "Output" if name == _OUTPUT else name
        text = called.replace("&", "&&")  # a single one would underline a letter
        is_different = self._is_different(name)
        index = self._tabs.addTab(f"{text} {_DOT}" if is_different else text)
        relation = "differs from" if is_different else "the same as"
        told = f"{called}, {relation} {self._choice.words}"
        if name == _OUTPUT and self._pair(name)[1] is None:
            told = called
        self._tabs.setTabToolTip(index, told)
        self._tabs.setAccessibleTabName(index, told)

    def _show_file(self) -> None:
        name = self._name
        if not name:
            return
        shown, other = self._pair(name)
        rows = compared(shown, shown if name == _OUTPUT and other is None else other or "")
        self._difference.setText(self._in_words(name, rows))
        called = "Output" if name == _OUTPUT else name
        self._comparison.setAccessibleName(
            f"{called} of {self._moment}, compared with {self._choice.words}"
        )
        self._comparison.setAccessibleDescription(_plain(rows, self._choice.words_for_text))
        self._comparison.show_rows(shortened(rows))
        self._comparison.show()

    def _in_words(self, name: str, rows: list[Row]) -> str:
        words = self._choice.words_for_text
        if name == _OUTPUT and not self._is_different(name):
            return _outcome(self._record)
        if self._pair(name)[1] is None:
            return "The example has no file of this name any more."
        if not self._is_different(name):
            return f"The same as {words}."
        counts = _counts(rows)
        if not any(counts.values()):
            return f"The same lines as {words}; only what ends them differs."
        colours = sign_colours(self._appearance.theme)
        signs = {
            side: f'<b style="color: {ink}">{SIGNS[side]}</b>' for side, (ink, _) in colours.items()
        }
        return " &nbsp; ".join(_legend(counts, signs, words))

    def _on_tabs_current_changed(self) -> None:
        self._show_file()

    def _on_choice_chosen(self, version: Version | None) -> None:
        if version is not None:
            self.other_requested.emit(version)
            return
        self._other, self._other_record = None, NO_RECORD
        self._show_again()


def _outcome(record: Record) -> str:
    """How the run ended, and what checking found; rich text."""
    said = ", ".join(filter(None, (record.ending, record.verdict)))
    return escape(said[:1].upper() + said[1:])


def _counts(rows: list[Row]) -> dict[Side, int]:
    sides = [row.side for row in rows]
    return {side: sides.count(side) for side in (Side.EARLIER, Side.NOW)}


def _legend(counts: Mapping[Side, int], signs: Mapping[Side, str], other: str) -> list[str]:
    """What the signs mean, and how many lines have them."""
    where = {Side.EARLIER: "only in this version", Side.NOW: f"only in {other}"}
    return [
        f"{signs[side]} {count:,} {'line' if count == 1 else 'lines'} {where[side]}"
        for side, count in counts.items()
        if count
    ]


def _plain(rows: list[Row], other: str) -> str:
    words = {Side.EARLIER: "minus:", Side.NOW: "plus:"}
    return ", ".join(_legend(_counts(rows), words, other)) or "No line differs"


def _tab_bar() -> QTabBar:
    tabs = QTabBar()
    tabs.setAccessibleName("Files of this version")
    tabs.setDrawBase(False)
    tabs.setExpanding(False)
    tabs.setElideMode(Qt.TextElideMode.ElideNone)
    tabs.setUsesScrollButtons(True)
    return tabs
