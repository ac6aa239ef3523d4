"""Arabic and Hebrew as their readers see them, in the order in which text is stored (UAX #9 turns it for the eye)."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from localize_cases import SPAN, make_article, make_fact, message, visible

from publish.article.model import (
    Author,
    ChartType,
    DateRange,
    Fact,
    FactForm,
    Meta,
    MonthValue,
    Precision,
    Publisher,
    Range,
    SourceEntry,
    YearValue,
)
from publish.localize.axis import axis_of
from publish.localize.content import Leaf, Run, plain
from publish.localize.explain import explain
from publish.localize.facts import FactWriter
from publish.localize.front import Front
from publish.localize.labels import Labels
from publish.localize.say import states
from publish.localize.speech import speech
from publish.localize.translate.units import units
from publish.localize.typography import quoted, set_text, set_type
from publish.typeset.bidi import levels, visual_order

RTL = ("ar", "he")
LRM, RLM = "\u200e", "\u200f"
LRI, PDI = "\u2066", "\u2069"

SOLDIERS = {
    "ar": {
        "zero": "جندي",
        "one": "جندي واحد",
        "two": "جنديان",
        "few": "جنود",
        "many": "جنديًا",
        "other": "جندي",
    },
    "he": {"one": "חייל", "two": "שני חיילים", "other": "חיילים"},
}
WHOLES = {"ar": "الناتج المحلي الإجمالي", "he": "תמ״ג"}


def writer(locale: str) -> FactWriter:
    language = locale.partition("-")[0]
    return FactWriter(
        speech(locale),
        lambda text: WHOLES[language] if text.source == "GDP" else text.source,
        lambda _: SOLDIERS[language],
    )


def said(locale: str, fact: Fact, form: str = "", entry: bool = False) -> str:
    """The fact with no-break spaces as ~, left-to-right marks as <, right-to-left ones as > and isolates as { }."""
    return shown(writer(locale).phrase(fact, FactForm(form), entry).text)


def shown(text: str) -> str:
    return visible(text).translate(str.maketrans({LRM: "<", RLM: ">", LRI: "{", PDI: "}"}))


def soldiers(number: int, precision: str = "exact") -> Fact:
    return make_fact(number, None, precision, noun={"other": message("fact:fact/noun/other", "noun")})


def spread(low: str, high: str, unit: str | None = None) -> Fact:
    return make_fact(Range(Decimal(low), Decimal(high)), unit)


PLEDGE = make_fact("550e9", "USD", "up to")
GDP = make_fact("1.8", "percent", of=message("fact:fact/of", "GDP"))

TEXT = [
    (make_fact(1234), "١٬٢٣٤", "1,234"),
    (make_fact(12_345), "١٢٬٣٤٥", "12,345"),
    (make_fact("-5"), "−٥", "{<−5}"),
    (PLEDGE, "حتى ٥٥٠~مليار دولار", "עד 550~מיליארד דולר"),
    (make_fact("9.9e12", "JPY"), "٩٫٩~تريليون ين", "9.9~טריליון ין"),
    (make_fact("69.3e9", "USD"), "٦٩٫٣~مليار دولار", "69.3~מיליארד דולר"),
    (make_fact("1.4e9", "USD", per="year"), "١٫٤~مليار دولار سنويًا", "1.4~מיליארד דולר בשנה"),
    (make_fact("16e6", "tonne"), "١٦~مليون طن", "16~מיליון טון"),
    (make_fact("1.8", "percent"), "١٫٨٪", "1.8%"),
    (GDP, "١٫٨٪ من الناتج المحلي الإجمالي", "1.8% מהתמ״ג"),
    (make_fact("-0.5", "percentage-point"), "−٠٫٥~نقطة مئوية", "{<−0.5}~נקודת אחוז"),
    (make_fact("-10", "percentage-point"), "−١٠~نقاط مئوية", "{<−10}~נקודות אחוז"),
    (make_fact(150, "kilometer"), "١٥٠~كيلومترًا", "150~ק״מ"),
    (make_fact(3, "day"), "٣~أيام", "3~ימים"),
    (make_fact(20, "celsius"), "٢٠~درجة مئوية", "{20~<°C}"),
    (spread("20e9", "30e9", "USD"), "٢٠–٣٠~مليار دولار", "20–30~מיליארד דולר"),
    (spread("3e9", "5e9", "USD"), "٣–٥~مليارات دولار", "3–5~מיליארד דולר"),
    (spread("15", "25", "percent"), "١٥–٢٥٪", "15–25%"),
    (spread("-1", "2", "percent"), "من −١ إلى ٢٪", "בין {<−1} ל־2%"),
    (spread("5", "1.2e9", "USD"), "من ٥~دولارات إلى ١٫٢~مليار دولار", "בין 5~דולר ל־1.2~מיליארד דולר"),
]


@pytest.mark.parametrize(("fact", "arabic", "hebrew"), TEXT)
def test_running_text_writes_the_value_as_its_readers_do(fact: Fact, arabic: str, hebrew: str) -> None:
    assert [said(locale, fact) for locale in RTL] == [arabic, hebrew]


FORMS = [
    ("bare", "٥٥٠~مليار دولار", "550~מיליארד דולר"),
    ("short", "٥٥٠~مليار دولار", "550~מיליארד דולר"),
    ("long", "٥٥٠~مليار دولار", "550~מיליארד דולר"),
    ("full", "٥٥٠٬٠٠٠٬٠٠٠٬٠٠٠~دولار", "550,000,000,000~דולר"),
    ("value", "٥٥٠~مليارًا", "550~מיליארד"),
]


@pytest.mark.parametrize(("form", "arabic", "hebrew"), FORMS)
def test_every_form_is_what_its_name_says(form: str, arabic: str, hebrew: str) -> None:
    assert [said(locale, PLEDGE, form) for locale in RTL] == [arabic, hebrew]


def test_a_language_without_short_words_of_magnitude_takes_the_words() -> None:
    fact = make_fact(1_234_567, "USD")
    assert said("ar", fact, "short") == "نحو ١٫٢٣~مليون دولار"
    assert said("he", fact, "short") == "כ־1.23~מיליון דולר"


def test_a_word_of_magnitude_agrees_with_its_number_and_with_what_follows() -> None:
    billions = ["1e9", "2e9", "3e9", "10e9", "11e9", "99e9", "100e9", "1.4e9"]
    assert [said("ar", make_fact(value, "USD")) for value in billions] == [
        "١~مليار دولار",
        "٢~مليار دولار",
        "٣~مليارات دولار",
        "١٠~مليارات دولار",
        "١١~مليار دولار",
        "٩٩~مليار دولار",
        "١٠٠~مليار دولار",
        "١٫٤~مليار دولار",
    ]
    # nothing follows: no construct state, so the accusative keeps its tanwin
    assert said("ar", make_fact("20e6")) == "٢٠~مليونًا"
    assert said("ar", make_fact("20e3")) == "٢٠~ألفًا"
    assert said("ar", soldiers(20_000)) == "٢٠~ألف~جندي"


def test_a_currency_agrees_with_its_number() -> None:
    dollars = [said("ar", make_fact(value, "USD")) for value in (3, 10, 11, 100, 103, 1234)]
    assert dollars == ["٣~دولارات", "١٠~دولارات", "١١~دولارًا", "١٠٠~دولار", "١٠٣~دولارات", "١٬٢٣٤~دولارًا"]


COUNTED = [
    (1, "جندي واحد", "1~חייל"),
    (2, "جنديان", "שני חיילים"),
    (5, "٥~جنود", "5~חיילים"),
    (11, "١١~جنديًا", "11~חיילים"),
    (22, "٢٢~جنديًا", "22~חיילים"),
    (25, "٢٥~جنديًا", "25~חיילים"),
    (100, "١٠٠~جندي", "100~חיילים"),
    (60_000, "٦٠~ألف~جندي", "60~אלף חיילים"),
]


@pytest.mark.parametrize(("number", "arabic", "hebrew"), COUNTED)
def test_a_noun_has_the_form_of_its_number(number: int, arabic: str, hebrew: str) -> None:
    assert [said(locale, soldiers(number)) for locale in RTL] == [arabic, hebrew]


@pytest.mark.parametrize("locale", RTL)
def test_a_dual_says_its_number_in_running_text_alone(locale: str) -> None:
    two = soldiers(2)
    native = speech(locale).symbols.native
    singular = SOLDIERS[locale]["other"]
    assert said(locale, two) == SOLDIERS[locale]["two"]
    assert said(locale, two, "full") == f"{native('2')}~{singular}"
    assert said(locale, two, entry=True) == f"{native('2')}~{singular}"
    assert said(locale, two, "value") == native("2")
    assert said(locale, make_fact(Range(Decimal(1), Decimal(2)), noun=two.noun)) == f"{native('1–2')}~{singular}"
    assert writer(locale).phrase(two, entry=True).numeric


def test_the_translator_is_told_which_form_says_its_number() -> None:
    article = make_article(facts={"fact": soldiers(2)}, messages=tuple(soldiers(2).noun.values()))
    notes = {unit.context: unit.notes for unit in units(article, "ar")}
    assert "without a numeral" in notes["fact:fact/noun/two"]
    assert "without a numeral" not in notes["fact:fact/noun/few"]


PRECISION = [
    ("about", "نحو ٢٥~جنديًا", "כ־25~חיילים"),
    ("almost", "قرابة ٢٥~جنديًا", "כמעט 25~חיילים"),
    ("over", "أكثر من ٢٥~جنديًا", "יותר מ־25~חיילים"),
    ("at least", "ما لا يقل عن ٢٥~جنديًا", "לפחות 25~חיילים"),
    ("up to", "حتى ٢٥~جنديًا", "עד 25~חיילים"),
]


@pytest.mark.parametrize(("precision", "arabic", "hebrew"), PRECISION)
def test_a_precision_word_stands_before_the_number(precision: str, arabic: str, hebrew: str) -> None:
    assert [said(locale, soldiers(25, precision)) for locale in RTL] == [arabic, hebrew]


def test_a_precision_word_before_two() -> None:
    # the ledger has the nominative of an Arabic dual alone, and these words take the genitive
    assert said("ar", soldiers(2, "over")) == "أكثر من ٢~جندي"
    # a maqaf parts Hebrew letters from digits, never from letters
    assert said("he", soldiers(2, "about")) == "כשני חיילים"
    assert said("he", soldiers(2, "over")) == "יותר משני חיילים"


def test_an_entry_comes_in_parts_that_align() -> None:
    phrase = writer("ar").phrase(PLEDGE, entry=True)
    assert (phrase.prefix, phrase.integer, phrase.after) == ("حتى", "٥٥٠", "مليار دولار")
    phrase = writer("he").phrase(make_fact("-0.5", "percentage-point"), entry=True)
    assert (phrase.integer, phrase.fraction, phrase.after) == (f"{LRM}−0", ".5", "נקודת אחוז")


DAY = datetime.date(2025, 10, 28)
TOUR = DateRange(datetime.date(2025, 10, 26), datetime.date(2025, 10, 30))
AUTUMN = DateRange(datetime.date(2025, 10, 26), datetime.date(2025, 11, 3))
WINTER = DateRange(datetime.date(2025, 12, 26), datetime.date(2026, 1, 3))

DATES = [
    (DAY, "", "٢٨~أكتوبر ٢٠٢٥", "28~באוקטובר 2025"),
    (DAY, "short", "٢٨>/١٠>/٢٠٢٥", "28.10.2025"),
    (DAY, "full", "الثلاثاء، ٢٨~أكتوبر ٢٠٢٥", "יום שלישי, 28~באוקטובר 2025"),
    (MonthValue(2026, 3), "", "مارس ٢٠٢٦", "מרץ 2026"),
    (YearValue(2024), "", "٢٠٢٤", "2024"),
    (TOUR, "", "٢٦–٣٠~أكتوبر ٢٠٢٥", "26–30~באוקטובר 2025"),
    (AUTUMN, "", "٢٦~أكتوبر – ٣~نوفمبر ٢٠٢٥", "26~באוקטובר – 3~בנובמבר 2025"),
    (WINTER, "", "٢٦~ديسمبر ٢٠٢٥ – ٣~يناير ٢٠٢٦", "26~בדצמבר 2025 – 3~בינואר 2026"),
]


@pytest.mark.parametrize(("value", "form", "arabic", "hebrew"), DATES)
def test_dates_follow_the_order_and_words_of_the_locale(
    value: datetime.date | MonthValue | YearValue | DateRange, form: str, arabic: str, hebrew: str
) -> None:
    assert [said(locale, make_fact(value), form) for locale in RTL] == [arabic, hebrew]


def test_the_maghreb_writes_ascii_digits_and_its_own_months() -> None:
    assert said("ar-MA", make_fact("12345.5")) == "12.345,5"
    assert said("ar-MA", make_fact("-0.5", "percent")) == "{<−0,5%}"
    assert said("ar-MA", make_fact(datetime.date(2025, 8, 1))) == "1~غشت 2025"
    assert said("ar-EG", make_fact("-0.5", "percent")) == "−٠٫٥٪"


@pytest.mark.parametrize("locale", RTL)
def test_no_value_holds_an_invisible_mark_but_for_a_sign_a_latin_unit_or_a_short_date(locale: str) -> None:
    numbers = [fact for fact, *_ in TEXT if isinstance(fact.value, Decimal) and fact.value > 0]
    facts = [fact for fact in numbers if fact.unit != "celsius"]
    facts += [make_fact(value) for value, form, *_ in DATES if form != "short"]
    texts = "".join(writer(locale).phrase(fact).text for fact in facts)
    assert not set(texts) & {LRM, RLM, "\u061c", *"\u202a\u202b\u202c\u2066\u2067\u2068\u2069"}


LETTERS = frozenset(map(chr, (*range(0x5D0, 0x5EB), *range(0x620, 0x660)))) | set("AI")


def seen(text: str) -> str:
    """A text as it stands on paper from left to right, letters as dots but for those of units."""
    ordered = (text[index] for index in visual_order(levels(text, rtl=True) or []))
    return "".join("·" if char in LETTERS else char for char in ordered if char not in (LRM, RLM, LRI, PDI))


@pytest.mark.parametrize(
    ("locale", "before", "fact", "eye"),
    [
        ("ar", "نحو ", make_fact("-0.5", "percent"), "٪٠٫٥− ···"),
        ("he", "רק ", make_fact("-0.5", "percent"), "−0.5% ··"),
        ("ar-MA", "نحو ", make_fact("-0.5"), "−0,5 ···"),
        ("ar", "AI ", make_fact("-0.5"), "٠٫٥− ··"),
        ("he", "AI ", make_fact("-0.5"), "−0.5 ··"),
        ("he", "רק ", make_fact("-3", "celsius"), "−3\u00a0°C ··"),
        ("he", "רק ", make_fact("20", "celsius"), "20\u00a0°C ··"),
        ("ar-MA", "نحو ", make_fact("15", "percent"), "15% ···"),
        ("ar", "نحو ", make_fact("15", "percent"), "٪١٥ ···"),
        ("ar-MA", "نحو ", spread("15", "25", "percent"), "25%–15 ···"),
        ("ar", "", spread("20", "30"), "٣٠–٢٠"),
        ("he", "", spread("20", "30"), "30–20"),
        ("ar", "في ", make_fact(datetime.date(2025, 10, 28)), "٢٠٢٥ ······\u00a0٢٨ ··"),
    ],
)
def test_signs_and_ranges_stand_where_readers_look_for_them(locale: str, before: str, fact: Fact, eye: str) -> None:
    assert seen(before + writer(locale).phrase(fact).text) == eye


def test_two_values_follow_each_other_as_their_readers_read() -> None:
    share = make_fact("15", "percent")
    for locale, comma in (("ar-MA", "، "), ("he", ", ")):
        text = comma.join(writer(locale).phrase(fact).text for fact in (share, make_fact("-3", "celsius")))
        assert seen(text).endswith(f"{comma[::-1]}15%"), seen(text)


def test_a_value_of_words_keeps_the_order_of_its_author() -> None:
    fact = make_fact(message("fact:fact/value", "כ-20 MW"))
    assert writer("he").phrase(fact).text == "כ-20 MW"


def test_a_value_in_isolates_still_states_its_number_and_takes_the_marks_before_it() -> None:
    for locale in ("he", "ar-MA"):
        fact = make_fact("-3.5", "celsius")
        text = writer(locale).phrase(fact).text
        assert states(text, fact, speech(locale), lambda words: words.source)
    text = writer("he").phrase(make_fact("-3", "celsius")).text
    assert shown(plain(set_type((Run("כ-", "he"), Run(text, "he", fact="cold")), speech("he")))) == "כ־{<−3~<°C}"


def test_a_short_date_has_its_day_on_the_readers_first_side() -> None:
    arabic, hebrew = (writer(locale).phrase(make_fact(DAY), FactForm.SHORT).text for locale in RTL)
    assert (seen(arabic), seen(hebrew)) == ("٢٠٢٥/١٠/٢٨", "28.10.2025")


@pytest.mark.parametrize(("locale", "change"), [("ar", "+١٠~نقاط مئوية"), ("he", "{<+10}~נק׳ אחוז")])
def test_a_plus_stands_where_the_minus_would(locale: str, change: str) -> None:
    facts = [make_fact(15, "percent", name="a"), make_fact(25, "percent", name="b")]
    axis = axis_of(ChartType.BEFORE_AFTER, facts, writer(locale))
    assert axis is not None
    assert shown(axis.change or "") == change


WORDINGS = [
    ("ar", make_fact("3e6"), "٣ ملايين", True),
    ("ar", make_fact("3e6"), "٣ مليارات", False),
    ("ar", make_fact("4e3"), "٤ آلاف", True),
    ("ar", make_fact("20e9"), "٢٠ مليارًا", True),
    ("ar", make_fact(DAY), "يوم ٢٨ من أكتوبر", True),
    ("ar", make_fact(DAY), "٢٩ أكتوبر", False),
    ("he", make_fact("3e6"), "שלושה מיליון", False),
    ("he", make_fact("3e6"), "3 מיליון", True),
    ("he", make_fact(DAY), "ב־28 באוקטובר", True),
]


@pytest.mark.parametrize(("locale", "fact", "wording", "good"), WORDINGS)
def test_own_wording_is_held_to_the_value(locale: str, fact: Fact, wording: str, good: bool) -> None:
    assert states(wording, fact, speech(locale), lambda words: words.source) is good


@given(st.integers(min_value=1, max_value=10**15), st.sampled_from(RTL), st.sampled_from(list(FactForm)))
@settings(max_examples=200, deadline=None)
def test_no_form_changes_a_value(value: int, locale: str, form: FactForm) -> None:
    fact = replace(make_fact(value, "USD"), precision=Precision.OVER)
    if form is not FactForm.LABEL:
        assert states(writer(locale).phrase(fact, form).text, fact, speech(locale), lambda words: words.source)


TYPED = [
    ("ar", "الأعوام ٢٠٢٤-٢٠٢٦، طراز إف-٣٥", "الأعوام ٢٠٢٤–٢٠٢٦، طراز إف-٣٥"),
    ("ar", 'مجلة "الشؤون" - العدد رقم ١٢', "مجلة «الشؤون»~– العدد رقم~١٢"),
    ("ar", "حوالي ٦٠ ألف جندي في ٢٨ أكتوبر", "حوالي ٦٠~ألف جندي في ٢٨~أكتوبر"),
    ("he", 'צה"ל, ארה"ב ומנכ"לית', "צה״ל, ארה״ב ומנכ״לית"),
    ("he", 'כך נכתב ב"אסאהי שימבון" בטוקיו', "כך נכתב ב”אסאהי שימבון” בטוקיו"),
    ("he", "ג'ורג' וושינגטון, מס' 12", "ג׳ורג׳ וושינגטון, מס׳~12"),
    ("he", "מטוסי ה-F-35 בצפון-מזרח", "מטוסי ה־F-35 בצפון־מזרח"),
    ("he", "−5 או -5", "<−5 או <−5"),
]


@pytest.mark.parametrize(("locale", "typed", "wanted"), TYPED)
def test_text_takes_the_typography_of_its_locale(locale: str, typed: str, wanted: str) -> None:
    once = set_text(typed, speech(locale))
    assert shown(once) == wanted
    assert set_text(once, speech(locale)) == once


def test_a_hebrew_prefix_is_joined_to_the_fact_after_it() -> None:
    leaf: Leaf = (Run("כ-", "he"), Run("60", "he", fact="troops"), Run(" חיילים", "he"))
    assert plain(set_type(leaf, speech("he"))) == "כ־60 חיילים"


def test_a_quotation_within_a_quotation_changes_no_abbreviation() -> None:
    assert plain(quoted((Run("ארה״ב היא ”בעלת ברית”", "he"),), "he")) == "”ארה״ב היא ’בעלת ברית’”"
    assert plain(quoted((Run("هي «حليف»", "ar"),), "ar")) == "«هي ”حليف“»"


def test_an_article_is_cited_with_the_marks_of_its_language() -> None:
    meta = Meta(
        title=(Run("صفحة جديدة", "ar"),),
        language="ar",
        date=DAY,
        authors=(Author((Run("سارة النموذجي", "ar"),)), Author((Run("سامي المثال", "ar"),))),
        publisher=Publisher((Run("المعهد النموذجي", "ar"),)),
        series=(Run("موجز سياسات", "ar"),),
        number="12",
        sources=(SourceEntry("a", (Run("تقارير صحفية", "ar"),), SPAN, (), YearValue(2025)),),
    )
    front = Front(speech("ar"), Labels.load("ar"), lambda _: ())
    assert visible(plain(front.citation(meta))) == (
        "سارة النموذجي، سامي المثال، «صفحة جديدة»، موجز سياسات رقم~١٢، المعهد النموذجي، ٢٠٢٥."
    )
    untitled = replace(meta, authors=())
    assert plain(front.citation(untitled)).startswith("«صفحة جديدة»، ")
    assert plain(front.sources(meta)["a"].text) == "تقارير صحفية، ٢٠٢٥."


@pytest.mark.parametrize(("locale", "page"), [("ar", "صفحة~٢ من~٤"), ("he", "עמוד~2 מתוך~4")])
def test_pages_are_counted_in_the_digits_of_the_locale(locale: str, page: str) -> None:
    assert visible(Labels.load(locale).text("page", page=2, pages=4)) == page


@pytest.mark.parametrize("locale", RTL)
def test_the_examples_of_the_rules_are_what_their_passes_make_of_them(locale: str) -> None:
    for note in explain(locale):
        if note.typed:
            assert note.typed != note.example
            assert set_text(note.typed, speech(locale)) == note.example
