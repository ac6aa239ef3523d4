"""`publish new`."""

from __future__ import annotations

import re
from datetime import date, datetime
from importlib import resources

import click

from publish.build.output import write_whole
from publish.cli.folders import SOURCES
from publish.cli.say import note, result

__all__ = ["command"]

_TEMPLATES = "data/new"
_TEMPLATE_DATE = "date: 2000-01-01"
_TEMPLATE_YEAR = 2000
_YEARS = re.compile(r"\b(1998|1999|2000|2001)\b")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_SLUG = 80


def languages() -> tuple[str, ...]:
    """The languages that a new article can be begun in."""
    return tuple(sorted(item.name for item in resources.files("publish.cli").joinpath(_TEMPLATES).iterdir()))


@click.command("new", short_help="Begin an article that builds at once.")
@click.argument("slug")
@click.option(
    "--language", type=click.Choice(languages()), default="en", show_default=True, help="What it is written in."
)
def command(slug: str, language: str) -> None:
    """Begin an article that builds at once: sources/SLUG/ with a box of each kind, a table and a chart.

    SLUG names the article's folder and its files: small letters, digits and single hyphens.
    """
    if not _SLUG.fullmatch(slug) or len(slug) > _LONGEST_SLUG:
        hint = f'for example "{_slug_of(slug)}"' if _slug_of(slug) else "small letters, digits and single hyphens"
        raise click.UsageError(f'"{slug}" is no name for an article · {hint}')
    folder = SOURCES / slug
    if folder.exists() or folder.is_symlink():
        raise click.UsageError(f"{folder.as_posix()} exists already · choose another name")
    for name, text in _template(language, datetime.now().date()).items():
        write_whole(folder / name, text.encode())
        result((folder / name).as_posix())
    note(f"`publish build {slug}` builds it")


def _template(language: str, today: date) -> dict[str, str]:
    """The files of a new article; its date is `today`, years follow."""
    folder = resources.files("publish.cli").joinpath(_TEMPLATES, language)
    texts = {item.name: item.read_text("utf-8") for item in sorted(folder.iterdir(), key=lambda item: item.name)}
    return {name: _dated(text, today) for name, text in texts.items()}


def _dated(text: str, today: date) -> str:
    """A template's text with its date, and with the other years as far from it as they were."""
    later = today.year - _TEMPLATE_YEAR
    parts = text.split(_TEMPLATE_DATE)
    moved = [_YEARS.sub(lambda match: str(int(match[0]) + later), part) for part in parts]
    return f"date: {today.isoformat()}".join(moved)


def _slug_of(text: str) -> str:
    """A slug near to what was asked for."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))[:_LONGEST_SLUG].strip("-")
