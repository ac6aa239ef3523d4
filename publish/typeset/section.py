"""What stands between two hard breaks of a paragraph: its text in one row, and where its stretches come from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from publish.typeset.aki import Kind, gap, squeeze
from publish.typeset.bidi import levels
from publish.typeset.fonts import FontBook
from publish.typeset.model import Piece
from publish.typeset.shaping import SOFT_HYPHEN, Shaper, Word

__all__ = ["CONTROLS", "Part", "Section", "sections"]

# Everything that is no letter but parts words: one space in the end, as in Markdown and HTML.
BLANKS = re.compile("[ \t\r\v\f\x85]+")
FOLDED = re.compile("[\t\r\v\f\x85]|  ")
HARD_BREAK = re.compile("[\n\u2028\u2029]")
# Marks that only say where to break or which way to run; they have done so when text is shaped.
CONTROLS = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


class Part(NamedTuple):
    """A stretch in one piece and direction: the piece's number in the section, points for em/1000, its bidi level.

    `close` is by how much it and the part behind it close up, in points; less than nothing where a gap opens.
    """

    piece: int
    word: Word
    unit: float
    level: int = 0
    close: float = 0.0

    @property
    def width(self) -> float:
        """Its width in points."""
        return self.word.width * self.unit - self.close


@dataclass(frozen=True, slots=True)
class Section:
    """A text with its spaces folded, and the pieces that its stretches come from.

    `levels` are the bidi levels of its characters, None where all run from left to right.
    """

    text: str
    starts: tuple[int, ...]
    pieces: tuple[Piece, ...]
    shapers: tuple[Shaper, ...]
    controls: bool
    levels: Sequence[int] | None

    def piece_at(self, offset: int) -> int:
        """The number of the piece that an offset lies in."""
        return bisect_right(self.starts, offset) - 1 if len(self.starts) > 1 else 0

    def language(self, offset: int) -> str:
        """The language that the text has at an offset."""
        return self.pieces[self.piece_at(offset)].language

    def trailing(self, parts: Sequence[Part]) -> float:
        """What parts lose at the end of a line, in points: the blank half of a mark, the tracking after a letter."""
        if not parts:
            return 0.0
        last = parts[-1]
        return (last.word.last.blank + self.pieces[last.piece].look.tracking) * last.unit

    def parts(self, start: int, end: int) -> tuple[Part, ...]:
        """The shaped parts of text[start:end] in reading order, controls left out."""
        number = self.piece_at(start)
        found: list[Part] = []
        while start < end:
            stop = min(self.starts[number + 1], end) if number + 1 < len(self.starts) else end
            found += self._in_piece(number, start, stop)
            start, number = stop, number + 1
        return tuple(found) if len(found) < 2 else self._closed(found)

    def _closed(self, parts: list[Part]) -> tuple[Part, ...]:
        """The parts with blank halves closed up, and gaps beside Latin opened, where pieces meet."""
        for number, (one, two) in enumerate(pairwise(parts)):
            raised = self.pieces[one.piece].look.rise != self.pieces[two.piece].look.rise
            if one.word.last.kind is not Kind.OTHER and not raised:
                close = squeeze(one.word.last, two.word.first) - gap(one.word.last, two.word.first)
                parts[number] = one._replace(close=close * one.unit)
        return tuple(parts)

    def hyphenated(self, start: int, end: int) -> tuple[Part, ...]:
        """The same with a hyphen at its end; nothing where there is no text for one."""
        parts = self.parts(start, end)
        if not parts:
            return ()
        last = parts[-1]
        return (*parts[:-1], self._part(last.piece, last.word.text + SOFT_HYPHEN, last.level))

    def _in_piece(self, number: int, start: int, end: int) -> Iterator[Part]:
        while start < end:
            level, stop = (0, end) if self.levels is None else _level_run(self.levels, start, end)
            shown = self.text[start:stop]
            shown = CONTROLS.sub("", shown) if self.controls else shown
            if shown:
                yield self._part(number, shown, level)
            start = stop

    def _part(self, number: int, text: str, level: int) -> Part:
        word = self.shapers[number].word(text, level % 2 == 1)
        return Part(number, word, self.pieces[number].look.size / 1000, level)


def _level_run(found: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The level at `start`, and where in [start:end] it ends."""
    stop = start + 1
    while stop < end and found[stop] == found[start]:
        stop += 1
    return found[start], stop


def sections(pieces: Sequence[Piece], book: FontBook, script: str, *, rtl: bool = False) -> Iterator[Section]:
    """The pieces between hard breaks, spaces folded across pieces and none at either end."""
    if not any(HARD_BREAK.search(piece.text) for piece in pieces):
        yield _section([(piece, piece.text) for piece in pieces], book, script, rtl=rtl)
        return
    for row in _rows(pieces):
        yield _section(row, book, script, rtl=rtl)


def _rows(pieces: Sequence[Piece]) -> list[list[tuple[Piece, str]]]:
    rows: list[list[tuple[Piece, str]]] = [[]]
    for piece in pieces:
        first, *others = HARD_BREAK.split(piece.text)
        rows[-1].append((piece, first))
        rows.extend([(piece, text)] for text in others)
    if len(rows) > 1 and not any(text.strip() for _, text in rows[-1]):
        rows.pop()
    return rows


def _section(row: Sequence[tuple[Piece, str]], book: FontBook, script: str, *, rtl: bool) -> Section:
    starts, kept, texts, offset = [], [], [], 0
    # what is taken out of a file reads the same, however it was typed
    folded = [normalize("NFC", text) for text in _folded([text for _, text in row])]
    for (piece, _), text in zip(row, folded, strict=True):
        if text:
            starts.append(offset)
            kept.append(piece)
            texts.append(text)
            offset += len(text)
    text = "".join(texts)
    shapers = tuple([book.shaper(piece.look, piece.language, script) for piece in kept])
    controls = not text.isascii() and CONTROLS.search(text) is not None
    found = levels(text, rtl) if rtl or not text.isascii() else None
    return Section(text, tuple(starts), tuple(kept), shapers, controls, found)


def _folded(texts: list[str]) -> list[str]:
    """The texts with one space for many, none at the start or the end of them all."""
    found, ended = [], " "
    for text in texts:
        folded = BLANKS.sub(" ", text) if FOLDED.search(text) else text
        if ended == " " and folded.startswith(" "):
            folded = folded[1:]
        ended = folded[-1:] or ended
        found.append(folded)
    for index in range(len(found) - 1, -1, -1):
        found[index] = found[index].rstrip(" ")
        if found[index]:
            break
    return found
