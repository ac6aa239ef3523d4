"""`publish explain`."""

from __future__ import annotations

import click

from publish.article.tags import is_language_tag
from publish.cli.lazy import INPUT_FAULT
from publish.cli.options import examples, json_option
from publish.cli.say import note, result, say_json
from publish.localize.explain import explain
from publish.localize.labels import available_locales
from publish.localize.speech import UnknownLocaleError

__all__ = ["command"]

_EXAMPLES = examples(
    "publish explain pl",
)


@click.command("explain", short_help="Tell the typographic rules of a language, with examples.", epilog=_EXAMPLES)
@click.argument("locale")
@json_option("rules: rule, example, authority")
@click.pass_context
def command(ctx: click.Context, locale: str, as_json: bool) -> None:
    """Tell the typographic rules of LOCALE (pl, en-GB, zh-Hans...), each with an example and who says so."""
    if not is_language_tag(locale.replace("_", "-")):
        raise click.UsageError(f'"{locale}" is no language tag · write en, en-GB, zh-Hans')
    try:
        rules = explain(locale)
    except UnknownLocaleError:
        note(f"error: nothing is known of {locale} · known are {', '.join(available_locales())}")
        ctx.exit(INPUT_FAULT)
    if as_json:
        say_json({"rules": [{"rule": r.rule, "example": r.example, "authority": r.authority} for r in rules]})
        return
    for rule in rules:
        result(rule.rule)
        result(f"    {rule.example}")
        result(f"    ({rule.authority})")
