"""Drawings as PNG pictures, for formats that cannot draw; the letters are those of the PDF."""

from __future__ import annotations

from io import BytesIO
from math import ceil, floor

from PIL import Image, ImageChops, ImageDraw

from publish.figures.paths import Path, paths
from publish.figures.shapes import Drawing, Point
from publish.typeset.fonts import FontBook

__all__ = ["png"]

_FINE, _COARSE = 8, 4  # samples of a pixel in each direction: for small shapes and for large ones
_LARGE = 60_000  # pixels
_WINDING_ZERO = 128

Box = tuple[int, int, int, int]


def png(drawing: Drawing, book: FontBook, scale: float = 4.0, ground: str = "#FFFFFF") -> bytes:
    """The drawing on its ground, `scale` pixels a point (4 is 288 dpi); the same bytes for the same drawing."""
    size = max(1, ceil(drawing.width * scale)), max(1, ceil(drawing.height * scale))
    picture = Image.new("RGB", size, ground)
    for path in paths(drawing, book):
        _fill(picture, path, scale)
    file = BytesIO()
    picture.save(file, "PNG", compress_level=6, dpi=(72 * scale, 72 * scale))
    return file.getvalue()


def _fill(picture: Image.Image, path: Path, scale: float) -> None:
    """Fills a path, its edges smoothed: drawn larger, then reduced to a mask."""
    contours = [[(x * scale, y * scale) for x, y in contour] for contour in path.contours]
    box = _box(contours, picture.size)
    if box is None:
        return
    left, top, right, bottom = box
    samples = _FINE if (right - left) * (bottom - top) < _LARGE else _COARSE
    size = (right - left) * samples, (bottom - top) * samples
    # Pillow fills the pixels that an edge touches on both sides; half a sample to the left evens that out.
    placed = [[((x - left) * samples - 0.5, (y - top) * samples - 0.5) for x, y in contour] for contour in contours]
    picture.paste(path.color, box, _mask(placed, size, even_odd=path.even_odd).reduce(samples))


def _box(contours: list[list[Point]], size: tuple[int, int]) -> Box | None:
    """The pixels that contours touch, within the picture."""
    xs = [x for contour in contours for x, _ in contour]
    ys = [y for contour in contours for _, y in contour]
    left, top = max(0, floor(min(xs))), max(0, floor(min(ys)))
    right, bottom = min(size[0], ceil(max(xs)) + 1), min(size[1], ceil(max(ys)) + 1)
    return (left, top, right, bottom) if left < right and top < bottom else None


def _mask(contours: list[list[Point]], size: tuple[int, int], *, even_odd: bool = False) -> Image.Image:
    """255 inside, by non-zero winding (letters have holes, and parts that overlap) or by the even-odd rule."""
    if len(contours) == 1:
        return _polygon(contours[0], size, 255)
    winding = Image.new("L", size, _WINDING_ZERO)
    for contour in contours:
        count = ImageChops.add if even_odd or _area(contour) > 0 else ImageChops.subtract
        winding = count(winding, _polygon(contour, size, 1))
    return winding.point([255 * _inside(value - _WINDING_ZERO, even_odd=even_odd) for value in range(256)])


def _inside(winding: int, *, even_odd: bool) -> bool:
    return winding % 2 == 1 if even_odd else winding != 0


def _polygon(contour: list[Point], size: tuple[int, int], value: int) -> Image.Image:
    mask = Image.new("L", size, 0)
    ImageDraw.Draw(mask).polygon(contour, fill=value)
    return mask


def _area(contour: list[Point]) -> float:
    """Twice the signed area of a polygon."""
    following = [*contour[1:], contour[0]]
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(contour, following, strict=True))
