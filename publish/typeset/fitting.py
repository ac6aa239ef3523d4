"""Choosing where lines end: total fit (Knuth and Plass 1981) over cumulative widths, greedy, and evened titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

__all__ = ["EPSILON", "Measure", "Point", "acceptable", "balanced", "greedy", "is_even", "ragged_fit", "total_fit"]

# Rounding may not push a word that fits exactly to the next line.
EPSILON = 1e-6
INFINITE = float("inf")
# What is paid, in units where 100 is a line that stands out.
LINE = 10.0  # each further line
HYPHEN = 90.0
LAST_HYPHEN = 400.0  # a hyphen before the last line
RUNT = 600.0  # a last line of next to nothing
FORCED = 50_000.0  # a word parted where it has no place for it
OVERFULL = 1e9
# A line looser than this is not looked at where a tighter one exists.
LOOSEST = 3.0
# In em: a justified line with such holes is left short.
GAPING = 2.0
# Beyond this looser is no worse.
MOST_LOOSE = 100.0
# A paragraph with a looser line is tried again with hyphens.
TOLERANCE = 1.6


class Point(NamedTuple):
    """A place where a line may end, and the next begin: a line from point a to b is `b.end - a.start` points wide.

    `offset` and `resume` are where the text stops and goes on, `box` is the number of boxes complete before it. The
    pairs `joints` (places that stretch) and `shrink` (points) are cumulative like the widths: up to an end, from a
    start. `forced` parts a word where only need does; `wide` is inside a word that no line holds.
    """

    box: int
    offset: int
    resume: int
    end: float
    start: float
    joints: tuple[int, int]
    shrink: tuple[float, float]
    hyphen: bool = False
    forced: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """What lines are fitted into, in points: the width, whether lines fill it, the em, what a joint may stretch by.

    `zone` is what a ragged line may lack before it stands out; a last line narrower than `runt` looks lost.
    """

    width: float
    justify: bool
    em: float
    stretch: float
    zone: float = field(init=False)
    runt: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "zone", max(self.width * 0.1, self.em))
        object.__setattr__(self, "runt", min(self.width * 0.15, self.em * 3))

    def fits(self, first: Point, last: Point) -> bool:
        """Whether a line is not too wide, shrunk as far as it goes."""
        spare = last.shrink[0] - first.shrink[1] if self.justify else 0.0
        return last.end - first.start - spare <= self.width + EPSILON

    def looseness(self, first: Point, last: Point) -> float:
        """How far a line that fits is from its natural width: 1 just begins to stand out."""
        slack = self.width - last.end + first.start
        if not self.justify:
            return slack / self.zone if slack > 0 else 0.0
        if slack < 0:
            return -slack / (last.shrink[0] - first.shrink[1] or 1.0)
        spread, gaping = self._spread(first, last), GAPING * self.em / self.stretch
        return spread if spread <= gaping else gaping + slack / self.zone

    def fills(self, first: Point, last: Point) -> bool:
        """Whether a justified line is stretched to the measure: one that would gape is better left short."""
        return self._spread(first, last) <= GAPING * self.em / self.stretch

    def _spread(self, first: Point, last: Point) -> float:
        """How far a line is from its natural width when its slack is spread over its joints."""
        joints = last.joints[0] - first.joints[1]
        return (self.width - last.end + first.start) / (joints * self.stretch) if joints else INFINITE


class _Fit:
    """One run of the total fit: for each point the cheapest way to get there."""

    def __init__(self, points: Sequence[Point], measure: Measure, even_last: bool) -> None:
        self.points = points
        self.measure = measure
        self.even_last = even_last
        self.cheapest = [0.0, *(INFINITE for _ in points[1:])]
        self.previous = [0] * len(points)
        self.low = 0

    def run(self) -> list[int]:
        """The chosen points without the first; empty when hyphens in a row were the only way."""
        for last in range(1, len(self.points)):
            self._reach(last)
        chosen, at = [], len(self.points) - 1
        while at and self.cheapest[at] < INFINITE:
            chosen.append(at)
            at = self.previous[at]
        return chosen[::-1] if at == 0 else []

    def _reach(self, last: int) -> None:
        """The best line that ends at `last`."""
        points, measure, end = self.points, self.measure, self.points[last]
        while self.low < last - 1 and not measure.fits(points[self.low], end):
            self.low += 1
        final = last == len(points) - 1
        counted = not final or self.even_last
        best, best_start = INFINITE, self.low
        for first in range(self.low, last):
            start = points[first]
            if start.hyphen and end.hyphen and not end.wide:
                continue
            cost = self.cheapest[first]
            if cost >= best:
                continue
            if not measure.fits(start, end):
                cost += OVERFULL
            elif counted:
                loose = measure.looseness(start, end)
                if loose > LOOSEST and best < OVERFULL:
                    break
                cost += _price(loose, measure.justify)
            if final:
                cost += self._last_line(start, end)
            if cost < best:
                best, best_start = cost, first
        self.cheapest[last] = best + LINE + HYPHEN * end.hyphen + FORCED * end.forced
        self.previous[last] = best_start

    def _last_line(self, start: Point, end: Point) -> float:
        cost = LAST_HYPHEN if start.hyphen else 0.0
        return cost + RUNT if start.end > 0 and end.end - start.start < self.measure.runt else cost


def _price(loose: float, justify: bool) -> float:
    """What a line costs: ragged ones by the square, justified ones by the cube of their looseness, as in TeX."""
    loose = min(loose, MOST_LOOSE)
    return 100 * (loose**3 if justify else loose**2)


def ragged_fit(ends: Sequence[float], starts: Sequence[float], measure: Measure) -> list[int]:
    """What `total_fit` chooses for plain ragged text: the numbers of the places at which lines end.

    A line from place a to b is `ends[b] - starts[a]` points wide. Most lines of most documents are found here, so that
    nothing is called in the loops.
    """
    width, zone, final = measure.width + EPSILON, measure.zone, len(ends) - 1
    cheapest, previous, low = [0.0] * (final + 1), [0] * (final + 1), 0
    for last in range(1, final):
        end = ends[last]
        while low < last - 1 and end - starts[low] > width:
            low += 1
        best, best_start = INFINITE, low
        for first in range(low, last):
            cost = cheapest[first]
            if cost >= best:
                continue
            loose = (width - end + starts[first]) / zone
            if loose > LOOSEST and best < OVERFULL:
                break
            cost += 100 * loose * loose if 0 < loose < MOST_LOOSE else OVERFULL if loose < 0 else 100 * MOST_LOOSE**2
            if cost < best:
                best, best_start = cost, first
        cheapest[last], previous[last] = best + LINE, best_start
    previous[final] = _last_start(ends[final], starts, cheapest, measure)
    chosen = [final]
    while previous[chosen[-1]]:
        chosen.append(previous[chosen[-1]])
    return chosen[::-1]


def _last_start(end: float, starts: Sequence[float], cheapest: Sequence[float], measure: Measure) -> int:
    """Where the last line begins: it costs nothing for being short, unless hardly anything is left to it."""
    best, best_start = INFINITE, 0
    for first in range(len(cheapest) - 1):
        length = end - starts[first]
        cost = cheapest[first] + (OVERFULL if length > measure.width + EPSILON else 0.0)
        cost += RUNT if first and length < measure.runt else 0.0
        if cost < best:
            best, best_start = cost, first
    return best_start


def is_even(ends: Sequence[float], starts: Sequence[float], chosen: Sequence[int], measure: Measure) -> bool:
    """Whether no line but the last of a ragged paragraph is much too short."""
    least = measure.width - TOLERANCE * measure.zone
    return all(ends[b] - starts[a] >= least for a, b in zip([0, *chosen], chosen[:-1], strict=False))


def total_fit(points: Sequence[Point], measure: Measure) -> list[int]:
    """The numbers of the points at which lines end, so that the paragraph as a whole is as even as it can be."""
    return _Fit(points, measure, even_last=False).run() or greedy(points, measure)


def greedy(points: Sequence[Point], measure: Measure) -> list[int]:
    """The numbers of the points at which lines end when each line takes what it can, hyphens only where it must."""
    natural = replace(measure, justify=False)
    chosen, first = [], 0
    while first < len(points) - 1:
        first = _farthest(points, natural, first)
        chosen.append(first)
    return chosen


def _farthest(points: Sequence[Point], measure: Measure, first: int) -> int:
    """The last point that a line from `first` reaches; at least the next one."""
    fitting: dict[tuple[bool, bool], int] = {}
    start = points[first]
    for at in range(first + 1, len(points)):
        if not measure.fits(start, points[at]):
            break
        if not (start.hyphen and points[at].hyphen) or points[at].wide:
            fitting[points[at].forced, points[at].hyphen] = at
    plain, hyphen = fitting.get((False, False)), fitting.get((False, True))
    if plain is None or (hyphen and measure.looseness(start, points[plain]) > 2 * TOLERANCE):
        return hyphen or plain or fitting.get((True, False), first + 1)
    return plain


def balanced(points: Sequence[Point], measure: Measure) -> list[int]:
    """The numbers of the points at which lines end: as few lines as can be, as equally long as can be."""
    wanted = len(greedy(points, measure))
    if wanted < 2:
        return greedy(points, measure)
    low, high = measure.width / wanted / 2, measure.width
    while high - low > measure.em / 20:
        middle = (low + high) / 2
        if _holds(points, replace(measure, width=middle), wanted):
            high = middle
        else:
            low = middle
    narrow = replace(measure, width=high, justify=False)
    evened = _Fit(points, narrow, even_last=True).run()
    return evened if len(evened) == wanted else greedy(points, narrow)


def _holds(points: Sequence[Point], measure: Measure, lines: int) -> bool:
    """Whether so many lines of this width hold the text, none too wide and none that parts a word."""
    chosen = greedy(points, measure)
    wide = any(not measure.fits(points[a], points[b]) for a, b in zip([0, *chosen], chosen, strict=False))
    return len(chosen) <= lines and not wide


def acceptable(points: Sequence[Point], chosen: Sequence[int], measure: Measure) -> bool:
    """Whether a paragraph looks well as it is: no line but the last much too loose, no word parted by force."""
    lines = [(points[a], points[b]) for a, b in zip([0, *chosen], chosen[:-1], strict=False)]
    return all(measure.looseness(*line) <= TOLERANCE and not line[1].forced for line in lines)
