"""What every part of the PDF renderer needs at hand."""

from __future__ import annotations

from dataclasses import dataclass

from publish.pdf.geometry import Geometry
from publish.pdf.text import TextSetter
from publish.style.model import Style
from publish.typeset import FontBook

__all__ = ["Setup"]


@dataclass(frozen=True)
class Setup:
    """A style on a paper for one script and direction."""

    style: Style
    geometry: Geometry
    text: TextSetter
    book: FontBook
    script: str
    direction: str

    @property
    def rtl(self) -> bool:
        """True where pages run from right to left."""
        return self.direction == "rtl"

    @property
    def heads_in_rail(self) -> bool:
        """True where section heads, captions and box titles stand in the rail."""
        return self.style.layout.rail_holds == "heads"

    @property
    def asides_in_rail(self) -> bool:
        """True where info boxes, quotes and key figures stand in the rail."""
        return self.style.layout.rail_holds == "asides"
