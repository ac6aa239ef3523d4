"""Before/after charts: two dots on one scale, an arrow from the old value to the new one."""

from __future__ import annotations

from publish.document.tree import Chart
from publish.figures.around import around_dots
from publish.figures.axis import axis_of, grid_lines, tick_labels
from publish.figures.dots import REACH, arrow, dot_pair
from publish.figures.keyed import KEY_SHARE, keyed
from publish.figures.scene import Box, Placed, Scene, SceneSetter
from publish.figures.shapes import Drawing, Label, Rect, Shape
from publish.figures.texts import Typesetter
from publish.typeset.ink import ink

__all__ = ["before_after_chart"]

_MEASURES = (0.45, 0.3)  # of the width: what a text may take, the second where the first fits nowhere
_GRID_GAP, _TICK_GAP = 7.5, 2.0  # points: texts to the end of the grid, grid to its texts
_PATCH = 2.0  # points of white beside a text that lies over the grid
_ASCENT, _DESCENT = 0.8, 0.25  # of the size: how far white reaches over and under the baseline at least


def before_after_chart(chart: Chart, setter: Typesetter, width: float) -> Drawing:
    """The chart of an old and a new value, its two entries, `width` points wide, for left-to-right readers.

    Values stand over their dots, labels below; where they would touch or leave the width, a key of two rows
    takes their place.
    """
    axis = axis_of(chart, setter, width, REACH)
    scene, placed = _place(SceneSetter(chart, setter, axis, width))
    bottom = placed.bottom + _GRID_GAP
    ticks = tick_labels(axis, width, bottom + _TICK_GAP)
    height = bottom + (_TICK_GAP + max(text.height for _, text in axis.ticks) if ticks else 0.0)
    shapes: list[Shape] = [*grid_lines(axis, setter, bottom)]
    shapes += _patches(placed, width, setter)
    shapes += [*placed.markers, *arrow(scene.before.x, scene.after.x, placed.line, setter)]
    shapes += dot_pair(scene.before.x, scene.after.x, placed.line, setter)
    return Drawing(width, height, (*shapes, *placed.labels, *ticks), chart.alt, chart.language)


def _place(setter: SceneSetter) -> tuple[Scene, Placed]:
    for share in _MEASURES:
        scene = setter.scene(share)
        placed = around_dots(scene)
        if placed:
            return scene, placed
    scene = setter.scene(KEY_SHARE)
    return scene, keyed(scene, setter.setter)


def _patches(placed: Placed, width: float, setter: Typesetter) -> list[Rect]:
    """The white behind texts, within the drawing."""
    boxes = [_text_box(label, setter) for label in placed.labels if label.lines]
    boxes += [placed.ground] if placed.ground else []
    spans = [(max(0.0, box[0] - _PATCH), box[1], min(width, box[2] + _PATCH), box[3]) for box in boxes]
    paper = setter.style.color("paper")
    return [Rect(left, top, right - left, bottom - top, paper) for left, top, right, bottom in spans]


def _text_box(label: Label, setter: Typesetter) -> Box:
    """The box around a text: letters as a rule, and what reaches beyond those (hamza, stacked accents)."""
    size = max((fragment.look.size for line in label.lines for fragment in line.fragments), default=0.0)
    reaches = [(y + box.top, y + box.bottom) for _, y, line in label.placed() for box in ink(line, setter.book)]
    last = label.y + (len(label.lines) - 1) * label.leading
    top = min([label.y - _ASCENT * size, *(high for high, _ in reaches)])
    bottom = max([last + _DESCENT * size, *(low for _, low in reaches)])
    return label.x, max(0.0, top), label.x + label.width, bottom
