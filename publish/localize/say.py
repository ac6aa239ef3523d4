"""Checking the own wording of one occurrence of a fact (`say=`) against its value."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import takewhile

from publish.article.model import DateRange, Fact, Message, MonthValue, Range, YearValue
from publish.localize.digits import parse_numbers
from publish.localize.speech import Speech

__all__ = ["states"]

_REACH = 40  # characters: longer than any word of magnitude with the spaces before it


def states(wording: str, fact: Fact, voice: Speech, words: Callable[[Message], str]) -> bool:
    """Whether a wording states the fact's value and no other number.

    Numbers count with the word of magnitude after them in any of its forms, months in any case ("w marcu"); a date
    may leave out its year, a text must keep its digits.
    """
    value = fact.value
    if isinstance(value, Decimal):
        return _numbers(wording, voice) == {abs(value)}
    if isinstance(value, Range):
        return _numbers(wording, voice) == {abs(value.low), abs(value.high)}
    if isinstance(value, Message):
        return _digits(wording) == _digits(words(value))
    return _states_date(wording, value, voice)


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _numbers(wording: str, voice: Speech) -> set[Decimal]:
    """Every number in a wording with its magnitude; 9兆9000億 is one number."""
    stems = _stems(voice)
    values: list[Decimal] = []
    last_end, last_power = -1, 0
    for number, start, end in parse_numbers(wording, voice.symbols):
        power, length = _power(wording[end : end + _REACH], stems)
        value = number.scaleb(power)
        if start == last_end and power < last_power:
            values[-1] += value
        else:
            values.append(value)
        last_end, last_power = end + length, power
    return {value.normalize() if value != value.to_integral_value() else value.to_integral_value() for value in values}


def _stems(voice: Speech) -> list[tuple[str, int]]:
    """What words of magnitude begin with, whatever their ending, the longest first."""
    scale = voice.profile.scale
    stems = [(word, power) for power, word in scale.short.items()]
    stems += [(_stem(forms.values()), power) for power, forms in scale.long.items()]
    return sorted(stems, key=lambda stem: (-len(stem[0]), stem))


def _stem(words: Iterable[str]) -> str:
    listed = list(words)
    return _common_start(listed) or min(listed, key=len)


def _common_start(words: Sequence[str]) -> str:
    same = takewhile(lambda letters: len(set(letters)) == 1, zip(*words, strict=False))
    return "".join(letters[0] for letters in same)


def _power(rest: str, stems: list[tuple[str, int]]) -> tuple[int, int]:
    """(power of ten, characters taken) of the word of magnitude that a text begins with, else (0, 0)."""
    word = rest.lstrip(" \u00a0\u202f")
    gap = len(rest) - len(word)
    for stem, power in stems:
        inflects = len(stem) > 3
        if word.startswith(stem) and (inflects or stem[-1] > "\u2e80" or not word[len(stem) : len(stem) + 1].isalpha()):
            return power, gap + len(stem)
    return 0, 0


def _states_date(wording: str, value: datetime.date | MonthValue | YearValue | DateRange, voice: Speech) -> bool:
    native = wording.translate(str.maketrans(voice.symbols.digits, "0123456789"))
    said = {int(digits) for digits in _digits(native)}
    if isinstance(value, YearValue):
        return said == {value.year}
    ends = (value.start, value.end) if isinstance(value, DateRange) else (value,)
    days = {end.day for end in ends if isinstance(end, datetime.date)}
    months = {end.month for end in ends}
    return (
        days <= said
        and said <= days | months | {end.year for end in ends}
        and all(_names_month(native, month, said, voice) for month in months)
    )


def _names_month(wording: str, month: int, said: set[int], voice: Speech) -> bool:
    stem = _common_start([voice.month(month).lower(), voice.month(month, alone=True).lower()])
    numbered = any(char.isdigit() for char in stem)
    return month in said if numbered else stem in wording.lower()
