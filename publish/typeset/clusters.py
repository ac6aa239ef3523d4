"""What a shaped buffer draws and says, glyph by glyph.

A file that says what it shows needs one code for one piece of text. Where a script reorders, stacks or decomposes its
letters, the glyphs of a cluster become one composite, offsets baked in; a mark with an offset becomes one of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

import uharfbuzz as hb

from publish.typeset.faces import Face, silent
from publish.typeset.model import Glyph

__all__ = ["clusters"]


class _Placed(NamedTuple):
    """A glyph as HarfBuzz placed it, in font units."""

    id: int
    cluster: int
    advance: int
    x: int
    y: int


def clusters(face: Face, text: str, buffer: hb.Buffer, *, rtl: bool = False) -> list[Glyph]:
    """The glyphs of a shaped buffer from left to right, the text of `text` spread over them.

    From left to right a cluster's first code says all of its text. From right to left each code says one character,
    for readers turn the codes of a line round: further characters of a ligature ride on silent codes at its left.
    """
    placed = [
        _Placed(info.codepoint, info.cluster, place.x_advance, place.x_offset, place.y_offset)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
    starts = [*sorted({glyph.cluster for glyph in placed}), len(text)]
    texts = {start: text[start:end] for start, end in pairwise(starts)}
    found: list[Glyph] = []
    for cluster, group in groupby(placed, lambda glyph: glyph.cluster):
        found += _said(_drawn(face, list(group), texts[cluster]), rtl=rtl)
    return found


def _said(glyph: Glyph, *, rtl: bool) -> Iterator[Glyph]:
    if rtl and len(glyph.text) > 1:
        yield from (Glyph((), char, 0.0) for char in glyph.text[:0:-1])
        glyph = glyph._replace(text=glyph.text[0])
    yield glyph


def _drawn(face: Face, group: Sequence[_Placed], text: str) -> Glyph:
    """One code for the glyphs of a cluster."""
    first, scale = group[0], face.scale
    if all(map(silent, text)):
        return Glyph((), text, 0.0)
    if len(group) == 1 and not (first.x or first.y):
        natural = face.advance(first.id)
        if first.advance or not natural:
            return Glyph(((first.id, 0, 0),), text, natural, first.advance * scale - natural)
    pen, parts = 0, []
    for glyph in group:
        parts.append((glyph.id, pen + glyph.x, glyph.y))
        pen += glyph.advance
    return Glyph(tuple(parts), text, pen * scale)
