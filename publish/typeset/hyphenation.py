"""Where words may be hyphenated: TeX patterns by language through pyphen."""

from __future__ import annotations

import re
from functools import lru_cache

import pyphen

__all__ = ["hyphens"]

# At least three letters before the hyphen and three after it.
EDGE = 3
LETTERS = re.compile(r"[^\W\d_]+")
UNIT = re.compile("[^\u00a0\u2007\u202f]+")
# Numbers, addresses and compounds that have a hyphen already.
WHOLE = re.compile(r"[\d_/@\\‐‑-]")


@lru_cache(maxsize=4_000)
def hyphens(text: str, language: str, names: bool = False) -> tuple[int, ...]:
    """The offsets in `text` at which its words may be hyphenated; none for a language without patterns (BCP 47).

    `text` is a word with the marks around it, or several with no-break spaces. Words with digits, hyphens or
    addresses are left whole, and so are those with a capital, unless `names` is set; German writes every noun with one.
    """
    found = (_inside(unit, language, names) for unit in UNIT.finditer(text))
    return tuple(offset for offsets in found for offset in offsets)


def _inside(unit: re.Match[str], language: str, names: bool) -> list[int]:
    words = list(LETTERS.finditer(unit[0]))
    if len(words) != 1 or len(words[0][0]) < 2 * EDGE or WHOLE.search(unit[0]):
        return []
    word, start = words[0][0], unit.start() + words[0].start()
    plain = word == word.lower() or (language.startswith("de") and word[1:] == word[1:].lower())
    patterns = _patterns(language) if names or plain else None
    if patterns is None:
        return []
    # A position with data asks for another spelling (Hungarian asszony), which a line cannot give.
    found = [int(offset) for offset in patterns.positions(word) if not getattr(offset, "data", None)]
    return [start + offset for offset in found if EDGE <= offset <= len(word) - EDGE]


@lru_cache(maxsize=32)
def _patterns(language: str) -> pyphen.Pyphen | None:
    """The patterns of a language, read on first use: half a second for German."""
    name = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=name, left=EDGE, right=EDGE) if name else None
