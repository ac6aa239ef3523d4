"""Single paragraphs set on a page of their own, and the lines that a page shows."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from functools import cache

import pypdfium2 as pdfium
from built_briefs import Word, words_of

from publish.pdf.canvas import Metadata, PageCanvas
from publish.pdf.flow import TextAt
from publish.pdf.paint import Painter
from publish.style import load_style
from publish.typeset import Alignment, FontBook, Look, Piece, Setting, set_paragraph

SIZE = (595.0, 842.0)
LEFT, TOP, LEADING = 100.0, 60.0, 18.0
# Words of one line stand closer than this share of their size; what stands farther off is another column.
COLUMN_GAP = 0.9


@cache
def fonts(script: str) -> FontBook:
    """The fonts of the default style for a script."""
    house, wrong = load_style("briefing")
    assert house is not None, wrong
    style = house.resolve(script)
    return FontBook(style.fonts, None, style.script_fonts)


def set_page(text: str, language: str, setting: Setting) -> bytes:
    """A PDF of one page with one paragraph in the face for running text."""
    book = fonts(setting.script)
    lines = set_paragraph([Piece(text, Look("serif", 10.5), language)], setting, book)
    moment = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)
    canvas = PageCanvas(SIZE, Metadata("Title", "Author", "Subject", "", language, moment, "publish"))
    painter = Painter(canvas, book, SIZE, rtl=setting.rtl)
    for number, line in enumerate(lines):
        painter.paint(TextAt(LEFT, TOP + number * LEADING, line))
    canvas.showPage()
    return canvas.finish()


def justified(width: float, script: str = "Latn", *, hyphenate: bool = False) -> Setting:
    return Setting(width, script, alignment=Alignment.JUSTIFY, hyphenate=hyphenate)


def page_lines(data: bytes, gap: float = COLUMN_GAP) -> Iterator[list[Word]]:
    """The words of each line of each page from left to right, those apart that a wider gap (em) parts."""
    with pdfium.PdfDocument(data) as document:
        for page in document:
            lines: dict[float, list[Word]] = {}
            for word in words_of(page.get_textpage(), page.get_height()):
                lines.setdefault(round(word.baseline * 2) / 2, []).append(word)
            for _, words in sorted(lines.items()):
                yield from _columns(sorted(words, key=lambda word: word.left), gap)


def _columns(words: Iterable[Word], gap: float) -> Iterator[list[Word]]:
    column: list[Word] = []
    for word in words:
        if column and word.left - column[-1].right > gap * max(word.size, column[-1].size):
            yield column
            column = []
        column.append(word)
    if column:
        yield column
