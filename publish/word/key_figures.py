"""The strip of key figures: large numbers with small words beside them, each on one line."""

from __future__ import annotations

import re

from publish.document.numbers import FigureParts, figure_parts
from publish.document.tree import KeyFigure, KeyFigures, plain
from publish.word.grid import GridCell, GridPlan, box_rule, grid
from publish.word.inline import paragraph, runs, said
from publish.word.names import S
from publish.word.ruler import Ruler, safe
from publish.word.sheet_tables import KEY_SIZES, KeySize
from publish.word.story import Story
from publish.word.xml import Element

__all__ = ["key_figures"]

_COLUMNS = (4, 2, 1)
_NO_BREAK = "\u00a0"
_SPACE_AT_START, _SPACE_AT_END = re.compile("^ "), re.compile(" $")
#: The first of the letters that Word takes for East Asian: CJK radicals and what follows.
_EAST_ASIAN = "\u2e80"


def key_figures(block: KeyFigures, story: Story) -> list[Element]:
    """The strip; its title shows where the style stacks the numbers under one."""
    rule = box_rule(story.style.box("key-figures"))
    figures = [_said(figure) for figure in block.cells]
    size, plan = _fitting(figures, story)
    cells = []
    for index, (figure, words) in enumerate(zip(block.cells, figures, strict=True)):
        number = _figure(words, size, story)
        if index == 0:
            number = story.bookmarks.around(block.anchor, number)
        content = (paragraph(size.number, number), paragraph(S.KEY_LABEL, runs(figure.label, story)))
        cells.append(GridCell(content, rule))
    strip = grid(cells, story, plain(block.title), plan)
    if story.style.layout.key_figures == "stack":
        return [paragraph(S.KEY_TITLE, runs(block.title, story)), strip]
    return [strip]


def _fitting(figures: list[FigureParts], story: Story) -> tuple[KeySize, GridPlan]:
    """Size and columns in which every number stands on one line with its unit: smaller first, then fewer columns."""
    gutter = story.page.gutter
    for columns in _COLUMNS:
        plan = GridPlan(columns, gutter)
        room = plan.widths(len(figures), story.page.measure)[0]
        for size in KEY_SIZES:
            if all(_width(figure, size, story) <= room for figure in figures):
                return size, plan
    return KEY_SIZES[-1], GridPlan(1, gutter)


def _width(figure: FigureParts, size: KeySize, story: Story) -> float:
    ruler = Ruler(story, size.scale, safe(story.document.script))
    number, unit = story.style.role("key-number"), story.style.role("key-unit")
    # Word parts digits from ideographs by a quarter of an em
    seams = sum(number.size * size.scale / 4 for text in (figure.head[-1:], figure.tail[:1]) if text >= _EAST_ASIAN)
    return ruler.width(figure.head + figure.tail, unit) + ruler.width(figure.number, number) + seams


def _figure(figure: FigureParts, size: KeySize, story: Story) -> list[Element]:
    """The number large, its words small."""
    parts = ((figure.head, size.unit), (figure.number, None), (figure.tail, size.unit))
    return [element for text, style in parts for element in said(text, story, style)]


def _said(figure: KeyFigure) -> FigureParts:
    """The parts of a figure; what stands beside the number is held to it."""
    head, number, tail = figure_parts(figure)
    return FigureParts(_SPACE_AT_END.sub(_NO_BREAK, head), number, _SPACE_AT_START.sub(_NO_BREAK, tail))
