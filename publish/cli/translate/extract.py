"""`publish translate extract`."""

from __future__ import annotations

import click

from publish.cli.articles import article_argument, find_articles
from publish.cli.lazy import INPUT_FAULT
from publish.cli.options import examples, locale_option
from publish.cli.say import say_diagnostics
from publish.cli.translate.catalogues import Desk, Opened, update_file
from publish.cli.translate.told import tell_updated
from publish.errors import Span, error, warning
from publish.localize.labels import available_locales
from publish.localize.speech import UnknownLocaleError, speech

__all__ = ["command"]

_EXAMPLES = examples(
    "publish translate extract port-strike -l de",
)


@click.command("extract", short_help="Begin a catalogue for a translator.", epilog=_EXAMPLES)
@article_argument
@locale_option("The language to translate into; may be given again.", required=True)
@click.pass_context
def command(ctx: click.Context, articles: tuple[str, ...], locales: tuple[str, ...]) -> None:
    """Begin a catalogue for a translator: ARTICLE/translations/LOCALE.po, to be opened with any PO editor.

    A catalogue that exists is brought up to date; nothing in it is lost.
    ARTICLE is a folder, or the name of one below sources/; none means all of them.
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
        desk.tell(error(f"the article is written in {locale}", place, "choose another language with -l"))
        return
    found = opened.place(locale)
    try:
        speech(locale)
    except UnknownLocaleError:
        hint = f"known are {', '.join(available_locales())}"
        unknown = f"nothing is known of {locale}: it can be translated, but not built"
        desk.tell(warning(unknown, Span.whole(found.name), hint))
    update_file(desk, opened, found, tell_updated)
