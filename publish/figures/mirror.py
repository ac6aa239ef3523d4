"""A drawing as right-to-left readers see it: everything changes sides, texts stay readable."""

from __future__ import annotations

from dataclasses import replace

from publish.figures.shapes import Circle, Drawing, Hatch, Label, Line, Outline, Polygon, Rect, Shape

__all__ = ["mirror"]


def mirror(drawing: Drawing) -> Drawing:
    """The drawing with left and right exchanged; hatching leans the other way, lines of text are kept."""
    return replace(drawing, shapes=tuple(_mirrored(shape, drawing.width) for shape in drawing.shapes))


def _mirrored(shape: Shape, width: float) -> Shape:
    match shape:
        case Rect():
            return replace(shape, x=width - shape.x - shape.w)
        case Hatch():
            return replace(shape, x=width - shape.x - shape.w, angle=180 - shape.angle)
        case Line():
            return replace(shape, x1=width - shape.x1, x2=width - shape.x2)
        case Circle():
            return replace(shape, cx=width - shape.cx)
        case Polygon():
            return replace(shape, points=tuple((width - x, y) for x, y in shape.points))
        case Label():
            return _mirrored_label(shape, width)
        case Outline():
            return shape  # a logo is the same in every language


def _mirrored_label(label: Label, width: float) -> Label:
    extent = label.width
    starts = tuple(extent - start - line.width for start, line in zip(label.starts, label.lines, strict=True))
    return replace(label, x=width - label.x - extent, starts=starts)
