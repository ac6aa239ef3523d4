"""Tables: fact tables with numbers aligned on the decimal mark, and ordinary ones of any width."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from publish.article.model import Emphasis
from publish.document.numbers import split_symbol
from publish.document.tree import Cell, Column, ColumnKind, Number, Rich, Row, Run, Table
from publish.pdf.captions import captioned
from publish.pdf.flow import Fill, Flow, Paint, Rule, Strip, TextAt, shift
from publish.pdf.geometry import MM
from publish.pdf.setup import Setup
from publish.pdf.text import stack
from publish.style.model import TextRole

__all__ = ["table"]

_GAP = 3.6 * MM  # between columns
_UNIT_GAP = 2.5
_PREFIX_GAP = 0.22  # em
_SUB_ROW = 4 * MM
_LEAST_SIZE = 6.5  # points; below this a table breaks words rather than shrink further
_LONG = 15  # rows; a longer table may break


@dataclass(frozen=True)
class _Grid:
    """Columns laid out: x and width of each, and the roles at the size that fits."""

    x: tuple[float, ...]
    widths: tuple[float, ...]
    head: TextRole
    cell: TextRole
    scale: float


@dataclass(frozen=True)
class _Parts:
    """Widths within a number column: prefix and integer, fraction, unit."""

    integer: float
    fraction: float
    after: float

    @property
    def total(self) -> float:
        return self.integer + self.fraction + (_UNIT_GAP + self.after if self.after else 0.0)


def table(block: Table, setup: Setup) -> list[Flow]:
    """The flow of a table: on the text column where it fits, else on the full measure."""
    geometry = setup.geometry
    in_column = _stays_in_column(block, setup)
    x, width = (geometry.column_x, geometry.column_width) if in_column else (geometry.x, geometry.measure)
    grid = _grid(block, setup, x, width)
    parts = {i: _parts(block, i, setup, grid.cell) for i, c in enumerate(block.columns) if c.kind is ColumnKind.NUMBER}
    head = _head(block, setup, grid, parts)
    last = len(block.rows) - 1
    rows: list[Strip] = []
    for index, row in enumerate(block.rows):
        strip = _row(row, block.columns, setup, grid, parts)
        strip = _decorate(strip, setup, (x, width), index, last=index == last)
        keep = len(block.rows) <= _LONG or index < 2 or index == last - 1
        rows.append(replace(strip, glue=keep and index < last))
    return [captioned(block.caption, setup, (x, width), _Body(head, tuple(rows), block))]


def _stays_in_column(block: Table, setup: Setup) -> bool:
    """Whether a table stands on the text column rather than on the full measure."""
    width = setup.geometry.column_width
    if setup.style.layout.captions == "above" and (block.facts or len(block.columns) > 3 or len(block.rows) > 6):
        return False
    if _needs(block, setup, 1.0) > width:
        return False
    # with many columns the lines of a cell get short: the full measure reads better
    return len(block.columns) <= 4 or _wants(block, setup, 1.0) <= width


@dataclass(frozen=True)
class _Body:
    head: Strip
    rows: tuple[Strip, ...]
    block: Table

    @property
    def notes(self) -> tuple[Rich, ...]:
        return self.block.notes

    @property
    def anchor(self) -> str:
        return self.block.anchor


# ---------------------------------------------------------------- widths


def _grid(block: Table, setup: Setup, x: float, width: float) -> _Grid:
    """Column widths: natural where they fit, shared in between, shrunk type where not even words fit."""
    scale = 1.0
    role, head = setup.style.role("table-cell"), setup.style.role("table-head")
    while scale > 0.85 and _wants(block, setup, scale) > width:
        scale -= 0.05  # a slightly smaller type beats cells of two lines
    if _wants(block, setup, scale) > width:
        scale = 1.0
    while scale * role.size > _LEAST_SIZE and _needs(block, setup, scale) > width:
        scale -= 0.05
    cell, top = _scaled(role, scale), _scaled(head, scale)
    inset = setup.style.box("table-row").padding_side
    gap = _GAP * scale
    room = width - 2 * inset - gap * (len(block.columns) - 1)
    least = [_least(block, i, setup, cell, top) for i in range(len(block.columns))]
    natural = [_natural(block, i, setup, cell, top) for i in range(len(block.columns))]
    widths = _share(least, natural, room)
    if sum(natural) < room:
        widths = _stretch(block, natural, room)
    starts, at = [], x + inset
    for column in widths:
        starts.append(at)
        at += column + gap
    return _Grid(tuple(starts), tuple(widths), top, cell, scale)


def _scaled(role: TextRole, scale: float) -> TextRole:
    return role if scale >= 1 else replace(role, size=role.size * scale, leading=role.leading * scale)


def _needs(block: Table, setup: Setup, scale: float) -> float:
    """The least width of a table at a scale of its type: no word broken."""
    return _total(block, setup, scale, _least)


def _wants(block: Table, setup: Setup, scale: float) -> float:
    """The width of a table at which every cell has one line."""
    return _total(block, setup, scale, _natural)


def _total(block: Table, setup: Setup, scale: float, of: Callable[..., float]) -> float:
    cell, head = _scaled(setup.style.role("table-cell"), scale), _scaled(setup.style.role("table-head"), scale)
    inset = setup.style.box("table-row").padding_side
    widths = sum(of(block, i, setup, cell, head) for i in range(len(block.columns)))
    return widths + _GAP * scale * (len(block.columns) - 1) + 2 * inset


def _least(block: Table, index: int, setup: Setup, cell: TextRole, head: TextRole) -> float:
    column = block.columns[index]
    widest = setup.text.least_width(column.head, head)
    if column.kind is ColumnKind.NUMBER:
        widest = max(widest, _parts(block, index, setup, cell).total)
    texts = (row.cells[index].text for row in block.rows if not _aligned(row.cells[index], column))
    return max([widest, *(setup.text.least_width(text, cell) for text in texts)])


def _natural(block: Table, index: int, setup: Setup, cell: TextRole, head: TextRole) -> float:
    column = block.columns[index]
    widest = setup.text.least_width(column.head, head)  # a head may wrap
    if column.kind is ColumnKind.NUMBER:
        widest = max(widest, _parts(block, index, setup, cell).total)
    texts = [(row.cells[index].text, row.indent) for row in block.rows if not _aligned(row.cells[index], column)]
    return max([widest, *(setup.text.width(text, cell, tabular=True) + indent * _SUB_ROW for text, indent in texts)])


def _share(least: Sequence[float], natural: Sequence[float], room: float) -> list[float]:
    """Least widths, and what is left in proportion to what each column still wants."""
    spare = room - sum(least)
    if spare <= 0:
        factor = room / sum(least)
        return [width * factor for width in least]
    wants = [n - m for n, m in zip(natural, least, strict=True)]
    total = sum(wants) or 1.0
    return [m + want * min(1.0, spare / total) for m, want in zip(least, wants, strict=True)]


def _stretch(block: Table, natural: Sequence[float], room: float) -> list[float]:
    """Room that nobody needs goes to the columns of text, or to all where there are none."""
    texts = [i for i, column in enumerate(block.columns) if column.kind is ColumnKind.TEXT]
    spare = room - sum(natural)
    takers = texts[:1] if block.facts else texts or list(range(len(natural)))
    if not block.facts and len(natural) > 1:
        takers = list(range(len(natural)))
    return [width + (spare / len(takers) if i in takers else 0.0) for i, width in enumerate(natural)]


def _aligned(cell: Cell, column: Column) -> bool:
    return column.kind is ColumnKind.NUMBER and cell.number is not None


def _parts(block: Table, index: int, setup: Setup, cell: TextRole) -> _Parts:
    numbers = [n for row in block.rows if (n := row.cells[index].number) is not None]
    language = block.columns[index].head[0].language if block.columns[index].head else "und"
    widths = [_number_widths(number, language, setup, cell) for number in numbers]
    if not widths:
        return _Parts(0, 0, 0)
    return _Parts(max(w[0] for w in widths), max(w[1] for w in widths), max(w[2] for w in widths))


def _number_widths(number: Number, language: str, setup: Setup, cell: TextRole) -> tuple[float, float, float]:
    light, strong = _number_roles(setup, cell)
    prefix, symbol = _lead_in(number)
    space = _PREFIX_GAP * cell.size if prefix else 0.0
    left = _width(prefix, language, setup, light) + space
    left += _width(symbol + number.integer, language, setup, strong)
    unit = _unit(number)
    return left, _width(number.fraction, language, setup, strong), _width(unit, language, setup, cell)


def _lead_in(number: Number) -> tuple[str, str]:
    """What is said before the number, set light, and its currency symbol."""
    before, symbol = split_symbol(number.before)
    return f"{number.prefix.strip()} {before.strip()}".strip(), symbol


def _unit(number: Number) -> str:
    return f"{number.after.strip()}{number.suffix}" if number.after or number.suffix else ""


def _width(text: str, language: str, setup: Setup, role: TextRole) -> float:
    return setup.text.width((Run(text, language),), role, tabular=True) if text else 0.0


def _number_roles(setup: Setup, cell: TextRole) -> tuple[TextRole, TextRole]:
    prefix = setup.style.role("table-prefix")
    return replace(cell, color=prefix.color), replace(cell, weight=cell.strong)


# ---------------------------------------------------------------- rows


_PartsOf = dict[int, _Parts]


def _head(block: Table, setup: Setup, grid: _Grid, parts: _PartsOf) -> Strip:
    cells = []
    for index, column in enumerate(block.columns):
        x, width = grid.x[index], grid.widths[index]
        if column.kind is ColumnKind.NUMBER and parts[index].total:
            wanted = setup.text.width(column.head, grid.head)
            reach = max(wanted, parts[index].integer + parts[index].fraction)
            cells.append(_set(column.head, grid.head, setup, (x, reach), ColumnKind.END))
        else:
            cells.append(_set(column.head, grid.head, setup, (x, width), column.kind))
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


def _set(text: Rich, role: TextRole, setup: Setup, place: tuple[float, float], kind: ColumnKind) -> Strip:
    """The text of a cell in its place, aligned by the kind of its column."""
    x, width = place
    tabular = kind in (ColumnKind.END, ColumnKind.NUMBER)
    lines = setup.text.cell_lines(text, role, width, tabular=tabular)
    strips = setup.text.line_strips(lines, role, x)
    if kind in (ColumnKind.END, ColumnKind.NUMBER, ColumnKind.CENTER):
        share = 0.5 if kind is ColumnKind.CENTER else 1.0
        moved = []
        for strip, line in zip(strips, lines, strict=True):
            slack = max(width - line.width, 0) * share
            moved.append(replace(strip, paints=tuple(shift(paint, slack, 0) for paint in strip.paints)))
        strips = tuple(moved)
    return stack(strips) if strips else Strip(role.leading)


def _row(row: Row, columns: Sequence[Column], setup: Setup, grid: _Grid, parts: _PartsOf) -> Strip:
    box = setup.style.box("table-row")
    role = replace(grid.cell, weight=grid.cell.strong) if row.emphasis is Emphasis.HIGHLIGHT else grid.cell
    cells = []
    for index, (cell, column) in enumerate(zip(row.cells, columns, strict=True)):
        x, width = grid.x[index], grid.widths[index]
        if index == 0 and row.indent:
            x, width = x + row.indent * _SUB_ROW, width - row.indent * _SUB_ROW
        if cell.number is not None and column.kind is ColumnKind.NUMBER:
            cells.append(_number(cell, setup, x, grid.cell, parts[index]))
        elif column.kind is ColumnKind.NUMBER:
            reach = max(parts[index].integer + parts[index].fraction, width)
            cells.append(_set(cell.text, _strong(role), setup, (x, reach), ColumnKind.TEXT))
        else:
            shade = setup.style.role("table-head").color if index and column.kind is ColumnKind.END and parts else None
            own = replace(role, color=shade) if shade else role
            cells.append(_set(cell.text, own, setup, (x, width), column.kind))
    height = max(cell.height for cell in cells)
    paints = tuple(shift(paint, 0, box.padding_top) for cell in cells for paint in cell.paints)
    notes = tuple(note for cell in cells for note in cell.notes)
    return Strip(height + box.padding_top + box.padding_bottom, paints, notes)


def _strong(role: TextRole) -> TextRole:
    return replace(role, weight=role.strong)


def _number(cell: Cell, setup: Setup, x: float, role: TextRole, parts: _Parts) -> Strip:
    """Prefix and integer end at one place, fraction and unit start at one place each."""
    number = cell.number or Number()
    language = cell.text[0].language if cell.text else "und"
    light, strong = _number_roles(setup, role)
    base = setup.text.baseline(role)
    paints: list[Paint] = []

    def put(text: str, token: TextRole, at: float, *, end: bool = False) -> float:
        line = setup.text.one_line((Run(text, language),), token, tabular=True)
        start = at - line.width if end else at
        paints.append(TextAt(start, base, line))
        return start

    decimal = x + parts.integer
    prefix, symbol = _lead_in(number)
    start = put(symbol + number.integer, strong, decimal, end=True)
    if prefix:
        put(prefix, light, start - _PREFIX_GAP * role.size, end=True)
    if number.fraction:
        put(number.fraction, strong, decimal)
    if unit := _unit(number):
        put(unit, role, decimal + parts.fraction + _UNIT_GAP)
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
