"""Bidirectional classes (UAX #9, table 4): one letter a character, so that a rule can be a regular expression."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

__all__ = ["CODES", "bidi_classes"]

# Capitals for what is seen, small letters for formatting characters.
CODES = {
    "L": "L", "R": "R", "AL": "A", "EN": "E", "AN": "N",
    "ES": "S", "ET": "T", "CS": "C", "NSM": "M", "BN": "b",
    "B": "P", "S": "G", "WS": "W", "ON": "O",
    "LRE": "l", "RLE": "r", "LRO": "v", "RLO": "w", "PDF": "p",
    "LRI": "i", "RLI": "j", "FSI": "k", "PDI": "q",
}  # fmt: skip

# Where the class of unassigned characters changes (the @missing lines of DerivedBidiClass.txt).
_UNASSIGNED = (
    (0x0000, "L"), (0x0590, "R"), (0x0600, "A"), (0x07C0, "R"), (0x0860, "A"), (0x0900, "L"), (0x2065, "b"),
    (0x2066, "L"), (0x20A0, "T"), (0x20D0, "L"), (0xFB1D, "R"), (0xFB50, "A"), (0xFDD0, "b"), (0xFDF0, "A"),
    (0xFE00, "L"), (0xFE70, "A"), (0xFF00, "L"), (0xFFF0, "b"), (0xFFF9, "L"), (0x10800, "R"), (0x10D00, "A"),
    (0x10D40, "R"), (0x10EC0, "A"), (0x10F00, "R"), (0x10F30, "A"), (0x10F70, "R"), (0x11000, "L"), (0x1E800, "R"),
    (0x1EC70, "A"), (0x1ECC0, "R"), (0x1ED00, "A"), (0x1ED50, "R"), (0x1EE00, "A"), (0x1EF00, "R"), (0x1F000, "L"),
    (0xE0000, "b"), (0xE1000, "L"),
)  # fmt: skip
_STARTS = [start for start, _ in _UNASSIGNED]


class _Classes(dict[int, str]):
    """The letter of each code point's class, looked up once; a table for `str.translate`."""

    def __missing__(self, code: int) -> str:
        assigned = unicodedata.bidirectional(chr(code))
        letter = self[code] = CODES[assigned] if assigned else _unassigned(code)
        return letter


_CLASSES = _Classes()


def bidi_classes(text: str) -> str:
    """The class of each character, as a string of the letters of `CODES`."""
    return text.translate(_CLASSES)


def _unassigned(code: int) -> str:
    if code & 0xFFFE == 0xFFFE:
        return CODES["BN"]  # the noncharacters that end each plane
    return _UNASSIGNED[bisect_right(_STARTS, code) - 1][1]
