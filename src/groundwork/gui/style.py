"""How Qt's own widgets look: the Fusion style under our palette, font and style sheet.

The rules are in `resources/themes/window.qss`. Widgets choose among them with dynamic properties,
set before they are first shown (`widget.setProperty("role", "primary")`):

=================== ================== =============================================================
Widget              Property           Meaning
=================== ================== =============================================================
QPushButton         role="primary"     the one action of a pane, filled with the accent, 36 px high
QPushButton         role="quiet"       bare until it is pointed at or has the focus, 28 px high
QToolButton         (always quiet)     a button that is only an icon, 28 px square
QLabel              role="muted"       what is secondary
QLabel              role="small"       secondary and smaller
QLabel              role="heading"     the name of what stands below
QLabel              role="title"       the name of a pane or an empty state
QLabel              role="display"     the largest of all
QFrame              role="card"        a raised sheet with a soft border
QAbstractScrollArea ground="canvas"    lies on the canvas instead of the surface
QAbstractScrollArea ground="sunken"    lies deeper than the canvas
QAbstractScrollArea role="framed"      a box in a dialog, with the border of a field
QAbstractScrollArea role="around"      no ring of its own: what it holds has the focus and shows it
QAbstractScrollArea role="bare"        no ground and no ring of its own; whoever holds it draws them
=================== ================== =============================================================

A QAbstractScrollArea shows a ring of 2 px while it has the focus. The object names `bar`, `status`
and `drawer` stand for those parts of the window.
"""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import ICON_SIZE, app_icon
from groundwork.gui.theme import Theme, TypeScale
from groundwork.paths import resources_folder

ARGUMENTS = ("-style", "Fusion")
"""What an application is to be started with; `setStyle` would bring in all names of `QStyle`."""

_HOVER_SHARE = 0.15
_PRESSED_SHARE = 0.3
_ROLES = {
    "Window": "canvas",
    "WindowText": "text",
    "Base": "surface",
    "AlternateBase": "sunken",
    "Text": "text",
    "PlaceholderText": "muted",
    "Button": "surface",
    "ButtonText": "text",
    "BrightText": "bad",
    "Highlight": "accent",
    "HighlightedText": "on_accent",
    "Accent": "accent",
    "Link": "accent",
    "LinkVisited": "accent",
    "ToolTipBase": "surface",
    "ToolTipText": "text",
    "Light": "surface",
    "Midlight": "sunken",
    "Mid": "hairline",
    "Dark": "line",
    "Shadow": "line",
}
_DISABLED_ROLES = {
    "WindowText": "line",
    "Text": "line",
    "ButtonText": "line",
    "Highlight": "hairline",
    "HighlightedText": "text",
}


def apply(application: QApplication, appearance: Appearance) -> None:
    """Give the application its look, and keep it in step with `appearance` from then on.

    The application has been made with `ARGUMENTS`.
    """
    application.setWindowIcon(app_icon())
    _dress(application, appearance)
    appearance.changed.connect(lambda: _dress(application, appearance))


def palette(theme: Theme) -> QPalette:
    """The colours for everything that Qt paints without a rule of the style sheet."""
    colours = theme._asdict()
    chosen = QPalette()
    for role, name in _ROLES.items():
        chosen.setColor(QPalette.ColorRole[role], QColor(colours[name]))
    for role, name in _DISABLED_ROLES.items():
        chosen.setColor(
            QPalette.ColorGroup.Disabled, QPalette.ColorRole[role], QColor(colours[name])
        )
    return chosen


def style_sheet(theme: Theme, sizes: TypeScale) -> str:
    """The rules for Qt's style sheet engine.

    Raises:
        OSError: the file of the rules cannot be read.
        KeyError: a rule names a colour or a size that does not exist.
    """
    folder = resources_folder() / "themes"
    rules = (folder / "window.qss").read_text(encoding="utf-8")
    measures = {name: f"{size}px" for name, size in sizes._asdict().items()}
    derived = {
        "accent_hover": mixed(theme.accent, theme.text, _HOVER_SHARE),
        "accent_pressed": mixed(theme.accent, theme.text, _PRESSED_SHARE),
        "icon": f"{icon_size(sizes)}px",
        "folder": folder.as_posix(),
    }
    return Template(rules).substitute(theme._asdict() | measures | derived)


def icon_size(sizes: TypeScale) -> int:
    """The edge of an icon in pixels beside text of these sizes."""
    return round(ICON_SIZE * sizes.body / TypeScale().body)


def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with `share` (0 to 1) of `other` in it, as `#RRGGBB`."""
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _dress(application: QApplication, appearance: Appearance) -> None:
    font = QFont(application.font())
    font.setPixelSize(appearance.sizes.body)
    application.setFont(font)
    application.setPalette(palette(appearance.theme))
    application.setStyleSheet(style_sheet(appearance.theme, appearance.sizes))
