"""What stands beside a number, parted into the signs that belong to it and words, which are set small or light."""

from __future__ import annotations

import unicodedata

__all__ = ["split_sign", "split_symbol"]

#: Signs behind a number that are set as large as its digits.
_SIGNS = frozenset("%٪‰")


def split_symbol(before: str) -> tuple[str, str]:
    """What stands before a number as (words, currency symbol): "GDP比" is words, "$" and "US$" are symbols."""
    has_symbol = any(unicodedata.category(char) == "Sc" for char in before)
    return ("", before) if has_symbol else (before, "")


def split_sign(after: str) -> tuple[str, str]:
    """What stands behind a number as (sign, words): "% of GDP" is "%" and "of GDP"."""
    said = after.strip()
    return (said[0], said[1:].strip()) if said[:1] in _SIGNS else ("", said)
