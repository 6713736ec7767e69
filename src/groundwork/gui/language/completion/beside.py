"""What is known of the selected candidate, beside the list of them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize

from groundwork.gui.language.described import sections_of, shortened
from groundwork.gui.language.documentation import Documentation
from groundwork.gui.language.overlay import Overlay
from groundwork.gui.language.placing import beside, rooms_beside
from groundwork.gui.language.workplace import Workplace
from groundwork.language.protocol import Description

_GAP = 4
_WIDEST, _HIGHEST = 420, 280
_NARROWEST, _LOWEST = 220, 72
"""What it takes at most, and at least to be worth showing, in pixels at a text scale of 1."""


class Beside(Overlay):
    """Signature and documentation, to the right of the list, or left, or over or under it.

    It is left out where there is no room for it on any side.
    """

    is_obstacle = False

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._text = Documentation(workplace.appearance, self)
        self.column.addWidget(self._text)
        self._html = ""
        self._placed = QRect(), QRect(), ""

    def forget(self) -> None:
        """Show nothing until there is something else to show."""
        self._html = ""
        self._placed = QRect(), QRect(), ""
        self.put_away()

    def explain(self, description: Description) -> None:
        """Show this from now on, once it is placed."""
        self._html = "".join(sections_of(shortened(description), self.appearance.theme))
        self._text.show_html(self._html)

    def open_beside(self, surface: QRect, *, is_upward: bool) -> None:
        """Show it beside the list, whose surface lies there in the window.

        `is_upward` says that the list stands over its line.
        """
        if self._placed == (surface, self.room, self._html):
            return
        self._placed = surface, self.room, self._html
        place = self._place_beside(surface, is_upward=is_upward) if self._html else None
        if place is None:
            self.put_away()
        else:
            self.put(place)

    def refit(self) -> None:
        """It moves with the list, not with the text."""

    def _place_beside(self, surface: QRect, *, is_upward: bool) -> QRect | None:
        """The first place with room enough in which it covers nothing; None where there is none."""
        for room in rooms_beside(surface, self.room, _GAP, is_upward=is_upward):
            if self._is_enough(room):
                place = beside(surface, self._size_in(room), room, is_upward=is_upward)
                if not any(place.intersects(other) for other in self.obstacles):
                    return place
        return None

    def _is_enough(self, room: QRect) -> bool:
        scale = self.appearance.text_scale
        return room.width() >= _NARROWEST * scale and room.height() >= _LOWEST * scale

    def _size_in(self, room: QRect) -> QSize:
        """The size of the surface around the text."""
        scale = self.appearance.text_scale
        widest = min(room.width(), round(_WIDEST * scale))
        highest = min(room.height(), round(_HIGHEST * scale))
        return self._text.fit(widest - 2, highest - 2) + QSize(2, 2)
