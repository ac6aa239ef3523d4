"""Parts side by side: key figures, timelines and the closing panel stand in a table that only lays them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from publish.style.model import BoxRole
from publish.word.inline import paragraph
from publish.word.looks import Border
from publish.word.names import S
from publish.word.story import Story
from publish.word.xml import Element, twips, w

__all__ = ["GridCell", "GridPlan", "box_rule", "grid", "table_look"]


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

    def widths(self, count: int, measure: float) -> list[float]:
        """The columns of `count` cells in rows as even as can be, those between two cells included."""
        across = ceil(count / ceil(count / self.columns))
        width = (measure - self.gap * (across - 1)) / across
        return ([width, self.gap] * across)[:-1] if self.gap else [width] * across


def box_rule(box: BoxRole, *, line: str = "single", color: str | None = None) -> Border | None:
    """The rule of a box over a part; None where the style has none."""
    return Border(box.rule, color or box.rule_color, line=line) if box.rule and box.rule_color else None


def grid(cells: Sequence[GridCell], story: Story, name: str, plan: GridPlan) -> Element:
    """Cells in their rows; `name` says what the table holds to those who do not see it."""
    widths = plan.widths(len(cells), story.page.measure)
    across = (len(widths) + 1) // 2 if plan.gap else len(widths)
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=S.LAYOUT_TABLE),
            w("bidiVisual") if story.rtl else None,
            w("tblW", w=twips(story.page.measure), type="dxa"),
            w("tblLayout", type="fixed"),
            table_look(head=False, first=False, bands=False),
            w("tblCaption", val=name) if name else None,
        ),
        w("tblGrid", *(w("gridCol", w=twips(each)) for each in widths)),
        *(_row(cells[start : start + across], widths, plan) for start in range(0, len(cells), across)),
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
