"""The article in nineteen languages as PDF: every glyph is there, and its text comes out as it went in."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from shown_glyphs import fonts, objects, shown_glyphs
from taken_out import by_pdfium, by_poppler, folded, is_found, needs_poppler, words
from tongues import FOLDER, LEFT_TO_RIGHT, LOCALES, RIGHT_TO_LEFT, Tongue, built, tongue

from publish.build.order import Order, SourceFolder
from publish.build.pipeline import check
from publish.document.tree import Cell, Rich, Run

VERSIONS = [*((locale, "briefing") for locale in LOCALES), *((locale, "newsroom") for locale in ("ar", "ja", "th"))]

# pdfium has a bidi of its own, which turns round what stands between a Latin word and a number.
LEAST_BY_PDFIUM = {"ar": 0.935, "he": 0.925}


def test_article_is_complete_and_without_fault_in_every_language_that_has_labels() -> None:
    report = check(Order((SourceFolder(FOLDER, FOLDER.name),), FOLDER / "no-output"))
    assert [str(finding) for finding in report.diagnostics] == []
    assert report.skipped == ()
    assert {path.stem for path in (FOLDER / "translations").glob("*.po")} | {"en"} == set(LOCALES)


@pytest.mark.parametrize(("locale", "style"), VERSIONS)
def test_no_character_lacks_a_glyph(locale: str, style: str) -> None:
    assert [str(finding) for finding in tongue(locale, style).findings] == []
    shown = Counter(shown_glyphs(built(locale, "pdf", style)))
    assert shown.total() > 1_000
    assert [font for font, glyph in shown if glyph == 0] == []


@pytest.mark.parametrize(("locale", "style"), VERSIONS)
def test_every_font_is_embedded_and_none_is_a_base_font(locale: str, style: str) -> None:
    data = built(locale, "pdf", style)
    found = fonts(objects(data))
    assert found
    assert all(b"/Subtype/Type0/BaseFont/" in font for font in found.values())
    names = set(re.findall(rb"/BaseFont ?/([^/\s]+)", data))
    assert all(re.fullmatch(rb"[A-Z]{6}\+.+", name) for name in names)
    assert data.count(b"/FontFile2 ") == len(names) == len(found)


RAIL = ("-x", "0", "-y", "0", "-W", "206", "-H", "842")
COLUMN = ("-x", "206", "-y", "0", "-W", "390", "-H", "842")


@needs_poppler
@pytest.mark.parametrize(("locale", "style"), VERSIONS)
def test_poppler_takes_every_text_out_as_it_is_written(locale: str, style: str) -> None:
    data = built(locale, "pdf", style)
    # the order of the page parts a number from its item where another column stands beside; that of the file, Arabic
    orders = [by_poppler(data)]
    if locale not in RIGHT_TO_LEFT:
        orders.append(by_poppler(data, "-raw"))
    elif style == "newsroom":  # the rail and the text beside it, each by itself
        orders.append("".join(by_poppler(data, *crop) for crop in (RAIL, COLUMN)))
    lost = [text for text in parts(tongue(locale, style)) if not any(is_found(text, taken) for taken in orders)]
    assert [said(text) for text in lost] == []


@pytest.mark.parametrize(("locale", "style"), [version for version in VERSIONS if version[0] in LEFT_TO_RIGHT])
def test_pdfium_takes_every_left_to_right_text_out_as_it_is_written(locale: str, style: str) -> None:
    taken = by_pdfium(built(locale, "pdf", style))
    assert [said(text) for text in parts(tongue(locale, style)) if not is_found(text, taken)] == []


@pytest.mark.parametrize("locale", RIGHT_TO_LEFT)
def test_pdfium_takes_most_right_to_left_words_out_as_they_are_written(locale: str) -> None:
    wanted = Counter(word for text in tongue(locale).texts() for word in words(text))
    taken = Counter(words(by_pdfium(built(locale))))
    assert (wanted & taken).total() / wanted.total() >= LEAST_BY_PDFIUM[locale]


def parts(made: Tongue) -> list[Rich | Cell]:
    """Every text of the article that is shown; the cells of its tables as cells, whose numbers stand in parts."""
    cells = made.cells()
    in_cells = {id(cell.text) for cell in cells}
    return [*(text for text in made.texts() if id(text) not in in_cells), *cells]


def said(text: Rich | Cell) -> str:
    return "".join(run.text for run in (text.text if isinstance(text, Cell) else text))


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        ("zażółć gęślą", "zazółć gęślą"),
        ("one two", "two one"),
        ("one two", "onetwo"),
        ("onetwo", "one two"),
        ("in the first line", "in the\nlast line"),
        ("ฟ้า", "ฟา้"),
        ("東京、大阪", "東京大阪"),
    ],
)
def test_a_text_that_came_out_otherwise_is_not_found(written: str, taken: str) -> None:
    assert not is_found(written, f"before\n{taken}\nafter")


@pytest.mark.parametrize(
    "taken",
    ["a sen\u00ad\ntence of two\nlines", "a sen\ufffetence\nPage 1 of 3\nof two lines", "a  sentence of\ttwo lines"],
)
def test_lines_hyphens_and_the_foot_of_a_page_are_seen_through(taken: str) -> None:
    assert is_found((Run("a sentence of two lines", "en"),), folded(taken))
