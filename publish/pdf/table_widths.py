"""Widths of a table: measured once, at the style's own size, for all lengths grow with the type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from publish.article.model import Emphasis
from publish.document.numbers import split_symbol
from publish.document.tree import Cell, Column, ColumnKind, Number, Row, Run, Table, plain
from publish.pdf.geometry import MM
from publish.pdf.setup import Setup
from publish.style.model import TextRole

__all__ = ["PREFIX_GAP", "SUB_ROW", "UNIT_GAP", "Grid", "Measures", "Parts", "lead_in", "number_roles", "unit"]

_GAP = 3.6 * MM  # between columns
UNIT_GAP = 0.263  # em, between number and unit
PREFIX_GAP = 0.22  # em, between precision word and number
SUB_ROW = 1.2  # em, indent of a sub-row
_LEAST_SIZE = 6.5  # points; below this a table breaks words rather than shrink further
_SLIGHTLY = 0.85  # a type smaller by so much beats cells of two lines
_STEP = 0.05
_LABELS = 0.4  # of a fact table's room: what its labels hold against its values
_MOST_NUMBERS = 0.75  # of a table's room: what aligned numbers may hold against words
_SHORT_HEAD = 4  # characters; a head of so many does not break, not even between ideographs


@dataclass(frozen=True)
class Parts:
    """Widths within a number column in points: prefix and integer, fraction, unit with the gap before it.

    Where pages run from right to left digits do not: there prefix and fraction come first, the integer after them.
    """

    integer: float = 0.0
    fraction: float = 0.0
    after: float = 0.0

    @property
    def total(self) -> float:
        """The width of the widest number that these parts allow for."""
        return self.integer + self.fraction + self.after

    def scaled(self, scale: float) -> Parts:
        """The parts at a scale of the type."""
        return Parts(self.integer * scale, self.fraction * scale, self.after * scale)


@dataclass(frozen=True)
class Grid:
    """Columns laid out: x and width of each, the parts of number columns, and the roles at the size that fits."""

    x: tuple[float, ...]
    widths: tuple[float, ...]
    parts: dict[int, Parts]
    head: TextRole
    cell: TextRole


@dataclass(frozen=True)
class Measures:
    """What the columns of a table need, in points at full size: `least` breaks no word, `natural` breaks no line."""

    block: Table
    setup: Setup
    least: tuple[float, ...]
    natural: tuple[float, ...]
    parts: dict[int, Parts]

    @classmethod
    def of(cls, block: Table, setup: Setup) -> Measures:
        """Measures every cell of a table."""
        numbers = [i for i, column in enumerate(block.columns) if column.kind is ColumnKind.NUMBER]
        parts = {index: _parts(block, index, setup) for index in numbers}
        both = [_column(block, index, setup, parts.get(index, Parts())) for index in range(len(block.columns))]
        return cls(block, setup, tuple(least for least, _ in both), tuple(natural for _, natural in both), parts)

    def needs(self, scale: float = 1.0) -> float:
        """The width of the table at which no word breaks."""
        return self._total(self.least, scale)

    def wants(self, scale: float = 1.0) -> float:
        """The width of the table at which every cell has one line."""
        return self._total(self.natural, scale)

    def grid(self, x: float, width: float) -> Grid:
        """Columns between x and x + width: natural where they fit, shared in between, shrunk where no words fit."""
        scale = self._scale(width)
        gap, inset = _GAP * scale, self._inset
        room = width - 2 * inset - gap * (len(self.least) - 1)
        natural = [column * scale for column in self.natural]
        widths = _stretch(self.block, natural, room) if sum(natural) < room else self._shared(scale, room)
        starts, at = [], x + inset
        for column in widths:
            starts.append(at)
            at += column + gap
        parts = {index: part.scaled(scale) for index, part in self.parts.items()}
        head, cell = (_scaled(self.setup.style.role(role), scale) for role in ("table-head", "table-cell"))
        return Grid(tuple(starts), tuple(widths), parts, head, cell)

    def label_lines(self, width: float) -> float:
        """About how many lines the longest label takes in a table of that width."""
        grid = self.grid(0.0, width)
        scale = grid.cell.size / self.setup.style.role("table-cell").size
        return self.natural[0] * scale / max(grid.widths[0], 1.0)

    def _shared(self, scale: float, room: float) -> list[float]:
        """Columns that together want more than there is."""
        least, natural = ([column * scale for column in columns] for columns in (self.least, self.natural))
        if sum(least) >= room:
            numbers = [self.parts.get(index, Parts()).total * scale for index in range(len(least))]
            return _squeezed(least, numbers, room)
        if not self.block.facts:
            return _share(least, natural, room)
        # values before labels: a label of two lines reads better than a date of two
        held = min(natural[0], max(least[0], _LABELS * room))
        values = _share(least[1:], natural[1:], room - held) if sum(least[1:]) < room - held else least[1:]
        return [room - sum(values), *values]

    @property
    def _inset(self) -> float:
        return self.setup.style.box("table-row").padding_side

    def _total(self, widths: Sequence[float], scale: float) -> float:
        return scale * (sum(widths) + _GAP * (len(widths) - 1)) + 2 * self._inset

    def _scale(self, width: float) -> float:
        scale = 1.0
        while scale > _SLIGHTLY and self.wants(scale) > width:
            scale -= _STEP
        if self.wants(scale) > width:
            scale = 1.0
        size = self.setup.style.role("table-cell").size
        while scale * size > _LEAST_SIZE and self.needs(scale) > width:
            scale -= _STEP
        return scale


def _scaled(role: TextRole, scale: float) -> TextRole:
    return role if scale >= 1 else replace(role, size=role.size * scale, leading=role.leading * scale)


# ---------------------------------------------------------------- measuring


def _column(block: Table, index: int, setup: Setup, parts: Parts) -> tuple[float, float]:
    """The least and the natural width of a column; a head of several words may always wrap."""
    column = block.columns[index]
    word = setup.text.least_width(column.head, "table-head")
    # a head without spaces is one word, though ideographs may break anywhere
    head = word if " " in plain(column.head) else setup.text.width(column.head, "table-head")
    word = head if len(plain(column.head)) <= _SHORT_HEAD else word
    least, natural = [word, parts.total], [head, parts.total]
    for row in block.rows:
        cell = row.cells[index]
        if not _aligned(cell, column):
            role = _cell_role(row, column, setup)
            indent = row.indent * SUB_ROW * role.size if index == 0 else 0.0
            least.append(setup.text.least_width(cell.text, role) + indent)
            natural.append(setup.text.width(cell.text, role, tabular=True) + indent)
    return max(least), max(natural)


def _cell_role(row: Row, column: Column, setup: Setup) -> TextRole:
    """The look of a cell: values are strong, as numbers are, and so is a row that stands out."""
    role = setup.style.role("table-cell")
    is_strong = column.kind is ColumnKind.NUMBER or row.emphasis is Emphasis.HIGHLIGHT
    return replace(role, weight=role.strong) if is_strong else role


def _aligned(cell: Cell, column: Column) -> bool:
    return column.kind is ColumnKind.NUMBER and cell.number is not None


def _parts(block: Table, index: int, setup: Setup) -> Parts:
    cell = setup.style.role("table-cell")
    light, strong = number_roles(setup, cell)
    head = block.columns[index].head
    language = head[0].language if head else "und"

    def width(text: str, role: TextRole) -> float:
        return setup.text.width((Run(text, language),), role, tabular=True) if text else 0.0

    integer = fraction = after = 0.0
    for row in block.rows:
        number = row.cells[index].number
        if number is not None:
            prefix, symbol = lead_in(number)
            left = width(prefix, light) + (PREFIX_GAP * cell.size if prefix else 0.0)
            near, far = width(symbol + number.integer, strong), width(number.fraction, strong)
            near, far = (far, near) if setup.rtl else (near, far)
            integer, fraction = max(integer, left + near), max(fraction, far)
            after = max(after, width(unit(number), cell))
    return Parts(integer, fraction, after + UNIT_GAP * cell.size if after else 0.0)


def number_roles(setup: Setup, cell: TextRole) -> tuple[TextRole, TextRole]:
    """The looks of a precision word and of the number behind it."""
    return replace(cell, color=setup.style.role("table-prefix").color), replace(cell, weight=cell.strong)


def lead_in(number: Number) -> tuple[str, str]:
    """What is said before the number, set light, and its currency symbol."""
    before, symbol = split_symbol(number.before)
    return f"{number.prefix.strip()} {before.strip()}".strip(), symbol


def unit(number: Number) -> str:
    """What stands behind the number."""
    return f"{number.after.strip()}{number.gaps.suffix if number.after else ''}{number.suffix}"


# ---------------------------------------------------------------- sharing out


def _share(least: Sequence[float], natural: Sequence[float], room: float) -> list[float]:
    """Least widths, and what is left in proportion to what each column still wants."""
    spare = room - sum(least)
    wants = [n - m for n, m in zip(natural, least, strict=True)]
    total = sum(wants) or 1.0
    return [m + want * min(1.0, spare / total) for m, want in zip(least, wants, strict=True)]


def _squeezed(least: Sequence[float], numbers: Sequence[float], room: float) -> list[float]:
    """Columns narrower than their words: the widest give way, aligned numbers hold unless they take too much."""
    floors = numbers if sum(numbers) < _MOST_NUMBERS * room else [0.0] * len(least)
    over = _capped([width - floor for width, floor in zip(least, floors, strict=True)], room - sum(floors))
    return [floor + width for floor, width in zip(floors, over, strict=True)]


def _capped(widths: Sequence[float], room: float) -> list[float]:
    """The widths with the widest cut to one width, at which all together have room."""
    cap, left = 0.0, room
    for index, width in enumerate(sorted(widths)):
        cap = left / (len(widths) - index)
        if width > cap:
            break
        left -= width
    return [min(width, cap) for width in widths]


def _stretch(block: Table, natural: Sequence[float], room: float) -> list[float]:
    """Room that nobody needs: to the labels of a fact table, to every column of any other."""
    takers = range(1) if block.facts else range(len(natural))
    spare = (room - sum(natural)) / len(takers)
    return [width + (spare if index in takers else 0.0) for index, width in enumerate(natural)]
