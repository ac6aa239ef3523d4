"""The stages of the project's own pipeline that the benchmark times, one call each."""

from __future__ import annotations

from pathlib import Path

from briefs import write_brief

from publish.article.model import Article
from publish.article.reader import read_article
from publish.document import Document, compose
from publish.localize import Options, localize
from publish.style import Style, load_style
from publish.typeset import FontBook

__all__ = ["STYLE", "composed", "made_briefs", "opened_fonts", "read", "styled"]

STYLE = "briefing"


def read(folder: Path) -> Article:
    """The article in `folder`; an article with findings is no work of a normal day."""
    article, findings = read_article(folder, folder.name)
    assert article is not None, [str(finding) for finding in findings]
    return article


def composed(article: Article) -> Document:
    """The document of an article in its own language."""
    localized, findings = localize(article, article.meta.language, None, Options())
    assert localized is not None, [str(finding) for finding in findings]
    document, _ = compose(localized)
    return document


def styled(document: Document) -> Style:
    """The style that the benchmark sets `document` in."""
    house, findings = load_style(STYLE)
    assert house is not None, [str(finding) for finding in findings]
    return house.resolve(document.script)


def opened_fonts(style: Style) -> FontBook:
    """The faces of a style, which a worker opens once."""
    return FontBook(style.fonts)


def made_briefs(folder: Path, numbers: range, parts: int = 1) -> list[Article]:
    """Distinct articles, written into `folder` and read."""
    return [read(write_brief(folder / f"brief-{number}-{parts}", number, parts)) for number in numbers]
