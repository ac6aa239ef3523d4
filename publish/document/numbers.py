"""What stands beside a number, parted into the signs that belong to it and words, which are set small or light."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from publish.document.tree import KeyFigure

__all__ = ["FigureParts", "figure_parts", "split_sign", "split_symbol"]

#: Signs behind a number that are set as large as its digits.
_SIGNS = frozenset("%٪‰")


class FigureParts(NamedTuple):
    """A key figure as it is read: words, the number with the signs that belong to it ($, %), words.

    `head` ends and `tail` begins with the gap to the number, which is nothing in 100億ドル and 2%.
    """

    head: str
    number: str
    tail: str


def figure_parts(figure: KeyFigure) -> FigureParts:
    """The parts of a key figure, with the gaps that its language has between them."""
    gaps = figure.gaps
    words, symbol = split_symbol(figure.before)
    sign, _ = split_sign(figure.after)
    head = figure.prefix + gaps.prefix + (words + gaps.before if words else "")
    number = (symbol + gaps.before if symbol else "") + figure.number + (gaps.after + sign if sign else "")
    unit = figure.after.removeprefix(sign) if sign else gaps.after + figure.after
    return FigureParts(head, number, unit + gaps.suffix + figure.suffix)


def split_symbol(before: str) -> tuple[str, str]:
    """What stands before a number as (words, currency symbol): "GDP比" is words, "$" and "US$" are symbols."""
    has_symbol = any(unicodedata.category(char) == "Sc" for char in before)
    return ("", before) if has_symbol else (before, "")


def split_sign(after: str) -> tuple[str, str]:
    """What stands behind a number as (sign, words): "% of GDP" is "%" and "of GDP"."""
    said = after.strip()
    return (said[0], said[1:].strip()) if said[:1] in _SIGNS else ("", said)
