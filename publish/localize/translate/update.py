"""Makes a catalogue of an article, or brings one up to date."""

from __future__ import annotations

from dataclasses import dataclass

from publish.article.model import Article
from publish.localize.translate.entries import Entry
from publish.localize.translate.merge import merge
from publish.localize.translate.pofile import PoFile, write_po
from publish.localize.translate.units import FactPhrase, units

__all__ = ["Updated", "update_catalogue"]


@dataclass(frozen=True, slots=True)
class Updated:
    """The text of a catalogue and what happened to its messages; `changed` is False where it says nothing new."""

    text: str
    changed: bool
    total: int
    new: int
    fuzzy: int
    obsolete: int


def update_catalogue(article: Article, locale: str, former: PoFile | None, phrase: FactPhrase | None = None) -> Updated:
    """The catalogue of `article` for `locale`; `former` is the one there was.

    `phrase` tells translators how a fact reads. Nothing depends on the day or the machine.
    """
    before = former or PoFile()
    entries = merge(before.entries, units(article, locale, phrase))
    text = write_po(entries, locale, article.slug, former)
    living = [entry for entry in entries if not entry.obsolete]
    return Updated(
        text,
        former is None or text != write_po(former.entries, locale, article.slug, former),
        len(living),
        _count(living, before.entries),
        sum(entry.fuzzy for entry in living),
        len(entries) - len(living),
    )


def _count(living: list[Entry], former: tuple[Entry, ...]) -> int:
    """How many texts the catalogue did not hold before."""
    known = {entry.source for entry in former}
    return sum(entry.source not in known for entry in living)
