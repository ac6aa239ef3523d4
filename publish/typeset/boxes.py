"""A paragraph as boxes: stretches of text that no line parts, shaped and measured."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from uniseg.graphemecluster import grapheme_cluster_boundaries

from publish.typeset.aki import ideographic, squeeze
from publish.typeset.breaking import opportunities, phrase_opportunities
from publish.typeset.fonts import FontBook
from publish.typeset.model import Piece
from publish.typeset.shaping import SOFT_HYPHEN, SPACE_SHRINK, Shaper, Word

__all__ = ["Box", "Part", "Seam", "Section", "boxes", "seam", "sections"]

# Everything that is no letter but parts words: one space in the end, as in Markdown and HTML.
BLANKS = re.compile("[ \t\r\v\f\x85]+")
HARD_BREAK = re.compile("[\n\u2028\u2029]")
# Marks that only say where to break; they have done so when text is shaped.
CONTROLS = re.compile("[\u00ad\u200b\u2060\ufeff]")
# Words that these hold together part there only where no line holds both.
NO_BREAK = re.compile("[\u00a0\u202f]")
# Spaces that vanish at a line's end.
TRAILING = " \u00a0\u202f\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"


class Part(NamedTuple):
    """A stretch of a box in one piece: the piece's number in the section, points for em/1000, the width in points."""

    piece: int
    word: Word
    unit: float
    width: float


@dataclass(frozen=True, slots=True)
class Section:
    """What stands between two hard breaks: its text, spaces folded, and the pieces that its stretches come from."""

    text: str
    starts: tuple[int, ...]
    pieces: tuple[Piece, ...]
    shapers: tuple[Shaper, ...]
    controls: bool

    def language(self, offset: int) -> str:
        """The language that the text has at an offset."""
        return self.pieces[bisect_right(self.starts, offset) - 1].language

    def trailing(self, parts: Sequence[Part]) -> float:
        """What parts lose at the end of a line, in points: the blank half of a mark, the tracking after a letter."""
        if not parts:
            return 0.0
        last = parts[-1]
        return (last.word.last.blank + self.pieces[last.piece].look.tracking) * last.unit

    def parts(self, start: int, end: int) -> tuple[Part, ...]:
        """The shaped parts of text[start:end], controls left out."""
        number = bisect_right(self.starts, start) - 1 if len(self.starts) > 1 else 0
        found: list[Part] = []
        while start < end:
            stop = self.starts[number + 1] if number + 1 < len(self.starts) else end
            shown = self.text[start : min(stop, end)]
            shown = CONTROLS.sub("", shown) if self.controls else shown
            if shown:
                found.append(self._part(number, shown))
            start, number = stop, number + 1
        return tuple(found)

    def hyphenated(self, start: int, end: int) -> tuple[Part, ...]:
        """The same with a hyphen at its end; nothing where there is no text for one."""
        parts = self.parts(start, end)
        if not parts:
            return ()
        return (*parts[:-1], self._part(parts[-1].piece, parts[-1].word.text + SOFT_HYPHEN))

    def _part(self, number: int, text: str) -> Part:
        word, unit = self.shapers[number].word(text), self.pieces[number].look.size / 1000
        return Part(number, word, unit, word.width * unit)


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


def sections(pieces: Sequence[Piece], book: FontBook, script: str) -> Iterator[Section]:
    """The pieces between hard breaks, spaces folded across pieces and none at either end."""
    for row in _rows(pieces):
        yield _section(row, book, script)


def _rows(pieces: Sequence[Piece]) -> list[list[tuple[Piece, str]]]:
    rows: list[list[tuple[Piece, str]]] = [[]]
    for piece in pieces:
        first, *others = HARD_BREAK.split(piece.text)
        rows[-1].append((piece, first))
        rows.extend([(piece, text)] for text in others)
    if len(rows) > 1 and not any(text.strip() for _, text in rows[-1]):
        rows.pop()
    return rows


def _section(row: list[tuple[Piece, str]], book: FontBook, script: str) -> Section:
    texts: list[str] = []
    ended = " "
    for _, text in row:
        folded = BLANKS.sub(" ", text)
        folded = folded[1:] if ended == " " and folded.startswith(" ") else folded
        ended = folded[-1:] or ended
        texts.append(folded)
    _strip_end(texts)
    kept = [(piece, text) for (piece, _), text in zip(row, texts, strict=True) if text]
    starts, offset = [], 0
    for _, text in kept:
        starts.append(offset)
        offset += len(text)
    shapers = tuple(book.shaper(piece.look, piece.language, script) for piece, _ in kept)
    text = "".join(text for _, text in kept)
    return Section(text, tuple(starts), tuple(piece for piece, _ in kept), shapers, bool(CONTROLS.search(text)))


def _strip_end(texts: list[str]) -> None:
    for index in range(len(texts) - 1, -1, -1):
        texts[index] = texts[index].rstrip(" ")
        if texts[index]:
            return


def boxes(section: Section, width: float, phrases_of: str = "") -> list[Box]:
    """The boxes of a section, phrases where a script is given for them.

    One that is wider than `width` comes apart: a phrase into words, a word into grapheme clusters.
    """
    offsets: Sequence[int] = opportunities(section.text)
    if phrases_of:
        wanted = phrase_opportunities(section.text, phrases_of)
        phrases = _measured(section, sorted(wanted))
        offsets = sorted(wanted | _inside_wide(phrases, offsets, width))
    found = _measured(section, offsets)
    if max([box.width for box in found]) <= width:
        return found
    return list(_split_wide(section, found, width))


def _inside_wide(found: Sequence[Box], offsets: Sequence[int], width: float) -> set[int]:
    wide = [box for box in found if not _fits(box, width)]
    return {offset for box in wide for offset in offsets if box.start < offset < box.end}


def _measured(section: Section, offsets: Sequence[int]) -> list[Box]:
    return [_box(section, start, stop) for start, stop in pairwise((0, *offsets, len(section.text))) if stop > start]


def _box(section: Section, start: int, stop: int) -> Box:
    text = section.text[start:stop]
    end = start + len(text.rstrip(TRAILING))
    parts = section.parts(start, end)
    glue = section.parts(end, stop) if end < stop else ()
    width = parts[0].width if len(parts) == 1 else sum([part.width for part in parts])
    space = glue[0].width if len(glue) == 1 else sum([part.width for part in glue])
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
    return Seam(close * unit, int(cells), spare * unit)


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
    return list(pairwise(start + offset for offset in grapheme_cluster_boundaries(section.text[start:stop])))


def _fits(box: Box, width: float) -> bool:
    return box.width - box.lead - box.trail <= width
