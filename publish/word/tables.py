"""Fact tables and ordinary tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from publish.article.model import Emphasis
from publish.document.numbers import split_symbol
from publish.document.tree import Cell, ColumnKind, Number, Rich, Row, Run, RunRole, Table, plain
from publish.word.captions import caption, notes
from publish.word.columns import PREFIX_GAP, Columns, NumberStops, lay_columns
from publish.word.grid import table_look
from publish.word.inline import paragraph, runs
from publish.word.names import S
from publish.word.ruler import Ruler
from publish.word.sheet_tables import SMALL, CellKind, cell_style
from publish.word.story import Story
from publish.word.xml import Element, twips, w

__all__ = ["table"]

#: A table of up to this share of a page stays whole. A taller one breaks and repeats its head, but leaves no
#: less than three rows behind or before: Word cannot fill the hole with later text that a tall whole table would leave.
_WHOLE = 0.25
_TOGETHER = 3
_ALIGN = {ColumnKind.TEXT: "left", ColumnKind.NUMBER: "left", ColumnKind.END: "right", ColumnKind.CENTER: "center"}


def table(block: Table, story: Story) -> list[Element]:
    """A table with its caption above and its notes below."""
    columns = lay_columns(block, story)
    foot = notes(block.notes, story)
    kept = _kept(block, story)
    rows = [_row(row, block, columns, story, keep=index in kept) for index, row in enumerate(block.rows)]
    grid = w("tblGrid", *(w("gridCol", w=twips(width)) for width in columns.widths))
    body = w("tbl", _properties(block, story), grid, _head(block, columns, story), *rows)
    return [*caption(block.caption, block.anchor, story), body, *foot]


def _kept(block: Table, story: Story) -> set[int]:
    """The rows that stay on the page of what follows them."""
    last, page = len(block.rows) - 1, story.page.height - story.style.page.top - story.style.page.bottom
    box = story.style.box("table-row")
    row = story.style.role("table-cell").leading + box.padding_top + box.padding_bottom
    kept = set(range(last))
    if len(block.rows) * row > page * _WHOLE:
        kept -= set(range(_TOGETHER - 1, last - _TOGETHER + 1))
    return kept | {last} if block.notes else kept


def _properties(block: Table, story: Story) -> Element:
    style = S.FACT_TABLE if block.facts else S.PLAIN_TABLE
    said = block.caption
    name = " ".join(plain(text) for text in (said.label, said.title) if text) if said else ""
    heads = "; ".join(plain(column.head) for column in block.columns if column.head)
    return w(
        "tblPr",
        w("tblStyle", val=style if said else S.OPEN_TABLE),
        w("bidiVisual") if story.rtl else None,
        w("tblW", w=twips(story.page.measure), type="dxa"),
        w("tblLayout", type="fixed"),
        table_look(head=True, first=True, bands=story.style.layout.table_rows == "zebra"),
        w("tblCaption", val=name or heads),
        w("tblDescription", val=heads),
    )


def _head(block: Table, columns: Columns, story: Story) -> Element:
    cells = []
    for index, column in enumerate(block.columns):
        stops = columns.stops.get(index)
        align = "right" if stops and not story.rtl else _align(column.kind, block, story)
        content = runs(column.head, story)
        if index == 0 and block.caption is None:
            content = story.bookmarks.around(block.anchor, content)
        first = index == 0 and align == "left"
        style = cell_style(CellKind(head=True, first=first, align=align, small=columns.small))
        inset = _inset(stops, columns.widths[index], story) if stops else None
        cells.append(_cell(paragraph(style, content, own=inset), columns.widths[index]))
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _inset(stops: NumberStops, width: float, story: Story) -> Element:
    """The indent by which a head ends where its numbers end, or begins where they begin from right to left."""
    if story.rtl:
        return w("ind", left=twips(stops.number))
    return w("ind", right=twips(_inner(width, story) - stops.number))


def _align(kind: ColumnKind, block: Table, story: Story) -> str:
    """How a column is aligned; plain numbers stand on their units, at the right edge whichever way the page runs."""
    turned = story.rtl and kind is ColumnKind.END and not block.facts
    return "left" if turned else _ALIGN[kind]


def _inner(width: float, story: Story) -> float:
    row, zebra = story.style.box("table-row"), story.style.layout.table_rows == "zebra"
    return width - (2 * row.padding_side if zebra else 0.0)


def _cell(content: Element, width: float) -> Element:
    return w("tc", w("tcPr", w("tcW", w=twips(width), type="dxa")), content)


def _row(row: Row, block: Table, columns: Columns, story: Story, *, keep: bool) -> Element:
    strong = row.emphasis is Emphasis.HIGHLIGHT
    cells = []
    for index, cell in enumerate(row.cells):
        align = _align(block.columns[index].kind, block, story)
        first = index == 0 and align == "left"
        kind = CellKind(first=first, sub=first and row.indent > 0, align=align, small=columns.small)
        stops = columns.stops.get(index)
        if stops and cell.number:
            content = _number(cell, cell.number, story)
            own = w("tabs", *_stops(cell.number, stops, story, small=columns.small))
        else:
            quiet = S.TABLE_PREFIX if block.columns[index].kind is ColumnKind.END and block.facts else None
            content, own = runs(cell.text, story, S.STRONG if strong and first else quiet), None
        cells.append(_cell(paragraph(cell_style(kind), content, keep_next=keep, own=own), columns.widths[index]))
    return w("tr", w("trPr", w("cantSplit")), *cells)


def _stops(number: Number, stops: NumberStops, story: Story, *, small: bool) -> Iterator[Element]:
    """Stops on which the decimal mark of a row stands below the others; no style can have them.

    Right stops, each as far behind the common place as its fraction is wide: a decimal stop aligns on the decimal
    mark of the reader's own system, and in cells Word and LibreOffice disagree on the tab before it. From right to
    left the fraction comes first, the number begins at a stop, and words before it end at one of their own.
    """
    ruler = Ruler(story, SMALL if small else 1.0)
    fraction = ruler.width(number.fraction, story.style.role("table-cell"), bold=True)
    if story.rtl:
        yield w("tab", val="right", pos=twips(stops.number - fraction - PREFIX_GAP))
        yield w("tab", val="left", pos=twips(stops.number - fraction))
    else:
        yield w("tab", val="right", pos=twips(stops.number + fraction))
    yield w("tab", val="left", pos=twips(stops.unit))


def _number(cell: Cell, number: Number, story: Story) -> list[Element]:
    """Words before the number light, the number with its signs strong, the unit behind a stop of its own."""
    text, figures = plain(cell.text), number.integer + number.fraction
    digits = max(text.find(figures, len(number.prefix)), 0)
    symbol = split_symbol(number.before)[1].strip()
    start = max(text.rfind(symbol, 0, digits), 0) if symbol else digits
    words, value, unit = _cut(cell.text, start, digits + len(figures))
    content = [w("r", w("tab")), *runs(_trimmed(words) if story.rtl else words, story, S.TABLE_PREFIX)]
    content += [w("r", w("tab"))] if story.rtl else []
    content += runs(value, story, S.TABLE_VALUE)
    unit = _stripped(unit)
    return [*content, w("r", w("tab")), *runs(unit, story)] if unit else content


def _stripped(text: Rich) -> Rich:
    """The text without the space before it: the stop parts it from the number."""
    return (replace(text[0], text=text[0].text.lstrip()), *text[1:]) if text else ()


def _trimmed(text: Rich) -> Rich:
    """The text without the space behind it."""
    return (*text[:-1], replace(text[-1], text=text[-1].text.rstrip())) if text else ()


def _cut(text: Rich, *places: int) -> Sequence[Rich]:
    """A rich text cut at places in its plain text; marks of sources and notes count nothing."""
    pieces: list[list[Run]] = [[] for _ in range(len(places) + 1)]
    at = 0
    for part in text:
        length = len(part.text) if part.role is RunRole.TEXT else 1 if part.role is RunRole.BREAK else 0
        bounds = [0, *(min(max(place - at, 0), length) for place in places), length]
        for index in range(len(bounds) - 1):
            shown = part.text[bounds[index] : bounds[index + 1]] if length else part.text * (index == len(places))
            if shown:
                pieces[index].append(replace(part, text=shown))
        at += length
    return [tuple(piece) for piece in pieces]
