"""Which characters a face draws, asked of its file without pinning it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cached_property

import uharfbuzz as hb

__all__ = ["Coverage", "combining_sequences", "joins", "script_of", "silent"]

# HarfBuzz draws these without a glyph of their own: spaces from the space glyph, the rest as nothing.
SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
SILENT = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
                    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]")  # fmt: skip
JOINERS = frozenset("\u200c\u200d")
# European digits and the signs of their numbers (UAX #9, table 4) look like the Latin letters beside them.
WESTERN = frozenset({"EN", "ET"})
# Writing systems of several scripts.
SYSTEMS = {"Jpan": {"Hani", "Hira", "Kana"}, "Hans": {"Hani"}, "Hant": {"Hani"}, "Kore": {"Hang", "Hani"}}


class Coverage:
    """Which characters a face draws; `opens` is asked for it with the first question.

    `script` (ISO 15924) keeps the face to that script and to punctuation, European numbers left out; `only` keeps it
    to these characters and to marks, which go with their base.
    """

    def __init__(self, opens: Callable[[], hb.Face], script: str = "", only: frozenset[str] | None = None) -> None:
        self._opens = opens
        self._scripts = SYSTEMS.get(script, {script} - {""})
        self._only = only
        self._known: dict[str, bool] = {}
        self._drawn: set[str] = set()

    @cached_property
    def _font(self) -> hb.Font:
        return hb.Font(self._opens())

    @cached_property
    def _pictures(self) -> bool:
        """Whether the face draws in colour: such pictures are not for text, and their outlines may be blank."""
        face = self._font.face
        return bool(face.has_color_png or face.has_color_svg or face.has_color_layers or face.has_color_paint)

    def has(self, char: str) -> bool:
        """Whether the face draws `char` (one code point), if need be from its parts."""
        known = self._known.get(char)
        if known is None:
            known = self._known[char] = self._serves(char) and self._draws(char)
            if known:
                self._drawn.add(char)
        return known

    def covers(self, text: str) -> bool:
        """Whether the face draws every character of a text."""
        return self._drawn.issuperset(text) or all(map(self.has, text))

    def draws(self, sequence: str) -> bool:
        """Whether the face draws a base with its marks, composed or not."""
        return all(map(self.has, sequence)) or all(map(self.has, unicodedata.normalize("NFC", sequence)))

    def _serves(self, char: str) -> bool:
        if self._only is not None:
            return char in self._only or unicodedata.category(char)[0] == "M"
        if not self._scripts:
            return True
        script = script_of(char)
        return script in self._scripts or (not script and unicodedata.bidirectional(char) not in WESTERN)

    def _draws(self, char: str) -> bool:
        if silent(char) or self._glyph(char):
            return True
        if SPACES.match(char):
            return self._glyph(" ")
        if char == "\u2011":  # the no-break hyphen is drawn as U+2010
            return self._glyph("\u2010")
        parts = unicodedata.normalize("NFD", char)
        return parts != char and all(self._glyph(part) for part in parts)

    def _glyph(self, char: str) -> bool:
        glyph = self._font.get_nominal_glyph(ord(char))
        return bool(glyph) and not (self._pictures and char != " " and self._blank(glyph))

    def _blank(self, glyph: int) -> bool:
        drawn: list[object] = []
        funcs = hb.DrawFuncs()
        funcs.set_move_to_func(lambda *point: drawn.append(point))
        self._font.draw_glyph(glyph, funcs)
        return not drawn


def silent(char: str) -> bool:
    """Whether a character shows nothing by definition (Unicode Default_Ignorable_Code_Point)."""
    return SILENT.match(char) is not None


def script_of(char: str) -> str:
    """The script of a character as ISO 15924 names it; "" for what all scripts share."""
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(char)])
    buffer.guess_segment_properties()
    script = buffer.script
    return "" if script in (None, "Zyyy", "Zinh", "Zzzz") else str(script)


def joins(char: str) -> bool:
    """Whether a character goes with the one before it: a mark or a joiner."""
    return char in JOINERS or unicodedata.category(char)[0] == "M"


def combining_sequences(text: str) -> Iterator[str]:
    """Each character with the marks and joiners that follow it (Unicode 3.6, D56): one face has to draw them all."""
    start = 0
    for offset in range(1, len(text) + 1):
        if offset == len(text) or not joins(text[offset]):
            yield text[start:offset]
            start = offset
