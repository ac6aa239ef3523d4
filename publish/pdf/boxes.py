"""Boxes: takeaways, what you will learn, info boxes; pull quotes; key figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from publish.document.numbers import figure_parts, split_sign, split_symbol
from publish.document.punctuation import brackets, comma, is_wide
from publish.document.tree import Callout, KeyFigure, KeyFigures, ListBlock, Quote, Rich, Role, Run
from publish.pdf.flow import Backdrop, Fill, Flow, Lane, Paint, Rule, Strip, TextAt, shift
from publish.pdf.geometry import MM
from publish.pdf.running import TEXT_ROLES, blocks_strips
from publish.pdf.setup import Setup
from publish.pdf.text import stack

__all__ = ["callout", "key_figures", "quote", "stacked_figures"]

_FREE_AT_END = 7 * MM
_NUMBER_HANG = 6.5 * MM
_SINK = 0.25  # em; under a rule a numeral hangs from it rather than stands on the line
#: Share of a page that an aside may take; a longer one goes into the text column, where it can break.
_TALLEST_ASIDE = 0.75
#: Share of a page up to which a list of takeaways stays whole.
_TALLEST_WHOLE = 0.45
_AFTER_NUMBER = 4.0
_SMALL_BOX = 12  # lines; a box under this never splits


def callout(block: Callout, setup: Setup) -> list[Flow]:
    """A box in the place that the style gives to its role."""
    if block.role is Role.TAKEAWAYS and setup.style.layout.takeaways == "list":
        return [_takeaways_list(block, setup)]
    if not setup.asides_in_rail:
        return [_panel(block, setup)]
    aside = _filled_box(block, setup, Lane.RAIL)
    page = setup.geometry.bottom - setup.geometry.top
    return [aside if aside.height <= page * _TALLEST_ASIDE else _filled_box(block, setup, Lane.COLUMN)]


def _title_strips(block: Callout, setup: Setup, x: float, width: float) -> list[Strip]:
    """The kicker as title, or over the author's headline as a small line of its own."""
    role = f"{block.role.value}-title"
    if block.title is None:
        return list(setup.text.strips(block.kicker, role, x, width, display=True))
    text = setup.style.role(f"{block.role.value}-text")
    kicker = replace(setup.style.role("caption-label"), color=text.color, weight=text.strong)
    lines = setup.text.lines(block.kicker, kicker, width, display=True)
    small = setup.text.line_strips(lines, kicker, x)
    return [*small, Strip(1.0), *setup.text.strips(block.title, role, x, width, display=True)]


def _panel(block: Callout, setup: Setup) -> Flow:
    """A box on the full measure: title in the rail, text on the column."""
    geometry, box, role = setup.geometry, setup.style.box(block.role.value), block.role.value
    inset = box.padding_side
    x = geometry.column_x
    width = geometry.column_width - (_FREE_AT_END if box.fill else 0.0)
    side_width = geometry.rail_width - inset
    title = _title_strips(block, setup, geometry.rail_x + inset, side_width)
    first = f"{role}-title" if block.title is None else "caption-label"
    drop = setup.text.baseline(f"{role}-text") - setup.text.baseline(first)
    side = stack(title)
    side = replace(side, paints=tuple(shift(paint, 0, drop) for paint in side.paints))
    strips = _keep_small(_content(block, setup, x, width))
    return Flow(
        strips=tuple(strips),
        lane=Lane.FULL,
        before=setup.style.spacing.block,
        after=setup.style.spacing.block,
        side=side,
        backdrop=_backdrop(block.role.value, geometry.x, geometry.measure, setup),
        movable=block.role is Role.INFO,
        anchors=(block.anchor,),
    )


def _backdrop(role: str, x: float, width: float, setup: Setup) -> Backdrop:
    box = setup.style.box(role)
    return Backdrop(
        x=x,
        width=width,
        fill=box.fill,
        rule=box.rule if box.rule_color else 0.0,
        rule_color=box.rule_color or "#000000",
        padding_top=box.padding_top,
        padding_bottom=box.padding_bottom,
    )


def _keep_small(strips: list[Strip]) -> list[Strip]:
    if sum(1 for strip in strips if strip.paints) >= _SMALL_BOX:
        return strips
    return [replace(strip, glue=index < len(strips) - 1) for index, strip in enumerate(strips)]


def _content(block: Callout, setup: Setup, x: float, width: float) -> list[Strip]:
    if block.role is Role.TAKEAWAYS and len(block.blocks) == 1 and isinstance(block.blocks[0], ListBlock):
        return _numbered(block.blocks[0], setup, x, width)
    return blocks_strips(block.blocks, setup, x, width, TEXT_ROLES[block.role])


def _numbered(block: ListBlock, setup: Setup, x: float, width: float) -> list[Strip]:
    """Takeaways one below the other, parted by the small space."""
    strips: list[Strip] = []
    for item in _numbered_items(block, setup, x, width):
        strips += [Strip(setup.style.spacing.small)] if strips else []
        strips += item
    return strips


def _numbered_items(block: ListBlock, setup: Setup, x: float, width: float, sink: float = 0.0) -> Iterator[list[Strip]]:
    """Takeaways with large hanging numerals, `sink` em below the baseline of the text."""
    numeral = setup.style.role("takeaways-number")
    marks = [setup.text.one_line((Run(mark, "und"),), numeral) for mark in block.marks]
    hang = max(_NUMBER_HANG, numeral.size * 0.95, max(mark.width for mark in marks) + _AFTER_NUMBER)
    drop = setup.text.baseline("takeaways-text") - setup.text.baseline(numeral) + sink * numeral.size
    for mark, item in zip(marks, block.items, strict=True):
        first, *rest = blocks_strips(item, setup, x + hang, width - hang, "takeaways-text")
        hung = setup.text.line_strips((mark,), numeral, x)[0]
        paints = tuple(shift(paint, 0, drop) for paint in hung.paints)
        yield [replace(first, paints=(*paints, *first.paints)), *rest]


# ---------------------------------------------------------------- newsroom: ruled list, boxes in the rail


def _takeaways_list(block: Callout, setup: Setup) -> Flow:
    """Takeaways as ruled rows in the text column, the title above."""
    geometry, box = setup.geometry, setup.style.box("takeaways")
    x, width = geometry.column_x, geometry.column_width
    rule = Rule(x, 0, width, box.rule, box.rule_color or setup.style.color("ink"))
    strips = [
        replace(stack(_title_strips(block, setup, x, width)), glue=True),
        Strip(box.padding_bottom, glue=True),
    ]
    for item in _items(block, setup, x, width):
        whole = [Strip(box.padding_top, (rule,)), *item, Strip(box.padding_bottom)]
        strips += [replace(strip, glue=True) for strip in whole[:-1]] + whole[-1:]
    strips.append(Strip(box.rule, (rule,)))
    page = geometry.bottom - geometry.top
    if sum(strip.height for strip in strips) <= page * _TALLEST_WHOLE:
        strips = [replace(strip, glue=index < len(strips) - 1) for index, strip in enumerate(strips)]
    space = setup.style.spacing.block
    return Flow(tuple(strips), Lane.COLUMN, 0.0, space, anchors=(block.anchor,))


def _items(block: Callout, setup: Setup, x: float, width: float) -> Iterator[list[Strip]]:
    """Each takeaway, or each block of a box that holds no list."""
    if len(block.blocks) == 1 and isinstance(block.blocks[0], ListBlock):
        yield from _numbered_items(block.blocks[0], setup, x, width, _SINK)
    else:
        yield from (blocks_strips((inner,), setup, x, width, "takeaways-text") for inner in block.blocks)


def _filled_box(block: Callout, setup: Setup, lane: Lane) -> Flow:
    """A filled box in the rail, which cannot break, or in the text column."""
    geometry, role = setup.geometry, block.role.value
    inset = setup.style.box(role).padding_side
    in_rail = lane is Lane.RAIL
    start, measure = (geometry.rail_x, geometry.rail_width) if in_rail else (geometry.column_x, geometry.column_width)
    x, width = start + inset, measure - 2 * inset
    title = [replace(strip, glue=True) for strip in _title_strips(block, setup, x, width)]
    text = blocks_strips(block.blocks, setup, x, width, TEXT_ROLES[block.role])
    strips = (*title, Strip(setup.style.spacing.small, glue=True), *text)
    return Flow(
        strips=strips,
        lane=lane,
        before=setup.style.spacing.medium if in_rail else setup.style.spacing.block,
        after=setup.style.spacing.medium if in_rail else setup.style.spacing.block,
        backdrop=_backdrop(role, start, measure, setup),
        anchors=(block.anchor,),
    )


# ---------------------------------------------------------------- quotes


def quote(block: Quote, setup: Setup) -> list[Flow]:
    """A pull quote: on the column with its rule in the rail, or wholly in the rail."""
    geometry, box = setup.geometry, setup.style.box("quote")
    in_rail = setup.asides_in_rail
    x = geometry.rail_x if in_rail else geometry.column_x
    width = geometry.rail_width if in_rail else geometry.column_width
    words = [*setup.text.strips(block.text, "quote", x, width, display=True), Strip(setup.style.spacing.small)]
    words += setup.text.strips(_attribution(block, setup), "quote-by", x, width)
    strips = [replace(strip, glue=index < len(words) - 1) for index, strip in enumerate(words)]
    color = box.rule_color or setup.style.color("accent")
    if in_rail:
        strips.insert(0, Strip(box.rule + 6, (Fill(x, 0, width, box.rule, color),), glue=True))
        return [Flow(tuple(strips), Lane.RAIL, setup.style.spacing.block, setup.style.spacing.block)]
    cap = setup.text.baseline("quote") - setup.style.role("quote").size * 0.62
    side = Strip(box.rule, (Fill(geometry.rail_x, max(cap, 0), geometry.rail_width, box.rule, color),))
    space = setup.style.spacing.section
    return [Flow(tuple(strips), Lane.COLUMN, space, space, side=side, movable=True)]


def _attribution(block: Quote, setup: Setup) -> Rich:
    """Name, what its bearer does, then in brackets that this is reported speech."""
    script, language = setup.script, (block.by or block.text)[0].language
    name = tuple(replace(run, strong=True) for run in block.by or ())
    post, remark = block.role or (), block.reported or ()
    pause = (Run(comma(script), language),)
    if is_wide(script):  # 名前（所属、要旨）
        return (*name, *_bracketed(_joined(post, remark, pause), script, language))
    said = _joined(name, post, pause)
    return (*said, *_bracketed(remark, script, language)) if said else remark


def _joined(first: Rich, second: Rich, pause: Rich) -> Rich:
    return (*first, *(pause if first and second else ()), *second)


def _bracketed(text: Rich, script: str, language: str) -> Rich:
    opening, closing = brackets(script)
    return (Run(opening, language), *text, Run(closing, language)) if text else ()


# ---------------------------------------------------------------- key figures


class _Gaps(NamedTuple):
    """Spaces in points: under the rule, the number and a stacked cell; `trim` is what the number's leading gives up."""

    rule: float
    number: float
    below: float
    trim: float = 0.0


_LOOSE = _Gaps(5.0, 3.0, 6.5)
_TIGHT = _Gaps(3.5, 2.0, 4.5, trim=6.0)
_SCALES = (1.0, 0.9, 0.8, 0.7, 0.6)  # of the size of a number
_LEAST_BY_PREFIX = 0.8  # a number smaller than this stands below what precedes it rather than beside it
_ABOVE_UNIT = 3.0  # points between a number and its unit below: commas hang from the line
_WORD_GAP = 0.32  # em of the unit, between the parts of a number


def key_figures(block: KeyFigures, setup: Setup) -> list[Flow]:
    """Large numbers as a strip of columns, or stacked in the rail."""
    if setup.style.layout.key_figures == "stack" and setup.asides_in_rail:
        return [stacked_figures(block, setup)]
    geometry = setup.geometry
    count = max(len(block.cells), 2)
    columns = geometry.columns if geometry.columns >= count else count
    if len(block.cells) < columns:
        columns = count
    cells = [_cell(cell, setup, geometry.cell(index, columns), _LOOSE) for index, cell in enumerate(block.cells)]
    height = max(cell.height for cell in cells)
    strip = Strip(height, tuple(paint for cell in cells for paint in cell.paints))
    space = setup.style.spacing.block
    return [Flow((strip,), Lane.FULL, space, space, anchors=(block.anchor,))]


def stacked_figures(block: KeyFigures, setup: Setup, *, tight: bool = False) -> Flow:
    """Large numbers one below the other in the rail, closer together when `tight`."""
    gaps = _TIGHT if tight else _LOOSE
    geometry = setup.geometry
    place = (geometry.rail_x, geometry.rail_width)
    title = setup.text.block(block.title, "key-title", *place)
    strips = [title, Strip(setup.style.box("takeaways").padding_bottom)]
    for cell in block.cells:
        strips += [_cell(cell, setup, place, gaps), Strip(gaps.below)]
    strips = [replace(strip, glue=index < len(strips) - 1) for index, strip in enumerate(strips[:-1])]
    space = setup.style.spacing.medium
    return Flow(tuple(strips), Lane.RAIL, 0.0, space, anchors=(block.anchor,))


def _cell(cell: KeyFigure, setup: Setup, place: tuple[float, float], gaps: _Gaps) -> Strip:
    """A rule, the number with its unit, the label."""
    x, width = place
    box = setup.style.box("key-figures")
    rule = Rule(x, 0, width, box.rule, box.rule_color or setup.style.color("main"))
    number = (shift_strip(strip, x) for strip in _number(cell, setup, width, gaps.trim))
    label = setup.text.block(cell.label, "key-label", x, width, display=True)
    return stack([Strip(gaps.rule, (rule,)), *number, Strip(gaps.number), label])


def shift_strip(strip: Strip, x: float) -> Strip:
    """The strip moved along the line."""
    return replace(strip, paints=tuple(shift(paint, x, 0) for paint in strip.paints))


def _number(cell: KeyFigure, setup: Setup, width: float, trim: float) -> Sequence[Strip]:
    """The number with its unit beside it; else the unit goes below, then what precedes the number above it."""
    if line := _fitted(cell, setup, width, trim):
        return [line]
    sign, unit = split_sign(cell.after)
    below = _words(f"{unit}{cell.suffix}", cell, setup, width)
    below = [Strip(_ABOVE_UNIT), *below] if below else []
    cell = replace(cell, after=sign, suffix="")
    if line := _fitted(cell, setup, width, trim, least=_LEAST_BY_PREFIX):
        return [line, *below]
    before, symbol = split_symbol(cell.before)
    bare = replace(cell, prefix="", before=symbol)
    line = _fitted(bare, setup, width, trim) or _squeezed(bare, setup, width, trim)
    return [*_words(f"{cell.prefix} {before}", cell, setup, width), line, *below]


def _words(text: str, cell: KeyFigure, setup: Setup, width: float) -> Sequence[Strip]:
    """What is said above or below the number, in lines of its own."""
    return setup.text.strips((Run(text.strip(), cell.language),), "key-unit", 0, width)


def _fitted(cell: KeyFigure, setup: Setup, width: float, trim: float, least: float = 0.0) -> Strip | None:
    """All of the number on one line as large as the role says, or smaller; None where it does not fit."""
    lines = (_number_line(cell, setup, scale, trim) for scale in _SCALES if scale >= least)
    return next((strip for strip, reach in lines if reach <= width), None)


def _squeezed(cell: KeyFigure, setup: Setup, width: float, trim: float) -> Strip:
    """A number without words on one line, however small that makes it."""
    _, reach = _number_line(cell, setup, 1.0, trim)
    return _number_line(cell, setup, width / reach, trim)[0]


def _number_line(cell: KeyFigure, setup: Setup, scale: float, trim: float) -> tuple[Strip, float]:
    """Prefix, number, unit and suffix on one baseline, and how wide that is; the number's leading loses `trim`."""
    full, unit = setup.style.role("key-number"), setup.style.role("key-unit")
    role = replace(full, size=full.size * scale)
    baseline = setup.text.baseline(role) - trim / 2
    head, number, tail = figure_parts(cell)
    x = 0.0
    paints: list[Paint] = []
    # the gap is wider than a word space beside large figures, and nothing where the language has none (2%, 100億ドル)
    for text, token, gapped in (
        (head, unit, False),
        (number, role, head[-1:].isspace()),
        (tail, unit, tail[:1].isspace()),
    ):
        if text.strip():
            x += unit.size * _WORD_GAP if x and gapped else 0.0
            line = setup.text.one_line((Run(text.strip(), cell.language),), token)
            paints.append(TextAt(x, baseline, line))
            x += line.width
    return Strip(full.leading - trim, tuple(paints)), x
