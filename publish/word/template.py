"""The parts that every document of one style and locale shares, made and compressed once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from publish.document.tree import Document
from publish.style.marking import marking_color
from publish.style.model import Style
from publish.word.archive import Entry, entry
from publish.word.fonts import font_table
from publish.word.geometry import Geometry, page_geometry
from publish.word.language import Orthography
from publish.word.numbering import definitions
from publish.word.settings import settings
from publish.word.sheet import style_sheet
from publish.word.theme import theme
from publish.word.writing import own_writing
from publish.word.xml import Element, serialize

__all__ = ["Template", "template"]

_MOST = 16


@dataclass(frozen=True, slots=True)
class Template:
    """Compressed parts by name, the page, and the list definitions that numbering.xml begins with."""

    style: Style
    page: Geometry
    parts: dict[str, Entry]
    lists: tuple[Element, ...]


_Key = tuple[int, Orthography, str, str, str | None]
_kept: dict[_Key, Template] = {}


def template(style: Style, document: Document, decimal_mark: str) -> Template:
    """The template of a style for a document's orthography, paper and marking; kept for the next document."""
    key = (id(style), Orthography.of(document), document.paper, decimal_mark, document.furniture.marking)
    found = _kept.get(key)
    # the kept template holds its style, so that no other style can have the same id
    if found is None or found.style is not style:
        while len(_kept) >= _MOST:
            del _kept[next(iter(_kept))]
        found = _kept[key] = _make(style, document, decimal_mark)
    return found


def _make(style: Style, document: Document, decimal_mark: str) -> Template:
    page = page_geometry(style, document.paper)
    orthography = Orthography.of(document)
    parts = {
        "word/styles.xml": style_sheet(_marked(style, document.furniture.marking), page, orthography),
        "word/settings.xml": settings(document.locale, decimal_mark),
        "word/fontTable.xml": font_table(style),
        "word/theme/theme1.xml": theme(style),
    }
    packed = {name: entry(name, serialize(part)) for name, part in parts.items()}
    return Template(style, page, packed, tuple(definitions(style, page, own_writing(document))))


def _marked(style: Style, marking: str | None) -> Style:
    """The style with the colour that a protocol prescribes for the document's marking."""
    color = marking_color(marking) if marking else None
    if color is None:
        return style
    return replace(style, roles=style.roles | {"marking": replace(style.role("marking"), color=color)})
