"""How the text of an editor looks: font, colours of code, margins, caret and selection."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage

from groundwork.gui.appearance import Appearance
from groundwork.gui.editor.scintilla import (
    FOLD_MARKERS,
    FoldMarker,
    IndicatorStyle,
    MarginType,
    MarkerSymbol,
    Message,
    PythonStyle,
    Scintilla,
    Style,
)
from groundwork.gui.icons import icon
from groundwork.gui.theme import Theme

SIGN_MARGIN, NUMBER_MARGIN, FOLD_MARGIN = range(3)
ERROR_MARKER = 1
PROBLEM_MARKER = 0
"""Of two signs on a line the one with the larger number covers the other: the run's."""

ERROR_STYLE = Style.FIRST_FREE

SOFT_KEYWORD, OCCURRENCE, MATCH = 8, 9, 10
"""The indicators: keywords that are so only in places, the name at the cursor, what was found."""

ERROR_UNDERLINE, WARNING_UNDERLINE = 11, 12
"""The indicators of what is wrong in the code."""

LINK = 13
"""The indicator of a name that leads to its definition while Ctrl is held."""

BOUND = 15
"""The indicator of the places where the name at the cursor is given what it stands for."""

SNIPPET_PLACE = 14
"""The indicator of what is still to be filled in."""

OURS = 17
"""The indicator of brackets and quotes that have come by themselves; nobody sees it."""

_LINE_HEIGHT = 1.4
_POINTS_PER_INCH = 72
_TEXT_GAP = 4
_ROLES = {
    PythonStyle.COMMENT: "comment",
    PythonStyle.COMMENT_BLOCK: "comment",
    PythonStyle.NUMBER: "number",
    PythonStyle.STRING: "string",
    PythonStyle.CHARACTER: "string",
    PythonStyle.TRIPLE: "string",
    PythonStyle.TRIPLE_DOUBLE: "string",
    PythonStyle.STRING_UNCLOSED: "string",
    PythonStyle.F_STRING: "string",
    PythonStyle.F_CHARACTER: "string",
    PythonStyle.F_TRIPLE: "string",
    PythonStyle.F_TRIPLE_DOUBLE: "string",
    PythonStyle.KEYWORD: "keyword",
    PythonStyle.KEYWORD_2: "builtin",
    PythonStyle.CLASS_NAME: "class_name",
    PythonStyle.FUNCTION_NAME: "function",
    PythonStyle.DECORATOR: "function",
    Style.LINE_NUMBER: "muted",
    Style.CONTROL_CHARACTER: "warn",
    Style.INDENTATION_GUIDE: "hairline",
    Style.FOLD_DISPLAY_TEXT: "muted",
}


class Look:
    """Dresses an editor in the theme and the sizes in force."""

    def __init__(self, view: Scintilla, appearance: Appearance) -> None:
        self._view = view
        self._appearance = appearance
        self._digits = 0
        self._set_up_margins()
        self.apply()

    def apply(self) -> None:
        """Take theme and sizes from the appearance."""
        theme = self._appearance.theme
        self._set_font()
        self._set_colours(theme)
        self._set_caret_and_selection(theme)
        self._set_indicators(theme)
        self._set_margins(theme)
        self._set_line_height()
        self._digits = 0
        self.fit_line_numbers()

    def fit_line_numbers(self) -> None:
        """Make the margin wide enough for the number of the last line."""
        digits = max(2, len(str(self._view.send(Message.GETLINECOUNT))))
        if digits != self._digits:
            self._digits = digits
            width = self._view.send(Message.TEXTWIDTH, Style.LINE_NUMBER, b"9" * digits)
            self._view.send(Message.SETMARGINWIDTHN, NUMBER_MARGIN, width + self._scaled(4))

    def _scaled(self, pixels: float) -> int:
        return round(pixels * self._appearance.text_scale)

    def _set_font(self) -> None:
        font, send = self._appearance.code_font(), self._view.send
        points = font.pixelSize() * _POINTS_PER_INCH / self._view.area.logicalDpiY()
        send(Message.STYLESETFONT, Style.DEFAULT, font.family().encode())
        send(Message.STYLESETSIZEFRACTIONAL, Style.DEFAULT, round(points * 100))

    def _set_colours(self, theme: Theme) -> None:
        send = self._view.send
        send(Message.STYLESETFORE, Style.DEFAULT, colour(theme.text))
        send(Message.STYLESETBACK, Style.DEFAULT, colour(theme.surface))
        send(Message.STYLECLEARALL)
        for style, role in _ROLES.items():
            send(Message.STYLESETFORE, style, colour(getattr(theme, role)))
        send(Message.STYLESETBACK, Style.LINE_NUMBER, colour(theme.surface))
        send(Message.STYLESETFORE, Style.BRACE_LIGHT, colour(theme.accent))
        send(Message.STYLESETBACK, Style.BRACE_LIGHT, colour(theme.selection))
        self._set_error_style(theme)

    def _set_error_style(self, theme: Theme) -> None:
        """The sentence below a line is prose: it stands in the font of the interface."""
        family = QGuiApplication.font().family()
        self._view.send(Message.STYLESETFONT, ERROR_STYLE, family.encode())
        self._view.send(Message.STYLESETFORE, ERROR_STYLE, colour(theme.bad))
        self._view.send(Message.STYLESETBACK, ERROR_STYLE, colour(theme.sunken))

    def _set_caret_and_selection(self, theme: Theme) -> None:
        send = self._view.send
        send(Message.SETCARETFORE, colour(theme.accent))
        send(Message.SETCARETWIDTH, 2)
        send(Message.SETCARETLINEVISIBLE, 1)
        send(Message.SETCARETLINEVISIBLEALWAYS, 1)
        send(Message.SETCARETLINEBACK, colour(theme.current_line))
        send(Message.SETSELBACK, 1, colour(theme.selection))
        send(Message.SETSELFORE, 0)
        send(Message.SETADDITIONALCARETFORE, colour(theme.accent))
        send(Message.SETADDITIONALSELBACK, colour(theme.selection))
        blink = QGuiApplication.styleHints().cursorFlashTime() // 2
        send(Message.SETCARETPERIOD, max(0, blink))

    def _set_indicators(self, theme: Theme) -> None:
        send = self._view.send
        send(Message.INDICSETSTYLE, OURS, IndicatorStyle.HIDDEN)
        send(Message.INDICSETSTYLE, SOFT_KEYWORD, IndicatorStyle.TEXT_COLOUR)
        send(Message.INDICSETFORE, SOFT_KEYWORD, colour(theme.keyword))
        for indicator, style, role in (
            (ERROR_UNDERLINE, IndicatorStyle.SQUIGGLE, theme.bad),
            (WARNING_UNDERLINE, IndicatorStyle.DOTS, theme.warn),
        ):
            send(Message.INDICSETSTYLE, indicator, style)
            send(Message.INDICSETFORE, indicator, colour(role))
        for indicator, role, fill, outline in (
            (OCCURRENCE, theme.muted, 36, 0),
            (BOUND, theme.accent, 36, 150),
            (MATCH, theme.warn, 60, 160),
            (SNIPPET_PLACE, theme.accent, 24, 120),
        ):
            send(Message.INDICSETSTYLE, indicator, IndicatorStyle.STRAIGHT_BOX)
            send(Message.INDICSETFORE, indicator, colour(role))
            send(Message.INDICSETALPHA, indicator, fill)
            send(Message.INDICSETOUTLINEALPHA, indicator, outline)
            send(Message.INDICSETUNDER, indicator, 1)

    def _set_up_margins(self) -> None:
        send = self._view.send
        send(Message.SETMARGINS, 3)
        for margin, kind, mask in (
            (SIGN_MARGIN, MarginType.SYMBOL, 1 << ERROR_MARKER | 1 << PROBLEM_MARKER),
            (NUMBER_MARGIN, MarginType.NUMBER, 0),
            (FOLD_MARGIN, MarginType.SYMBOL, FOLD_MARKERS),
        ):
            send(Message.SETMARGINTYPEN, margin, kind)
            send(Message.SETMARGINMASKN, margin, mask)
        send(Message.SETMARGINSENSITIVEN, FOLD_MARGIN, 1)
        for marker in FoldMarker:
            send(Message.MARKERDEFINE, marker, MarkerSymbol.EMPTY)

    def _set_margins(self, theme: Theme) -> None:
        send = self._view.send
        send(Message.SETFOLDMARGINCOLOUR, 1, colour(theme.surface))
        send(Message.SETFOLDMARGINHICOLOUR, 1, colour(theme.surface))
        send(Message.SETMARGINWIDTHN, SIGN_MARGIN, self._scaled(20))
        send(Message.SETMARGINWIDTHN, FOLD_MARGIN, self._scaled(18))
        send(Message.SETMARGINLEFT, 0, self._scaled(_TEXT_GAP))
        self._draw_marker(FoldMarker.OPEN, "chevron-down", theme.muted)
        self._draw_marker(FoldMarker.OPEN_MIDDLE, "chevron-down", theme.muted)
        self._draw_marker(FoldMarker.CLOSED, "chevron-right", theme.text)
        self._draw_marker(FoldMarker.END, "chevron-right", theme.text)
        self._draw_marker(ERROR_MARKER, "error", theme.bad)
        self._draw_marker(PROBLEM_MARKER, "problem", theme.bad)

    def _draw_marker(self, marker: int, name: str, tint: str) -> None:
        """Let an icon stand in the margin; QScintilla takes the picture as a QImage of Qt."""
        edge, ratio = self._scaled(16), self._view.devicePixelRatioF()
        picture = icon(name, tint).pixmap(QSize(edge, edge), ratio).toImage()
        picture = picture.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        send = self._view.send
        send(Message.RGBAIMAGESETWIDTH, picture.width())
        send(Message.RGBAIMAGESETHEIGHT, picture.height())
        send(Message.RGBAIMAGESETSCALE, round(ratio * 100))
        send(Message.MARKERDEFINERGBAIMAGE, marker, shiboken6.getCppPointer(picture)[0])

    def _set_line_height(self) -> None:
        send = self._view.send
        send(Message.SETEXTRAASCENT, 0)
        send(Message.SETEXTRADESCENT, 0)
        wanted = round(self._appearance.code_font().pixelSize() * _LINE_HEIGHT)
        extra = max(0, wanted - send(Message.TEXTHEIGHT, 0))
        send(Message.SETEXTRAASCENT, (extra + 1) // 2)
        send(Message.SETEXTRADESCENT, extra // 2)


def colour(name: str) -> int:
    """`#RRGGBB` as Scintilla writes colours."""
    red, green, blue = (int(name[index : index + 2], 16) for index in (1, 3, 5))
    return red | green << 8 | blue << 16
