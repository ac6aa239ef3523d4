"""Setting paragraphs: pieces of text in, lines of glyphs out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

from publish.typeset.aki import EVEN_SCRIPTS
from publish.typeset.boxes import Section, boxes, sections
from publish.typeset.fitting import Measure, Point, acceptable, balanced, greedy, total_fit
from publish.typeset.fonts import FontBook
from publish.typeset.lines import Typesetter
from publish.typeset.model import Alignment, Line, Piece, Setting
from publish.typeset.points import points, seams

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
    blocks = [list(_lines(section, setting, book)) for section in sections(pieces, book, setting.script)]
    for block in blocks[:-1]:
        block[-1] = replace(block[-1], ending="\n")
    return tuple(line for block in blocks for line in block)


def _lines(section: Section, setting: Setting, book: FontBook) -> Iterator[Line]:
    if not section.text:
        yield Line((), 0.0)
        return
    row = boxes(section, setting.width, setting.script if setting.phrases else "")
    joins = seams(row, setting.script)
    fitted = _measure(section, setting)
    places = points(section, row, joins)
    chosen = _choose(places, fitted, setting)
    if setting.hyphenate and not acceptable(places, chosen, fitted):
        places = points(section, row, joins, hyphenate=True)
        chosen = _choose(places, fitted, setting)
    yield from Typesetter(section, row, joins, fitted, book).lines(places, chosen)


def _measure(section: Section, setting: Setting) -> Measure:
    em = max(piece.look.size for piece in section.pieces)
    stretch = CELL_STRETCH if setting.script in EVEN_SCRIPTS else SPACE_STRETCH
    fill = setting.alignment is Alignment.JUSTIFY and not setting.balance
    return Measure(setting.width, fill, em, em * stretch)


def _choose(places: Sequence[Point], fitted: Measure, setting: Setting) -> list[int]:
    """The numbers of the points at which the lines end."""
    if len(places) == 2 or places[-1].end - places[0].start <= setting.width:
        return [len(places) - 1]
    if setting.balance:
        return balanced(places, fitted)
    return total_fit(places, fitted) if setting.total_fit else greedy(places, fitted)


def measure(pieces: Sequence[Piece], book: FontBook, script: str = "Latn") -> float:
    """The width in points that the pieces take on one line (the widest, where hard breaks part them)."""
    return max((_natural(section, script) for section in sections(pieces, book, script) if section.text), default=0.0)


def _natural(section: Section, script: str) -> float:
    row = boxes(section, inf)
    places = points(section, row, seams(row, script))
    return places[-1].end - places[0].start


def min_width(pieces: Sequence[Piece], book: FontBook, script: str = "Latn") -> float:
    """The width in points of the widest stretch that has no place to break, hyphens not counted."""
    rows = (boxes(section, inf) for section in sections(pieces, book, script) if section.text)
    return max((box.width - box.lead - box.trail for row in rows for box in row), default=0.0)
