"""Captions and notes of tables and figures."""

from __future__ import annotations

from collections.abc import Sequence

from publish.document.tree import Caption, Rich
from publish.word.inline import paragraph, run, runs
from publish.word.names import S
from publish.word.story import Story
from publish.word.xml import Element, w

__all__ = ["caption", "notes"]

_EM_SPACE = "\u2003"


def caption(said: Caption | None, anchor: str, story: Story) -> list[Element]:
    """The caption above a table or figure, with the bookmark of what it names."""
    if said is None:
        return []
    label = runs(said.label, story, S.CAPTION_LABEL)
    title = runs(said.title, story) if said.title else []
    note = runs(said.note, story, S.CAPTION_NOTE) if said.note else []
    if story.style.layout.captions == "above" and title:
        parts = [title, [w("r", w("br")), *label], note]
    else:
        parts = [label, title, note]
    return [paragraph(S.CAPTION, story.bookmarks.around(anchor, _parted(parts)))]


def _parted(parts: Sequence[list[Element]]) -> list[Element]:
    content: list[Element] = []
    for part in parts:
        if content and part and part[0].find(w("br").tag) is None:
            content.append(run(_EM_SPACE))
        content += part
    return content


def notes(texts: Sequence[Rich], story: Story) -> list[Element]:
    """The notes below, one after another in one paragraph."""
    if not texts:
        return []
    content: list[Element] = []
    for text in texts:
        content += [run(" ")] if content else []
        content += runs(text, story)
    return [paragraph(S.TABLE_NOTE, content)]
