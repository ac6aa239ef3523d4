"""The page as a style and a paper make it: measure, rail, text column."""

from __future__ import annotations

from dataclasses import dataclass

from publish.style.model import Style

__all__ = ["MM", "Geometry", "paper_size"]

MM = 72 / 25.4

_PAPERS = {"A4": (210 * MM, 297 * MM), "Letter": (612.0, 792.0), "A5": (148 * MM, 210 * MM)}


def paper_size(paper: str) -> tuple[float, float]:
    """Width and height of a paper in points."""
    return _PAPERS[paper]


@dataclass(frozen=True, slots=True)
class Geometry:
    """Places on a page in points; x from the start edge, y from the top."""

    width: float
    height: float
    top: float
    bottom: float  # y of the lower end of the text area
    x: float  # start of the measure
    measure: float
    rail_x: float
    rail_width: float
    column_x: float
    column_width: float
    gutter: float
    columns: int

    @classmethod
    def of(cls, style: Style, paper: str) -> Geometry:
        """The geometry of a style on a paper."""
        width, height = paper_size(paper)
        page, layout = style.page, style.layout
        measure = width - page.start - page.end
        column = measure - layout.rail_width - layout.gutter
        rail_first = layout.rail_side == "start"
        return cls(
            width=width,
            height=height,
            top=page.top,
            bottom=height - page.bottom,
            x=page.start,
            measure=measure,
            rail_x=page.start if rail_first else page.start + column + layout.gutter,
            rail_width=layout.rail_width,
            column_x=page.start + layout.rail_width + layout.gutter if rail_first else page.start,
            column_width=column,
            gutter=layout.gutter,
            columns=layout.columns,
        )

    @property
    def end(self) -> float:
        """Where the measure ends (x) of the measure."""
        return self.x + self.measure

    def cell(self, index: int, count: int | None = None) -> tuple[float, float]:
        """Place (x) and width of one cell of the grid of `count` columns."""
        count = count or self.columns
        width = (self.measure - self.gutter * (count - 1)) / count
        return self.x + index * (width + self.gutter), width
