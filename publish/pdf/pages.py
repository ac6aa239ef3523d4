"""A page being filled: cursors of column and rail, what was put where, the notes at its foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from publish.pdf.flow import Backdrop, Fill, Flow, Paint, Rule, Strip, shift
from publish.pdf.geometry import Geometry

__all__ = ["NoteSheet", "Page"]


@dataclass(frozen=True)
class NoteSheet:
    """The footnotes of a document, set: anchor -> strips; `rule` stands above the first note of a page."""

    strips: Mapping[str, tuple[Strip, ...]]
    rule: Strip

    def height(self, strips: Sequence[Strip]) -> float:
        """The height of notes at the foot of a page, the rule and the space above it counted."""
        return self.rule.height + sum(strip.height for strip in strips) if strips else 0.0


@dataclass
class Page:
    """One page; lengths in points, y downwards from the top of the sheet."""

    geometry: Geometry
    sheet: NoteSheet
    top: float
    y: float = 0.0
    rail_y: float = 0.0
    after: float = 0.0
    rail_after: float = 0.0
    empty: bool = True
    paints: list[Paint] = field(default_factory=list)
    anchors: list[tuple[str, float]] = field(default_factory=list)
    outline: list[tuple[str, int, str]] = field(default_factory=list)
    notes: list[Strip] = field(default_factory=list)
    called: set[str] = field(default_factory=set)
    carried: list[Strip] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.y = self.rail_y = self.top

    # ------------------------------------------------------------ room

    def note_strips(self, strips: Sequence[Strip]) -> list[Strip]:
        """The strips of notes that are called in `strips` for the first time."""
        marks = dict.fromkeys(mark for strip in strips for mark in strip.notes if mark not in self.called)
        return [strip for mark in marks for strip in self.sheet.strips.get(mark, ())]

    def bottom(self, strips: Sequence[Strip] = ()) -> float:
        """The lower end of the text area once the notes called in `strips` stand at its foot."""
        return self.geometry.bottom - self.sheet.height([*self.notes, *self.note_strips(strips)])

    def room(self) -> float:
        """What is left between the column's cursor and the foot."""
        return self.bottom() - self.y

    # ------------------------------------------------------------ putting

    def put(self, strip: Strip, y: float) -> None:
        """Puts a strip at `y`, its notes at the foot."""
        self.paints += [shift(paint, 0.0, y) for paint in strip.paints]
        self.anchors += [(anchor, y) for anchor in strip.anchors]
        new = self.note_strips([strip])
        self.called |= set(strip.notes)
        self.add_notes(new, y + strip.height)
        self.anchors += [(f"{note}-call", y) for note in strip.notes]

    def add_notes(self, strips: Sequence[Strip], text_end: float) -> None:
        """Puts notes at the foot; what would run into the text is carried over to the next page."""
        for index, strip in enumerate(strips):
            fits = self.geometry.bottom - self.sheet.height([*self.notes, strip]) >= text_end - 0.01
            if not fits and (self.notes or index):
                self.carried += strips[index:]
                return
            self.notes.append(strip)

    def head(self, flow: Flow, y: float) -> None:
        """What belongs to the start of a flow: hairline, side, outline entry, anchors."""
        if flow.hairline is not None and not self.empty:
            self.paints.append(shift(flow.hairline, 0.0, y - flow.hairline_space))
        if flow.side is not None:
            inner = y + (flow.backdrop.padding_top if flow.backdrop else 0.0)
            self.paints += [shift(paint, 0.0, inner) for paint in flow.side.paints]
        self.anchors += [(anchor, y) for anchor in flow.anchors]
        if flow.outline and flow.anchors:
            self.outline.append((*flow.outline, flow.anchors[0]))

    def back(self, backdrop: Backdrop, y: float, height: float, at: int) -> None:
        """Draws a backdrop behind what was painted since position `at` of the paints."""
        behind: list[Paint] = []
        if backdrop.fill:
            behind.append(Fill(backdrop.x, y, backdrop.width, height, backdrop.fill))
        if backdrop.rule:
            behind.append(Rule(backdrop.x, y, backdrop.width, backdrop.rule, backdrop.rule_color))
        self.paints[at:at] = behind

    def finish(self) -> None:
        """Sets the notes at the foot of the page."""
        if not self.notes:
            return
        y = self.geometry.bottom - self.sheet.height(self.notes)
        self.paints += [shift(paint, 0.0, y) for paint in self.sheet.rule.paints]
        y += self.sheet.rule.height
        for strip in self.notes:
            self.paints += [shift(paint, 0.0, y) for paint in strip.paints]
            self.anchors += [(anchor, y) for anchor in strip.anchors]
            y += strip.height
