"""Fenced divs: boxes, quotes, fact tables, charts, key figures and timelines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from publish.article.blocktree import Node
from publish.article.draft import Draft, Holder, Place
from publish.article.factlists import check_chart, check_key_figures, check_timeline, fact_items
from publish.article.model import (
    Block,
    Box,
    BoxKind,
    BulletList,
    Chart,
    ChartType,
    FactItem,
    FactTable,
    KeyFigures,
    Message,
    Paragraph,
    PullQuote,
    Timeline,
)  # fmt: skip
from publish.article.origin import Origin
from publish.article.tables import build_table
from publish.errors import suggest

__all__ = ["build_div"]

SourceBlock = Block[Message, FactItem]
Build = Callable[[Sequence[Node], Place | None], tuple[SourceBlock, ...]]


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a kind of div may have."""

    keys: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    has_id: bool = True


_TITLED = _Kind(("title", "subtitle", "note"))

_KINDS = {
    "learn": _Kind(("title",)),
    "takeaways": _Kind(("title",)),
    "info": _Kind(("title",)),
    "quote": _Kind(("by", "role"), ("reported",), has_id=False),
    "facts": _TITLED,
    "chart": _Kind(("type", *_TITLED.keys)),
    "key-figures": _Kind(has_id=False),
    "timeline": _Kind(("title",)),
    "table": _TITLED,
}

_TYPES = {kind.value: kind for kind in ChartType}


def build_div(draft: Draft, node: Node, build: Build) -> SourceBlock | None:
    """The block of a div; `build` makes the blocks within. None where the div cannot be used."""
    fence = node.fence
    if fence is None:
        return None
    origin = Origin.of(draft.body.lines, [(0, draft.body.start)])
    if fence.fault is not None:
        message, offset = fence.fault
        draft.report(message, origin.span(offset), 'write ::: learn, or ::: {.info title="..."}')
        build(node.children, None)  # for the findings within
        return None
    word = draft.first(fence.attributes.classes, _KINDS)
    if word is None:
        _report_kind(draft, node, origin)
        build(node.children, None)  # for the findings within
        return None
    rules = _KINDS[word.text]
    name = fence.attributes.ids[0].text if fence.attributes.ids else str(draft.count(word.text))
    holder = Holder(
        word.text, fence.attributes, origin, origin.span(fence.offset), name, rules.keys, rules.classes, rules.has_id
    )
    draft.check(holder)
    if not node.closed:
        build(node.children, None)  # for the findings within
        return None
    return _BUILDERS[word.text](draft, node, holder, build)


def _report_kind(draft: Draft, node: Node, origin: Origin) -> None:
    if node.fence is None or not node.fence.attributes.classes:
        place = origin.span(node.fence.offset) if node.fence else draft.span(node.offset)
        draft.report("this div says not what it is", place, "write ::: {.info} or another class")
        return
    word = node.fence.attributes.classes[0]
    hint = suggest(word.text, _KINDS) or f"known: {', '.join(_KINDS)}"
    draft.report(f'the div "{word.text}" is unknown', origin.span(word.start), hint)


# ---------------------------------------------------------------- boxes of text


def _box(draft: Draft, node: Node, holder: Holder, build: Build) -> SourceBlock:
    kind = BoxKind(holder.kind)
    title = draft.text(holder, "title")
    blocks = build(node.children, Place.box(_box_name(kind, holder)))
    if not node.children:
        draft.report(f"{holder.kind} is empty", holder.place, "write its text before the closing fence")
    elif kind is not BoxKind.INFO:
        _check_one_list(draft, blocks, node, holder)
    return Box(kind, blocks, holder.place, draft.id(holder), title)


def _box_name(kind: BoxKind, holder: Holder) -> str:
    """What the messages in a box are named after: its id, else its kind, with a number where there may be several."""
    if holder.attributes.ids:
        return holder.name
    return kind.value if kind is not BoxKind.INFO and holder.name == "1" else f"{kind.value}-{holder.name}"


def _check_one_list(draft: Draft, blocks: Sequence[SourceBlock], node: Node, holder: Holder) -> None:
    lists = [block for block in blocks if isinstance(block, BulletList)]
    if len(lists) == len(node.children) == 1:
        return
    extra = next(
        (child for child in node.children if child.kind not in ("bullet_list", "ordered_list")), node.children[-1]
    )
    draft.report(f"{holder.kind} holds one list and nothing else", draft.span(extra.offset), "begin each point with -")


def _quote(draft: Draft, node: Node, holder: Holder, build: Build) -> SourceBlock | None:
    place = Place("", f"quote-{holder.name}", first=f"quote:{holder.name}")
    blocks = build(node.children, place)
    by, role = draft.text(holder, "by"), draft.text(holder, "role")
    if len(blocks) != 1 or not isinstance(blocks[0], Paragraph):
        draft.report("quote holds one paragraph", holder.place, "put more text before or behind it")
        return None
    reported = any(word.text == "reported" for word in holder.attributes.classes)
    return PullQuote(blocks[0].text, holder.place, by, role, reported)


# ---------------------------------------------------------------- facts


def _facts(draft: Draft, node: Node, holder: Holder, _: Build) -> SourceBlock:
    title, subtitle = draft.text(holder, "title"), draft.text(holder, "subtitle")
    items = fact_items(draft, node.children, holder, nested=True)
    return FactTable(items, holder.place, draft.id(holder), title, subtitle, draft.text(holder, "note"))


def _chart(draft: Draft, node: Node, holder: Holder, _: Build) -> SourceBlock:
    kind = _chart_type(draft, holder)
    title, subtitle = draft.text(holder, "title"), draft.text(holder, "subtitle")
    items = fact_items(draft, node.children, holder)
    check_chart(draft, kind, items, holder.place)
    return Chart(kind, items, holder.place, draft.id(holder), title, subtitle, draft.text(holder, "note"))


def _chart_type(draft: Draft, holder: Holder) -> ChartType:
    word = holder.attributes.get("type")
    if word is None:
        draft.report("the chart has no type", holder.place, f"write type=bar; known: {', '.join(_TYPES)}")
    elif word.text not in _TYPES:
        hint = suggest(word.text, _TYPES) or f"known: {', '.join(_TYPES)}"
        draft.report(f'chart type "{word.text[:40]}" is unknown', holder.origin.span(word.start), hint)
    return _TYPES.get(word.text if word else "", ChartType.BAR)


def _key_figures(draft: Draft, node: Node, holder: Holder, _: Build) -> SourceBlock:
    items = fact_items(draft, node.children, holder)
    check_key_figures(draft, items, holder.place)
    return KeyFigures(items, holder.place)


def _timeline(draft: Draft, node: Node, holder: Holder, _: Build) -> SourceBlock:
    title = draft.text(holder, "title")
    items = fact_items(draft, node.children, holder)
    check_timeline(draft, items)
    return Timeline(items, holder.place, draft.id(holder), title)


def _table(draft: Draft, node: Node, holder: Holder, _: Build) -> SourceBlock | None:
    tables = [child for child in node.children if child.kind == "table"]
    others = [child for child in node.children if child not in tables[:1]]
    for other in others:
        draft.report(
            "table holds one table and nothing else", draft.span(other.offset), "put it before or behind the div"
        )
    if not tables:
        if not others:
            draft.report("table is empty", holder.place, "write a table of | a | b | lines in it")
        return None
    return build_table(draft, tables[0], holder)


_BUILDERS: dict[str, Callable[[Draft, Node, Holder, Build], SourceBlock | None]] = {
    "learn": _box,
    "takeaways": _box,
    "info": _box,
    "quote": _quote,
    "facts": _facts,
    "chart": _chart,
    "key-figures": _key_figures,
    "timeline": _timeline,
    "table": _table,
}
