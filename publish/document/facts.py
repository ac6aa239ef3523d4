"""Blocks made of facts: fact tables, key figures, charts and timelines."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from publish.article.model import Chart as ChartSource
from publish.article.model import ChartType, Emphasis
from publish.article.model import FactTable as FactTableSource
from publish.article.model import KeyFigures as KeyFiguresSource
from publish.article.model import Timeline as TimelineSource
from publish.document.context import Context
from publish.document.marks import text_rich
from publish.document.punctuation import brackets
from publish.document.tree import (
    Bar,
    Caption,
    Cell,
    Chart,
    Column,
    ColumnKind,
    Event,
    KeyFigure,
    KeyFigures,
    Number,
    Rich,
    Row,
    Run,
    RunRole,
    Table,
    Timeline,
    plain,
)  # fmt: skip
from publish.errors import error
from publish.localize.content import FactEntry, Leaf

__all__ = ["chart", "fact_table", "key_figures", "timeline"]

#: A chart of more bars is taller than a page.
_MOST_BARS = 40


def fact_table(block: FactTableSource[Leaf, FactEntry], context: Context) -> Table:
    """A table of facts: label, value, source."""
    caption = context.caption("table", block.title, block.subtitle)
    anchor = context.marks.anchor(block.id, _name(caption))
    with_sources = any(entry.source for entry in block.items)
    rows = tuple(_fact_row(entry, context, with_sources) for entry in block.items)
    columns = [
        Column(context.label("indicator")),
        Column(context.label("value"), ColumnKind.NUMBER),
    ]
    if with_sources:
        columns.append(Column(context.label("source"), ColumnKind.END))
    notes = [*_notes(block.note, block.items, context)]
    if with_sources and context.first("source-column"):
        notes.append(context.label("source-column"))
    return Table(tuple(columns), rows, anchor, caption, tuple(notes), facts=True)


def _fact_row(entry: FactEntry, context: Context, with_sources: bool) -> Row:
    cells = [Cell(context.rich(entry.label)), Cell((_value_run(entry),), _number(entry))]
    if with_sources:
        source = (context.marks.source_run(entry.source, RunRole.TEXT),) if entry.source else ()
        cells.append(Cell(source))
    return Row(tuple(cells), entry.level, entry.emphasis)


def _value_run(entry: FactEntry) -> Run:
    return Run(entry.text, entry.language, entry.span, fact=entry.name)


def _number(entry: FactEntry) -> Number | None:
    if not (entry.numeric or entry.after):  # a range has no single value, but parts that can be aligned
        return None
    parts = (entry.prefix, entry.before, entry.integer, entry.fraction, entry.after, entry.suffix)
    return Number(*parts, gaps=entry.gaps)


def _notes(note: Leaf | None, items: Sequence[FactEntry], context: Context) -> list[Rich]:
    """The author's note, the notes of single facts, then when the facts were true."""
    notes = [context.rich(note)] if note else []
    notes += [
        (*context.rich(entry.label), Run(context.colon, context.language), *context.rich(entry.note))
        for entry in items
        if entry.note
    ]
    return notes + _as_of(items, context)


def _as_of(items: Sequence[FactEntry], context: Context) -> list[Rich]:
    by_date: dict[str, list[FactEntry]] = {}
    for entry in items:
        if entry.as_of:
            by_date.setdefault(entry.as_of, []).append(entry)
    whole = len(by_date) == 1 and len(next(iter(by_date.values()))) == len(items)
    notes: list[Rich] = []
    for when, entries in by_date.items():
        names = context.list_semicolon.join(plain(context.rich(entry.label)) for entry in entries)
        labels = context.labels
        said = labels.text("as-of", date=when) if whole else labels.text("as-of-some", date=when, items=names)
        notes.append(text_rich(said, context.language))
    return notes


def key_figures(block: KeyFiguresSource[FactEntry], context: Context) -> KeyFigures:
    """The strip of large numbers."""
    cells = tuple(
        KeyFigure(
            before=entry.before,
            number=entry.integer + entry.fraction,
            after=entry.after,
            label=context.rich(entry.label),
            language=entry.language,
            fact=entry.name,
            prefix=entry.prefix,
            suffix=entry.suffix,
            gaps=entry.gaps,
        )
        for entry in block.items
    )
    title = context.label("key-figures")
    return KeyFigures(title, cells, context.marks.anchor(None, plain(title)))


def chart(block: ChartSource[Leaf, FactEntry], context: Context) -> Chart | None:
    """A chart; None, with a finding, when its facts cannot stand on one scale."""
    if not _one_scale(block, context):
        return None
    caption = context.caption("figure", block.title, block.subtitle)
    anchor = context.marks.anchor(block.id, _name(caption))
    short = block.subtitle is not None and block.type is ChartType.BAR
    bars = tuple(_bar(entry, context, short) for entry in block.items)
    change = block.axis.change if block.axis else None
    return Chart(
        type=block.type,
        bars=bars,
        anchor=anchor,
        alt=_alt(block, change, context),
        language=context.language,
        caption=caption,
        notes=_chart_notes(block, context),
        ticks=block.axis.marks if block.axis else (),
        change=change,
    )


def _one_scale(block: ChartSource[Leaf, FactEntry], context: Context) -> bool:
    """The reader has seen to numbers and units; here it is what they are counted of, and how many there are."""
    count = len(block.items)
    if count > _MOST_BARS:
        what = f"the chart has {count} entries, more than a page holds"
        context.report(error(what, block.span, f"show {_MOST_BARS} at the most, or use a table"))
    mixed = len({entry.unit_key for entry in block.items}) > 1
    if mixed:
        what = "the entries of the chart are not of one kind: their units, or what they are a share of, differ"
        context.report(error(what, block.span, "put facts of one unit into a chart"))
    return not mixed and count <= _MOST_BARS


def _bar(entry: FactEntry, context: Context, short: bool) -> Bar:
    # with a subtitle that names the unit the bars carry the bare number
    text = entry.integer + entry.fraction if short and entry.integer else entry.bare
    value = entry.value if entry.value is not None else Decimal(0)
    return Bar(context.rich(entry.label), value, text, entry.language, entry.emphasis, entry.name)


def _alt(block: ChartSource[Leaf, FactEntry], change: str | None, context: Context) -> str:
    labels = context.labels
    items = []
    for entry in block.items:
        item = labels.text("chart-item", label=plain(context.rich(entry.label)), value=entry.text)
        if entry.emphasis is Emphasis.TENTATIVE:
            opening, closing = brackets(context.script)
            item += f"{opening}{labels.text('tentative')}{closing}"
        items.append(item)
    if change:
        items.append(labels.text("change", value=change))
    kind = labels.text(f"chart-{block.type.value}")
    parts = [block.title, block.subtitle]
    title = context.list_comma.join(plain(context.rich(part)) for part in parts if part) or kind
    return labels.text("chart-alt", kind=kind, title=title, items=context.list_semicolon.join(items))


def _chart_notes(block: ChartSource[Leaf, FactEntry], context: Context) -> tuple[Rich, ...]:
    notes = [context.rich(block.note)] if block.note else []
    keys = dict.fromkeys(entry.source for entry in block.items if entry.source)
    if keys:
        start, _, end = context.labels.template("source-note").partition("{sources}")
        runs = [Run(start, context.language)]
        opening, closing = brackets(context.script)
        for key in keys:
            if len(runs) > 1:
                runs.append(Run(context.list_semicolon, context.language))
            runs += [*context.source_title(key), Run(opening, context.language)]
            runs += [context.marks.source_run(key, RunRole.TEXT), Run(closing, context.language)]
        notes.append((*runs, Run(end, context.language)))
    return tuple(notes)


def timeline(block: TimelineSource[Leaf, FactEntry], context: Context) -> Timeline:
    """Events in the author's order."""
    title = context.rich(block.title) if block.title else None
    caption = Caption(context.label("timeline"), title)
    anchor = context.marks.anchor(block.id, _name(caption))
    events = tuple(
        Event(
            (Run(entry.bare, entry.language, entry.span, fact=entry.name),),
            context.rich(entry.label),
            entry.future or entry.emphasis is Emphasis.TENTATIVE,
        )
        for entry in block.items
    )
    return Timeline(events, anchor, caption)


def _name(caption: Caption | None) -> str:
    return plain(caption.title or caption.label) if caption else ""
