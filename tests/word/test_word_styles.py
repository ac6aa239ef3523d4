"""Named styles made from the house style; next to no direct formatting."""

from __future__ import annotations

import pytest
import word_cases as cases
from lxml import etree
from word_cases import NS, W, WordFile

# What only a place in a document can know: its list, what it stays with, stops that follow from its column's numbers.
PARAGRAPH_ALLOWED = {"pStyle", "numPr", "keepNext", "tabs", "ind"}
RUN_ALLOWED = {"rStyle", "lang", "rtl"}


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


@pytest.mark.parametrize("part", ["document", "footnotes", "header1", "header2", "footer1"])
def test_no_direct_formatting(full: WordFile, part: str) -> None:
    for properties in full.all("//w:p/w:pPr", f"word/{part}.xml"):
        assert {local(child) for child in properties} <= PARAGRAPH_ALLOWED
    for properties in full.all("//w:r/w:rPr", f"word/{part}.xml"):
        assert {local(child) for child in properties} <= RUN_ALLOWED


def test_direct_stops_and_indents_are_for_number_cells_only(full: WordFile) -> None:
    for paragraph in full.all("//w:p[w:pPr/w:tabs or w:pPr/w:ind]"):
        assert paragraph.xpath("ancestor::w:tc", namespaces=NS)


@pytest.mark.parametrize("part", ["document", "footnotes", "header1", "header2", "footer1", "numbering"])
def test_every_style_in_use_is_defined(full: WordFile, part: str) -> None:
    used = full.all("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", f"word/{part}.xml")
    assert set(used) <= set(full.all("//w:style/@w:styleId", "word/styles.xml"))


def test_style_names_and_ids_are_unique(full: WordFile) -> None:
    for path in ("//w:style/@w:styleId", "//w:style/w:name/@w:val"):
        found = full.all(path, "word/styles.xml")
        assert len(found) == len(set(found))


def test_styles_refer_to_styles_that_exist(full: WordFile) -> None:
    defined = set(full.all("//w:style/@w:styleId", "word/styles.xml"))
    assert set(full.all("//w:basedOn/@w:val | //w:next/@w:val", "word/styles.xml")) <= defined


def test_every_font_slot_is_named(full: WordFile) -> None:
    for fonts in full.all("//w:rFonts", "word/styles.xml"):
        assert {etree.QName(key).localname for key in fonts.keys()} == {"ascii", "hAnsi", "eastAsia", "cs"}  # noqa: SIM118
    assert full.all("//w:style[@w:styleId='BodyText']//w:rFonts/@w:eastAsia", "word/styles.xml") == ["Noto Sans JP"]


def test_fonts_have_no_axes(full: WordFile) -> None:
    assert not [name for name in full.all("//w:rFonts/@*", "word/styles.xml") if "@" in name]
    assert not [name for name in full.all("//w:font/@w:name", "word/fontTable.xml") if "@" in name]


@pytest.mark.parametrize(("style", "level"), [("Title", "0"), ("Heading2", "1"), ("Heading3", "2")])
def test_headings_have_outline_levels(full: WordFile, style: str, level: str) -> None:
    found = full.style_says(style, "w:pPr/w:outlineLvl")
    assert found is not None
    assert found.get(f"{{{W}}}val") == level


def test_styles_carry_the_sizes_and_colours_of_the_house(word, styles) -> None:  # type: ignore[no-untyped-def]
    made = word(cases.document())
    role = styles["briefing"].role("title")
    said = {name: made.style_says("Title", f"w:rPr/w:{name}").get(f"{{{W}}}val") for name in ("sz", "color")}
    assert said == {"sz": str(round(role.size * 2)), "color": role.color.removeprefix("#")}


def test_word_treats_the_file_as_a_modern_one(full: WordFile) -> None:
    path = "//w:compatSetting[@w:name='compatibilityMode']/@w:val"
    assert full.all(path, "word/settings.xml") == ["15"]
    assert full.all("//w:zoom/@w:percent", "word/settings.xml") == ["100"]
    assert full.all("//w:autoHyphenation/@w:val", "word/settings.xml") == ["0"]


def test_a_box_has_one_border_and_one_indent_throughout(full: WordFile) -> None:
    """Word parts a box where two neighbours differ in borders or indents."""
    for box in (["InfoKicker", "InfoTitle", "InfoHead", "InfoText", "InfoBullet", "InfoNumber", "InfoTextLast"],):
        assert len({_frame(full, style) for style in box}) == 1


def test_the_takeaways_panel_is_one_box(word) -> None:  # type: ignore[no-untyped-def]
    made = word(cases.document((), (cases.takeaways(),)))
    assert len({_frame(made, style) for style in ("TakeawaysTitle", "TakeawaysItem", "TakeawaysItemLast")}) == 1


def _frame(made: WordFile, style: str) -> bytes:
    found = [made.style_says(style, f"w:pPr/{path}") for path in ("w:pBdr", "w:ind", "w:shd")]
    return b"".join(etree.tostring(each) for each in found if each is not None)


def test_a_box_has_borders_indents_and_a_fill(full: WordFile) -> None:
    assert all(full.style_says("InfoTextLast", f"w:pPr/w:{part}") is not None for part in ("pBdr", "ind", "shd"))


def test_a_variant_follows_its_base(full: WordFile) -> None:
    """A colleague who changes a style changes its variants with it."""
    for variant in ("BodyTextLast", "BodyTextSpaced", "InfoTextLast", "ListBulletLast", "TableCellEnd"):
        style = full.all(f"//w:style[@w:styleId='{variant}']", "word/styles.xml")[0]
        assert style.find(f"{{{W}}}rPr") is None
        assert {local(child) for child in style.find(f"{{{W}}}pPr")} <= {"spacing", "keepNext", "ind", "jc"}


def test_writers_are_offered_a_choice_and_no_machinery(full: WordFile) -> None:
    offered = full.all("//w:style[w:qFormat]/@w:styleId", "word/styles.xml")
    assert {"Title", "Lead", "Heading2", "BodyText", "TakeawaysItem", "InfoText", "FactTable"} <= set(offered)
    assert not [name for name in offered if name.endswith(("Last", "Small")) or name in ("TableGap", "Normal")]
    places = dict(zip(offered, full.all("//w:style[w:qFormat]/w:uiPriority/@w:val", "word/styles.xml"), strict=True))
    order = ["Title", "Lead", "Heading2", "BodyText", "ListBullet", "TakeawaysItem", "Caption"]
    assert sorted(order, key=lambda name: int(places[name])) == order


def test_a_marking_has_the_colour_of_its_protocol(word) -> None:  # type: ignore[no-untyped-def]
    for marking, color in (("TLP:RED", "FF2B2B"), ("TLP:GREEN", "33FF00")):
        made = word(cases.document(furniture=cases.furniture(marking)))
        assert made.all("//w:style[@w:styleId='Marking']/w:rPr/w:color/@w:val", "word/styles.xml") == [color]


def test_no_paragraph_is_empty_for_space(full: WordFile) -> None:
    """Empty ones stand only where Word needs one: in empty cells and beside tables."""
    for paragraph in full.all("//w:body/w:p[not(.//w:t) and not(.//w:drawing)]"):
        assert paragraph.find(f"{{{W}}}pPr/{{{W}}}pStyle").get(f"{{{W}}}val") == "TableGap"
        beside = paragraph.getprevious(), paragraph.getnext()
        assert all(other is not None and local(other) in ("tbl", "sectPr") for other in beside)


def test_no_table_stands_for_a_box(full: WordFile) -> None:
    assert not [t for t in full.all("//w:tbl") if len(t.findall(f".//{{{W}}}tc")) == 1]


@pytest.mark.parametrize("mark", ["SourceMark", "FootnoteReference", "Hyperlink", "Code", "Strong", "Emphasis"])
def test_marks_take_the_colour_of_their_paragraph(full: WordFile, mark: str) -> None:
    """A box may be dark: a colour of its own would make a mark in it unreadable."""
    assert not full.all(f"//w:style[@w:styleId='{mark}']/w:rPr/w:color", "word/styles.xml")
