"""A fact said in one locale, in parts that tables can align."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

__all__ = ["Phrase"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """The parts of a fact in reading order, with the gaps between them.

    `power` is the power of ten of the word of magnitude, 0 for none; `scaled` the number shown.
    """

    integer: str
    fraction: str = ""
    prefix: str = ""
    prefix_gap: str = ""
    before: str = ""
    before_gap: str = ""
    after_gap: str = ""
    after: str = ""
    suffix_gap: str = ""
    suffix: str = ""
    numeric: bool = False
    scaled: Decimal | None = None
    power: int = 0

    @property
    def bare(self) -> str:
        """The phrase without precision words."""
        return "".join((self.before, self.before_gap, self.integer, self.fraction, self.after_gap, self.after))

    @property
    def text(self) -> str:
        """The whole phrase, ready to set."""
        return "".join((self.prefix, self.prefix_gap, self.bare, self.suffix_gap, self.suffix))

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
        """The phrase with its precision word: "up to {x}" or "{x}超"."""
        head, _, tail = pattern.partition("{x}")
        prefix, prefix_gap = _split_end(head)
        suffix_gap, suffix = _split_start(tail)
        return replace(self, prefix=prefix, prefix_gap=prefix_gap, suffix=suffix, suffix_gap=suffix_gap)


def _split_end(text: str) -> tuple[str, str]:
    word = text.rstrip()
    return word, text[len(word) :]


def _split_start(text: str) -> tuple[str, str]:
    word = text.lstrip()
    return text[: len(text) - len(word)], word
