"""What pages are made of: strips that cannot break, gathered into flows that can.

All lengths are points; x counts from the start edge of the page, y downwards from the top of the strip.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from publish.figures.shapes import Drawing
from publish.typeset.model import Line

__all__ = [
    "CLOSING",
    "Backdrop",
    "DrawingAt",
    "Fill",
    "Flow",
    "Lane",
    "Paint",
    "PictureAt",
    "Rule",
    "Strip",
    "TextAt",
    "shift",
]


class TextAt(NamedTuple):
    """A set line; `y` is its baseline."""

    x: float
    y: float
    line: Line


class Fill(NamedTuple):
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    color: str


class Rule(NamedTuple):
    """A horizontal rule; `y` is its top edge, `weight` its thickness; `dash` (on, off) or None."""

    x: float
    y: float
    width: float
    weight: float
    color: str
    dash: tuple[float, float] | None = None


class Dot(NamedTuple):
    """A filled circle, or a hollow one with a stroke."""

    x: float
    y: float
    radius: float
    fill: str
    stroke: str
    weight: float


class DrawingAt(NamedTuple):
    """A figure made of shapes."""

    x: float
    y: float
    drawing: Drawing


class PictureAt(NamedTuple):
    """A picture file in a rectangle."""

    x: float
    y: float
    width: float
    height: float
    path: Path


Paint = TextAt | Fill | Rule | Dot | DrawingAt | PictureAt


def shift(paint: Paint, dx: float, dy: float) -> Paint:
    """The paint moved by (dx, dy)."""
    x, y, *rest = paint  # every paint begins with its place
    return type(paint)(x + dx, y + dy, *rest)


#: The series of what ends a document and never moves forward.
CLOSING = "closing"


class Lane(Enum):
    """Where a flow stands."""

    COLUMN = "column"  # the text column
    FULL = "full"  # the whole measure: below everything before it
    RAIL = "rail"  # the side column, beside the text that follows


@dataclass(frozen=True, slots=True)
class Strip:
    """A part that cannot break. `glue` ties it to the strip below; `notes` are anchors of footnotes called in it."""

    height: float
    paints: tuple[Paint, ...] = ()
    notes: tuple[str, ...] = ()
    glue: bool = False
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What lies behind a flow, drawn for each page's part of it: a fill, a rule on top, paddings of the part."""

    x: float
    width: float
    fill: str | None = None
    rule: float = 0.0
    rule_color: str = "#000000"
    padding_top: float = 0.0
    padding_bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class Flow:
    """A block on its way to the pages.

    `side` stands beside the first strip in the rail. `head` is set again on every further page. `before` and `after`
    are spaces, of which the larger counts between two flows. `keep` holds it with the flow that comes next.
    `hairline` is drawn above, on the full measure, but not at the top of a page. `movable` lets what comes later fill
    the page when the flow does not fit there; flows of one `series` (tables, figures) never pass each other, for they
    are numbered.
    """

    strips: tuple[Strip, ...]
    lane: Lane = Lane.COLUMN
    before: float = 0.0
    after: float = 0.0
    side: Strip | None = None
    head: tuple[Strip, ...] = ()
    backdrop: Backdrop | None = None
    keep: bool = False
    hairline: Rule | None = None
    hairline_space: float = 0.0
    movable: bool = False
    series: str = ""
    outline: tuple[str, int] | None = None
    anchors: tuple[str, ...] = field(default=())

    @property
    def padding(self) -> float:
        """Paddings of the backdrop, above and below."""
        return self.backdrop.padding_top + self.backdrop.padding_bottom if self.backdrop else 0.0

    @property
    def height(self) -> float:
        """The height of the whole flow in one piece, spaces around it not counted."""
        content = sum(strip.height for strip in self.strips)
        side = self.side.height if self.side else 0.0
        return max(content, side if self.lane is Lane.FULL else 0.0) + self.padding
