"""Articles of the repository in pseudo-locales, printed and read back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pseudo_locales import PseudoLocale, pseudo_localized
from pseudo_pages import InkPage, ink_pages

from publish.article.reader import read_article
from publish.document import Document, compose
from publish.localize import Options, localize
from publish.pdf import render
from publish.style import House, Style, load_style
from publish.typeset import FontBook

__all__ = [
    "ARTICLES",
    "EVERY_BLOCK",
    "SAMPLE",
    "Printed",
    "Shape",
    "look",
    "original",
    "print_article",
    "print_document",
]

_ROOT = Path(__file__).parents[2]
SAMPLE = _ROOT / "sources/us-japan-reset"
EVERY_BLOCK = _ROOT / "tests/pseudo/every-block"
ARTICLES = (SAMPLE, EVERY_BLOCK, *sorted((_ROOT / "tests/cases/articles").iterdir()))


@dataclass(frozen=True)
class Shape:
    """How a document is printed."""

    pseudo: PseudoLocale
    style: str
    paper: str

    def __str__(self) -> str:
        return f"{self.pseudo}-{self.style}-{self.paper}"


@dataclass(frozen=True)
class Printed:
    """A document, the style it was printed in, and the ink on its pages; shown by its name, for it is long."""

    name: str
    document: Document
    style: Style
    pages: tuple[InkPage, ...]

    def __repr__(self) -> str:
        return self.name

    @property
    def rtl(self) -> bool:
        return self.document.direction == "rtl"


@cache
def original(folder: Path) -> Document:
    """An article as it is composed in its own language."""
    article, wrong = read_article(folder, folder.name)
    assert article is not None, [str(finding) for finding in wrong]
    localized, findings = localize(article, article.meta.language, None, Options())
    assert localized is not None, [str(finding) for finding in findings]
    return compose(localized)[0]


def print_article(folder: Path, shape: Shape) -> Printed:
    """An article in a pseudo-locale, printed and read back."""
    document = pseudo_localized(original(folder), shape.pseudo, shape.paper)
    return print_document(document, shape.style, folder.name)


def print_document(document: Document, style: str, name: str = "") -> Printed:
    """A document, printed and read back."""
    resolved, fonts = look(style, document.script)
    pages = ink_pages(render(document, resolved, fonts).data)
    return Printed(name or document.slug, document, resolved, pages)


@cache
def look(style: str, script: str) -> tuple[Style, FontBook]:
    """A house style for a script, and its fonts."""
    house = _house(style)
    resolved = house.resolve(script)
    return resolved, FontBook(resolved.fonts, house.folder, resolved.script_fonts)


@cache
def _house(style: str) -> House:
    house, wrong = load_style(style)
    assert house is not None, [str(finding) for finding in wrong]
    return house
