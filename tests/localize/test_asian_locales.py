"""Korean, Chinese of Taiwan, Thai and Hindi values as their readers see them. _ is U+00A0."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from localize_cases import counted, make_fact, message, of_gdp

from publish.article.model import ChartType, DateRange, Fact, FactForm, FactItem, MonthValue, Range, YearValue
from publish.localize.content import Run
from publish.localize.entries import EntryWriter
from publish.localize.facts import FactWriter
from publish.localize.profile import NBSP
from publish.localize.speech import speech

LOCALES = ("ko", "zh-Hant", "th", "hi")
NOUNS = {
    "ko": {"other": "명"},
    "zh-Hant": {"other": "名士兵"},
    "th": {"other": "นาย"},
    "hi": {"one": "विमान", "other": "विमान"},
}
PLEDGE = make_fact("550e9", "USD", "up to")
BUDGET = make_fact("9.9e12", "JPY")
UPKEEP = make_fact("1.4e9", "USD", per="year")


def writer(locale: str) -> FactWriter:
    return FactWriter(speech(locale), lambda text: text.source, lambda _: NOUNS[locale])


def seen(text: str) -> str:
    return text.replace(NBSP, "_")


def said(locale: str, fact: Fact, form: str = "", entry: bool = False) -> str:
    return seen(writer(locale).phrase(fact, FactForm(form), entry).text)


def spread(low: str, high: str, unit: str | None) -> Fact:
    return make_fact(Range(Decimal(low), Decimal(high)), unit)


TEXT = [
    (make_fact(1234), "1234", "1234", "1,234", "1,234"),
    (make_fact(12_345), "1만_2345", "1萬2345", "12,345", "12,345"),
    (make_fact(999_999), "99만_9999", "99萬9999", "999,999", "9,99,999"),
    (make_fact(1_000_000), "100만", "100萬", "1_ล้าน", "10_लाख"),
    (
        PLEDGE,
        "최대 5500억_달러",
        "最多5500億美元",
        "สูงสุด 550,000_ล้านดอลลาร์สหรัฐ",
        "अधिकतम 550_अरब_डॉलर",
    ),
    (BUDGET, "9조_9000억_엔", "9兆9000億日圓", "9.9_ล้านล้านเยน", "9.9_लाख_करोड़ येन"),
    (make_fact("69.3e9", "USD"), "693억_달러", "693億美元", "69,300_ล้านดอลลาร์สหรัฐ", "69.3_अरब_डॉलर"),
    (make_fact("16e6", "tonne"), "1600만_톤", "1600萬公噸", "16_ล้านตัน", "1.6_करोड़ टन"),
    (make_fact(15, "percent"), "15%", "15%", "15%", "15%"),
    (of_gdp("1.8"), "GDP 대비 1.8%", "GDP的1.8%", "1.8% ของ GDP", "GDP का 1.8%"),
    (make_fact("-0.5", "percentage-point"), "−0.5%포인트", "−0.5個百分點", "−0.5_จุดร้อยละ", "−0.5_प्रतिशत अंक"),
    (make_fact("-5e9", "EUR"), "−50억_유로", "−50億歐元", "−5,000_ล้านยูโร", "−5_अरब_यूरो"),
    (UPKEEP, "연간 14억_달러", "每年14億美元", "ปีละ 1,400_ล้านดอลลาร์สหรัฐ", "1.4_अरब_डॉलर प्रति वर्ष"),
    (make_fact(150, "kilometer"), "150km", "150公里", "150_กิโลเมตร", "150_किलोमीटर"),
    (make_fact(20, "celsius"), "섭씨_20도", "攝氏20度", "20_องศาเซลเซียส", "20_डिग्री सेल्सियस"),
    (make_fact(3, "day"), "3일", "3天", "3_วัน", "3_दिन"),
    (make_fact(1, "hour"), "1시간", "1小時", "1_ชั่วโมง", "1_घंटा"),
    (make_fact(2, "hour"), "2시간", "2小時", "2_ชั่วโมง", "2_घंटे"),
    (make_fact(5, "CHF"), "5스위스_프랑", "5瑞士法郎", "5_ฟรังก์สวิส", "5_स्विस फ़्रैंक"),
]


@pytest.mark.parametrize(
    ("fact", "locale", "wanted"),
    [(fact, locale, text) for fact, *texts in TEXT for locale, text in zip(LOCALES, texts, strict=True)],
)
def test_running_text_writes_values_as_newspapers_do(fact: Fact, locale: str, wanted: str) -> None:
    assert said(locale, fact) == wanted


FORMS = [
    (PLEDGE, "short", "5500억_달러", "5500億美元", "550,000_ล้านดอลลาร์", "$550_अरब"),
    (PLEDGE, "long", "5500억_달러", "5500億美元", "550,000_ล้านดอลลาร์สหรัฐ", "550_अरब_डॉलर"),
    (
        PLEDGE,
        "full",
        "550,000,000,000달러",
        "550,000,000,000美元",
        "550,000,000,000_ดอลลาร์สหรัฐ",
        "5,50,00,00,00,000_डॉलर",
    ),
    (PLEDGE, "value", "5500억", "5500億", "550,000_ล้าน", "550_अरब"),
    (BUDGET, "short", "9.9조_엔", "9.9兆日圓", "9.9_ล้านล้านเยน", "9.9_लाख_करोड़ येन"),
    (BUDGET, "long", "9조_9000억_엔", "9兆9000億日圓", "9.9_ล้านล้านเยน", "9.9_लाख_करोड़ येन"),
    (make_fact(1_234_567_891), "short", "약_12.3억", "約12.3億", "ประมาณ 1,230_ล้าน", "लगभग 1.23_अरब"),
    (make_fact("-0.5", "percentage-point"), "short", "−0.5%p", "−0.5個百分點", "−0.5_จุดร้อยละ", "−0.5_प्रतिशत अंक"),
]


@pytest.mark.parametrize(
    ("fact", "form", "locale", "wanted"),
    [(fact, form, locale, text) for fact, form, *texts in FORMS for locale, text in zip(LOCALES, texts, strict=True)],
)
def test_every_form_is_what_its_name_says(fact: Fact, form: str, locale: str, wanted: str) -> None:
    assert said(locale, fact, form) == wanted


ENTRIES = [
    (make_fact(12_345), "12,345", "12,345", "12,345", "12,345"),
    (
        PLEDGE,
        "최대 5500억_달러",
        "最多5500億美元",
        "สูงสุด 550,000_ล้านดอลลาร์สหรัฐ",
        "अधिकतम 550_अरब_डॉलर",
    ),
    (BUDGET, "9.9조_엔", "9.9兆日圓", "9.9_ล้านล้านเยน", "9.9_लाख_करोड़ येन"),
]


@pytest.mark.parametrize(
    ("fact", "locale", "wanted"),
    [(fact, locale, text) for fact, *texts in ENTRIES for locale, text in zip(LOCALES, texts, strict=True)],
)
def test_entries_of_tables_take_one_word_of_magnitude(fact: Fact, locale: str, wanted: str) -> None:
    assert said(locale, fact, entry=True) == wanted


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("form", ["", "bare", "full", "value"])
def test_no_digit_of_an_uneven_number_is_lost(locale: str, form: str) -> None:
    text = said(locale, make_fact(1_234_567_891, "USD"), form)
    assert "".join(char for char in text if char.isdigit()) == "1234567891"


COUNTED = {
    "ko": {
        "exact": "1명 2명 5명 22명 25명 6만_명",
        "about": "약_1명 약_2명 약_5명 약_22명 약_25명 약_6만_명",
        "almost": "거의 1명 거의 2명 거의 5명 거의 22명 거의 25명 거의 6만_명",
        "at least": "1명 이상 2명 이상 5명 이상 22명 이상 25명 이상 6만_명 이상",
        "over": "1명 초과 2명 초과 5명 초과 22명 초과 25명 초과 6만_명 초과",
        "up to": "최대 1명 최대 2명 최대 5명 최대 22명 최대 25명 최대 6만_명",
    },
    "zh-Hant": {
        "exact": "1名士兵 2名士兵 5名士兵 22名士兵 25名士兵 6萬名士兵",
        "about": "約1名士兵 約2名士兵 約5名士兵 約22名士兵 約25名士兵 約6萬名士兵",
        "almost": "近1名士兵 近2名士兵 近5名士兵 近22名士兵 近25名士兵 近6萬名士兵",
        "at least": "至少1名士兵 至少2名士兵 至少5名士兵 至少22名士兵 至少25名士兵 至少6萬名士兵",
        "over": "超過1名士兵 超過2名士兵 超過5名士兵 超過22名士兵 超過25名士兵 超過6萬名士兵",
        "up to": "最多1名士兵 最多2名士兵 最多5名士兵 最多22名士兵 最多25名士兵 最多6萬名士兵",
    },
    "th": {
        "exact": "1_นาย 2_นาย 5_นาย 22_นาย 25_นาย 60,000_นาย",
        "about": "ประมาณ 1_นาย ประมาณ 2_นาย ประมาณ 5_นาย ประมาณ 22_นาย ประมาณ 25_นาย ประมาณ 60,000_นาย",
        "almost": "เกือบ 1_นาย เกือบ 2_นาย เกือบ 5_นาย เกือบ 22_นาย เกือบ 25_นาย เกือบ 60,000_นาย",
        "at least": "อย่างน้อย 1_นาย อย่างน้อย 2_นาย อย่างน้อย 5_นาย อย่างน้อย 22_นาย อย่างน้อย 25_นาย อย่างน้อย 60,000_นาย",
        "over": "มากกว่า 1_นาย มากกว่า 2_นาย มากกว่า 5_นาย มากกว่า 22_นาย มากกว่า 25_นาย มากกว่า 60,000_นาย",
        "up to": "สูงสุด 1_นาย สูงสุด 2_นาย สูงสุด 5_นาย สูงสุด 22_นาย สูงสุด 25_นาย สูงสุด 60,000_นาย",
    },
    # "over" stands between the number and what is counted
    "hi": {
        "exact": "1_विमान 2_विमान 5_विमान 22_विमान 25_विमान 60,000_विमान",
        "about": "लगभग 1_विमान लगभग 2_विमान लगभग 5_विमान लगभग 22_विमान लगभग 25_विमान लगभग 60,000_विमान",
        "almost": "करीब 1_विमान करीब 2_विमान करीब 5_विमान करीब 22_विमान करीब 25_विमान करीब 60,000_विमान",
        "at least": (
            "कम से कम 1_विमान कम से कम 2_विमान कम से कम 5_विमान "
            "कम से कम 22_विमान कम से कम 25_विमान कम से कम 60,000_विमान"
        ),
        "over": "1_से अधिक_विमान 2_से अधिक_विमान 5_से अधिक_विमान 22_से अधिक_विमान 25_से अधिक_विमान 60,000_से अधिक_विमान",
        "up to": "अधिकतम 1_विमान अधिकतम 2_विमान अधिकतम 5_विमान अधिकतम 22_विमान अधिकतम 25_विमान अधिकतम 60,000_विमान",
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("locale", "precision", "wanted"),
    [(locale, precision, text) for locale, texts in COUNTED.items() for precision, text in texts.items()],
)
def test_counted_things_take_their_counter_and_their_precision_word(locale: str, precision: str, wanted: str) -> None:
    assert " ".join(said(locale, counted(number, precision)) for number in (1, 2, 5, 22, 25, 60_000)) == wanted


@pytest.mark.parametrize(
    ("locale", "wanted"),
    [
        ("ko", "연간 약_14억_달러|연간 14억_달러 이상|GDP 대비 약_2%|GDP 대비 2% 초과"),
        ("zh-Hant", "每年約14億美元|每年至少14億美元|約GDP的2%|超過GDP的2%"),
        (
            "th",
            "ปีละประมาณ 1,400_ล้านดอลลาร์สหรัฐ|ปีละอย่างน้อย 1,400_ล้านดอลลาร์สหรัฐ|ประมาณ 2% ของ GDP|มากกว่า 2% ของ GDP",
        ),
        ("hi", "लगभग 1.4_अरब_डॉलर प्रति वर्ष|कम से कम 1.4_अरब_डॉलर प्रति वर्ष|GDP का लगभग 2%|GDP के 2% से अधिक"),
    ],
)
def test_a_precision_word_stands_behind_the_words_of_a_rate_or_a_whole(locale: str, wanted: str) -> None:
    rates = [make_fact("1.4e9", "USD", precision, per="year") for precision in ("about", "at least")]
    shares = [of_gdp("2", precision) for precision in ("about", "over")]
    assert "|".join(said(locale, fact) for fact in (*rates, *shares)) == wanted


def test_a_precision_word_behind_other_words_is_no_part_of_the_bare_phrase() -> None:
    phrase = writer("ko").phrase(make_fact("1.4e9", "USD", "about", per="year"), entry=True)
    assert (seen(phrase.lead), seen(phrase.bare)) == ("연간 약", "연간 14억_달러")


def test_a_precision_word_stands_before_the_symbol_of_a_currency() -> None:
    fact = make_fact("550e9", "INR", "about")
    assert said("hi", fact, "short") == "₹55,000_करोड़"
    assert said("hi", fact, "short", entry=True) == "लगभग ₹55,000_करोड़"


def test_rupees_are_counted_in_crores_and_lakh_crores_and_in_the_oblique_before_a_postposition() -> None:
    assert said("hi", make_fact("550e9", "INR")) == "55,000_करोड़ रुपये"
    assert said("hi", make_fact("5.5e12", "INR", "over")) == "5.5_लाख_करोड़ रुपये से अधिक"
    assert said("hi", make_fact("550e9", "INR"), "short") == "₹55,000_करोड़"
    assert said("hi", make_fact(1, "INR")) == "1_रुपया"
    assert said("hi", make_fact(1, "INR", "over")) == "1_रुपये से अधिक"
    assert said("hi", make_fact(0, "INR")) == "0_रुपया"


def test_rupees_of_a_chart_stand_in_one_of_their_own_words_of_magnitude() -> None:
    facts = {name: make_fact(value, "INR", name=name) for name, value in (("a", "550e9"), ("b", "90e9"))}
    entries = EntryWriter(writer("hi"), facts, lambda text: (Run(text.source, "hi"),), print, datetime.date(2025, 1, 1))
    items = [FactItem(name, FactForm.DEFAULT, facts[name].span) for name in facts]
    shown, _ = entries.chart(ChartType.BAR, items)
    assert [seen(entry.text) for entry in shown] == ["55,000_करोड़ रुपये", "9,000_करोड़ रुपये"]


@pytest.mark.parametrize(("of", "wanted"), [("GDP", "2% ของ GDP"), ("งบประมาณ", "2% ของงบประมาณ")])
def test_a_thai_whole_is_parted_from_its_preposition_only_in_latin_letters(of: str, wanted: str) -> None:
    assert said("th", make_fact(2, "percent", of=message("fact:fact/of", of))) == wanted


def test_currencies_of_taiwan_and_china_say_whose_yuan_it_is() -> None:
    assert said("zh-Hant", make_fact("550e9", "TWD", "over")) == "超過新台幣5500億元"
    assert said("zh-Hant", spread("20e9", "30e9", "CNY")) == "人民幣200億至300億元"


RANGES = [
    (
        spread("20e9", "30e9", "USD"),
        ("200억~300억_달러", "200億至300億美元", "20,000–30,000_ล้านดอลลาร์สหรัฐ", "20–30_अरब_डॉलर"),
    ),
    (
        spread("5", "1.2e9", "USD"),
        ("5달러~12억_달러", "5美元至12億美元", "5_ดอลลาร์สหรัฐ ถึง 1,200_ล้านดอลลาร์สหรัฐ", "5_डॉलर से 1.2_अरब_डॉलर"),
    ),
    (
        spread("0", "3e7", "KRW"),
        ("0~3000만_원", "0至3000萬韓元", "0_วอน ถึง 30_ล้านวอน", "0_वॉन से 3_करोड़ वॉन"),
    ),
    (spread("15", "25", "percent"), ("15~25%", "15%至25%", "15–25%", "15–25%")),
    (spread("-1", "2", "percent"), ("−1~2%", "−1%至2%", "−1 ถึง 2%", "−1 से 2%")),
]


@pytest.mark.parametrize(
    ("fact", "locale", "wanted"),
    [(fact, locale, text) for fact, texts in RANGES for locale, text in zip(LOCALES, texts, strict=True)],
)
def test_the_ends_of_a_range_cannot_be_misread(fact: Fact, locale: str, wanted: str) -> None:
    assert said(locale, fact) == wanted


DAY = datetime.date(2025, 10, 28)
TOUR = DateRange(datetime.date(2025, 10, 26), datetime.date(2025, 10, 30))
AUTUMN = DateRange(datetime.date(2025, 10, 26), datetime.date(2025, 11, 3))
WINTER = DateRange(datetime.date(2025, 12, 26), datetime.date(2026, 1, 3))
DATES = [
    (DAY, "", "2025년 10월_28일", "2025年10月28日", "28_ตุลาคม 2568", "28_अक्टूबर 2025"),
    (DAY, "short", "2025._10._28.", "2025/10/28", "28/10/2568", "28/10/2025"),
    (
        DAY,
        "full",
        "2025년 10월_28일 화요일",
        "2025年10月28日星期二",
        "วันอังคารที่ 28_ตุลาคม พ.ศ._2568",
        "मंगलवार, 28_अक्टूबर 2025",
    ),
    (MonthValue(2026, 3), "", "2026년 3월", "2026年3月", "มีนาคม 2569", "मार्च 2026"),
    (YearValue(2024), "", "2024년", "2024年", "พ.ศ._2567", "2024"),
    (TOUR, "", "2025년 10월_26~30일", "2025年10月26日至30日", "26–30_ตุลาคม 2568", "26–30_अक्टूबर 2025"),
    (
        AUTUMN,
        "",
        "2025년 10월_26일~11월_3일",
        "2025年10月26日至11月3日",
        "26_ตุลาคม – 3_พฤศจิกายน 2568",
        "26_अक्टूबर – 3_नवंबर 2025",
    ),
    (
        WINTER,
        "",
        "2025년 12월_26일~2026년 1월_3일",
        "2025年12月26日至2026年1月3日",
        "26_ธันวาคม 2568 – 3_มกราคม 2569",
        "26_दिसंबर 2025 – 3_जनवरी 2026",
    ),
]


@pytest.mark.parametrize(
    ("value", "form", "locale", "wanted"),
    [(value, form, locale, text) for value, form, *texts in DATES for locale, text in zip(LOCALES, texts, strict=True)],
)
def test_dates_follow_the_order_and_calendar_of_the_locale(
    value: datetime.date | MonthValue | YearValue | DateRange, form: str, locale: str, wanted: str
) -> None:
    assert said(locale, make_fact(value), form) == wanted


def test_taiwan_and_hong_kong_are_served_by_the_traditional_script() -> None:
    assert said("zh-TW", BUDGET) == said("zh-HK", BUDGET) == "9兆9000億日圓"


def test_the_variants_of_a_region_keep_the_language() -> None:
    assert said("hi-IN", make_fact(12_345_678)) == "1,23,45,678"
    assert said("th-TH", make_fact(DAY)) == "28_ตุลาคม 2568"
    assert said("ko-KR", BUDGET) == "9조_9000억_엔"
