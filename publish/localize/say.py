"""Checking the own wording of one occurrence of a fact (`say=`) against its value."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import takewhile

from publish.article.model import DateRange, Fact, Message, MonthValue, Range, YearValue
from publish.localize.dates import shown_year
from publish.localize.digits import parse_numbers
from publish.localize.direction import without_isolates
from publish.localize.speech import Speech
from publish.localize.unspaced import is_unspaced

__all__ = ["states"]

_SPACES = str.maketrans("\u00a0\u202f", "  ")
_INFLECTING = 3  # letters: a longer word of magnitude may go on with an ending
_REACH = 40  # characters: longer than any word of magnitude with the spaces before it


def states(wording: str, fact: Fact, voice: Speech, words: Callable[[Message], str]) -> bool:
    """Whether a wording states the fact's value and no other number.

    Numbers count with the word of magnitude after them in any of its forms, months in any case ("w marcu"); a date
    may leave out its year, a text must keep its digits.
    """
    value = fact.value
    wording = without_isolates(wording)
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
    last_end, last_power = 0, 0
    for number, start, end in parse_numbers(wording, voice.symbols):
        power, length = _power(wording[end : end + _REACH], stems)
        value = number.scaleb(power)
        if power < last_power and _joined(wording[last_end:start], voice):
            values[-1] += value
        else:
            values.append(value)
        last_end, last_power = end + length, power
    return {value.normalize() if value != value.to_integral_value() else value.to_integral_value() for value in values}


def _joined(between: str, voice: Speech) -> bool:
    """Whether two numbers with this between them are parts of one: 9兆9000億, 9조 9000억."""
    return not between or (bool(voice.profile.scale.mixed_gap) and between.isspace())


def _stems(voice: Speech) -> list[tuple[str, int]]:
    """What words of magnitude begin with, whatever their ending, the longest first."""
    scale = voice.profile.scale
    stems = [(_folded(word), power) for power, word in scale.short.items()]
    stems += [(_folded(word), power) for power, words in scale.also.items() for word in words]
    stems += [(stem, power) for power, forms in scale.long.items() for stem in _stems_of(forms.values())]
    return sorted(stems, key=lambda stem: (-len(stem[0]), stem))


def _folded(text: str) -> str:
    """The text without accents, which move within a word (Μάρτιος, Μαρτίου), with plain spaces, as long as before."""
    return "".join(_base(char) for char in text).translate(_SPACES)


def _base(char: str) -> str:
    parts = unicodedata.normalize("NFD", char)
    return parts[0] if all(map(unicodedata.combining, parts[1:])) else char


def _stems_of(words: Iterable[str]) -> list[str]:
    """What all forms of a word begin with; the forms themselves where that is too little (مليون, ملايين)."""
    listed = list(map(_folded, words))
    common = _common_start(listed)
    return [common] if len(common) > _INFLECTING else listed


def _common_start(words: Sequence[str]) -> str:
    same = takewhile(lambda letters: len(set(letters)) == 1, zip(*words, strict=False))
    return "".join(letters[0] for letters in same)


def _power(rest: str, stems: list[tuple[str, int]]) -> tuple[int, int]:
    """(power of ten, characters taken) of the word of magnitude that a text begins with, else (0, 0)."""
    word = _folded(rest).lstrip(" ")
    gap = len(rest) - len(word)
    for stem, power in stems:
        goes_on = len(stem) > _INFLECTING or is_unspaced(stem[-1])
        if word.startswith(stem) and (goes_on or not word[len(stem) : len(stem) + 1].isalpha()):
            return power, gap + len(stem)
    return 0, 0


def _states_date(wording: str, value: datetime.date | MonthValue | YearValue | DateRange, voice: Speech) -> bool:
    plain = voice.symbols.ascii(wording)
    said = {int(digits) for digits in _digits(plain)}
    if isinstance(value, YearValue):
        return bool(said) and said <= _years(value.year, voice)
    ends = (value.start, value.end) if isinstance(value, DateRange) else (value,)
    days = {end.day for end in ends if isinstance(end, datetime.date)}
    months = {end.month for end in ends}
    return (
        days <= said
        and said <= days | months | {year for end in ends for year in _years(end.year, voice)}
        and all(_names_month(plain, month, said, voice) for month in months)
    )


def _years(year: int, voice: Speech) -> set[int]:
    """A year as the Gregorian calendar and that of the locale number it."""
    return {year, shown_year(year, voice)}


def _names_month(wording: str, month: int, said: set[int], voice: Speech) -> bool:
    stem = _common_start([_folded(voice.month(month, alone).lower()) for alone in (False, True)])
    numbered = any(char.isdigit() for char in stem)
    return month in said if numbered else stem in _folded(wording.lower())
