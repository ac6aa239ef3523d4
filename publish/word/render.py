"""Document and style to a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import replace

from publish.document.tree import Block, Callout, Document, ListBlock, Quotation, Table
from publish.style.model import Style
from publish.typeset.fonts import FontBook
from publish.word.anchors import anchors
from publish.word.archive import Entry, archive, entry, stored
from publish.word.body import body, write
from publish.word.furniture import first_header, footer, header
from publish.word.notes import counts_alike, footnotes, note_format
from publish.word.opening import opening
from publish.word.package import content_types, document_relations, package_relations, relationships
from publish.word.properties import app_properties, core_properties
from publish.word.story import Bookmarks, Media, Notes, Numbers, Relations, Story
from publish.word.template import Template, template
from publish.word.xml import Element, make, serialize, twips, w

__all__ = ["render"]

#: Where header and footer stand, as parts of the margins: their lines meet those of the house's pages.
_HEADER, _FOOTER = 0.34, 0.37


def render(document: Document, style: Style, *, fonts: FontBook) -> bytes:
    """The .docx file of a document; the same bytes for the same document, style and fonts.

    `fonts` sets the texts of charts. Pictures are read from their files; OSError where one cannot be.
    """
    base = template(style, document, _decimal_mark(document))
    relations, ids = document_relations()
    story = _story(document, base, fonts, relations)
    content = [*opening(story), *body((*document.front, *document.blocks), story)]
    notes, note_relations = footnotes(story, write)
    first, first_relations = _with_relations(story)
    parts: dict[str, Element] = {
        "word/document.xml": w("document", w("body", *content, _section(story, ids))),
        "word/numbering.xml": w("numbering", *deepcopy(list(base.lists)), *story.numbers.elements(base.lists)),
        "word/footnotes.xml": notes,
        "word/header1.xml": header(story),
        "word/header2.xml": first,
        "word/footer1.xml": footer(story),
        "docProps/core.xml": core_properties(document),
        "docProps/app.xml": app_properties(document),
    }
    related = {"document": relations, "footnotes": note_relations, "header2": first_relations}
    return archive(_entries(base, parts, related, story.media))


def _story(document: Document, base: Template, fonts: FontBook, relations: Relations) -> Story:
    blocks = (*document.front, *document.blocks)
    return Story(
        document=document,
        style=base.style,
        page=base.page,
        book=fonts,
        anchors=frozenset(anchors(blocks)),
        relations=relations,
        bookmarks=Bookmarks(),
        media=Media(),
        numbers=Numbers(),
        notes=Notes.of(document.notes, automatic=counts_alike(document)),
    )


def _with_relations(story: Story) -> tuple[Element, Relations]:
    own = replace(story, relations=Relations())
    return first_header(own), own.relations


def _section(story: Story, ids: Mapping[str, str]) -> Element:
    page, margins = story.page, story.style.page
    left, right = (margins.end, margins.start) if story.rtl else (margins.start, margins.end)
    return w(
        "sectPr",
        _reference("headerReference", "default", ids["header1.xml"]),
        _reference("headerReference", "first", ids["header2.xml"]),
        _reference("footerReference", "default", ids["footer1.xml"]),
        _reference("footerReference", "first", ids["footer1.xml"]),
        note_format(story.document),
        w("pgSz", w=twips(page.width), h=twips(page.height)),
        w(
            "pgMar",
            top=twips(margins.top),
            right=twips(right),
            bottom=twips(margins.bottom),
            left=twips(left),
            header=twips(margins.top * _HEADER),
            footer=twips(margins.bottom * _FOOTER),
            gutter=0,
        ),
        w("titlePg"),
        w("bidi") if story.rtl else None,
        w("rtlGutter") if story.rtl else None,
    )


def _reference(tag: str, kind: str, identity: str) -> Element:
    return make(f"w:{tag}", {"w:type": kind, "r:id": identity})


def _decimal_mark(document: Document) -> str:
    """The decimal mark of the document's own numbers; a stop for them must align on no other."""
    for table in _tables((*document.front, *document.blocks)):
        for row in table.rows:
            for cell in row.cells:
                if cell.number and cell.number.fraction:
                    return cell.number.fraction[0]
    return "."


def _tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        match block:
            case Table():
                yield block
            case Callout() | Quotation():
                yield from _tables(block.blocks)
            case ListBlock():
                for item in block.items:
                    yield from _tables(item)


def _entries(
    base: Template, parts: Mapping[str, Element], related: Mapping[str, Relations], media: Media
) -> list[Entry]:
    """Every part in the order of the package, content types first."""
    files = [entry(name, serialize(part)) for name, part in parts.items()]
    files += base.parts.values()
    files += [stored(f"word/{name}", data) for name, data in media.files.values()]
    relations = [
        entry(f"word/_rels/{name}.xml.rels", relationships(found)) for name, found in related.items() if found.items
    ]
    names = [file.name for file in files]
    return [
        entry("[Content_Types].xml", content_types(names)),
        entry("_rels/.rels", package_relations()),
        *files,
        *relations,
    ]
