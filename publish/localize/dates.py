"""Days, months, years and spans of days in a locale's own order and words."""

from __future__ import annotations

import datetime

from publish.article.model import DateRange, FactForm, MonthValue, YearValue
from publish.localize.speech import Speech

__all__ = ["DateLike", "is_after", "long_date", "shown_year", "write_date"]

DateLike = datetime.date | MonthValue | YearValue | DateRange

# Years that a calendar is ahead of the Gregorian one; days and months are the same (CLDR, calendar "buddhist").
_AHEAD = {"gregorian": 0, "buddhist": 543}
_MARKED = frozenset({FactForm.DEFAULT, FactForm.LONG, FactForm.FULL})


def long_date(value: DateLike, speech: Speech) -> str:
    """A date written out, without the mark that running text puts after a year ("30 października 2025")."""
    return write_date(value, FactForm.BARE, speech)


def shown_year(year: int, speech: Speech) -> int:
    """A Gregorian year as the calendar of the locale numbers it: 2025 is 2568 in Thailand."""
    return year + _AHEAD[speech.profile.dates.get("calendar", "gregorian")]


def write_date(value: DateLike, form: FactForm, speech: Speech) -> str:
    """A date in one form; DEFAULT, LONG and FULL carry the year's mark ("2025 r.") where the locale has one.

    A day or span of days has the day's mark ("ngày 28 tháng 10") in DEFAULT and LONG.
    """
    text = _written(value, form, speech)
    short = form is FactForm.SHORT and isinstance(value, datetime.date)
    mark = speech.profile.dates.get("year_mark", "") if form in _MARKED and not short else ""
    return _day_mark(value, form, speech) + speech.symbols.native(text) + mark


def _day_mark(value: DateLike, form: FactForm, speech: Speech) -> str:
    marked = form in (FactForm.DEFAULT, FactForm.LONG) and isinstance(value, datetime.date | DateRange)
    return speech.profile.dates.get("day_mark", "") if marked else ""


def _written(value: DateLike, form: FactForm, speech: Speech) -> str:
    patterns = speech.profile.dates
    if isinstance(value, YearValue):
        return patterns["year"].format(y=shown_year(value.year, speech))
    if isinstance(value, MonthValue):
        return patterns["month"].format(**_month_fields(value, speech))
    if isinstance(value, DateRange):
        return _span(value, speech)
    key = {FactForm.SHORT: "day_short", FactForm.FULL: "day_full"}.get(form, "day")
    return patterns[key].format(**_fields(value, speech))


def _month_fields(value: MonthValue, speech: Speech) -> dict[str, object]:
    return {
        "y": shown_year(value.year, speech),
        "m": value.month,
        "month": speech.month(value.month),
        "month_alone": speech.month(value.month, alone=True),
    }


def _fields(day: datetime.date, speech: Speech) -> dict[str, object]:
    days = speech.cldr.days["format"]
    return {
        **_month_fields(MonthValue(day.year, day.month), speech),
        # French writes the first of a month as an ordinal
        "d": speech.profile.dates.get("first", 1) if day.day == 1 else day.day,
        "day": day.day,
        "dd": f"{day.day:02}",
        "mm": f"{day.month:02}",
        "weekday": days["wide"][day.weekday()],
        "weekday_short": days["abbreviated"][day.weekday()],
    }


def _span(value: DateRange, speech: Speech) -> str:
    start, end = value.start, value.end
    if start == end:
        return _written(start, FactForm.BARE, speech)
    key = "span"
    if start.year == end.year:
        key = "same_month" if start.month == end.month else "same_year"
    fields = {f"{name}1": field for name, field in _fields(start, speech).items()}
    fields |= {f"{name}2": field for name, field in _fields(end, speech).items()}
    return speech.profile.dates[key].format(**fields)


def is_after(value: DateLike, day: datetime.date) -> bool:
    """Whether a time is still to come on `day`; a span under way has begun."""
    if isinstance(value, DateRange):
        return value.start > day
    if isinstance(value, MonthValue):
        return (value.year, value.month) > (day.year, day.month)
    if isinstance(value, YearValue):
        return value.year > day.year
    return value > day
