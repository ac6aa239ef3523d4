"""Captions: in the rail beside what they name, or above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from publish.document.punctuation import sentence_space
from publish.document.tree import Caption, Rich, Run
from publish.pdf.flow import Backdrop, Flow, Lane, Strip, TextAt
from publish.pdf.setup import Setup
from publish.pdf.text import stack

__all__ = ["Body", "above", "captioned", "note_strips"]

_NOTE_GAP = 5.0
_RULE_GAP = 11.0


@dataclass(frozen=True)
class Body:
    """What stands under a caption: rows, notes below them, a head to repeat on every page."""

    rows: tuple[Strip, ...]
    anchor: str
    notes: tuple[Rich, ...] = ()
    head: Strip | None = None


def captioned(
    caption: Caption | None, setup: Setup, place: tuple[float, float], body: Body, box: str = "table"
) -> Flow:
    """A table or figure between `place` = (x, width), with its rule, caption and notes."""
    x, width = place
    geometry = setup.geometry
    in_column = width <= geometry.column_width
    beside = setup.heads_in_rail and in_column and caption is not None
    side = _beside(caption, setup) if beside and caption else None
    lane = Lane.COLUMN if in_column and not setup.heads_in_rail else Lane.FULL
    top = [] if beside or caption is None else above(caption, setup, x, width)
    head = (body.head,) if body.head else ()
    strips = (*top, *head, *body.rows, *note_strips(body.notes, setup, x, width))
    full = beside or lane is Lane.FULL
    space = setup.style.spacing.block
    return Flow(
        strips=strips,
        lane=lane,
        before=space + 2,
        after=space + 2,
        side=side,
        head=head,
        backdrop=_rule_above(box, setup, (geometry.x, geometry.measure) if full else place),
        movable=True,
        series=box,
        anchors=(body.anchor,),
    )


def _rule_above(box: str, setup: Setup, place: tuple[float, float]) -> Backdrop:
    """The rule over a table or figure and the room below it."""
    role = setup.style.box(box)
    return Backdrop(
        x=place[0],
        width=place[1],
        rule=role.rule,
        rule_color=role.rule_color or setup.style.color("ink"),
        padding_top=_RULE_GAP if setup.heads_in_rail else role.rule + 4,
    )


def _beside(caption: Caption, setup: Setup) -> Strip:
    geometry = setup.geometry
    return stack(_stacked(caption, setup, geometry.rail_x, geometry.rail_width))


def _stacked(caption: Caption, setup: Setup, x: float, width: float) -> list[Strip]:
    strips = [*setup.text.strips(caption.label, "caption-label", x, width)]
    if caption.title:
        strips += setup.text.strips(caption.title, "caption-title", x, width, display=True)
    if caption.note:
        strips += setup.text.strips(caption.note, "caption-note", x, width)
    return strips


def above(caption: Caption, setup: Setup, x: float, width: float) -> list[Strip]:
    """The caption over its table: label and title, or the title with label and note below it."""
    strips: list[Strip] = []
    if setup.style.layout.captions == "rail":
        strips += _stacked(caption, setup, x, width)
    else:
        if caption.title:
            strips += setup.text.strips(caption.title, "caption-title", x, width, display=True)
        strips += _label_line(caption, setup, x, width)
    strips.append(Strip(6.0))
    return [replace(strip, glue=True) for strip in strips]


def _label_line(caption: Caption, setup: Setup, x: float, width: float) -> Sequence[Strip]:
    """Label and note side by side, the note below where it does not fit."""
    if not caption.note:
        return setup.text.strips(caption.label, "caption-label", x, width)
    gap = setup.style.role("caption-label").size * 0.6
    label = setup.text.one_line(caption.label, "caption-label")
    start = label.width + gap
    notes = setup.text.strips(caption.note, "caption-note", x + start, width - start)
    first = TextAt(x, setup.text.baseline("caption-label"), label)
    return [replace(notes[0], paints=(first, *notes[0].paints)), *notes[1:]]


def note_strips(notes: Sequence[Rich], setup: Setup, x: float, width: float) -> list[Strip]:
    """Notes below a table or figure, run in one after another."""
    if not notes:
        return []
    runs: list[Run] = []
    for note in notes:
        if runs:
            runs.append(Run(sentence_space(setup.script), note[0].language if note else "und"))
        runs += note
    width = min(width, setup.geometry.column_width)
    strips = setup.text.strips(tuple(runs), "table-note", x, width)
    return [Strip(_NOTE_GAP, glue=True), *(replace(s, glue=i < len(strips) - 1) for i, s in enumerate(strips))]
