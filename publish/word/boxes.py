"""Boxes and pull quotes: paragraphs that share the borders and the shading of their styles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docx.oxml.ns import qn

from publish.document.punctuation import brackets, comma, is_wide
from publish.document.tree import Callout, Quote, Rich, Role
from publish.word.inline import joined, paragraph, runs, said
from publish.word.names import CLOSING, S, last
from publish.word.numbering import LISTED
from publish.word.story import Story
from publish.word.text import BODY, INFO, LEARN, TAKEAWAYS, Writer
from publish.word.xml import Element, w

__all__ = ["callout", "close", "pull_quote"]

_FLOWS = {Role.TAKEAWAYS: TAKEAWAYS, Role.LEARN: LEARN, Role.INFO: INFO}
_TITLES = {Role.TAKEAWAYS: S.TAKEAWAYS_TITLE, Role.LEARN: S.LEARN_TITLE}

_PROPERTIES, _STYLE, _NUMBERING = (w(tag).tag for tag in ("pPr", "pStyle", "numPr"))
_VALUE = qn("w:val")


def callout(block: Callout, story: Story, write: Writer) -> list[Element]:
    """A box: its title, then its blocks, kept in one piece by its styles."""
    flow = _FLOWS.get(block.role, BODY)
    elements = _title(block, story)
    for inner in block.blocks:
        elements += write(inner, story, flow)
    close(elements)
    return elements


def _title(block: Callout, story: Story) -> list[Element]:
    kicker = runs(block.kicker, story)
    if block.role in _TITLES:
        own = [w("r", w("br")), *runs(block.title, story)] if block.title else []
        return [paragraph(_TITLES[block.role], story.bookmarks.around(block.anchor, kicker + own))]
    if block.title is None:
        return [paragraph(S.INFO_HEAD, story.bookmarks.around(block.anchor, kicker))]
    return [
        paragraph(S.INFO_KICKER, kicker),
        paragraph(S.INFO_TITLE, story.bookmarks.around(block.anchor, runs(block.title, story))),
    ]


def close(elements: Sequence[Element]) -> None:
    """Gives the last paragraph the variant of its style that keeps what follows at a distance.

    Word finds a list's level by the style that the level names; the variant therefore says itself which list it is in.
    """
    properties = elements[-1].find(_PROPERTIES) if elements else None
    named = properties.find(_STYLE) if properties is not None else None
    if properties is None or named is None:
        return
    style = str(named.get(_VALUE))
    if style not in CLOSING:
        return
    named.set(_VALUE, last(style))
    kind = LISTED.get(style)
    if kind and properties.find(_NUMBERING) is None:
        properties.insert(1, w("numPr", w("ilvl", val=0), w("numId", val=int(kind))))


def pull_quote(block: Quote, story: Story) -> list[Element]:
    """A pull quote and who said it."""
    elements = [paragraph(S.QUOTE, runs(block.text, story))]
    author = _author(block, story)
    return [*elements, paragraph(S.QUOTE_AUTHOR, author)] if author else elements


def _author(block: Quote, story: Story) -> list[Element]:
    """Name, what its bearer does, then in brackets that this is reported speech."""
    script = story.document.script
    name, post, remark = (runs(text or (), story) for text in (_strong(block.by or ()), block.role, block.reported))
    if is_wide(script):  # 名前（所属、要旨）
        return name + _bracketed(joined([post, remark], comma(script), story), story)
    content = joined([name, post], comma(script), story)
    return content + _bracketed(remark, story) if content else remark


def _bracketed(content: list[Element], story: Story) -> list[Element]:
    opening, closing = brackets(story.document.script)
    return [*said(opening, story), *content, *said(closing, story)] if content else []


def _strong(text: Rich) -> Rich:
    return tuple(replace(part, strong=True) for part in text)
