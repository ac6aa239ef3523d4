"""Articles and their catalogues, as the commands of `publish translate` go through them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from publish.article.model import Article
from publish.article.reader import read_article
from publish.build.faults import file_fault
from publish.build.locales import Found, find_languages, lies_outside, read_found
from publish.build.order import SourceFolder
from publish.build.output import write_whole
from publish.errors import Diagnostic, Severity
from publish.localize.translate import Catalogue, PoFile, Updated, fact_phrases, update_catalogue

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
            try:
                article, wrong = read_article(folder.path, folder.name)
            except OSError as fault:
                self.tell(file_fault("the article cannot be read", fault, folder.name))
                continue
            if article is None:
                self.tell(*wrong)
                continue
            languages, misplaced = find_languages(article, folder.name)
            self.tell(*misplaced)
            yield Opened(article, folder, languages)

    def read(self, found: Found) -> PoFile | None:
        """The catalogue file, an empty one where there is none yet; None if it has an error."""
        if not _exists(found):
            return PoFile()
        file, wrong = read_found(found)
        self.tell(*wrong)
        return file

    def tell(self, *findings: Diagnostic) -> None:
        """Notes findings, each once."""
        self.diagnostics += [finding for finding in findings if finding not in self.diagnostics]


def update_file(desk: Desk, opened: Opened, found: Found, told: Callable[[Found, Updated], None]) -> None:
    """Brings one catalogue up to date, or begins it, and tells what happened."""
    if outside := lies_outside(found, opened.folder.path):
        desk.tell(outside)
        return
    former = desk.read(found)
    if former is None or found.path is None:
        return
    catalogue = Catalogue(opened.article, found.locale, former, found.name)
    phrase = fact_phrases(opened.article, found.locale, catalogue)
    updated = update_catalogue(opened.article, found.locale, former if _exists(found) else None, phrase)
    if updated.changed and not _written(desk, found, found.path, updated):
        return
    told(found, updated)


def _exists(found: Found) -> bool:
    try:
        return found.path is not None and found.path.exists()
    except OSError:  # reading it tells why
        return True


def _written(desk: Desk, found: Found, path: Path, updated: Updated) -> bool:
    try:
        write_whole(path, updated.text.encode())
    except OSError as fault:
        desk.tell(file_fault("the catalogue cannot be written", fault, found.name))
        return False
    return True
