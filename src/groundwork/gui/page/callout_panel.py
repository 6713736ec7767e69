"""A box beside the flow of the text: a note, a tip, a warning."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.page.block_view import BlockView, Panel, place
from groundwork.gui.page.heading_view import wrapped_label
from groundwork.gui.page.panel import Ground, paint_ground
from groundwork.gui.style import icon_size, mixed
from groundwork.gui.theme import Theme
from groundwork.packs.model import CalloutKind

_TINT = 0.08
_SIDE = 12
_TOP = 12
_GAP = 8
_EDGE = 4
_ROLES = {
    CalloutKind.NOTE: "accent",
    CalloutKind.TIP: "good",
    CalloutKind.IMPORTANT: "keyword",
    CalloutKind.WARNING: "warn",
    CalloutKind.CAUTION: "bad",
}

InnerViews = Callable[[QWidget], Sequence[tuple[int, BlockView]]]
"""Makes the views inside a box, each with the gap above it."""


class CalloutPanel(Panel):
    """One box: an icon and a title in the colour of its kind, and blocks below."""

    def __init__(
        self,
        kind: CalloutKind,
        title: str,
        make_inner: InnerViews,
        appearance: Appearance,
        parent: QWidget,
    ) -> None:
        super().__init__(appearance, parent)
        self._kind = kind
        self._title = wrapped_label(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setText(title or kind.value.capitalize())
        self._inner = make_inner(self)
        for _, view in self._inner:
            self.contain(view)
        spoken = kind.value.capitalize()
        self.setAccessibleName(f"{spoken}: {title}" if title else spoken)
        self._dress()

    def fit(self, width: int) -> int:
        """Place the title beside the icon and the blocks below; returns the height of the box."""
        edge = icon_size(self.appearance.sizes)
        inner_width = width - 2 * (_SIDE + _EDGE)
        left = _SIDE + _EDGE
        title_width = inner_width - edge - _GAP
        title_height = max(edge, self._title.heightForWidth(title_width))
        self._title.setGeometry(left + edge + _GAP, _TOP, title_width, title_height)
        top = _TOP + title_height
        for gap, view in self._inner:
            top += gap
            top += place(view, left, top, inner_width)
        return top + _TOP

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        self._dress()
        for _, view in self._inner:
            view.restyle()
        self.update()

    def anchor_top(self, anchor: str) -> int | None:
        """How far below the top of the box a heading inside it stands."""
        for _, view in self._inner:
            top = view.anchor_top(anchor)
            if top is not None:
                return view.y() + top
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tinted ground, the rule and the icon."""
        del event
        theme = self.appearance.theme
        edge = icon_size(self.appearance.sizes)
        paint_ground(self, Ground(ground_colour(self._kind, theme), edge=self._colour()))
        painter = QPainter(self)
        icon(self._kind.value, self._colour()).paint(
            painter, QRect(_SIDE + _EDGE, _TOP, edge, edge)
        )
        painter.end()

    def _dress(self) -> None:
        font = QFont(self._title.font())
        font.setPixelSize(self.appearance.sizes.body)
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        palette = self._title.palette()
        palette.setColor(self._title.foregroundRole(), QColor(self._colour()))
        self._title.setPalette(palette)

    def _colour(self) -> str:
        return title_colour(self._kind, self.appearance.theme)


def title_colour(kind: CalloutKind, theme: Theme) -> str:
    """The colour of title, icon and rule, as `#RRGGBB`."""
    return str(getattr(theme, _ROLES[kind]))


def ground_colour(kind: CalloutKind, theme: Theme) -> str:
    """The ground of a box: the page with a breath of the kind's colour, as `#RRGGBB`."""
    return mixed(theme.surface, title_colour(kind, theme), _TINT)
