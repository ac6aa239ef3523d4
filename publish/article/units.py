"""Units that a fact may have, by name."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

__all__ = ["CALENDAR", "currencies", "periods", "units"]

#: Units of values that are no numbers. CLDR's own `year` and `month` (lengths of time) give way to them.
CALENDAR = ("date", "month", "year", "date-range")

_OWN = (*CALENDAR, "text", "percent", "percentage-point")


@cache
def _data() -> dict[str, frozenset[str]]:
    text = (files("publish.article") / "data" / "units.json").read_text("utf-8")
    return {key: frozenset(value.split()) for key, value in json.loads(text).items()}


@cache
def currencies() -> frozenset[str]:
    """ISO 4217 codes of currencies that are, or were, legal tender somewhere."""
    return _data()["currencies"] | _data()["former_currencies"]


@cache
def units() -> frozenset[str]:
    """Every name that `unit:` takes: this project's own, CLDR's and ISO 4217's."""
    return frozenset(_OWN) | _data()["units"] | currencies()


def periods() -> frozenset[str]:
    """CLDR units of time that `per:` takes."""
    return _data()["periods"]
