"""A paragraph as boxes: stretches of text that no line parts, shaped and measured."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from uniseg.graphemecluster import grapheme_cluster_boundaries

from publish.typeset.aki import gap, ideographic, squeeze
from publish.typeset.breaking import breaks_within, chunks, is_strict
from publish.typeset.kinsoku import keeps_kinsoku
from publish.typeset.phrases import has_phrases, phrase_opportunities
from publish.typeset.section import CONTROLS, Part, Section
from publish.typeset.shaping import SOFT_HYPHEN, SPACE_SHRINK, Shaper, Word

__all__ = ["Box", "Seam", "boxes", "seam"]

# Words that these hold together part there only where no line holds both.
NO_BREAK = re.compile("[\u00a0\u202f]")
# Spaces that vanish at a line's end.
TRAILING = " \u00a0\u202f\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"


class Box(NamedTuple):
    """Text that stays together, text[start:end], and the space behind it, up to the next box. Lengths in points.

    `lead` and `trail` are what it loses at a line's start and end: a blank half, trailing tracking. `soft` ends in a
    soft hyphen; `forced` ends where only need parts a word.
    """

    start: int
    end: int
    parts: tuple[Part, ...]
    width: float
    glue: tuple[Part, ...]
    space: float
    lead: float
    trail: float
    soft: bool = False
    forced: bool = False


class Seam(NamedTuple):
    """What happens between two boxes of a line: they close up by `close`; a justified line gives way there or not."""

    close: float
    joints: int
    shrink: float


class _Atom(NamedTuple):
    """A box of a chunk as every paragraph in one look has it; places count from the start of the chunk."""

    start: int
    end: int
    word: Word | None
    glue: Word | None
    soft: bool


def boxes(section: Section, width: float, phrases_of: str = "") -> list[Box]:
    """The boxes of a section, phrases where a script is given for them.

    One that is wider than `width` comes apart: a phrase into words, a word into grapheme clusters.
    """
    strict = is_strict(section.text)
    found = list(_boxes(section, strict))
    if phrases_of and has_phrases(section.text, phrases_of):
        found = _phrases(section, found, width, phrases_of)
    for box in found:
        if box.width > width:
            return list(_split_wide(section, found, width))
    return found


def _boxes(section: Section, strict: bool) -> Iterator[Box]:
    """The boxes chunk by chunk; those that lie in one piece and run one way are made of remembered words."""
    text, starts, levels = section.text, section.starts, section.levels
    number, last = 0, len(starts) - 1
    limit = starts[1] if last > 0 else len(text)
    for start, stop in chunks(text):
        while start >= limit and number < last:
            number += 1
            limit = starts[number + 1] if number < last else len(text)
        if stop > limit or (levels is not None and min(levels[start:stop]) != max(levels[start:stop])):
            yield from _mixed_boxes(section, start, stop, strict)
            continue
        level = levels[start] if levels is not None else 0
        look = section.pieces[number].look
        unit, tracking = look.size / 1000, look.tracking
        for begin, end, word, glue, soft in _atoms(section.shapers[number], text[start:stop], strict, level % 2 == 1):
            spaces, space = ((Part(number, glue, unit, level),), glue.width * unit) if glue else ((), 0.0)
            if word is None:
                yield Box(start + begin, start + end, (), 0.0, spaces, space, 0.0, 0.0, soft)
                continue
            parts, width = (Part(number, word, unit, level),), word.width * unit
            lead, trail = word.first.blank * unit, (word.last.blank + tracking) * unit
            yield Box(start + begin, start + end, parts, width, spaces, space, lead, trail, soft)


@lru_cache(maxsize=8_000)
def _atoms(shaper: Shaper, chunk: str, strict: bool, rtl: bool) -> tuple[_Atom, ...]:
    """The boxes of a chunk in one look."""
    return tuple(_atom(shaper, chunk, ends, rtl) for ends in pairwise((0, *breaks_within(chunk, strict), len(chunk))))


def _atom(shaper: Shaper, chunk: str, ends: tuple[int, int], rtl: bool) -> _Atom:
    start, stop = ends
    text = chunk[start:stop]
    end = start + len(text.rstrip(TRAILING))
    shown, space = CONTROLS.sub("", chunk[start:end]), CONTROLS.sub("", chunk[end:stop])
    word = shaper.word(shown, rtl) if shown else None
    glue = shaper.word(space, rtl) if space else None
    return _Atom(start, end, word, glue, bool(word) and text.endswith(SOFT_HYPHEN))


def _mixed_boxes(section: Section, start: int, stop: int, strict: bool) -> Iterator[Box]:
    """The boxes of a chunk that several pieces or directions share."""
    offsets = breaks_within(section.text[start:stop], strict)
    bounds = (start, *(start + offset for offset in offsets), stop)
    yield from (_box(section, here, there) for here, there in pairwise(bounds))


def _phrases(section: Section, found: Sequence[Box], width: float, script: str) -> list[Box]:
    """Boxes joined to phrases where those fit."""
    wanted = phrase_opportunities(section.text, script)
    phrases = _measured(section, sorted(wanted))
    wide = [box for box in phrases if not _fits(box, width)]
    inside = {box.start for box in found for phrase in wide if phrase.start < box.start < phrase.end}
    return _measured(section, sorted(wanted | inside))


def _measured(section: Section, offsets: Sequence[int]) -> list[Box]:
    return [_box(section, start, stop) for start, stop in pairwise((0, *offsets, len(section.text))) if stop > start]


def _box(section: Section, start: int, stop: int) -> Box:
    text = section.text[start:stop]
    end = start + len(text.rstrip(TRAILING))
    parts = section.parts(start, end)
    glue = section.parts(end, stop) if end < stop else ()
    width = sum([part.width for part in parts])
    space = sum([part.width for part in glue])
    lead = parts[0].word.first.blank * parts[0].unit if parts else 0.0
    soft = section.controls and text.endswith(SOFT_HYPHEN) and bool(parts)
    return Box(start, end, parts, width, glue, space, lead, section.trailing(parts), soft)


def seam(one: Box, two: Box, even: bool) -> Seam:
    """What happens between neighbours; `even` spreads slack between all characters (Japanese, Chinese)."""
    if not even:
        return Seam(0.0, 1 if one.space else 0, one.space * SPACE_SHRINK)
    if one.glue or not one.parts or not two.parts:
        return Seam(0.0, 1, one.space * SPACE_SHRINK)
    before, after, unit = one.parts[-1].word, two.parts[0].word, one.parts[-1].unit
    close = squeeze(before.last, after.first)
    spare = before.last.blank + after.first.blank - close
    cells = ideographic(before.text[-1]) or ideographic(after.text[0])
    # the mark of a source, which is smaller, belongs to neither side
    opened = gap(before.last, after.first) if unit == two.parts[0].unit else 0.0
    return Seam((close - opened) * unit, int(cells), spare * unit)


def _split_wide(section: Section, found: Sequence[Box], width: float) -> Iterator[Box]:
    """The boxes, those wider than `width` cut behind no-break spaces, or else at grapheme clusters (UAX #29)."""
    for box in found:
        if box.start == box.end or _fits(box, width):
            yield box
            continue
        cuts = [box.start, *(match.end() + box.start for match in NO_BREAK.finditer(section.text[box.start : box.end]))]
        pieces = [part for start, stop in pairwise([*cuts, box.end]) for part in _cut(section, start, stop, width)]
        for start, stop in pieces[:-1]:
            yield _box(section, start, stop)._replace(forced=True)
        last = _box(section, *pieces[-1])
        yield last._replace(glue=box.glue, space=box.space, soft=box.soft)


def _cut(section: Section, start: int, stop: int, width: float) -> list[tuple[int, int]]:
    """The clusters of a stretch, or the whole of it where it fits."""
    if start == stop or _fits(_box(section, start, stop), width):
        return [(start, stop)] if stop > start else []
    text = section.text[start:stop]
    bounds = list(range(len(text) + 1) if text.isascii() else grapheme_cluster_boundaries(text))
    seemly = bounds
    if is_strict(section.text):
        seemly = [at for at in bounds if not 0 < at < len(text) or keeps_kinsoku(text, at)]
    parts = [(start + here, start + there) for here, there in pairwise(seemly)]
    if len(seemly) < len(bounds) and not all(_fits(_box(section, *part), width) for part in parts):
        return [(start + here, start + there) for here, there in pairwise(bounds)]
    return parts


def _fits(box: Box, width: float) -> bool:
    return box.width - box.lead - box.trail <= width
