"""Pipe tables, alone, with a caption below, or in a div with a title."""

from __future__ import annotations

from publish.article.attributes import Attributes, AttributeSyntaxError, begins_attributes, read_attributes
from publish.article.blockrules import PipeTable
from publish.article.blocktree import Node
from publish.article.draft import Draft, Holder
from publish.article.model import Align, Message, Table
from publish.article.origin import Origin

__all__ = ["build_table"]

MAX_COLUMNS = 60
MAX_ROWS = 5_000

_ALIGN = {(True, True): Align.CENTER, (True, False): Align.START, (False, True): Align.END}


def build_table(draft: Draft, node: Node, holder: Holder | None = None) -> Table[Message] | None:
    """The table of a node; `holder` is the div around it. A caption below gives it title and id."""
    table = node.table
    if table is None:
        return None
    place = draft.span(draft.body.start + table.offset)
    caption, origin, attributes = _caption(draft, table)
    if holder is None:
        holder = Holder("table", attributes, origin, place)
        draft.check(holder)
    elif caption:
        draft.report("this table has a title and a caption", origin.span(0), "delete one")
    name = holder.attributes.ids[0].text if holder.attributes.ids else str(draft.count("table"))
    holder = Holder("table", holder.attributes, holder.origin, place, name)
    title = draft.text(holder, "title")
    if caption and title is None:
        title = draft.messages.add(f"table:{name}/title", caption, origin)
    rows = _rows(draft, table, name)
    if rows is None:
        return None
    return Table(
        head=rows[0],
        align=_aligns(draft, table),
        rows=rows[1:],
        span=place,
        id=draft.id(holder),
        title=title,
        subtitle=draft.text(holder, "subtitle"),
        note=draft.text(holder, "note"),
    )


def _caption(draft: Draft, table: PipeTable) -> tuple[str, Origin, Attributes]:
    if not table.caption:
        return "", Origin.at(draft.span(draft.body.start + table.offset)), Attributes()
    text, origin = draft.body.rows(table.caption)
    start = text.rfind("{")
    if start < 0 or not text.rstrip().endswith("}") or not begins_attributes(text, start):
        return text, origin, Attributes()
    try:
        return text[:start].rstrip(), origin, read_attributes(text, start)
    except AttributeSyntaxError as fault:
        draft.report(str(fault), origin.span(fault.offset), "write {#id} at the end of the caption")
        return text[:start].rstrip(), origin, Attributes()


def _rows(draft: Draft, table: PipeTable, name: str) -> tuple[tuple[Message, ...], ...] | None:
    columns = len(table.rows[0])
    place = draft.span(draft.body.start + table.offset)
    if columns != len(table.rule):
        message = f"the head has {columns} cells, the line under it {len(table.rule)}"
        draft.report(message, place, "give both the same number of cells")
        return None
    if columns > MAX_COLUMNS or len(table.rows) > MAX_ROWS:
        draft.report(f"a table has at most {MAX_COLUMNS} columns and {MAX_ROWS:,} rows", place, "split it")
        return None
    return tuple(_row(draft, table, number, name) for number in range(len(table.rows)))


def _row(draft: Draft, table: PipeTable, number: int, name: str) -> tuple[Message, ...]:
    ranges, columns = table.rows[number], len(table.rows[0])
    if len(ranges) > columns:
        place = draft.span(draft.body.start + ranges[columns][0])
        message = f"the row has {len(ranges)} cells, the head has {columns}"
        draft.report(message, place, "delete a cell, or write \\| for the sign itself")
    cells = []
    for column in range(columns):
        # A row may end early; what is missing is empty, as in other readers of Markdown.
        start, end = ranges[column] if column < len(ranges) else (ranges[-1][1], ranges[-1][1])
        text, origin = draft.body.cell(start, end)
        cells.append(draft.messages.add(f"cell:{name}/{number}.{column + 1}", text, origin))
    return tuple(cells)


def _aligns(draft: Draft, table: PipeTable) -> tuple[Align, ...]:
    rules = [draft.body.text[start:end] for start, end in table.rule]
    return tuple(_ALIGN.get((rule.startswith(":"), rule.endswith(":")), Align.DEFAULT) for rule in rules)
