"""`publish explain`."""

from __future__ import annotations

from collections.abc import Sequence

import click

from publish.article.tags import is_language_tag
from publish.cli.lazy import INPUT_FAULT
from publish.cli.options import examples, json_option
from publish.cli.say import note, result, say_json
from publish.localize.explain import explain
from publish.localize.labels import available_locales
from publish.localize.profile import RuleNote
from publish.localize.speech import UnknownLocaleError

__all__ = ["command"]

_EXAMPLES = examples(
    "publish explain pl",
)
# ISO 9995-7 has a picture of the no-break space; the narrow one is drawn as half of it.
_PICTURES = {"\u00a0": ("⍽", "no-break space"), "\u202f": ("⸤", "narrow no-break space")}


@click.command("explain", short_help="Tell the typographic rules of a language, with examples.", epilog=_EXAMPLES)
@click.argument("locale")
@json_option("rules: name, rule, typed, example, authority")
@click.pass_context
def command(ctx: click.Context, locale: str, as_json: bool) -> None:
    """Tell the typographic rules of LOCALE (pl, en-GB, zh-Hans...).

    Each has its name, an example and who says so; where a pass sets it, also what an author types.
    """
    if not is_language_tag(locale.replace("_", "-")):
        raise click.UsageError(f'"{locale}" is no language tag · write en, en-GB, zh-Hans')
    try:
        rules = explain(locale)
    except UnknownLocaleError:
        note(f"error: nothing is known of {locale} · known are {', '.join(available_locales())}")
        ctx.exit(INPUT_FAULT)
    if as_json:
        say_json({"rules": [_data(rule) for rule in rules]})
    else:
        _tell(rules)


def _data(rule: RuleNote) -> dict[str, str | None]:
    return {
        "name": rule.name,
        "rule": rule.rule,
        "typed": rule.typed or None,
        "example": rule.example,
        "authority": rule.authority,
    }


def _tell(rules: Sequence[RuleNote]) -> None:
    for rule in rules:
        result(f"{rule.name}: {rule.rule}")
        result(f"    {_drawn(f'{rule.typed} → {rule.example}' if rule.typed else rule.example)}")
        result(f"    authority: {rule.authority}")
    shown = "".join(rule.typed + rule.example for rule in rules)
    legend = [f"{picture} {name}" for space, (picture, name) in _PICTURES.items() if space in shown]
    if legend:
        result("")
        result(", ".join(legend))


def _drawn(text: str) -> str:
    return text.translate({ord(space): picture for space, (picture, _) in _PICTURES.items()})
