from __future__ import annotations

import itertools
import re
import time
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.typeset import (
    Alignment,
    FontBook,
    Line,
    Look,
    Piece,
    Setting,
    measure,
    min_width,
    set_paragraph,
)
from publish.typeset.aki import LATIN_GAP, ideographic
from publish.typeset.kinsoku import NEVER_END, NEVER_START

TEXT = Look("serif", 10)
POLISH = (
    "Tokio obiecało zainwestować w\u00a0USA najwyżej 550\u00a0mld\u00a0USD, a\u00a0cła spadły z\u00a025% do 15%. "
    "Porozumienie, które obie strony nazwały „nowym otwarciem”, obejmuje handel, bezpieczeństwo i\u00a0minerały "
    "krytyczne; krytycy pytają jednak, jak długo wytrzyma i\u00a0kto poniesie odpowiedzialność."
)
JAPANESE = (
    "日本は米国に最大5500億ドルの投資を約束し、関税は25%から15%に下がった。「新しい始まり」と双方が呼ぶこの合意は、"
    "貿易、安全保障、重要鉱物を対象とする。しかし批評家は（それがどれだけ続くのか）、『約束』の責任を問うている。"
)
WORDS = {
    "Latn": ["cła", "spadły", "investment,", "„tak”", "550\u00a0mld", "z\u00a0USA", "współodpowiedzialność", "fjord"],
    "Cyrl": ["економічний", "щастя", "її", "«так»", "розвиток", "№", "5", "та"],
    "Jpan": ["日本", "の「会談」", "、ちょっと", "カー。", "（待って）", "5500億ドル", "……", "A4", "々"],
    "Hans": ["中国", "，“你好”。", "《报告》", "（美国）", "2025年", "！", "：「"],
    "Kore": ["한국어 ", "문장입니다. ", "“네” ", "2025년"],
}
FAMILY = {"Latn": "serif", "Cyrl": "sans", "Jpan": "gothic", "Hans": "hei", "Kore": "korean"}
LANGUAGE = {"Latn": "pl", "Cyrl": "uk", "Jpan": "ja", "Hans": "zh-Hans", "Kore": "ko"}


def joined(lines: Sequence[Line]) -> str:
    return "".join(line.text.removesuffix("\u00ad" if line.hyphenated else "") + line.ending for line in lines)


@st.composite
def paragraphs(draw: st.DrawFn, scripts: Sequence[str] = tuple(WORDS)) -> tuple[list[Piece], Setting]:
    """Pieces in several looks and a way to set them; the cuts fall anywhere, inside words too."""
    script = draw(st.sampled_from(scripts))
    glue = "" if script in ("Jpan", "Hans", "Kore") else " "
    text = glue.join(draw(st.lists(st.sampled_from(WORDS[script]), min_size=1, max_size=30)))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))
    looks = st.builds(Look, st.just(FAMILY[script]), st.sampled_from([9.0, 10.0]), st.sampled_from([400, 700]),
                      tracking=st.sampled_from([0.0, 0.0, 40.0, -20.0]))  # fmt: skip
    bounds = [0, *cuts, len(text)]
    pieces = [Piece(text[a:b], draw(looks), LANGUAGE[script], n) for n, (a, b) in enumerate(itertools.pairwise(bounds))]
    setting = Setting(
        draw(st.floats(20, 400)),
        script,
        draw(st.sampled_from(Alignment)),
        hyphenate=draw(st.booleans()),
        balance=draw(st.booleans()),
        phrases=draw(st.booleans()),
        total_fit=draw(st.booleans()),
    )
    return pieces, setting


@settings(max_examples=150, deadline=None)
@given(paragraphs())
def test_no_line_is_wider_than_the_measure(book: FontBook, case: tuple[list[Piece], Setting]) -> None:
    pieces, setting = case
    for line in set_paragraph(pieces, setting, book):
        assert line.width <= setting.width + 0.001
        last = line.fragments[-1]
        assert last.x + last.width == pytest.approx(line.width)


@settings(max_examples=150, deadline=None)
@given(paragraphs())
def test_lines_say_all_of_the_text_and_nothing_else(book: FontBook, case: tuple[list[Piece], Setting]) -> None:
    pieces, setting = case
    text = "".join(piece.text for piece in pieces)
    lines = set_paragraph(pieces, setting, book)
    assert joined(lines) == text.strip(" ")
    for line in lines:
        for fragment in line.fragments:
            assert "".join(glyph.text for glyph in fragment.glyphs) == fragment.text
            width = sum(glyph.advance + glyph.adjust for glyph in fragment.glyphs) * fragment.look.size / 1000
            assert width == pytest.approx(fragment.width, abs=1e-6)
            assert fragment.look == pieces[fragment.tag].look  # type: ignore[index]


@settings(max_examples=100, deadline=None)
@given(paragraphs(["Latn"]))
def test_hyphens_keep_their_limits(book: FontBook, case: tuple[list[Piece], Setting]) -> None:
    pieces, setting = case
    setting = Setting(120 + setting.width, "Latn", setting.alignment, hyphenate=True)
    lines = set_paragraph(pieces, setting, book)
    assert not any(one.hyphenated and two.hyphenated for one, two in itertools.pairwise(lines))
    for one, two in itertools.pairwise(lines):
        if one.hyphenated:
            head, tail = re.findall(r"\w+", one.text)[-1], re.findall(r"\w+", two.text)[0]
            assert min(len(head), len(tail)) >= 3
            assert (head + tail).islower()


@settings(max_examples=100, deadline=None)
@given(paragraphs(["Jpan", "Hans"]))
def test_kinsoku_holds_on_every_line(book: FontBook, case: tuple[list[Piece], Setting]) -> None:
    pieces, setting = case
    setting = Setting(setting.width + 90, setting.script, setting.alignment)  # wide enough for any cluster of marks
    if min_width(pieces, book, setting.script) > setting.width:
        return
    lines = set_paragraph(pieces, setting, book)
    assert all(line.text[0] not in NEVER_START for line in lines[1:])
    assert all(line.text[-1] not in NEVER_END for line in lines[:-1])


@settings(max_examples=80, deadline=None)
@given(paragraphs(["Jpan", "Hans"]))
def test_justified_japanese_and_chinese_lines_are_flush_but_the_last(
    book: FontBook, case: tuple[list[Piece], Setting]
) -> None:
    pieces, setting = case
    setting = Setting(setting.width + 100, setting.script, Alignment.JUSTIFY)
    lines = set_paragraph(pieces, setting, book)
    for line in lines[:-1]:
        if len(line.text) > 6:
            assert line.width == pytest.approx(setting.width)


@pytest.mark.parametrize("width", range(90, 420, 17))
def test_no_break_spaces_are_never_broken(book: FontBook, width: int) -> None:
    lines = set_paragraph([Piece(POLISH, TEXT, "pl")], Setting(width, hyphenate=True), book)
    for line in lines:
        assert "\u00a0" not in (line.text[0], line.text[-1])
        assert not line.text.endswith((" w", " z", " a", " i", "550", "mld"))


@pytest.mark.parametrize("width", [180, 240, 360])
def test_justified_latin_lines_fill_the_measure_but_the_last(book: FontBook, width: int) -> None:
    setting = Setting(width, alignment=Alignment.JUSTIFY, hyphenate=True)
    lines = set_paragraph([Piece(POLISH, TEXT, "pl")], setting, book)
    assert all(line.width == pytest.approx(width) for line in lines[:-1])
    assert lines[-1].width < width


def test_no_break_spaces_stretch_like_the_others(book: FontBook) -> None:
    lines = set_paragraph([Piece(POLISH, TEXT, "pl")], Setting(240, alignment=Alignment.JUSTIFY), book)
    for line in lines[:-1]:
        spaces = [g for fragment in line.fragments for g in fragment.glyphs if g.text in (" ", "\u00a0")]
        assert max(g.adjust for g in spaces) - min(g.adjust for g in spaces) < 1e-6


def test_words_held_by_no_break_spaces_part_there_before_they_part_inside(book: FontBook) -> None:
    (one, two, three) = set_paragraph([Piece("550\u00a0mld\u00a0USD", TEXT, "pl")], Setting(24), book)
    assert (one.text, two.text, three.text) == ("550", "mld", "USD")


def test_total_fit_is_more_even_than_greedy(book: FontBook) -> None:
    def raggedness(width: int, total_fit: bool) -> float:
        lines = set_paragraph([Piece(POLISH, TEXT, "pl")], Setting(width, total_fit=total_fit), book)
        return sum((width - line.width) ** 2 for line in lines[:-1])

    widths = range(150, 400, 10)
    assert sum(raggedness(width, True) for width in widths) < 0.9 * sum(raggedness(width, False) for width in widths)


def test_a_title_is_evened_on_as_few_lines_as_can_be(book: FontBook) -> None:
    title = [Piece("Nowe otwarcie między Waszyngtonem a\u00a0Tokio i jego cena", Look("display", 38, 600), "pl")]
    plain = set_paragraph(title, Setting(480, total_fit=False), book)
    even = set_paragraph(title, Setting(480, balance=True), book)
    assert len(even) == len(plain)
    assert max(line.width for line in even) <= max(line.width for line in plain)
    assert min(line.width for line in even) > 0.6 * max(line.width for line in even)


def test_a_japanese_title_breaks_at_phrases(book: FontBook) -> None:
    title = [Piece("日本とアメリカの新しい出発と重要鉱物の行方", Look("gothic", 34, 600, kana=True), "ja")]
    lines = set_paragraph(title, Setting(360, "Jpan", balance=True, phrases=True), book)
    assert len(lines) > 1
    assert not any(line.text.endswith(("アメ", "新", "鉱", "重")) for line in lines)


def test_the_last_line_is_no_lone_short_word_where_it_can_be_avoided(book: FontBook) -> None:
    text = POLISH + " Kto to wie, ten niech dziś coś o tym powie. Tak."
    for width in range(180, 400, 3):
        lines = set_paragraph([Piece(text, TEXT, "pl")], Setting(width), book)
        assert lines[-1].text != "Tak.", width


def test_a_change_of_look_inside_a_word_is_no_break(book: FontBook) -> None:
    bold, mark = Look("serif", 10, 700), Look("sans", 6.6, rise=4.2)
    pieces = [
        Piece("aaa bbb nie", TEXT, "pl"),
        Piece("zależność", bold, "pl"),
        Piece("1", mark, "pl"),
        Piece(".", TEXT, "pl"),
    ]
    for width in range(60, 140, 3):
        texts = [line.text for line in set_paragraph(pieces, Setting(width, total_fit=False), book)]
        if width >= min_width(pieces, book):
            assert any("niezależność1." in text for text in texts), width


def test_a_word_wider_than_the_measure_is_parted_rather_than_spilt(book: FontBook) -> None:
    for text in ("x" * 60, "e\u0301\u0302" * 40, "bezpieczeństwobezpieczeństwo", "日本" * 3 + "―" * 30):
        lines = set_paragraph([Piece(text, TEXT, "pl")], Setting(70), book)
        assert len(lines) > 2
        assert all(line.width <= 70.001 for line in lines)
        assert joined(lines) == unicodedata.normalize("NFC", text)
        assert not any(line.text.startswith(("\u0301", "\u0302")) for line in lines)


def test_soft_hyphens_show_where_they_break_and_nowhere_else(book: FontBook) -> None:
    piece = [Piece("Donau\u00addampf\u00adschiff", TEXT, "de")]
    (whole,) = set_paragraph(piece, Setting(300), book)
    assert whole.text == "Donaudampfschiff"
    lines = set_paragraph(piece, Setting(60), book)
    assert lines[0].hyphenated
    assert lines[0].text in ("Donau\u00ad", "Donaudampf\u00ad")
    assert lines[0].fragments[-1].glyphs[-1].id == book.primary("serif").hb_font.get_nominal_glyph(ord("-"))
    assert joined(lines) == "Donaudampfschiff"


def test_spaces_fold_across_pieces_and_vanish_at_the_ends(book: FontBook) -> None:
    pieces = [Piece("  a \t", TEXT, "en"), Piece("  b", TEXT, "en"), Piece(" ", TEXT, "en"), Piece(" c  ", TEXT, "en")]
    (line,) = set_paragraph(pieces, Setting(200), book)
    assert line.text == "a b c"


def test_hard_breaks_end_lines_which_are_not_justified(book: FontBook) -> None:
    pieces = [Piece("one two", TEXT, "en"), Piece("\n", TEXT, "en"), Piece("three", TEXT, "en")]
    lines = set_paragraph(pieces, Setting(200, alignment=Alignment.JUSTIFY), book)
    assert [(line.text, line.ending) for line in lines] == [("one two", "\n"), ("three", "")]
    assert lines[0].width < 60


@pytest.mark.parametrize("text", ["", " ", "\n", " \n\t"])
def test_no_text_makes_no_line(book: FontBook, text: str) -> None:
    assert set_paragraph([Piece(text, TEXT, "en")], Setting(100), book) == ()
    assert measure([Piece(text, TEXT, "en")], book) == 0
    assert min_width([Piece(text, TEXT, "en")], book) == 0


def test_measure_is_the_width_of_the_one_line(book: FontBook) -> None:
    pieces = [Piece("Ładny ", TEXT, "pl"), Piece("fjord", Look("serif", 10, 700), "pl")]
    natural = measure(pieces, book)
    (line,) = set_paragraph(pieces, Setting(natural), book)
    assert line.width == pytest.approx(natural)
    assert len(set_paragraph(pieces, Setting(natural - 0.01), book)) == 2


@settings(max_examples=60, deadline=None)
@given(paragraphs())
def test_a_paragraph_of_its_least_width_parts_no_word(book: FontBook, case: tuple[list[Piece], Setting]) -> None:
    pieces, setting = case
    least = min_width(pieces, book, setting.script)
    narrow = set_paragraph(pieces, Setting(least, setting.script), book)
    assert max(line.width for line in narrow) == pytest.approx(least)


def test_tracking_after_the_last_letter_does_not_count(book: FontBook) -> None:
    tracked = Look("sans", 10, tracking=100)
    (line,) = set_paragraph([Piece("AB", tracked, "en")], Setting(100), book)
    (plain,) = set_paragraph([Piece("AB", Look("sans", 10), "en")], Setting(100), book)
    assert line.width == pytest.approx(plain.width + 1.0)


def test_japanese_marks_close_up_at_the_ends_of_lines(book: FontBook) -> None:
    look = Look("gothic", 10)
    (line,) = set_paragraph([Piece("「日本」", look, "ja")], Setting(300, "Jpan"), book)
    assert line.width == pytest.approx(30)
    assert line.fragments[0].x == pytest.approx(-5)


def test_justified_japanese_takes_slack_from_punctuation_before_it_spreads_letters(book: FontBook) -> None:
    lines = set_paragraph([Piece(JAPANESE, Look("gothic", 10), "ja")], Setting(200, "Jpan", Alignment.JUSTIFY), book)
    for line in lines[:-1]:
        glyphs = [glyph for fragment in line.fragments for glyph in fragment.glyphs]
        squeezed = [glyph.text for glyph in glyphs if glyph.adjust < -1]
        spread = [one.adjust - gap_between(one.text, two.text) for one, two in itertools.pairwise(glyphs)]
        spread = [adjust for adjust in spread if adjust > 1e-6]
        assert all(adjust <= 150 for adjust in spread)
        assert all(glyph.adjust >= -1000 - 1e-6 for glyph in glyphs)  # both halves, where a mark meets a bracket
        assert line.width == pytest.approx(200)
        assert not (spread and [text for text in squeezed[:-1] if text not in "、。」』）"])


def gap_between(one: str, two: str) -> float:
    """The space that Japanese leaves between its own letters and Latin ones."""
    return LATIN_GAP if one.isalnum() and two.isalnum() and ideographic(one) != ideographic(two) else 0.0


def shown(lines: Sequence[Line]) -> list[object]:
    return [(line.width, [(f.face, f.x, f.glyphs) for f in line.fragments]) for line in lines]


def test_same_input_gives_the_same_lines(book: FontBook) -> None:
    other = FontBook({"serif": ("Source Serif 4", "Noto Sans JP")})
    pieces, setting = [Piece(POLISH, TEXT, "pl")], Setting(200, hyphenate=True)
    assert shown(set_paragraph(pieces, setting, book)) == shown(set_paragraph(pieces, setting, other))


@pytest.mark.parametrize(
    "text",
    [
        "\u200b",
        "\u200b" * 5,
        "\u2060",
        "\u00ad",
        "   ",
        "\u00a0",
        "👩‍👩‍👧‍👦🇵🇱😀",
        "e\u0301\u0323",
        "\u0301",
        "שלום עולם",
        "مرحبا",
        "สวัสดี",
        "\U0010ffff",
        "\u202eabc\u202c",
    ],
)
@pytest.mark.parametrize("width", [-5.0, 0.0, 1e-9, 40.0, float("inf")])
def test_no_text_and_no_measure_breaks_the_engine(book: FontBook, text: str, width: float) -> None:
    for hyphenate in (False, True):
        set_paragraph([Piece(text, TEXT, "pl")], Setting(width, hyphenate=hyphenate), book)
    assert measure([Piece(text, TEXT, "pl")], book) >= 0


@pytest.mark.parametrize("text", ["a/" * 15_000, "n/a km/h " * 4_000, "Donaudampfschiff" * 1_200])
def test_long_words_and_many_slashes_are_set_in_seconds(book: FontBook, text: str) -> None:
    began = time.process_time()
    set_paragraph([Piece(text, TEXT, "de")], Setting(200, hyphenate=True), book)
    assert time.process_time() - began < 10


def test_the_first_line_before_a_long_word_takes_what_there_is(book: FontBook) -> None:
    head = "한국어에도 함정이 있다. 낱말은 띄어쓰기에서만 나뉘므로"
    text = f"{head} ‘동대문역사문화공원역에서부터라도’ 같은 긴 낱말은 통째로 옮겨진다."
    setting = Setting(362, "Kore", Alignment.JUSTIFY)
    lines = set_paragraph([Piece(text, Look("korean", 10), "ko")], setting, book)
    assert lines[0].text == head
    assert lines[0].width < 362
