"""A fact said in one locale, in parts that tables can align."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from publish.localize.direction import isolated

__all__ = ["NO_GAPS", "Gaps", "Phrase"]


class Gaps(NamedTuple):
    """The spaces behind what precedes a number, then before what follows it: "" where a language has none."""

    prefix: str = ""
    before: str = ""
    after: str = ""
    suffix: str = ""


NO_GAPS = Gaps()


@dataclass(frozen=True, slots=True)
class Phrase:
    """The parts of a fact in reading order, with the gaps between them.

    `inner` is a precision word that stands behind the words before the number (연간 약 14억 달러); `rated` tells that a
    rate is among these. `power` is the power of ten of the word of magnitude, 0 for none; `scaled` the number shown.
    `beside` is a letter of the right-to-left text that the number stands in, where it needs isolates to keep its order.
    """

    integer: str
    fraction: str = ""
    prefix: str = ""
    prefix_gap: str = ""
    before: str = ""
    before_gap: str = ""
    inner: str = ""
    inner_gap: str = ""
    after_gap: str = ""
    after: str = ""
    suffix_gap: str = ""
    suffix: str = ""
    rated: bool = False
    numeric: bool = False
    scaled: Decimal | None = None
    power: int = 0
    beside: str = ""

    @property
    def bare(self) -> str:
        """The phrase without precision words."""
        return self._directed(self.before, self.before_gap, self._number)

    @property
    def worded(self) -> bool:
        """Whether words stand before the number: those of a rate or a whole, not the symbol of a currency."""
        return bool(self.before) and unicodedata.category(self.before[-1]) != "Sc"

    @property
    def lead(self) -> str:
        """What stands before the number but for its `prefix`."""
        return self.before + self.before_gap + self.inner if self.inner else self.before

    @property
    def gaps(self) -> Gaps:
        """What parts `prefix`, `lead`, the number, `after` and `suffix` from one another."""
        return Gaps(self.prefix_gap, self.inner_gap if self.inner else self.before_gap, self.after_gap, self.suffix_gap)

    @property
    def text(self) -> str:
        """The whole phrase, ready to set."""
        head = (self.prefix, self.prefix_gap, self.before, self.before_gap, self.inner, self.inner_gap)
        return self._directed(*head, self._number, self.suffix_gap, self.suffix)

    def _directed(self, *parts: str) -> str:
        text = "".join(parts)
        return isolated(text, self.beside) if self.beside else text

    @property
    def _number(self) -> str:
        return "".join((self.integer, self.fraction, self.after_gap, self.after))

    def followed(self, gap: str, word: str) -> Phrase:
        """The phrase with `word` after its unit."""
        if not word:
            return self
        if not self.after:
            return replace(self, after_gap=gap, after=word)
        return replace(self, after=self.after + gap + word)

    def preceded(self, word: str, gap: str) -> Phrase:
        """The phrase with `word` before all but its precision word."""
        if not word:
            return self
        if not self.before:
            return replace(self, before=word, before_gap=gap)
        return replace(self, before=word + gap + self.before)

    def within(self, pattern: str, mark: str = "{x}") -> Phrase:
        """The phrase inside a pattern such as "{x} a year" or "年{x}"."""
        head, _, tail = pattern.partition(mark)
        word, gap = _split_end(head)
        after_gap, after = _split_start(tail)
        return self.preceded(word, gap).followed(after_gap, after)

    def precise(self, pattern: str) -> Phrase:
        """The phrase with its precision word: "up to {x}", "{x}超", "{b} 약 {x}" behind the words before the number."""
        head, _, tail = pattern.partition("{x}")
        suffix_gap, suffix = _split_start(tail)
        phrase = replace(self, suffix=suffix, suffix_gap=suffix_gap)
        head, behind, inner = head.rpartition("{b}") if "{b}" in head else (head, "", "")
        prefix, prefix_gap = _split_end(head)
        phrase = replace(phrase, prefix=prefix, prefix_gap=prefix_gap)
        if not behind:
            return phrase
        word, inner_gap = _split_end(inner)
        before_gap, word = _split_start(word)
        return replace(phrase, before_gap=before_gap, inner=word, inner_gap=inner_gap)


def _split_end(text: str) -> tuple[str, str]:
    word = text.rstrip()
    return word, text[len(word) :]


def _split_start(text: str) -> tuple[str, str]:
    word = text.lstrip()
    return text[: len(text) - len(word)], word
