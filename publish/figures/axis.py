"""The scale of a before/after chart: grid lines at its ticks, and their texts where there is room."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from publish.document.tree import Chart
from publish.figures.shapes import Label, Line
from publish.figures.texts import SetText, Typesetter
from publish.typeset.model import Alignment, Piece

__all__ = ["Axis", "axis_of", "clamp", "grid_lines", "tick_labels"]

_GRID, _ZERO = 0.5, 0.75  # line widths
_TICK_SPACE = 4.0  # points between two tick texts at least
_MOST_TICK = 0.4  # of the width: a longer tick text takes further lines


@dataclass(frozen=True, slots=True)
class Axis:
    """A linear scale from `low` at `start` to `high` at `end` (points); `ticks` are values with their texts."""

    low: Decimal
    high: Decimal
    start: float
    end: float
    ticks: tuple[tuple[Decimal, SetText], ...]

    def at(self, value: Decimal) -> float:
        """Where a value stands."""
        return self.start + (self.end - self.start) * _share(value, self.low, self.high)


def clamp(left: float, extent: float, width: float) -> float:
    """The left edge nearest to `left` at which something `extent` wide lies within the width."""
    return max(0.0, min(left, width - extent))


def axis_of(chart: Chart, setter: Typesetter, width: float, radius: float) -> Axis:
    """The scale of a chart: from its first tick to its last, every value within, dots of `radius` inside the width.

    Without ticks it reaches from zero.
    """
    look = setter.look("chart-tick")
    ticks = tuple(
        (value, setter.plain(Piece(text, look, chart.language), "chart-tick", width * _MOST_TICK))
        for value, text in sorted(chart.ticks)
    )
    values = [bar.value for bar in chart.bars]
    marks = [value for value, _ in ticks] or [Decimal(0)]
    low, high = min(marks + values), max(marks + values)
    shares = [_share(value, low, high) * width for value in values]
    start = radius if min(shares) < 2 * radius else _ZERO / 2
    last = ticks[-1][1].width / 2 if ticks else 0.0
    end = width - max(last, radius if max(shares) > width - 2 * radius else _ZERO / 2)
    return Axis(low, high, start, end, ticks)


def _share(value: Decimal, low: Decimal, high: Decimal) -> float:
    return float((value - low) / (high - low)) if high > low else 0.0


def grid_lines(axis: Axis, setter: Typesetter, bottom: float) -> list[Line]:
    """A line for each tick and for zero, from the top to `bottom`; zero in ink."""
    style = setter.style
    # A house may rule its tables in ink; a grid stays behind what it measures.
    quiet = style.color("rule" if style.color("rule") != style.color("ink") else "mute")
    values = {value for value, _ in axis.ticks} | ({Decimal(0)} if axis.low <= 0 <= axis.high else set())
    lines = []
    for value in sorted(values):
        x = axis.at(value)
        color, thickness = (style.color("ink"), _ZERO) if value == 0 else (quiet, _GRID)
        lines.append(Line(x, 0.0, x, bottom, color, thickness))
    return lines


def tick_labels(axis: Axis, width: float, top: float) -> list[Label]:
    """The texts under the grid, `top` being the top of their leading; every second, third... where they would touch."""
    lefts = [clamp(axis.at(value) - text.width / 2, text.width, width) for value, text in axis.ticks]
    zero = next((number for number, (value, _) in enumerate(axis.ticks) if value == 0), 0)
    kept = _kept(lefts, [text.width for _, text in axis.ticks], zero)
    return [axis.ticks[number][1].below(lefts[number], top, Alignment.CENTER) for number in kept]


def _kept(lefts: Sequence[float], widths: Sequence[float], anchor: int) -> list[int]:
    """The ticks that keep their texts: the closest regular choice through `anchor` without texts that touch."""
    for step in range(1, len(lefts) + 1):
        kept = [number for number in range(len(lefts)) if (number - anchor) % step == 0]
        pairs = itertools.pairwise(kept)
        if all(lefts[one] + widths[one] + _TICK_SPACE <= lefts[other] for one, other in pairs):
            return kept
    return []
