"""Space within CJK text: blank halves of punctuation that close up or shrink, gaps around Latin letters and digits.

The rules are those of JLREQ 3.1.2 to 3.1.5 and 3.2.4 (W3C, Requirements for Japanese Text Layout) and CLREQ 3.1.6;
which marks have a blank half is read from the glyphs, since fonts for Japan, China and Taiwan place them differently.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from publish.typeset.faces import Face

__all__ = ["CJK_SCRIPTS", "EVEN_SCRIPTS", "PLAIN", "Edge", "Kind", "edge", "gap", "ideographic", "joint", "squeeze"]

CJK_SCRIPTS = frozenset({"Jpan", "Hrkt", "Hani", "Hans", "Hant", "Kore"})
# Korean parts its words by spaces, and those take up the slack; the others spread it between all characters.
EVEN_SCRIPTS = CJK_SCRIPTS - {"Kore"}
HALF = 500.0
# Between a full-width letter and Latin ones or digits: JLREQ sets a quarter em that may shrink to this, which is what
# CSS Text 4 (text-autospace) takes; with the side bearings of proportional digits more looks like a word space.
LATIN_GAP = 125.0
OPENING = frozenset("「『（【〔［｛〈《〖〘〚〝｟“‘")
CLOSING = frozenset("」』）】〕］｝〉》〗〙〛〟｠”’、。，．：；！？")


class Kind(Enum):
    """What stands at an edge of a stretch of text, as far as blank halves go."""

    OTHER = 0
    OPENING = 1
    CLOSING = 2
    LETTER = 3  # Han, kana
    LATIN = 4  # letters and digits that are no wider than they need to be


class Edge(NamedTuple):
    """The first or last character of a stretch: its kind and the width in em/1000 of its blank half, or 0."""

    kind: Kind
    blank: float


PLAIN = Edge(Kind.OTHER, 0.0)
LETTER = Edge(Kind.LETTER, 0.0)
LATIN = Edge(Kind.LATIN, 0.0)


def edge(face: Face, glyph: int, char: str, advance: float) -> Edge:
    """The edge that a glyph makes; `advance` in em/1000 is the one it is set with."""
    if char in OPENING:
        left, _ = face.bearings(glyph)
        return Edge(Kind.OPENING, HALF if left >= HALF and advance > 2 * HALF - 1 else 0.0)
    if char in CLOSING:
        _, right = face.bearings(glyph)
        return Edge(Kind.CLOSING, HALF if right >= HALF and advance > 2 * HALF - 1 else 0.0)
    if char.isalnum():
        if not ideographic(char):
            return LATIN
        return LETTER if _takes_gap(char) else PLAIN
    return PLAIN


def _takes_gap(char: str) -> bool:
    """Whether a wide character is Han or kana: full-width Latin stands in a cell already, Hangul has spaces."""
    return "\u3005" <= char <= "\u9fff" or char >= "\U00020000"


def gap(last: Edge, first: Edge) -> float:
    """The space in em/1000 between Han or kana and Latin letters or digits (JLREQ 3.2.4)."""
    kinds = last.kind, first.kind
    return LATIN_GAP if kinds in ((Kind.LETTER, Kind.LATIN), (Kind.LATIN, Kind.LETTER)) else 0.0


def squeeze(last: Edge, first: Edge) -> float:
    """How much two neighbours close up, in em/1000: one of two blank halves that meet, or one before a mark."""
    if last.kind is Kind.CLOSING and first.kind in (Kind.OPENING, Kind.CLOSING):
        return last.blank
    if last.kind is Kind.OPENING and first.kind is Kind.OPENING:
        return first.blank
    return 0.0


def joint(before: str, after: str) -> bool:
    """Whether a line may be stretched between two characters that stay together (JLREQ table 2 of appendix E).

    Not after an opening mark, not before a closing one, not inside a dash or an ellipsis, not inside a Latin word.
    """
    if before in OPENING or after in CLOSING or before == after:
        return False
    return ideographic(before) or ideographic(after)


def ideographic(char: str) -> bool:
    """Whether a character stands in a full-width cell: Han, kana, bopomofo, Hangul, CJK and full-width marks."""
    code = ord(char)
    if code < 0x1100:
        return False
    return (
        0x2E80 <= code <= 0xA4CF
        or 0xAC00 <= code <= 0xD7FF
        or 0xF900 <= code <= 0xFAFF
        or 0xFE30 <= code <= 0xFE6F
        or 0xFF01 <= code <= 0xFF60
        or 0xFFE0 <= code <= 0xFFE6
        or 0x1100 <= code <= 0x11FF
        or 0x20000 <= code <= 0x3FFFF
    )
