"""The end of a briefing: sources and the panel that says how to read on and how to cite."""

from __future__ import annotations

from dataclasses import replace

from publish.document.tree import About, AboutPart, Run, Sources, plain
from publish.figures.qr import qr_drawing
from publish.pdf.flow import CLOSING, DrawingAt, Flow, Lane, Rule, Strip, shift
from publish.pdf.geometry import MM
from publish.pdf.running import section_head, section_rule
from publish.pdf.setup import Setup
from publish.pdf.text import stack

__all__ = ["about", "sources"]

_QR = 24 * MM
_SHORT = 200.0


def sources(block: Sources, setup: Setup) -> list[Flow]:
    """The numbered list of sources under its head."""
    geometry = setup.geometry
    x, width = geometry.column_x, geometry.column_width
    role = setup.style.role("sources")
    widest = max(setup.text.width((Run(f"{item.number}.", "und"),), "sources-number") for item in block.items)
    hang = max(8.3 * MM, widest + role.size * 0.6) if setup.heads_in_rail else widest + role.size * 0.6
    strips: list[Strip] = []
    for item in block.items:
        first, *rest = setup.text.strips(item.text, "sources", x + hang, width - hang)
        mark = setup.text.strips((Run(f"{item.number}.", "und"),), "sources-number", x, hang)[0]
        strips += [replace(first, paints=(*mark.paints, *first.paints), anchors=(item.anchor,)), *rest]
    title, side = _head(block, setup)
    lead = [] if side else title
    strips = [*(replace(strip, glue=True) for strip in lead), *strips]
    flow = Flow(
        strips=tuple(strips),
        before=setup.style.spacing.section,
        after=setup.style.spacing.section,
        side=side,
        hairline=section_rule(setup),
        hairline_space=10.0,
        series=CLOSING,
        outline=(plain(block.title), 2),
        anchors=(block.anchor,),
    )
    # a short list stays with the panel that closes the briefing, which would look lost on a page of its own
    return [replace(flow, keep=flow.height < _SHORT)]


def _head(block: Sources, setup: Setup) -> tuple[list[Strip], Strip | None]:
    geometry = setup.geometry
    if not setup.heads_in_rail:
        return [*section_head(block.title, setup), Strip(setup.style.spacing.small)], None
    side = stack(setup.text.strips(block.title, "h2", geometry.rail_x, geometry.rail_width, display=True))
    drop = setup.text.baseline("sources") - setup.text.baseline("h2")
    return [], replace(side, paints=tuple(shift(paint, 0, drop) for paint in side.paints))


def about(block: About, setup: Setup) -> list[Flow]:
    """A panel of columns under a strong rule: QR code, read online, how to cite, publisher."""
    geometry, box = setup.geometry, setup.style.box("about")
    count = max(len(block.parts) + (1 if block.qr else 0), 2)
    columns = max(geometry.columns, count)
    cells: list[Strip] = []
    if block.qr:
        # the white of the page around it is wider than the quiet zone that a reader needs (ISO/IEC 18004: 4 modules)
        x, _ = geometry.cell(0, columns)
        cells.append(Strip(_QR, (DrawingAt(x, 0, qr_drawing(block.qr.data, _QR, block.qr.alt, quiet=0)),)))
    for index, part in enumerate(block.parts, start=len(cells)):
        cells.append(_part(part, setup, geometry.cell(index, columns)))
    height = max(cell.height for cell in cells)
    rule = Rule(geometry.x, 0, geometry.measure, box.rule, box.rule_color or setup.style.color("main"))
    top = 18.0
    paints = tuple(shift(paint, 0, top) for cell in cells for paint in cell.paints)
    strip = Strip(top + height, (rule, *paints))
    space = setup.style.spacing.section
    return [Flow((strip,), Lane.FULL, space, 0.0, anchors=(block.anchor,))]


def _part(part: AboutPart, setup: Setup, place: tuple[float, float]) -> Strip:
    strips = [*setup.text.strips(part.title, "about-title", *place)]
    for index, line in enumerate(part.lines):
        strips += [Strip(setup.style.spacing.small)] if index else []
        strips += setup.text.strips(line, "about", *place)
    return stack(strips)
