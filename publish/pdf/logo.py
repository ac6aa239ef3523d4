"""A publisher's logo in the masthead."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.utils import ImageReader

from publish.figures.svg import svg_drawing
from publish.pdf.flow import DrawingAt, PictureAt

__all__ = ["logo_paint"]

_HEIGHT = 14.0
_BELOW = 3.0


def logo_paint(path: Path, x: float, baseline: float) -> tuple[DrawingAt | PictureAt, float]:
    """The logo 14 points high, standing a little below the baseline; and its width in points.

    An SVG is drawn as vectors. Raises InputError for one that cannot be.
    """
    top = baseline - _HEIGHT + _BELOW
    if path.suffix.lower() == ".svg":
        drawing = svg_drawing(path.name, path.read_bytes(), _HEIGHT)
        return DrawingAt(x, top, drawing), drawing.width
    pixels_wide, pixels_high = ImageReader(str(path)).getSize()
    width = _HEIGHT * pixels_wide / pixels_high
    return PictureAt(x, top, width, _HEIGHT, path), width
