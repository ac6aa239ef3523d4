"""Texts of a chart's axis: marks at round values, and the change from one fact to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from math import ceil, floor

from publish.article.model import Axis, ChartType, Fact, FactForm, Precision
from publish.localize.amounts import Manner, manner
from publish.localize.facts import FactWriter
from publish.localize.scales import difference

__all__ = ["axis_of"]

_MOST_STEPS = 4
_DIFFERENCE_UNITS = {"percent": "percentage-point"}


def axis_of(kind: ChartType, facts: Sequence[Fact], writer: FactWriter, how: Manner | None = None) -> Axis | None:
    """The axis of a before-after chart of two facts; None for other charts, whose bars carry their values.

    `how` is the manner of the entries; marks and change keep its word of magnitude. The change of percentages is
    in percentage points, signed. Raises UnsayableError.
    """
    values = [fact.value for fact in facts if isinstance(fact.value, Decimal)]
    if kind is not ChartType.BEFORE_AFTER or len(values) != 2 or len(facts) != 2:
        return None
    how = replace(how or manner(FactForm.DEFAULT, True, writer.speech), places=0, precise=False)
    like = replace(facts[0], precision=Precision.EXACT, of=None, per=None)
    marks = tuple((mark, writer.written(replace(like, value=mark), how).bare) for mark in _marks(values))
    return Axis(marks, _change(like, difference(values[1], values[0]), writer, how))


def _change(like: Fact, change: Decimal, writer: FactWriter, how: Manner) -> str:
    unit = _DIFFERENCE_UNITS.get(like.unit or "", like.unit)
    how = replace(how, unit="short") if unit != like.unit else how
    phrase = writer.written(replace(like, unit=unit, value=change), how)
    return (phrase.preceded(writer.speech.symbols.plus, "") if change > 0 else phrase).bare


def _marks(values: Sequence[Decimal]) -> list[Decimal]:
    """Round values from zero to past the largest, in steps of 1, 2 or 5 times a power of ten."""
    low, high = min(*values, Decimal(0)), max(*values, Decimal(0))
    step = _step(high - low)
    first, last = floor(low / step), ceil(high / step)  # not `//`, which truncates Decimals towards zero
    return [_plain(step * index) for index in range(first, last + 1)]


def _step(extent: Decimal) -> Decimal:
    if extent <= 0:
        return Decimal(1)
    power = Decimal(1).scaleb(extent.adjusted() - 1)
    steps = (power * factor for factor in (1, 2, 5, 10, 20, 50))
    return next(step for step in steps if extent / step <= _MOST_STEPS)


def _plain(value: Decimal) -> Decimal:
    value = value.normalize()
    return value if value != value.to_integral_value() else value.quantize(Decimal(1))
