"""Shapes as filled polygons, which is all that a picture needs to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import cycle, pairwise
from math import ceil, cos, hypot, pi, sin

from publish.figures.hatching import hatch_lines, hatch_outline
from publish.figures.loops import simple_loops
from publish.figures.shapes import Circle, Drawing, Hatch, Label, Line, Outline, Point, Polygon, Rect, Shape
from publish.typeset.faces import Face
from publish.typeset.fonts import FontBook
from publish.typeset.model import Fragment
from publish.typeset.outlines import Contour, outline

__all__ = ["Path", "paths"]

_CURVE_STEPS = 8  # lines for a curve of a letter: at the sizes of a chart they stay far below a pixel from it
_CIRCLE_STEP = 1.0  # points of arc for one line at most
_LEAST_CIRCLE = 64


@dataclass(frozen=True, slots=True)
class Path:
    """Closed polygons in points, filled with one colour, by non-zero winding unless `even_odd`."""

    contours: tuple[tuple[Point, ...], ...]
    color: str
    even_odd: bool = False


def paths(drawing: Drawing, book: FontBook) -> Iterator[Path]:
    """Every shape of a drawing in drawing order."""
    for shape in drawing.shapes:
        yield from _shape_paths(shape, book)


def _shape_paths(shape: Shape, book: FontBook) -> Iterator[Path]:
    match shape:
        case Rect():
            yield from _rect(shape)
        case Line():
            yield from _line(shape)
        case Polygon():
            yield Path((shape.points,), shape.fill)
        case Circle():
            yield from _circle(shape)
        case Hatch():
            yield from _hatch(shape)
        case Label():
            yield from _label(shape, book)
        case Outline():
            yield Path(tuple(_flat(contour) for contour in shape.contours), shape.fill, shape.even_odd)


def _rect(rect: Rect) -> Iterator[Path]:
    if rect.fill:
        yield Path((_corners(rect.x, rect.y, rect.w, rect.h),), rect.fill)
    if rect.stroke and rect.stroke_width:
        half = rect.stroke_width / 2
        outer = _corners(rect.x - half, rect.y - half, rect.w + 2 * half, rect.h + 2 * half)
        inner = _corners(rect.x + half, rect.y + half, max(0.0, rect.w - 2 * half), max(0.0, rect.h - 2 * half))
        yield Path((outer, inner[::-1]), rect.stroke)


def _corners(x: float, y: float, w: float, h: float) -> tuple[Point, ...]:
    return (x, y), (x + w, y), (x + w, y + h), (x, y + h)


def _line(line: Line) -> Iterator[Path]:
    length = hypot(line.x2 - line.x1, line.y2 - line.y1)
    if not length:
        return
    ux, uy = (line.x2 - line.x1) / length, (line.y2 - line.y1) / length
    nx, ny = -uy * line.width / 2, ux * line.width / 2
    for start, end in _dashes(length, line.dash):
        ax, ay = line.x1 + ux * start, line.y1 + uy * start
        bx, by = line.x1 + ux * end, line.y1 + uy * end
        yield Path((((ax + nx, ay + ny), (bx + nx, by + ny), (bx - nx, by - ny), (ax - nx, ay - ny)),), line.color)


def _dashes(length: float, dash: tuple[float, ...]) -> Iterator[tuple[float, float]]:
    if sum(dash) <= 0:
        yield 0.0, length
        return
    position, pattern = 0.0, cycle(dash if len(dash) % 2 == 0 else dash * 2)
    while position < length:
        on, off = next(pattern), next(pattern)
        yield position, min(position + on, length)
        position += on + off


def _circle(circle: Circle) -> Iterator[Path]:
    if circle.fill:
        yield Path((_round(circle, circle.r),), circle.fill)
    if circle.stroke and circle.width:
        outer, inner = _round(circle, circle.r + circle.width / 2), _round(circle, circle.r - circle.width / 2)
        yield Path((outer, inner[::-1]), circle.stroke)


def _round(circle: Circle, radius: float) -> tuple[Point, ...]:
    radius = max(radius, 0.0)
    steps = max(_LEAST_CIRCLE, ceil(2 * pi * radius / _CIRCLE_STEP))
    turns = [2 * pi * step / steps for step in range(steps)]
    return tuple((circle.cx + radius * cos(turn), circle.cy + radius * sin(turn)) for turn in turns)


def _hatch(hatch: Hatch) -> Iterator[Path]:
    for line in hatch_lines(hatch):
        yield from _line(line)
    x, y, w, h = hatch_outline(hatch)
    yield from _rect(Rect(x, y, w, h, None, hatch.color, min(hatch.stroke, hatch.w, hatch.h)))


def _label(label: Label, book: FontBook) -> Iterator[Path]:
    for x, y, line in label.placed():
        for fragment in line.fragments:
            yield from _fragment(fragment, (x + fragment.x, y - fragment.look.rise), book)


def _fragment(fragment: Fragment, origin: Point, book: FontBook) -> Iterator[Path]:
    face, unit = book.face(fragment.face), fragment.look.size / 1000
    x, y = origin
    for glyph in fragment.glyphs:
        for part, dx, dy in glyph.parts:
            left, base = x + dx * face.scale * unit, y - dy * face.scale * unit
            polygons = _polygons(face, part)
            if polygons:
                contours = (tuple((left + px * unit, base - py * unit) for px, py in polygon) for polygon in polygons)
                yield Path(tuple(contours), fragment.look.color)
        x += (glyph.advance + glyph.adjust) * unit


@lru_cache(maxsize=2048)
def _polygons(face: Face, glyph: int) -> tuple[tuple[Point, ...], ...]:
    """The contours of a glyph as polygons in em/1000, y upwards; none crosses itself."""
    return tuple(loop for contour in outline(face, glyph) for loop in simple_loops(_flat(contour)))


def _flat(contour: Contour) -> tuple[Point, ...]:
    points = [contour.start]
    for segment in contour.segments:
        steps = 1 if len(segment) == 1 else _CURVE_STEPS
        curve = (points[-1], *segment)
        points += [_on_curve(curve, step / steps) for step in range(1, steps + 1)]
    return tuple(points)


def _on_curve(points: tuple[Point, ...], t: float) -> Point:
    """De Casteljau's construction, for curves of any degree."""
    while len(points) > 1:
        points = tuple((ax + (bx - ax) * t, ay + (by - ay) * t) for (ax, ay), (bx, by) in pairwise(points))
    return points[0]
