"""How long a text takes to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

from publish.localize.content import Run

__all__ = ["reading_minutes"]

_WORDS_A_MINUTE = 200
_CHARACTERS_A_MINUTE = 500
_UNSPACED = frozenset({"Jpan", "Hira", "Kana", "Hani", "Hans", "Hant", "Thai", "Laoo", "Khmr", "Mymr"})


def reading_minutes(content: Sequence[object], script: str) -> int:
    """Whole minutes for all text in `content`, at least 1: 200 words, or 500 characters without spaces, a minute."""
    text = " ".join(_texts(content))
    if script in _UNSPACED:
        count, pace = sum(not char.isspace() for char in text), _CHARACTERS_A_MINUTE
    else:
        count, pace = len(text.split()), _WORDS_A_MINUTE
    return max(1, round(count / pace))


def _texts(part: object) -> Iterator[str]:
    """Every leaf's text inside blocks and entries."""
    if isinstance(part, tuple) and part and any(isinstance(run, Run) for run in part):
        yield "".join(run.text for run in part if isinstance(run, Run))
    elif isinstance(part, tuple | list):
        for inner in part:
            yield from _texts(inner)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))
