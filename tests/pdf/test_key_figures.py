"""Key figures: numbers as large as their cell allows, each word in its place."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from setups import setup_of

from publish.document import Document
from publish.document.tree import KeyFigure, KeyFigures, Run
from publish.pdf.boxes import key_figures, stacked_figures
from publish.pdf.flow import Flow, TextAt
from publish.pdf.story import story
from publish.typeset.ink import Ink, ink

Compose = Callable[..., tuple[Document, tuple[object, ...]]]

STYLES = ("briefing", "newsroom")


def figure(number: str, prefix: str = "", after: str = "") -> KeyFigure:
    return KeyFigure("", number, after, (Run("label", "en"),), "en", "fact", prefix)


def figures(*cells: KeyFigure) -> KeyFigures:
    return KeyFigures((Run("In numbers", "en"),), cells, "key-figures")


def texts(flow: Flow) -> list[TextAt]:
    return [paint for strip in flow.strips for paint in strip.paints if isinstance(paint, TextAt)]


def said(flow: Flow, text: str) -> TextAt:
    (found,) = (paint for paint in texts(flow) if paint.line.text == text)
    return found


def size(paint: TextAt) -> float:
    return paint.line.fragments[0].look.size


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("number", ["1,234,567", "550,000,000,000", "1,234,567,890,123,456"])
@pytest.mark.parametrize("prefix", ["", "about", "considerably more than"])
def test_no_number_leaves_its_cell(style: str, number: str, prefix: str) -> None:
    setup = setup_of(style)
    (flow,) = key_figures(figures(*[figure(number, prefix, "tonnes of grain")] * 4), setup)
    geometry = setup.geometry
    cells = [(geometry.rail_x, geometry.rail_width)] if style == "newsroom" else [geometry.cell(i) for i in range(4)]
    for paint in texts(flow):
        assert any(x - 0.01 <= paint.x and paint.x + paint.line.width <= x + width + 0.01 for x, width in cells)


def test_words_leave_the_line_of_a_number_before_it_gets_small() -> None:
    setup = setup_of("briefing")
    (flow,) = key_figures(figures(figure("1,234,567", "about", "tonnes"), *[figure("7")] * 3), setup)
    about, number, unit = (said(flow, text) for text in ("about", "1,234,567", "tonnes"))
    assert about.y < number.y < unit.y
    assert size(number) == setup.style.role("key-number").size


@pytest.mark.parametrize("tight", [False, True])
def test_lines_of_a_cell_stand_clear_of_each_other(tight: bool) -> None:
    setup = setup_of("newsroom")
    cell = figure("1,234,567,", "gęgygę, considerably more than", "gęgygę members on the gęgygę night shift of Ślązacy")
    (strip,) = [strip for strip in stacked_figures(figures(cell), setup, tight=tight).strips[2:] if strip.paints]
    lines = [paint for paint in strip.paints if isinstance(paint, TextAt)]
    assert len(lines) >= 5
    reach = [(min(box.top for box in boxes), max(box.bottom for box in boxes)) for boxes in map(inked, lines)]
    assert all(below > above + 0.5 for (_, above), (below, _) in pairwise(reach))


def inked(text: TextAt) -> list[Ink]:
    """The ink of a line in its place."""
    boxes = ink(text.line, setup_of("newsroom").book)
    return [box._replace(top=box.top + text.y, bottom=box.bottom + text.y) for box in boxes]


RAIL = """
::: key-figures
- {cost}
- {share}
:::

::: learn
- what a harbour counts, and why it counts that;
- what a basin costs, and who pays for it.
:::
"""


def test_key_figures_move_together_only_where_that_makes_room_for_what_stands_below(composed: Compose) -> None:
    setup = setup_of("newsroom")
    document, _ = composed(RAIL)
    stack, learn, *_ = story(document, setup, 1000.0)
    both = stack.height + max(stack.after, learn.before) + learn.height
    heights = [story(document, setup, room)[0].height for room in (both, both - 1, stack.height, stack.height - 1)]
    assert heights[0] == heights[2] == stack.height
    assert heights[1] == heights[3] < stack.height
