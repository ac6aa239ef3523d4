"""What a reader finds: text, lists, tables, links, notes, pictures, languages."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
import pytest
import word_cases as cases
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from word_cases import NS, W, WordFile, rich

from publish.document.tree import (
    Callout,
    Cell,
    Column,
    ColumnKind,
    Document,
    KeyFigure,
    KeyFigures,
    ListBlock,
    Note,
    Number,
    PageLabel,
    Paragraph,
    Picture,
    Quote,
    Role,
    Row,
    Run,
    Table,
)
from publish.errors import InputError
from publish.localize.phrase import Gaps


def test_headings_are_headings(full: WordFile) -> None:
    found = [(p.style.name, p.text) for p in docx.Document(BytesIO(full.data)).paragraphs if p.style]
    heads = [item for item in found if item[0].startswith(("Title", "Heading"))]
    assert heads == [
        ("Title", "Rzeka wraca do swojego dawnego koryta"),
        ("Heading 2", "Pół miliona metrów"),
        ("Heading 3", "Podział pracy"),
        ("Heading 2", "Cena spokoju"),
        ("Heading 2", "Źródła"),
    ]


def test_takeaways_are_numbered_by_word(full: WordFile) -> None:
    items = full.paragraphs("TakeawaysItem") + full.paragraphs("TakeawaysItemLast")
    assert [item.split(" ")[0] for item in items] == ["Rzeka", "Koszt", "Fala"]
    number = full.all("//w:style[@w:styleId='TakeawaysItem']/w:pPr/w:numPr/w:numId/@w:val", "word/styles.xml")
    last = full.all("//w:p[w:pPr/w:pStyle/@w:val='TakeawaysItemLast']/w:pPr/w:numPr/w:numId/@w:val")
    assert number == last
    path = f"//w:abstractNum[@w:abstractNumId='{number[0]}']/w:lvl/w:numFmt/@w:val"
    assert full.all(path, "word/numbering.xml") == ["decimal"]


def test_bullets_show_the_mark_of_the_house(word, styles) -> None:  # type: ignore[no-untyped-def]
    for name, style in styles.items():
        made = word(cases.document((), (cases.learn(),)), name)
        path = "//w:lvl[w:pStyle/@w:val='LearnItem']/w:lvlText/@w:val"
        assert made.all(path, "word/numbering.xml") == [style.layout.list_mark]


def test_each_ordered_list_counts_from_its_own_start(word) -> None:  # type: ignore[no-untyped-def]
    lists = [ListBlock(((Paragraph(rich("a")),),), True, (mark,)) for mark in ("1", "1", "7")]
    made = word(cases.document(tuple(lists)))
    direct = made.all("//w:p[w:pPr/w:pStyle/@w:val='ListNumber']/w:pPr/w:numPr/w:numId/@w:val")
    assert len(set(direct)) == 2  # the first list is the style's own
    starts = [made.all(f"//w:num[@w:numId='{n}']//w:startOverride/@w:val", "word/numbering.xml")[0] for n in direct]
    assert starts == ["1", "7"]


def test_every_list_in_use_is_defined(full: WordFile) -> None:
    used = set(full.all("//w:numId/@w:val")) | set(full.all("//w:numId/@w:val", "word/styles.xml"))
    assert used - {"0"} <= set(full.all("//w:num/@w:numId", "word/numbering.xml"))


def test_nested_lists_go_a_level_down(full: WordFile) -> None:
    assert full.paragraphs("ListBullet") == ["koryto", "urządzenia"]
    assert full.paragraphs("ListNumber2") == ["pompy", "zastawki"]
    assert full.paragraphs("ListContinue") == ["Wszystkie mają numer."]


def test_head_rows_repeat_and_rows_stay_whole(full: WordFile) -> None:
    tables = full.all("//w:tbl[w:tblPr/w:tblStyle/@w:val!='LayoutTable']")
    assert len(tables) == 3
    for table in tables:
        rows = table.findall(f"{{{W}}}tr")
        assert [bool(row.xpath("w:trPr/w:tblHeader", namespaces=NS)) for row in rows] == [True] + [False] * (
            len(rows) - 1
        )
        assert all(row.xpath("w:trPr/w:cantSplit", namespaces=NS) for row in rows)
        assert table.xpath("w:tblPr/w:tblLook/@w:firstRow", namespaces=NS) == ["1"]


def test_tables_say_what_they_hold(full: WordFile) -> None:
    captions = full.all("//w:tblCaption/@w:val")
    assert "Tabela 1 Rzeka w liczbach: koszt i długość" in captions
    assert "Kolumna 1; Kolumna 2; Kolumna 3; Kolumna 4" in captions
    assert all(captions)


def test_layout_tables_have_no_head_row(full: WordFile) -> None:
    looks = full.all("//w:tbl[w:tblPr/w:tblStyle/@w:val='LayoutTable']/w:tblPr/w:tblLook/@w:firstRow")
    assert looks
    assert set(looks) == {"0"}


def test_value_cells_align_integers_and_part_units(full: WordFile) -> None:
    cells = full.all("//w:tc[w:p/w:pPr/w:tabs]")
    assert [cases.text_of(cell) for cell in cells] == [
        "\tdo 4,2\tmln PLN", "\t3\tmln PLN", "\tponad 12,75\tkm", "\t15\t%",
    ]  # fmt: skip
    stops = [int(c.xpath("w:p/w:pPr/w:tabs/w:tab[1]/@w:pos", namespaces=NS)[0]) for c in cells]
    assert stops[1] == stops[3] < stops[0] < stops[2]  # each behind the common place by its fraction
    assert {c.xpath("w:p/w:pPr/w:tabs/w:tab[2]/@w:pos", namespaces=NS)[0] for c in cells} == {
        cells[0].xpath("w:p/w:pPr/w:tabs/w:tab[2]/@w:pos", namespaces=NS)[0]
    }


def test_precision_words_are_light_and_numbers_strong(full: WordFile) -> None:
    runs = full.all("(//w:tc[w:p/w:pPr/w:tabs])[1]//w:r[w:t]")
    found = [(r.xpath("string(w:rPr/w:rStyle/@w:val)", namespaces=NS), cases.text_of(r)) for r in runs]
    assert found == [("TablePrefix", "do "), ("TableValue", "4,2"), ("", "mln PLN")]


@pytest.mark.parametrize(("rows", "columns"), [(60, 9), (3, 14), (1, 1)])
def test_a_table_fills_the_measure_exactly(word, styles, rows: int, columns: int) -> None:  # type: ignore[no-untyped-def]
    made = word(cases.document((cases.plain_table(rows, columns),)))
    width = int(made.all("//w:tblW/@w:w")[0])
    assert abs(sum(int(w) for w in made.all("//w:gridCol/@w:w")) - width) <= columns
    page = styles["briefing"].page
    assert abs(width / 20 - (595.28 - page.start - page.end)) < 1


def test_only_a_long_table_may_break(word) -> None:  # type: ignore[no-untyped-def]
    long, short = (word(cases.document((cases.plain_table(rows, 1),))) for rows in (60, 5))
    kept = "//w:p[w:pPr/w:pStyle/@w:val='TableCell']/w:pPr/w:keepNext"
    assert len(long.all(kept)) == 4  # three rows together at either end
    assert len(short.all(kept)) == 4


def test_touching_tables_stay_apart_and_a_paragraph_ends_the_text(word) -> None:  # type: ignore[no-untyped-def]
    made = word(cases.document((cases.plain_table(caption=False), cases.key_figures(), cases.about())))
    tags = [child.tag.rpartition("}")[2] for child in made.all("//w:body")[0]]
    assert "tbl tbl" not in " ".join(tags)
    assert tags[-2:] == ["p", "sectPr"]


def test_page_numbers_are_fields(full: WordFile) -> None:
    codes = [code.text for code in full.all("//w:instrText", "word/footer1.xml")]
    assert codes == [" PAGE ", " NUMPAGES "]
    kinds = full.all("//w:fldChar/@w:fldCharType", "word/footer1.xml")
    assert kinds == ["begin", "separate", "end"] * 2


def test_the_page_label_keeps_the_words_of_its_language(word) -> None:  # type: ignore[no-untyped-def]
    furniture = replace(cases.furniture(), page=PageLabel("{pages} ページ中 {page}"))
    footer = word(cases.document(furniture=furniture)).part("word/footer1.xml")
    assert "ページ中" in cases.text_of(footer)
    assert [c.text for c in footer.iter(f"{{{W}}}instrText")] == [" NUMPAGES ", " PAGE "]


def test_words_around_a_page_number_never_become_field_code(word) -> None:  # type: ignore[no-untyped-def]
    furniture = replace(cases.furniture(), page=PageLabel('INCLUDETEXT "x" {page} of {pages}'))
    codes = word(cases.document(furniture=furniture)).all("//w:instrText", "word/footer1.xml")
    assert [code.text for code in codes] == [" PAGE ", " NUMPAGES "]


def test_marking_and_draft_stand_on_every_page(word) -> None:  # type: ignore[no-untyped-def]
    furniture = cases.furniture("TLP:AMBER", "SZKIC")
    for name in ("briefing", "newsroom"):
        made = word(cases.document(furniture=furniture), name)
        for part in ("word/header1.xml", "word/header2.xml"):
            assert all(mark in cases.text_of(made.part(part)) for mark in ("TLP:AMBER", "SZKIC"))


def test_footnotes_are_real_and_called_once(full: WordFile) -> None:
    notes = full.all("//w:footnote[not(@w:type)]", "word/footnotes.xml")
    assert [cases.text_of(note) for note in notes] == ["\tPomiar własny, dane", "\tDrugi przypis.Z dopiskiem."]
    assert full.all("//w:footnoteReference/@w:id") == ["1", "2"]
    assert [code.text for code in full.all("//w:body//w:instrText")] == [" NOTEREF call_note_a \\f \\h "]
    assert full.all("//w:sectPr/w:footnotePr/w:numFmt/@w:val") == ["lowerLetter"]


def test_marks_that_word_would_not_give_are_kept(word) -> None:  # type: ignore[no-untyped-def]
    note = Note("x", "note-x", "note-x-call", (Paragraph(rich("Uwaga.")),))
    made = word(cases.document((cases.body_paragraph(cases.note_call("x")),), notes=(note,)))
    assert made.all("//w:footnoteReference/@w:customMarkFollows") == ["1"]
    assert made.paragraphs("BodyText")[0].endswith("x.")


def counted(marks: str, note_marks: str, **more: str) -> Document:
    """A document with a note for each mark."""
    notes = tuple(Note(mark, f"note-{mark}", f"note-{mark}-call", (Paragraph(rich("Uwaga.")),)) for mark in marks)
    calls = tuple(cases.body_paragraph(cases.note_call(mark)) for mark in marks)
    return cases.document(calls, notes=notes, note_marks=note_marks, **more)


@pytest.mark.parametrize(
    ("marks", "note_marks", "format_"),
    [
        ("ab", "lower-latin", "lowerLetter"),
        ("أبجد", "arabic-abjad", "arabicAbjad"),
        ("אב", "hebrew", "hebrew1"),
        ("กขค", "thai-alphabetic", "thaiLetters"),
        ("①②", "circled-decimal", "decimalEnclosedCircle"),
    ],
)
def test_word_counts_notes_in_the_letters_of_the_document(word, marks: str, note_marks: str, format_: str) -> None:  # type: ignore[no-untyped-def]
    made = word(counted(marks, note_marks))
    assert made.all("//w:sectPr/w:footnotePr/w:numFmt/@w:val") == [format_]
    assert len(made.all("//w:footnoteReference[not(@w:customMarkFollows)]")) == len(marks)


@pytest.mark.parametrize(("marks", "note_marks"), [("कख", "hindi-consonants"), ("אג", "hebrew")])
def test_marks_of_which_word_is_not_sure_are_written_out(word, marks: str, note_marks: str) -> None:  # type: ignore[no-untyped-def]
    made = word(counted(marks, note_marks))
    assert made.all("//w:footnoteReference/@w:customMarkFollows") == ["1", "1"]
    assert [text[-2] for text in made.paragraphs("BodyText")] == list(marks)


def test_an_arabic_letter_that_marks_a_note_does_not_join_the_word_before_it(word) -> None:  # type: ignore[no-untyped-def]
    made = word(counted("بج", "arabic-abjad", locale="ar", direction="rtl"))
    calls = made.all("//w:body//w:r[w:footnoteReference]")
    assert [cases.text_of(call) for call in calls] == ["\u200cب", "\u200cج"]


def test_links_lead_out_by_relationship_and_in_by_bookmark(full: WordFile) -> None:
    targets = full.all("//rel:Relationship[@TargetMode='External']/@Target", "word/_rels/document.xml.rels")
    assert "https://example.org/a?b=1&c=<2>" in targets
    assert "mailto:kontakt@example.org" in targets
    assert set(full.all("//w:hyperlink/@w:anchor")) <= set(full.all("//w:bookmarkStart/@w:name"))
    assert full.all("//w:hyperlink[@w:anchor='tabela']")


def test_source_marks_lead_to_their_sources(full: WordFile) -> None:
    marks = full.all("//w:hyperlink[w:r/w:rPr/w:rStyle/@w:val='SourceMark']/@w:anchor")
    assert marks == ["source_1", "source_2"]
    items = full.all("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Bibliography')]/w:bookmarkStart/@w:name")
    assert items == ["source_1", "source_2"]


def test_dangerous_addresses_become_plain_text(full: WordFile) -> None:
    everything = b"".join(full.zip.read(name) for name in full.names if name.endswith(".rels"))
    assert b"javascript" not in everything
    run = full.all("//w:r[w:t='nie tu']")[0]
    assert run.find(f"{{{W}}}rPr") is None
    assert run.getparent().tag == f"{{{W}}}p"


def test_bookmarks_are_unique_and_closed(full: WordFile) -> None:
    names, ids = full.all("//w:bookmarkStart/@w:name"), full.all("//w:bookmarkStart/@w:id")
    assert len({name.lower() for name in names}) == len(names) == len(set(ids))
    assert sorted(full.all("//w:bookmarkEnd/@w:id")) == sorted(ids)
    assert max(map(len, names)) <= 40


def test_anchors_that_fold_into_one_name_stay_apart(word) -> None:  # type: ignore[no-untyped-def]
    tables = [replace(cases.plain_table(), anchor=anchor) for anchor in ("Ala-1", "ala_1", "1ala", "x" * 90, "x" * 91)]
    names = word(cases.document(tuple(tables))).all("//w:bookmarkStart/@w:name")
    assert len({name.lower() for name in names}) == 5
    assert all(name[0].isalpha() and len(name) <= 40 for name in names)


def test_pictures_have_alternative_text(full: WordFile) -> None:
    described = full.all("//wp:docPr/@descr")
    assert "Łąka pod wodą, w tle most" in described
    assert "Kod QR: example.org/pl/12" in described
    assert any(text.startswith("Wykres słupkowy: przed robotami 1,8") for text in described)
    assert len(described) == len(full.all("//w:drawing"))
    ids = full.all("//wp:docPr/@id")
    assert len(ids) == len(set(ids))


def test_a_picture_used_twice_is_embedded_once(word, picture) -> None:  # type: ignore[no-untyped-def]
    shown = [b for b in cases.every_block(picture) if type(b).__name__ == "Picture"] * 2
    made = word(cases.document(tuple(shown)))
    assert len(made.all("//w:drawing")) == 2
    assert len([name for name in made.names if "media" in name]) == 1


def test_pictures_stay_within_the_text_column(full: WordFile) -> None:
    for width in full.all("//wp:extent/@cx"):
        assert int(width) / 12700 <= 595.28 - 2 * 48


def test_languages_are_on_the_document_and_on_foreign_runs(full: WordFile) -> None:
    assert full.all("//w:docDefaults//w:lang/@w:val", "word/styles.xml") == ["pl-PL"]
    foreign = {lang.get(f"{{{W}}}val"): lang.get(f"{{{W}}}eastAsia") for lang in full.all("//w:r/w:rPr/w:lang")}
    assert foreign == {"en-US": None, "ja-JP": "ja-JP"}


def test_a_japanese_document_speaks_japanese(word) -> None:  # type: ignore[no-untyped-def]
    body = Paragraph((Run("日本", "ja", strong=True), Run("と", "ja"), Run("Tokyo", "en", emphasis=True)))
    made = word(cases.document((body,), locale="ja", script="Jpan", title=rich("日本", "ja"), notes=()))
    lang = made.all("//w:docDefaults//w:lang", "word/styles.xml")[0]
    # the other slot is for Latin words and digits, which programs would break anywhere if they were Japanese
    assert (lang.get(f"{{{W}}}val"), lang.get(f"{{{W}}}eastAsia")) == ("en-US", "ja-JP")
    emphasis = made.all("//w:style[@w:styleId='Emphasis']/w:rPr", "word/styles.xml")[0]
    assert emphasis.find(f"{{{W}}}b") is not None
    assert emphasis.find(f"{{{W}}}i") is None


def test_a_right_to_left_document_is_marked_as_one(word) -> None:  # type: ignore[no-untyped-def]
    text = Paragraph((Run("مرحبا", "ar"),))
    made = word(cases.document((text, cases.plain_table()), locale="ar", direction="rtl", title=rich("مرحبا", "ar")))
    assert made.all("//w:sectPr/w:bidi")
    assert made.all("//w:docDefaults//w:bidi", "word/styles.xml")
    assert made.all("//w:r[w:t='مرحبا']/w:rPr/w:rtl")
    assert made.all("//w:tblPr/w:bidiVisual")


def test_an_info_box_names_its_kind_above_its_title(full: WordFile) -> None:
    assert full.paragraphs("InfoKicker") == ["Warto wiedzieć"]
    assert full.paragraphs("InfoTitle") == ["umowa trzech gmin"]
    assert full.paragraphs("InfoTextLast") == ["Warunek. Umowę odnawia się co cztery lata."]


def test_an_info_box_without_a_title_is_headed_by_its_kind(word) -> None:  # type: ignore[no-untyped-def]
    box = Callout(Role.INFO, rich("Warto wiedzieć"), None, (Paragraph(rich("Tekst.")),), "w")
    made = word(cases.document((box,)))
    assert made.paragraphs("InfoHead") == ["Warto wiedzieć"]


def test_future_events_hang_from_a_dashed_line(full: WordFile) -> None:
    lines = full.all("//w:tc[w:p/w:pPr/w:pStyle/@w:val='TimelineWhen']/w:tcPr/w:tcBorders/w:top/@w:val")
    assert lines.count("dashed") == 2
    assert len(lines) == 10


def test_the_band_carries_title_and_lead(word) -> None:  # type: ignore[no-untyped-def]
    made = word(cases.document(), "newsroom")
    assert all(made.style_says(style, "w:pPr/w:shd") is not None for style in ("BandMasthead", "Title", "Lead"))
    line = "Instytut Przykładowy\tAnaliza nr 12\u200330 czerwca 2025\u2003Czas czytania: 6 min"
    assert made.paragraphs("BandMasthead") == [line]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=40))
def test_any_text_makes_a_file_that_opens(word, text: str) -> None:  # type: ignore[no-untyped-def]
    made = word(cases.document((Paragraph(rich(f"a{text}b", target=f"https://example.org/{text}")),), title=rich(text)))
    opened = docx.Document(BytesIO(made.data))
    assert any(p.text.startswith("a") and p.text.endswith("b") for p in opened.paragraphs)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 12), st.lists(st.text(max_size=60), min_size=1, max_size=6))
def test_no_table_is_wider_than_the_measure(word, columns: int, words: list[str]) -> None:  # type: ignore[no-untyped-def]
    table = cases.plain_table(len(words), columns)
    rows = tuple(
        replace(row, cells=(replace(row.cells[0], text=rich(text)), *row.cells[1:]))
        for row, text in zip(table.rows, words, strict=True)
    )
    made = word(cases.document((replace(table, rows=rows),)))
    widths = [int(width) for width in made.all("//w:gridCol/@w:w")]
    assert min(widths) > 0
    assert sum(widths) <= int(made.all("//w:tblW/@w:w")[0]) + columns


def test_documents_of_one_style_share_a_template(full_document: Document, word) -> None:  # type: ignore[no-untyped-def]
    first, second = word(full_document), word(cases.document())
    assert first.zip.read("word/styles.xml") == second.zip.read("word/styles.xml")


def test_an_empty_table_body_still_makes_a_file(word) -> None:  # type: ignore[no-untyped-def]
    table = cases.plain_table()
    made = word(cases.document((Table(table.columns, (), "t"),)))
    assert docx.Document(BytesIO(made.data)).tables


def test_key_figures_set_signs_large_and_words_small(word) -> None:  # type: ignore[no-untyped-def]
    said = (
        KeyFigure("$", "550", "billion", rich("a"), "en", "a", prefix="up to", gaps=Gaps(" ", "", "\u00a0")),
        KeyFigure("GDP比", "2", "%", rich("b"), "ja", "b"),
        KeyFigure("", "1,8", "% PKB", rich("c"), "pl", "c"),
        KeyFigure("", "200", "억\u00a0달러", rich("d"), "ko", "d", suffix="초과", gaps=Gaps(suffix=" ")),
    )
    made = word(cases.document((KeyFigures(rich("W liczbach"), said, "k"),)))
    figures = made.all("//w:tc/w:p[w:r][not(w:pPr/w:pStyle/@w:val='KeyFigureLabel')]")
    small, large = "KeyFigureUnit", ""
    assert [[(style_of(run), cases.text_of(run)) for run in p.findall(f"{{{W}}}r")] for p in figures] == [
        [(small, "up to\u00a0"), (large, "$550"), (small, "\u00a0billion")],
        [(small, "GDP比"), (large, "2%")],
        [(large, "1,8%"), (small, "\u00a0PKB")],
        [(large, "200"), (small, "억\u00a0달러 초과")],
    ]


def style_of(run: object) -> str:
    """The character style of a run, without its size."""
    name = run.xpath("string(w:rPr/w:rStyle/@w:val)", namespaces=NS)  # type: ignore[attr-defined]
    return str(name).removesuffix("Medium").removesuffix("Small")


def test_key_figures_take_fewer_columns_where_words_are_long(word) -> None:  # type: ignore[no-untyped-def]
    long = KeyFigure("", "222.050", "Fahrradfahrerinnen und Fahrradfahrer", rich("a", "de"), "de", "a")
    made = word(cases.document((KeyFigures(rich("In Zahlen"), (long, long, long), "k"),)))
    assert len(made.all("//w:tr")) == 3


def test_words_before_an_aligned_number_are_light_and_its_signs_strong(word) -> None:  # type: ignore[no-untyped-def]
    cells = (
        (Number("", "GDP比", "1", ".8", "%", ""), "GDP比1.8%"),
        (Number("up to", "$", "9", ".9", "billion", ""), "up to $9.9 billion"),
        (Number("", "年", "14", "", "億ドル", ""), "年14億ドル"),
    )
    rows = tuple(Row((Cell(rich("a")), Cell(rich(text), number))) for number, text in cells)
    columns = (Column(rich("A")), Column(rich("B"), ColumnKind.NUMBER))
    made = word(cases.document((Table(columns, rows, "t", facts=True),)))
    light, strong = (
        [cases.text_of(r) for r in made.all(f"//w:r[w:rPr/w:rStyle/@w:val='{style}']")]
        for style in ("TablePrefix", "TableValue")
    )
    assert light == ["GDP比", "up to ", "年"]
    assert strong == ["1.8", "$9.9", "14"]


def test_sentences_below_a_table_need_no_space_in_japanese(word) -> None:  # type: ignore[no-untyped-def]
    table = replace(cases.fact_table(), notes=(rich("甲。", "ja"), rich("乙。", "ja")))
    japanese = {"locale": "ja", "script": "Jpan", "title": rich("日本", "ja")}
    assert word(cases.document((table,), **japanese)).paragraphs("TableNote") == ["甲。乙。"]
    assert word(cases.document((table,))).paragraphs("TableNote") == ["甲。 乙。"]


def test_the_author_of_a_quote_stands_in_the_marks_of_the_script(word) -> None:  # type: ignore[no-untyped-def]
    quote = Quote(rich("あ", "ja"), rich("コール", "ja"), rich("研究所", "ja"), rich("要旨", "ja"))
    japanese = {"locale": "ja", "script": "Jpan", "title": rich("日本", "ja")}
    assert word(cases.document((quote,), **japanese)).paragraphs("QuoteAuthor") == ["コール（研究所、要旨）"]
    assert word(cases.document((quote,))).paragraphs("QuoteAuthor") == ["コール, 研究所 (要旨)"]


def test_details_leave_a_masthead_that_is_full(word) -> None:  # type: ignore[no-untyped-def]
    masthead = replace(
        cases.document().masthead, details=("Czas czytania: 6 min", "Przekład " * 9), notices=("Embargo.",)
    )
    made = word(cases.document(masthead=masthead))
    assert len(made.paragraphs("ArticleDetails")) == 1
    assert made.paragraphs("Notice") == ["Embargo."]
    assert "6 min" not in cases.text_of(made.part("word/header2.xml"))


@pytest.mark.parametrize("style", ["briefing", "newsroom"])
def test_the_logo_stands_beside_the_publisher(word, picture, style: str) -> None:  # type: ignore[no-untyped-def]
    masthead = replace(cases.document().masthead, logo=picture)
    made = word(cases.document(masthead=masthead), style)
    part = "word/document.xml" if style == "newsroom" else "word/header2.xml"
    assert made.all("//wp:docPr/@descr", part) == ["Instytut Przykładowy"]


def test_a_file_that_is_no_picture_is_a_finding(word, tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "most.png"
    file.write_bytes(b"GIF89a")
    with pytest.raises(InputError, match='"Most" is neither PNG nor JPEG'):
        word(cases.document((Picture(file, (600, 300), "Most", "pl", "most"),)))


def test_a_code_stands_on_the_edge_of_its_column(full: WordFile) -> None:
    target = full.all("//w:drawing[.//@descr='Kod QR: example.org/pl/12']//a:blip/@r:embed")[0]
    name = full.all(f"//rel:Relationship[@Id='{target}']/@Target", "word/_rels/document.xml.rels")[0]
    code = Image.open(BytesIO(full.zip.read(f"word/{name}")))
    assert code.getpixel((0, 0)) == 0  # dark: no white of its own around it
