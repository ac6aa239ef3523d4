"""Markdown's own blocks: headings, paragraphs, lists, quotations, code, footnotes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from publish.article.attributes import Attributes, AttributeSyntaxError, begins_attributes, read_attributes
from publish.article.blocktree import Node
from publish.article.boxes import build_div
from publish.article.draft import Draft, Holder, Place
from publish.article.images import build_figure, is_picture
from publish.article.model import (
    Block,
    BulletList,
    CodeBlock,
    FactItem,
    Footnote,
    Heading,
    Message,
    Paragraph,
    QuoteBlock,
)
from publish.article.origin import Origin
from publish.article.stacks import MAX_MARKS, stack_in
from publish.article.tables import build_table
from publish.errors import warning

__all__ = ["Builder", "SourceBlock"]

SourceBlock = Block[Message, FactItem]


class Builder:
    """Turns nodes into blocks, in reading order, so that contexts are stable and findings complete."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.footnotes: dict[str, Footnote[Message, FactItem]] = {}
        self._section = 0
        self._level = 1
        self._rules: dict[str, Callable[[Node, Place], SourceBlock | None]] = {
            "paragraph": self._paragraph,
            "bullet_list": self._list,
            "ordered_list": self._list,
            "blockquote": self._quotation,
            "code": self._code,
            "table": self._table,
            "div": self._div,
            "heading": self._lost_heading,
            "footnote": self._footnote,
            "hr": self._thematic_break,
            "html": self._html,
            "reference": self._reference,
        }

    def body(self, nodes: Sequence[Node]) -> tuple[SourceBlock, ...]:
        """The blocks of the body; sections are counted from its headings."""
        place = Place.section(0)
        blocks: list[SourceBlock] = []
        notes: list[Node] = []
        for node in nodes:
            if node.kind == "heading":
                blocks.append(self._heading(node))
                place = Place.section(self._section)
            elif node.kind == "footnote":
                notes.append(node)
            else:
                blocks += self.blocks([node], place)
        for node in notes:
            self._footnote(node, place)
        return tuple(blocks)

    def blocks(self, nodes: Sequence[Node], place: Place) -> tuple[SourceBlock, ...]:
        """The blocks of a container."""
        built = (self._rules[node.kind](node, place) for node in nodes)
        return tuple(block for block in built if block is not None)

    def _report(self, node: Node, message: str, hint: str | None = None) -> None:
        self.draft.report(message, self.draft.span(node.offset), hint)

    # ------------------------------------------------------------ headings

    def _heading(self, node: Node) -> SourceBlock:
        level = int(node.token.tag[1:])
        if level == 1:
            self._report(node, "a heading of level 1 in the body", "the title stands in the front matter; write ##")
        elif level > self._level + 1:
            hint = f"write {'#' * (self._level + 1)}"
            self._report(node, f"the heading skips from level {self._level} to level {level}", hint)
        self._level = max(level, 2)
        self._section += 1
        text, attributes, origin = self._split(node)
        holder = Holder("heading", attributes, origin, self.draft.span(node.offset))
        self.draft.check(holder)
        if not text.strip():
            self._report(node, "the heading has no text", "write it, or delete the line")
        message = self.draft.messages.add(f"heading:{self._section}", text, origin)
        return Heading(max(level, 2), message, self.draft.span(node.offset), self.draft.id(holder))

    def _split(self, node: Node) -> tuple[str, Attributes, Origin]:
        """A heading's text and the attributes at its end."""
        origin = node.origin or Origin.at(self.draft.span(node.offset))
        text = node.text.rstrip()
        start = text.rfind("{")
        if start >= 0 and text.endswith("}") and begins_attributes(text, start) and text[start - 1 : start] != "]":
            try:
                attributes = read_attributes(text, start)
            except AttributeSyntaxError as fault:
                self.draft.report(str(fault), origin.span(fault.offset))
                return text[:start], Attributes(), origin
            return text[:start].rstrip(), attributes, origin
        return text, Attributes(), origin

    def _lost_heading(self, node: Node, _: Place) -> None:
        self._report(
            node, "a heading cannot stand in a box, list or quotation", "give the box a title, or end it before"
        )

    # ------------------------------------------------------------ text

    def _paragraph(self, node: Node, place: Place) -> SourceBlock | None:
        if node.origin is None or not node.text.strip():
            return None
        if is_picture(node.text):
            return build_figure(self.draft, node.text, node.origin)
        if node.text.startswith(":") and node.text[1:2] in " \t":
            self._report(node, "this caption follows no table", "put it directly below its table")
        message = self.draft.messages.add(place.paragraph(), node.text, node.origin)
        return Paragraph(message, message.span)

    def _list(self, node: Node, place: Place) -> SourceBlock:
        prefix = place.list()
        ordered = node.kind == "ordered_list"
        items = tuple(
            self.blocks(item.children, Place.item(f"{prefix}{number}")) for number, item in enumerate(node.children, 1)
        )
        for item, blocks in zip(node.children, items, strict=True):
            if not blocks and not item.children:
                self._report(item, "the list item is empty", "delete it")
        start = int(node.token.attrGet("start") or 1) if ordered else 1
        return BulletList(items, self.draft.span(node.offset), ordered, start)

    def _quotation(self, node: Node, place: Place) -> SourceBlock:
        return QuoteBlock(self.blocks(node.children, place.quotation()), self.draft.span(node.offset))

    def _code(self, node: Node, _: Place) -> SourceBlock:
        if node.token.info.strip().startswith("{="):
            self._report(node, "raw text of another format is not allowed", "delete {=...}")
        if stack_in(node.token.content) is not None:
            self._report(node, f"more than {MAX_MARKS} marks stand on one character", "delete them")
        return CodeBlock(node.token.content.removesuffix("\n"), self.draft.span(node.offset))

    def _table(self, node: Node, _: Place) -> SourceBlock | None:
        return build_table(self.draft, node)

    def _div(self, node: Node, place: Place) -> SourceBlock | None:
        return build_div(self.draft, node, lambda nodes, within: self.blocks(nodes, within or place))

    # ------------------------------------------------------------ the rest

    def _footnote(self, node: Node, _place: Place) -> None:
        name, offset = str(node.token.meta["id"]), int(node.token.meta["offset"]) + self.draft.body.start
        place = self.draft.span(offset)
        called = len(self.draft.messages.notes)
        blocks = self.blocks(node.children, Place(f"footnote:{name}/", f"footnote-{name}"))
        for _, span in self.draft.messages.notes[called:]:
            self.draft.report("a footnote cannot call another", span, "write it into the text")
        del self.draft.messages.notes[called:]
        if name in self.footnotes:
            hint = f"the first is on line {self.footnotes[name].span.line}"
            self.draft.report(f'the footnote "{name}" is defined twice', place, hint)
        elif not blocks:
            self.draft.report(f'the footnote "{name}" is empty', place, "write its text behind the colon")
        self.footnotes.setdefault(name, Footnote(name, blocks, place))

    def _thematic_break(self, node: Node, _: Place) -> None:
        found = warning("a line across the page is left out", self.draft.span(node.offset), "delete it")
        self.draft.found.append(found)

    def _html(self, node: Node, _: Place) -> None:
        self._report(node, "raw HTML is not allowed", "write Markdown, or \\< for the sign itself")

    def _reference(self, node: Node, _: Place) -> None:
        self._report(node, "definitions of links are not supported", "write [text](address) where the link stands")
