"""The article's blocks mapped to another kind of leaf, block kind by block kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import assert_never

from publish.article.model import (
    Block,
    Box,
    BulletList,
    Chart,
    CodeBlock,
    FactItem,
    FactTable,
    Figure,
    Footnote,
    Heading,
    KeyFigures,
    Message,
    Paragraph,
    PullQuote,
    QuoteBlock,
    Table,
    Timeline,
)  # fmt: skip
from publish.localize.content import FactEntry, Leaf
from publish.localize.entries import EntryWriter

__all__ = ["BlockMap"]

Source = Block[Message, FactItem]
Final = Block[Leaf, FactEntry]


@dataclass(frozen=True, slots=True)
class BlockMap:
    """Maps blocks: `leaf` makes a leaf of a message, `entries` entries of fact items."""

    leaf: Callable[[Message], Leaf]
    entries: EntryWriter

    def blocks(self, blocks: Sequence[Source]) -> tuple[Final, ...]:
        """The blocks in the words of a locale; places, ids and order stay."""
        return tuple(self._block(block) for block in blocks)

    def footnote(self, note: Footnote[Message, FactItem]) -> Footnote[Leaf, FactEntry]:
        """A footnote in the words of a locale."""
        return Footnote(note.id, self.blocks(note.blocks), note.span)

    def optional(self, message: Message | None) -> Leaf | None:
        """The leaf of a message, where there is one."""
        return None if message is None else self.leaf(message)

    def _block(self, block: Source) -> Final:
        match block:
            case Heading():
                return Heading(block.level, self.leaf(block.text), block.span, block.id)
            case Paragraph():
                return Paragraph(self.leaf(block.text), block.span)
            case CodeBlock():
                return block
            case BulletList():
                items = tuple(self.blocks(item) for item in block.items)
                return BulletList(items, block.span, block.ordered, block.start)
            case QuoteBlock():
                return QuoteBlock(self.blocks(block.blocks), block.span)
            case Box():
                blocks = self.blocks(block.blocks)
                return Box(block.kind, blocks, block.span, block.id, self.optional(block.title))
        return self._display(block)

    def _display(
        self,
        block: Table[Message]
        | PullQuote[Message]
        | FactTable[Message, FactItem]
        | KeyFigures[FactItem]
        | Chart[Message, FactItem]
        | Timeline[Message, FactItem]
        | Figure[Message],
    ) -> Final:
        match block:
            case Table():
                return self._table(block)
            case PullQuote():
                by, role = self.optional(block.by), self.optional(block.role)
                return PullQuote(self.leaf(block.text), block.span, by, role, block.reported)
            case FactTable():
                return FactTable(self.entries.entries(block.items), block.span, block.id, *self._captions(block))
            case KeyFigures():
                return KeyFigures(self.entries.entries(block.items), block.span)
            case Chart():
                items, axis = self.entries.chart(block.type, block.items)
                return Chart(block.type, items, block.span, block.id, *self._captions(block), axis)
            case Timeline():
                items = self.entries.timeline(block.items)
                return Timeline(items, block.span, block.id, self.optional(block.title))
            case Figure():
                return self._figure(block)
        assert_never(block)

    def _captions(
        self, block: Table[Message] | FactTable[Message, FactItem] | Chart[Message, FactItem]
    ) -> tuple[Leaf | None, Leaf | None, Leaf | None]:
        return self.optional(block.title), self.optional(block.subtitle), self.optional(block.note)

    def _table(self, block: Table[Message]) -> Table[Leaf]:
        head = tuple(map(self.leaf, block.head))
        rows = tuple(tuple(map(self.leaf, row)) for row in block.rows)
        return Table(head, block.align, rows, block.span, block.id, *self._captions(block))

    def _figure(self, block: Figure[Message]) -> Figure[Leaf]:
        caption, credit = self.optional(block.caption), self.optional(block.credit)
        return Figure(block.path, block.pixels, self.leaf(block.alt), block.span, block.id, caption, credit)
