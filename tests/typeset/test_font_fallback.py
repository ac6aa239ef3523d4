"""Which face sets what: the list of the document's script, the language's own, other scripts, stand-ins."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_fonts import make_font

from publish.errors import InputError
from publish.style import load_style
from publish.typeset import FontBook, Look
from publish.typeset.fontfile import Origin

NOWHERE: tuple[Path, ...] = ()


def styled(script: str, system: tuple[Path, ...] = NOWHERE) -> FontBook:
    """The fonts of the built-in style as a document of `script` gets them."""
    house, _ = load_style("briefing")
    assert house is not None
    style = house.resolve(script)
    return FontBook(style.fonts, None, style.script_fonts, system)


def faces(book: FontBook, text: str, language: str, script: str, look: Look | None = None) -> list[str]:
    """The families that a word is set in, from left to right."""
    word = book.shaper(look or Look("serif", 10), language, script).word(text)
    assert all(glyph.id for run in word.runs for glyph in run.glyphs if glyph.text.strip("\u00ad\u200b"))
    return [run.face.name for run in word.runs]


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Źródło", "Source Serif 4"),
        ("Україна", "Source Serif 4"),
        ("Ελλάδα", "Source Serif 4"),
        ("กรุงเทพฯ", "Noto Sans Thai"),
        ("हिन्दी", "Noto Sans Devanagari"),
        ("עברית", "Noto Sans Hebrew"),
        ("العربية", "Noto Sans Arabic"),
        ("東京都", "Noto Sans JP"),
        ("서울", "Noto Sans KR"),
    ],
)
@pytest.mark.parametrize("italic", [False, True])
def test_a_word_of_another_script_finds_a_packaged_face_by_itself(text: str, family: str, italic: bool) -> None:
    book = styled("Latn")
    assert book.missing(text) == ()
    assert faces(book, text, "pl", "Latn", Look("serif", 10, italic=italic)) == [family]


@pytest.mark.parametrize("family", ["serif", "sans", "display"])
@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh-Hans", "Noto Sans SC"),
        ("zh", "Noto Sans SC"),
        ("zh-Hant", "Noto Sans TC"),
        ("zh-TW", "Noto Sans TC"),
        ("zh-Hans-HK", "Noto Sans SC"),
        ("ja", "Noto Sans JP"),
        ("ko", "Noto Sans KR"),
    ],
)
def test_han_characters_have_the_shapes_of_their_language(family: str, language: str, expected: str) -> None:
    for script in ("Latn", "Jpan", "Arab"):
        assert faces(styled(script), "直接", language, script, Look(family, 10)) == [expected]


def test_han_characters_without_a_language_of_their_own_follow_the_document() -> None:
    assert faces(styled("Jpan"), "直接", "ja", "Jpan") == ["Noto Sans JP"]
    assert faces(styled("Hant"), "直接", "zh-Hant", "Hant") == ["Noto Sans TC"]
    assert faces(styled("Hant"), "直接", "und", "Hant") == ["Noto Sans TC"]


def test_english_in_japanese_text_has_marks_of_its_own_width() -> None:
    word = styled("Jpan").shaper(Look("serif", 10), "en", "Jpan").word("“Japan’s”")
    assert [run.face.name for run in word.runs] == ["Noto Sans JP"]
    assert word.runs[0].glyphs[0].advance < 600


def test_latin_and_european_digits_in_arabic_text_come_from_the_face_behind_the_arabic_one() -> None:
    book = styled("Arab")
    assert faces(book, "TDK", "ar", "Arab") == ["Source Sans 3"]
    assert faces(book, "G7", "ar", "Arab", Look("sans", 10)) == ["Source Sans 3"]
    assert faces(book, "5%", "ar", "Arab") == ["Source Sans 3"]
    for arabic in ("١٥٪", "٢٫٥", "حليفًا،", "(نعم)", "«لا»"):
        assert faces(book, arabic, "ar", "Arab") == ["Noto Sans Arabic"]


def test_the_metrics_of_a_script_are_those_of_its_own_face() -> None:
    assert styled("Arab").primary("sans").name == "Noto Sans Arabic"
    assert styled("Thai").primary("serif", 700).weight == 700
    assert styled("Hebr").primary("serif").key == "NotoSansHebrew-400"


def test_a_packaged_family_that_the_style_does_not_name_stands_in() -> None:
    book = styled("Latn")
    tamil = "தமிழ்"
    assert book.missing(tamil)
    assert {found.family for part in book.missing(tamil) if (found := book.borrow(part))} == {"Noto Sans Tamil"}
    assert faces(book, tamil, "pl", "Latn") == ["Noto Sans Tamil"]


def test_a_borrowed_face_draws_nothing_that_the_style_has_and_the_character_stays_a_finding(tmp_path: Path) -> None:
    make_font(tmp_path / "box.ttf", "Noto Sans Ethiopic", "ABC ሀ")
    book = styled("Latn", (tmp_path,))
    assert book.missing("Aሀ") == ("ሀ",)
    found = book.borrow("ሀ")
    assert found is not None
    assert found.origin is Origin.SYSTEM
    assert faces(book, "AሀB", "pl", "Latn") == ["Source Serif 4", "Noto Sans Ethiopic", "Source Serif 4"]
    assert book.missing("Aሀ") == ("ሀ",)


def test_the_weight_of_a_borrowed_face_is_the_nearest_there_is(tmp_path: Path) -> None:
    for weight in (400, 700):
        make_font(tmp_path / f"box-{weight}.ttf", "Box", "ሀ", weight=weight)
    book = styled("Latn", (tmp_path,))
    book.borrow("ሀ")
    runs = [book.shaper(Look("serif", 10, weight), "pl", "Latn").word("ሀ").runs for weight in (400, 600)]
    assert [run.face.weight for (run,) in runs] == [400, 700]


@pytest.mark.parametrize(
    ("families", "char", "best"),
    [
        (("Zebra", "DejaVu Sans", "Noto Sans Khmer", "Noto Sans Ethiopic"), "ሀ", "Noto Sans Ethiopic"),
        (("Zebra", "DejaVu Serif", "DejaVu Sans"), "ሀ", "DejaVu Sans"),
        (("Zebra", "Antelope", "LastResort"), "ሀ", "Antelope"),
        (("Noto Sans", "Noto Sans Symbols2"), "⛄", "Noto Sans Symbols2"),
    ],
)
def test_of_the_system_s_families_the_best_stands_in(
    tmp_path: Path, families: tuple[str, ...], char: str, best: str
) -> None:
    for family in families:
        make_font(tmp_path / f"{family}.ttf", family, char)
    found = styled("Latn", (tmp_path,)).borrow(char)
    assert found is not None
    assert found.family == best


def test_what_stands_in_does_not_depend_on_what_was_asked_before(tmp_path: Path) -> None:
    make_font(tmp_path / "one.ttf", "Antelope", "ሀ")
    make_font(tmp_path / "two.ttf", "Zebra", "ሀለ")
    there, back = styled("Latn", (tmp_path,)), styled("Latn", (tmp_path,))
    for book, order in ((there, "ሀለ"), (back, "ለሀ")):
        for char in order:
            book.borrow(char)
    assert faces(there, "ሀለ", "pl", "Latn") == faces(back, "ሀለ", "pl", "Latn") == ["Antelope", "Zebra"]


def test_nothing_stands_in_for_a_private_character(tmp_path: Path) -> None:
    make_font(tmp_path / "icons.ttf", "Icons", "\ue000")
    assert styled("Latn", (tmp_path,)).borrow("\ue000") is None


def test_a_base_and_a_mark_that_no_face_has_together_are_missing_together(tmp_path: Path) -> None:
    make_font(tmp_path / "base.ttf", "Base", "xé")
    make_font(tmp_path / "mark.ttf", "Mark", "\u030c")
    book = FontBook({"text": ("base.ttf", "mark.ttf")}, tmp_path, system=NOWHERE)
    assert book.missing("xx\u030ce\u0301") == ("x\u030c",)


def test_every_fault_of_a_style_is_told_when_its_characters_are_looked_for() -> None:
    with pytest.raises(InputError) as raised:
        FontBook({"serif": ("Nope",), "sans": ("Nada",)}, system=NOWHERE).missing("a")
    assert len(raised.value.diagnostics) == 2
