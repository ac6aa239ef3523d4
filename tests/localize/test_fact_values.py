from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from localize_cases import counted, make_fact, make_writer, of_gdp, visible

from publish.article.model import DateRange, Fact, FactForm, MonthValue, Range, YearValue
from publish.localize.facts import FactWriter, UnsayableError

PLEDGE = make_fact("550e9", "USD", "up to")
BUDGET = make_fact("9.9e12", "JPY")
UPKEEP = make_fact("1.4e9", "USD", per="year")
DEPOSIT = make_fact("16e6", "tonne")
TROOPS = counted(60_000, "almost")
DROP = make_fact("-0.5", "percentage-point")

TEXT = [
    (make_fact(1234), {"pl": "1234", "en": "1,234", "ja": "1234", "de": "1.234", "es": "1234", "fr": "1^234"}),
    (make_fact(12345), {"pl": "12~345", "en": "12,345", "ja": "1万2345", "de": "12.345", "es": "12.345"}),
    (make_fact(999_999), {"pl": "999~999", "en": "999,999", "ja": "99万9999", "de": "999.999"}),
    (make_fact(1_000_000), {"pl": "1~mln", "en": "1~million", "ja": "100万", "de": "1~Million", "fr": "1~million"}),
    (
        PLEDGE,
        {
            "pl": "do 550~mld~USD",
            "en": "up to $550~billion",
            "en-US": "up to $550~billion",
            "en-GB": "up to $550~billion",
            "en-AU": "up to USD~550~billion",
            "ja": "最大5500億ドル",
            "de": "bis zu 550~Milliarden US-Dollar",
            "fr": "jusqu’à~550~milliards de dollars",
            "es": "hasta 550.000~millones de dólares",
        },
    ),
    (
        BUDGET,
        {
            "pl": "9,9~bln~JPY",
            "en": "¥9.9~trillion",
            "ja": "9兆9000億円",
            "de": "9,9~Billionen Yen",
            "fr": "9,9~billions de yens",
            "es": "9,9~billones de yenes",
        },
    ),
    (make_fact("69.3e9", "USD"), {"pl": "69,3~mld~USD", "en": "$69.3~billion", "ja": "693億ドル"}),
    (
        UPKEEP,
        {
            "pl": "1,4~mld~USD rocznie",
            "en": "$1.4~billion a year",
            "ja": "年14億ドル",
            "de": "1,4~Milliarden US-Dollar pro Jahr",
            "fr": "1,4~milliard de dollars par an",
            "es": "1400~millones de dólares al año",
        },
    ),
    (make_fact("1.4e9", "USD", "up to", per="year"), {"ja": "最大で年14億ドル", "pl": "do 1,4~mld~USD rocznie"}),
    (
        DEPOSIT,
        {
            "pl": "16~mln~ton",
            "en": "16~million tonnes",
            "en-US": "16~million metric tons",
            "ja": "1600万トン",
            "de": "16~Millionen Tonnen",
            "fr": "16~millions de tonnes",
        },
    ),
    (
        of_gdp("1.8"),
        {"pl": "1,8% PKB", "en": "1.8% of GDP", "ja": "GDP比1.8%", "de": "1,8~% des BIP", "fr": "1,8^% du PIB"},
    ),
    (make_fact(15, "percent"), {"pl": "15%", "en": "15%", "ja": "15%", "de": "15~%", "fr": "15^%", "es": "15~%"}),
    (
        DROP,
        {
            "pl": "−0,5~pkt proc.",
            "en": "−0.5~percentage points",
            "ja": "−0.5ポイント",
            "de": "−0,5~Prozentpunkte",
            "fr": "−0,5~point de pourcentage",
        },
    ),
    (
        TROOPS,
        {
            "pl": "prawie 60~tys. żołnierzy",
            "en": "almost 60,000~soldiers",
            "ja": "6万人近く",
            "de": "fast 60.000~Soldaten",
            "fr": "près de~60^000~soldats",
        },
    ),
    (make_fact("20e9", "USD", "over"), {"pl": "ponad 20~mld~USD", "en": "over $20~billion", "ja": "200億ドル超"}),
    (make_fact("2e9", "USD", "at least"), {"pl": "co najmniej 2~mld~USD", "ja": "20億ドル以上"}),
    (make_fact("-5", "USD"), {"pl": "−5~USD", "en": "−$5"}),
    (make_fact("5e9", "EUR"), {"en": "€5~billion", "de": "5~Milliarden Euro", "fr": "5~milliards d’euros"}),
    (make_fact(150, "kilometer"), {"pl": "150~km", "en": "150~km", "ja": "150キロ"}),
    (make_fact(3, "day"), {"pl": "3~dni", "en": "3~days", "ja": "3日間", "de": "3~Tage"}),
    (make_fact(20, "celsius"), {"pl": "20~°C", "en": "20~°C", "ja": "20°C"}),
]


@pytest.mark.parametrize(
    ("fact", "locale", "wanted"), [(fact, locale, text) for fact, texts in TEXT for locale, text in texts.items()]
)
def test_running_text_writes_the_value_as_the_locale_does(fact: Fact, locale: str, wanted: str) -> None:
    assert visible(make_writer(locale).phrase(fact).text) == wanted


FORMS = [
    (PLEDGE, "bare", {"pl": "550~mld~USD", "en": "$550~billion", "ja": "5500億ドル"}),
    (
        PLEDGE,
        "short",
        {"pl": "550~mld~USD", "en": "$550bn", "en-US": "$550B", "ja": "5500億ドル", "de": "550~Mrd.~USD"},
    ),
    (
        PLEDGE,
        "long",
        {"pl": "550~miliardów dolarów", "en": "550~billion US dollars", "de": "550~Milliarden US-Dollar"},
    ),
    (PLEDGE, "full", {"pl": "550~000~000~000~USD", "en": "$550,000,000,000", "ja": "550,000,000,000ドル"}),
    (PLEDGE, "value", {"pl": "550~mld", "en": "550~billion", "ja": "5500億"}),
    (BUDGET, "short", {"pl": "9,9~bln~JPY", "ja": "9.9兆円", "en": "¥9.9tn"}),
    (BUDGET, "long", {"pl": "9,9~biliona jenów"}),
    (make_fact("1e9", "PLN"), "long", {"pl": "1~miliard złotych"}),
    (DROP, "long", {"pl": "−0,5~punktu procentowego"}),
    (DROP, "short", {"en": "−0.5~pp"}),
    (DEPOSIT, "short", {"pl": "16~mln~t", "en": "16m tonnes"}),
    (make_fact(15, "percent"), "value", {"pl": "15"}),
]


@pytest.mark.parametrize(
    ("fact", "form", "locale", "wanted"),
    [(fact, form, locale, text) for fact, form, texts in FORMS for locale, text in texts.items()],
)
def test_every_form_is_what_its_name_says(fact: Fact, form: str, locale: str, wanted: str) -> None:
    assert visible(make_writer(locale).phrase(fact, FactForm(form)).text) == wanted


@pytest.mark.parametrize("form", ["", "bare", "full", "value"])
@pytest.mark.parametrize("locale", ["pl", "en", "ja", "de", "fr", "es"])
def test_no_digit_of_an_uneven_number_is_lost(form: str, locale: str) -> None:
    text = make_writer(locale).phrase(make_fact(1_234_567_891, "USD"), FactForm(form)).text
    assert "".join(char for char in text if char.isdigit()) == "1234567891"


@pytest.mark.parametrize(
    ("value", "precision", "wanted"),
    [
        (999_999, "exact", "około 1~mln"),
        (1_234_567, "exact", "około 1,23~mln"),
        (1_234_567, "over", "1~234~567"),
        (550_000_000_000, "exact", "550~mld"),
        (1_400_000_000, "exact", "1,4~mld"),
    ],
)
def test_a_rounded_short_form_says_about_and_carries(value: int, precision: str, wanted: str) -> None:
    assert visible(make_writer("pl").phrase(make_fact(value, None, precision), FactForm.SHORT).text) == wanted


@pytest.mark.parametrize(
    ("number", "exact", "about", "over"),
    [
        (1, "1~żołnierz", "około 1~żołnierza", "ponad 1~żołnierz"),
        (2, "2~żołnierze", "około 2~żołnierzy", "powyżej 2~żołnierzy"),
        (5, "5~żołnierzy", "około 5~żołnierzy", "ponad 5~żołnierzy"),
        (22, "22~żołnierze", "około 22~żołnierzy", "powyżej 22~żołnierzy"),
        (25, "25~żołnierzy", "około 25~żołnierzy", "ponad 25~żołnierzy"),
    ],
)
def test_a_polish_precision_word_decides_the_case(number: int, exact: str, about: str, over: str) -> None:
    texts = [make_writer("pl").phrase(counted(number, word)).text for word in ("exact", "about", "over")]
    assert list(map(visible, texts)) == [exact, about, over]


def test_polish_words_of_magnitude_follow_the_precision_word_too() -> None:
    fact = make_fact("2e9", "USD", "up to")
    how = make_writer("pl").phrase(fact, FactForm.LONG, entry=True)
    assert visible(how.text) == "do 2~miliardów dolarów"
    assert visible(make_writer("pl").phrase(fact, FactForm.LONG).text) == "2~miliardy dolarów"


RANGES = [
    (
        Range(Decimal("20e9"), Decimal("30e9")),
        "USD",
        {"pl": "20–30~mld~USD", "en": "$20–30~billion", "ja": "200億〜300億ドル"},
    ),
    (Range(Decimal("800e6"), Decimal("1.2e9")), "USD", {"pl": "0,8–1,2~mld~USD", "ja": "8億〜12億ドル"}),
    (Range(Decimal("5"), Decimal("1.2e9")), "USD", {"pl": "5~USD – 1,2~mld~USD", "en": "$5 to $1.2~billion"}),
    (Range(Decimal(15), Decimal(25)), "percent", {"pl": "15–25%", "de": "15–25~%", "fr": "15 à~25^%", "ja": "15〜25%"}),
    (Range(Decimal(-1), Decimal(2)), "percent", {"pl": "od −1 do 2%", "en": "−1 to 2%"}),
]


@pytest.mark.parametrize(
    ("value", "unit", "locale", "wanted"),
    [(value, unit, locale, text) for value, unit, texts in RANGES for locale, text in texts.items()],
)
def test_a_range_names_its_unit_once_where_it_can(value: Range, unit: str, locale: str, wanted: str) -> None:
    assert visible(make_writer(locale).phrase(make_fact(value, unit)).text) == wanted


DAY, MARCH, YEAR = datetime.date(2025, 10, 28), MonthValue(2026, 3), YearValue(2024)
TOUR = DateRange(datetime.date(2025, 10, 26), datetime.date(2025, 10, 30))
AUTUMN = DateRange(datetime.date(2025, 10, 26), datetime.date(2025, 11, 3))
WINTER = DateRange(datetime.date(2025, 12, 26), datetime.date(2026, 1, 3))

DATES = [
    (
        DAY,
        "",
        {
            "pl": "28~października 2025~r.",
            "en": "28~October 2025",
            "en-US": "October~28, 2025",
            "ja": "2025年10月28日",
            "de": "28.~Oktober 2025",
            "es": "28~de~octubre de 2025",
        },
    ),
    (DAY, "bare", {"pl": "28~października 2025"}),
    (DAY, "short", {"pl": "28.10.2025", "en": "28/10/2025", "ja": "2025/10/28", "de": "28.10.2025"}),
    (DAY, "full", {"pl": "wtorek, 28~października 2025~r.", "ja": "2025年10月28日（火）"}),
    (datetime.date(2025, 5, 1), "", {"fr": "1er~mai 2025"}),
    (MARCH, "", {"pl": "marzec 2026~r.", "en": "March 2026", "ja": "2026年3月", "de": "März 2026"}),
    (YEAR, "", {"pl": "2024~r.", "en": "2024", "ja": "2024年"}),
    (TOUR, "bare", {"pl": "26–30~października 2025", "en": "26–30~October 2025", "ja": "2025年10月26〜30日"}),
    (TOUR, "", {"en-US": "October~26–30, 2025", "de": "26.–30.~Oktober 2025"}),
    (AUTUMN, "bare", {"pl": "26~października – 3~listopada 2025", "ja": "2025年10月26日〜11月3日"}),
    (WINTER, "", {"en": "26~December 2025 – 3~January 2026", "de": "26.~Dezember 2025 – 3.~Januar 2026"}),
]


@pytest.mark.parametrize(
    ("value", "form", "locale", "wanted"),
    [(value, form, locale, text) for value, form, texts in DATES for locale, text in texts.items()],
)
def test_dates_follow_the_order_and_case_of_the_locale(
    value: datetime.date | MonthValue | YearValue | DateRange, form: str, locale: str, wanted: str
) -> None:
    assert visible(make_writer(locale).phrase(make_fact(value), FactForm(form)).text) == wanted


PARTS = [
    (PLEDGE, "en", ("up to", "$", "550", "", "billion", "")),
    (PLEDGE, "pl", ("do", "", "550", "", "mld\u00a0USD", "")),
    (BUDGET, "pl", ("", "", "9", ",9", "bln\u00a0JPY", "")),
    (BUDGET, "ja", ("", "", "9", ".9", "兆円", "")),
    (make_fact("10e9", "USD", "over"), "ja", ("", "", "100", "", "億ドル", "超")),
    (TROOPS, "pl", ("prawie", "", "60\u00a0000", "", "żołnierzy", "")),
    (of_gdp("1.8"), "pl", ("", "", "1", ",8", "% PKB", "")),
    (make_fact("-5e9", "USD"), "en", ("", "−$", "5", "", "billion", "")),
]


@pytest.mark.parametrize(("fact", "locale", "wanted"), PARTS)
def test_an_entry_comes_in_parts_that_align(fact: Fact, locale: str, wanted: tuple[str, ...]) -> None:
    phrase = make_writer(locale).phrase(fact, entry=True)
    assert (phrase.prefix, phrase.before, phrase.integer, phrase.fraction, phrase.after, phrase.suffix) == wanted


def test_a_unit_without_a_name_is_a_finding_and_no_raw_key() -> None:
    with pytest.raises(UnsayableError, match='unit "person"'):
        make_writer("pl").phrase(make_fact(16, "person"))


def test_a_noun_without_the_form_that_a_number_takes_is_a_finding() -> None:
    polish = make_writer("pl")
    wanting = FactWriter(polish.speech, polish.words, lambda _: {"one": "żołnierz"})
    with pytest.raises(UnsayableError, match="plural form"):
        wanting.phrase(counted(5))
