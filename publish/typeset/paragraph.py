"""Setting paragraphs: pieces of text in, lines of glyphs out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from publish.typeset.aki import EVEN_SCRIPTS
from publish.typeset.boxes import Box, Seam, boxes
from publish.typeset.fitting import Measure, Point, acceptable, balanced, greedy, is_even, ragged_fit, total_fit
from publish.typeset.fonts import FontBook
from publish.typeset.lines import Typesetter
from publish.typeset.model import Alignment, Line, Piece, Setting
from publish.typeset.points import NO_SEAM, lengths, points, seams
from publish.typeset.section import Section, sections

__all__ = ["measure", "min_width", "set_paragraph"]

# What a joint stretches by before the line begins to look loose, in em: half a space; a twentieth between cells.
SPACE_STRETCH = 0.12
CELL_STRETCH = 0.05


def set_paragraph(pieces: Sequence[Piece], setting: Setting, book: FontBook) -> tuple[Line, ...]:
    """The lines of a paragraph; none for one without text.

    No line is wider than the measure unless a single grapheme is. Runs of spaces are one space, none stand at an end
    of a line. What only says where to break (U+00AD, U+200B, U+2060) is not in the lines. Raises InputError for a
    family that the book does not have.
    """
    if not any(piece.text.strip() for piece in pieces):
        return ()
    found = sections(pieces, book, setting.script, rtl=setting.rtl)
    blocks = [list(_lines(section, setting, book)) for section in found]
    for block in blocks[:-1]:
        block[-1] = block[-1]._replace(ending="\n")
    return tuple(line for block in blocks for line in block)


def _lines(section: Section, setting: Setting, book: FontBook) -> Iterator[Line]:
    if not section.text:
        yield Line((), 0.0)
        return
    row = boxes(section, setting.width, setting.script if setting.phrases else "")
    fitted = _measure(section, setting)
    joins = seams(row, setting.script, justify=fitted.justify)
    typesetter = Typesetter(section, row, joins, fitted, book, setting.rtl)
    forced = any(box.forced for box in row)
    if not forced and _natural(row, joins) <= setting.width:
        yield typesetter.single()
        return
    if setting.total_fit and not (setting.balance or fitted.justify or forced) and _is_plain(section, row, joins):
        ends, starts = lengths(row)
        broken = ragged_fit(ends, starts, fitted)
        if not setting.hyphenate or is_even(ends, starts, broken, fitted):
            yield from typesetter.plain(broken)
            return
    places = points(section, row, joins)
    chosen = _choose(places, fitted, setting)
    if setting.hyphenate and not acceptable(places, chosen, fitted):
        places = points(section, row, joins, hyphenate=True)
        chosen = _choose(places, fitted, setting)
    yield from typesetter.lines(places, chosen)


def _is_plain(section: Section, row: Sequence[Box], joins: Sequence[Seam]) -> bool:
    """Whether all that matters of the boxes is how long they are."""
    return joins[0] is NO_SEAM and not (section.controls and any(box.soft for box in row))


def _natural(row: Sequence[Box], joins: Sequence[Seam]) -> float:
    """The width of the boxes on one line."""
    length = sum([box.width + box.space for box in row]) - sum([join.close for join in joins])
    return length - row[0].lead - row[-1].trail - row[-1].space


def _measure(section: Section, setting: Setting) -> Measure:
    em = max(piece.look.size for piece in section.pieces)
    stretch = CELL_STRETCH if setting.script in EVEN_SCRIPTS else SPACE_STRETCH
    fill = setting.alignment is Alignment.JUSTIFY and not setting.balance
    return Measure(setting.width, fill, em, em * stretch)


def _choose(places: Sequence[Point], fitted: Measure, setting: Setting) -> list[int]:
    """The numbers of the points at which the lines end."""
    if len(places) == 2:
        return [1]
    if setting.balance:
        return balanced(places, fitted)
    return total_fit(places, fitted) if setting.total_fit else greedy(places, fitted)


def measure(pieces: Sequence[Piece], book: FontBook, script: str = "Latn") -> float:
    """The width in points that the pieces take on one line (the widest, where hard breaks part them)."""
    rows = (boxes(section, inf) for section in sections(pieces, book, script) if section.text)
    return max((_natural(row, seams(row, script, justify=False)) for row in rows), default=0.0)


def min_width(pieces: Sequence[Piece], book: FontBook, script: str = "Latn") -> float:
    """The width in points of the widest stretch that has no place to break, hyphens not counted."""
    rows = (boxes(section, inf) for section in sections(pieces, book, script) if section.text)
    return max((box.width - box.lead - box.trail for row in rows for box in row), default=0.0)
