"""Columns of tables: values on one line, heads in one piece, numbers on their units."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pseudo_briefs import print_document
from setups import setup_of

from publish.document import Document
from publish.document.tree import Cell, Column, ColumnKind, Row, Run, Table
from publish.pdf.flow import Flow, TextAt
from publish.pdf.table_widths import Measures
from publish.pdf.tables import table

Compose = Callable[..., tuple[Document, tuple[object, ...]]]

STYLES = ("briefing", "newsroom")

FACTS = """
::: {.facts title="Facts"}
- {start}
- {share} LABEL
- {now}
:::
"""


def facts(composed: Compose, label: str = "", language: str = "en") -> Document:
    return composed(FACTS.replace("LABEL", label), language)[0]


def fact_table(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def plain_table(*columns: str) -> Table:
    """A table of one row; each column is "head cell"."""
    heads, cells = zip(*(column.split() for column in columns), strict=True)
    row = Row(tuple(Cell((Run(cell, "en"),)) for cell in cells))
    return Table(tuple(Column((Run(head, "en"),)) for head in heads), (row,), "table")


# ---------------------------------------------------------------- widths


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("language", "script"), [("zh-Hans", "Hans"), ("en", "Latn"), ("ko", "Kore")])
def test_date_in_a_fact_table_stands_on_one_line(composed: Compose, style: str, language: str, script: str) -> None:
    document = facts(composed, "a label with words enough for a line of its own and for half of another one", language)
    (start, *_) = fact_table(document).rows
    (flow,) = table(fact_table(document), setup_of(style, script))
    assert "".join(run.text for run in start.cells[1].text) in [text.line.text for text in texts(flow)]


def texts(flow: Flow) -> list[TextAt]:
    """The lines of text of a flow, row by row."""
    return [paint for strip in flow.strips for paint in strip.paints if isinstance(paint, TextAt)]


def test_labels_of_many_lines_take_the_full_measure(composed: Compose) -> None:
    setup = setup_of("briefing")
    label = "what the invented harbour has promised to pay for the upkeep of its quays and cranes, "
    (short,), (long,) = (table(fact_table(facts(composed, label * n)), setup) for n in (1, 5))
    assert short.side is not None
    assert long.side is None


def test_head_of_two_ideographs_is_not_parted() -> None:
    setup = setup_of("briefing", "Hans")
    words = "说明说明说明说明说明说明说明说明说明说明"
    measures = Measures.of(plain_table(f"指标 {words}", f"来源 {words[:1]}", f"数值 {words}"), setup)
    grid = measures.grid(0, 120)
    assert grid.widths[1] >= setup.text.width((Run("来源", "zh"),), grid.head) - 0.01


def test_widest_column_gives_way_first_where_no_words_fit() -> None:
    setup = setup_of("briefing")
    measures = Measures.of(plain_table("Label " + "Donaudampfschifffahrt" * 6, "Source 1", "Note yes"), setup)
    grid = measures.grid(0, 200)
    for index, word in ((1, "Source"), (2, "Note")):
        assert grid.widths[index] >= setup.text.width((Run(word, "en"),), grid.head) - 0.01
    assert grid.x[-1] + grid.widths[-1] == pytest.approx(200)


# ---------------------------------------------------------------- from right to left

NUMBERS = "|Q|L|\n|---|---:|\n|a|1,407|\n|b|27|\n|c|7|\n"


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_plain_numbers_stand_on_their_units(composed: Compose, style: str, direction: str) -> None:
    document, _ = composed(NUMBERS)
    script = "Hebr" if direction == "rtl" else "Latn"
    (page, *_) = print_document(replace(document, direction=direction, script=script), style).pages
    edges = [glyph.box.right for glyph in page.glyphs if glyph.char == "7" and 130 < glyph.baseline < 500]
    assert len(edges) == 3
    assert max(edges) - min(edges) < 0.05


@pytest.mark.parametrize("style", STYLES)
def test_sources_of_a_fact_table_stand_at_its_end_from_right_to_left_too(composed: Compose, style: str) -> None:
    document = replace(facts(composed), direction="rtl", script="Hebr")
    setup = setup_of(style, "Hebr", "rtl")
    page = print_document(document, style).pages[0]
    box = setup.style.box("table-row")
    end = setup.style.page.end + box.padding_side
    size = setup.style.role("table-cell").size
    marks = [g for g in page.glyphs if g.char in "123" and abs(g.size - size) < 0.01 and g.box.left < end + 8]
    assert len(marks) == 3
    assert all(mark.box.left == pytest.approx(end, abs=1) for mark in marks)


def test_head_stands_over_values_that_are_all_words() -> None:
    setup = setup_of("newsroom")
    kinds = (ColumnKind.TEXT, ColumnKind.NUMBER)
    columns = tuple(Column((Run(head, "en"),), kind) for head, kind in zip(("Indicator", "Value"), kinds, strict=True))
    row = Row((Cell((Run("Legal ground", "en"),)), Cell((Run("Act on harbours and inland waters", "en"),))))
    (flow,) = table(Table(columns, (row,), "table", facts=True), setup)
    found = texts(flow)
    assert [text.line.text for text in found[:2]] == ["Indicator", "Value"]
    assert found[1].x == found[3].x
