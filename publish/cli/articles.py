"""The ARTICLE arguments of a command: folders, or slugs below ./sources."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from publish.build.order import SourceFolder
from publish.cli.folders import SOURCES
from publish.cli.say import visible
from publish.errors import suggest

__all__ = ["article_argument", "find_articles"]

_BEGIN = "`publish new SLUG` begins one"
_SHOWN = 20  # articles in a hint

article_argument = click.argument("articles", nargs=-1, metavar="[ARTICLE]...")


def find_articles(names: Sequence[str]) -> tuple[SourceFolder, ...]:
    """The folders that `names` stand for; all below ./sources without names. Raises UsageError for an unknown one."""
    known = _known()
    if not names and not known:
        raise click.UsageError(f"there is no article in {SOURCES}/ · {_BEGIN}")
    found: dict[Path, SourceFolder] = {}
    for folder in [known.get(name) or _folder(name, list(known)) for name in names] or known.values():
        found.setdefault(folder.path.resolve(), folder)
    _refuse_names(found.values())
    _refuse_twins(tuple(found.values()))
    return tuple(found.values())


def _known() -> dict[str, SourceFolder]:
    if not SOURCES.is_dir():
        return {}
    folders = sorted(path for path in SOURCES.iterdir() if _is_article(path))
    return {path.name: SourceFolder(path.absolute(), path.as_posix()) for path in folders}


def _is_article(path: Path) -> bool:
    try:
        return (path / "article.md").exists()
    except OSError:  # a folder that may not be looked into: reading the article tells why
        return path.is_dir()


def _folder(name: str, known: list[str]) -> SourceFolder:
    path = Path(name)
    if path.name == "article.md" and path.is_file():
        path = path.parent
    if not name or not _is_article(path):
        wanted = path if "/" in name or path == Path() else SOURCES / name
        hint = suggest(path.name, known) or (f"articles: {', '.join(known[:_SHOWN])}" if known else _BEGIN)
        missing = f"{wanted.as_posix()}/article.md does not exist" if name else "the name is empty"
        raise click.UsageError(visible(f'no article "{name}": {missing} · {hint}'))
    absolute = Path(_normal(path))
    return SourceFolder(absolute, _shown(absolute))


def _normal(path: Path) -> str:
    import os.path  # noqa: PLC0415 - pathlib has no way to take ".." away without following links

    return os.path.normpath(path.absolute())


def _shown(path: Path) -> str:
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) and path != here else path.as_posix()


def _refuse_names(folders: Iterable[SourceFolder]) -> None:
    """Files are named after their article, in the manifest and on terminals too."""
    for folder in folders:
        if any(unicodedata.category(char) in ("Cc", "Cs") for char in folder.slug):
            raise click.UsageError(
                visible(f'"{folder.name}" has signs in its name that no file may have · rename the folder')
            )


def _refuse_twins(folders: Sequence[SourceFolder]) -> None:
    by_slug: dict[str, str] = {}
    for folder in folders:
        other = by_slug.setdefault(folder.slug, folder.name)
        if other != folder.name:
            both = f'{other} and {folder.name} would both be built as "{folder.slug}"'
            raise click.UsageError(f"{both} · rename one")
