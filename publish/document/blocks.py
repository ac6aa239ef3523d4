"""One equation for each kind of source block."""

from __future__ import annotations

from publish.article import model as source
from publish.article.model import Align
from publish.document.context import Context
from publish.document.facts import chart, fact_table, key_figures, timeline
from publish.document.marks import text_rich
from publish.document.tree import (
    Block,
    Callout,
    Caption,
    Cell,
    CodeBlock,
    Column,
    ColumnKind,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Quotation,
    Quote,
    Rich,
    Role,
    Row,
    Table,
    plain,
)  # fmt: skip
from publish.localize.content import FactEntry, Leaf
from publish.localize.content import plain as leaf_plain
from publish.localize.typography import quoted

__all__ = ["compose_block", "compose_blocks"]

SourceBlock = source.Block[Leaf, FactEntry]

#: Signs and currency marks, and the marks of direction that a value may begin with.
_BEFORE_DIGITS = "+-−±~≈<>$€£¥\u200e\u2066"
_BOX_ROLES = {
    source.BoxKind.TAKEAWAYS: Role.TAKEAWAYS,
    source.BoxKind.LEARN: Role.LEARN,
    source.BoxKind.INFO: Role.INFO,
}


def compose_blocks(blocks: tuple[SourceBlock, ...], context: Context, role: Role = Role.BODY) -> tuple[Block, ...]:
    """Source blocks as document blocks, in the same order."""
    composed = (compose_block(block, context, role) for block in blocks)
    return tuple(block for block in composed if block is not None)


def compose_block(block: SourceBlock, context: Context, role: Role = Role.BODY) -> Block | None:
    """One source block as a document block; None, with a finding, where it cannot be set."""
    match block:
        case source.Heading():
            text = context.rich(block.text)
            return Heading(block.level, text, context.marks.anchor(block.id, plain(text)))
        case source.Paragraph():
            return Paragraph(context.rich(block.text), role)
        case source.BulletList():
            return _list(block, context, role)
        case source.QuoteBlock():
            return Quotation(compose_blocks(block.blocks, context, Role.BLOCKQUOTE))
        case source.CodeBlock():
            return CodeBlock(block.text, block.span)
        case source.Box():
            return _callout(block, context)
        case _:
            return _compose_figure(block, context)


def _compose_figure(block: SourceBlock, context: Context) -> Block | None:
    match block:
        case source.PullQuote():
            return _quote(block, context)
        case source.Table():
            return _table(block, context)
        case source.FactTable():
            return fact_table(block, context)
        case source.KeyFigures():
            return key_figures(block, context)
        case source.Chart():
            return chart(block, context)
        case source.Timeline():
            return timeline(block, context)
        case source.Figure():
            return _picture(block, context)
    raise TypeError(type(block).__name__)


def _list(block: source.BulletList[Leaf, FactEntry], context: Context, role: Role) -> ListBlock:
    items = tuple(compose_blocks(item, context, role) for item in block.items)
    numbered = block.ordered or role is Role.TAKEAWAYS
    marks = tuple(context.marks.number_text(block.start + index) for index in range(len(items))) if numbered else ()
    return ListBlock(items, numbered, marks, role)


def _callout(block: source.Box[Leaf, FactEntry], context: Context) -> Callout:
    role = _BOX_ROLES[block.kind]
    kicker = context.label(block.kind.value)
    title = context.rich(block.title) if block.title else None
    anchor = context.marks.anchor(block.id, plain(title or kicker))
    return Callout(role, kicker, title, compose_blocks(block.blocks, context, role), anchor)


def _quote(block: source.PullQuote[Leaf], context: Context) -> Quote:
    reported = context.label("reported") if block.reported else None
    text = block.text if block.reported else quoted(block.text, context.language)
    by = context.rich(block.by) if block.by else None
    role = context.rich(block.role) if block.role else None
    return Quote(context.rich(text), by, role, reported)


def _picture(block: source.Figure[Leaf], context: Context) -> Picture:
    credit = None
    if block.credit:
        credit = text_rich(context.labels.text("photo", credit=leaf_plain(block.credit)), context.language)
    caption = context.caption("picture", block.caption, None)
    caption = Caption(caption.label, caption.title, credit)
    anchor = context.marks.anchor(block.id, plain(caption.title or caption.label))
    return Picture(block.path, block.pixels, leaf_plain(block.alt), context.language, anchor, caption)


# ---------------------------------------------------------------- ordinary tables


def _table(block: source.Table[Leaf], context: Context) -> Table:
    caption = context.caption("table", block.title, block.subtitle)
    anchor = context.marks.anchor(block.id, plain(caption.title or caption.label))
    columns = tuple(
        Column(context.rich(head), _kind(align, [row[index] for row in block.rows]))
        for index, (head, align) in enumerate(zip(block.head, block.align, strict=True))
    )
    rows = tuple(Row(tuple(Cell(context.rich(cell)) for cell in row)) for row in block.rows)
    notes: tuple[Rich, ...] = (context.rich(block.note),) if block.note else ()
    return Table(columns, rows, anchor, caption, notes)


def _kind(align: Align, cells: list[Leaf]) -> ColumnKind:
    if align is Align.DEFAULT:
        return ColumnKind.END if _numeric(cells) else ColumnKind.TEXT
    return {Align.START: ColumnKind.TEXT, Align.CENTER: ColumnKind.CENTER, Align.END: ColumnKind.END}[align]


def _numeric(cells: list[Leaf]) -> bool:
    """A column is numeric when every filled cell has a digit first, after a sign or currency mark at most."""
    texts = [leaf_plain(cell).strip() for cell in cells]
    filled = [text for text in texts if text not in ("", "–", "-", "—")]
    return bool(filled) and all(text.lstrip(_BEFORE_DIGITS).strip()[:1].isdigit() for text in filled)
