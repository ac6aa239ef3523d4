"""Whether everything that an article refers to is there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from publish.article.messages import Messages, Uses
from publish.article.model import Footnote
from publish.errors import Diagnostic, error, suggest, warning

__all__ = ["Names", "check_footnotes", "check_names"]

MAX_SUGGESTIONS = 50  # each is a search through all names
MAX_UNKNOWN = 2_000  # of one kind


@dataclass(frozen=True, slots=True)
class Names:
    """What may be referred to; None where it cannot be known, because the file that says so is at fault."""

    facts: Sequence[str] | None
    sources: Sequence[str] | None
    notes: Sequence[str]
    ids: Sequence[str]


def check_names(parts: Iterable[Messages], names: Names) -> list[Diagnostic]:
    """A finding for each reference to a fact, source, footnote or id that does not exist."""
    found: list[Diagnostic] = []
    for part in parts:
        found += _unknown(part.facts, names.facts, "the fact", "name it in facts.yaml")
        found += _unknown(part.sources, names.sources, "the source", "name it under sources: in the front matter")
        found += _unknown(part.notes, names.notes, "the footnote", "write [^{}]: and its text below")
        found += _unknown(part.anchors, names.ids, "the id", "write {{#{}}} behind what the link leads to")
    return found


def _unknown(uses: Uses, known: Sequence[str] | None, what: str, remedy: str) -> list[Diagnostic]:
    if known is None:
        return []
    names = frozenset(known)
    hints: dict[str, str] = {}
    for name, _ in uses:
        if name not in names and name not in hints:
            near = suggest(name, names) if len(hints) < MAX_SUGGESTIONS else None
            hints[name] = near or remedy.format(name[:60])
    unknown = islice(((name, span) for name, span in uses if name in hints), MAX_UNKNOWN)
    return [error(f'{what} "{name[:60]}" is unknown', span, hints[name]) for name, span in unknown]


def check_footnotes(footnotes: dict[str, Footnote[Any, Any]], parts: Iterable[Messages]) -> list[Diagnostic]:
    """A warning for each footnote that nothing calls."""
    called = {name for part in parts for name, _ in part.notes}
    return [
        warning(f'the footnote "{note.id}" is not called', note.span, f"write [^{note.id}] in the text, or delete it")
        for note in footnotes.values()
        if note.id not in called
    ]
