"""word/footnotes.xml: real footnotes, which Word numbers and places itself."""

from __future__ import annotations

from dataclasses import replace

from publish.document.tree import Note, Paragraph
from publish.word.inline import paragraph, runs, text_nodes
from publish.word.names import S
from publish.word.story import Relations, Story
from publish.word.text import NOTE, Writer
from publish.word.xml import Element, w

__all__ = ["footnotes", "note_format", "nth_letter"]


def nth_letter(index: int) -> str:
    """The mark that Word's lowerLetter format gives the note at `index` (0-based): a to z, then aa, bb..."""
    return chr(ord("a") + index % 26) * (index // 26 + 1)


def note_format() -> Element:
    """How footnotes are marked: by letters, since numbers are sources."""
    return w("footnotePr", w("numFmt", val="lowerLetter"))


def footnotes(story: Story, write: Writer) -> tuple[Element, Relations]:
    """The part and its relationships; the two first notes are Word's separators."""
    inner = replace(story, relations=Relations(), in_note=True)
    notes = [_note(note, number, inner, write) for number, note in enumerate(story.document.notes, start=1)]
    root = w("footnotes", _separator("separator", -1), _separator("continuationSeparator", 0), *notes)
    return root, inner.relations


def _separator(kind: str, number: int) -> Element:
    return w("footnote", paragraph(S.FOOTNOTE_LINE, [w("r", w(kind))]), type=kind, id=number)


def _note(note: Note, number: int, story: Story, write: Writer) -> Element:
    own = w("footnoteRef") if story.notes.automatic else None
    mark = w(
        "r", w("rPr", w("rStyle", val=S.FOOTNOTE_REFERENCE)), own, *([] if own is not None else text_nodes(note.mark))
    )
    elements: list[Element] = []
    for index, block in enumerate(note.blocks):
        if index == 0 and isinstance(block, Paragraph):
            elements.append(paragraph(S.FOOTNOTE_TEXT, [mark, w("r", w("tab")), *runs(block.text, story)]))
        else:
            elements += write(block, story, NOTE)
    if not note.blocks or not isinstance(note.blocks[0], Paragraph):
        elements.insert(0, paragraph(S.FOOTNOTE_TEXT, [mark]))
    return w("footnote", *elements, id=number)
