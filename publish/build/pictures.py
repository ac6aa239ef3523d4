"""The picture files of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from publish.article.model import Article, Block, Box, BulletList, FactItem, Figure, Message, QuoteBlock
from publish.errors import Diagnostic, InputError, Span

__all__ = ["damaged_pictures", "picture_files"]


def picture_files(article: Article, name: str = "") -> Iterator[tuple[Path, Span]]:
    """Every picture with the place that asks for it; `name` is how the article's folder is shown."""
    if article.meta.publisher and article.meta.publisher.logo:
        yield article.meta.publisher.logo, Span.whole(f"{name}/article.md")
    for blocks in (article.blocks, *(note.blocks for note in article.footnotes.values())):
        for figure in _figures(blocks):
            yield figure.path, figure.span


def _figures(blocks: Sequence[Block[Message, FactItem]]) -> Iterator[Figure[Message]]:
    for block in blocks:
        match block:
            case Figure():
                yield block
            case Box() | QuoteBlock():
                yield from _figures(block.blocks)
            case BulletList():
                for item in block.items:
                    yield from _figures(item)


def damaged_pictures(article: Article, name: str) -> tuple[Diagnostic, ...]:
    """An error for each picture that begins well and cannot be shown all the same. Raises OSError."""
    findings: list[Diagnostic] = []
    for path, place in picture_files(article, name):
        try:
            _show(path)
        except InputError as fault:
            findings += [replace(finding, span=finding.span or place) for finding in fault.diagnostics]
    return tuple(findings)


def _show(path: Path) -> None:
    """Raises InputError for a file that no renderer could show."""
    # Pillow and the reader of outlines are loaded for articles with pictures only
    if path.suffix.lower() == ".svg":
        from publish.figures.svg import svg_drawing  # noqa: PLC0415

        svg_drawing(path.name, path.read_bytes(), height=1.0)
    else:
        from publish.figures.photos import photo_size  # noqa: PLC0415

        photo_size(path.name, path.read_bytes())
