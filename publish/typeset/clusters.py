"""What a shaped buffer draws and says, glyph by glyph.

A file that says what it shows needs one code for one piece of text. Where a script reorders, stacks or decomposes its
letters, the glyphs of a cluster become one composite, offsets baked in; a mark with an offset becomes one of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import uharfbuzz as hb

from publish.typeset.faces import Face, silent
from publish.typeset.model import Glyph

__all__ = ["clusters"]

Placed = tuple[int, int, int, int, int]
"""A glyph as HarfBuzz placed it: id, cluster, advance and offsets x and y in font units."""


def clusters(face: Face, text: str, buffer: hb.Buffer, *, rtl: bool = False) -> list[Glyph]:
    """The glyphs of a shaped buffer from left to right, the text of `text` spread over them.

    From left to right a cluster's first code says all of its text. From right to left each code says one character,
    for readers turn the codes of a line round: further characters of a ligature ride on silent codes at its left.
    """
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    letters = _letters(face)
    if len(infos) == len(text) and not rtl:
        # a glyph a letter, all of them met before: the case of nearly every new word
        keys = [
            (char, info.codepoint, place.x_advance, place.x_offset, place.y_offset)
            for char, info, place in zip(text, infos, places, strict=True)
        ]
        met = [letters.get(key) for key in keys]
        if None not in met and [info.cluster for info in infos] == list(range(len(text))):
            return met  # type: ignore[return-value]
    placed = [
        (info.codepoint, info.cluster, place.x_advance, place.x_offset, place.y_offset)
        for info, place in zip(infos, places, strict=True)
    ]
    known = _memory(face, rtl)
    found: list[Glyph] = []
    count, at, end = len(placed), 0, len(text)
    while at < count:
        start, last = placed[at][1], at + 1
        while last < count and placed[last][1] == start:
            last += 1
        if rtl:
            said, end = text[start:end], start
        else:
            said = text[start : placed[last][1]] if last < count else text[start:]
        # without its place in this word: thousands of words share their letters, and so the objects for them
        glyph = placed[at]
        key: tuple[object, ...] = (said, glyph[0], glyph[2], glyph[3], glyph[4])
        if last > at + 1:
            key = (said, *[(glyph[0], *glyph[2:]) for glyph in placed[at:last]])
        glyphs = known.get(key)
        if glyphs is None:
            glyphs = known[key] = tuple(_said(_drawn(face, placed[at:last], said), rtl=rtl))
            if len(said) == 1 and last == at + 1 and not rtl:
                letters[said, glyph[0], glyph[2], glyph[3], glyph[4]] = glyphs[0]
        found += glyphs
        at = last
    return found


@lru_cache(maxsize=192)
def _memory(_face: Face, _rtl: bool) -> dict[tuple[object, ...], tuple[Glyph, ...]]:
    """The clusters of a face that a process has met."""
    return {}


@lru_cache(maxsize=96)
def _letters(_face: Face) -> dict[tuple[str, int, int, int, int], Glyph]:
    """Those of single letters from left to right: character, glyph, advance and offsets to what they draw."""
    return {}


def _said(glyph: Glyph, *, rtl: bool) -> list[Glyph]:
    if rtl and len(glyph.text) > 1:
        silent_ones = [Glyph((), char, 0.0) for char in glyph.text[:0:-1]]
        return [*silent_ones, glyph._replace(text=glyph.text[0])]
    return [glyph]


def _drawn(face: Face, group: Sequence[Placed], text: str) -> Glyph:
    """One code for the glyphs of a cluster."""
    if all(map(silent, text)):
        return Glyph((), text, 0.0)
    if len(group) == 1 and group[0][3:] == (0, 0):
        glyph, _, advance, _, _ = group[0]
        natural = face.advance(glyph)
        if advance or not natural:
            return Glyph(((glyph, 0, 0),), text, natural, advance * face.scale - natural)
    pen, parts = 0, []
    for glyph, _, advance, x, y in group:
        parts.append((glyph, pen + x, y))
        pen += advance
    return Glyph(tuple(parts), text, pen * face.scale)
