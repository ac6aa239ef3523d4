"""Character styles: what a run is, where it differs from its paragraph."""

from __future__ import annotations

from dataclasses import replace

from publish.style.model import Style
from publish.style.scripts import has_italics
from publish.word.looks import Mark
from publish.word.names import S
from publish.word.sheet_tables import KEY_SIZES

__all__ = ["marks"]

_DRAFT_FILL = "#FFF2A8"


def marks(style: Style, script: str) -> list[Mark]:
    """The character styles of a style in a script; scripts without italics stress by weight."""
    upright = not has_italics(script)
    return [
        Mark(S.STRONG, bold=True),
        Mark(S.EMPHASIS, bold=True if upright else None, italic=None if upright else True),
        Mark(S.STRONG_EMPHASIS, bold=True, italic=None if upright else True),
        Mark(S.HYPERLINK, underline=True),
        Mark(S.CODE, style.role("code"), inherits=True),
        Mark(S.SOURCE_MARK, style.role("source-mark"), raised=True, inherits=True),
        Mark(S.FOOTNOTE_REFERENCE, style.role("source-mark"), raised=True, inherits=True),
        *_table_marks(style),
        *_furniture_marks(style),
        Mark(S.DRAFT_TEXT, color="#000000", fill=_DRAFT_FILL),
    ]


def _table_marks(style: Style) -> list[Mark]:
    unit = style.role("key-unit")
    return [
        Mark(S.CAPTION_LABEL, style.role("caption-label")),
        Mark(S.CAPTION_NOTE, style.role("caption-note")),
        Mark(S.TABLE_VALUE, bold=True),
        Mark(S.TABLE_PREFIX, color=style.role("table-prefix").color),
        *(Mark(size.unit, replace(unit, size=unit.size * size.scale)) for size in KEY_SIZES),
    ]


def _furniture_marks(style: Style) -> list[Mark]:
    marking = style.role("marking")
    return [
        Mark(S.AUTHOR, style.role("author")),
        Mark(S.PUBLISHER, style.role("publisher")),
        Mark(S.ISSUE, style.role("issue")),
        Mark(S.MASTHEAD_DATE, style.role("masthead-date")),
        Mark(S.RUNNING_TITLE, style.role("furniture-title")),
        Mark(S.PAGE_LABEL, style.role("furniture-page")),
        Mark(S.MARKING, marking, fill=style.box("marking").fill),
        Mark(S.DRAFT, replace(marking, color=style.color("accent"))),
    ]
