"""Articles and their catalogues, as the commands of `publish translate` go through them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from publish.article.model import Article
from publish.article.reader import read_article
from publish.build.locales import Found, find_languages
from publish.build.order import SourceFolder
from publish.build.output import write_whole
from publish.errors import Diagnostic, Severity, Span, error
from publish.localize.translate import Catalogue, PoFile, Updated, fact_phrases, read_po, update_catalogue

__all__ = ["Desk", "Opened", "update_file"]


@dataclass(frozen=True)
class Opened:
    """An article with what it is translated into."""

    article: Article
    folder: SourceFolder
    languages: tuple[Found, ...]

    @property
    def translations(self) -> tuple[Found, ...]:
        """All but the original."""
        return tuple(found for found in self.languages if found.path)

    def place(self, locale: str) -> Found:
        """The catalogue of a locale, or where it will be."""
        name = f"translations/{locale}.po"
        new = Found(locale, self.folder.path / name, f"{self.folder.name}/{name}")
        return next((found for found in self.translations if found.locale == locale), new)


@dataclass
class Desk:
    """Findings of one run."""

    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether an error is among them."""
        return any(finding.severity is Severity.ERROR for finding in self.diagnostics)

    def articles(self, folders: Iterable[SourceFolder]) -> Iterator[Opened]:
        """The articles that can be read; warnings of an article are for `check` to tell."""
        for folder in folders:
            article, wrong = read_article(folder.path, folder.name)
            if article is None:
                self.diagnostics += wrong
                continue
            languages, misnamed = find_languages(article, folder.name)
            self.diagnostics += misnamed
            yield Opened(article, folder, languages)

    def read(self, found: Found) -> PoFile | None:
        """The catalogue file, an empty one where there is none yet; None if it has an error."""
        if found.path is None or not found.path.exists():
            return PoFile()
        file, wrong = read_po(found.path, found.name)
        self.diagnostics += wrong
        return file


def update_file(desk: Desk, opened: Opened, found: Found, told: Callable[[Found, Updated], None]) -> None:
    """Brings one catalogue up to date, or begins it, and tells what happened."""
    former, path = desk.read(found), found.path
    if former is None or path is None or not _inside(desk, opened, path, found.name):
        return
    catalogue = Catalogue(opened.article, found.locale, former, found.name)
    phrase = fact_phrases(opened.article, found.locale, catalogue)
    updated = update_catalogue(opened.article, found.locale, former if path.exists() else None, phrase)
    if updated.changed:
        write_whole(path, updated.text.encode())
    told(found, updated)


def _inside(desk: Desk, opened: Opened, path: Path, name: str) -> bool:
    inside = path.resolve().is_relative_to(opened.folder.path.resolve())
    if not inside:
        desk.diagnostics.append(error("the catalogue would lie outside the article's folder", Span(name)))
    return inside
