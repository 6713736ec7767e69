"""How the styles of output look in a theme."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QTextCharFormat

from groundwork.gui.theme import Theme
from groundwork.running.lines import Source, Style

STYLE_PROPERTY = QTextCharFormat.Property.UserProperty.value + 1
"""Where a format remembers its style, so that it can be made anew for another theme."""

_LEAST_CONTRAST = 4.5


class ConsoleFormats:
    """The text format of each style, made once."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._formats: dict[Style, QTextCharFormat] = {}

    def of(self, style: Style) -> QTextCharFormat:
        """The format for text in that style."""
        if style not in self._formats:
            self._formats[style] = self._made(style)
        return self._formats[style]

    def link(self, style: Style, target: str) -> QTextCharFormat:
        """The format for a place that can be chosen; `target` is what is told then."""
        link = QTextCharFormat(self.of(style))
        link.setAnchor(True)
        link.setAnchorHref(target)
        link.setFontUnderline(True)
        link.setToolTip("Go to this line")
        return link

    def note(self) -> QTextCharFormat:
        """The format for remarks that are not the program's."""
        note = QTextCharFormat()
        note.setForeground(QColor(self._theme.muted))
        note.setFontItalic(True)
        return note

    def _made(self, style: Style) -> QTextCharFormat:
        usual = {
            Source.OUTPUT: self._theme.text,
            Source.ERROR: self._theme.bad,
            Source.INPUT: self._theme.accent,
        }[style.source]
        ground = self._colour(style.background, self._theme.surface)
        ink = self._colour(style.foreground, usual)
        if style.is_inverse:
            ground, ink = ink, ground
        made = QTextCharFormat()
        made.setForeground(QColor(legible(ink, ground)))
        if ground != self._theme.surface:
            made.setBackground(QColor(ground))
        if style.is_bold:
            made.setFontWeight(QFont.Weight.Bold)
        made.setFontItalic(style.is_italic)
        made.setFontUnderline(style.is_underlined)
        made.setProperty(STYLE_PROPERTY, style)
        return made

    def _colour(self, colour: str | int | None, usual: str) -> str:
        if colour is None:
            return usual
        return self._sixteen()[colour] if isinstance(colour, int) else colour

    def _sixteen(self) -> tuple[str, ...]:
        """Black, red, green, yellow, blue, magenta, cyan, white; twice."""
        theme = self._theme
        colours = (
            theme.text, theme.bad, theme.good, theme.warn,
            theme.function, theme.keyword, theme.builtin, theme.muted,
        )  # fmt: skip
        return colours * 2


def legible(ink: str, ground: str) -> str:
    """`ink` where it can be read on `ground`, and else black or white, whichever can.

    Read means a contrast of at least 4.5 to 1 by the formula of WCAG 2.
    """
    if contrast(ink, ground) >= _LEAST_CONTRAST:
        return ink
    return max("#000000", "#ffffff", key=lambda other: contrast(other, ground))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by the formula of WCAG 2, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - WCAG's own
        for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
