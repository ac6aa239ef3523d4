"""Captions and notes of tables and figures."""

from __future__ import annotations

from collections.abc import Sequence

from publish.document.punctuation import sentence_space
from publish.document.tree import Caption, Rich
from publish.word.inline import EM_SPACE, joined, paragraph, runs
from publish.word.names import S
from publish.word.story import Story
from publish.word.xml import Element, w

__all__ = ["caption", "notes"]


def caption(said: Caption | None, anchor: str, story: Story) -> list[Element]:
    """The caption above a table or figure, with the bookmark of what it names."""
    if said is None:
        return []
    label = runs(said.label, story, S.CAPTION_LABEL)
    title = runs(said.title or (), story)
    note = runs(said.note or (), story, S.CAPTION_NOTE)
    if story.style.layout.captions == "above" and title:
        content = [*title, w("r", w("br")), *joined([label, note], EM_SPACE, story)]
    else:
        content = joined([label, title, note], EM_SPACE, story)
    return [paragraph(S.CAPTION, story.bookmarks.around(anchor, content))]


def notes(texts: Sequence[Rich], story: Story) -> list[Element]:
    """The notes below, one after another in one paragraph."""
    content = joined((runs(text, story) for text in texts), sentence_space(story.document.script), story)
    return [paragraph(S.TABLE_NOTE, content)] if content else []
