"""A publisher's logo in the masthead."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.utils import ImageReader

from publish.pdf.flow import PictureAt

__all__ = ["logo_paint"]

_HEIGHT = 14.0


def logo_paint(path: Path, x: float, baseline: float) -> PictureAt:
    """The logo 14 points high, standing a little below the baseline."""
    width, height = ImageReader(str(path)).getSize()
    return PictureAt(x, baseline - _HEIGHT + 3, _HEIGHT * width / height, _HEIGHT, path)
