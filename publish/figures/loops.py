"""Polygons that cross themselves, as loops that do not: a heavy letter's outline may overlap itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publish.figures.shapes import Point

__all__ = ["simple_loops"]

_EDGE = 1e-9  # share of an edge; nearer to its end is a touch


@dataclass(frozen=True, slots=True)
class _Crossing:
    """The edges that cross, by the index of their first points, and where."""

    first: int
    second: int
    at: Point


def simple_loops(polygon: Sequence[Point]) -> Iterator[tuple[Point, ...]]:
    """Loops that cross nothing of themselves; each point has the same winding number in all of them together."""
    waiting = [tuple(polygon)]
    while waiting:
        loop = waiting.pop()
        crossing = _first_crossing(loop)
        if crossing is None:
            yield loop
        else:
            inside = slice(crossing.first + 1, crossing.second + 1)
            waiting.append((*loop[: inside.start], crossing.at, *loop[inside.stop :]))
            waiting.append((crossing.at, *loop[inside]))


def _first_crossing(loop: Sequence[Point]) -> _Crossing | None:
    """Sweeps from left to right over the edges: only those that lie over each other are compared."""
    count = len(loop)
    spans = sorted((min(loop[i][0], loop[(i + 1) % count][0]), i) for i in range(count))
    active: list[int] = []
    for left, index in spans:
        active = [other for other in active if max(loop[other][0], loop[(other + 1) % count][0]) > left]
        for other in active:
            first, second = sorted((index, other))
            at = _meet(loop, first, second)
            if at is not None:
                return _Crossing(first, second, at)
        active.append(index)
    return None


def _meet(loop: Sequence[Point], first: int, second: int) -> Point | None:
    """Where two edges cross within both; None where they only touch, run along each other or follow one another."""
    (ax, ay), (bx, by) = loop[first], loop[(first + 1) % len(loop)]
    (cx, cy), (dx, dy) = loop[second], loop[(second + 1) % len(loop)]
    turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    if not turn:
        return None
    along = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn
    across = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / turn
    within = _EDGE < along < 1 - _EDGE and _EDGE < across < 1 - _EDGE
    return (ax + along * (bx - ax), ay + along * (by - ay)) if within else None
