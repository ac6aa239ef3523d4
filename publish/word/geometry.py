"""The page as Word sees it: paper, margins, and the indents that make the text column."""

from __future__ import annotations

from dataclasses import dataclass

from publish.style.model import Style

__all__ = ["Geometry", "page_geometry"]

_MM = 72 / 25.4
_PAPERS = {"A4": (210 * _MM, 297 * _MM), "A5": (148 * _MM, 210 * _MM), "Letter": (612.0, 792.0)}


@dataclass(frozen=True, slots=True)
class Geometry:
    """Lengths in points. `start` and `end` are the indents of the text column within the measure.

    Word has no side column: what stands in it elsewhere stands above the text here, and the column keeps its measure.
    Asides that stand there (`aside_start`, `aside_end`) become blocks on the full measure.
    """

    width: float
    height: float
    measure: float
    start: float
    end: float
    gutter: float
    aside_start: float
    aside_end: float

    @property
    def column(self) -> float:
        """The width of the text column."""
        return self.measure - self.start - self.end


def page_geometry(style: Style, paper: str) -> Geometry:
    """The geometry of a style on a paper ("A4", "Letter")."""
    width, height = _PAPERS[paper]
    layout = style.layout
    rail = layout.rail_width + layout.gutter if layout.rail_width else 0.0
    start, end = (rail, 0.0) if layout.rail_side == "start" else (0.0, rail)
    asides = layout.rail_holds == "asides"
    return Geometry(
        width=width,
        height=height,
        measure=width - style.page.start - style.page.end,
        start=start,
        end=end,
        gutter=layout.gutter,
        aside_start=0.0 if asides else start,
        aside_end=0.0 if asides else end,
    )
