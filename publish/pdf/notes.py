"""Footnotes, set for the foot of the page that calls them."""

from __future__ import annotations

from dataclasses import replace

from publish.document.tree import Document, Note, Run
from publish.pdf.flow import Rule, Strip
from publish.pdf.pages import NoteSheet
from publish.pdf.running import blocks_strips
from publish.pdf.setup import Setup
from publish.style.model import TextRole

__all__ = ["note_sheet"]

_SPACE_ABOVE = 12.0


def note_sheet(document: Document, setup: Setup) -> NoteSheet:
    """Every footnote as strips, and the short rule above them."""
    geometry, box = setup.geometry, setup.style.box("note")
    color = setup.style.color("rule")
    rule = Rule(geometry.column_x, _SPACE_ABOVE, geometry.cell(0)[1], 0.5 if box.rule > 1 else box.rule, color)
    strips = {note.anchor: _note(note, setup) for note in document.notes}
    return NoteSheet(strips, Strip(_SPACE_ABOVE + 6, (rule,)))


def _note(note: Note, setup: Setup) -> tuple[Strip, ...]:
    geometry = setup.geometry
    mark = setup.text.one_line(
        (Run(note.mark, "und", target=f"#{note.back_anchor}", contents=note.mark),), _strong(setup)
    )
    hang = max(16.0, mark.width + 5)
    strips = blocks_strips(note.blocks, setup, geometry.column_x + hang, geometry.column_width - hang, "footnote")
    first, *rest = strips or [Strip(setup.style.role("footnote").leading)]
    marked = setup.text.line_strips((mark,), _strong(setup), geometry.column_x)[0]
    return (replace(first, paints=(*marked.paints, *first.paints), anchors=(note.anchor,)), *rest)


def _strong(setup: Setup) -> TextRole:
    role = setup.style.role("footnote")
    return replace(role, weight=role.strong, color=setup.style.color("main"))
