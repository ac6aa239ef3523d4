"""Where Thai words end: Thai writes none of its word spaces, so a dictionary tells (UAX #14, class SA).

Of all ways to part a text into words the most likely one is taken, words being as frequent as Zipf's law says: the
n-th of N has a share of 1/(n log N) in a text. On sentences cut by hand (tests/typeset/thai-sentences.txt) 99 of 100
cuts stand between words, against 95 by ICU's dictionary and 84 by budoux's model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from math import inf, log
from typing import NamedTuple

__all__ = ["THAI", "word_ends"]

THAI = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]{2,}")
# Vowels and marks that belong to the consonant before them, signs that follow a word: never the first of a word.
NEVER_FIRST = frozenset("ะัาำิีึืฺุูๅๆ็่้๊๋์ํ๎ฯ")
# Vowels that are written before their consonant, or that a consonant must follow: never the last of one.
NEVER_LAST = frozenset("เแโใไัื")
# A consonant that is not spoken, with the mark that says so, belongs to the syllable before it: จันทร์, สิทธิ์.
SILENT = re.compile("[\u0e01-\u0e2e][ิุ]?์")
#: Behind a name that is cut short: กรุงเทพฯ.
SHORTENED = "ฯ"
#: No word of the list that a line may not break is longer, in letters.
MOST = 24
#: What a word costs beside its rarity, so that frequent words do not take compounds apart: ที่มา.
COMPOUND = 2.0
#: Less likely than any word: a letter of a name that the list has not.
UNKNOWN = 30.0


class Step(NamedTuple):
    """The cheapest way on from a place: its cost to the end, where it leads, whether over a word of the list."""

    cost: float
    to: int
    known: bool


def word_ends(text: str) -> Iterator[int]:
    """The offsets in `text` behind Thai words that another Thai word follows."""
    for stretch in THAI.finditer(text):
        yield from (stretch.start() + end for end in _ends(stretch[0]))


@lru_cache(maxsize=20_000)
def _ends(stretch: str) -> tuple[int, ...]:
    """The ends of words of the list; where a strange one begins and ends cannot be told."""
    path = _cheapest(stretch, _costs())
    found: list[int] = []
    step = path[0]
    while step.to < len(stretch):
        following = path[step.to]
        if step.known and following.known:
            found.append(step.to)
        step = following
    return tuple(found)


def _cheapest(stretch: str, costs: Mapping[str, float]) -> dict[int, Step]:
    """The best step at each place where a word may begin, found from the end (Viterbi)."""
    starts = list(_starts(stretch))
    path: dict[int, Step] = {}
    total = {len(stretch): 0.0}
    reached = [len(stretch)]
    for start in reversed(starts):
        best = Step(UNKNOWN + total[reached[-1]], reached[-1], known=False)
        for end in reversed(reached):
            if end - start > MOST:
                break
            cost = costs.get(stretch[start:end].removesuffix(SHORTENED), inf) + total[end]
            if cost <= best.cost:
                best = Step(cost, end, known=True)
        path[start] = best
        total[start] = best.cost
        reached.append(start)
    return path


def _starts(stretch: str) -> Iterator[int]:
    """The places where a word may begin, whatever the list says."""
    yield 0
    for place in range(1, len(stretch)):
        whole = stretch[place] not in NEVER_FIRST and stretch[place - 1] not in NEVER_LAST
        if whole and not SILENT.match(stretch, place):
            yield place


@lru_cache(maxsize=1)
def _costs() -> dict[str, float]:
    """The cost of each word, the logarithm of its rarity; read when Thai is first met. Those not counted are rarest."""
    text = (resources.files("publish.typeset") / "data/thai-words.txt").read_text("utf-8")
    counted, others = (part.splitlines() for part in text.split("\n\n"))
    words = [line for line in counted if not line.startswith("#")]
    count = len(words) + len(others)
    each = COMPOUND + log(log(count))
    costs = {word: each + log(rank) for rank, word in enumerate(words, start=1)}
    return costs | dict.fromkeys(others, each + log(count))
