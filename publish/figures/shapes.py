"""What a figure is made of: plain shapes in points, origin at the top left, y downwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publish.typeset.model import Line as TextLine
from publish.typeset.outlines import Contour

__all__ = ["Circle", "Drawing", "Hatch", "Label", "Line", "Outline", "Point", "Polygon", "Rect", "Shape"]

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle; colours are #RRGGBB or None, the stroke is centred on the edge."""

    x: float
    y: float
    w: float
    h: float
    fill: str | None
    stroke: str | None = None
    stroke_width: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line with butt ends; `dash` is on and off lengths in points, empty for a solid one."""

    x1: float
    y1: float
    x2: float
    y2: float
    color: str
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled polygon."""

    points: tuple[Point, ...]
    fill: str


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle; the stroke is centred on the radius `r`."""

    cx: float
    cy: float
    r: float
    fill: str | None
    stroke: str | None = None
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Hatch:
    """A hatched rectangle: parallel lines within it and an outline, all of one colour.

    `angle` is in degrees against the x axis, 45 rises to the right; `spacing` is the distance between
    the middles of two lines, `stroke` the width of the outline, which lies inside the edge.
    """

    x: float
    y: float
    w: float
    h: float
    angle: float
    spacing: float
    line_width: float
    color: str
    stroke: float


@dataclass(frozen=True, slots=True)
class Label:
    """Set text. `x` is the left edge of its widest line, `y` the baseline of the first line.

    `starts` holds where each line begins, to the right of `x`: alignment is done. `role` is the style's role.
    """

    x: float
    y: float
    lines: tuple[TextLine, ...]
    starts: tuple[float, ...]
    leading: float
    language: str
    role: str

    def placed(self) -> Iterator[tuple[float, float, TextLine]]:
        """Each line with the point at which its baseline begins."""
        for number, (start, line) in enumerate(zip(self.starts, self.lines, strict=True)):
            yield self.x + start, self.y + number * self.leading, line

    @property
    def width(self) -> float:
        """From `x` to the end of the line that reaches furthest."""
        return max((start + line.width for start, line in zip(self.starts, self.lines, strict=True)), default=0.0)

    @property
    def text(self) -> str:
        """The characters in reading order, those that vanish at the ends of lines included."""
        return "".join(line.text + line.ending for line in self.lines)


@dataclass(frozen=True, slots=True)
class Outline:
    """Closed curves filled with one colour, by non-zero winding or by the even-odd rule; y downwards as everywhere."""

    contours: tuple[Contour, ...]
    fill: str
    even_odd: bool = False


Shape = Rect | Line | Polygon | Circle | Hatch | Label | Outline


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished figure; shapes are drawn in order. `alt` says in `language` what is to be seen."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str
    language: str

    @property
    def labels(self) -> tuple[Label, ...]:
        """The texts alone."""
        return tuple(shape for shape in self.shapes if isinstance(shape, Label))
