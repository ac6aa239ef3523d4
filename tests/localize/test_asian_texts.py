"""Texts, own wordings, labels and rules of Korean, Chinese of Taiwan, Thai and Hindi. _ is U+00A0."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from localize_cases import make_article, make_fact, message

from publish.article.model import Author, Fact, FactForm, Publisher, YearValue
from publish.localize.content import CiteMark, Run, plain
from publish.localize.explain import explain
from publish.localize.facts import FactWriter
from publish.localize.front import Front
from publish.localize.labels import Labels, read_labels
from publish.localize.marks import place_marks
from publish.localize.profile import NBSP
from publish.localize.say import states
from publish.localize.speech import speech
from publish.localize.typography import set_text, set_type

LOCALES = ("ko", "zh-Hant", "th", "hi")
PLEDGE = make_fact("550e9", "USD", "up to")
BUDGET = make_fact("9.9e12", "JPY")
DAY = datetime.date(2025, 10, 28)


def seen(text: str) -> str:
    return text.replace(NBSP, "_")


def test_a_thai_citation_has_the_year_of_the_buddhist_era() -> None:
    meta = make_article(
        title=message("meta:title", "ข้อตกลงฉบับใหม่"),
        authors=(Author(message("a", "สมชาย ใจดี")),),
        publisher=Publisher(message("p", "สถาบันวิจัย")),
    ).meta
    front = Front(speech("th"), Labels.load("th"), lambda text: (Run(text.source, "th"),))
    assert plain(front.citation(front.meta(meta))) == "สมชาย ใจดี. “ข้อตกลงฉบับใหม่”. สถาบันวิจัย, 2568."


WORDINGS = [
    ("ko", BUDGET, "9조9000억 엔", True),
    ("ko", BUDGET, "9조 9천억 엔", True),
    ("ko", BUDGET, "9조 엔, 9000억 엔", False),
    ("ko", BUDGET, "9조 엔", False),
    ("ko", PLEDGE, "5천억 달러", False),
    ("zh-Hant", BUDGET, "9.9兆日圓", True),
    ("zh-Hant", make_fact(60_000), "6萬名", True),
    ("th", PLEDGE, "5.5 แสนล้านดอลลาร์", True),
    ("th", PLEDGE, "550 พันล้านดอลลาร์", True),
    ("th", PLEDGE, "5.5 ล้านล้านดอลลาร์", False),
    ("th", make_fact(60_000), "6 หมื่นนาย", True),
    ("th", make_fact(3_000), "3 พันนาย", True),
    ("th", make_fact(DAY), "28 ตุลาคม 2568", True),
    ("th", make_fact(DAY), "28 ตุลาคม ค.ศ. 2025", True),
    ("th", make_fact(DAY), "28 ตุลาคม 2567", False),
    ("th", make_fact(YearValue(2024)), "ปี 2567 (ค.ศ. 2024)", True),
    ("th", make_fact(YearValue(2024)), "ปีที่แล้ว", False),
    ("hi", PLEDGE, "5.5 खरब डॉलर", True),
    ("hi", BUDGET, "9.9 ट्रिलियन येन", True),
    ("hi", BUDGET, "9,900 अरब येन", True),
    ("hi", BUDGET, "9.9 लाख येन", False),
    ("hi", make_fact(60_000), "60 हजार सैनिकों", True),
    ("hi", make_fact(DAY), "28 अक्टूबर को", True),
]


@pytest.mark.parametrize(("locale", "fact", "wording", "good"), WORDINGS)
def test_own_wording_is_held_to_the_value(locale: str, fact: Fact, wording: str, good: bool) -> None:
    assert states(wording, fact, speech(locale), lambda text: text.source) is good


@pytest.mark.parametrize("locale", LOCALES)
@settings(max_examples=60, deadline=None)
@given(value=st.integers(1, 10**17), form=st.sampled_from(["", "bare", "full", "long"]))
def test_running_text_never_changes_a_value(locale: str, value: int, form: str) -> None:
    for unit in ("USD", "INR"):
        fact = make_fact(value, unit)
        text = FactWriter(speech(locale), lambda words: words.source, lambda _: {}).phrase(fact, FactForm(form)).text
        rounded = form == "long" and not states(text, fact, speech(locale), lambda words: words.source)
        assert not rounded or text.startswith(("약", "約", "ประมาณ", "लगभग"))
        assert rounded or states(text, fact, speech(locale), lambda words: words.source)


TEXTS = [
    ("ko", "\"그는 '침몰하지 않는 항모'라고 했다\"", "“그는 ‘침몰하지 않는 항모’라고 했다”"),
    ("ko", "관세 15% - 새 합의", "관세 15%_— 새 합의"),
    ("ko", "약 9.9조 엔, 2024-2026년", "약_9.9조_엔, 2024~2026년"),
    ("zh-Hant", '他說 "AI 是關鍵" ...', "他說 「AI是關鍵」 ……"),
    ("zh-Hant", "協議 - 關稅", "協議——關稅"),
    ("th", 'เขาว่า "ตกลง" ใน พ.ศ. 2568', "เขาว่า “ตกลง” ใน พ.ศ._2568"),
    ("th", "ลงทุน 20 ล้านดอลลาร์ใน AIและGDP", "ลงทุน 20_ล้านดอลลาร์ใน AI และ GDP"),
    ("th", "ต่าง ๆ และข้าว ถั่ว ฯลฯ", "ต่าง_ๆ และข้าว ถั่ว_ฯลฯ"),
    ("hi", 'डॉ. जयशंकर ने कहा, "550 अरब डॉलर" ।', "डॉ._जयशंकर ने कहा, “550_अरब_डॉलर”।"),
    ("hi", "28 अक्टूबर को, पृष्ठ 12", "28_अक्टूबर को, पृष्ठ_12"),
]


@pytest.mark.parametrize(("locale", "text", "wanted"), TEXTS)
def test_text_takes_the_typography_of_its_locale(locale: str, text: str, wanted: str) -> None:
    assert seen(set_text(text, speech(locale))) == wanted


def test_a_fact_that_touches_a_thai_word_is_parted_from_it() -> None:
    leaf = (Run("จำนวน", "th"), Run("40_ลำ".replace("_", NBSP), "th", fact="f35"), Run("ในปีนี้", "th"))
    assert seen(plain(set_type(leaf, speech("th")))) == "จำนวน 40_ลำในปีนี้"


@pytest.mark.parametrize(
    ("locale", "parts", "wanted"),
    [
        ("ko", ("합의했다", "*", "."), "합의했다.*"),
        ("zh-Hant", ("達成協議", "*", "。"), "達成協議。*"),
        ("zh-Hant", ("達成協議", "*", "，並"), "達成協議，*並"),
        ("th", ("บรรลุข้อตกลงแล้ว ", "*", " ทั้งสองฝ่าย"), "บรรลุข้อตกลงแล้ว* ทั้งสองฝ่าย"),
        ("hi", ("समझौता हुआ", "*", "। अब"), "समझौता हुआ।* अब"),
    ],
)
def test_a_mark_of_a_source_follows_the_stop(locale: str, parts: tuple[str, ...], wanted: str) -> None:
    cite = CiteMark(("key",), ("",), locale)
    leaf = tuple(cite if part == "*" else Run(part, locale) for part in parts)
    placed = place_marks(leaf, speech(locale).profile.typography)
    assert "".join(part.text if isinstance(part, Run) else "*" for part in placed) == wanted


@pytest.mark.parametrize("locale", LOCALES)
def test_no_label_is_left_in_english(locale: str) -> None:
    english, own = read_labels("en"), read_labels(locale)
    # abbreviations, and patterns of nothing but marks that these languages share with English
    alike = {"doi", "issn", "chart-alt", "chart-item", "list-comma", "list-semicolon", "page-short"}
    assert {key for key, text in own.items() if text == english[key]} <= alike


@pytest.mark.parametrize("locale", LOCALES)
def test_rules_are_told_with_what_the_locale_makes_of_them(locale: str) -> None:
    rules = explain(locale)
    assert {"quotation-marks", "numbers", "dates", "source-marks"} <= {rule.name for rule in rules}
    for rule in rules:
        if rule.typed:
            assert seen(set_text(rule.typed, speech(locale))) == seen(rule.example)
