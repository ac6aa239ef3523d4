"""Texts of a before/after chart at their dots: values over them, labels below, never touching."""

from __future__ import annotations

from publish.figures.axis import clamp
from publish.figures.dots import DOT
from publish.figures.scene import Placed, Scene
from publish.typeset.model import Alignment

__all__ = ["LABEL_GAP", "VALUE_GAP", "around_dots"]

VALUE_GAP, LABEL_GAP = 4.0, 1.2  # points: value to dot, dot to label
_CHANGE_GAP = 6.0  # points from the change to the shaft's middle
_APART = 8.0  # points between two texts at least

Pair = tuple[float, float]


def around_dots(scene: Scene) -> Placed | None:
    """Each text at its dot, or None where they would touch, leave the width or not be told apart."""
    before, after = scene.before, scene.after
    values = _lefts(scene, (before.value.width, after.value.width))
    labels = _lefts(scene, (before.label.width, after.label.width))
    if values is None or labels is None:
        return None
    on_shaft = _fits_shaft(scene, values)
    raised = scene.change.height if scene.change and not on_shaft else 0.0
    base = raised + max(before.value.height, after.value.height)
    line = base + VALUE_GAP + DOT
    top = line + DOT + LABEL_GAP
    placed = (
        before.value.below(values[0], base - before.value.height, Alignment.CENTER),
        before.label.below(labels[0], top, Alignment.CENTER),
        *scene.placed_change(line - _CHANGE_GAP if on_shaft else raised),
        after.value.below(values[1], base - after.value.height, Alignment.CENTER),
        after.label.below(labels[1], top, Alignment.CENTER),
    )
    return Placed(placed, line, top + max(before.label.height, after.label.height))


def _lefts(scene: Scene, widths: Pair) -> Pair | None:
    """The left edges of two texts, centred on their dots or else pushed apart between them."""
    if scene.distance < DOT:
        return None
    dots = (scene.before.x, scene.after.x)
    lefts = [clamp(x - width / 2, width, scene.width) for x, width in zip(dots, widths, strict=True)]
    first, second = (0, 1) if dots[0] < dots[1] else (1, 0)
    if lefts[first] + widths[first] + _APART > lefts[second]:
        lefts[first] = min(lefts[first], scene.middle - _APART / 2 - widths[first])
        lefts[second] = max(lefts[second], scene.middle + _APART / 2)
    if lefts[first] < 0 or lefts[second] + widths[second] > scene.width:
        return None
    return lefts[0], lefts[1]


def _fits_shaft(scene: Scene, values: Pair) -> bool:
    """Whether the change fits over the shaft, between the two values."""
    if scene.change is None or len(scene.change.lines) != 1:
        return False
    one, other = sorted(((values[0], scene.before.value.width), (values[1], scene.after.value.width)))
    half = scene.change.width / 2 + _APART / 2
    clear_of_values = one[0] + one[1] + half <= scene.middle <= other[0] - half
    return clear_of_values and scene.distance / 2 >= DOT + half
