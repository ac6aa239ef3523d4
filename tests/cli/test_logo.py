"""A publisher's logo, in both formats."""

from __future__ import annotations

import zipfile

import pypdfium2 as pdfium
import pytest
from PIL import Image
from pypdfium2 import raw

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#0B4F5C"/></svg>'


def with_logo(desk, name: str) -> None:
    folder = desk.article("brief")
    text = (folder / "article.md").read_text("utf-8")
    named = text.replace(
        "publisher: {name: Example Institute}", f"publisher: {{name: Example Institute, logo: images/{name}}}"
    )
    (folder / "article.md").write_text(named, "utf-8")
    (folder / "images").mkdir()
    (folder / "images" / "logo.svg").write_text(SVG, "utf-8")
    Image.new("RGB", (200, 100), "#0B4F5C").save(folder / "images" / "logo.png")


@pytest.mark.parametrize(("name", "kind"), [("logo.svg", raw.FPDF_PAGEOBJ_PATH), ("logo.png", raw.FPDF_PAGEOBJ_IMAGE)])
def test_logo_stands_in_the_masthead_of_both_formats(desk, name: str, kind: int) -> None:
    with_logo(desk, name)
    assert desk.run("build", "brief").exit_code == 0
    page = pdfium.PdfDocument(desk.output("brief/brief.en.pdf"))[0]
    boxes = [item.get_bounds() for item in page.get_objects() if item.type == kind]
    height = page.get_height()
    assert [b for b in boxes if height - b[3] < 60 and 13 < b[3] - b[1] < 15 and 27 < b[2] - b[0] < 29]
    with zipfile.ZipFile(desk.output("brief/brief.en.docx")) as package:
        assert [part for part in package.namelist() if part.startswith("word/media/")]


def test_logo_that_holds_text_is_a_finding_with_a_remedy(desk) -> None:
    with_logo(desk, "logo.svg")
    (desk.root / "sources/brief/images/logo.svg").write_text(SVG.replace("<rect", "<text>Name</text><rect"), "utf-8")
    result = desk.run("build", "brief")
    assert result.exit_code == 1
    assert 'the logo "logo.svg" has a <text>' in result.stderr
    assert "save the logo as PNG" in result.stderr
