from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st
from localize_cases import make_fact, make_writer, message, visible

from publish.article.model import DateRange, Fact, FactForm, MonthValue, Range, YearValue
from publish.localize.digits import number_symbols, parse_numbers, write_number
from publish.localize.explain import explain
from publish.localize.profile import data_names
from publish.localize.say import states
from publish.localize.scales import myriads, rounded, scale_exactly
from publish.localize.speech import speech
from publish.localize.tags import direction, parse_tag, same_language, script_of


@pytest.mark.parametrize(
    ("locale", "value", "wanted"),
    [
        ("hi", "5500000000", "5,50,00,00,000"),
        ("en", "-1234.50", "−1,234.50"),
        ("fr", "1234567", "1^234^567"),
        ("de_CH", "12345.6", "12’345.6"),
        ("ar", "15.5", "١٥٫٥"),
        ("ar_EG", "15", "١٥"),
    ],
)
def test_digits_groups_and_signs_are_those_of_cldr(locale: str, value: str, wanted: str) -> None:
    assert visible("".join(write_number(Decimal(value), number_symbols(Locale.parse(locale))))) == wanted


def test_arabic_percent_sign_is_its_own() -> None:
    assert number_symbols(Locale.parse("ar")).percent_after.strip() == "٪"


@given(st.decimals(min_value=0, max_value=10**15, places=2), st.sampled_from(data_names()))
@settings(max_examples=150, deadline=None)
def test_a_written_number_reads_back_as_itself(value: Decimal, locale: str) -> None:
    symbols = speech(locale).symbols
    text = "".join(write_number(value, symbols))
    assert [number for number, _, _ in parse_numbers(text, symbols)] == [value]


@given(st.integers(min_value=0, max_value=10**16), st.sampled_from([(3, 6, 9, 12), (6, 12), (4, 8, 12)]))
def test_a_scaled_number_is_the_number(value: int, powers: tuple[int, ...]) -> None:
    scaled = scale_exactly(Decimal(value), powers, 1000)
    assert scaled.mantissa.scaleb(scaled.power) == value


@given(st.integers(min_value=1, max_value=10**18))
def test_myriads_add_up(value: int) -> None:
    groups = myriads(Decimal(value), (4, 8, 12, 16))
    assert not groups or sum(count.scaleb(power) for count, power in groups) == value


@given(st.integers(min_value=1, max_value=10**15), st.sampled_from(data_names()), st.sampled_from(["", "bare"]))
@settings(max_examples=200, deadline=None)
def test_running_text_never_changes_a_value(value: int, locale: str, form: str) -> None:
    fact = make_fact(value, "USD")
    voice = speech(locale)
    if locale in ("pl", "en", "ja", "de", "fr", "es"):
        text = make_writer(locale).phrase(fact, FactForm(form)).text
        assert states(text, fact, voice, lambda words: words.source)


def test_rounding_carries_into_the_next_magnitude() -> None:
    assert rounded(Decimal(999_999)) == 1_000_000


JAPANESE = make_fact("9.9e12", "JPY")
TALKS = make_fact(datetime.date(2025, 10, 28))
MARCH = make_fact(MonthValue(2026, 3))
SPAN_OF_DAYS = make_fact(DateRange(datetime.date(2025, 10, 26), datetime.date(2025, 10, 30)))

WORDINGS = [
    ("ja", JAPANESE, "9兆9000億円", True),
    ("ja", JAPANESE, "9.9兆円", True),
    ("ja", JAPANESE, "9兆円", False),
    ("pl", TALKS, "28 października", True),
    ("pl", TALKS, "28 października 2025 roku", True),
    ("pl", TALKS, "29 października", False),
    ("pl", TALKS, "28 listopada", False),
    ("pl", TALKS, "28 października 2026", False),
    ("pl", MARCH, "w marcu 2026 r.", True),
    ("pl", MARCH, "marcem", True),
    ("pl", MARCH, "w maju 2026 r.", False),
    ("ja", TALKS, "10月28日", True),
    ("ja", TALKS, "11月28日", False),
    ("en", SPAN_OF_DAYS, "26 to 30 October", True),
    ("en", SPAN_OF_DAYS, "26 to 31 October", False),
    ("pl", make_fact(YearValue(2024)), "roku 2024", True),
    ("pl", make_fact(60_000), "60 tysiącami", True),
    ("pl", make_fact(60_000), "60 000", True),
    ("pl", make_fact(60_000), "60", False),
    ("en", make_fact("-0.5", "percentage-point"), "half a point", False),
    ("en", make_fact("-0.5", "percentage-point"), "0.5 points lower", True),
    ("en", make_fact(Range(Decimal(15), Decimal(25)), "percent"), "between 15% and 25%", True),
    ("en", make_fact(Range(Decimal(15), Decimal(25)), "percent"), "up to 25%", False),
    ("en", make_fact(message("fact:x/value", "late summer 2025"), "text"), "in the late summer of 2025", True),
    ("en", make_fact(message("fact:x/value", "late summer 2025"), "text"), "in late summer", False),
]


@pytest.mark.parametrize(("locale", "fact", "wording", "good"), WORDINGS)
def test_own_wording_is_held_to_the_value(locale: str, fact: Fact, wording: str, good: bool) -> None:
    assert states(wording, fact, speech(locale), lambda words: words.source) is good


@pytest.mark.parametrize(
    ("tag", "script", "way"),
    [("pl", "Latn", "ltr"), ("ja", "Jpan", "ltr"), ("zh-TW", "Hant", "ltr"), ("ar", "Arab", "rtl")],
)
def test_the_script_of_a_tag_is_the_likely_one(tag: str, script: str, way: str) -> None:
    assert (script_of(parse_tag(tag)), direction(script)) == (script, way)


def test_variants_of_a_language_share_a_text_but_scripts_do_not() -> None:
    assert same_language("en-GB", "en")
    assert same_language("zh-CN", "zh-Hans")
    assert not same_language("zh-TW", "zh-Hans")
    assert not same_language("pl", "en")


@pytest.mark.parametrize("locale", data_names())
def test_every_locale_explains_its_rules_with_examples_and_authorities(locale: str) -> None:
    rules = explain(locale)
    assert rules
    assert all(note.rule and note.example and note.authority for note in rules)
