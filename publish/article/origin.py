"""Where characters of a text stand in its file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from publish.errors import Span

__all__ = ["Lines", "Origin"]

_BREAK = re.compile(r"\r\n|\r|\n")


class Lines:
    """The line starts of a text, which turn an offset into a line and a column.

    Offsets and columns count code points. `first` is the line of the file on which the text begins.
    """

    __slots__ = ("_first", "_size", "_starts", "file")

    def __init__(self, file: str, text: str, first: int = 1) -> None:
        self.file = file
        self._first = first
        self._size = len(text)
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def span(self, offset: int) -> Span:
        """The place of the character at `offset`; offsets outside the text are moved to its ends."""
        offset = min(max(offset, 0), self._size)
        line = bisect_right(self._starts, offset) - 1
        return Span(self.file, self._first + line, offset - self._starts[line] + 1)


@dataclass(frozen=True, slots=True)
class Origin:
    """Maps offsets in a text to places in the file it was taken from.

    The text came in pieces: the piece that begins at `starts[i]` of the text stands at `places[i]` of the file and
    runs on without a gap. Without `lines` the whole text has one place, `fixed`.
    """

    lines: Lines | None
    starts: tuple[int, ...] = (0,)
    places: tuple[int, ...] = (0,)
    fixed: Span | None = None

    @classmethod
    def at(cls, span: Span) -> Origin:
        """The origin of a text that has one place only, such as a message of a catalogue."""
        return cls(None, fixed=span)

    @classmethod
    def of(cls, lines: Lines, pieces: Iterable[tuple[int, int]]) -> Origin:
        """The origin of a text made of pieces (offset in the text, offset in the file), in order, from 0 on."""
        starts, places = zip(*pieces, strict=True)
        return cls(lines, starts, places)

    def offset(self, offset: int) -> int:
        """The offset in the file of the character at `offset` of the text."""
        index = max(bisect_right(self.starts, offset) - 1, 0)
        return self.places[index] + offset - self.starts[index]

    def span(self, offset: int) -> Span:
        """The place of the character at `offset` of the text."""
        if self.lines is None:
            return self.fixed or Span("")
        return self.lines.span(self.offset(offset))

    def part(self, start: int) -> Origin:
        """The origin of the text's rest from `start` on."""
        if self.lines is None or not start:
            return self
        later = [(s - start, p) for s, p in zip(self.starts, self.places, strict=True) if s > start]
        return Origin.of(self.lines, [(0, self.offset(start)), *later])
