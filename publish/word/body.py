"""The body: one equation for each kind of block."""

from __future__ import annotations

from collections.abc import Sequence

from publish.document.tree import (
    About,
    Block,
    Callout,
    Chart,
    CodeBlock,
    Heading,
    KeyFigures,
    ListBlock,
    Paragraph,
    Picture,
    Quotation,
    Quote,
    Source,
    Sources,
    Table,
    Timeline,
)  # fmt: skip
from publish.word.boxes import callout, close, pull_quote
from publish.word.inline import paragraph, runs
from publish.word.key_figures import key_figures
from publish.word.names import S
from publish.word.numbering import N
from publish.word.pictures import chart, picture
from publish.word.story import Story
from publish.word.strips import about, timeline
from publish.word.tables import table
from publish.word.text import BODY, QUOTED, Flow, code, heading, is_native, list_block
from publish.word.xml import Element, w

__all__ = ["body", "write"]

_TABLE = w("tbl").tag


def body(blocks: Sequence[Block], story: Story) -> list[Element]:
    """Blocks in their order; where one stands apart, its neighbours' styles make room for it."""
    elements: list[Element] = []
    for block in blocks:
        written = write(block, story, BODY)
        if written and written[0].tag == _TABLE and elements:
            close(elements)
        if isinstance(block, Paragraph) and elements and elements[-1].tag == _TABLE:
            written = [paragraph(S.BODY_AFTER, runs(block.text, story))]
        elements += written
    return _parted(elements)


def _parted(elements: Sequence[Element]) -> list[Element]:
    """Word makes one table of two that touch, and wants a paragraph after the last."""
    parted: list[Element] = []
    for element in elements:
        if parted and parted[-1].tag == _TABLE == element.tag:
            parted.append(paragraph(S.TABLE_GAP, []))
        parted.append(element)
    if parted and parted[-1].tag == _TABLE:
        parted.append(paragraph(S.TABLE_GAP, []))
    return parted


def write(block: Block, story: Story, flow: Flow) -> list[Element]:
    """One block as paragraphs and tables, its text in the styles of a flow."""
    match block:
        case Paragraph():
            return [paragraph(flow.text, runs(block.text, story))]
        case Heading():
            return heading(block, story)
        case ListBlock():
            return list_block(block, story, flow, write)
        case CodeBlock():
            return code(block)
        case Quotation():
            return [element for inner in block.blocks for element in write(inner, story, QUOTED)]
        case Callout():
            return callout(block, story, write)
        case Quote():
            return pull_quote(block, story)
        case _:
            return _figure(block, story)


def _figure(block: Block, story: Story) -> list[Element]:
    match block:
        case KeyFigures():
            return key_figures(block, story)
        case Table():
            return table(block, story)
        case Chart():
            return chart(block, story)
        case Timeline():
            return timeline(block, story)
        case Picture():
            return picture(block, story)
        case Sources():
            return _sources(block, story)
        case About():
            return about(block, story)
    raise TypeError(type(block).__name__)


def _sources(block: Sources, story: Story) -> list[Element]:
    title = story.bookmarks.around(block.anchor, runs(block.title, story))
    return [paragraph(S.HEADING_2, title), *(_source(item, story) for item in block.items)]


def _source(item: Source, story: Story) -> Element:
    number = (story.numbers.marked(N.SOURCE, item.number, 0), 0) if is_native(item.number) else None
    content = story.bookmarks.around(item.anchor, runs(item.text, story))
    return paragraph(S.SOURCE_ITEM, content, number=number)
