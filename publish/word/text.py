"""Running text: paragraphs, headings, lists, code, quotations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from publish.document.tree import Block, CodeBlock, Heading, ListBlock, Paragraph
from publish.word.inline import paragraph, run, runs
from publish.word.names import S
from publish.word.numbering import N
from publish.word.story import Story
from publish.word.xml import Element, w

__all__ = [
    "BODY", "INFO", "LEARN", "NOTE", "QUOTED", "TAKEAWAYS", "Flow", "Writer", "code", "heading", "is_native",
    "list_block",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Flow:
    """The styles of text in one surrounding; lists have one style a level, the last serves all deeper ones.

    `rest` are the styles of an item's further paragraphs; None sets them in the item's own style behind a tab,
    for a box whose paragraphs must all have one indent.
    """

    text: S
    bullets: tuple[S, ...]
    numbers: tuple[S, ...]
    bullet: N
    number: N
    rest: tuple[S, ...] | None

    def marks(self, *, ordered: bool) -> tuple[N, tuple[S, ...]]:
        """The numbering and the styles of a list."""
        return (self.number, self.numbers) if ordered else (self.bullet, self.bullets)


_CONTINUES = (S.CONTINUE, S.CONTINUE_2, S.CONTINUE_3)
_BULLETS = (S.BULLET, S.BULLET_2, S.BULLET_3)
_NUMBERS = (S.NUMBER, S.NUMBER_2, S.NUMBER_3)

BODY = Flow(S.BODY, _BULLETS, _NUMBERS, N.BULLET, N.NUMBER, _CONTINUES)
QUOTED = Flow(S.BLOCK_QUOTE, _BULLETS, _NUMBERS, N.BULLET, N.NUMBER, _CONTINUES)
INFO = Flow(
    S.INFO_TEXT, (S.INFO_BULLET,), (S.INFO_NUMBER,), N.INFO_BULLET, N.INFO_NUMBER, (S.INFO_TEXT,)
)  # fmt: skip
TAKEAWAYS = Flow(
    S.TAKEAWAYS_ITEM, (S.TAKEAWAYS_ITEM,), (S.TAKEAWAYS_ITEM,), N.TAKEAWAY, N.TAKEAWAY, None
)  # fmt: skip
LEARN = Flow(S.LEARN_ITEM, (S.LEARN_ITEM,), (S.LEARN_ITEM,), N.LEARN, N.LEARN, None)
NOTE = Flow(
    S.FOOTNOTE_MORE, (S.FOOTNOTE_BULLET,), (S.FOOTNOTE_NUMBER,), N.NOTE_BULLET, N.NOTE_NUMBER, (S.FOOTNOTE_MORE,)
)  # fmt: skip

Writer = Callable[[Block, Story, Flow], list[Element]]

_HEADINGS = {2: S.HEADING_2, 3: S.HEADING_3, 4: S.HEADING_4, 5: S.HEADING_5, 6: S.HEADING_6}


def heading(block: Heading, story: Story) -> list[Element]:
    """A heading with its bookmark."""
    content = story.bookmarks.around(block.anchor, runs(block.text, story))
    return [paragraph(_HEADINGS[block.level], content)]


def code(block: CodeBlock) -> list[Element]:
    """Literal lines, one paragraph."""
    return [paragraph(S.CODE_BLOCK, [run(block.text.rstrip("\n"))])]


def list_block(block: ListBlock, story: Story, flow: Flow, write: Writer, level: int = 0) -> list[Element]:
    """A list; `write` writes what an item holds beside text and lists."""
    kind, styles = flow.marks(ordered=block.ordered)
    depth = min(level, len(styles) - 1)
    elements: list[Element] = []
    for item, numbered in zip(block.items, _numberings(block, story, kind, depth), strict=True):
        elements += _item(item, _Place(story, flow, write, level), styles[depth], numbered)
    return elements


def _numberings(block: ListBlock, story: Story, kind: N, depth: int) -> Sequence[tuple[int, int] | None]:
    """The list and level of each item; None where its style says them."""
    if not block.ordered:
        return [None] * len(block.items)
    if any(is_native(mark) for mark in block.marks):
        return [(story.numbers.marked(kind, mark, depth), depth) for mark in block.marks]
    identity = story.numbers.begin(kind, _start(block), depth)
    return [(identity, depth) if identity else None] * len(block.items)


def is_native(mark: str) -> bool:
    """Whether a mark is a number in digits that Word does not count in."""
    return mark.isdecimal() and not mark.isascii()


def _start(block: ListBlock) -> int:
    first = block.marks[0] if block.marks else ""
    return int(first) if first.isdecimal() else 1


@dataclass(frozen=True, slots=True)
class _Place:
    story: Story
    flow: Flow
    write: Writer
    level: int


def _item(item: tuple[Block, ...], place: _Place, style: S, numbered: tuple[int, int] | None) -> list[Element]:
    elements: list[Element] = []
    story, flow = place.story, place.flow
    for index, block in enumerate(item):
        if isinstance(block, ListBlock):
            elements += list_block(block, story, flow, place.write, place.level + 1)
        elif not isinstance(block, Paragraph):
            elements += place.write(block, story, flow)
        elif index == 0:
            elements.append(paragraph(style, runs(block.text, story), number=numbered))
        else:
            elements.append(_further(block, place, style))
    if not item or not isinstance(item[0], Paragraph):
        elements.insert(0, paragraph(style, [], number=numbered))
    return elements


def _further(block: Paragraph, place: _Place, style: S) -> Element:
    rest = place.flow.rest
    content = runs(block.text, place.story)
    if rest is None:
        return paragraph(style, [w("r", w("tab")), *content], number=(0, 0))
    return paragraph(rest[min(place.level, len(rest) - 1)], content)
