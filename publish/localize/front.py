"""Front matter in one locale: titles, issue, list of sources, how to cite."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from publish.article.model import Author, FactForm, Message, Meta, Publisher, SourceEntry
from publish.localize.content import CiteMark, Leaf, NoteMark, Run, SourceLine, plain
from publish.localize.dates import long_date, shown_year, write_date
from publish.localize.labels import Labels
from publish.localize.speech import Speech
from publish.localize.tags import parse_tag

__all__ = ["Front", "address"]

_SEPARATORS = " \u00a0,.;:、，：・،؛"
# (separator and opening mark, name, closing mark) of each placeholder of a pattern
_PIECE = re.compile(r"([^{}]*)\{(\w+)\}([」』》”»年]?)")


@dataclass(frozen=True, slots=True)
class Front:
    """Writes the front matter in one locale; `leaf` makes a leaf of a message."""

    voice: Speech
    labels: Labels
    leaf: Callable[[Message], Leaf]

    def meta(self, meta: Meta[Message]) -> Meta[Leaf]:
        """The front matter in the words of the locale."""
        return Meta(
            title=self.leaf(meta.title),
            language=meta.language,
            date=meta.date,
            lead=self._optional(meta.lead),
            authors=tuple(self._author(author) for author in meta.authors),
            publisher=self._publisher(meta.publisher) if meta.publisher else None,
            series=self._optional(meta.series),
            number=meta.number,
            url=meta.url,
            marking=meta.marking,
            sources=tuple(self._source(source) for source in meta.sources),
            keywords=tuple(self.leaf(word) for word in meta.keywords),
            disclaimer=self._optional(meta.disclaimer),
            licence=meta.licence,
            doi=meta.doi,
            issn=meta.issn,
            embargo=meta.embargo,
            correction=self._optional(meta.correction),
            translators=meta.translators,
            region=meta.region,
        )

    def _optional(self, message: Message | None) -> Leaf | None:
        return None if message is None else self.leaf(message)

    def _author(self, author: Author[Message]) -> Author[Leaf]:
        return Author(self.leaf(author.name), self._optional(author.role), author.email)

    def _publisher(self, house: Publisher[Message]) -> Publisher[Leaf]:
        about = self._optional(house.about)
        return Publisher(self.leaf(house.name), about, house.logo, house.url, house.contact)

    def _source(self, source: SourceEntry[Message]) -> SourceEntry[Leaf]:
        publisher = self._optional(source.publisher)
        return SourceEntry(source.key, self.leaf(source.title), source.span, publisher, source.date, source.url)

    def issue(self, meta: Meta[Leaf]) -> str:
        """Series and number: "Policy brief no. 12"; what is not given is left out."""
        series = plain(meta.series) if meta.series else ""
        if meta.number is None:
            return series
        return self.labels.text("issue", series=series, number=self.voice.symbols.native(meta.number)).strip()

    def embargo(self, day: datetime.date | None) -> str | None:
        """The end of an embargo as running text writes it."""
        return write_date(day, FactForm.DEFAULT, self.voice) if day else None

    def sources(self, meta: Meta[Leaf]) -> dict[str, SourceLine]:
        """Key -> line of the list of sources, in the order of the front matter."""
        return {source.key: SourceLine(source.key, self._source_line(source)) for source in meta.sources}

    def _source_line(self, source: SourceEntry[Leaf]) -> Leaf:
        title = tuple(_linked(part, source.url) for part in source.title) if source.url else source.title
        date = write_date(source.date, FactForm.DEFAULT, self.voice) if source.date else ""
        parts = {"title": title, "publisher": source.publisher or (), "date": self._run(date)}
        return self._filled(self.voice.profile.citation.source, parts)

    def citation(self, meta: Meta[Leaf]) -> Leaf:
        """How to cite the article: authors, title, issue, publisher, year."""
        style = self.voice.profile.citation
        emphasis = style.emphasis
        title = tuple(replace(part, emphasis=emphasis) for part in meta.title if isinstance(part, Run))
        authors = style.names.join(plain(author.name) for author in meta.authors)
        parts = {
            "authors": self._run(authors),
            "title": title,
            "issue": self._run(self.issue(meta)),
            "publisher": meta.publisher.name if meta.publisher else (),
            "year": self._run(self.voice.symbols.native(str(shown_year(meta.date.year, self.voice)))),
        }
        return self._filled(style.entry, parts)

    def date(self, meta: Meta[Leaf]) -> str:
        """The article's date, written out."""
        return long_date(meta.date, self.voice)

    def _run(self, text: str) -> Leaf:
        return (Run(text, self.voice.tag),) if text else ()

    def _filled(self, pattern: str, parts: dict[str, Leaf]) -> Leaf:
        """A pattern such as "{title}, {publisher}, {date}." filled; what is empty takes its separator with it."""
        result: list[Run | CiteMark | NoteMark] = []
        for before, name, after in _PIECE.findall(pattern):
            if parts[name]:
                opening = before.lstrip(_SEPARATORS)
                result += [*self._run(before if result else opening), *parts[name], *self._run(after)]
        return _ended(tuple(result), pattern[-1:], self.voice)


def _ended(leaf: Leaf, stop: str, voice: Speech) -> Leaf:
    """The leaf with a full stop, but never with two."""
    text = plain(leaf)
    ends = (stop, *voice.profile.typography.sentence_ends)
    return leaf if not text or text.endswith(ends) else (*leaf, Run(stop, voice.tag))


def _linked(part: Run | CiteMark | NoteMark, url: str | None) -> Run | CiteMark | NoteMark:
    return replace(part, target=url) if isinstance(part, Run) and not part.target else part


def address(urls: dict[str, str], locale: str) -> str | None:
    """The address for a locale: its own, that of its language, else the one for every language."""
    return urls.get(locale) or urls.get(parse_tag(locale).language) or urls.get("")
