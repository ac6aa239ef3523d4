"""What a shaped buffer draws and says, glyph by glyph.

A file that says what it shows needs one code for one piece of text. Where a script reorders, stacks or decomposes its
letters, the glyphs of a cluster become one composite, offsets baked in; a mark with an offset becomes one of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    placed = [
        (info.codepoint, info.cluster, place.x_advance, place.x_offset, place.y_offset)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
    met = _met(face, text, placed) if len(placed) == len(text) and not rtl else None
    return met or [glyph for group, said in _groups(placed, text, rtl) for glyph in _known(face, group, said, rtl)]


def _met(face: Face, text: str, placed: Sequence[Placed]) -> list[Glyph] | None:
    """The glyphs where each is a letter that was met before: the case of nearly every new word."""
    letters = _letters(face)
    found: list[Glyph] = []
    for index, (char, (glyph, cluster, advance, x, y)) in enumerate(zip(text, placed, strict=True)):
        known = letters.get((char, glyph, advance, x, y))
        if known is None or cluster != index:
            return None
        found.append(known)
    return found


def _groups(placed: Sequence[Placed], text: str, rtl: bool) -> Iterator[tuple[Sequence[Placed], str]]:
    """The glyphs of each cluster from left to right, with its text."""
    at, end = 0, len(text)
    while at < len(placed):
        start, last = placed[at][1], at + 1
        while last < len(placed) and placed[last][1] == start:
            last += 1
        if rtl:
            said, end = text[start:end], start
        else:
            said = text[start : placed[last][1]] if last < len(placed) else text[start:]
        yield placed[at:last], said
        at = last


def _known(face: Face, group: Sequence[Placed], said: str, rtl: bool) -> tuple[Glyph, ...]:
    """What a cluster draws and says: thousands of words share their letters, and so the objects for them."""
    known = _memory(face, rtl)
    key = (said, *[(glyph, *moves) for glyph, _, *moves in group])
    glyphs = known.get(key)
    if glyphs is None:
        glyphs = known[key] = tuple(_said(_drawn(face, group, said), rtl=rtl))
        if len(said) == len(group) == 1 and not rtl:
            glyph, _, advance, x, y = group[0]
            _letters(face)[said, glyph, advance, x, y] = glyphs[0]
    return glyphs


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
