"""The lines of a hatched rectangle, cut at its edges, so that every renderer draws the same ones."""

from __future__ import annotations

from math import cos, floor, radians, sin

from publish.figures.shapes import Hatch, Line, Point

__all__ = ["hatch_lines", "hatch_outline"]


_FINEST = 0.25  # points; below this the lines run into one grey


def hatch_outline(hatch: Hatch) -> tuple[float, float, float, float]:
    """The rectangle (x, y, w, h) along which the outline is stroked: half its width inside the edge."""
    inset = min(hatch.stroke, hatch.w, hatch.h) / 2
    return hatch.x + inset, hatch.y + inset, hatch.w - 2 * inset, hatch.h - 2 * inset


def hatch_lines(hatch: Hatch) -> tuple[Line, ...]:
    """The hatching as lines that end in the middle of the outline, from left to right."""
    x, y, w, h = hatch_outline(hatch)
    # A line is every point with the same distance along the normal; y grows downwards.
    normal = (sin(radians(hatch.angle)), cos(radians(hatch.angle)))
    corners = ((x, y), (x + w, y), (x, y + h), (x + w, y + h))
    distances = [px * normal[0] + py * normal[1] for px, py in corners]
    # The first line stands half a space from the corner, so that equal bars are hatched alike.
    first, last = min(distances), max(distances)
    spacing = max(hatch.spacing, _FINEST)
    count = floor((last - first) / spacing + 0.5)
    found: list[Line] = []
    for number in range(count):
        ends = _clip(first + (number + 0.5) * spacing, normal, (x, y, w, h))
        if ends:
            (x1, y1), (x2, y2) = ends
            found.append(Line(x1, y1, x2, y2, hatch.color, hatch.line_width))
    return tuple(found)


def _clip(distance: float, normal: Point, box: tuple[float, float, float, float]) -> tuple[Point, Point] | None:
    x, y, w, h = box
    nx, ny = normal
    points = set()
    if abs(ny) > 1e-9:
        points |= {(px, (distance - px * nx) / ny) for px in (x, x + w)}
    if abs(nx) > 1e-9:
        points |= {((distance - py * ny) / nx, py) for py in (y, y + h)}
    slack = 1e-6
    inside = sorted(p for p in points if x - slack <= p[0] <= x + w + slack and y - slack <= p[1] <= y + h + slack)
    if len(inside) < 2 or inside[0] == inside[-1]:
        return None
    return inside[0], inside[-1]
