"""Ranges with words and signs, numbers of many digits, currencies without a symbol, variants of a language."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from localize_cases import make_fact, make_writer, message, visible

from publish.article.model import Fact, FactForm, Range
from publish.localize.digits import parse_numbers
from publish.localize.facts import FactWriter
from publish.localize.profile import data_names
from publish.localize.speech import UnknownLocaleError, speech


def spread(low: int, high: int, unit: str | None = None) -> Fact:
    return make_fact(Range(Decimal(low), Decimal(high)), unit)


def said(locale: str, fact: Fact, form: FactForm = FactForm.DEFAULT) -> str:
    return visible(make_writer(locale).phrase(fact, form).text)


@pytest.mark.parametrize(
    ("locale", "fact", "expected"),
    [
        ("ja", spread(900, 1_000_000, "tonne"), "900トン〜100万トン"),
        ("ja", spread(0, 3_000_000_000, "USD"), "0〜30億ドル"),
        ("en", spread(-3, 5, "USD"), "−$3 to $5"),
        ("en", spread(-5, -3, "EUR"), "−€5 to −€3"),
        ("en", spread(-3, 5, "celsius"), "−3 to 5~°C"),
        ("pl", spread(-3, 2, "day"), "od −3 do 2~dni"),
    ],
)
def test_each_end_of_a_range_is_said_as_its_readers_say_it(locale: str, fact: Fact, expected: str) -> None:
    assert said(locale, fact) == expected


def ukrainian() -> FactWriter:
    return FactWriter(speech("uk"), lambda text: text.source, lambda _: {})


def test_the_ends_of_a_ukrainian_range_stand_in_the_genitive_after_their_prepositions() -> None:
    far = ukrainian().phrase(spread(0, 3_000_000_000, "USD"), FactForm.LONG).text
    assert visible(far) == "від 0~доларів до 3~мільярдів доларів"
    signed = ukrainian().phrase(spread(-3, 2, "celsius"), FactForm.LONG).text
    assert visible(signed) == "від −3 до 2~градусів Цельсія"


def test_the_value_of_a_chinese_range_has_no_percent_sign() -> None:
    writer = FactWriter(speech("zh-Hans"), lambda text: text.source, lambda _: {})
    assert writer.phrase(spread(3, 5, "percent")).text == "3%至5%"
    assert writer.phrase(spread(3, 5, "percent"), FactForm.VALUE).text == "3至5"


@given(st.decimals(Decimal("-1e30"), Decimal("1e30"), places=0) | st.decimals(-1000, 1000, places=25))
def test_no_digit_is_ever_rounded_away_in_full(value: Decimal) -> None:
    for locale in ("pl", "en", "ja"):
        voice = speech(locale)
        text = make_writer(locale).phrase(make_fact(value), FactForm.FULL).text
        assert [number for number, _, _ in parse_numbers(text, voice.symbols)] == [value.copy_abs()]


@given(st.integers(10**28, 10**30 - 1), st.sampled_from([FactForm.DEFAULT, FactForm.VALUE]))
def test_huge_numbers_are_stated_exactly_in_text(value: int, form: FactForm) -> None:
    phrase = make_writer("en").phrase(make_fact(value), form)
    assert phrase.scaled is not None
    assert int(phrase.scaled.scaleb(phrase.power)) == value or phrase.scaled == Decimal(value)


@pytest.mark.parametrize(
    ("locale", "code", "expected"),
    [
        ("ja", "CHF", "22スイスフラン"),
        ("ja", "THB", "22タイバーツ"),
        ("zh-Hans", "THB", "22泰铢"),
        ("ja", "BAM", "22BAM"),
    ],
)
def test_a_currency_without_plural_forms_has_the_name_that_cldr_gives(locale: str, code: str, expected: str) -> None:
    writer = FactWriter(speech(locale), lambda text: text.source, lambda _: {})
    assert writer.phrase(make_fact(22, code)).text == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("habitants", "3~millions d’habitants"),
        ("hectares", "3~millions d’hectares"),
        ("œuvres", "3~millions d’œuvres"),
        ("haies", "3~millions de haies"),
        ("yens", "3~millions de yens"),
    ],
)
def test_french_elides_before_a_vowel_and_a_silent_h(noun: str, expected: str) -> None:
    fact = make_fact(3_000_000, None, noun={"other": message("fact:fact/noun/other", noun)})
    writer = FactWriter(speech("fr"), lambda text: text.source, lambda _: {"one": noun, "other": noun})
    assert visible(writer.phrase(fact).text) == expected


def test_british_short_dates_have_two_digits_each() -> None:
    assert said("en-GB", make_fact(datetime.date(2025, 5, 1), "date"), FactForm.SHORT) == "01/05/2025"


def test_canadian_french_names_the_foreign_dollar_and_spaces_only_the_colon() -> None:
    assert said("fr-CA", make_fact("5e8", "USD")) == "500~millions de dollars américains"
    assert said("fr-CA", make_fact("12.5", "percent")) == "12,5~%"
    assert speech("fr-CA").profile.typography.before_punctuation["?"] == ""


@pytest.mark.parametrize("locale", ["sv", "no", "nb", "zh-Hani", "fa", "", "x-private"])
def test_a_language_without_data_is_named_with_those_that_have_some(locale: str) -> None:
    with pytest.raises(UnknownLocaleError, match=f'"{locale}"; there is for {", ".join(data_names())}'):
        speech(locale)


@pytest.mark.parametrize(("locale", "number"), [("de-AT", "12.345"), ("de-CH", "12’345"), ("zh", "12,345")])
def test_a_variant_writes_its_own_numbers_with_its_languages_words(locale: str, number: str) -> None:
    writer = FactWriter(speech(locale), lambda text: text.source, lambda _: {})
    assert writer.phrase(make_fact(12_345)).text == number
