"""Charts, timelines and pictures."""

from __future__ import annotations

from dataclasses import replace

from publish.document.tree import Chart, Event, Picture, Timeline
from publish.figures import draw
from publish.pdf.captions import Body, above, captioned
from publish.pdf.flow import Backdrop, Dot, DrawingAt, Flow, Lane, Paint, PictureAt, Rule, Strip, shift
from publish.pdf.geometry import MM
from publish.pdf.setup import Setup
from publish.pdf.text import stack

__all__ = ["chart", "picture", "timeline"]

_DOT = 2.6 * MM
_TALLEST = 0.62  # of the text area; a picture never takes more
_PER_ROW = 4  # events


def chart(block: Chart, setup: Setup) -> list[Flow]:
    """A chart in the text column."""
    geometry = setup.geometry
    drawing = draw(block, setup.style, geometry.column_width, setup.book, setup.script, setup.direction)
    strip = Strip(drawing.height, (DrawingAt(geometry.column_x, 0, drawing),), glue=bool(block.notes))
    body = Body((strip,), block.anchor, block.notes)
    place = (geometry.column_x, geometry.column_width)
    return [captioned(block.caption, setup, place, body, box="figure")]


def picture(block: Picture, setup: Setup) -> list[Flow]:
    """A picture as wide as the column, never enlarged beyond 150 dots an inch."""
    geometry = setup.geometry
    width, height = geometry.column_width, geometry.column_width * block.pixels[1] / block.pixels[0]
    largest = block.pixels[0] * 72 / 150
    limit = (geometry.bottom - geometry.top) * _TALLEST
    scale = min(1.0, largest / width, limit / height)
    strip = Strip(height * scale, (PictureAt(geometry.column_x, 0, width * scale, height * scale, block.path),))
    place = (geometry.column_x, geometry.column_width)
    flow = captioned(block.caption, setup, place, Body((strip,), block.anchor), box="figure")
    return [replace(flow, backdrop=replace(flow.backdrop, rule=0.0) if flow.backdrop else None)]


def timeline(block: Timeline, setup: Setup) -> list[Flow]:
    """Events on a line of four columns; more than four take further rows."""
    geometry = setup.geometry
    full = setup.heads_in_rail or len(block.events) > 3
    x, width = (geometry.x, geometry.measure) if full else (geometry.column_x, geometry.column_width)
    count = min(_PER_ROW, max(len(block.events), 2))
    strips = above(block.caption, setup, x, width)
    rows = [block.events[i : i + count] for i in range(0, len(block.events), count)]
    for index, row in enumerate(rows):
        strips.append(_row(row, setup, (x, width, count), first=index == 0))
    strips = [replace(strip, glue=index < len(strips) - 1) for index, strip in enumerate(strips)]
    box = setup.style.box("table")
    backdrop = Backdrop(
        x, width, rule=box.rule, rule_color=box.rule_color or setup.style.color("main"), padding_top=box.rule + 6
    )
    space = setup.style.spacing.block
    return [Flow(tuple(strips), Lane.FULL, space + 2, space + 2, backdrop=backdrop, anchors=(block.anchor,))]


def _row(events: tuple[Event, ...], setup: Setup, grid: tuple[float, float, int], *, first: bool) -> Strip:
    x, width, count = grid
    cell = (width - setup.geometry.gutter * (count - 1)) / count
    top = 5.0 if first else 14.0
    middle = top + _DOT / 2
    paints: list[Paint] = []
    height = 0.0
    for index, event in enumerate(events):
        start = x + index * (cell + setup.geometry.gutter)
        end = start + cell + (setup.geometry.gutter if index < count - 1 else 0.0)
        paints += _mark(event, setup, (start, end, middle))
        text = stack(
            [
                *setup.text.strips(event.when, "timeline-when", start, cell, display=True),
                *setup.text.strips(event.text, "timeline-text", start, cell, display=True),
            ]
        )
        below = top + _DOT + 4
        paints += [shift(paint, 0.0, below) for paint in text.paints]
        height = max(height, below + text.height)
    return Strip(height, tuple(paints))


def _mark(event: Event, setup: Setup, place: tuple[float, float, float]) -> list[Paint]:
    start, end, middle = place
    main, mute, paper = (setup.style.color(name) for name in ("main", "mute", "paper"))
    weight = setup.style.box("timeline").rule
    radius = _DOT / 2
    if event.future:
        line = Rule(start + _DOT, middle - weight / 2, end - start - _DOT, weight, mute, dash=(2.5, 2.5))
        return [line, Dot(start + radius, middle, radius - 0.7, paper, main, 1.4)]
    return [
        Rule(start + radius, middle - weight / 2, end - start - radius, weight, main),
        Dot(start + radius, middle, radius, main, main, 0.0),
    ]
