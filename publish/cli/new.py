"""`publish new`."""

from __future__ import annotations

import re
import shutil
import tempfile
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from importlib import resources
from pathlib import Path

import click

from publish.cli.folders import SOURCES
from publish.cli.options import examples
from publish.cli.say import note, result

__all__ = ["command"]

_EXAMPLES = examples(
    "publish new port-strike",
    "publish new strajk-w-porcie --language pl",
)

_TEMPLATES = "data/new"
_TEMPLATE_DATE = "date: 2000-01-01"
_TEMPLATE_YEAR = 2000
_YEARS = re.compile(r"\b(1998|1999|2000|2001)\b")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_SLUG = 80
# Windows has devices of these names in every folder: "Naming Files, Paths, and Namespaces" of its file system.
_DEVICES = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
# Letters that Unicode does not take apart into a base and a mark.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})


def languages() -> tuple[str, ...]:
    """The languages that a new article can be begun in."""
    return tuple(sorted(item.name for item in resources.files("publish.cli").joinpath(_TEMPLATES).iterdir()))


@click.command("new", short_help="Begin an article that builds at once.", epilog=_EXAMPLES)
@click.argument("slug")
@click.option(
    "--language", type=click.Choice(languages()), default="en", show_default=True, help="What it is written in."
)
def command(slug: str, language: str) -> None:
    """Begin an article that builds at once: sources/SLUG/ with a box of each kind, a table and a chart.

    SLUG names the article's folder and its files: small letters, digits and single hyphens.
    """
    if not _usable(slug):
        near = _slug_of(slug)
        hint = f'for example "{near}"' if near else "small letters, digits and single hyphens"
        raise click.UsageError(f'"{slug[: _LONGEST_SLUG + 1]}" is no name for an article · {hint}')
    folder = SOURCES / slug
    if folder.exists() or folder.is_symlink():
        raise click.UsageError(f"{folder.as_posix()} exists already · choose another name")
    files = _template(language, datetime.now().date())
    try:
        _write_folder(folder, files)
    except OSError as fault:  # told of the article, not of what it is made in
        raise OSError(fault.errno, fault.strerror, folder.as_posix()) from None
    for name in files:
        result((folder / name).as_posix())
    note(f"`publish build {slug}` builds it")


def _write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Makes a folder with its files, whole or not at all: it is filled beside its place and renamed."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".publish-", dir=folder.parent))
    try:
        filled = made / folder.name
        filled.mkdir()  # with the rights that folders have here, which a temporary one has not
        for name, text in files.items():
            (filled / name).write_bytes(text.encode())
        filled.rename(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _usable(slug: str) -> bool:
    return bool(_SLUG.fullmatch(slug)) and len(slug) <= _LONGEST_SLUG and not _DEVICES.fullmatch(slug)


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
    """A slug near to what was asked for: letters without their marks."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_PLAIN))
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    slug = "-".join(re.findall(r"[a-z0-9]+", letters))[:_LONGEST_SLUG].strip("-")
    return f"{slug}-brief" if _DEVICES.fullmatch(slug) else slug
