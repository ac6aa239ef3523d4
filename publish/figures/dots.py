"""The dots of a before/after chart and the arrow between them."""

from __future__ import annotations

from publish.figures.shapes import Circle, Line, Polygon, Shape
from publish.figures.texts import Typesetter

__all__ = ["DOT", "MARKER", "REACH", "arrow", "dot_pair", "markers"]

DOT = 6.5  # points: the radius of a dot, its stroke included
REACH = 9.5  # points: the radius of a dot that shows around another
MARKER = 3.5  # points: the radius of a dot in a key
_RING = 1.6
_HALO = REACH - DOT
_SHAFT = 2.0
_HEAD, _HALF_HEAD = 9.07, 4.25  # 3.2 × 3 mm
_SHORT = 1.0  # points by which the arrow ends before the new dot
_LEAST_ARROW = 3.0  # points; below this the dots alone tell


def dot_pair(before: float, after: float, y: float, setter: Typesetter) -> list[Shape]:
    """A hollow dot for the old value and over it a filled one for the new, `before` and `after` being their places."""
    radius = DOT + (_HALO if abs(before - after) < _HALO else 0.0)
    return [_hollow(before, y, radius, setter), Circle(after, y, DOT, setter.style.color("main"))]


def markers(x: float, before: float, after: float, setter: Typesetter) -> tuple[Shape, Shape]:
    """The same dots small, in a key: at `x`, at the heights `before` and `after`."""
    return _hollow(x, before, MARKER, setter), Circle(x, after, MARKER, setter.style.color("main"))


def _hollow(x: float, y: float, radius: float, setter: Typesetter) -> Circle:
    return Circle(x, y, radius - _RING / 2, setter.style.color("paper"), setter.style.color("mute"), _RING)


def arrow(before: float, after: float, y: float, setter: Typesetter) -> list[Shape]:
    """The arrow from one dot's edge to short of the other; none where the dots leave no room."""
    room = abs(after - before) - 2 * DOT - _SHORT
    if room < _LEAST_ARROW:
        return []
    color = setter.style.color("main")
    way = 1 if after > before else -1
    head = min(_HEAD, room * 0.7)
    half = _HALF_HEAD * head / _HEAD
    tip = after - way * (DOT + _SHORT)
    neck = tip - way * head
    # The shaft ends inside the head, so that no hairline shows between the two.
    shaft = Line(before + way * DOT, y, neck + way * head / 4, y, color, _SHAFT)
    return [shaft, Polygon(((tip, y), (neck, y - half), (neck, y + half)), color)]
