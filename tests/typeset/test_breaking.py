from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break_breakables

from publish.typeset.breaking import opportunities
from publish.typeset.hyphenation import hyphens
from publish.typeset.kinsoku import NEVER_END, NEVER_START
from publish.typeset.phrases import phrase_opportunities


def parts(text: str) -> list[str]:
    bounds = [0, *opportunities(text), len(text)]
    return [text[a:b] for a, b in itertools.pairwise(bounds)]


@pytest.mark.parametrize(
    "expected",
    [
        "„Konwencja” |(w\u00a0Tokio) |podpisana |w |2025–2026 |r.",
        "from |$1,250.50 |to |12/31 |or |−3.5\u202f%",
        "« mot » !",
        "see |https://example.org/|briefs/|12",
        "well-|known |and/|or",
        "soft\u00ad|ware |zero\u200b|width |word\u2060joiner",
        "5500億|ド|ル|の|投|資",
        "「会|談」|が|開|か|れ|た。",
        "ブッ|シュ|マ|ン",
        "他|说：|“你|好”。|然|后",
        "the |letters |n/a |and |km/h",
        "人々|が……|と|言っ|て|――|い|る",
    ],
)
def test_lines_break_where_readers_expect(expected: str) -> None:
    assert parts(expected.replace("|", "")) == expected.split("|")


MIXED = st.text(st.sampled_from("ab1 .,!?()«»„”“¿'/-–—%$\u00a0\u2009łЖ"), max_size=24)


@settings(deadline=None)
@given(MIXED)
def test_chunks_give_the_same_breaks_as_the_whole_text(text: str) -> None:
    whole = {offset for offset, flag in enumerate(line_break_breakables(text)) if flag and offset}
    assert set(opportunities(text)) <= whole
    lost = whole - set(opportunities(text))
    assert all(text[offset - 1] in "-‐‑–—−~〜～/" for offset in lost)


CJK = st.text(st.sampled_from("日本語かなカナっょー々、。「」『』（）・！？…―A1 ％￥“”〜"), max_size=30)


@settings(deadline=None)
@given(CJK)
def test_kinsoku_holds_for_any_text(text: str) -> None:
    text = "日" + text + "本"
    for offset in opportunities(text):
        assert text[offset] not in NEVER_START
        assert text[offset - 1] not in NEVER_END


@settings(deadline=None)
@given(CJK)
def test_phrases_are_some_of_the_opportunities(text: str) -> None:
    assert phrase_opportunities(text, "Jpan") <= set(opportunities(text))


def test_phrases_keep_words_and_numbers_whole() -> None:
    text = "日本とアメリカの合意について5500億ドルの投資"
    ends = phrase_opportunities(text, "Jpan")
    assert text.index("カ") not in ends
    assert not set(range(text.index("5") + 1, text.index("億") + 1)) & ends
    assert len(ends) >= 4


def test_korean_phrases_stand_between_spaces() -> None:
    assert phrase_opportunities("한국어 문장입니다", "Kore") == {4}


@pytest.mark.parametrize(
    "word", ["Tokio", "NATO", "Investitionen", "covid19", "https://example", "co-operation", "cat"]
)
def test_names_numbers_addresses_and_short_words_are_never_hyphenated(word: str) -> None:
    assert hyphens(word, "en") == ()


@pytest.mark.parametrize(
    ("language", "word"),
    [("pl", "(bezpieczeństwo),"), ("en-GB", "development"), ("uk", "економічний"), ("el", "οικονομία")],
)
def test_hyphens_leave_three_letters_on_either_side(language: str, word: str) -> None:
    core = word.strip("(),")
    found = [offset - word.index(core) for offset in hyphens(word, language)]
    assert found
    assert all(3 <= offset <= len(core) - 3 for offset in found)


def test_a_word_behind_a_no_break_space_is_hyphenated_too() -> None:
    assert hyphens("w\u00a0inwestycji", "pl") == tuple(2 + offset for offset in hyphens("inwestycji", "pl"))


def test_a_language_without_patterns_is_left_alone() -> None:
    assert hyphens("konstitution", "zz") == ()
