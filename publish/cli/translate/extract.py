"""`publish translate extract`."""

from __future__ import annotations

import click

from publish.cli.articles import article_argument, find_articles
from publish.cli.lazy import INPUT_FAULT
from publish.cli.locales import locale_option
from publish.cli.say import say_diagnostics
from publish.cli.translate.catalogues import Desk, Opened, update_file
from publish.cli.translate.told import tell_updated
from publish.errors import Span, error

__all__ = ["command"]


@click.command("extract", short_help="Begin a catalogue for a translator.")
@article_argument
@locale_option("The language to translate into; may be given again.", required=True)
@click.pass_context
def command(ctx: click.Context, articles: tuple[str, ...], locales: tuple[str, ...]) -> None:
    """Begin a catalogue for a translator: <article>/translations/LOCALE.po.

    A catalogue that exists is brought up to date; nothing in it is lost. ARTICLE is a folder or a slug below sources/.
    """
    desk = Desk()
    for opened in desk.articles(find_articles(articles)):
        for locale in locales:
            _extract(desk, opened, locale)
    say_diagnostics(desk.diagnostics)
    ctx.exit(INPUT_FAULT if desk.failed else 0)


def _extract(desk: Desk, opened: Opened, locale: str) -> None:
    if locale == opened.article.meta.language:
        place = Span(f"{opened.folder.name}/article.md")
        desk.diagnostics.append(error(f"the article is written in {locale}", place, "choose another language with -l"))
        return
    update_file(desk, opened, opened.place(locale), tell_updated)
