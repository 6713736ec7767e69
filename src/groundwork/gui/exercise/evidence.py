"""What a check found, as text: given, got, expected, with the letters that differ marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QWidget

from groundwork.checking.differences import Kind, Line, Stretch, differences
from groundwork.checking.verdicts import CheckVerdict
from groundwork.gui.appearance import Appearance
from groundwork.gui.page.text_view import TextView
from groundwork.gui.style import mixed
from groundwork.gui.theme import Theme

TINT = 0.22
"""How much of the colour is in the ground of letters that differ."""

_WORDS = {
    Kind.SAME: "",
    Kind.GOT: "got",
    Kind.EXPECTED: "expected",
    Kind.EXTRA: "too much",
    Kind.MISSING: "missing",
    Kind.LEFT_OUT: "",
}
_NOTHING = "nothing"
_WIDTH = 10
"""Columns that the words at the left take, with the gap behind them."""


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A word for what the line is, the line, and the role of its colour; empty where it has none.

    With `is_told` the line is our words about the text, not a line of it.
    """

    word: str
    stretches: tuple[Stretch, ...]
    role: str = ""
    is_told: bool = False

    @property
    def text(self) -> str:
        """The line itself."""
        return "".join(stretch.text for stretch in self.stretches)


def evidence(verdict: CheckVerdict) -> list[EvidenceLine]:
    """The lines that show what a check found; none where there is nothing to show."""
    lines = [*_given(verdict.given)]
    if not verdict.got and not verdict.expected:
        return lines
    if verdict.is_text:
        return [*lines, *_text_lines(verdict)]
    if not verdict.expected:
        return [*lines, *_plain("got", verdict.got)]
    if not verdict.got:
        return [*lines, *_plain("expected", verdict.expected)]
    return [*lines, *map(_shown, differences(verdict.got, verdict.expected))]


def _given(given: str) -> Iterator[EvidenceLine]:
    return _plain("given", given) if given else iter(())


def _plain(word: str, text: str) -> Iterator[EvidenceLine]:
    for line in text.removesuffix("\n").split("\n"):
        yield EvidenceLine(word, (Stretch(line),))
        word = ""


def _text_lines(verdict: CheckVerdict) -> Iterator[EvidenceLine]:
    if not verdict.got:
        yield EvidenceLine("got", (Stretch(_NOTHING),), is_told=True)
    if not verdict.expected:
        yield EvidenceLine("expected", (Stretch(_NOTHING),), is_told=True)
    for line in differences(verdict.got, verdict.expected):
        yield _shown(line)


def _shown(line: Line) -> EvidenceLine:
    role = {Kind.GOT: "bad", Kind.EXTRA: "bad", Kind.EXPECTED: "good", Kind.MISSING: "good"}
    word, is_told = _WORDS[line.kind], line.kind is Kind.LEFT_OUT
    return EvidenceLine(word, line.stretches, role.get(line.kind, ""), is_told)


class EvidenceView(TextView):
    """The lines with their words at the left; a long one scrolls sideways."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._lines: list[EvidenceLine] = []

    def show_lines(self, lines: list[EvidenceLine]) -> None:
        """Show these lines."""
        self._lines = lines
        self.setAccessibleName(
            ", ".join(f"{x.word}: {x.text}" if x.word else x.text for x in lines)
        )
        self.restyle()

    def restyle(self) -> None:
        """Take font and colours from the appearance again."""
        document, theme = self.document, self.appearance.theme
        document.clear()
        document.setDefaultFont(self.appearance.code_font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        document.setDefaultTextOption(option)
        cursor = QTextCursor(document)
        for index, line in enumerate(self._lines):
            if index:
                cursor.insertBlock()
            cursor.insertText(line.word.ljust(_WIDTH), _ink(theme.muted))
            for stretch in line.stretches:
                cursor.insertText(visible(stretch), _form(line, stretch, theme))


def spoken(lines: Sequence[EvidenceLine]) -> str:
    """The lines in one sentence for the ear."""
    told = (f"{one.word}: {one.text or 'an empty line'}" if one.word else one.text for one in lines)
    return ", ".join(told)


def visible(stretch: Stretch) -> str:
    """The stretch with what cannot be seen shown by signs, where it matters."""
    text = "".join(letter if _can_be_seen(letter) else _escaped(letter) for letter in stretch.text)
    if not stretch.differs:
        return text
    if not text:
        return "↵"  # an empty line
    return text.replace(" ", "·").replace("\t", "→") if text.isspace() else text


def _can_be_seen(letter: str) -> bool:
    return letter.isprintable() or letter == "\t"


def _escaped(letter: str) -> str:
    return letter.encode("unicode_escape", "surrogatepass").decode("ascii")


def _form(line: EvidenceLine, stretch: Stretch, theme: Theme) -> QTextCharFormat:
    if line.is_told:
        form = _ink(theme.muted)
        form.setFontItalic(True)
        return form
    form = _ink(theme.text)
    if stretch.differs and line.role:
        form.setBackground(QColor(mixed(theme.surface, getattr(theme, line.role), TINT)))
        form.setFontUnderline(True)
        form.setUnderlineColor(QColor(getattr(theme, line.role)))
    return form


def _ink(colour: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QColor(colour))
    return form
