"""Options and parts of help that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from publish.article.tags import is_language_tag

__all__ = ["examples", "json_option", "locale_option", "output_option", "style_option"]

_Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def locale_option(help_text: str, *, required: bool = False) -> _Decorator:
    """An option `-l LOCALE` that may be given several times: BCP 47 tags."""
    return click.option(
        "-l", "--locale", "locales", multiple=True, required=required, metavar="LOCALE", callback=_tags, help=help_text
    )


def _tags(ctx: click.Context, option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    from publish.build.locales import canonical_tag  # noqa: PLC0415 - brings catalogues and CLDR data along

    for tag in given:
        if not is_language_tag(tag.replace("_", "-")):
            raise click.BadParameter(f'"{tag}" is no language tag · write en, en-GB, zh-Hans', ctx, option)
    return tuple(dict.fromkeys(map(canonical_tag, given)))


def style_option() -> _Decorator:
    """An option `-s STYLE`."""
    help_text = "House style, see `publish styles`."
    return click.option(
        "-s", "--style", default="briefing", show_default=True, metavar="STYLE", callback=_named, help=help_text
    )


def output_option() -> _Decorator:
    """An option `-o DIR`."""
    help_text = "Where files go."
    return click.option(
        "-o", "--output", default="output", show_default=True, metavar="DIR", callback=_named, help=help_text
    )


def _named(ctx: click.Context, option: click.Parameter, given: str) -> str:
    if not given.strip():  # an empty variable of a script, which would mean the working folder
        raise click.BadParameter("the name is empty", ctx, option)
    return given


def json_option(keys: str) -> _Decorator:
    """An option `--json`; `keys` are those of the object."""
    help_text = f"Tell the result as one JSON object with {keys}."
    return click.option("--json", "as_json", is_flag=True, help=help_text)


def examples(*calls: str) -> str:
    """The end of a command's help: calls of it, each with what it does."""
    head = "Example:" if len(calls) == 1 else "Examples:"
    return "\n".join(["\b", head, *(f"  {call}" for call in calls)])  # click leaves lines after a \b as they are
