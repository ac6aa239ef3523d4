"""word/footnotes.xml: real footnotes, which Word numbers and places itself."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from publish.document.counters import counter
from publish.document.tree import Document, Note, Paragraph
from publish.word.inline import paragraph, runs, text_nodes
from publish.word.names import S
from publish.word.story import Relations, Story
from publish.word.text import NOTE, Writer
from publish.word.xml import Element, w

__all__ = ["counts_alike", "footnotes", "note_format"]


class _Format(NamedTuple):
    """A format of Word's (ECMA-376 17.18.59), and how many marks of a document it is known to write as we do."""

    name: str
    known: int


_LETTERS = _Format("lowerLetter", 780)
#: By counter. Word's fifth letter of abjad is a bare ه. Of its Hindi formats one is named for the letters of the other.
_FORMATS = {
    "lower-latin": _LETTERS,
    "arabic-abjad": _Format("arabicAbjad", 4),
    "hebrew": _Format("hebrew1", 99),
    "thai-alphabetic": _Format("thaiLetters", 42),
    "circled-decimal": _Format("decimalEnclosedCircle", 20),
}


def counts_alike(document: Document) -> bool:
    """Whether Word itself would mark the footnotes as the document does; else their marks are written out."""
    known = _FORMATS[document.note_marks].known if document.note_marks in _FORMATS else 0
    marks = [note.mark for note in document.notes]
    return len(marks) <= known and marks == [counter(document.note_marks, index) for index in range(len(marks))]


def note_format(document: Document) -> Element:
    """How footnotes are marked: by letters, since numbers are sources."""
    return w("footnotePr", w("numFmt", val=_FORMATS.get(document.note_marks, _LETTERS).name))


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
