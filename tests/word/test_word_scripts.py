"""Documents in the scripts of the world: direction, fonts, sizes, languages, lines, tables, lists."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import bidirectional

import pytest
import word_cases as cases
from lxml import etree
from word_cases import NS, WordFile, rich, val

from publish.document.tree import (
    Callout,
    Cell,
    CodeBlock,
    Column,
    ColumnKind,
    Document,
    ListBlock,
    Note,
    Number,
    Paragraph,
    Quotation,
    Quote,
    Role,
    Row,
    Run,
    RunRole,
    Source,
    Sources,
    Table,
)  # fmt: skip

PARTS = ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/header2.xml", "word/footer1.xml")
RIGHT_TO_LEFT = {"ar": ("Arab", "خطة TDK و(SMR).", "٠١٢٣٤٥٦٧٨٩"), "he": ("Hebr", "תוכנית TDK של (SMR).", "0123456789")}
STACKED = {"hi": ("Deva", "योजना TDK (SMR).", "Devanagari"), "th": ("Thai", "แผนการ TDK (SMR)", "Thai")}


def numbers(locale: str, word: str, digits: str) -> Table:
    """Three values: one with a word before it, one with a fraction, one with neither."""
    table = str.maketrans("0123456789", digits)

    def row(label: str, number: Number) -> Row:
        said = " ".join(part for part in (number.prefix, number.integer + number.fraction, number.after) if part)
        return Row((Cell(rich(label, locale)), Cell(rich(said, locale), number)))

    rows = (
        row("1", Number(word, "", "550".translate(table), "", word)),
        row("2", Number("", "", "9".translate(table), ".9".translate(table), word)),
        row("3", Number("", "", "15".translate(table), "", word)),
    )
    heads = (Column(rich(word, locale)), Column(rich(word, locale), ColumnKind.NUMBER))
    return Table(heads, rows, "t", facts=True)


def document(locale: str, script: str, text: str, digits: str = "0123456789", direction: str = "ltr") -> Document:
    """A document whose every text is in one language, with Latin words in it."""
    said = rich(text, locale)
    paragraph = Paragraph((*said, Run(digits[1], locale, role=RunRole.CITE, target="#source-1", contents=text)))
    items = ((Paragraph(said),), (Paragraph(said),))
    blocks = (
        Callout(Role.INFO, said, said, (paragraph, ListBlock(items)), "info"),
        ListBlock(items, True, (digits[1], digits[2])),
        Paragraph((*said, Run("a", locale, role=RunRole.NOTE, target="#note-a"))),
        Quotation((paragraph,)),
        Quote(said, said, said, said),
        CodeBlock("level = 138"),
        numbers(locale, text.split(maxsplit=1)[0], digits),
        Sources(said, (Source(digits[1], said, "source-1"),), "sources"),
    )
    notes = (Note("a", "note-a", "note-a-call", (paragraph,)),)
    return cases.document(
        blocks,
        (Callout(Role.LEARN, said, None, (ListBlock(items, role=Role.LEARN),), "learn"),),
        locale=locale, script=script, direction=direction, title=said, lead=said, notes=notes,
    )  # fmt: skip


@pytest.fixture(scope="module", params=list(RIGHT_TO_LEFT))
def turned(request: pytest.FixtureRequest, word) -> WordFile:  # type: ignore[no-untyped-def]
    script, text, digits = RIGHT_TO_LEFT[request.param]
    return word(document(request.param, script, text, digits, "rtl"))


@pytest.fixture(scope="module")
def polish(word) -> WordFile:  # type: ignore[no-untyped-def]
    return word(cases.document())


@pytest.fixture(scope="module")
def arabic(word) -> WordFile:  # type: ignore[no-untyped-def]
    return word(document("ar", *RIGHT_TO_LEFT["ar"], "rtl"))


@pytest.fixture(scope="module", params=list(STACKED))
def stacked(request: pytest.FixtureRequest, word) -> tuple[WordFile, str]:  # type: ignore[no-untyped-def]
    script, text, face = STACKED[request.param]
    return word(document(request.param, script, text)), face


def runs(made: WordFile) -> Iterator[tuple[str, set[str]]]:
    """The text of every run, and what its properties name."""
    for part in PARTS:
        for run in made.all("//w:r[w:t]", part):
            yield cases.text_of(run), {etree.QName(child).localname for child in run.xpath("w:rPr/*", namespaces=NS)}


def paragraphs(made: WordFile) -> Iterator[etree._Element]:
    for part in PARTS:
        yield from made.all("//w:p", part)


def style_of(paragraph: etree._Element) -> str:
    return str(paragraph.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NS)) or "Normal"


# ---------------------------------------------------------------- from right to left


def test_every_paragraph_runs_from_right_to_left_but_code(turned: WordFile) -> None:
    for paragraph in paragraphs(turned):
        name = style_of(paragraph)
        assert val(turned.style_says(name, "w:pPr/w:bidi"), "on") == ("0" if name.startswith("CodeBlock") else "on")


def test_runs_are_marked_by_the_direction_of_their_letters(turned: WordFile) -> None:
    found = list(runs(turned))
    assert {text for text, _ in found} >= {"TDK", "SMR"}
    for text, marks in found:
        kinds = {bidirectional(char) for char in text}
        if kinds & {"R", "AL", "AN"}:
            assert "rtl" in marks
            assert "L" not in kinds
        if "L" in kinds:
            assert "rtl" not in marks


def test_signs_and_spaces_run_with_the_words_around_them(turned: WordFile) -> None:
    said = [marks for text, marks in runs(turned) if text.strip() in (").", " (", "(", "")]
    assert said
    assert all("rtl" in marks for marks in said)


def test_page_numbers_run_with_their_label(turned: WordFile) -> None:
    fields = turned.all("//w:r[w:fldChar or w:instrText]", "word/footer1.xml")
    assert len(fields) == 8
    assert all(field.xpath("w:rPr/w:rtl", namespaces=NS) for field in fields)


def test_tables_and_the_page_are_mirrored(turned: WordFile) -> None:
    assert len(turned.all("//w:tblPr[w:bidiVisual]")) == len(turned.all("//w:tbl"))
    assert turned.all("//w:sectPr[w:bidi and w:rtlGutter]")


def test_borders_of_the_start_change_sides(turned: WordFile, polish: WordFile) -> None:
    """Word's left border is on the left of every page (ECMA-376 17.3.1.28)."""
    for made, side in ((turned, "right"), (polish, "left")):
        borders = made.style_says("BlockQuote", "w:pPr/w:pBdr")
        assert [etree.QName(border).localname for border in borders] == [side]  # type: ignore[union-attr]


def test_indents_and_alignment_keep_the_names_of_the_start(turned: WordFile, polish: WordFile) -> None:
    """In paragraphs from right to left "left" is the start edge (ECMA-376 1st edition, 2.3.1.12)."""
    rail = [int(val(made.style_says("BodyText", "w:pPr/w:ind"), "", "left")) for made in (turned, polish)]
    assert rail[0] == rail[1] > 0
    assert val(turned.style_says("Title", "w:pPr/w:jc")) == "left"
    assert val(turned.style_says("Footer", "w:pPr/w:tabs/w:tab")) == "right"


def test_code_stands_in_the_column_of_the_text_around_it(turned: WordFile) -> None:
    text, code = (turned.style_says(name, "w:pPr/w:ind") for name in ("BodyText", "CodeBlock"))
    assert (val(code, "", "left"), val(code, "", "right")) == (val(text, "", "right"), val(text, "", "left"))


def test_numbers_begin_at_one_place_and_words_end_before_them(turned: WordFile) -> None:
    """Digits run to the right everywhere: a fraction is on the start side of its number."""
    cells = turned.all("//w:tc[w:p/w:pPr/w:tabs]")
    kinds = [cell.xpath("w:p/w:pPr/w:tabs/w:tab/@w:val", namespaces=NS) for cell in cells]
    assert kinds == [["right", "left", "left"]] * 3
    stops = [[int(pos) for pos in cell.xpath("w:p/w:pPr/w:tabs/w:tab/@w:pos", namespaces=NS)] for cell in cells]
    (words, plain, unit), (_, with_fraction, _), (_, other, _) = stops
    assert words < plain == other < unit
    assert with_fraction < plain
    assert [bool(cases.text_of(cell).split("\t")[1]) for cell in cells] == [True, False, False]
    head = turned.all("//w:tr[w:trPr/w:tblHeader]/w:tc[2]/w:p/w:pPr/w:ind")[0]
    assert (val(head, "", "left"), val(head, "", "right")) == (str(plain), "")


def test_plain_numbers_stand_on_the_right_of_their_column(word) -> None:  # type: ignore[no-untyped-def]
    for direction, aligned in (("rtl", "left"), ("ltr", "right")):
        made = word(cases.document((cases.plain_table(2, 2),), locale="he", script="Hebr", direction=direction))
        cell = made.all("//w:tr[last()]/w:tc[2]/w:p")[0]
        assert val(made.style_says(style_of(cell), "w:pPr/w:jc")) == aligned


def test_a_mark_behind_a_number_is_no_part_of_it(turned: WordFile) -> None:
    marks = [text for text, names in runs(turned) if "rStyle" in names and text.strip("\u200f") in ("1", "١")]
    assert [text for text in marks if text.startswith("\u200f")]


def test_bullets_point_with_the_text(word) -> None:  # type: ignore[no-untyped-def]
    made = word(document("ar", *RIGHT_TO_LEFT["ar"], "rtl"), "newsroom")
    assert set(made.all("//w:lvl[w:numFmt/@w:val='bullet']/w:lvlText/@w:val", "word/numbering.xml")) == {"‹"}


def test_numbers_of_a_list_stand_in_the_digits_of_the_document(arabic: WordFile) -> None:
    def marks(style: str) -> list[str]:
        numbers = arabic.all(f"//w:p[starts-with(w:pPr/w:pStyle/@w:val, '{style}')]/w:pPr/w:numPr/w:numId/@w:val")
        path = "//w:num[@w:numId='{}']/w:lvlOverride/w:lvl/w:lvlText/@w:val"
        return [arabic.all(path.format(number), "word/numbering.xml")[0] for number in numbers]

    assert marks("ListNumber") == ["١.", "٢."]
    assert marks("Bibliography") == ["١."]
    assert not arabic.all("//w:lvlOverride/w:lvl/w:pStyle", "word/numbering.xml")
    assert arabic.all("//w:lvl[w:numFmt/@w:val='decimal' and w:rPr/w:rtl]", "word/numbering.xml")


def test_word_counts_where_its_digits_are_the_documents(word) -> None:  # type: ignore[no-untyped-def]
    made = word(document("he", *RIGHT_TO_LEFT["he"], "rtl"))
    assert not made.all("//w:num/w:lvlOverride/w:lvl", "word/numbering.xml")


# ---------------------------------------------------------------- complex scripts


def test_every_complex_size_and_weight_is_that_of_the_style(turned: WordFile) -> None:
    for properties in turned.all("//w:rPr[w:sz or w:b or w:i]", "word/styles.xml"):
        for plain, complex_one in (("sz", "szCs"), ("b", "bCs"), ("i", "iCs")):
            said = [val(properties.find(f"w:{name}", NS), "on") for name in (plain, complex_one)]
            assert said[0] == said[1]


def test_arabic_has_its_face_and_latin_words_that_of_the_house(arabic: WordFile) -> None:
    fonts = arabic.style_says("BodyText", "w:rPr/w:rFonts")
    assert [val(fonts, "", slot) for slot in ("cs", "ascii", "hAnsi", "eastAsia")] == [
        "Noto Sans Arabic", "Source Sans 3", "Source Sans 3", "Noto Sans JP",
    ]  # fmt: skip


def test_foreign_arabic_words_find_an_arabic_face(polish: WordFile) -> None:
    assert val(polish.style_says("BodyText", "w:rPr/w:rFonts"), "", "cs") == "Noto Sans Arabic"


def test_stacked_letters_and_latin_words_share_a_face(stacked: tuple[WordFile, str]) -> None:
    made, face = stacked
    fonts = made.style_says("BodyText", "w:rPr/w:rFonts")
    assert {val(fonts, "", slot) for slot in ("cs", "ascii")} == {f"Noto Sans {face}"}


def test_stacked_letters_are_marked_and_latin_words_are_not(stacked: tuple[WordFile, str]) -> None:
    found = [(text, marks) for text, marks in runs(stacked[0]) if text != "level = 138"]
    assert all("cs" in marks for text, marks in found if any("\u0900" <= char < "\u1000" for char in text))
    assert all("cs" not in marks for text, marks in found if text in ("TDK", "SMR"))
    assert not any("rtl" in marks for _, marks in found)


def test_machines_without_the_fonts_know_what_to_take(arabic: WordFile) -> None:
    font = arabic.all("//w:font[@w:name='Noto Sans Arabic']", "word/fontTable.xml")[0]
    assert [val(font.find(f"w:{name}", NS)) for name in ("altName", "charset")] == ["Arial", "B2"]


# ---------------------------------------------------------------- languages


@pytest.mark.parametrize(
    ("locale", "slots"),
    [
        ("pl", ("pl-PL", "", "")),
        ("pt", ("pt-PT", "", "")),
        ("pt-BR", ("pt-BR", "", "")),
        ("en-GB", ("en-GB", "", "")),
        ("cs", ("cs-CZ", "", "")),
        ("el", ("el-GR", "", "")),
        ("vi", ("vi-VN", "", "")),
        ("ja", ("en-US", "ja-JP", "")),
        ("ko", ("en-US", "ko-KR", "")),
        ("zh-Hans", ("en-US", "zh-CN", "")),
        ("zh-Hant", ("en-US", "zh-TW", "")),
        ("ar", ("en-US", "", "ar-SA")),
        ("he", ("en-US", "", "he-IL")),
        ("hi", ("en-US", "", "hi-IN")),
        ("th", ("en-US", "", "th-TH")),
    ],
)
def test_the_language_is_in_the_slot_of_its_script(word, locale: str, slots: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    made = word(cases.document(locale=locale))
    for path, part in (("//w:docDefaults//w:lang", "word/styles.xml"), ("//w:themeFontLang", "word/settings.xml")):
        mark = made.all(path, part)[0]
        assert tuple(val(mark, "", slot) for slot in ("val", "eastAsia", "bidi")) == slots


def test_foreign_runs_carry_their_language(word) -> None:  # type: ignore[no-untyped-def]
    text = (Run("Mówi ", "pl"), Run("שלום", "he"), Run(", ", "pl"), Run("สวัสดี", "th"), Run("你好", "zh-Hant"))
    made = word(cases.document((Paragraph(text),)))
    said = {
        cases.text_of(run): (val(mark, "", "eastAsia"), val(mark, "", "bidi"))
        for run in made.all("//w:r[w:rPr/w:lang]")
        for mark in run.xpath("w:rPr/w:lang", namespaces=NS)
    }
    assert said == {"שלום": ("", "he-IL"), "สวัสดี": ("", "th-TH"), "你好": ("zh-TW", "")}


# ---------------------------------------------------------------- East Asian lines


@pytest.mark.parametrize(("locale", "spaced"), [("ja", "on"), ("zh-Hans", "on"), ("zh-Hant", "on"), ("ko", "0")])
def test_east_asian_lines_break_and_close_up_as_in_the_pdf(word, locale: str, spaced: str) -> None:  # type: ignore[no-untyped-def]
    made = word(cases.document(locale=locale))
    names = ("kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN")
    said = [val(made.style_says("BodyText", f"w:pPr/w:{name}"), "on") for name in names]
    assert said == ["on", "on", "0", "0", spaced, spaced]
    assert made.all("//w:characterSpacingControl/@w:val", "word/settings.xml") == ["compressPunctuation"]
    assert len(made.all("//w:strictFirstAndLastChars", "word/settings.xml")) == (locale == "ja")


@pytest.mark.parametrize("locale", ["pl", "ar", "th"])
def test_other_scripts_have_no_east_asian_lines(word, locale: str) -> None:  # type: ignore[no-untyped-def]
    made = word(cases.document(locale=locale))
    assert not made.all("//w:kinsoku | //w:overflowPunct", "word/styles.xml")
    assert made.all("//w:characterSpacingControl/@w:val", "word/settings.xml") == ["doNotCompress"]


@pytest.mark.parametrize("locale", ["pl", "de", "ar", "hi", "ja", "ko"])
def test_word_hyphenates_nothing(word, locale: str) -> None:  # type: ignore[no-untyped-def]
    assert word(cases.document(locale=locale)).all("//w:autoHyphenation/@w:val", "word/settings.xml") == ["0"]
