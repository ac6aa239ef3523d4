"""Thai words are never cut in the middle, and long stretches have enough places to break at."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.typeset import FontBook, Look, Piece, Setting, measure, set_paragraph
from publish.typeset.breaking import opportunities
from publish.typeset.phrases import phrase_opportunities
from publish.typeset.thai import NEVER_FIRST, NEVER_LAST, word_ends

SENTENCES = Path(__file__).parent / "thai-sentences.txt"
LONG = 12  # letters


def cut(text: str) -> str:
    """A text with | where a line may break between its words."""
    places = [0, *word_ends(text), len(text)]
    return "|".join(text[start:end] for start, end in pairwise(places))


def marked(sentence: str, mark: str) -> set[int]:
    """The offsets at which a sentence has a mark, in the text without any."""
    found, offset = set(), 0
    for char in sentence:
        if char == mark:
            found.add(offset)
        offset += char not in "|·"
    return found


@cache
def word_list() -> tuple[list[str], list[str]]:
    text = (resources.files("publish.typeset") / "data/thai-words.txt").read_text("utf-8")
    counted, others = (part.splitlines() for part in text.split("\n\n"))
    return [line for line in counted if not line.startswith("#")], others


@pytest.mark.parametrize(
    "text",
    [
        "หนังสือ", "วงเล็บ", "ไปยาลใหญ่", "ตรงไหน", "ญี่ปุ่น", "เครื่องบิน", "นักวิเคราะห์", "สถานการณ์", "รัฐธรรมนูญ",
        "ที่มา", "จันทร์", "สิทธิ์", "กรุงเทพฯ", "อุบลฯ", "ต่าง", "มาเรีย",
    ],
)  # fmt: skip
def test_a_word_stays_whole(text: str) -> None:
    assert cut(text) == text


@pytest.mark.parametrize(
    "words",
    [
        "เครื่องหมาย|ไปยาลใหญ่",
        "เรือ|บรรทุก|เครื่องบิน",
        "หนังสือ|เล่ม|นี้",
        "เด็ก ๆ ชอบ|ของ|ใหม่ ๆ",
        "ราคา 1,234.56 บาท|ถ้วน",
        "รถไฟ|ไป|อุบลฯ",
        "รายงาน|ของ Eurostat",
        "หน้า ๑๒ ฉบับ|ที่ 7",
    ],
)
def test_words_are_told_apart(words: str) -> None:
    assert cut(words.replace("|", "")) == words


def test_a_strange_name_is_left_whole_with_the_words_that_touch_it() -> None:
    assert cut("บริษัทฟฤกษฆาเปิดโรงงาน").startswith("บริษัทฟฤกษฆา")


def test_sentences_are_cut_between_words_and_often_enough() -> None:
    cuts = wrong = missed = ends = 0
    for sentence in SENTENCES.read_text("utf-8").splitlines():
        if sentence.startswith("#"):
            continue
        found, wanted = set(word_ends(re.sub("[|·]", "", sentence))), marked(sentence, "|")
        cuts, wrong = cuts + len(found), wrong + len(found - wanted - marked(sentence, "·"))
        ends, missed = ends + len(wanted), missed + len(wanted - found)
    assert ends > 250
    assert wrong / cuts < 0.01
    assert missed / ends < 0.1


def test_the_list_has_each_word_once_in_letters_alone_and_no_long_compound_of_others() -> None:
    counted, others = word_list()
    words = {*counted, *others}
    assert len(words) == len(counted) + len(others) > 50_000
    assert all(re.fullmatch("[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]{2,}", word) for word in words)
    assert others == sorted(others)
    halves = (
        word for word in words for at in range(3, len(word) - 2) if len(word) > LONG and {word[:at], word[at:]} <= words
    )
    assert list(halves) == []


@given(st.text(st.sampled_from("กขงนเแใะัาิ่้์ๆฯ การที่ประเทศไทย"), max_size=40))
def test_no_vowel_or_mark_is_parted_from_its_consonant(text: str) -> None:
    for end in word_ends(text):
        assert text[end] not in NEVER_FIRST
        assert text[end - 1] not in NEVER_LAST
    assert set(word_ends(text)) <= set(opportunities(text))


def test_a_long_stretch_is_cut_in_a_moment() -> None:
    assert len(list(word_ends("สวัสดีประเทศไทย" * 2_000))) >= 4_000


TITLE = "ห้องอ่านหนังสือหนึ่งห้อง สิบเก้าภาษา ผู้อ่านสองภาษาขึ้นไป"
LOOK = Look("thai", 30)


@pytest.fixture(scope="module")
def thai_book() -> FontBook:
    return FontBook({"thai": ("Noto Sans Thai", "Source Sans 3")})


def lines_of(text: str, width: float, book: FontBook) -> list[str]:
    setting = Setting(width, "Thai", balance=True, phrases=True)
    return [line.text for line in set_paragraph([Piece(text, LOOK, "th")], setting, book)]


def test_a_title_breaks_at_its_spaces_which_part_phrases(thai_book: FontBook) -> None:
    phrases = TITLE.split(" ")
    width = max(measure([Piece(phrase, LOOK, "th")], thai_book, "Thai") for phrase in phrases)
    assert lines_of(TITLE, width + 1, thai_book) == phrases
    assert phrase_opportunities("ราคา AI-driven ของไทย", "Thai") == {5, 8, 15}


def test_a_phrase_that_no_line_holds_breaks_between_its_words(thai_book: FontBook) -> None:
    phrase = TITLE.split(" ", maxsplit=1)[0]
    width = measure([Piece(phrase, LOOK, "th")], thai_book, "Thai") * 0.7
    assert all(
        line in ("ห้องอ่านหนังสือ", "หนึ่งห้อง", "ห้อง", "อ่านหนังสือหนึ่งห้อง") for line in lines_of(phrase, width, thai_book)
    )
