"""Digits, signs and separators of a locale (CLDR number symbols)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from babel import Locale

__all__ = ["MINUS", "NumberSymbols", "decimals", "number_symbols", "parse_numbers", "write_number"]

MINUS = "\u2212"

_DIGITS = {
    "arab": "٠١٢٣٤٥٦٧٨٩",
    "arabext": "۰۱۲۳۴۵۶۷۸۹",
    "beng": "০১২৩৪৫৬৭৮৯",
    "deva": "०१२३४५६७८९",
    "mymr": "၀၁၂၃၄၅၆၇၈၉",
}
_SPACES = " \u00a0\u202f\u2009"
_LRM, _BIDI_MARKS = "\u200e", re.compile("[\u200e\u200f\u061c]")


@dataclass(frozen=True, slots=True)
class NumberSymbols:
    """How a locale writes digits; `primary` and `secondary` are the sizes of groups (3 and 2 in India).

    `percent_before` and `percent_after` stand around a percentage, with their spaces. `minus` and `plus` begin with
    a left-to-right mark where ASCII digits stand in text that runs from right to left.
    """

    digits: str
    decimal: str
    group: str
    primary: int
    secondary: int
    minimum_grouping: int
    percent_before: str
    percent_after: str
    minus: str = MINUS
    plus: str = "+"

    def native(self, text: str) -> str:
        """ASCII digits as this locale writes them."""
        return text if self.digits == "0123456789" else text.translate(str.maketrans("0123456789", self.digits))

    def ascii(self, text: str) -> str:
        """The locale's digits in ASCII; the text keeps its length."""
        return text if self.digits == "0123456789" else text.translate(str.maketrans(self.digits, "0123456789"))


def number_symbols(locale: Locale, minimum_grouping: int = 1, percent: str | None = None) -> NumberSymbols:
    """The symbols of `locale` in its default numbering system; `percent` ("{n} %") goes before CLDR's pattern."""
    system = _system(locale)
    symbols = locale.number_symbols.get(system) or locale.number_symbols["latn"]
    primary, secondary = locale.decimal_formats[None].grouping
    before, after = _percent(locale, percent, symbols.get("percentSign", "%"))
    # UAX #9 (W6, N1) sets a sign on the right of its digits, where Arabic-Indic ones have it but ASCII ones have not
    mark = _LRM if symbols.get("minusSign", "").startswith(_LRM) else ""
    return NumberSymbols(
        digits=_DIGITS.get(system, "0123456789"),
        decimal=symbols["decimal"],
        group=symbols["group"],
        primary=primary,
        secondary=secondary,
        minimum_grouping=minimum_grouping,
        percent_before=before,
        percent_after=after,
        minus=mark + MINUS,
        plus=f"{mark}+",
    )


def _system(locale: Locale) -> str:
    # Babel says "latn" for plain Arabic and Persian; CLDR's own default there is native digits except in the Maghreb
    system = locale.default_numbering_system
    if system != "latn" or locale.territory is not None:
        return system
    return {"ar": "arab", "fa": "arabext"}.get(locale.language, system)


def _percent(locale: Locale, given: str | None, sign: str) -> tuple[str, str]:
    if given is not None:
        before, _, after = given.partition("{n}")
        return before, after
    pattern = _BIDI_MARKS.sub("", locale.percent_formats[None].pattern)
    match = re.search(r"[#0,.]+", pattern)
    if match is None:
        return "", sign
    sign = _BIDI_MARKS.sub("", sign)
    return pattern[: match.start()].replace("%", sign), pattern[match.end() :].replace("%", sign)


def decimals(value: Decimal) -> int:
    """How many decimals a value is stated with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def write_number(value: Decimal, symbols: NumberSymbols, group: bool = True) -> tuple[str, str]:
    """(integer with its sign, fraction with its decimal mark) of a value, all its decimals kept."""
    whole, _, fraction = f"{value.copy_abs():f}".partition(".")  # abs() would round to the context
    text = _grouped(whole, symbols) if group else whole
    # a minus sign as long as the figures, never the hyphen that CLDR gives: the typography wants U+2212
    sign = symbols.minus if value < 0 else ""
    mark = symbols.decimal + symbols.native(fraction) if fraction else ""
    return sign + symbols.native(text), mark


def _grouped(whole: str, symbols: NumberSymbols) -> str:
    if len(whole) < symbols.primary + symbols.minimum_grouping:
        return whole
    head, groups = whole[: -symbols.primary], [whole[-symbols.primary :]]
    while head:
        groups.insert(0, head[-symbols.secondary :])
        head = head[: -symbols.secondary]
    return symbols.group.join(groups)


def parse_numbers(text: str, symbols: NumberSymbols) -> list[tuple[Decimal, int, int]]:
    """Every number in a text as (value without sign, start, end), read by the locale's own separators."""
    plain = symbols.ascii(text)
    group = f"[{_SPACES}]" if symbols.group in _SPACES else re.escape(symbols.group)
    fraction = rf"(?:{re.escape(symbols.decimal)}\d+)?"
    pattern = rf"\d{{1,3}}(?:{group}\d{{2,3}})+(?!\d){fraction}|\d+{fraction}"
    found = []
    for match in re.finditer(pattern, plain, re.ASCII):
        digits = re.sub(group, "", match.group()).replace(symbols.decimal, ".")
        found.append((Decimal(digits), match.start(), match.end()))
    return found
