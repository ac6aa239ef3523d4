"""Numbers, words and dates of Portuguese (Portugal, Brazil), Czech, Greek and Vietnamese as their readers see them."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st
from localize_cases import counted, make_fact, of_gdp, visible

from publish.article.model import DateRange, Fact, FactForm, Message, MonthValue, Range, Value
from publish.localize.facts import FactWriter
from publish.localize.say import states
from publish.localize.speech import speech

LOCALES = ("pt", "pt-BR", "cs", "el", "vi")
SOLDIERS = {
    "pt": {"one": "soldado", "many": "de soldados", "other": "soldados"},
    "cs": {"one": "voják", "few": "vojáci", "many": "vojáka", "other": "vojáků"},
    "el": {"one": "στρατιώτης", "other": "στρατιώτες"},
    "vi": {"other": "binh sĩ"},
}
WHOLES = {"pt": "PIB", "cs": "HDP", "el": "ΑΕΠ", "vi": "GDP"}


def writer(locale: str) -> FactWriter:
    language = locale.partition("-")[0]

    def words(text: Message) -> str:
        return WHOLES[language] if text.source == "GDP" else text.source

    return FactWriter(speech(locale), words, lambda _: SOLDIERS[language])


def said(locale: str, fact: Fact, form: str = "", entry: bool = False) -> str:
    return visible(writer(locale).phrase(fact, FactForm(form), entry).text)


def spread(low: str | int, high: str | int, unit: str | None = None) -> Fact:
    return make_fact(Range(Decimal(low), Decimal(high)), unit)


def day(year: int, month: int, number: int) -> datetime.date:
    return datetime.date(year, month, number)


def by_locale(*cases: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    """(…, {locale: wanted}) -> (…, locale, wanted) for each locale."""
    return [(*case[:-1], locale, wanted) for case in cases for locale, wanted in case[-1].items()]


PLEDGE = make_fact("550e9", "USD", "up to")
BUDGET = make_fact("9.9e12", "JPY")
DEPOSIT = make_fact("16e6", "tonne")
DROP = make_fact("-0.5", "percentage-point")

TEXT = by_locale(
    (make_fact(1234), {"pt": "1234", "pt-BR": "1.234", "cs": "1~234", "el": "1.234", "vi": "1.234"}),
    (make_fact(12_345), {"pt": "12~345", "pt-BR": "12.345", "cs": "12~345", "el": "12.345", "vi": "12.345"}),
    (
        PLEDGE,
        {
            "pt": "até 550~mil~milhões de dólares",
            "pt-BR": "até US$~550~bilhões",
            "cs": "až 550~miliard dolarů",
            "el": "έως 550~δισ. δολάρια",
            "vi": "tối đa 550~tỷ~USD",
        },
    ),
    (
        BUDGET,
        {
            "pt": "9,9~biliões de ienes",
            "pt-BR": "9,9~trilhões de ienes",
            "cs": "9,9~bilionu jenů",
            "el": "9,9~τρισ. γιεν",
            "vi": "9,9~nghìn~tỷ~yên",
        },
    ),
    (
        make_fact("1.4e9", "USD", per="year"),
        {
            "pt": "1,4~mil~milhões de dólares por ano",
            "pt-BR": "US$~1,4~bilhão por ano",
            "cs": "1,4~miliardy dolarů ročně",
            "el": "1,4~δισ. δολάρια ετησίως",
            "vi": "1,4~tỷ~USD mỗi năm",
        },
    ),
    (
        DEPOSIT,
        {
            "pt": "16~milhões de toneladas",
            "cs": "16~milionů tun",
            "el": "16~εκατ. τόνοι",
            "vi": "16~triệu tấn",
        },
    ),
    (of_gdp("1.8"), {"pt": "1,8% do PIB", "cs": "1,8~% HDP", "el": "1,8% του ΑΕΠ", "vi": "1,8% GDP"}),
    (
        DROP,
        {
            "pt": "−0,5~pontos percentuais",
            "pt-BR": "−0,5~ponto percentual",
            "cs": "−0,5~procentního bodu",
            "el": "−0,5~ποσοστιαίες μονάδες",
            "vi": "−0,5~điểm phần trăm",
        },
    ),
    (make_fact("-5", "USD"), {"pt": "−5~dólares", "pt-BR": "−US$~5", "cs": "−5~dolarů", "vi": "−5~USD"}),
    (make_fact("2e6", "EUR"), {"pt-BR": "€~2~milhões", "cs": "2~miliony eur", "el": "2~εκατ. ευρώ"}),
    (make_fact("1e9", "PLN"), {"pt-BR": "1~bilhão de zlotys", "cs": "1~miliarda zlotých"}),
    (make_fact("5e9", "CZK"), {"pt-BR": "5~bilhões de coroas tchecas", "pt": "5~mil~milhões de coroas checas"}),
    (make_fact("1.2e15", "VND"), {"vi": "1,2~triệu~tỷ~đồng"}),
    (make_fact(150, "kilometer"), {"pt": "150~km", "cs": "150~km", "el": "150~χλμ.", "vi": "150~km"}),
    (make_fact("2.5", "kilowatt-hour"), {"el": "2,5~kWh", "cs": "2,5~kWh"}),
)


@pytest.mark.parametrize(("fact", "locale", "wanted"), TEXT)
def test_running_text_writes_the_value_as_the_locale_does(fact: Fact, locale: str, wanted: str) -> None:
    assert said(locale, fact) == wanted


FORMS = by_locale(
    (
        PLEDGE,
        "short",
        {
            "pt": "550~mil~M~USD",
            "pt-BR": "US$~550~bi",
            "cs": "550~mld.~USD",
            "el": "550~δισ.~USD",
            "vi": "550~tỷ~USD",
        },
    ),
    (
        PLEDGE,
        "long",
        {
            "pt": "550~mil~milhões de dólares",
            "pt-BR": "550~bilhões de dólares",
            "el": "550~δισεκατομμύρια δολάρια",
            "vi": "550~tỷ đô la Mỹ",
        },
    ),
    (
        PLEDGE,
        "full",
        {
            "pt": "550~000~000~000~USD",
            "pt-BR": "US$~550.000.000.000",
            "cs": "550~000~000~000~USD",
            "el": "550.000.000.000~USD",
            "vi": "550.000.000.000~USD",
        },
    ),
    (PLEDGE, "value", {"pt": "550~mil~milhões", "pt-BR": "550~bilhões", "cs": "550~miliard", "vi": "550~tỷ"}),
    (BUDGET, "full", {"pt-BR": "9.900.000.000.000~de ienes", "vi": "9.900.000.000.000~yên"}),
    (DROP, "short", {"pt": "−0,5~p.p.", "cs": "−0,5~p.~b.", "el": "−0,5~ποσ.~μον.", "vi": "−0,5~điểm~%"}),
    (DEPOSIT, "short", {"pt": "16~M de toneladas", "pt-BR": "16~mi de toneladas", "cs": "16~mil.~t"}),
    (DEPOSIT, "full", {"pt": "16~000~000~de toneladas", "cs": "16~000~000~tun"}),
)


@pytest.mark.parametrize(("fact", "form", "locale", "wanted"), FORMS)
def test_every_form_is_what_its_name_says(fact: Fact, form: str, locale: str, wanted: str) -> None:
    assert said(locale, fact, form) == wanted


ENTRIES = by_locale(
    (
        PLEDGE,
        {
            "pt": "até 550~mil~milhões de dólares",
            "pt-BR": "até US$~550~bilhões",
            "cs": "až 550~mld.~USD",
            "el": "έως 550~δισ. δολάρια",
            "vi": "tối đa 550~tỷ~USD",
        },
    ),
    (make_fact("5e9", "CZK"), {"cs": "5~mld.~Kč"}),
    (make_fact(DateRange(day(2025, 10, 26), day(2025, 10, 30))), {"vi": "26–30~tháng~10 năm~2025"}),
)


@pytest.mark.parametrize(("fact", "locale", "wanted"), ENTRIES)
def test_an_entry_is_as_short_as_the_locale_likes_it(fact: Fact, locale: str, wanted: str) -> None:
    assert said(locale, fact, entry=True) == wanted


RANGES = by_locale(
    (
        spread("20e9", "30e9", "USD"),
        {
            "pt": "20 a~30~mil~milhões de dólares",
            "pt-BR": "US$~20~bilhões a~US$~30~bilhões",
            "cs": "20–30~miliard dolarů",
            "el": "20–30~δισ. δολάρια",
            "vi": "20–30~tỷ~USD",
        },
    ),
    (
        spread("800e6", "1.2e9", "JPY"),
        {"pt-BR": "800~milhões a~1,2~bilhão de ienes", "cs": "0,8–1,2~miliardy jenů"},
    ),
    (
        spread(5, "1.2e9", "JPY"),
        {
            "pt": "5~ienes a~1,2~mil~milhões de ienes",
            "pt-BR": "5~ienes a~1,2~bilhão de ienes",
            "cs": "5~jenů až~1,2~miliardy jenů",
            "el": "5~γιεν έως~1,2~δισ.~γιεν",
            "vi": "từ 5~yên đến 1,2~tỷ~yên",
        },
    ),
    (spread(15, 25, "percent"), {"pt": "15% a~25%", "cs": "15–25~%", "el": "15–25%", "vi": "15–25%"}),
    (
        spread(-1, 2, "percent"),
        {"pt": "−1% a~2%", "cs": "−1 až~2~%", "el": "−1 έως~2%", "vi": "từ −1 đến 2%"},
    ),
    (spread(-3, 5, "USD"), {"pt-BR": "−US$~3 a~US$~5", "pt": "−3 a~5~dólares"}),
)


@pytest.mark.parametrize(("fact", "locale", "wanted"), RANGES)
def test_both_ends_of_a_range_are_said(fact: Fact, locale: str, wanted: str) -> None:
    assert said(locale, fact) == wanted


NUMBERS = (1, 2, 5, 22, 25)
COUNTS = {
    "pt": ("1~soldado", "2~soldados", "5~soldados", "22~soldados", "25~soldados"),
    "cs": ("1~voják", "2~vojáci", "5~vojáků", "22~vojáků", "25~vojáků"),
    "el": ("1~στρατιώτης", "2~στρατιώτες", "5~στρατιώτες", "22~στρατιώτες", "25~στρατιώτες"),
    "vi": ("1~binh sĩ", "2~binh sĩ", "5~binh sĩ", "22~binh sĩ", "25~binh sĩ"),
}
WORDS = {
    "pt": ("cerca de~", "quase ", "pelo menos ", "mais de~", "até "),
    "cs": ("přibližně ", "téměř ", "nejméně ", "více než ", "až "),
    "el": ("περίπου ", "σχεδόν ", "τουλάχιστον ", "πάνω από~", "έως "),
    "vi": ("khoảng ", "gần ", "ít nhất ", "hơn ", "tối đa "),
}
PRECISIONS = ("about", "almost", "at least", "over", "up to")


@pytest.mark.parametrize("locale", COUNTS)
def test_counted_things_take_the_form_of_their_number(locale: str) -> None:
    assert tuple(said(locale, counted(number)) for number in NUMBERS) == COUNTS[locale]


@pytest.mark.parametrize("locale", WORDS)
@pytest.mark.parametrize("number", NUMBERS)
def test_precision_words_leave_the_case_of_what_follows(locale: str, number: int) -> None:
    exact = said(locale, counted(number))
    found = tuple(said(locale, counted(number, precision)) for precision in PRECISIONS)
    assert found == tuple(word + exact for word in WORDS[locale])


MILLIONS = by_locale(
    (1_000_000, {"pt": "1~milhão de soldados", "cs": "1~milion vojáků", "el": "1~εκατ. στρατιώτες"}),
    (2_000_000, {"pt": "2~milhões de soldados", "cs": "2~miliony vojáků", "vi": "2~triệu binh sĩ"}),
    (5_500_000, {"pt": "5,5~milhões de soldados", "cs": "5,5~milionu vojáků", "el": "5,5~εκατ. στρατιώτες"}),
    (60_000, {"pt": "60~000~soldados", "pt-BR": "60.000~soldados", "cs": "60~000~vojáků", "vi": "60.000~binh sĩ"}),
)


@pytest.mark.parametrize(("number", "locale", "wanted"), MILLIONS)
def test_millions_are_counted_of_things(number: int, locale: str, wanted: str) -> None:
    assert said(locale, counted(number)) == wanted


DATES = by_locale(
    (
        day(2025, 10, 28),
        "",
        {
            "pt": "28~de~outubro de 2025",
            "cs": "28.~října 2025",
            "el": "28~Οκτωβρίου 2025",
            "vi": "ngày~28~tháng~10 năm~2025",
        },
    ),
    (day(2025, 10, 28), "bare", {"vi": "28~tháng~10 năm~2025"}),
    (day(2025, 10, 28), "short", {"pt": "28/10/2025", "cs": "28.~10. 2025", "el": "28/10/2025", "vi": "28/10/2025"}),
    (
        day(2025, 10, 28),
        "full",
        {
            "pt": "terça-feira, 28~de~outubro de 2025",
            "cs": "úterý 28.~října 2025",
            "el": "Τρίτη 28~Οκτωβρίου 2025",
            "vi": "Thứ Ba, ngày~28~tháng~10 năm~2025",
        },
    ),
    (
        day(2025, 5, 1),
        "",
        {
            "pt": "1~de~maio de 2025",
            "pt-BR": "1º~de~maio de 2025",
            "cs": "1.~května 2025",
            "el": "1η~Μαΐου 2025",
        },
    ),
    (day(2025, 5, 1), "short", {"pt-BR": "01/05/2025", "el": "1/5/2025"}),
    (
        MonthValue(2026, 3),
        "",
        {"pt": "março de 2026", "cs": "březen 2026", "el": "Μάρτιος 2026", "vi": "tháng~3 năm~2026"},
    ),
    (
        DateRange(day(2025, 10, 26), day(2025, 10, 30)),
        "",
        {
            "pt": "26 a~30~de~outubro de 2025",
            "cs": "26.–30.~října 2025",
            "el": "26–30~Οκτωβρίου 2025",
            "vi": "ngày~26–30~tháng~10 năm~2025",
        },
    ),
    (
        DateRange(day(2025, 5, 1), day(2025, 5, 5)),
        "",
        {"pt-BR": "1º a~5~de~maio de 2025", "cs": "1.–5.~května 2025", "el": "1–5~Μαΐου 2025"},
    ),
    (
        DateRange(day(2025, 10, 26), day(2025, 11, 3)),
        "",
        {
            "pt": "26~de~outubro a~3~de~novembro de 2025",
            "cs": "26.~října~– 3.~listopadu 2025",
            "el": "26~Οκτωβρίου~– 3~Νοεμβρίου 2025",
            "vi": "ngày~26~tháng~10~– 3~tháng~11 năm~2025",
        },
    ),
    (
        DateRange(day(2025, 12, 26), day(2026, 1, 3)),
        "",
        {"pt": "26~de~dezembro de 2025 a~3~de~janeiro de 2026", "cs": "26.~prosince 2025~– 3.~ledna 2026"},
    ),
)


@pytest.mark.parametrize(("value", "form", "locale", "wanted"), DATES)
def test_dates_follow_the_order_and_case_of_the_locale(value: Value, form: str, locale: str, wanted: str) -> None:
    assert said(locale, make_fact(value), form) == wanted


@pytest.mark.parametrize(
    ("locale", "cldr"), [("pt", "pt_PT"), ("pt-BR", "pt_BR"), *((x, x) for x in ("cs", "el", "vi"))]
)
def test_separators_and_the_percent_sign_are_those_of_cldr(locale: str, cldr: str) -> None:
    ours, theirs = speech(locale).symbols, Locale.parse(cldr)
    assert (ours.decimal, ours.group) == (
        theirs.number_symbols["latn"]["decimal"],
        theirs.number_symbols["latn"]["group"],
    )
    assert f"#,##0{ours.percent_after}" == theirs.percent_formats[None].pattern


MAGNITUDES = [("cs", "short"), ("cs", "long"), ("pt", "long"), ("pt-BR", "short"), ("pt-BR", "long"), ("el", "long")]


@pytest.mark.parametrize(("locale", "length"), MAGNITUDES)
@pytest.mark.parametrize("power", [6, 9, 12])
@pytest.mark.parametrize("number", [1, 2])
def test_words_of_magnitude_are_those_of_cldr(locale: str, length: str, power: int, number: int) -> None:
    voice = speech(locale)
    patterns: Any = voice.cldr.compact_decimal_formats[length]
    category = voice.category(Decimal(number))
    cldr = patterns.get(category, patterns["other"])[str(10**power)].pattern.replace("'", "").lstrip("0\u00a0 ")
    ours = said(locale, make_fact(number * 10**power), length).partition("~")[2]
    assert ours.replace("~", " ") == cldr


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 10**16), st.sampled_from(LOCALES), st.sampled_from(["USD", "JPY", None]))
def test_running_text_states_its_value(value: int, locale: str, unit: str | None) -> None:
    fact = make_fact(value, unit)
    assert states(writer(locale).phrase(fact).text, fact, speech(locale), lambda words: words.source)
