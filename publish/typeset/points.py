"""The places where the lines of a section may end, from its boxes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from publish.typeset.aki import EVEN_SCRIPTS
from publish.typeset.boxes import Box, Seam, seam
from publish.typeset.fitting import Point
from publish.typeset.hyphenation import hyphens
from publish.typeset.section import Part, Section

__all__ = ["NO_SEAM", "lengths", "points", "seams"]

NO_SEAM = Seam(0.0, 0, 0.0)


def seams(row: Sequence[Box], script: str, *, justify: bool = True) -> list[Seam]:
    """What happens after each box within a line; nothing after the last."""
    even = script in EVEN_SCRIPTS
    if not (even or justify):
        return [NO_SEAM] * len(row)
    return [*(seam(one, two, even) for one, two in pairwise(row)), NO_SEAM]


def points(section: Section, row: Sequence[Box], joins: Sequence[Seam], hyphenate: bool = False) -> list[Point]:
    """Every place where a line may end, the start of the section first, its end last."""
    forced = any(box.forced for box in row)
    found = [_first(row)]
    breaks = _hyphen_offsets(section, row, hyphenate) if hyphenate or forced else {}
    at = _Sum(0.0, 0, 0.0)
    for number, (box, join) in enumerate(zip(row, joins, strict=True)):
        inside = breaks.get(number, ())
        found += [_hyphen_point(section, number, box, at, offset) for offset in inside if offset < box.end]
        following = row[number + 1] if number + 1 < len(row) else None
        point = _point(number, box, following, join, at)
        if following and (box.soft or box.end in inside):
            point = _with_hyphen(section, box, point)
        found.append(point)
        at = _Sum(point.start - (following.lead if following else 0.0), point.joints[1], point.shrink[1])
    return found


def _first(row: Sequence[Box]) -> Point:
    return Point(0, row[0].start, row[0].start, 0.0, row[0].lead, (0, 0), (0.0, 0.0))


def lengths(row: Sequence[Box]) -> tuple[list[float], list[float]]:
    """Of text whose boxes do not give way, where a line may end and where the next begins, in points from the start.

    A line from place a to b is `ends[b] - starts[a]` points wide; place 0 is before the first box.
    """
    ends, starts, at = [0.0], [row[0].lead], 0.0
    for box in row:
        at += box.width
        ends.append(at - box.trail)
        at += box.space
        starts.append(at)
    for number, box in enumerate(row[1:], start=1):
        if box.lead:
            starts[number] += box.lead
    return ends, starts


class _Sum(NamedTuple):
    """What has been set before a box: width, joints, shrink."""

    width: float
    joints: int
    shrink: float


def _point(number: int, box: Box, following: Box | None, join: Seam, at: _Sum) -> Point:
    """The place behind a box."""
    end = at.width + box.width
    joints, shrink = at.joints + _joints(box.parts), at.shrink + _shrink(box.parts)
    return Point(
        box=number + 1,
        offset=box.end,
        resume=following.start if following else box.end,
        end=end - box.trail,
        start=end + box.space - join.close + (following.lead if following else 0.0),
        joints=(joints, joints + join.joints),
        shrink=(shrink, shrink + join.shrink),
        forced=box.forced,
        wide=box.forced,
    )


def _with_hyphen(section: Section, box: Box, point: Point) -> Point:
    """The same place when a hyphen is set there."""
    drawn = section.hyphenated(box.start, box.end)
    end = point.end + box.trail - box.width + _width(drawn) - section.trailing(drawn)
    return point._replace(end=end, hyphen=True, forced=False)


def _hyphen_point(section: Section, number: int, box: Box, at: _Sum, offset: int) -> Point:
    """The place inside a box where its word is hyphenated."""
    head, tail = section.hyphenated(box.start, offset), section.parts(offset, box.end)
    return Point(
        box=number,
        offset=offset,
        resume=offset,
        end=at.width + _width(head) - section.trailing(head),
        start=at.width + box.width - _width(tail),
        joints=(at.joints + _joints(head), at.joints + _joints(box.parts) - _joints(tail)),
        shrink=(at.shrink + _shrink(head), at.shrink + _shrink(box.parts) - _shrink(tail)),
        hyphen=True,
    )


def _hyphen_offsets(section: Section, row: Sequence[Box], hyphenate: bool) -> dict[int, list[int]]:
    """For each box, by number, the offsets in the text at which its word may be hyphenated, its own end included.

    A word that no line holds is hyphenated in any case, a name too: better than parted anywhere.
    """
    found: dict[int, list[int]] = {}
    for first, last in _words(row):
        wide = row[first].forced
        if not (wide or hyphenate) or any(not box.forced for box in row[first:last]):
            continue  # a compound with hyphens of its own is parted there
        start = row[first].start
        word = section.text[start : row[last].end]
        for at in hyphens(word, section.language(start), names=wide):
            number = bisect_left(row, start + at, first, last, key=attrgetter("end"))
            found.setdefault(number, []).append(start + at)
    return found


def _words(row: Sequence[Box]) -> Iterator[tuple[int, int]]:
    """The first and last box of each stretch without a space."""
    first = 0
    for number, box in enumerate(row):
        if box.space or number + 1 == len(row):
            yield first, number
            first = number + 1


def _width(parts: Sequence[Part]) -> float:
    return sum([part.width for part in parts])


def _joints(parts: Sequence[Part]) -> int:
    if len(parts) == 1:
        return parts[0].word.joints
    return sum([part.word.joints for part in parts])


def _shrink(parts: Sequence[Part]) -> float:
    if len(parts) == 1:
        return parts[0].word.shrink * parts[0].unit
    return sum([part.word.shrink * part.unit for part in parts])
