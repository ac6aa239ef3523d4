"""Lines from the boxes and the places chosen: runs in visual order, slack spread over a justified line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from publish.typeset.bidi import visual_order
from publish.typeset.boxes import Box, Seam
from publish.typeset.fitting import EPSILON, Measure, Point
from publish.typeset.fonts import FontBook
from publish.typeset.model import Fragment, Line, ShapedRun
from publish.typeset.section import Part, Section

__all__ = ["Typesetter"]


@dataclass(frozen=True, slots=True)
class _Give:
    """What a line gives at each joint: `stretch` in points, or `shrink` as the share of what it may lose there."""

    stretch: float = 0.0
    shrink: float = 0.0

    def at(self, joints: int, capacity: float) -> float:
        """The change in points at a place with so many joints and this capacity to shrink."""
        return joints * self.stretch - capacity * self.shrink


NOTHING = _Give()


class _Item(NamedTuple):
    """A part on its line, the points that follow it, and how its inner joints give way."""

    part: Part
    after: float = 0.0
    give: _Give = NOTHING


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Makes the lines of one section from its boxes and seams; `rtl` is the direction of the paragraph."""

    section: Section
    row: Sequence[Box]
    joins: Sequence[Seam]
    measure: Measure
    book: FontBook
    rtl: bool = False

    def plain(self, chosen: Sequence[int]) -> Iterator[Line]:
        """The lines that end behind so many boxes, each of its natural width."""
        for first, last in pairwise([0, *chosen]):
            row = self.row[first:last]
            ending = "" if last == len(self.row) else self.section.text[row[-1].end : self.row[last].start]
            parts = [part for box in row for part in (*box.parts, *box.glue)]
            del parts[len(parts) - len(row[-1].glue) :]
            if self.section.levels is None:
                pen = _Pen(self.section, self.book, -row[0].lead)
                pen.extend(parts)
                pen.trim(row[-1].trail)
                yield Line(pen.finish(), pen.x, ending=ending)
            else:
                items = [_Item(part) for part in parts]
                yield self._finished(items, row[0].lead, row[-1].parts)._replace(ending=ending)

    def single(self) -> Line:
        """All of the section on one line of its natural width."""
        if not any(join.close for join in self.joins):
            return next(self.plain([len(self.row)]))
        items: list[_Item] = []
        for box, join in zip(self.row, self.joins, strict=True):
            items += [_Item(part) for part in box.parts]
            if join.close and items:
                items[-1] = items[-1]._replace(after=-join.close)
            items += [_Item(part) for part in box.glue]
        if glue := self.row[-1].glue:
            del items[-len(glue) :]
        return self._finished(items, self.row[0].lead, self.row[-1].parts)

    def lines(self, points: Sequence[Point], chosen: Sequence[int]) -> Iterator[Line]:
        """The lines that end at the chosen points; the last is not justified."""
        for first, last in pairwise([0, *chosen]):
            yield self._line(points[first], points[last], final=last + 1 == len(points))

    def _line(self, first: Point, last: Point, final: bool) -> Line:
        give = self._give(first, last, final)
        items: list[_Item] = []
        end: Sequence[Part] = ()
        for number, parts in self._stretches(first, last):
            if end:
                items += [_Item(part) for part in self.row[number - 1].glue]
                join = self.joins[number - 1]
                move = give.at(join.joints, join.shrink) - join.close
                if abs(move) > EPSILON:
                    items[-1] = items[-1]._replace(after=move)
            items += [_Item(part, 0.0, give) for part in parts]
            end = parts or end
        opened = self.row[first.box]
        lead = opened.lead if first.resume == opened.start else 0.0
        line = self._finished(items, lead, end)
        ending = "" if final else self.section.text[last.offset : last.resume]
        return line._replace(hyphenated=last.hyphen, ending=ending)

    def _finished(self, items: list[_Item], lead: float, end: Sequence[Part]) -> Line:
        """The line of items in reading order; at its edges it loses a blank half, and tracking."""
        trail = self.section.trailing(end)
        order: Sequence[int] = range(len(items))
        if self.section.levels is not None:
            order = visual_order([item.part.level for item in _levelled(items, self.rtl)])
        elif trail and items:
            items[-1] = items[-1]._replace(after=items[-1].after - trail)
        pen = _Pen(self.section, self.book, -lead)
        for place in order:
            pen.add(place, items[place])
        return Line(pen.finish(), pen.x)

    def _stretches(self, first: Point, last: Point) -> Iterator[tuple[int, Sequence[Part]]]:
        """The boxes of a line by number, the first and last perhaps a part of theirs, with a hyphen."""
        section, start = self.section, first.resume
        for number in range(first.box, last.box):
            box = self.row[number]
            start = max(start, box.start)
            if last.hyphen and number + 1 == last.box and last.offset == box.end:
                yield number, section.hyphenated(start, box.end)
            else:
                yield number, box.parts if start == box.start else section.parts(start, box.end)
        if last.box < len(self.row) and self.row[last.box].start < last.offset:
            yield last.box, section.hyphenated(max(start, self.row[last.box].start), last.offset)

    def _give(self, first: Point, last: Point, final: bool) -> _Give:
        slack = self.measure.width - last.end + first.start
        if not self.measure.justify or (final and slack >= 0):
            return NOTHING
        joints, shrink = last.joints[0] - first.joints[1], last.shrink[0] - first.shrink[1]
        if slack < 0:
            return _Give(shrink=min(-slack / shrink, 1.0)) if shrink > 0 else NOTHING
        return _Give(stretch=slack / joints) if joints and self.measure.fills(first, last) else NOTHING


def _levelled(items: Sequence[_Item], rtl: bool) -> Iterable[_Item]:
    """The items of a line with the spaces at its end on the level of the paragraph (UAX #9, L1)."""
    last = len(items)
    while last and items[last - 1].part.word.text.isspace():
        last -= 1
    base = 1 if rtl else 0
    return [*items[:last], *(item._replace(part=item.part._replace(level=base)) for item in items[last:])]


class _Pen:
    """Collects the fragments of one line; `x` is where the next glyph goes, in points."""

    def __init__(self, section: Section, book: FontBook, x: float) -> None:
        self.x = x
        self._section = section
        self._book = book
        self._fragments: list[Fragment] = []
        self._runs: list[tuple[ShapedRun, float]] = []
        self._opened: tuple[int, ShapedRun] | None = None
        self._piece = -1
        self._start = x
        self._place = 0

    def add(self, place: int, item: _Item) -> None:
        """Set a part, the `place`th of the line in reading order, after what stands there."""
        part, unit = item.part, item.part.unit
        loose = item.give is not NOTHING and part.word.joints > 0
        for run in part.word.runs:
            if self._opened is None or self._piece != part.piece or not _joins(self._opened[1], run):
                self._flush()
                self._opened, self._piece, self._start, self._place = (part.piece, run), part.piece, self.x, place
            elif run.rtl:
                self._place = place
            set_run = _give_way(run, unit, item.give) if loose else run
            self._runs.append((set_run, 0.0))
            self.x += set_run.width * unit
        if item.after or part.close:
            self._move(item.after - part.close, unit)

    def extend(self, parts: Sequence[Part]) -> None:
        """Set parts that run from left to right and do not give way: what most lines are made of."""
        piece, face = self._piece, None
        for place, part in enumerate(parts):
            word = part.word
            for run in word.runs:
                if part.piece != piece or run.face is not face:
                    self._flush()
                    self._opened, self._start, self._place = (part.piece, run), self.x, place
                    piece, face = part.piece, run.face
                self._runs.append((run, 0.0))
                self.x += run.width * part.unit
            if part.close:
                self._move(-part.close, part.unit)
        self._piece = piece

    def trim(self, points: float) -> None:
        """Move back after the last glyph: a blank half or tracking that the end of a line does not have."""
        if points and self._opened:
            self._move(-points, self._section.pieces[self._opened[0]].look.size / 1000)

    def _move(self, points: float, unit: float) -> None:
        if self._runs:
            run, after = self._runs[-1]
            self._runs[-1] = run, after + points / unit
            self.x += points

    def finish(self) -> tuple[Fragment, ...]:
        """The fragments of the line."""
        self._flush()
        return tuple(self._fragments)

    def _flush(self) -> None:
        if self._opened is None:
            return
        number, first = self._opened
        piece, face = self._section.pieces[number], self._book.use(first.face)
        fragment = Fragment(
            face=face.key,
            look=piece.look,
            runs=tuple(self._runs),
            x=self._start,
            width=self.x - self._start,
            language=piece.language,
            tag=piece.tag,
            place=self._place,
            rtl=first.rtl,
        )
        self._fragments.append(fragment)
        self._runs, self._opened = [], None


def _joins(one: ShapedRun, two: ShapedRun) -> bool:
    return one.face is two.face and one.rtl == two.rtl


def _give_way(run: ShapedRun, unit: float, give: _Give) -> ShapedRun:
    """The run stretched or shrunk at its joints."""
    if not run.joints:
        return run
    glyphs, width = list(run.glyphs), run.width
    for index, capacity in run.joints:
        move = give.at(1, capacity * unit) / unit
        glyphs[index] = glyphs[index]._replace(adjust=glyphs[index].adjust + move)
        width += move
    return replace(run, glyphs=tuple(glyphs), width=width)
