"""The `-l` option: BCP 47 tags."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from publish.article.tags import is_language_tag
from publish.build.locales import canonical_tag

__all__ = ["locale_option"]


def locale_option(help_text: str, *, required: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An option `-l LOCALE` that may be given several times."""
    return click.option(
        "-l", "--locale", "locales", multiple=True, required=required, metavar="LOCALE", callback=_tags, help=help_text
    )


def _tags(ctx: click.Context, option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    for tag in given:
        if not is_language_tag(tag.replace("_", "-")):
            raise click.BadParameter(f'"{tag}" is no language tag · write en, en-GB, zh-Hans', ctx, option)
    return tuple(dict.fromkeys(map(canonical_tag, given)))
