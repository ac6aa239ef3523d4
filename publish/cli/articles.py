"""The ARTICLE arguments of a command: folders, or slugs below ./sources."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from publish.build.order import SourceFolder
from publish.cli.folders import SOURCES
from publish.errors import suggest

__all__ = ["article_argument", "find_articles"]

article_argument = click.argument("articles", nargs=-1, metavar="[ARTICLE]...")


def find_articles(names: Sequence[str]) -> tuple[SourceFolder, ...]:
    """The folders that `names` stand for; all below ./sources without names. Raises UsageError for an unknown one."""
    known = _known()
    if not names:
        if not known:
            hint = "`publish new SLUG` begins one" if not SOURCES.is_dir() else "an article is a folder with article.md"
            raise click.UsageError(f"there is no article in {SOURCES}/ · {hint}")
        return tuple(known.values())
    found: dict[Path, SourceFolder] = {}
    for name in names:
        folder = known.get(name) or _folder(name, list(known))
        found.setdefault(folder.path.resolve(), folder)
    _refuse_twins(tuple(found.values()))
    return tuple(found.values())


def _known() -> dict[str, SourceFolder]:
    if not SOURCES.is_dir():
        return {}
    folders = sorted(path for path in SOURCES.iterdir() if (path / "article.md").exists())
    return {path.name: SourceFolder(path.absolute(), path.as_posix()) for path in folders}


def _folder(name: str, known: list[str]) -> SourceFolder:
    path = Path(name)
    if path.name == "article.md" and path.is_file():
        path = path.parent
    if not (path / "article.md").exists():
        below = f"{SOURCES}/{name}/" if path.name == name else f"{name.rstrip('/')}/"
        hint = suggest(path.name, known) or (f"articles: {', '.join(known[:20])}" if known else "there are none yet")
        raise click.UsageError(f'no article "{name}": {below}article.md does not exist · {hint}')
    absolute = Path(_normal(path))
    return SourceFolder(absolute, _shown(absolute))


def _normal(path: Path) -> str:
    import os.path  # noqa: PLC0415 - pathlib has no way to take ".." away without following links

    return os.path.normpath(path.absolute())


def _shown(path: Path) -> str:
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) and path != here else path.as_posix()


def _refuse_twins(folders: Sequence[SourceFolder]) -> None:
    by_slug: dict[str, str] = {}
    for folder in folders:
        other = by_slug.setdefault(folder.path.name, folder.name)
        if other != folder.name:
            both = f'{other} and {folder.name} would both be built as "{folder.path.name}"'
            raise click.UsageError(f"{both} · rename one")
