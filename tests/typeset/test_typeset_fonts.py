from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from publish.errors import InputError
from publish.typeset import FontBook, Look, Piece, Setting, missing_families, set_paragraph
from publish.typeset.fontfile import packaged

SAMPLES = {
    "pl": "Zażółć gęślą jaźń „tak” – 5 % 1 250 zł",
    "de": "Fußgänger „müßig“ ÄÖÜ – §",
    "en": "“Key takeaways” — $550 billion, −3.5 °C ½ fj ffi",
    "uk": "Єдність і ґанок її «щастя» №",
    "el": "Ευχαριστώ ή ΐ ΰ Ώ;",
    "vi": "Người Việt ở Đồng Tháp ngày ỗ ượ",
    "ja": "日本語「かな・カナ」、5500億ドル。々〆ヶ",
}


@pytest.mark.parametrize("language", SAMPLES)
@pytest.mark.parametrize("family", ["serif", "sans"])
def test_no_glyph_is_missing_in_the_languages_of_the_packaged_fonts(book: FontBook, language: str, family: str) -> None:
    text = SAMPLES[language]
    assert book.missing(text) == ()
    words = [book.shaper(Look(family, 10), language, "Latn").word(word) for word in text.split()]
    assert all(glyph.id for word in words for run in word.runs for glyph in run.glyphs)


def test_a_character_that_no_face_has_is_reported_once_and_ignorable_ones_are_not(book: FontBook) -> None:
    assert book.missing("a\u200db\u00adc\ufe0f \U0001f600\n\u0e01\U0001f600") == ("\U0001f600", "\u0e01")


def test_weights_are_pinned_and_a_bold_face_is_bolder(book: FontBook) -> None:
    for family in ("serif", "gothic"):
        regular, bold = book.primary(family, 400), book.primary(family, 700)
        assert (regular.weight, bold.weight) == (400, 700)
        assert not bold.hb_face.axis_infos
        glyph = bold.hb_font.get_nominal_glyph(ord("l" if family == "serif" else "一"))
        assert _ink(bold, glyph) > _ink(regular, glyph) * 1.1


def _ink(face: object, glyph: int) -> float:
    extents = face.hb_font.get_glyph_extents(glyph)  # type: ignore[attr-defined]
    return min(abs(extents.width), abs(extents.height))


def test_a_weight_beyond_the_axis_snaps_into_it(book: FontBook) -> None:
    assert book.primary("sans", 1000).weight == 900


def test_italics_come_from_the_italic_file_and_upright_stands_in_where_there_is_none(book: FontBook) -> None:
    assert book.primary("serif", 400, True).italic_angle < 0
    assert book.primary("gothic", 400, True).italic_angle == 0


def test_keys_name_family_weight_size_and_posture(book: FontBook) -> None:
    assert book.primary("serif", 600, True).key == "SourceSerif4-600-opsz10.5-Italic"
    assert book.primary("display").key == "SourceSerif4-400-opsz40"
    assert book.face("SourceSerif4-400-opsz40") is book.primary("display")


def test_metrics_are_in_thousandths_of_the_em(book: FontBook) -> None:
    face = book.primary("serif")
    assert 400 < face.x_height < face.cap_height < face.ascent < 1300
    assert -500 < face.descent < 0
    left, bottom, right, top = face.bbox
    assert left < 0 < right
    assert bottom < 0 < top


def test_a_face_is_pinned_once_in_a_process(book: FontBook) -> None:
    other = FontBook({"text": ("Noto Sans JP",)})
    assert other.primary("text", 400) is book.primary("gothic", 400)


def test_the_faces_used_are_those_that_drew_something() -> None:
    fresh = FontBook({"text": ("Source Serif 4", "Noto Sans KR")})
    set_paragraph([Piece("only Latin", Look("text", 10), "en")], Setting(100), fresh)
    assert [face.name for face in fresh.used] == ["Source Serif 4"]
    set_paragraph([Piece("한국", Look("text", 10), "ko")], Setting(100), fresh)
    assert [face.name for face in fresh.used] == ["Noto Sans KR", "Source Serif 4"]


def test_data_hash_tells_instances_apart(book: FontBook) -> None:
    hashes = {book.primary("serif", weight).data_hash for weight in (400, 600, 700)}
    assert len(hashes) == 3
    assert all(len(digest) == 64 for digest in hashes)


def test_an_unknown_family_gets_a_suggestion() -> None:
    fonts = {"serif": ("Sorce Serif 4",), "sans": ("Source Sans 3", "Zyx")}
    assert missing_families(fonts) == [("Sorce Serif 4", 'did you mean "Source Serif 4"?'), ("Zyx", None)]
    with pytest.raises(InputError) as raised:
        FontBook(fonts).primary("serif")
    (fault,) = raised.value.diagnostics
    assert fault.hint == 'did you mean "Source Serif 4"?'


def test_all_faults_of_a_family_come_at_once() -> None:
    with pytest.raises(InputError) as raised:
        FontBook({"serif": ("Nope", "Source Serif 4@opzs=40", "Source Sans 3@wght=bold")}).primary("serif")
    messages = [str(fault) for fault in raised.value.diagnostics]
    assert len(messages) == 3
    assert 'has no axis "opzs"' in messages[1]
    assert 'did you mean "opsz"?' in messages[1]


def test_a_family_that_the_style_lacks_is_named() -> None:
    with pytest.raises(InputError, match='no family "seriff"'):
        FontBook({"serif": ("Source Serif 4",)}).primary("seriff")


def test_font_files_of_a_style_folder_are_used(tmp_path: Path) -> None:
    for file in packaged()["Source Sans 3"]:
        shutil.copy(file.path, tmp_path / f"House{'-Italic' * file.italic}.ttf")
    own = FontBook({"text": ("House.ttf", "House-Italic.ttf", "Noto Sans JP")}, tmp_path)
    assert [face.source.family for face in own.candidates("text")] == ["Source Sans 3", "Source Sans 3", "Noto Sans JP"]
    assert own.primary("text", 700).key.startswith("SourceSans3-700-")
    assert own.primary("text", 400, True).italic
    assert own.primary("text").key != FontBook({"text": ("Source Sans 3",)}).primary("text").key


@pytest.mark.parametrize("name", ["../outside.ttf", "missing.ttf", "broken.ttf", "empty.otf", "/etc/hostname.ttf"])
def test_a_font_file_that_is_none_or_lies_outside_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "style"
    folder.mkdir()
    shutil.copy(packaged()["Source Sans 3"][0].path, tmp_path / "outside.ttf")
    (folder / "broken.ttf").write_bytes(b"\0\1\0\0" + b"garbage" * 99)
    (folder / "empty.otf").write_bytes(b"")
    with pytest.raises(InputError, match="no font file of the style"):
        FontBook({"text": (name,)}, folder).primary("text")


def test_a_damaged_font_file_is_used_or_refused_but_never_a_traceback(tmp_path: Path) -> None:
    (whole,) = (file.path.read_bytes() for file in packaged()["Source Sans 3"] if not file.italic)
    for number in range(12):
        data = bytearray(whole)
        for place in range(number, 300, 13):
            data[place] ^= 0x80 >> number % 8
        (tmp_path / "House.ttf").write_bytes(data[: len(data) - number * 30_000])
        damaged = FontBook({"text": ("House.ttf",)}, tmp_path)
        with suppress(InputError):
            assert set_paragraph([Piece("Zażółć fjord", Look("text", 10), "pl")], Setting(40), damaged)
