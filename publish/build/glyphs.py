"""Characters that no face of a style has: they would be printed as empty boxes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

from publish.build.fontpackages import covered_by
from publish.document import Document
from publish.document.tree import Run
from publish.errors import Diagnostic, Span, error, warning
from publish.style import Style
from publish.typeset import FontBook
from publish.typeset.fontfile import Origin

__all__ = ["missing_glyphs"]

# Strings of a document that no page shows: names, addresses, metadata, what is said in place of a picture.
_UNSEEN = frozenset(
    {
        "anchor", "back_anchor", "alt", "authors_text", "contents", "data", "direction", "fact", "keywords", "language",
        "gaps", "locale", "note_marks", "paper", "script", "slug", "subject", "target",
    }
)  # fmt: skip
# The text engine breaks words and shortens lines with these.
_OWN = "-\u2010\u2026"


def missing_glyphs(document: Document, style: Style, fonts: FontBook) -> tuple[Diagnostic, ...]:
    """A finding for each character that no face of the style draws.

    A packaged face that the style does not name may stand in without a word; one of the system is a warning, for
    another machine may not have it; where there is none it is an error, with the package that would bring one.
    From then on `fonts` sets the character in the face that was found.
    """
    places: dict[str, Span | None] = {}
    whole = next((Span.whole(run.span.file) for run in document.title if run.span), None)
    shown = (text for part in _parts(document) for text in _shown(part, whole))
    for text, place in (*shown, (_OWN + style.layout.list_mark, None)):
        for sequence in fonts.missing(text):
            places.setdefault(sequence, place)
    findings = (_finding(sequence, place, fonts) for sequence, place in places.items())
    return tuple(finding for finding in findings if finding)


def _finding(sequence: str, place: Span | None, fonts: FontBook) -> Diagnostic | None:
    name = " + ".join(f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip() for char in sequence)
    face = fonts.borrow(sequence)
    if face is None:
        return error(f"no face of the style has the character {name}", place, covered_by(sequence[0]))
    if face.origin is not Origin.SYSTEM:
        return None
    message = f"no face of the style has the character {name}; it is set in {face.family} of this system ({face.path})"
    return warning(message, place, "put that font into fonts/ beside a style of your own: other machines may lack it")


def _shown(node: object, place: Span | None) -> Iterator[tuple[str, Span | None]]:
    """Every text of a tree that is drawn, with its place: its own, or that of what it is part of."""
    if isinstance(node, Run):
        yield node.text, node.span or place
    elif isinstance(node, str):
        yield node, place
    elif isinstance(node, tuple):
        for item in node:
            yield from _shown(item, place)
    else:
        parts = _parts(node)
        place = next(filter(None, map(_place, parts)), place)
        for part in parts:
            yield from _shown(part, place)


def _parts(node: object) -> list[object]:
    kind: type = type(node)
    return [getattr(node, name) for name in _seen(kind)]


@cache
def _seen(kind: type) -> tuple[str, ...]:
    """The fields of a part of a document that hold what is drawn, and its place."""
    if kind is Span or not is_dataclass(kind):
        return ()
    return tuple(field.name for field in fields(kind) if field.name not in _UNSEEN)


def _place(part: object) -> Span | None:
    """The place that a part is or, where it is rich text, was written at."""
    runs = part if isinstance(part, tuple) else ()
    return part if isinstance(part, Span) else next((run.span for run in runs if isinstance(run, Run)), None)
