"""Columns have room for the fonts of machines that lack the house's."""

from __future__ import annotations

import pytest
import word_cases as cases
from word_cases import NS, rich

from publish.document.tree import KeyFigure, KeyFigures
from publish.typeset import measure
from publish.typeset.fonts import FontBook
from publish.typeset.model import Look, Piece

#: A bold DejaVu Sans, the widest face that commonly stands in for another, beside Source Sans 3.
WIDER = 1.28


def twips(values: list[str]) -> list[float]:
    return [int(value) / 20 for value in values]


@pytest.mark.parametrize("name", ["briefing", "newsroom"])
def test_a_head_is_not_torn_in_a_wider_font(word, styles, name: str) -> None:  # type: ignore[no-untyped-def]
    made, style = word(cases.document((cases.fact_table(),)), name), styles[name]
    role = style.role("table-head")
    head = measure([Piece("Źródło", Look(role.family, role.size, 700), "pl")], FontBook(style.fonts))
    assert twips(made.all("//w:gridCol/@w:w"))[2] >= head * WIDER


@pytest.mark.parametrize("name", ["briefing", "newsroom"])
def test_value_and_unit_stay_on_one_line_in_a_wider_font(word, styles, name: str) -> None:  # type: ignore[no-untyped-def]
    made, style = word(cases.document((cases.fact_table(),)), name), styles[name]
    role, book = style.role("table-cell"), FontBook(style.fonts)
    number, unit = twips(made.all("(//w:tc[w:p/w:pPr/w:tabs])[3]/w:p/w:pPr/w:tabs/w:tab/@w:pos"))

    def width(text: str, weight: int) -> float:
        return measure([Piece(text, Look(role.family, role.size, weight), "pl")], book)

    assert number >= (width("ponad ", 400) + width("12,75", 700)) * WIDER
    assert twips(made.all("//w:gridCol/@w:w"))[1] >= unit + width("mln PLN", 400) * 1.2


@pytest.mark.parametrize("name", ["briefing", "newsroom"])
def test_a_key_figure_stays_on_one_line_in_a_wider_font(word, styles, name: str) -> None:  # type: ignore[no-untyped-def]
    style = styles[name]
    figures = tuple(KeyFigure("", "550", "mld\u00a0USD", rich("a"), "pl", "a") for _ in range(4))
    made = word(cases.document((KeyFigures(rich("W liczbach"), figures, "k"),)), name)
    paragraph = made.all("//w:tc/w:p[starts-with(w:pPr/w:pStyle/@w:val, 'KeyFigure')]")[0]
    kind = paragraph.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NS)
    unit = paragraph.xpath("string(w:r[2]/w:rPr/w:rStyle/@w:val)", namespaces=NS)
    book, total = FontBook(style.fonts), 0.0
    for text, role, marked in (("550", "key-number", kind), ("\u00a0mld\u00a0USD", "key-unit", unit)):
        size = int(made.style_says(marked, "w:rPr/w:sz").get(f"{{{cases.W}}}val")) / 2
        total += measure([Piece(text, Look(style.role(role).family, size, 700), "pl")], book)
    assert total * WIDER <= twips(made.all("//w:gridCol/@w:w"))[0]
