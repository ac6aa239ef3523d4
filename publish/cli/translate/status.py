"""`publish translate status`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import click

from publish.cli.articles import article_argument, find_articles
from publish.cli.lazy import INPUT_FAULT
from publish.cli.options import json_option
from publish.cli.say import diagnostic_data, result, say_diagnostics, say_json
from publish.cli.translate.catalogues import Desk, Opened
from publish.localize.translate import Catalogue, Progress

__all__ = ["command"]

_HEAD = ("ARTICLE", "LOCALE", "TRANSLATED", "FUZZY", "MISSING", "DONE")


@dataclass(frozen=True)
class _Row:
    article: str
    locale: str
    progress: Progress | None  # None: the original


@click.command("status", short_help="Show how far each translation is.")
@article_argument
@json_option("translations and diagnostics")
@click.pass_context
def command(ctx: click.Context, articles: tuple[str, ...], as_json: bool) -> None:
    """Show how far each translation is: how many messages are translated, fuzzy (to be checked) and missing.

    ARTICLE is a folder, or the name of one below sources/; none means all of them.
    """
    desk = Desk()
    rows = [row for opened in desk.articles(find_articles(articles)) for row in _rows(desk, opened)]
    if as_json:
        say_json({"translations": [_data(row) for row in rows], "diagnostics": diagnostic_data(desk.diagnostics)})
    else:
        _show([_HEAD, *(_cells(row) for row in rows)])
        say_diagnostics(desk.diagnostics)
    ctx.exit(INPUT_FAULT if desk.failed else 0)


def _rows(desk: Desk, opened: Opened) -> list[_Row]:
    rows = [_Row(opened.article.slug, opened.article.meta.language, None)]
    for found in opened.translations:
        file = desk.read(found)
        if file is not None:
            progress = Catalogue(opened.article, found.locale, file, found.name).progress
            rows.append(_Row(opened.article.slug, found.locale, progress))
    return rows


def _cells(row: _Row) -> tuple[str, ...]:
    if row.progress is None:
        return (row.article, row.locale, "original", "", "", "")
    numbers = (row.progress.translated, row.progress.fuzzy, row.progress.missing)
    return (row.article, row.locale, *map(str, numbers), f"{row.progress.percent}%")


def _show(table: list[tuple[str, ...]]) -> None:
    """Aligned columns of plain text: names at line start, numbers at line end."""
    widths = [max(len(row[column]) for row in table) for column in range(len(_HEAD))]
    for row in table:
        cells = [
            cell.ljust(width) if at < 2 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        result("  ".join(cells).rstrip())


def _data(row: _Row) -> dict[str, Any]:
    data: dict[str, Any] = {"article": row.article, "locale": row.locale, "original": row.progress is None}
    if row.progress is not None:
        progress = row.progress
        data |= {"translated": progress.translated, "fuzzy": progress.fuzzy, "missing": progress.missing}
        data |= {"messages": progress.total, "complete": progress.complete}
    return data
