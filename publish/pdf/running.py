"""Running text: headings, paragraphs, lists, block quotations, code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from publish.document.tree import Block, CodeBlock, Heading, ListBlock, Paragraph, Quotation, Rich, Role, Run, plain
from publish.pdf.display import display_strips
from publish.pdf.flow import Fill, Flow, Lane, Rule, Strip, shift
from publish.pdf.geometry import MM
from publish.pdf.setup import Setup
from publish.pdf.text import stack

__all__ = ["blocks_strips", "heading", "running_flows", "running_strips", "section_head", "section_rule", "with_side"]

#: Which text role the words of a block have.
TEXT_ROLES = {
    Role.BODY: "body",
    Role.LEAD: "lead",
    Role.TAKEAWAYS: "takeaways-text",
    Role.LEARN: "learn-text",
    Role.INFO: "info-text",
    Role.BLOCKQUOTE: "body",
    Role.LABEL: "caption-note",
}

_LIST_INDENT = 1.8  # em
_QUOTE_INDENT = 14.0
_BAR = 12 * MM
_MOST_HEAD_LINES = 4


def running_flows(block: Block, setup: Setup) -> list[Flow]:
    """A block of running text in the text column."""
    geometry = setup.geometry
    strips = tuple(running_strips(block, setup, geometry.column_x, geometry.column_width))
    return [Flow(strips, after=setup.style.spacing.paragraph)] if strips else []


def running_strips(block: Block, setup: Setup, x: float, width: float, text_role: str | None = None) -> Iterator[Strip]:
    """The strips of a block of running text between x and x + width; nested blocks included."""
    match block:
        case Paragraph():
            yield from setup.text.strips(block.text, text_role or TEXT_ROLES[block.role], x, width)
        case Heading():
            yield from _glued(setup.text.strips(block.text, "h3", x, width, display=True))
        case ListBlock():
            yield from _list_strips(block, setup, x, width, text_role)
        case Quotation():
            yield from _quotation_strips(block, setup, x, width)
        case CodeBlock():
            yield from _code_strips(block, setup, x, width)
        case _:
            raise TypeError(type(block).__name__)


def _glued(strips: Sequence[Strip]) -> Iterator[Strip]:
    return (replace(strip, glue=True) for strip in strips)


def blocks_strips(
    blocks: Sequence[Block], setup: Setup, x: float, width: float, text_role: str | None = None
) -> list[Strip]:
    """Several blocks, parted by the paragraph space."""
    strips: list[Strip] = []
    for block in blocks:
        more = list(running_strips(block, setup, x, width, text_role))
        if strips and more:
            strips.append(Strip(setup.style.spacing.paragraph, glue=strips[-1].glue))
        strips += more
    return strips


# ---------------------------------------------------------------- lists


def _list_strips(block: ListBlock, setup: Setup, x: float, width: float, text_role: str | None) -> Iterator[Strip]:
    role = text_role or TEXT_ROLES[block.role]
    marks = _marks(block, setup)
    indent = _indent(marks, role, setup)
    for index, item in enumerate(block.items):
        if index:
            yield Strip(setup.style.spacing.small)
        strips = blocks_strips(item, setup, x + indent, width - indent, role)
        yield from _marked(strips, marks[index], setup, (x, role))


def _marks(block: ListBlock, setup: Setup) -> list[str]:
    if block.ordered:
        return [f"{mark}." for mark in block.marks]
    return [setup.style.layout.list_mark] * len(block.items)


def _indent(marks: Sequence[str], role: str, setup: Setup) -> float:
    token = setup.style.role(role)
    widest = max((setup.text.width((Run(mark, "und"),), token) for mark in marks), default=0.0)
    return max(token.size * _LIST_INDENT, widest + token.size * 0.6)


def _marked(strips: list[Strip], mark: str, setup: Setup, place: tuple[float, str]) -> Iterator[Strip]:
    """The strips of an item, its mark hung on the first."""
    x, role = place
    token = setup.style.role(role)
    accent = replace(token, color=setup.style.color("main"), weight=max(token.weight, 600))
    if setup.style.box("info").fill and role == "info-text":
        accent = replace(accent, color=token.color)
    line = setup.text.line_strips((setup.text.one_line((Run(mark, "und"),), accent),), accent, x)[0]
    first, *rest = strips or [Strip(token.leading)]
    yield replace(first, paints=(*line.paints, *first.paints))
    yield from rest


# ---------------------------------------------------------------- quotations and code


def _quotation_strips(block: Quotation, setup: Setup, x: float, width: float) -> Iterator[Strip]:
    color = setup.style.color("rule")
    for strip in blocks_strips(block.blocks, setup, x + _QUOTE_INDENT, width - _QUOTE_INDENT):
        yield replace(strip, paints=(Fill(x, 0, 1.5, strip.height, color), *strip.paints))


def _code_strips(block: CodeBlock, setup: Setup, x: float, width: float) -> Iterator[Strip]:
    """Lines of code, which run from left to right and begin at the left edge on every page."""
    for text in block.text.rstrip("\n").split("\n"):
        # no-break spaces keep the author's indentation
        kept = text.replace("\t", "    ").replace(" ", "\u00a0") or "\u00a0"
        lines = setup.text.lines((Run(kept, "und"),), "code", width, code=True)
        for strip, line in zip(setup.text.line_strips(lines, "code", x), lines, strict=True):
            across = width - line.width if setup.rtl else 0.0
            yield replace(strip, paints=tuple(shift(paint, across, 0) for paint in strip.paints))


# ---------------------------------------------------------------- headings


def section_rule(setup: Setup) -> Rule | None:
    """The hairline above a section, or None where the style has none."""
    box, geometry = setup.style.box("section"), setup.geometry
    if not setup.heads_in_rail or not box.rule or not box.rule_color:
        return None
    return Rule(geometry.x, 0, geometry.measure, box.rule, box.rule_color)


def heading(block: Heading, following: Flow | None, setup: Setup) -> tuple[Flow | None, Flow | None]:
    """A heading as (its own flow, None), or (None, the following flow with the heading at its side)."""
    if block.level > 2:
        return _column_heading(block, setup), None
    side = _rail_heading(block, setup) if setup.heads_in_rail else None
    if side is not None and following is not None and following.lane is Lane.COLUMN and following.side is None:
        return None, with_side(following, side, block, setup)
    return _section_heading(block, setup), None


def _rail_heading(block: Heading, setup: Setup) -> Strip | None:
    """The heading in the rail, or None when it must stand over the column."""
    geometry = setup.geometry
    if setup.text.least_width(block.text, "h2") > geometry.rail_width:
        return None
    strips = display_strips(block.text, "h2", setup, geometry.rail_x, geometry.rail_width)
    if len(strips) > _MOST_HEAD_LINES:
        return None
    # first baselines of rail and column agree
    drop = setup.text.baseline("body") - setup.text.baseline("h2")
    strip = stack(strips)
    return replace(strip, paints=tuple(shift(paint, 0, drop) for paint in strip.paints))


def with_side(following: Flow, side: Strip, block: Heading, setup: Setup) -> Flow:
    """The first flow of a section with the heading beside it; three of its lines stay with the head."""
    first = [replace(strip, glue=True) for strip in following.strips[:2]]
    return replace(
        following,
        strips=(*first, *following.strips[2:]),
        side=side,
        before=setup.style.spacing.section,
        hairline=section_rule(setup),
        hairline_space=10.0,
        outline=(plain(block.text), block.level),
        anchors=(block.anchor, *following.anchors),
    )


def section_head(text: Rich, setup: Setup) -> tuple[Strip, ...]:
    """A section's head over the text column, under its bar where the style has one."""
    geometry, box = setup.geometry, setup.style.box("section")
    strips = list(_glued(display_strips(text, "h2", setup, geometry.column_x, geometry.column_width)))
    if setup.asides_in_rail and box.rule and box.rule_color:
        bar = Fill(geometry.column_x, 0, _BAR, box.rule, box.rule_color)
        strips.insert(0, Strip(box.rule + 4, (bar,), glue=True))
    return tuple(strips)


def _section_heading(block: Heading, setup: Setup) -> Flow:
    return Flow(
        strips=section_head(block.text, setup),
        before=setup.style.spacing.section if setup.heads_in_rail else setup.style.spacing.block + 2,
        after=setup.style.spacing.paragraph,
        keep=True,
        hairline=section_rule(setup),
        hairline_space=10.0,
        outline=(plain(block.text), block.level),
        anchors=(block.anchor,),
    )


def _column_heading(block: Heading, setup: Setup) -> Flow:
    role = "h3" if block.level == 3 else "h4"
    geometry = setup.geometry
    strips = tuple(_glued(setup.text.strips(block.text, role, geometry.column_x, geometry.column_width, display=True)))
    return Flow(
        strips=strips,
        before=setup.style.spacing.block,
        after=setup.style.spacing.small,
        keep=True,
        outline=(plain(block.text), block.level),
        anchors=(block.anchor,),
    )
