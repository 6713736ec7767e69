"""How everything looks right now: the theme, the text scale, and word of their change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from groundwork.gui.theme import DARK, LIGHT, Theme, TypeScale
from groundwork.settings import LARGEST_SCALE, SMALLEST_SCALE, ThemeChoice

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

_MIDDLE_GREY = 128
_CODE_FAMILIES = ("JetBrains Mono", "Cascadia Mono", "DejaVu Sans Mono", "Menlo", "Consolas")


class Appearance(QObject):
    """The look that every widget takes its colours and sizes from.

    Signals:
        changed: the theme or the scale is another; widgets read them again.
    """

    changed = Signal()

    def __init__(
        self, choice: ThemeChoice, text_scale: float, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._choice = choice
        self._text_scale = text_scale
        self._sizes = TypeScale().scaled(text_scale)
        self._code_family = ""
        self._system_is_dark = _palette_is_dark()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow_system)

    @property
    def choice(self) -> ThemeChoice:
        """What the user chose: a theme by name, or to follow the system."""
        return self._choice

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        if self._choice == "system":
            return DARK if self._system_is_dark else LIGHT
        return DARK if self._choice == "dark" else LIGHT

    @property
    def text_scale(self) -> float:
        """What every font size is multiplied by."""
        return self._text_scale

    @property
    def sizes(self) -> TypeScale:
        """The font sizes in force, in pixels."""
        return self._sizes

    @property
    def code_family(self) -> str:
        """The monospaced family for code: the best one that this system has."""
        if not self._code_family:
            available = set(QFontDatabase.families())
            fallback = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
            self._code_family = next((f for f in _CODE_FAMILIES if f in available), fallback)
        return self._code_family

    def code_font(self) -> QFont:
        """The font for code at the size in force, without ligatures."""
        font = QFont(self.code_family)
        font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPixelSize(self.sizes.body)
        return font

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Use the theme of that name, or follow the system."""
        if choice != self._choice:
            self._choice = choice
            self.changed.emit()

    def choose_text_scale(self, text_scale: float) -> None:
        """Multiply every font size by `text_scale`, kept between 0.75 and 2."""
        text_scale = min(LARGEST_SCALE, max(SMALLEST_SCALE, round(text_scale, 2)))
        if text_scale != self._text_scale:
            self._text_scale = text_scale
            self._sizes = TypeScale().scaled(text_scale)
            self.changed.emit()

    def follow_system(self, scheme: Qt.ColorScheme) -> None:
        """Take note of what the system wants, and show it where no theme was chosen."""
        self._system_is_dark = scheme.name == "Dark"
        if self._choice == "system":
            self.changed.emit()


def _palette_is_dark() -> bool:
    """Whether the system wants a dark theme, by the palette that it gives an application.

    `QStyleHints.colorScheme` says the same, but the first word of `Qt` brings in all of its names,
    and that takes a tenth of the time until the window can be used.
    """
    return QGuiApplication.palette().window().color().lightness() < _MIDDLE_GREY
