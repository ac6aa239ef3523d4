"""What a before/after chart shows, set but not placed: two values, their labels, the change between them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from publish.document.tree import Bar, Chart
from publish.figures.axis import Axis, clamp
from publish.figures.shapes import Label, Shape
from publish.figures.texts import SetText, Typesetter
from publish.typeset.model import Alignment, Look, Piece

__all__ = ["Box", "Entry", "Placed", "Scene", "SceneSetter"]


Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the two values: its texts and where its dot stands."""

    value: SetText
    label: SetText
    x: float

    @property
    def ascent(self) -> float:
        """From the top of value and label, beside each other on one baseline, to that baseline."""
        return max(self.value.ascent, self.label.ascent)

    @property
    def height(self) -> float:
        """Of value and label beside each other: the larger one sends the other down, to its baseline."""
        return self.ascent + max(text.height - text.ascent for text in (self.value, self.label))


@dataclass(frozen=True, slots=True)
class Scene:
    """The old and the new value with the change between them, in a width in points."""

    before: Entry
    after: Entry
    change: SetText | None
    width: float

    @property
    def middle(self) -> float:
        """Half-way between the dots."""
        return (self.before.x + self.after.x) / 2

    @property
    def distance(self) -> float:
        """From dot to dot."""
        return abs(self.before.x - self.after.x)

    def placed_change(self, bottom: float) -> tuple[Label, ...]:
        """The change half-way between the dots, the end of its leading at `bottom`; nothing if there is none."""
        if self.change is None:
            return ()
        left = clamp(self.middle - self.change.width / 2, self.change.width, self.width)
        return (self.change.below(left, bottom - self.change.height, Alignment.CENTER),)


@dataclass(frozen=True, slots=True)
class Placed:
    """Texts in their places, the height at which the dots stand and where the texts end.

    `ground` is (left, top, right, bottom) of a part that the grid must not run through.
    """

    labels: tuple[Label, ...]
    line: float
    bottom: float
    markers: tuple[Shape, ...] = ()
    ground: Box | None = None


@dataclass(frozen=True, slots=True)
class SceneSetter:
    """Sets the texts of a chart of two entries for an axis `width` points long."""

    chart: Chart
    setter: Typesetter
    axis: Axis
    width: float

    def scene(self, share: float) -> Scene:
        """The scene with texts that take at most `share` of the width."""
        color = self.setter.style.color
        before, after = self.chart.bars
        quiet = self.setter.look("chart-tick")
        return Scene(
            self._entry(before, quiet, color("ink2"), share),
            self._entry(after, self._strong(color("ink")), color("main"), share),
            self._change(),
            self.width,
        )

    def _entry(self, bar: Bar, look: Look, value_color: str, share: float) -> Entry:
        value = Piece(bar.text, self.setter.look("chart-value", color=value_color), bar.language)
        return Entry(
            self.setter.plain(value, "chart-value", self.width * share),
            self.setter.rich(bar.label, "chart-tick", look, self.width * share),
            self.axis.at(bar.value),
        )

    def _change(self) -> SetText | None:
        if not self.chart.change:
            return None
        look = self._strong(self.setter.style.color("accent"))
        return self.setter.plain(Piece(self.chart.change, look, self.chart.language), "chart-tick", self.width)

    def _strong(self, color: str) -> Look:
        """Small text with the weight of a label that stands out."""
        weight = self.setter.look("chart-label", strong=True).weight
        return replace(self.setter.look("chart-tick"), weight=weight, color=color)
