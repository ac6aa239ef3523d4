"""Characters that no face of a style has: they would be printed as empty boxes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from publish.document import Document
from publish.document.tree import Run
from publish.errors import Diagnostic, Span, error, warning
from publish.typeset import FontBook

__all__ = ["missing_glyphs"]


def missing_glyphs(document: Document, fonts: FontBook) -> tuple[Diagnostic, ...]:
    """An error for each character that no family of the style has, a warning where one of them lacks it."""
    places: dict[str, Span | None] = {}
    for run in _runs(document):
        for char in run.text:
            places.setdefault(char, run.span)
    lacking = [fonts.check("".join(places), family) for family in fonts.families]
    if not any(lacking):
        return ()
    nowhere, somewhere = set.intersection(*lacking), set.union(*lacking)
    return tuple(_finding(char, places[char], char in nowhere) for char in places if char in somewhere)


def _finding(char: str, place: Span | None, nowhere: bool) -> Diagnostic:
    name = f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()
    hint = "write it another way, or name a face that has it in a style of your own"
    if nowhere:
        return error(f"no face of the style has the character {name}", place, hint)
    return warning(f"not every face of the style has the character {name}", place, hint)


def _runs(node: object) -> Iterator[Run]:
    """Every run of a tree."""
    if isinstance(node, Run):
        yield node
    elif isinstance(node, tuple):
        for item in node:
            yield from _runs(item)
    elif is_dataclass(node):
        for field in fields(node):
            value = getattr(node, field.name)
            if not isinstance(value, str):
                yield from _runs(value)
