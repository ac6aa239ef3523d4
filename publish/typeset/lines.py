"""Lines from the boxes and the places chosen: glyphs in fragments, slack spread over a justified line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from publish.typeset.boxes import Box, Part, Seam, Section
from publish.typeset.faces import Face
from publish.typeset.fitting import EPSILON, Measure, Point
from publish.typeset.fonts import FontBook
from publish.typeset.model import Fragment, Glyph, Line
from publish.typeset.shaping import ShapedRun

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


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Makes the lines of one section from its boxes and seams."""

    section: Section
    row: Sequence[Box]
    joins: Sequence[Seam]
    measure: Measure
    book: FontBook

    def lines(self, points: Sequence[Point], chosen: Sequence[int]) -> Iterator[Line]:
        """The lines that end at the chosen points; the last is not justified."""
        for first, last in pairwise([0, *chosen]):
            yield self._line(points[first], points[last], final=last + 1 == len(points))

    def _line(self, first: Point, last: Point, final: bool) -> Line:
        give = self._give(first, last, final)
        pen = _Pen(self.section, self.book)
        opened = self.row[first.box]
        pen.x = 0.0 - opened.lead if first.resume == opened.start else 0.0
        end: Sequence[Part] = ()
        for number, parts in self._stretches(first, last):
            if end:
                self._seam(pen, number - 1, give)
            for part in parts:
                pen.add(part, give)
            end = parts or end
        pen.nudge(-self.section.trailing(end))
        ending = "" if final else self.section.text[last.offset : last.resume]
        return Line(pen.finish(), pen.x, last.hyphen, ending)

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

    def _seam(self, pen: _Pen, number: int, give: _Give) -> None:
        join = self.joins[number]
        for part in self.row[number].glue:
            pen.add(part, NOTHING)
        pen.nudge(give.at(join.joints, join.shrink) - join.close)

    def _give(self, first: Point, last: Point, final: bool) -> _Give:
        slack = self.measure.width - last.end + first.start
        if not self.measure.justify or (final and slack >= 0):
            return NOTHING
        joints, shrink = last.joints[0] - first.joints[1], last.shrink[0] - first.shrink[1]
        if slack < 0:
            return _Give(shrink=min(-slack / shrink, 1.0)) if shrink > 0 else NOTHING
        return _Give(stretch=slack / joints) if joints else NOTHING


class _Pen:
    """Collects the fragments of one line; `x` is where the next glyph goes, in points."""

    def __init__(self, section: Section, book: FontBook) -> None:
        self.x = 0.0
        self._section = section
        self._book = book
        self._fragments: list[Fragment] = []
        self._glyphs: list[Glyph] = []
        self._texts: list[str] = []
        self._place: tuple[int, Face] | None = None
        self._start = 0.0

    def add(self, part: Part, give: _Give) -> None:
        """Set a part after what stands there."""
        loose = give is not NOTHING and part.word.joints > 0
        for run in part.word.runs:
            if self._place != (part.piece, run.face):
                self._flush()
                self._place, self._start = (part.piece, run.face), self.x
            glyphs = _give_way(run, part.unit, give) if loose else run.glyphs
            self._glyphs.extend(glyphs)
            self._texts.append(run.text)
            self.x += run.width * part.unit
            if loose:
                self.x += sum([give.at(1, capacity * part.unit) for _, capacity in run.joints])

    def nudge(self, points: float) -> None:
        """Move on by so much after the last glyph."""
        if self._glyphs and self._place and abs(points) > EPSILON:
            size = self._section.pieces[self._place[0]].look.size
            self._glyphs[-1] = _adjusted(self._glyphs[-1], points * 1000 / size)
            self.x += points

    def finish(self) -> tuple[Fragment, ...]:
        """The fragments of the line."""
        self._flush()
        return tuple(self._fragments)

    def _flush(self) -> None:
        if self._place is None:
            return
        piece, face = self._section.pieces[self._place[0]], self._book.use(self._place[1])
        text, glyphs = "".join(self._texts), tuple(self._glyphs)
        width = self.x - self._start
        self._fragments.append(
            Fragment(face.key, piece.look, text, glyphs, self._start, width, piece.language, piece.tag)
        )
        self._glyphs, self._texts, self._place = [], [], None


def _give_way(run: ShapedRun, unit: float, give: _Give) -> list[Glyph]:
    """The glyphs of a run that stretches or shrinks at its joints."""
    glyphs = list(run.glyphs)
    for index, capacity in run.joints:
        glyphs[index] = _adjusted(glyphs[index], give.at(1, capacity * unit) / unit)
    return glyphs


def _adjusted(glyph: Glyph, change: float) -> Glyph:
    return Glyph(glyph.id, glyph.text, glyph.advance, glyph.adjust + change, glyph.dx, glyph.dy)
