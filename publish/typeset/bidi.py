"""Text of both directions in order: the Unicode Bidirectional Algorithm (UAX #9), isolates and paired brackets too.

`bidi_classes` makes a string of classes from a paragraph, `bidi_embedding` finds what is embedded in what, and
`bidi_resolving` which way each character runs there; most rules are regular expressions over those strings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from publish.typeset.bidi_classes import bidi_classes
from publish.typeset.bidi_embedding import REMOVED, first_strong, pick, run_sequences
from publish.typeset.bidi_resolving import resolve_sequence
from publish.typeset.brackets import MIRRORED

__all__ = ["RAISING", "base_level", "levels", "line_levels", "mirrored", "reset", "resolve", "visual_order"]

# The blocks of right-to-left scripts, U+200F, embeddings and isolates: where a paragraph is left-to-right, nothing else
# has a level above 0.
RAISING = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2068\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# Blanks, isolates and what X9 removes, up to a tab, a hard line break or the end.
_RESET = re.compile(r"(?<![Wijkqlrvwpb])[Wijkqlrvwpb]*+(?:[GP]|\Z)")
_RISES = ({"L": 0, "R": 1, "E": 2, "N": 2}, {"L": 1, "R": 0, "E": 1, "N": 1})  # I1, I2


def levels(text: str, rtl: bool | None = False) -> list[int] | None:
    """The embedding level of each character of one paragraph (P2 to I2); None if every level is 0.

    `rtl` is the paragraph's direction; None takes that of its first strong character. A hard line break inside is at
    the base level and ends no embedding, as U+2028 does not.
    """
    if not rtl and (text.isascii() or not RAISING.search(text)):
        return None
    classes = bidi_classes(text)
    base = first_strong(classes) if rtl is None else int(rtl)
    found = resolve(classes, base, text)
    return found if any(found) else None


def base_level(text: str) -> int:
    """The level of a paragraph by its first strong character, those in isolates apart (P2, P3): 0 or 1."""
    return first_strong(bidi_classes(text)) if RAISING.search(text) else 0


def line_levels(text: str, levels: Sequence[int], start: int, end: int, base: int) -> list[int]:
    """The levels of the line `text[start:end]`: blanks at its end and before tabs go back to `base` (L1)."""
    return reset(bidi_classes(text[start:end]), levels[start:end], base)


def visual_order(levels: Sequence[int]) -> list[int]:
    """The indices of items, each of one level, as they stand from left to right (L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        # Earlier reversals took place inside these spans, so items of this level and above still stand there.
        for first, last in _spans(levels, level):
            order[first:last] = reversed(order[first:last])
    return order


def mirrored(char: str) -> str | None:
    """The character that shows `char` at an odd level (L4: Bidi_Mirroring_Glyph), or None."""
    return MIRRORED.get(char)


def resolve(classes: str, base: int, text: str = "") -> list[int]:
    """The levels of a paragraph given as letters of `CODES`, from X1 to I2; without the text brackets do not pair.

    A character that X9 removes has the level of the one before it (5.2).
    """
    found = [base] * len(classes)
    for run in run_sequences(classes, base):
        rises = _RISES[run.level & 1]
        resolved = resolve_sequence(run, pick(text, run.indices) if text else "")
        for index, code in zip(run.indices, resolved, strict=True):
            found[index] = run.level + rises[code]
    for match in REMOVED.finditer(classes):
        if match.start():
            found[match.start()] = found[match.start() - 1]
    return found


def reset(classes: str, levels: Sequence[int], base: int) -> list[int]:
    """Rule L1 on the classes and levels of one line."""
    found = list(levels)
    for match in _RESET.finditer(classes):
        found[match.start() : match.end()] = [base] * len(match[0])
    return found


def _spans(levels: Sequence[int], level: int) -> Iterator[tuple[int, int]]:
    """Where items of `level` or more stand together."""
    first = 0
    for raised, items in groupby(levels, key=lambda item: item >= level):
        last = first + len(list(items))
        if raised:
            yield first, last
        first = last
