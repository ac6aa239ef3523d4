"""Tables: fact tables with numbers aligned on the decimal mark, and ordinary ones of any width."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from publish.article.model import Emphasis
from publish.document.tree import Cell, Column, ColumnKind, Number, Rich, Row, Run, Table
from publish.pdf.captions import Body, captioned
from publish.pdf.flow import Fill, Flow, Paint, Rule, Strip, TextAt, shift
from publish.pdf.setup import Setup
from publish.pdf.table_widths import PREFIX_GAP, SUB_ROW, UNIT_GAP, Grid, Measures, Parts, lead_in, number_roles, unit
from publish.pdf.text import stack
from publish.style.model import TextRole

__all__ = ["table"]

_LONG = 15  # rows; a longer table may break
_MOST_LABEL_LINES = 3.0  # about; labels of more lines take the full measure


class _Ranging(NamedTuple):
    """How the lines of a cell are ranged: the share of what they leave free that stands before them; their digits."""

    before: float = 0.0
    tabular: bool = False


_AT_START = _Ranging()
_BEFORE = {ColumnKind.TEXT: 0.0, ColumnKind.CENTER: 0.5, ColumnKind.END: 1.0, ColumnKind.NUMBER: 1.0}


def table(block: Table, setup: Setup) -> list[Flow]:
    """The flow of a table: on the text column where it fits, else on the full measure."""
    geometry = setup.geometry
    measures = Measures.of(block, setup)
    in_column = _stays_in_column(measures)
    x, width = (geometry.column_x, geometry.column_width) if in_column else (geometry.x, geometry.measure)
    grid = measures.grid(x, width)
    last = len(block.rows) - 1
    rows: list[Strip] = []
    for index, row in enumerate(block.rows):
        strip = _row(row, block, setup, grid)
        strip = _decorate(strip, setup, (x, width), index, last=index == last)
        keep = len(block.rows) <= _LONG or index < 2 or index == last - 1
        rows.append(replace(strip, glue=keep and index < last))
    body = Body(tuple(rows), block.anchor, block.notes, _head(block, setup, grid))
    return [captioned(block.caption, setup, (x, width), body)]


def _stays_in_column(measures: Measures) -> bool:
    """Whether a table stands on the text column rather than on the full measure."""
    block, setup = measures.block, measures.setup
    width = setup.geometry.column_width
    if setup.style.layout.captions == "above" and (block.facts or len(block.columns) > 3 or len(block.rows) > 6):
        return False
    if measures.needs() > width or measures.label_lines(width) > _MOST_LABEL_LINES:
        return False
    # with many columns the lines of a cell get short: the full measure reads better
    return len(block.columns) <= 4 or measures.wants() <= width


# ---------------------------------------------------------------- rows


def _head(block: Table, setup: Setup, grid: Grid) -> Strip:
    cells = []
    for index, column in enumerate(block.columns):
        x, width = grid.x[index], grid.widths[index]
        ranging = _ranging(column, block, setup)
        if column.kind is ColumnKind.NUMBER:
            parts = grid.parts.get(index, Parts())
            width = max(setup.text.width(column.head, grid.head), parts.integer + parts.fraction)
            ranging = ranging if parts.total else _AT_START  # over values that are all words
        cells.append(_set(column.head, grid.head, setup, (x, width), ranging))
    height = max(cell.height for cell in cells)
    box, row = setup.style.box("table-head"), setup.style.box("table-row")
    above = setup.style.layout.captions == "above"
    top = row.padding_top if above else 0.0
    paints: list[Paint] = [shift(paint, 0, top + height - cell.height) for cell in cells for paint in cell.paints]
    start = grid.x[0] - row.padding_side
    measure = grid.x[-1] + grid.widths[-1] + row.padding_side - start
    color = box.rule_color or setup.style.color("ink")
    bottom = top + height + row.padding_bottom
    paints.append(Rule(start, bottom, measure, box.rule, color))
    if above:
        paints.append(Rule(start, 0, measure, box.rule, color))
    return Strip(bottom + box.rule, tuple(paints), glue=True)


def _ranging(column: Column, block: Table, setup: Setup) -> _Ranging:
    """How the cells of a column are ranged.

    Plain numbers stand on their units, at the right edge whichever way the page runs; sources at the end of the table.
    """
    numeric = column.kind in (ColumnKind.END, ColumnKind.NUMBER)
    on_units = setup.rtl and column.kind is ColumnKind.END and not block.facts
    return _Ranging(0.0 if on_units else _BEFORE[column.kind], tabular=numeric)


def _set(text: Rich, role: TextRole, setup: Setup, place: tuple[float, float], ranging: _Ranging) -> Strip:
    """The text of a cell in its place."""
    x, width = place
    lines = setup.text.cell_lines(text, role, width, tabular=ranging.tabular)
    strips = []
    for strip, line in zip(setup.text.line_strips(lines, role, x), lines, strict=True):
        slack = max(width - line.width, 0.0) * ranging.before
        strips.append(replace(strip, paints=tuple(shift(paint, slack, 0.0) for paint in strip.paints)))
    return stack(strips) if strips else Strip(role.leading)


def _row(row: Row, block: Table, setup: Setup, grid: Grid) -> Strip:
    box = setup.style.box("table-row")
    role = replace(grid.cell, weight=grid.cell.strong) if row.emphasis is Emphasis.HIGHLIGHT else grid.cell
    cells = []
    for index, (cell, column) in enumerate(zip(row.cells, block.columns, strict=True)):
        x, width = grid.x[index], grid.widths[index]
        if index == 0 and row.indent:
            indent = row.indent * SUB_ROW * role.size
            x, width = x + indent, width - indent
        if cell.number is not None and column.kind is ColumnKind.NUMBER:
            cells.append(_number(cell, setup, x, grid.cell, grid.parts[index]))
        elif column.kind is ColumnKind.NUMBER:
            cells.append(_set(cell.text, _strong(role), setup, (x, width), _AT_START))
        else:
            is_source = bool(grid.parts and index) and column.kind is ColumnKind.END
            own = replace(role, color=setup.style.role("table-head").color) if is_source else role
            cells.append(_set(cell.text, own, setup, (x, width), _ranging(column, block, setup)))
    height = max(cell.height for cell in cells)
    paints = tuple(shift(paint, 0, box.padding_top) for cell in cells for paint in cell.paints)
    notes = tuple(note for cell in cells for note in cell.notes)
    return Strip(height + box.padding_top + box.padding_bottom, paints, notes)


def _strong(role: TextRole) -> TextRole:
    return replace(role, weight=role.strong)


def _number(cell: Cell, setup: Setup, x: float, role: TextRole, parts: Parts) -> Strip:
    """Prefix and integer end at one place, fraction and unit start at one place each.

    From right to left prefix and fraction end there, and the integer starts: its digits still run to the right.
    """
    number = cell.number or Number()
    language = cell.text[0].language if cell.text else "und"
    light, strong = number_roles(setup, role)
    base = setup.text.baseline(role)
    paints: list[Paint] = []

    def put(text: str, token: TextRole, at: float, *, end: bool = False, digits: bool = False) -> float:
        if not text:
            return at
        line = setup.text.one_line((Run(text, language),), token, tabular=True, digits=digits)
        start = at - line.width if end else at
        paints.append(TextAt(start, base, line))
        return start

    decimal = x + parts.integer
    prefix, symbol = lead_in(number)
    near, far = symbol + number.integer, number.fraction
    near, far = (far, near) if setup.rtl else (near, far)
    start = put(near, strong, decimal, end=True, digits=setup.rtl)
    put(prefix, light, start - PREFIX_GAP * role.size, end=True)
    put(far, strong, decimal, digits=setup.rtl)
    if behind := unit(number):
        put(behind, role, decimal + parts.fraction + UNIT_GAP * role.size)
    return Strip(role.leading, tuple(paints))


def _decorate(strip: Strip, setup: Setup, place: tuple[float, float], index: int, *, last: bool) -> Strip:
    """The rule below a row, or its tint."""
    x, width = place
    box, head = setup.style.box("table-row"), setup.style.box("table-head")
    paints: list[Paint] = []
    if setup.style.layout.table_rows == "zebra" and box.fill and index % 2 == 0:
        paints.append(Fill(x, 0, width, strip.height, box.fill))
    paints += strip.paints
    weight, color = (head.rule, head.rule_color) if last else (box.rule, box.rule_color)
    if weight:
        paints.append(Rule(x, strip.height, width, weight, color or setup.style.color("rule")))
    return replace(strip, height=strip.height + weight, paints=tuple(paints))
