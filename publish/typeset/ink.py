"""Where the ink of a set line is, as the outlines of its glyphs have it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from publish.typeset.faces import Face
from publish.typeset.fonts import FontBook
from publish.typeset.model import Line

__all__ = ["Ink", "ink"]


class Ink(NamedTuple):
    """The box around a glyph in points: x from the left of its line, y downwards from the baseline."""

    left: float
    top: float
    right: float
    bottom: float


def ink(line: Line, book: FontBook) -> Iterator[Ink]:
    """The boxes of all glyphs of a line that draw something, from left to right."""
    for fragment in line.fragments:
        face, size, rise = book.face(fragment.face), fragment.look.size, fragment.look.rise
        unit, x = size / face.upem, fragment.x
        for glyph in fragment.glyphs:
            for number, dx, dy in glyph.parts:
                left, top, right, bottom = _extents(face, number)
                if right > left:
                    yield Ink(
                        x + (dx + left) * unit, -(dy + top) * unit - rise,
                        x + (dx + right) * unit, -(dy + bottom) * unit - rise,
                    )  # fmt: skip
            x += (glyph.advance + glyph.adjust) * size / 1000


@lru_cache(maxsize=8192)
def _extents(face: Face, glyph: int) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of a glyph's outline in font units, y upwards; all 0 for one without ink."""
    box = face.hb_font.get_glyph_extents(glyph)
    if box is None:
        return 0, 0, 0, 0
    return box.x_bearing, box.y_bearing, box.x_bearing + box.width, box.y_bearing + box.height
