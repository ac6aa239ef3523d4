"""The article in nineteen languages as Word files: every text is there, in fonts that have its characters."""

from __future__ import annotations

import re
from io import BytesIO

import docx
import pytest
import word_cases as cases
from tongues import LOCALES, RIGHT_TO_LEFT, Tongue, built, tongue
from word_cases import W, WordFile

from publish.document.tree import Cell, Chart, Rich, RunRole
from publish.typeset import FontBook

PARTS = ("word/document.xml", "word/footnotes.xml", "word/header2.xml")
# What the packaged faces of a language lack; Word takes a face of the system for it.
GREEK_EXTENDED = "[\u1f00-\u1fff]"
SECOND_PLANE = "[\U00020000-\U0003ffff]"
LACKING = {"el": GREEK_EXTENDED, "ko": SECOND_PLANE, "zh-Hans": SECOND_PLANE, "zh-Hant": SECOND_PLANE}


def paragraphs(made: WordFile) -> list[str]:
    """The text of each paragraph."""
    return [unmarked(cases.text_of(mark)) for part in PARTS for mark in made.part(part).iter(f"{{{W}}}p")]


def written(text: Rich) -> str:
    """A text without the marks of footnotes, which Word counts itself."""
    return unmarked("".join(run.text for run in text if run.role is not RunRole.NOTE))


def unmarked(text: str) -> str:
    """Without directional marks and isolates, which are Word's to set."""
    return re.sub("[\u200e\u200f\u2066-\u2069]", "", text)


def texts(made: Tongue) -> list[Rich]:
    """Every text but those of charts, which are pictures, and the numbers of tables."""
    blocks = (*made.document.front, *made.document.blocks)
    drawn = {id(bar.label) for block in blocks if isinstance(block, Chart) for bar in block.bars}
    drawn |= {id(cell.text) for cell in numbers(made)}
    return [text for text in made.texts() if id(text) not in drawn]


def numbers(made: Tongue) -> list[Cell]:
    return [cell for cell in made.cells() if cell.number]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_text_stands_in_one_paragraph_as_it_is_written(locale: str) -> None:
    found = "\n".join(paragraphs(WordFile(built(locale, "docx"))))
    assert [written(text) for text in texts(tongue(locale)) if written(text) not in found] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_numbers_of_tables_are_whole_though_tabs_part_them(locale: str) -> None:
    found = {"".join(text.split()) for text in paragraphs(WordFile(built(locale, "docx")))}
    wanted = numbers(tongue(locale))
    assert len(wanted) >= 3
    assert [written(cell.text) for cell in wanted if "".join(written(cell.text).split()) not in found] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_python_docx_reads_the_same_text(locale: str) -> None:
    opened = docx.Document(BytesIO(built(locale, "docx")))
    mine = [cases.text_of(paragraph._p) for paragraph in opened.paragraphs]
    assert [paragraph.text for paragraph in opened.paragraphs] == mine
    assert written(tongue(locale).document.title) in mine


@pytest.mark.parametrize("locale", LOCALES)
def test_charts_are_told_in_words(locale: str) -> None:
    (chart,) = [block for block in tongue(locale).document.blocks if isinstance(block, Chart)]
    assert chart.alt in WordFile(built(locale, "docx")).all("//wp:docPr/@descr")


@pytest.mark.parametrize("locale", LOCALES)
def test_fonts_of_the_styles_have_every_character(locale: str) -> None:
    text = "".join(written(text) for text in tongue(locale).texts())
    told = WordFile(built(locale, "docx")).all("//w:rFonts", "word/styles.xml")
    slots = {tuple(mark.get(f"{{{W}}}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")) for mark in told}
    assert slots
    for names in slots:
        missing = FontBook({"style": tuple(dict.fromkeys(names))}).missing(text)
        assert [char for char in missing if not re.fullmatch(LACKING.get(locale, "(?!)"), char)] == []


@pytest.mark.parametrize("locale", RIGHT_TO_LEFT)
def test_right_to_left_files_say_so_of_paragraphs_runs_tables_and_the_page(locale: str) -> None:
    made = WordFile(built(locale, "docx"))
    assert made.all("//w:sectPr/w:bidi")
    assert made.all("//w:tbl[not(w:tblPr/w:bidiVisual)]") == []
    assert made.style_says("Normal", "w:pPr/w:bidi") is not None
    letters = re.compile("[\u0590-\u07bf]")
    runs = [run for run in made.all("//w:r[w:t]") if letters.search(cases.text_of(run))]
    assert len(runs) > 60
    assert [cases.text_of(run) for run in runs if not run.xpath("w:rPr/w:rtl", namespaces=cases.NS)] == []
