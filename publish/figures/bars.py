"""Bar charts: one scale for all bars, zero always the baseline, the value at the end of each bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from publish.article.model import Emphasis
from publish.document.tree import Bar, Chart
from publish.figures.shapes import Drawing, Hatch, Line, Rect, Shape
from publish.figures.texts import SetText, Typesetter
from publish.typeset.model import Alignment, Piece

__all__ = ["bar_chart"]

_LEAST_COLUMN, _MOST_COLUMN = 0.25, 0.45  # of the width: the column of labels
_GAP, _LEAST_GAP = 14.8, 8.0  # points from the labels to the bars: as a rule, and where room is short
_VALUE_GAP = 4.0  # points from a bar to its value
_BASELINE, _OUTLINE, _HATCH_LINE = 0.75, 0.75, 0.7
_ROW_PADDING = 5.0  # points that a row adds to texts of several lines
_LEAST_SPACE = 2.5  # points between the labels of rows that stand close
_ROOMY_ROWS = 12  # more rows than these stand closer together


@dataclass(frozen=True, slots=True)
class _Row:
    label: SetText
    value: SetText
    emphasis: Emphasis
    share: float  # of the largest value, -1 to 1
    height: float

    @property
    def reach(self) -> float:
        """What the value needs beyond the end of its bar."""
        return self.value.width + _VALUE_GAP


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where zero stands, how long the largest bar is and how thick all are, in points."""

    zero: float
    unit: float
    bar_height: float
    has_point: bool


def bar_chart(chart: Chart, setter: Typesetter, width: float) -> Drawing:
    """A bar chart, `width` points wide and as high as its rows, for left-to-right readers."""
    labels = [_label(bar, setter, width * _MOST_COLUMN - _LEAST_GAP) for bar in chart.bars]
    column = _column(labels, width)
    values = _values(chart.bars, setter, width - column)
    density = min(1.0, _ROOMY_ROWS / max(len(chart.bars), 1))
    pitch = setter.style.layout.bar_pitch * density
    rows = [
        _Row(label, value, bar.emphasis, share, _row_height(label, value, pitch))
        for bar, label, value, share in zip(chart.bars, labels, values, _shares(chart.bars), strict=True)
    ]
    has_point = any(bar.emphasis is Emphasis.HIGHLIGHT for bar in chart.bars)
    plot = _plot(rows, (column, width), setter.style.layout.bar_height * density, has_point)
    return _assemble(chart, rows, plot, setter, width)


def _label(bar: Bar, setter: Typesetter, width: float) -> SetText:
    look = setter.look("chart-label", strong=bar.emphasis is Emphasis.HIGHLIGHT)
    return setter.rich(bar.label, "chart-label", look, width)


def _column(labels: Sequence[SetText], width: float) -> float:
    """The column of labels: as wide as they are, within its limits."""
    widest = max((label.width for label in labels), default=0.0)
    return min(max(widest + _GAP, width * _LEAST_COLUMN), width * _MOST_COLUMN)


def _values(bars: Sequence[Bar], setter: Typesetter, room: float) -> list[SetText]:
    """The values, within what leaves room for bars: less where they stand on both sides of zero."""
    both_sides = len({bar.value < 0 for bar in bars}) > 1
    most = room * (0.3 if both_sides else 0.5)
    look = setter.look("chart-value")
    return [setter.plain(Piece(bar.text, look, bar.language), "chart-value", most) for bar in bars]


def _shares(bars: Sequence[Bar]) -> list[float]:
    """Each value as a share of the largest; divided as decimals, so that no magnitude is too large."""
    largest = max((abs(bar.value) for bar in bars), default=0)
    return [float(bar.value / largest) if largest else 0.0 for bar in bars]


def _row_height(label: SetText, value: SetText, pitch: float) -> float:
    several = max(len(label.lines), len(value.lines)) > 1
    return max(pitch, max(label.height, value.height) + (_ROW_PADDING if several else _LEAST_SPACE))


def _plot(rows: Sequence[_Row], between: tuple[float, float], bar_height: float, has_point: bool) -> _Plot:
    """The scale at which every bar and its value fit, to the left and to the right of zero."""
    start, end = between
    left = [(0.0, 0.0)] + [(-row.share, row.reach) for row in rows if row.share < 0]
    right = [(0.0, _BASELINE)] + [(row.share, row.reach) for row in rows if row.share >= 0]
    unit = min(
        (
            max(0.0, end - start - before - after) / (low + high)
            for (low, before), (high, after) in product(left, right)
            if low + high > 0
        ),
        default=0.0,
    )
    zero = start + max(share * unit + reach for share, reach in left)
    return _Plot(zero, unit, bar_height, has_point)


def _assemble(chart: Chart, rows: Sequence[_Row], plot: _Plot, setter: Typesetter, width: float) -> Drawing:
    shapes: list[Shape] = []
    top = 0.0
    for row in rows:
        middle = top + row.height / 2
        shapes.append(row.label.beside(0.0, middle))
        shapes += _bar(row, middle, plot, setter)
        shapes.append(_value(row, middle, plot))
        top += row.height
    # The baseline comes last: it covers the edges at which the bars begin.
    shapes.append(Line(plot.zero, 0.0, plot.zero, top, setter.style.color("ink"), _BASELINE))
    return Drawing(width, top, tuple(shapes), chart.alt, chart.language)


def _bar(row: _Row, middle: float, plot: _Plot, setter: Typesetter) -> list[Shape]:
    length = abs(row.share) * plot.unit
    if length == 0:
        return []
    x = plot.zero - (length if row.share < 0 else 0.0)
    y = middle - plot.bar_height / 2
    style = setter.style
    if row.emphasis is Emphasis.TENTATIVE:
        # Where a house has one colour for points and accents, hatching in ink keeps the two apart.
        color = style.color("accent" if style.color("accent") != style.color("main") else "ink")
        spacing = style.layout.hatch_spacing
        return [Hatch(x, y, length, plot.bar_height, 45.0, spacing, _HATCH_LINE, color, _OUTLINE)]
    # Grey says "context"; without a point to make there is none.
    point = row.emphasis is Emphasis.HIGHLIGHT or not plot.has_point
    return [Rect(x, y, length, plot.bar_height, style.color("main" if point else "mute"))]


def _value(row: _Row, middle: float, plot: _Plot) -> Shape:
    if row.share < 0:
        return row.value.beside(plot.zero + row.share * plot.unit - row.reach, middle, Alignment.END)
    return row.value.beside(plot.zero + row.share * plot.unit + _VALUE_GAP, middle)
