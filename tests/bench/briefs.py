"""Articles for the benchmark: each is another text, and the same text on every machine.

A brief is Polish, as the sample is: hyphens, no-break spaces after one-letter words, grouped numbers. Its words are
drawn by rank (Zipf) from `words.txt`; one in eight is made up for this brief alone, for the next article of a house
brings about that many words that a warm process has not met (Heaps' law at some tens of articles).
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path

__all__ = ["PARTS_OF_200_PAGES", "write_brief"]

FRESH = 1 / 8
PARTS_OF_200_PAGES = 83  # a part fills not quite three pages, the front matter and the end one more

_ONSETS = (
    "b", "c", "ch", "cz", "d", "dz", "f", "g", "h", "j", "k", "kr", "l", "m", "n", "p", "pr", "r", "rz", "s", "st",
    "sz", "t", "tr", "w", "z", "ż", "ś",
)  # fmt: skip
_VOWELS = ("a", "ą", "e", "ę", "i", "o", "ó", "u", "y", "ia", "ie")
_CODAS = ("", "", "", "", "ń", "ł", "m", "n", "r", "s", "ść", "k")
_UNITS = ("unit: percent", "unit: USD", "unit: tonne", "noun: {one: umowa, few: umowy, many: umów, other: umowy}")
_SCALES = (1, 1_000_000_000, 1_000_000, 1)


class _Pen:
    """Writes sentences; the same `seed` writes the same ones."""

    def __init__(self, seed: str) -> None:
        self.chance = random.Random(seed)  # noqa: S311

    def sentence(self, words: int) -> str:
        text = " ".join(self._words(words))
        return text[0].upper() + text[1:] + "."

    def title(self, words: int) -> str:
        return self.sentence(words).rstrip(".")

    def _words(self, count: int) -> Iterator[str]:
        drawn = self.chance.choices(_word_list(), cum_weights=_weights(), k=count - 1)
        for place, word in enumerate(drawn, start=1):
            made = self._made_up() if self.chance.random() < FRESH else word
            yield made + ("," if place % 7 == 0 else "")
        yield self._made_up()  # no sentence ends in a word that may not end a line

    def _made_up(self) -> str:
        syllables = self.chance.choice((2, 2, 3, 3, 4, 5))
        pick = self.chance.choice
        return "".join(pick(_ONSETS) + pick(_VOWELS) for _ in range(syllables)) + pick(_CODAS)


@cache
def _word_list() -> list[str]:
    return (Path(__file__).parent / "words.txt").read_text("utf-8").split()


@cache
def _weights() -> list[float]:
    return list(accumulate(1 / (rank + 3) for rank in range(len(_word_list()))))


def write_brief(folder: Path, number: int, parts: int = 1) -> Path:
    """Writes article `number` into a new folder; one part makes 4 pages in the style `briefing`, each further one 3."""
    folder.mkdir(parents=True)
    pen = _Pen(f"brief {number} of {parts} parts")
    body = "\n\n".join(_part(pen, part) for part in range(parts))
    text = "\n\n".join((_front_matter(pen, number, parts), _boxes(pen), body, _note(pen)))
    (folder / "article.md").write_text(text + "\n", "utf-8")
    facts = "\n".join(_fact(pen, part, index) for part in range(parts) for index in range(12))
    (folder / "facts.yaml").write_text(facts + "\n", "utf-8")
    return folder


def _front_matter(pen: _Pen, number: int, parts: int) -> str:
    sources = "\n".join(
        f"  s{index}: {{title: {pen.title(6)}, date: {2000 + index % 25}}}" for index in range(5 * parts)
    )
    return f"""---
title: {pen.title(6)}
lead: {pen.sentence(14)} {pen.sentence(9)}
language: pl
date: 2025-10-30
authors:
  - {{name: Anna Przykładowa, role: analityczka}}
  - {{name: Jan Wzorcowy, role: analityk}}
publisher:
  name: Instytut Przykładowy
  about: {pen.sentence(12)}
  url: "https://example.org"
  contact: kontakt@example.org
series: Analiza
number: {number}
sources:
{sources}
---"""


def _boxes(pen: _Pen) -> str:
    learn = "\n".join(f"- {pen.title(11)}" for _ in range(3))
    takeaways = "\n".join(f"- **{pen.sentence(5)}** {pen.sentence(12)}" for _ in range(3))
    return f"""::: learn
{learn}
:::

::: key-figures
- {{f0_0}} {pen.title(4)}
- {{f0_1}} {pen.title(4)}
- {{f0_2}} {pen.title(4)}
:::

::: takeaways
{takeaways}
:::

{pen.sentence(13)} {pen.sentence(12)} {pen.sentence(10)} ({pen.title(4)})[^1]."""


def _part(pen: _Pen, part: int) -> str:
    sections = [_section(pen, part, index) for index in range(6)]
    sections.insert(2, _table(pen, part, 0))
    sections.insert(4, _info(pen, part))
    sections.insert(6, _table(pen, part, 6))
    return "\n\n".join(sections)


def _section(pen: _Pen, part: int, index: int) -> str:
    source = f"[@s{5 * part + index % 5}]"
    first = (
        f"{pen.sentence(12)} {pen.sentence(11)[:-1]} {{f{part}_{index}}}.{source} {pen.sentence(13)} {pen.sentence(10)}"
    )
    second = f"**{pen.title(2)}** {pen.title(10)} {{f{part}_{index + 6}}}. {pen.sentence(14)} {pen.sentence(9)}"
    return f"## {pen.title(3)}\n\n{first}\n\n{second} {pen.sentence(8)}{source}"


def _table(pen: _Pen, part: int, first: int) -> str:
    rows = "\n".join(f"- {{f{part}_{index}}}" for index in range(first, first + 6))
    return f'::: {{.facts #t{part}_{first} title="{pen.title(4)}" subtitle="{pen.title(3)}"}}\n{rows}\n:::'


def _info(pen: _Pen, part: int) -> str:
    paragraphs = "\n\n".join(f"**{pen.sentence(2)}** {pen.sentence(13)}[@s{5 * part}]" for _ in range(3))
    return f'::: {{.info #i{part} title="{pen.title(3)}"}}\n{paragraphs}\n:::'


def _note(pen: _Pen) -> str:
    return f"[^1]: {pen.sentence(12)}"


def _fact(pen: _Pen, part: int, index: int) -> str:
    kind = index % len(_UNITS)
    value = pen.chance.randint(11, 989) / (10 if kind < 2 else 1) * _SCALES[kind]
    return (
        f"f{part}_{index}: {{label: {pen.title(5)}, value: {value:.12g}, {_UNITS[kind]}, "
        f"as_of: 2025-10-{10 + index // 6}, source: s{5 * part + index % 5}}}"
    )
