"""Where something that belongs to a place in the code is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize


def fitted(
    anchor: QRect,
    size: QSize,
    room: QRect,
    *,
    is_above: bool = False,
    obstacles: Sequence[QRect] = (),
) -> QRect:
    """Where a surface of that size goes that belongs to `anchor`; never outside of `room`.

    Under the anchor, or over it with `is_above`; on the other side where it does not fit; past the
    obstacles. Where it fits on neither side, it is cut down to the larger one.
    """
    size = size.boundedTo(room.size())
    x = max(room.left(), min(anchor.left(), room.right() - size.width() + 1))
    sides = (True, False) if is_above else (False, True)
    for goes_above in sides:
        place = _past(QRect(x, 0, size.width(), size.height()), anchor, obstacles, goes_above)
        if room.contains(place):
            return place
    return _cut(QRect(x, 0, size.width(), size.height()), anchor, room, sides)


def _past(surface: QRect, anchor: QRect, obstacles: Sequence[QRect], goes_above: bool) -> QRect:  # noqa: FBT001 - one of two sides
    """The surface next to the anchor, beyond whatever lies there already."""
    _put_beside(surface, anchor, goes_above)
    nearest = sorted(obstacles, key=lambda one: -one.bottom() if goes_above else one.top())
    for obstacle in nearest:
        if surface.intersects(obstacle):
            _put_beside(surface, obstacle, goes_above)
    return surface


def _put_beside(surface: QRect, other: QRect, goes_above: bool) -> None:  # noqa: FBT001 - as above
    if goes_above:
        surface.moveBottom(other.top() - 1)
    else:
        surface.moveTop(other.bottom() + 1)


def _cut(surface: QRect, anchor: QRect, room: QRect, sides: tuple[bool, bool]) -> QRect:
    """The surface on the side with more room, as high as that is; `sides` by preference."""
    heights = {True: anchor.top() - room.top(), False: room.bottom() - anchor.bottom()}
    goes_above = max(sides, key=heights.__getitem__)
    surface.setHeight(max(1, min(surface.height(), heights[goes_above])))
    _put_beside(surface, anchor, goes_above)
    surface.moveTop(max(room.top(), min(surface.top(), room.bottom() - surface.height() + 1)))
    return surface


def rooms_beside(around: QRect, room: QRect, gap: int, *, is_upward: bool) -> tuple[QRect, ...]:
    """Where there is room beside a surface: to its right, to its left, and further from the line.

    `is_upward` says that the surface stands over its line and not under it.
    """
    top, bottom = (room.top(), around.bottom()) if is_upward else (around.top(), room.bottom())
    right = QRect(QPoint(around.right() + gap, top), QPoint(room.right(), bottom))
    left = QRect(QPoint(room.left(), top), QPoint(around.left() - gap, bottom))
    if is_upward:
        beyond = QRect(QPoint(around.left(), room.top()), QPoint(room.right(), around.top() - gap))
    else:
        beyond = QRect(
            QPoint(around.left(), around.bottom() + gap), QPoint(room.right(), room.bottom())
        )
    return right, left, beyond


def beside(around: QRect, size: QSize, room: QRect, *, is_upward: bool) -> QRect:
    """The place of a surface of that size in one of the rooms beside another: close to it."""
    place = QRect(room.topLeft(), size)
    if room.right() < around.left():
        place.moveRight(room.right())
    if is_upward:
        place.moveBottom(room.bottom())
    return place
