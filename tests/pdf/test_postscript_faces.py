"""Faces with PostScript outlines: embedded as TrueType, with the same ink."""

from __future__ import annotations

import datetime
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import uharfbuzz as hb
from made_fonts import make_font
from PIL import Image

from publish.pdf.canvas import Metadata, PageCanvas
from publish.pdf.flow import TextAt
from publish.pdf.paint import Painter
from publish.pdf.subset import subset
from publish.typeset import FontBook, Look, Piece, Setting, set_paragraph

SIZE = (200.0, 100.0)


def page(folder: Path) -> bytes:
    """A page that says "ABC" in the font of a folder."""
    book = FontBook({"own": ("box.otf",)}, folder)
    (line,) = set_paragraph([Piece("ABC", Look("own", 40), "en")], Setting(190), book)
    moment = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)
    canvas = PageCanvas(SIZE, Metadata("Title", "Author", "Subject", "", "en", moment, "publish"))
    Painter(canvas, book, SIZE).paint(TextAt(10, 70, line))
    canvas.showPage()
    return canvas.finish()


def picture(data: bytes) -> Image.Image:
    with pdfium.PdfDocument(data) as document:
        return document[0].render(scale=2).to_pil().convert("L")


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    """The same boxes with PostScript and with TrueType outlines."""
    for name, cff in (("cff", True), ("glyf", False)):
        (tmp_path / name).mkdir()
        make_font(tmp_path / name / "box.otf", "Box", cff=cff)
    return tmp_path / "cff", tmp_path / "glyf"


def test_ink_and_text_are_those_of_the_true_type_twin(both: tuple[Path, Path]) -> None:
    postscript, truetype = map(page, both)
    assert b"/FontFile2" in postscript
    assert b"/FontFile3" not in postscript
    shown = picture(postscript)
    assert shown.histogram()[0] > 1_000
    assert shown.tobytes() == picture(truetype).tobytes()
    with pdfium.PdfDocument(postscript) as document:
        assert document[0].get_textpage().get_text_range() == "ABC"


def test_several_glyphs_become_one(both: tuple[Path, Path]) -> None:
    face = FontBook({"own": ("box.otf",)}, both[0]).primary("own")
    first = face.hb_font.get_nominal_glyph(ord("A"))
    program, glyphs = subset(face, [(((0, 0, 0),), face.advance(0)), (((first, 0, 0), (first, 300, 500)), 700.0)])
    made = hb.Font(hb.Face(program))
    assert glyphs[0] == 0
    assert made.get_glyph_h_advance(glyphs[1]) == 700
    one, two = face.hb_font.get_glyph_extents(first), made.get_glyph_extents(glyphs[1])
    assert two.width == one.width + 300
    assert two.y_bearing == one.y_bearing + 500
