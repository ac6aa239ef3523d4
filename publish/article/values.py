"""Numbers, dates and other values, strictly as they are written."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from publish.article.model import MonthValue, YearValue

__all__ = ["ValueFaultError", "parse_date", "parse_month", "parse_number", "parse_when", "parse_year"]

_NUMBER = re.compile(r"[+-]?[0-9]+(?:_[0-9]+)*(?:\.[0-9]+(?:_[0-9]+)*)?")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_YEAR = re.compile(r"[0-9]{4}")
_DIGITS = 30


class ValueFaultError(Exception):
    """A value that cannot be read, with the remedy."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


def parse_number(text: str) -> Decimal:
    """A decimal number: digits, `_` between them, one decimal point, a sign; its decimals are kept as written.

    Raises ValueFaultError, with what to write instead for the usual other spellings.
    """
    plain = text.replace("−", "-", 1) if text.startswith("−") else text
    if _NUMBER.fullmatch(plain) is None:
        raise ValueFaultError(f'"{text[:40]}" is no number', _number_hint(text))
    if sum(char.isdigit() for char in plain) > _DIGITS:
        raise ValueFaultError(f"a number has at most {_DIGITS} digits")
    return Decimal(plain.replace("_", ""))


def _number_hint(text: str) -> str:
    if re.fullmatch(r"[+−-]?[0-9.,_ ]+ ?%", text):
        return f"write {text.rstrip('% ')} and unit: percent"
    if re.fullmatch(r"[+-]?[0-9]{1,3}([,. \u00a0\u202f][0-9]{3})+", text):
        return "write " + re.sub(r"[,. \u00a0\u202f]", "_", text)
    if re.fullmatch(r"[+-]?[0-9]+,[0-9]+", text):
        return f"write {text.replace(',', '.')}"
    if "e" in text.lower() and re.fullmatch(r"[+-]?[0-9.]+[eE][+-]?[0-9]+", text):
        return "write all digits, with _ between groups: 550_000_000"
    return "write digits, with _ between groups and . before decimals: 1_234.5"


def parse_date(text: str) -> datetime.date:
    """A day as ISO 8601 writes it, 2025-10-28; raises ValueFaultError."""
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueFaultError(f'"{text[:40]}" is no date', "write year-month-day, such as 2025-10-28")
    try:
        return datetime.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise ValueFaultError(f'the calendar has no day "{text}"', "write year-month-day, such as 2025-10-28") from None


def parse_month(text: str) -> MonthValue:
    """A month as ISO 8601 writes it, 2025-10; raises ValueFaultError."""
    match = _MONTH.fullmatch(text)
    if match is None or not 1 <= int(match[2]) <= 12 or int(match[1]) == 0:
        raise ValueFaultError(f'"{text[:40]}" is no month', "write year-month, such as 2025-10")
    return MonthValue(int(match[1]), int(match[2]))


def parse_year(text: str) -> YearValue:
    """A year of four digits; raises ValueFaultError."""
    if _YEAR.fullmatch(text) is None or int(text) == 0:
        raise ValueFaultError(f'"{text[:40]}" is no year', "write four digits, such as 2025")
    return YearValue(int(text))


def parse_when(text: str) -> datetime.date | MonthValue | YearValue:
    """A day, a month or a year; raises ValueFaultError."""
    if _YEAR.fullmatch(text):
        return parse_year(text)
    return parse_month(text) if _MONTH.fullmatch(text) else _day(text)


def _day(text: str) -> datetime.date:
    if _DATE.fullmatch(text) is None:
        raise ValueFaultError(f'"{text[:40]}" is no date', "write 2025-10-28, 2025-10 or 2025")
    return parse_date(text)
