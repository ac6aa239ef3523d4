"""QR codes (ISO/IEC 18004) as modules, as shapes and as a picture."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby

from publish.errors import InputError, error
from publish.figures.shapes import Drawing, Rect

__all__ = ["QUIET", "qr_drawing", "qr_modules", "qr_png"]

QUIET = 4  # modules of white on each side, ISO/IEC 18004 6.3.8
_DARK, _LIGHT = "#000000", "#FFFFFF"
_PIXELS = 12  # of a module in a picture: over 300 dpi at 24 mm
_SHOWN = 60  # characters of a text that a message quotes


def qr_modules(data: str) -> tuple[tuple[bool, ...], ...]:
    """The modules of a code, row by row, True for a dark one, without the white around it.

    Level M or better without growing. Raises InputError for a text that no code can hold (over 2,331 bytes).
    """
    import segno  # noqa: PLC0415 - 20 ms, for documents that have a code only

    try:
        code = segno.make_qr(data, error="m", encoding="utf-8", boost_error=True)
    except ValueError as problem:
        shown = data[:_SHOWN] + ("…" if len(data) > _SHOWN else "")
        raise InputError([error(f'"{shown}" does not fit a QR code', hint="use a shorter address")]) from problem
    return tuple(tuple(module == 1 for module in row) for row in code.matrix)


def qr_drawing(data: str, size: float, alt: str = "", language: str = "", quiet: int = QUIET) -> Drawing:
    """A code on a white square, `size` points wide, the white around it included.

    `quiet` is that white in modules; less than 4 only where the page around it is white anyway.
    """
    modules = qr_modules(data)
    unit = size / (len(modules) + 2 * quiet)
    shapes = [Rect(0.0, 0.0, size, size, _LIGHT)]
    for number, row in enumerate(modules):
        column = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                shapes.append(Rect((column + quiet) * unit, (number + quiet) * unit, length * unit, unit, _DARK))
            column += length
    return Drawing(size, size, tuple(shapes), alt, language)


def qr_png(data: str, quiet: int = QUIET) -> bytes:
    """A code as a PNG of two colours with its white around it; the same bytes for the same text.

    `quiet` is that white in modules; less than 4 only where the page around it is white anyway.
    """
    from PIL import Image  # noqa: PLC0415 - 30 ms, for documents that have a picture only

    modules = qr_modules(data)
    side = len(modules) + 2 * quiet
    picture = Image.new("1", (side, side), 1)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            if dark:
                picture.putpixel((x + quiet, y + quiet), 0)
    file = BytesIO()
    picture.resize((side * _PIXELS, side * _PIXELS), Image.Resampling.NEAREST).save(file, "PNG", compress_level=9)
    return file.getvalue()
