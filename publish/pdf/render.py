"""Document and style to a PDF file."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from publish import __version__
from publish.document.tree import Document, plain
from publish.pdf.canvas import Metadata, PageCanvas
from publish.pdf.furniture import furniture
from publish.pdf.geometry import Geometry
from publish.pdf.notes import note_sheet
from publish.pdf.opening import opening
from publish.pdf.pages import Page
from publish.pdf.paginate import paginate
from publish.pdf.paint import Painter
from publish.pdf.setup import Setup
from publish.pdf.story import story
from publish.pdf.text import TextSetter
from publish.style.model import Style
from publish.typeset import FontBook

__all__ = ["PdfFile", "render"]


@dataclass(frozen=True)
class PdfFile:
    """A finished file: its bytes, the number of its pages, and the faces embedded (key, digest)."""

    data: bytes
    pages: int
    faces: tuple[tuple[str, str], ...]


def render(document: Document, style: Style, fonts: FontBook, moment: datetime.datetime | None = None) -> PdfFile:
    """The document as PDF 1.7, the same bytes for the same input.

    `moment` goes into the file as its date; without one the article's date does.
    """
    setup = _setup(document, style, fonts)
    start = opening(document, setup)
    flows = [*start.flows, *story(document, setup, setup.geometry.bottom - start.end)]
    pages = paginate(flows, setup.geometry, note_sheet(document, setup), (start.paints, start.top))
    size = setup.geometry.width, setup.geometry.height
    canvas = PageCanvas(size, _metadata(document, moment))
    painter = Painter(canvas, fonts, size, rtl=setup.rtl)
    for index, page in enumerate(pages, start=1):
        _draw(page, canvas, setup)
        for paint in (*page.paints, *furniture(document, setup, index, len(pages))):
            painter.paint(paint)
        canvas.showPage()
    data = canvas.finish()
    return PdfFile(data, len(pages), tuple((face.key, face.data_hash) for face in canvas.fonts.faces))


def _setup(document: Document, style: Style, fonts: FontBook) -> Setup:
    geometry = Geometry.of(style, document.paper)
    text = TextSetter(style, fonts, document.script, rtl=document.direction == "rtl")
    return Setup(style, geometry, text, fonts, document.script, document.direction)


def _draw(page: Page, canvas: PageCanvas, setup: Setup) -> None:
    """Anchors and outline entries of a page."""
    seen = set()
    for anchor, y in page.anchors:
        if anchor not in seen:
            seen.add(anchor)
            canvas.bookmarkHorizontal(anchor, 0, setup.geometry.height - y + 4)
    for title, level, anchor in page.outline:
        canvas.addOutlineEntry(title, anchor, max(level - 1, 0))


def _metadata(document: Document, moment: datetime.datetime | None) -> Metadata:
    when = moment or datetime.datetime.combine(document.date, datetime.time(), datetime.UTC)
    return Metadata(
        title=plain(document.title),
        author=", ".join(document.authors_text),
        subject=document.subject,
        keywords=", ".join(document.keywords),
        language=document.locale,
        moment=when,
        creator=f"publish {__version__}",
    )
