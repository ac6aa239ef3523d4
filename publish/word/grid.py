"""Parts side by side: key figures, timelines and the closing panel stand in a table that only lays them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from publish.word.inline import paragraph
from publish.word.looks import Border
from publish.word.names import S
from publish.word.story import Story
from publish.word.xml import Element, twips, w

__all__ = ["GridCell", "GridPlan", "grid", "table_look"]


@dataclass(frozen=True, slots=True)
class GridCell:
    """One part: its paragraphs and the rule above them."""

    content: tuple[Element, ...]
    rule: Border | None = None


@dataclass(frozen=True, slots=True)
class GridPlan:
    """At most `columns` cells a row with `gap` points between two; `whole` draws the rule over the gaps too."""

    columns: int
    gap: float = 0.0
    whole: bool = False


def grid(cells: Sequence[GridCell], story: Story, name: str, plan: GridPlan) -> Element:
    """Cells in rows as even as can be; `name` says what the table holds to those who do not see it."""
    rows = ceil(len(cells) / plan.columns)
    count = ceil(len(cells) / rows)
    width = (story.page.measure - plan.gap * (count - 1)) / count
    widths = ([width, plan.gap] * count)[:-1] if plan.gap else [width] * count
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=S.LAYOUT_TABLE),
            w("bidiVisual") if story.document.direction == "rtl" else None,
            w("tblW", w=twips(story.page.measure), type="dxa"),
            w("tblLayout", type="fixed"),
            table_look(head=False, first=False, bands=False),
            w("tblCaption", val=name) if name else None,
        ),
        w("tblGrid", *(w("gridCol", w=twips(each)) for each in widths)),
        *(_row(cells[start : start + count], widths, plan) for start in range(0, len(cells), count)),
    )


def _row(cells: Sequence[GridCell], widths: Sequence[float], plan: GridPlan) -> Element:
    parts: list[GridCell] = []
    for cell in cells:
        if parts and plan.gap:
            parts.append(GridCell((), cell.rule if plan.whole else None))
        parts.append(cell)
    parts += [GridCell(())] * (len(widths) - len(parts))
    return w("tr", w("trPr", w("cantSplit")), *(_cell(*pair) for pair in zip(parts, widths, strict=True)))


def _cell(cell: GridCell, width: float) -> Element:
    borders = w("tcBorders", cell.rule.element("top")) if cell.rule else None
    # Word needs a paragraph at the end of a cell
    content = cell.content or (paragraph(S.TABLE_GAP, []),)
    return w("tc", w("tcPr", w("tcW", w=twips(width), type="dxa"), borders), *content)


def table_look(*, head: bool, first: bool, bands: bool) -> Element:
    """Which parts of a table style hold; `val` is the same as bits (ECMA-376 17.4.55)."""
    bits = 0x20 * head + 0x80 * first + 0x200 * (not bands) + 0x400
    return w(
        "tblLook",
        val=f"{bits:04X}",
        firstRow=int(head),
        lastRow=0,
        firstColumn=int(first),
        lastColumn=0,
        noHBand=int(not bands),
        noVBand=1,
    )
