"""How wide the columns of a table are, from what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from publish.document.tree import Cell, ColumnKind, Number, Table, plain
from publish.style.model import Style
from publish.word.sheet_tables import GAP, SMALL

__all__ = ["Columns", "NumberStops", "lay_columns", "text_width"]

_UNIT_GAP = 4.0
_SUB_INDENT = 12.0
#: Fonts on another machine may run wider than these: a little room for them.
_SLACK = 1.06
_BOLDER = 1.06
_NARROW = frozenset("iljI.,:;'|!()[] \u00a0")
_BREAKS = (" ", "-", "–", "\u200b")


@dataclass(frozen=True, slots=True)
class NumberStops:
    """Where the numbers of a column stand, in points from the start of the cell.

    `number` is the end of the integers, where fractions begin; `unit` the start of the units.
    """

    number: float
    unit: float


@dataclass(frozen=True, slots=True)
class Columns:
    """A table laid out: widths in points, stops of the number columns by index, whether its type is small."""

    widths: tuple[float, ...]
    stops: dict[int, NumberStops]
    small: bool


@dataclass(frozen=True, slots=True)
class _Needs:
    least: float
    natural: float


def text_width(text: str, size: float) -> float:
    """About how wide a text runs in points; a table leaves the fine fitting to Word."""
    return sum(map(_char_width, text)) * size


def _char_width(char: str) -> float:
    if east_asian_width(char) in "WF":
        return 1.0
    if char in _NARROW:
        return 0.28
    return 0.64 if char.isupper() else 0.52


def lay_columns(table: Table, style: Style, measure: float) -> Columns:
    """Columns that fill the measure exactly; a table that is too wide takes small type, then breaks its words."""
    for small in (False, True):
        stops = _all_stops(table, style, small=small)
        needs = [_needs(table, index, style, stops.get(index), small=small) for index in range(len(table.columns))]
        if sum(need.least for need in needs) <= measure:
            break
    return Columns(tuple(_share(table, needs, measure)), stops, small)


def _share(table: Table, needs: Sequence[_Needs], measure: float) -> list[float]:
    least, natural = sum(n.least for n in needs), sum(n.natural for n in needs)
    if least > measure:
        return [need.least * measure / least for need in needs]
    if natural > measure:
        part = (measure - least) / (natural - least)
        return [need.least + (need.natural - need.least) * part for need in needs]
    takers = _takers(table)
    spare = (measure - natural) / len(takers)
    return [need.natural + (spare if index in takers else 0.0) for index, need in enumerate(needs)]


def _takers(table: Table) -> list[int]:
    """Who takes the room that nobody needs: the labels of a fact table, every column of another."""
    texts = [index for index, column in enumerate(table.columns) if column.kind is ColumnKind.TEXT]
    return texts[:1] if table.facts and texts else list(range(len(table.columns)))


def _needs(table: Table, index: int, style: Style, stops: NumberStops | None, *, small: bool) -> _Needs:
    scale = SMALL if small else 1.0
    size, head_size = style.role("table-cell").size * scale, style.role("table-head").size * scale
    side = 2 * style.box("table-row").padding_side if style.layout.table_rows == "zebra" else 0.0
    room = side + (GAP * scale if index else 0.0)
    head = plain(table.columns[index].head)
    texts: list[tuple[str, float, float]] = []
    for row in table.rows:
        if not (stops and row.cells[index].number):
            texts.append((plain(row.cells[index].text), size, _SUB_INDENT * row.indent * (not index)))
    # a head may take two lines before it makes its column wider than the cells below ask for
    longest = _longest_word(head, head_size * _BOLDER) * _SLACK
    natural = max(longest, text_width(head, head_size * _BOLDER) / 2 * _SLACK)
    natural = max([natural, *(text_width(text, at) * _SLACK + indent for text, at, indent in texts)])
    least = max([longest, *(_longest_word(text, at) * _SLACK + indent for text, at, indent in texts)])
    if stops:
        total = _units(table, index, size) * _SLACK + stops.unit - (GAP * scale if index else 0.0)
        natural, least = max(natural, total), max(least, total)
    return _Needs(least + room, natural + room)


def _longest_word(text: str, size: float) -> float:
    for mark in _BREAKS:
        text = text.replace(mark, " ")
    # scripts without spaces break anywhere: two characters are enough
    return max((text_width(word if word.isascii() else _head(word), size) for word in text.split()), default=0.0)


def _head(word: str) -> str:
    return word[:2] if any(east_asian_width(char) in "WF" for char in word) else word


def _all_stops(table: Table, style: Style, *, small: bool) -> dict[int, NumberStops]:
    size = style.role("table-cell").size * (SMALL if small else 1.0)
    stops = {}
    for index, column in enumerate(table.columns):
        numbers = [row.cells[index].number for row in table.rows]
        found = [number for number in numbers if number is not None]
        if column.kind is ColumnKind.NUMBER and found:
            stops[index] = _stops(found, plain(column.head), size, GAP if index else 0.0)
    return stops


def _stops(numbers: Sequence[Number], head: str, size: float, gap: float) -> NumberStops:
    left = max(text_width(f"{n.prefix} {n.before}{n.integer}", size) for n in numbers)
    left = max(left, text_width(head, size))
    fraction = max(text_width(n.fraction, size) for n in numbers)
    number = gap + left * _SLACK
    return NumberStops(number, number + fraction * _SLACK + _UNIT_GAP)


def _units(table: Table, index: int, size: float) -> float:
    cells: list[Cell] = [row.cells[index] for row in table.rows]
    return max((text_width(f"{c.number.after}{c.number.suffix}", size) for c in cells if c.number), default=0.0)
