"""Choosing a word of magnitude so that nothing stated is lost."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal

from publish.localize.digits import decimals

__all__ = ["Scaled", "difference", "myriads", "padded", "rounded", "scale_exactly", "scale_to"]

_MOST_DECIMALS = 2
_SIGNIFICANT = 3
_WIDE = Context(prec=100)  # every digit that a ledger can state, whatever it is scaled by


@dataclass(frozen=True, slots=True)
class Scaled:
    """A value as `mantissa` times ten to the `power`; power 0 is the value as stated."""

    mantissa: Decimal
    power: int = 0

    @property
    def value(self) -> Decimal:
        """The value itself, exactly."""
        return self.mantissa.scaleb(self.power, _WIDE) if self.power else self.mantissa


def _trimmed(value: Decimal) -> Decimal:
    value = value.normalize(_WIDE)
    return value.quantize(Decimal(1), context=_WIDE) if decimals(value) == 0 else value


def scale_to(value: Decimal, power: int) -> Scaled:
    """The value in one given power, exactly."""
    return Scaled(_trimmed(value.scaleb(-power, _WIDE)), power) if power else Scaled(value)


def scale_exactly(value: Decimal, powers: Collection[int], start: int) -> Scaled:
    """The value with the largest word that states it in at most two decimals, else in full.

    A smaller word than the nearest serves only whole numbers: 1234 million, but no 1234.5 thousand.
    Values below `start` take no word.
    """
    size = value.copy_abs()
    if size < start:
        return Scaled(value)
    fitting = sorted((power for power in powers if size >= Decimal(10) ** power), reverse=True)
    for place, power in enumerate(fitting[:2]):
        scaled = scale_to(value, power)
        if decimals(scaled.mantissa) <= (0 if place else _MOST_DECIMALS):
            return scaled
    return Scaled(value)


def rounded(value: Decimal) -> Decimal:
    """The value in three significant digits; the carry goes through: 999 999 is 1 000 000."""
    return Context(prec=_SIGNIFICANT, rounding=ROUND_HALF_EVEN).plus(value)


def difference(value: Decimal, other: Decimal) -> Decimal:
    """What `value` has more than `other`, exactly."""
    return _WIDE.subtract(value, other)


def padded(value: Decimal, places: int) -> Decimal:
    """The value with at least so many decimals."""
    return value.quantize(Decimal(1).scaleb(-places), context=_WIDE) if places > decimals(value) else value


def myriads(value: Decimal, powers: Collection[int]) -> list[tuple[Decimal, int]]:
    """A whole number in groups of four digits: 9.9e12 is [(9, 12), (9000, 8)]; empty groups are left out.

    [] where more than two groups would stand: the plain number reads better.
    """
    if value != value.to_integral_value():
        return []
    groups: list[tuple[Decimal, int]] = []
    rest = int(value.copy_abs())
    for power in sorted({0, *powers}, reverse=True):
        count, rest = divmod(rest, 10**power)
        if count:
            groups.append((Decimal(count), power))
    return groups if len(groups) <= 2 else []
