"""The anchors of a document: where its links may lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from publish.document.tree import Block, Callout, ListBlock, Quotation, Sources

__all__ = ["anchors"]


def anchors(blocks: Iterable[Block]) -> Iterator[str]:
    """Every anchor that the blocks set, those within them included."""
    for block in blocks:
        anchor = getattr(block, "anchor", None)
        if isinstance(anchor, str):
            yield anchor
        match block:
            case Callout() | Quotation():
                yield from anchors(block.blocks)
            case ListBlock():
                for item in block.items:
                    yield from anchors(item)
            case Sources():
                yield from (item.anchor for item in block.items)
