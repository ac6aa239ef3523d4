"""Where lines begin and end, read back from finished pages: the article, and paragraphs made up at random."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from set_pages import COLUMN_GAP, justified, page_lines, set_page
from taken_out import words
from tongues import built, tongue

from publish.localize.speech import speech
from publish.localize.typography import set_text
from publish.typeset import Setting

# JLREQ 3.1.7 and 3.1.8, CLREQ 3.1.3: what no line begins with, what none ends in.
CLOSING = frozenset(
    "」』）】〕］｝〉》、。，．・：；？！‐–〜ー々ゝゞヽヾ”’…‥％‰ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
OPENING = frozenset("「『（【〔［｛〈《“‘￥＄")
# PN-83/P-55366: one-letter words go with the word behind them.
POLISH_WORDS = frozenset("aiouwzAIOUWZ")
THAI_FOLLOWING = frozenset("ะาำๅๆฯ")  # vowels and signs that follow a consonant; those above and below are marks


def lines(locale: str, style: str = "briefing") -> list[str]:
    """The lines of more than one word or character that the article has."""
    found = [text for text in texts(built(locale, "pdf", style)) if len(text) > 1]
    assert len(found) > 60
    return found


def texts(data: bytes, gap: float = COLUMN_GAP) -> list[str]:
    return [" ".join(word.text for word in words) for words in page_lines(data, gap)]


@pytest.mark.parametrize(("locale", "style"), [("ja", "briefing"), ("ja", "newsroom")])
def test_no_japanese_line_begins_with_a_closing_mark_or_ends_in_an_opening_one(locale: str, style: str) -> None:
    assert [line for line in lines(locale, style) if line[0] in CLOSING or line[-1] in OPENING] == []


@pytest.mark.parametrize("locale", ["zh-Hans", "zh-Hant"])
def test_no_chinese_line_begins_with_a_closing_mark_or_ends_in_an_opening_one(locale: str) -> None:
    assert [line for line in lines(locale) if line[0] in CLOSING or line[-1] in OPENING] == []


def test_no_polish_line_ends_in_a_one_letter_word() -> None:
    assert [line for line in lines("pl") if " " in line and line.split()[-1] in POLISH_WORDS] == []


@pytest.mark.parametrize("style", ["briefing", "newsroom"])
def test_no_thai_line_begins_with_what_belongs_to_the_consonant_before(style: str) -> None:
    wrong = [ln for ln in lines("th", style) if unicodedata.category(ln[0]) == "Mn" or ln[0] in THAI_FOLLOWING]
    assert wrong == []


def test_no_korean_line_breaks_a_word() -> None:
    whole = {word for text in tongue("ko").texts() for word in words(text)}
    found = [line.split() for line in texts(built("ko"))]
    # a head in the rail may stand between two lines of text
    pairs = [pair for place in (1, 2, 3) for pair in zip(found, found[place:], strict=False)]
    edges = [(line[-1], following[0]) for line, following in pairs]
    assert [end + start for end, start in edges if (end[-1] + start[0]).isalpha() and end + start in whole] == []


# ---------------------------------------------------------------- paragraphs made up

short_words = st.lists(st.sampled_from(["w", "z", "i", "a", "o", "u", "I", "W"]), max_size=2)
long_words = st.sampled_from(["domu", "Łodzi", "się", "że", "książką", "dziewięćdziesięciolecie", "r.", "2024", "– bo"])
polish = st.lists(st.tuples(short_words, long_words).map(lambda pair: " ".join([*pair[0], pair[1]])), min_size=4)
kana = st.sampled_from(
    "あかさたなはまやらわがざだばぱアカサタナ日本語組版印刷𠮷𩸽っゃょッャョー々、。「」『』（）・…？！"
)
chinese = st.sampled_from("中文排版印刷之書页間机器不能看見的𬬻，。、；：？！「」『』“”‘’（）《》〈〉……——")


@settings(max_examples=60, deadline=None)
@given(polish, st.integers(160, 300))
def test_no_line_of_any_polish_paragraph_ends_in_a_one_letter_word(phrases: list[str], width: int) -> None:
    text = set_text(" ".join(phrases), speech("pl"))
    for line in texts(set_page(text, "pl", justified(width, hyphenate=True)), inf):
        assert line.split()[-1] not in POLISH_WORDS, line


@settings(max_examples=60, deadline=None)
@given(st.text(kana, min_size=4, max_size=90), st.integers(90, 300))
def test_kinsoku_holds_in_any_japanese_paragraph(text: str, width: int) -> None:
    check_ideographs(f"文{text}字", "ja", justified(width, "Jpan"))


@settings(max_examples=60, deadline=None)
@given(st.text(chinese, min_size=4, max_size=90), st.integers(90, 300), st.sampled_from(["Hans", "Hant"]))
def test_kinsoku_holds_in_any_chinese_paragraph(text: str, width: int, script: str) -> None:
    check_ideographs(f"文{text}字", f"zh-{script}", justified(width, script))


def check_ideographs(text: str, language: str, setting: Setting) -> None:
    """Whatever can be moved was moved: a line that begins or ends wrong has no place of its own to break at."""
    found = ["".join(line.split()) for line in texts(set_page(text, language, setting), inf)]
    for line, following in pairwise(found):
        assert following[0] not in CLOSING or not breakable(line), (line, following)
        assert line[-1] not in OPENING or not breakable(line), (line, following)


def breakable(line: str) -> bool:
    """Whether some place within a line lets it end there, and the next begin."""
    return any(
        before not in OPENING and after not in CLOSING and before not in "…—" for before, after in pairwise(line)
    )
