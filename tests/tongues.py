"""The test article that is written in every language with labels, composed and rendered when first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path

from publish.article.model import Article
from publish.article.reader import read_article
from publish.build.formats import render
from publish.build.glyphs import missing_glyphs
from publish.build.locales import find_languages, open_version
from publish.build.looks import Looks
from publish.document import Document, compose
from publish.document.tree import About, Cell, KeyFigures, Rich, Run
from publish.errors import Diagnostic
from publish.localize import Options, localize
from publish.style import Style, load_style
from publish.typeset import FontBook

FOLDER = Path(__file__).parent / "cases/articles/tongues"
LEFT_TO_RIGHT = (
    "pl", "en", "de", "fr", "es", "it", "pt", "uk", "cs", "el", "vi", "ja", "ko", "zh-Hans", "zh-Hant", "hi", "th",
)  # fmt: skip
RIGHT_TO_LEFT = ("ar", "he")
LOCALES = (*LEFT_TO_RIGHT, *RIGHT_TO_LEFT)

# Names of parts that no page of the built-in styles shows: of the strip of key figures, of the closing panel.
_UNSEEN = {(KeyFigures, "title"), (About, "title")}


@dataclass(frozen=True, eq=False)
class Tongue:
    """The article in one locale and one style, with all that was found on the way."""

    document: Document
    style: Style
    fonts: FontBook
    findings: tuple[Diagnostic, ...]

    def texts(self) -> list[Rich]:
        """Every text of the document that a page shows, in the order of its tree; furniture left out."""
        return [text for text in _texts(self.document) if text]

    def cells(self) -> list[Cell]:
        """Every cell of its tables."""
        return list(_cells(self.document.blocks))


@cache
def tongue(locale: str, style: str = "briefing") -> Tongue:
    """The article in a locale and a built-in style."""
    looks = _looks(style)
    found = {language.locale: language for language in find_languages(_article(), FOLDER.name)[0]}
    version, unread = open_version(_article(), found[locale])
    assert version is not None, unread
    assert version.complete, version.gaps(FOLDER.name)
    localized, wrong = localize(_article(), locale, version.catalogue, Options(region=looks.house.region))
    assert localized is not None, wrong
    resolved, fonts = looks.of(localized.script)
    document, findings = compose(localized, front=resolved.layout.front)
    missing = missing_glyphs(document, resolved, fonts)
    return Tongue(document, resolved, fonts, (*unread, *wrong, *findings, *missing))


@cache
def built(locale: str, target: str = "pdf", style: str = "briefing") -> bytes:
    """The article as a file."""
    made = tongue(locale, style)
    return render(made.document, made.style, made.fonts, target).data


@cache
def _article() -> Article:
    article, wrong = read_article(FOLDER, FOLDER.name)
    assert article is not None, wrong
    return article


@cache
def _looks(name: str) -> Looks:
    house, wrong = load_style(name)
    assert house is not None, wrong
    return Looks(house)


def _texts(node: object) -> Iterator[Rich]:
    if isinstance(node, tuple):
        if node and all(isinstance(item, Run) for item in node):
            yield node
            return
        for item in node:
            yield from _texts(item)
    elif is_dataclass(node):
        for field in fields(node):
            if (type(node), field.name) not in _UNSEEN:
                yield from _texts(getattr(node, field.name))


def _cells(node: object) -> Iterator[Cell]:
    if isinstance(node, Cell):
        yield node
    elif isinstance(node, tuple):
        for item in node:
            yield from _cells(item)
    elif is_dataclass(node):
        for field in fields(node):
            yield from _cells(getattr(node, field.name))
