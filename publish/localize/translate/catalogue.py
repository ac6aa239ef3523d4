"""The translations of one article into one locale, as `localize` asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from publish.article.model import Article, Message
from publish.errors import Diagnostic, Span
from publish.localize.translate.entries import Entry, Place
from publish.localize.translate.pofile import PoFile, read_po
from publish.localize.translate.units import target_messages

__all__ = ["Catalogue", "Progress", "read_catalogue"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How many messages of an article are translated, await a check or are missing."""

    translated: int
    fuzzy: int
    missing: int

    @property
    def total(self) -> int:
        """All messages."""
        return self.translated + self.fuzzy + self.missing

    @property
    def complete(self) -> bool:
        """Whether nothing is left to do."""
        return self.translated == self.total

    @property
    def percent(self) -> int:
        """Whole percent of messages that are translated; 100 only when all are."""
        return self.translated * 100 // self.total if self.total else 100

    def __str__(self) -> str:
        parts = [f"{self.translated} of {self.total} messages translated"]
        if self.missing:
            parts.append(f"{self.missing} missing")
        if self.fuzzy:
            parts.append(f"{self.fuzzy} to be checked")
        return ", ".join(parts)


class Catalogue:
    """One article's translations into one locale; satisfies `publish.localize.translations.Translations`.

    A noun is asked for by its context alone, in the plural categories of the target.
    """

    def __init__(self, article: Article, locale: str, file: PoFile, name: str) -> None:
        self.locale = locale
        self.name = name
        self._messages = target_messages(article, locale)
        self._sources = {message.context: message.source for message in self._messages}
        self._entries = _by_key(file.entries, file.places)

    def get(self, message: Message) -> str | None:
        """The translation of `message`; None where it is missing, empty or fuzzy."""
        found = self._find(message)
        return found[0].translation if found and found[0].confirmed else None

    def span(self, message: Message) -> Span:
        """The line of its msgstr, or the head of the file where it has none yet."""
        found = self._find(message)
        return Span(self.name, found[1].msgstr) if found else Span(self.name)

    @property
    def progress(self) -> Progress:
        """How far the translation is."""
        translated = fuzzy = 0
        for message in self._messages:
            found = self._find(message)
            translated += bool(found and found[0].confirmed)
            fuzzy += bool(found and found[0].written and found[0].fuzzy)
        return Progress(translated, fuzzy, len(self._messages) - translated - fuzzy)

    def _find(self, message: Message) -> tuple[Entry, Place] | None:
        return self._entries.get((message.context, self._sources.get(message.context, message.source)))


def _by_key(entries: Sequence[Entry], places: Sequence[Place]) -> dict[tuple[str, str], tuple[Entry, Place]]:
    return {entry.key: (entry, place) for entry, place in zip(entries, places, strict=True) if not entry.obsolete}


def read_catalogue(
    article: Article, locale: str, path: Path, name: str
) -> tuple[Catalogue | None, tuple[Diagnostic, ...]]:
    """The translations of `article` into `locale` from the file at `path`, shown as `name` in findings.

    Raises OSError where the file cannot be read.
    """
    file, wrong = read_po(path, name)
    return (None if file is None else Catalogue(article, locale, file, name)), wrong
