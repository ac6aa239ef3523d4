"""Where Thai words end: Thai writes none of its word spaces, so a model tells (budoux, trained on text cut by hand)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

import budoux

__all__ = ["THAI", "word_ends"]

THAI = re.compile("[\u0e01-\u0e5b]{2,}")
# Vowels and marks that belong to the consonant before them, signs that follow a word: never the first of a word.
NEVER_FIRST = frozenset("ะัาำิีึืฺุูๅๆ็่้๊๋์ํ๎ฯ")
# Vowels that are written before their consonant: never the last of one.
NEVER_LAST = frozenset("เแโใไ")
#: A single consonant is no word: the model errs where it leaves one.
LEAST = 2


def word_ends(text: str) -> Iterator[int]:
    """The offsets in `text` behind Thai words that another Thai word follows."""
    for stretch in THAI.finditer(text):
        yield from (stretch.start() + end for end in _ends(stretch[0]))


@lru_cache(maxsize=20_000)
def _ends(stretch: str) -> tuple[int, ...]:
    found: list[int] = []
    offset = 0
    for word in _parser()(stretch):
        offset += len(word)
        start = found[-1] if found else 0
        fits = offset - start >= LEAST and len(stretch) - offset >= LEAST
        if fits and stretch[offset] not in NEVER_FIRST and stretch[offset - 1] not in NEVER_LAST:
            found.append(offset)
    return tuple(found)


@lru_cache(maxsize=1)
def _parser() -> Callable[[str], list[str]]:
    """The model, read on first use."""
    parse: Callable[[str], list[str]] = budoux.load_default_thai_parser().parse
    return parse
