"""How wide the columns of a table are, from what stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publish.document.numbers import split_symbol
from publish.document.tree import ColumnKind, Number, Table, plain
from publish.style.model import TextRole
from publish.word.ruler import Ruler, is_wide, likely_widest, safe
from publish.word.sheet_tables import GAP, SMALL, SUB_INDENT
from publish.word.story import Story

__all__ = ["PREFIX_GAP", "Columns", "NumberStops", "lay_columns"]

_UNIT_GAP = 4.0
#: Between words and the number behind them where a stop parts them.
PREFIX_GAP = 2.5
_LEAST = 1.0
#: Room to spare where a table has none for the fonts of other machines.
_TIGHT = 1.06
_BREAKS = (" ", "-", "–", "\u200b")


@dataclass(frozen=True, slots=True)
class NumberStops:
    """Where the numbers of a column stand, in points from the start of the cell.

    `number` is the end of the integers, where fractions begin; `unit` the start of the units. Digits run to the right
    everywhere: from right to left `number` is where integers begin and fractions end.
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
class _Need:
    """What a column asks for: the width below which words tear, and the one at which every cell has one line."""

    least: float
    natural: float


@dataclass(frozen=True, slots=True)
class _Trial:
    """One way to set a table."""

    table: Table
    ruler: Ruler

    def role(self, name: str) -> TextRole:
        return self.ruler.story.style.role(name)

    def gap(self, index: int) -> float:
        """The space before a column; none before the first."""
        return GAP * self.ruler.scale if index else 0.0


def lay_columns(table: Table, story: Story) -> Columns:
    """Columns that fill the measure exactly.

    A table that is too wide takes small type, then does without room for wider fonts, then breaks its words.
    """
    measure, roomy = story.page.measure, safe(story.document.script)
    for scale, slack in ((1.0, roomy), (SMALL, roomy), (SMALL, _TIGHT)):
        trial = _Trial(table, Ruler(story, scale, slack))
        stops = {i: s for i in range(len(table.columns)) if (s := _stops(trial, i))}
        needs = [_need(trial, index, stops.get(index)) for index in range(len(table.columns))]
        if sum(need.least for need in needs) <= measure:
            break
    return Columns(tuple(_share(table, needs, measure)), stops, scale < 1)


def _share(table: Table, needs: Sequence[_Need], measure: float) -> list[float]:
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


def _need(trial: _Trial, index: int, stops: NumberStops | None) -> _Need:
    least, natural = _head(trial, index)
    words, lines = _cells(trial, index, aligned=stops is not None)
    least, natural = max(least, words), max(natural, lines)
    if stops:
        total = stops.unit + _units(trial, index) - trial.gap(index)
        least, natural = max(least, total), max(natural, total)
    style = trial.ruler.story.style
    side = 2 * style.box("table-row").padding_side if style.layout.table_rows == "zebra" else 0.0
    room = side + trial.gap(index)
    return _Need(least + room, natural + room)


def _head(trial: _Trial, index: int) -> tuple[float, float]:
    """The widest word of a head, and its half: two lines of head are better than a column wider than its cells."""
    head, role = plain(trial.table.columns[index].head), trial.role("table-head")
    word = trial.ruler.widest(_words(head), role)
    return word, max(word, trial.ruler.width(head, role) / 2)


def _cells(trial: _Trial, index: int, *, aligned: bool) -> tuple[float, float]:
    """The widest word and the widest text of the cells that hold no aligned number."""
    role, least, natural = trial.role("table-cell"), 0.0, 0.0
    for indented in (False, True):
        texts = [
            plain(row.cells[index].text)
            for row in trial.table.rows
            if not (aligned and row.cells[index].number) and bool(row.indent and not index) is indented
        ]
        inset = SUB_INDENT if indented and texts else 0.0
        words = {word for text in texts for word in _words(text)}
        least = max(least, trial.ruler.widest(words, role) + inset)
        natural = max(natural, trial.ruler.widest(texts, role) + inset)
    return least, natural


def _words(text: str) -> Iterator[str]:
    """What must not tear; scripts without spaces break anywhere, two characters of them are enough."""
    for mark in _BREAKS:
        text = text.replace(mark, " ")
    # str.split() would part at no-break spaces too
    for word in text.split(" "):
        yield word[:2] if any(map(is_wide, word)) else word


def _numbers(trial: _Trial, index: int) -> list[Number]:
    return [number for row in trial.table.rows if (number := row.cells[index].number)]


def _stops(trial: _Trial, index: int) -> NumberStops | None:
    numbers = _numbers(trial, index)
    if trial.table.columns[index].kind is not ColumnKind.NUMBER or not numbers:
        return None
    ruler, role = trial.ruler, trial.role("table-cell")
    head = ruler.width(plain(trial.table.columns[index].head), trial.role("table-head"))
    fraction = ruler.widest((number.fraction for number in numbers), role, bold=True)
    leads = [_lead_in(number) for number in numbers]
    if ruler.story.rtl:
        words = ruler.widest((light for light, _ in leads), role)
        integer = ruler.widest((strong for _, strong in leads), role, bold=True)
        # a tab leads to a stop behind it, so there is one even where no number has words
        start = trial.gap(index) + max(words, _LEAST) + PREFIX_GAP + fraction
        return NumberStops(start, start + max(integer, head) + _UNIT_GAP)
    before = max(_before(parts, ruler, role) for parts in likely_widest(leads, "".join))
    end = trial.gap(index) + max(before, head)
    return NumberStops(end, end + fraction + _UNIT_GAP)


def _lead_in(number: Number) -> tuple[str, str]:
    """What stands before the decimal mark: words, which are light, then signs and digits, which are strong."""
    words, symbol = split_symbol(number.before)
    light = " ".join(part for part in (number.prefix, words.strip()) if part)
    return f"{light} " if light else "", symbol + number.integer


def _before(parts: tuple[str, str], ruler: Ruler, role: TextRole) -> float:
    light, strong = parts
    return ruler.width(light, role) + ruler.width(strong, role, bold=True)


def _units(trial: _Trial, index: int) -> float:
    units = (f"{number.after}{number.gaps.suffix}{number.suffix}" for number in _numbers(trial, index))
    return trial.ruler.widest(units, trial.role("table-cell"))
