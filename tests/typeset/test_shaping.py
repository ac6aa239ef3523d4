from __future__ import annotations

import re

import uharfbuzz as hb
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.typeset import FontBook, Look
from publish.typeset.shaping import Word

LETTERS = st.text(st.sampled_from("abfijlłżéöß ßAVTo.,-1234567890„”fi\u00a0\u0301"), min_size=1, max_size=12)


def glyphs(word: Word) -> list[tuple[str, float]]:
    return [(glyph.text, glyph.adjust) for run in word.runs for glyph in run.glyphs]


@settings(deadline=None)
@given(text=LETTERS, weight=st.sampled_from([400, 700]))
def test_width_is_the_sum_of_harfbuzz_advances(book: FontBook, text: str, weight: int) -> None:
    word = book.shaper(Look("serif", 10, weight), "pl", "Latn").word(text)
    width = 0
    for part in filter(None, re.split("(\u00a0)", text)):  # spaces are shaped alone, between words and inside them
        buffer = hb.Buffer()
        buffer.add_codepoints([ord(char) for char in part])
        buffer.guess_segment_properties()
        buffer.script, buffer.direction, buffer.language = "Latn", "ltr", "pl"
        hb.shape(book.primary("serif", weight).hb_font, buffer, {"pnum": True, "tnum": False})
        width += sum(place.x_advance for place in buffer.glyph_positions)
    assert abs(word.width - width) < 1e-6
    assert "".join(run.text for run in word.runs) == text
    assert "".join(said for said, _ in glyphs(word)) == text


def test_a_ligature_stands_for_all_its_letters(book: FontBook) -> None:
    shaper = book.shaper(Look("serif", 10), "en", "Latn")
    assert [said for said, _ in glyphs(shaper.word("fjord"))] == ["fj", "o", "r", "d"]
    assert "".join(said for said, _ in glyphs(shaper.word("office"))) == "office"
    assert len(glyphs(shaper.word("office"))) < len("office")


def test_a_base_and_its_mark_say_their_own_characters_in_one_face(book: FontBook) -> None:
    word = book.shaper(Look("serif", 10), "en", "Latn").word("q\u0301x")
    assert [said for said, _ in glyphs(word)] == ["q", "\u0301", "x"]
    assert len(word.runs) == 1


def test_letters_are_kerned(book: FontBook) -> None:
    shaper = book.shaper(Look("serif", 10), "en", "Latn")
    assert shaper.word("AV").width < shaper.word("A").width + shaper.word("V").width


def test_tabular_digits_are_all_of_one_width_and_proportional_ones_are_not(book: FontBook) -> None:
    def widths(look: Look) -> set[float]:
        return {book.shaper(look, "en", "Latn").word(digit * 3).width for digit in "0123456789"}

    assert len(widths(Look("serif", 10, tabular=True))) == 1
    assert len(widths(Look("serif", 10))) > 1


def test_tracking_follows_each_cluster_and_undoes_ligatures(book: FontBook) -> None:
    plain = book.shaper(Look("serif", 10), "en", "Latn").word("ad")
    tracked = book.shaper(Look("serif", 10, tracking=50), "en", "Latn").word("ad")
    assert abs(tracked.width - plain.width - 100) < 1e-6
    assert len(glyphs(book.shaper(Look("serif", 10, tracking=50), "en", "Latn").word("fj"))) == 2


def test_characters_fall_back_one_by_one_in_the_order_of_the_faces(book: FontBook) -> None:
    word = book.shaper(Look("serif", 10), "pl", "Latn").word("(日本)ł")
    assert [(run.text, run.face.name) for run in word.runs] == [
        ("(", "Source Serif 4"),
        ("日本", "Noto Sans JP"),
        (")ł", "Source Serif 4"),
    ]
    japanese = book.shaper(Look("gothic", 10), "ja", "Jpan").word("A日ł")
    assert [run.face.name for run in japanese.runs] == ["Noto Sans JP", "Source Sans 3"]


def test_language_picks_the_local_forms_of_a_font(book: FontBook) -> None:
    def shapes(family: str, text: str, language: str, script: str) -> list[int]:
        word = book.shaper(Look(family, 10), language, script).word(text)
        return [glyph.id for run in word.runs for glyph in run.glyphs]

    assert shapes("serif", "бгд", "sr", "Cyrl") != shapes("serif", "бгд", "uk", "Cyrl")
    assert shapes("gothic", "“", "zh-Hans", "Hans") != shapes("gothic", "“", "ja", "Jpan")


def test_proportional_kana_are_narrower_when_asked_for(book: FontBook) -> None:
    plain = book.shaper(Look("gothic", 10), "ja", "Jpan").word("アイト")
    assert plain.width == 3000
    assert book.shaper(Look("gothic", 10, kana=True), "ja", "Jpan").word("アイト").width < 2950


def test_neighbouring_full_width_marks_close_up_by_half(book: FontBook) -> None:
    shaper = book.shaper(Look("gothic", 10), "ja", "Jpan")
    for text, cells in {"」「": 1.5, "。」": 1.5, "「『": 1.5, "、（": 1.5, "日「": 2, "」と": 2, "！？": 2}.items():
        assert shaper.word(text).width == cells * 1000, text
