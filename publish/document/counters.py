"""Marks of footnotes, which count by letters, since numbers are sources (W3C, Ready-made Counter Styles).

Latin letters serve Japanese and Korean readers too: standards mark the notes of tables so (JIS Z 8301, KS A 0001, both
after the ISO/IEC Directives, Part 2).
"""

from __future__ import annotations

from string import ascii_lowercase

__all__ = ["COUNTERS", "counter"]

_CIRCLED = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))))
_ALPHABETS: dict[str, tuple[str, ...]] = {
    "lower-latin": tuple(ascii_lowercase),
    # in the order of abjad, as clauses of laws are lettered; ه alone would be taken for the digit ٥
    "arabic-abjad": (*"أبجد", "هـ", *"وزحطيكلمنسعفصقرشتثخذضظغ"),
    # the clauses of the Constitution of India are lettered like this
    "hindi-consonants": tuple("कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"),
    # without ฃ and ฅ, which no word has any more
    "thai-alphabetic": tuple("กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"),
    "circled-decimal": tuple(_CIRCLED),
}
_HEBREW_UNITS, _HEBREW_TENS, _HEBREW_HUNDREDS = " אבגדהוזחט", " יכלמנסעפצ", " קרשת"

COUNTERS = (*_ALPHABETS, "hebrew")
"""The names of the styles that `counter` knows."""


def counter(style: str, index: int) -> str:
    """The mark at `index` (0-based) in one of `COUNTERS`. After the last letter each is doubled: y, z, aa, bb."""
    if style == "hebrew":
        return _hebrew(index + 1)
    letters = _ALPHABETS[style]
    return letters[index % len(letters)] * (index // len(letters) + 1)


def _hebrew(number: int) -> str:
    """A number up to 499 as letters; 15 and 16 are 9 and 6 or 7, lest they spell a name of God."""
    hundreds, rest = divmod(number, 100)
    tens, units = (0, (9, rest - 9)) if rest in (15, 16) else (rest // 10, (rest % 10,))
    letters = (_HEBREW_HUNDREDS[hundreds], _HEBREW_TENS[tens], *(_HEBREW_UNITS[unit] for unit in units))
    return "".join(letters).replace(" ", "")
