"""The story: every block of a document as flows, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from publish.document import tree
from publish.pdf.boxes import callout, key_figures, quote, stacked_figures
from publish.pdf.closing import about, sources
from publish.pdf.flow import Flow, Lane
from publish.pdf.opening import byline
from publish.pdf.pictures import chart, picture, timeline
from publish.pdf.running import heading, running_flows, section_rule
from publish.pdf.setup import Setup
from publish.pdf.tables import table

__all__ = ["story"]

_BUILDERS: dict[type, Callable[[Any, Setup], list[Flow]]] = {
    tree.Paragraph: running_flows,
    tree.ListBlock: running_flows,
    tree.Quotation: running_flows,
    tree.CodeBlock: running_flows,
    tree.Callout: callout,
    tree.Quote: quote,
    tree.KeyFigures: key_figures,
    tree.Table: table,
    tree.Chart: chart,
    tree.Picture: picture,
    tree.Timeline: timeline,
    tree.Sources: sources,
    tree.About: about,
}


def story(document: tree.Document, setup: Setup, room: float) -> list[Flow]:
    """The flows of the front matter, then of the body; `room` is the height left on page 1, in points."""
    front = _front(document, setup, room) if setup.asides_in_rail else _flows(document.front, setup)
    return [*front, *_flows(document.blocks, setup, after_front=bool(front))]


def _front(document: tree.Document, setup: Setup, room: float) -> list[Flow]:
    """What stands in the rail of page 1 starts at its top, beside the takeaways and the line of authors."""
    made = [(block, _flows([block], setup)) for block in document.front]
    rail = [(block, flows) for block, flows in made if any(flow.lane is Lane.RAIL for flow in flows)]
    column = [flow for _, flows in made for flow in flows if flow.lane is not Lane.RAIL]
    line = byline(document, setup)
    return [*_fitted(rail, setup, room), *column, *([line] if line else [])]


def _fitted(rail: Sequence[tuple[tree.Block, list[Flow]]], setup: Setup, room: float) -> list[Flow]:
    """The rail of page 1; key figures move together where that makes room for them, or for all that belongs there."""
    loose = [flow for _, made in rail for flow in made]
    figures = [flow for block, made in rail if isinstance(block, tree.KeyFigures) for flow in made]
    tight = [
        stacked_figures(block, setup, tight=True) if isinstance(block, tree.KeyFigures) else flow
        for block, made in rail
        for flow in made
    ]
    helps = _rail_height(figures) > room or _rail_height(loose) > room >= _rail_height(tight)
    return tight if helps else loose


def _rail_height(flows: Sequence[Flow]) -> float:
    """The height of asides one below the other."""
    gaps = (max(one.after, two.before) for one, two in pairwise(flows))
    return sum(flow.height for flow in flows) + sum(gaps)


def _flows(blocks: Sequence[tree.Block], setup: Setup, *, after_front: bool = False) -> list[Flow]:
    """Flows of the blocks; a section head joins what follows it where it stands in the rail."""
    flows: list[Flow] = []
    pending: list[tree.Heading] = []
    for block in blocks:
        if isinstance(block, tree.Heading):
            pending.append(block)
            continue
        following = _BUILDERS[type(block)](block, setup)
        flows += _with_headings(pending, following, setup)
        pending = []
    flows += _with_headings(pending, [], setup)
    if after_front and flows:
        flows[0] = _first_of_body(flows[0], setup)
    return flows


def _with_headings(headings: Sequence[tree.Heading], following: list[Flow], setup: Setup) -> list[Flow]:
    done: list[Flow] = []
    for index, block in enumerate(headings):
        last = index == len(headings) - 1
        own, joined = heading(block, following[0] if last and following else None, setup)
        if joined is not None:
            return [*done, joined, *following[1:]]
        if own is not None:
            done.append(own)
    return [*done, *following]


def _first_of_body(flow: Flow, setup: Setup) -> Flow:
    """The body is parted from the front matter by a hairline, unless it begins with a section of its own."""
    if flow.hairline is not None or not setup.heads_in_rail or flow.lane is not Lane.COLUMN:
        return flow
    return replace(flow, hairline=section_rule(setup), hairline_space=10.0, before=setup.style.spacing.section)
