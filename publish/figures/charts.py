"""The one door to charts: a chart of the document tree becomes a drawing."""

from __future__ import annotations

from dataclasses import replace

from publish.article.model import ChartType
from publish.document.tree import Chart
from publish.figures.bars import bar_chart
from publish.figures.before_after import before_after_chart
from publish.figures.mirror import mirror
from publish.figures.shapes import Drawing, Label
from publish.figures.texts import Typesetter
from publish.style.model import Style
from publish.typeset.fonts import FontBook

__all__ = ["draw"]


def draw(  # noqa: PLR0913, PLR0917 - what both renderers have at hand, named one by one
    chart: Chart, style: Style, width: float, book: FontBook, script: str, direction: str = "ltr"
) -> Drawing:
    """A chart `width` points wide; its height follows from its texts.

    `script` is ISO 15924; `direction` "rtl" mirrors the drawing. A before/after chart without just two
    entries is drawn as bars, so that no value is lost.
    """
    setter = Typesetter(style, book, script, rtl=direction == "rtl")
    two_values = chart.type is ChartType.BEFORE_AFTER and len(chart.bars) == 2
    drawing = _without_blanks((before_after_chart if two_values else bar_chart)(chart, setter, width))
    return mirror(drawing) if direction == "rtl" else drawing


def _without_blanks(drawing: Drawing) -> Drawing:
    """The drawing without labels that show nothing."""
    return replace(drawing, shapes=tuple(s for s in drawing.shapes if not isinstance(s, Label) or s.lines))
