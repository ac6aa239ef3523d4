"""Lists of facts: the entries of fact tables, charts, timelines and strips of key figures."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from decimal import Decimal

from publish.article.attributes import AttributeSyntaxError, read_attributes
from publish.article.blocktree import Node
from publish.article.draft import Draft, Holder
from publish.article.inline import FactRef, Marked
from publish.article.inlines import parse_message, walk
from publish.article.model import ChartType, DateRange, Emphasis, Fact, FactItem, Message, MonthValue, YearValue
from publish.article.origin import Origin
from publish.errors import Span

__all__ = ["check_chart", "check_key_figures", "check_timeline", "fact_items"]

MAX_ITEMS = 500

_FACT = re.compile(r"\{[^{}]*\}")
_HINT = "write - {name}, or - {name} and own words"


def fact_items(draft: Draft, nodes: list[Node], holder: Holder, nested: bool = False) -> tuple[FactItem, ...]:
    """The entries of a div that holds one list of facts; `nested` lists are sub-entries."""
    lists = [node for node in nodes if node.kind in ("bullet_list", "ordered_list")]
    for node in nodes:
        if node not in lists[:1]:
            draft.report(f"{holder.kind} holds one list of facts", draft.span(node.offset), _HINT)
    if not nodes:
        draft.report(f"{holder.kind} holds no list of facts", holder.place, _HINT)
    prefix = f"{holder.kind}:{holder.name}/"
    items = _entries(draft, lists[0], prefix, 1 if nested else 0) if lists else []
    if len(items) > MAX_ITEMS:
        draft.report(f"{holder.kind} has more than {MAX_ITEMS} entries", holder.place, "split it")
    return tuple(items)


def _entries(draft: Draft, node: Node, prefix: str, deeper: int) -> list[FactItem]:
    items: list[FactItem] = []
    for number, entry in enumerate(node.children, 1):
        head, *rest = entry.children or [entry]
        if head.kind == "paragraph" and head.origin is not None:
            items += _item(draft, head.text, head.origin, f"{prefix}{number}")
        else:
            draft.report("an entry begins with a fact", draft.span(entry.offset), _HINT)
        for block in rest:
            if block.kind == "bullet_list" and deeper:
                below = _entries(draft, block, f"{prefix}{number}.", deeper - 1)
                items += [replace(item, level=item.level + 1) for item in below]
            else:
                draft.report("an entry is one line", draft.span(block.offset), _HINT)
    return items


def _item(draft: Draft, text: str, origin: Origin, context: str) -> list[FactItem]:
    end = _fact_end(text)
    if end is None:
        draft.report("an entry begins with a fact", origin.span(0), _HINT)
        return []
    parsed = parse_message(text[:end], origin, entry=True)
    draft.found += parsed.found
    draft.messages.refer(parsed.nodes)
    nodes = walk(parsed.nodes)
    fact = next((node for node in nodes if isinstance(node, FactRef)), None)
    if fact is None:
        return []
    if fact.say is not None:
        draft.report("an entry has no wording of its own for its value", fact.span, "delete say=")
    emphasis = next((node.emphasis for node in nodes if isinstance(node, Marked)), Emphasis.NORMAL)
    rest = text[end:]
    words: Message | None = None
    if rest.strip():
        words = draft.messages.add(context, rest, origin.part(end))
    return [FactItem(fact.name, fact.form, fact.span, words, emphasis=emphasis)]


def _fact_end(text: str) -> int | None:
    """The offset behind the fact with which an entry begins, its mark of emphasis included."""
    bracket = text.startswith("[")
    match = _FACT.match(text, 1 if bracket else 0)
    if match is None or text.startswith("{{"):
        return None
    if not bracket:
        return match.end()
    if not text.startswith("]{", match.end()):
        return None
    try:
        return read_attributes(text, match.end() + 1).end
    except AttributeSyntaxError:
        return None


# ---------------------------------------------------------------- what the entries may be


def check_key_figures(draft: Draft, items: tuple[FactItem, ...], place: Span) -> None:
    """Two to four, as many as stand in one row."""
    if items and not 2 <= len(items) <= 4:
        count = "one" if len(items) == 1 else len(items)
        draft.report(f"key-figures holds two to four facts, not {count}", place, "add or delete some")


def check_chart(draft: Draft, kind: ChartType, items: tuple[FactItem, ...], place: Span) -> None:
    """A chart draws numbers of one unit; before and after are two."""
    if kind is ChartType.BEFORE_AFTER and items and len(items) != 2:
        draft.report("a before-after chart holds two facts", place, "write type=bar for more")
    first: Fact | None = None
    for item in items:
        fact = draft.facts.get(item.name)
        if fact is None:
            continue
        if not isinstance(fact.value, Decimal):
            draft.report(f'"{fact.name}" is a {_kind(fact)}; a chart draws numbers', item.span, "put it into a table")
            continue
        first = first or fact
        if (fact.unit, fact.per) != (first.unit, first.per):
            message = f'"{fact.name}" is in {_unit(fact)}, the chart begins with {_unit(first)}'
            draft.report(message, item.span, "make a chart of its own")


def check_timeline(draft: Draft, items: tuple[FactItem, ...]) -> None:
    """A timeline holds dates, months, years, ranges of dates, and times in words."""
    for item in items:
        fact = draft.facts.get(item.name)
        if fact is not None and not isinstance(
            fact.value, datetime.date | MonthValue | YearValue | DateRange | Message
        ):
            draft.report(f'"{fact.name}" is no date', item.span, "a timeline holds facts with unit: date, month, year")


def _kind(fact: Fact) -> str:
    match fact.value:
        case Message():
            return "text"
        case Decimal():
            return "number"
        case _:
            return "date" if fact.unit in ("date", "month", "year", "date-range") else "range"


def _unit(fact: Fact) -> str:
    unit = fact.unit or (fact.noun["other"].source if "other" in fact.noun else "no unit")
    return f"{unit} per {fact.per}" if fact.per else unit
