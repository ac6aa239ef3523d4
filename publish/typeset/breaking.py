"""Where lines may break: UAX #14, made strict for Chinese and Japanese; by words in Korean and Thai."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category

from uniseg.linebreak import line_break_breakables

from publish.typeset.kinsoku import CJK, NEVER_END, allowed, short_pairs
from publish.typeset.thai import THAI, word_ends

__all__ = ["breaks_within", "chunks", "is_strict", "opportunities"]

SMALL_KANA = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
FULL_KANA = "".join(c for c in map(chr, (*range(0x3041, 0x3097), *range(0x30A1, 0x30FB))) if c not in SMALL_KANA)
CELL = f"[\u3400-\u4dbf\u4e00-\u9fff{FULL_KANA}]"
# Between two of these a line may always break (LB31) and no rule of UAX #14 looks across.
CELLS = re.compile(f"(?<={CELL})(?={CELL})")
# Words that no rule of UAX #14 parts: letters and digits with quotation marks and brackets around them, stops inside
# and marks behind (LB13, 14, 19, 24, 25, 28 to 30), alone or held together by no-break spaces and joiners (LB11, 12).
CORE = "[0-9A-Za-zÀ-ÖØ-öø-ʯΑ-ώА-ӿא-תء-ي\u064b-\u065f]+"
UNIT = f"[(„“‚‘«»]?{CORE}(?:[.,:’]{CORE})*%?[.,;:!?…)”’“»«،؛؟]*"
PLAIN_WORD = re.compile(f"{UNIT}(?:[\u00a0\u202f\u2060]+{UNIT})* *")
# Plain letters: all of class AL.
LETTERS = re.compile("[A-Za-zÀ-ÖØ-öø-ʯΑ-ώА-ӿ]+")
# What a rule of UAX #14 looks at across the spaces before it, beside opening marks.
LOOKS_AHEAD = frozenset("„‚\u200b\u2060")
MARKS, OPENINGS = frozenset(("Mn", "Me")), frozenset(("Ps", "Pi"))


def opportunities(text: str) -> tuple[int, ...]:
    """The offsets in `text` at which a new line may begin; neither 0 nor the end.

    UAX #14 with strict kinsoku; numbers stay whole, their ranges and multipliers (5500億) included.
    """
    strict, found = is_strict(text), []
    for start, end in chunks(text):
        if start:
            found.append(start)
        found += [start + offset for offset in breaks_within(text[start:end], strict)]
    return tuple(found)


def is_strict(text: str) -> bool:
    """Whether the rules of Chinese, Japanese and Korean lines hold for a text."""
    return not text.isascii() and CJK.search(text) is not None


def chunks(text: str) -> Iterator[tuple[int, int]]:
    """The text cut at spaces where no rule looks across them, as (start, end): before a letter, not after a bracket."""
    start, end = 0, len(text)
    space = text.find(" ")
    while 0 <= space < end - 1:
        at = space + 1
        if _begins(text[at]) and space and _ends(text, space - 1):
            yield start, at
            start = at
        space = text.find(" ", at)
    if start < end:
        yield start, end


@lru_cache(maxsize=4096)
def _begins(char: str) -> bool:
    """Whether a chunk may begin with a character."""
    return char.isalnum() and char < "\u3000"


def _ends(text: str, offset: int) -> bool:
    """Whether a chunk may end with the character at `offset`, marks and spaces behind it left aside."""
    while offset >= 0:
        closes = _closes(text[offset])
        if closes is not None:
            return closes
        offset -= 1
    return False


@lru_cache(maxsize=4096)
def _closes(char: str) -> bool | None:
    """Whether no rule of UAX #14 looks at a character across the spaces behind it; None for a mark or a space."""
    kind = category(char)
    if char == " " or kind in MARKS:
        return None
    return char not in NEVER_END and char not in LOOKS_AHEAD and kind not in OPENINGS


@lru_cache(maxsize=8_000)
def breaks_within(chunk: str, strict: bool) -> tuple[int, ...]:
    """The opportunities inside a chunk; `strict` where it is part of a text with Chinese, Japanese or Korean."""
    if PLAIN_WORD.fullmatch(chunk):
        return ()
    found = {offset for offset in _uax14(chunk) if allowed(chunk, offset, strict)}
    if "/" in chunk:
        found -= short_pairs(chunk)
    if THAI.search(chunk):
        found.update(word_ends(chunk))
    return tuple(sorted(found))


def _uax14(chunk: str) -> Iterator[int]:
    offset = 0
    for piece in CELLS.split(chunk):
        if offset:
            yield offset
        if len(piece) > 1:
            yield from (offset + inner for inner in _between_letters(piece))
        offset += len(piece)


def _between_letters(piece: str) -> Iterator[int]:
    """The opportunities in a piece, found from letter to letter: no rule looks across one, and many stretches recur."""
    start = 0
    for letters in LETTERS.finditer(piece):
        if letters.start():
            yield from (start + inner for inner in _breakables(piece[start : letters.start() + 1]))
        start = letters.end() - 1
    if start + 1 < len(piece):
        yield from (start + inner for inner in _breakables(piece[start:]))


@lru_cache(maxsize=4_000)
def _breakables(stretch: str) -> tuple[int, ...]:
    flags = line_break_breakables(stretch)
    return tuple(offset for offset, flag in enumerate(flags) if flag and offset)
