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
TOKEN = re.compile("[^ ]* *")
# Letters and digits with marks behind them: no rule of UAX #14 breaks there.
PLAIN_WORD = re.compile("[0-9A-Za-zÀ-ÖØ-öø-ʯΑ-ώА-ӿא-תء-ي\u064b-\u065f]+[.,;:!?،؛؟]* *")
# Plain letters: all of class AL.
LETTERS = re.compile("[A-Za-zÀ-ÖØ-öø-ʯΑ-ώА-ӿ]+")
# What a rule of UAX #14 looks at across the spaces before it, beside opening marks.
LOOKS_AHEAD = frozenset(("„", "‚", "\u200b", "\u2060", ""))
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
    start = end = 0
    for match in TOKEN.finditer(text):
        at = match.start()
        if start < at < len(text) and _parted(text, at):
            yield start, at
            start = at
        end = match.end()
    if start < end:
        yield start, end


def _parted(text: str, offset: int) -> bool:
    following = text[offset]
    if not (following.isalnum() and following < "\u3000"):
        return False
    at = offset - 2  # the character before the space
    while at >= 0 and (text[at] == " " or category(text[at]) in MARKS):
        at -= 1
    before = text[at] if at >= 0 else ""
    return before not in NEVER_END and before not in LOOKS_AHEAD and category(before or "A") not in OPENINGS


@lru_cache(maxsize=50_000)
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


@lru_cache(maxsize=30_000)
def _breakables(stretch: str) -> tuple[int, ...]:
    flags = line_break_breakables(stretch)
    return tuple(offset for offset, flag in enumerate(flags) if flag and offset)
