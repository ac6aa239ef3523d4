"""Glyph outlines, for those who draw text instead of writing it into a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import uharfbuzz as hb

from publish.typeset.faces import Face

__all__ = ["Contour", "outline"]

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Contour:
    """A closed curve in em/1000, y upwards, from `start` through its segments and back.

    A segment is its points after the last one: one for a line, two for a quadratic, three for a cubic Bézier curve.
    """

    start: Point
    segments: tuple[tuple[Point, ...], ...]


@dataclass(slots=True)
class _Pen:
    """Collects what HarfBuzz draws."""

    scale: float
    contours: list[Contour] = field(default_factory=list)
    start: Point = (0.0, 0.0)
    segments: list[tuple[Point, ...]] = field(default_factory=list)

    def move_to(self, x: float, y: float) -> None:
        self.start, self.segments = (x * self.scale, y * self.scale), []

    def segment(self, *numbers: float) -> None:
        scaled = [number * self.scale for number in numbers]
        self.segments.append(tuple(zip(scaled[::2], scaled[1::2], strict=True)))

    def close(self) -> None:
        if self.segments:
            self.contours.append(Contour(self.start, tuple(self.segments)))
            self.segments = []


@lru_cache(maxsize=1)
def _draw_funcs() -> hb.DrawFuncs:
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(lambda x, y, pen: pen.move_to(x, y))
    funcs.set_line_to_func(lambda x, y, pen: pen.segment(x, y))
    funcs.set_quadratic_to_func(lambda cx, cy, x, y, pen: pen.segment(cx, cy, x, y))
    funcs.set_cubic_to_func(lambda ax, ay, bx, by, x, y, pen: pen.segment(ax, ay, bx, by, x, y))
    funcs.set_close_path_func(lambda pen: pen.close())
    return funcs


def outline(face: Face, glyph: int) -> tuple[Contour, ...]:
    """The contours of a glyph of `face`; none for a blank one. Contours may overlap: fill by non-zero winding."""
    pen = _Pen(face.scale)
    face.hb_font.draw_glyph(glyph, _draw_funcs(), pen)
    return tuple(pen.contours)
