"""How wide texts run in the fonts of the house, and how much wider elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from typing import TypeVar
from unicodedata import east_asian_width

from publish.style.model import TextRole
from publish.style.scripts import is_ideographic
from publish.typeset import measure
from publish.typeset.fonts import FontBook
from publish.typeset.model import Look, Piece
from publish.word.fonts import BOLD
from publish.word.story import Story

__all__ = ["Ruler", "is_wide", "likely_widest", "safe"]

_T = TypeVar("_T")

# How much wider the same text may run on a machine without the fonts of the house: a bold DejaVu Sans is the widest
# that commonly stands in. Faces for ideographs have wide letters and digits themselves.
_SAFE, _SAFE_BESIDE_IDEOGRAPHS = 1.32, 1.15
#: Ideographs are one em wide in every font; this is for the space that programs put beside them.
_IDEOGRAPHS = 1.06
_BOLD_WEIGHT, _REGULAR_WEIGHT = 700, 400
#: So many texts of a column are measured.
_MEASURED = 3
_NARROW = frozenset("iljI.,:;'|!()[] \u00a0")


@dataclass(frozen=True, slots=True)
class Ruler:
    """Measures texts of a document on one line, in points.

    `scale` shrinks every role; `slack` is the factor by which other fonts may run wider.
    """

    story: Story
    scale: float = 1.0
    slack: float = 1.0

    def width(self, text: str, role: TextRole, *, bold: bool | None = None) -> float:
        """The width of a text as Word sets it: with Regular and Bold alone, in figures of one width."""
        strong = role.weight >= BOLD if bold is None else bold
        weight = _BOLD_WEIGHT if strong else _REGULAR_WEIGHT
        look = Look(role.family, role.size * self.scale, weight, tracking=role.tracking, tabular=True)
        document = self.story.document
        exact = _measured(Piece(text, look, document.locale), document.script, self.story.book) if text else 0.0
        fixed = look.size * sum(map(is_wide, text))
        return max(exact - fixed, 0.0) * self.slack + fixed * min(self.slack, _IDEOGRAPHS)

    def widest(self, texts: Iterable[str], role: TextRole, *, bold: bool | None = None) -> float:
        """The width of the widest of many texts."""
        likely = likely_widest(dict.fromkeys(texts), str)
        return max((self.width(text, role, bold=bold) for text in likely), default=0.0)


@lru_cache(maxsize=4096)
def _measured(piece: Piece, script: str, book: FontBook) -> float:
    return measure([piece], book, script)


def likely_widest(items: Iterable[_T], text: Callable[[_T], str]) -> list[_T]:
    """The few items whose texts look the widest, in a fixed order: to measure all of a long table takes too long."""
    return nlargest(_MEASURED, items, key=lambda item: _guess(text(item)))


def safe(script: str) -> float:
    """The slack that what must not tear has in a script."""
    return _SAFE_BESIDE_IDEOGRAPHS if is_ideographic(script) else _SAFE


def is_wide(char: str) -> bool:
    """Whether a character takes a whole em (UAX #11)."""
    return east_asian_width(char) in "WF"


def _guess(text: str) -> float:
    """About how wide a text runs, in em."""
    return sum(map(_guess_char, text))


def _guess_char(char: str) -> float:
    if is_wide(char):
        return 1.0
    if char in _NARROW:
        return 0.28
    return 0.64 if char.isupper() else 0.52
