"""`publish translate update`."""

from __future__ import annotations

import click

from publish.cli.articles import article_argument, find_articles
from publish.cli.lazy import INPUT_FAULT
from publish.cli.options import locale_option
from publish.cli.say import note, say_diagnostics
from publish.cli.translate.catalogues import Desk, Opened, update_file
from publish.cli.translate.told import tell_updated
from publish.errors import Span, error, suggest

__all__ = ["command"]


@click.command("update", short_help="Bring catalogues up to date with their articles.")
@article_argument
@locale_option("Update this language alone; may be given again.")
@click.pass_context
def command(ctx: click.Context, articles: tuple[str, ...], locales: tuple[str, ...]) -> None:
    """Bring catalogues up to date with their articles; no translation is ever lost.

    A text that moved keeps its translation. One that changed keeps it too, marked fuzzy, with the former original
    beside it. What is not used any more is kept as obsolete, and comes back when the text does.
    ARTICLE is a folder, or the name of one below sources/; none means all of them.
    """
    desk = Desk()
    found = 0
    for opened in desk.articles(find_articles(articles)):
        found += _update(desk, opened, locales)
    say_diagnostics(desk.diagnostics)
    if not found and not desk.failed:
        note("there is no catalogue yet · `publish translate extract -l LOCALE` begins one")
    ctx.exit(INPUT_FAULT if desk.failed else 0)


def _update(desk: Desk, opened: Opened, locales: tuple[str, ...]) -> int:
    """How many catalogues of the article there were to update."""
    known = {found.locale: found for found in opened.translations}
    for locale in locales:
        if locale not in known:
            hint = suggest(locale, known) or f"`publish translate extract {opened.article.slug} -l {locale}` begins it"
            place = Span(f"{opened.folder.name}/article.md")
            desk.tell(error(f"there is no translation into {locale}", place, hint))
    wanted = [found for locale, found in known.items() if not locales or locale in locales]
    for found in wanted:
        update_file(desk, opened, found, tell_updated)
    return len(wanted)
