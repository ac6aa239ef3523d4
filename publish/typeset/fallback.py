"""Which face of a family sets which stretch of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from publish.typeset.aki import ideographic
from publish.typeset.coverage import combining_sequences
from publish.typeset.faces import Candidate

__all__ = ["itemize"]


def itemize(text: str, chain: Sequence[Candidate]) -> Iterator[tuple[Candidate, str]]:
    """`text` in stretches, each with the first candidate that has all of it; marks stay with their base.

    A word of letters is set in one face if there is one that has all of them ("Łódź" in a Japanese text). What nobody
    has goes to the first candidate, which draws its box for a missing glyph.
    """
    if chain[0].coverage.covers(text):
        yield chain[0], text
        return
    chosen: list[tuple[Candidate, str]] = []
    for is_word, sequences in groupby(combining_sequences(text), _in_word):
        stretch = list(sequences)
        whole = _whole(stretch, chain) if is_word else None
        chosen += [(whole or _choose(sequence, chain), sequence) for sequence in stretch]
    for candidate, pairs in groupby(chosen, lambda pair: pair[0]):
        yield candidate, "".join(sequence for _, sequence in pairs)


def _in_word(sequence: str) -> bool:
    return sequence[0].isalpha() and not ideographic(sequence[0])


def _whole(word: Sequence[str], chain: Sequence[Candidate]) -> Candidate | None:
    """The first candidate that draws all of a word."""
    return next((choice for choice in chain if all(map(choice.coverage.draws, word))), None)


def _choose(sequence: str, chain: Sequence[Candidate]) -> Candidate:
    for choice in chain:
        if choice.coverage.draws(sequence):
            return choice
    return next((choice for choice in chain if choice.coverage.has(sequence[0])), chain[0])
