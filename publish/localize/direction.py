"""Values in text from right to left: a number in ASCII digits runs to the right together with its sign and unit.

UAX #9 alone would show "20 °C" as "C° 20", and "15%" behind Arabic letters as "%15". An isolate keeps such a value
whole and, unlike a left-to-right mark, leaves the order of what stands around it: "20%, 30%" has 20% on the right.
The ends of a range are two values: they follow each other as their readers read, from right to left.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from unicodedata import bidirectional

from publish.localize.speech import Speech
from publish.typeset.bidi import levels

__all__ = ["LETTER_BESIDE", "isolated", "letter_beside", "without_isolates"]

LRI, PDI, LRM = "\u2066", "\u2069", "\u200e"
LETTER_BESIDE = {"Arab": "\u0627", "Hebr": "\u05d0"}
"""A letter of each right-to-left script: Arabic ones change the digits after them (UAX #9, W2), Hebrew ones do not."""
_WITHIN = frozenset({"L", "EN", "ES", "ET", "CS"})
_WITHOUT = str.maketrans("", "", LRI + PDI)


def letter_beside(voice: Speech) -> str:
    """A letter such as stands around the values of a locale; "" where they need no help to keep their order."""
    return "" if voice.symbols.digits[0] != "0" else LETTER_BESIDE.get(voice.script, "")


def isolated(text: str, letter: str) -> str:
    """A value with isolates around its numbers where a `letter` beside them would part one from its sign or unit."""
    return "".join(_isolated(part, letter) for part in _parts(text))


def without_isolates(text: str) -> str:
    """The text as it is compared and searched."""
    return text.translate(_WITHOUT)


def _parts(text: str) -> Iterator[str]:
    for _, part in groupby(text, key=lambda char: bidirectional(char) in _WITHIN):
        yield "".join(part)


def _isolated(part: str, letter: str) -> str:
    value = part.strip(" \u00a0\u202f.,:;/")
    if not _is_number(value) or _runs_whole(value.replace(LRM, ""), letter):
        return part
    return part.replace(value, f"{LRI}{value}{PDI}")


def _is_number(value: str) -> bool:
    return any(bidirectional(char) == "EN" for char in value)


def _runs_whole(value: str, letter: str) -> bool:
    found = levels(f"{letter}{value}{letter}", rtl=True) or []
    return set(found[1:-1]) == {2}
