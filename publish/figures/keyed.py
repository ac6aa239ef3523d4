"""Texts of a before/after chart as a key of two rows, for dots that stand too close to be labelled."""

from __future__ import annotations

from dataclasses import dataclass

from publish.figures.around import LABEL_GAP, VALUE_GAP
from publish.figures.axis import clamp
from publish.figures.dots import MARKER, REACH, markers
from publish.figures.scene import Entry, Placed, Scene
from publish.figures.shapes import Label
from publish.figures.texts import Typesetter

__all__ = ["KEY_SHARE", "keyed"]

KEY_SHARE = 0.4  # of the width: what a text in a key may take, which leaves room for the dots
_GAP = 6.0  # points between the parts of a row
_ROW_GAP = 2.0  # points between the rows
_INDENT = 2 * MARKER + _GAP


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left edges of the small dots, the values and the labels; where the labels end."""

    dots: float
    values: float
    labels: float
    end: float


def keyed(scene: Scene, setter: Typesetter) -> Placed:
    """Under the dots a row for each: a small dot, the value, the label."""
    line = (scene.change.height if scene.change else 0.0) + VALUE_GAP + REACH
    columns = _columns(scene)
    first = line + REACH + LABEL_GAP
    second = first + scene.before.height + _ROW_GAP
    old, new = _row(scene.before, first, columns), _row(scene.after, second, columns)
    dots = markers(
        columns.dots + MARKER, old[0].y - scene.before.value.cap / 2, new[0].y - scene.after.value.cap / 2, setter
    )
    head = scene.placed_change(line - REACH - VALUE_GAP)
    bottom = second + scene.after.height
    ground = (columns.dots, first, columns.end, bottom)
    return Placed((*head, *old, *new), line, bottom, dots, ground)


def _columns(scene: Scene) -> _Columns:
    values = _INDENT + max(scene.before.value.width, scene.after.value.width) + _GAP
    extent = values + max(scene.before.label.width, scene.after.label.width)
    left = clamp(scene.middle - extent / 2, extent, scene.width)
    return _Columns(left, left + _INDENT, left + values, left + extent)


def _row(entry: Entry, top: float, columns: _Columns) -> tuple[Label, Label]:
    baseline = top + entry.ascent
    return entry.value.at(columns.values, baseline), entry.label.at(columns.labels, baseline)
