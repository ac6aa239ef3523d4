"""What a colleague does with a file: change words, add a row, restyle a head."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.document import Document as Opened
from docx.shared import RGBColor
from word_cases import WordFile


def opened(file: WordFile) -> Opened:
    return docx.Document(BytesIO(file.data))


def saved(document: Opened) -> Opened:
    file = BytesIO()
    document.save(file)
    return docx.Document(BytesIO(file.getvalue()))


def test_a_paragraph_can_be_rewritten(full: WordFile) -> None:
    document = opened(full)
    paragraph = next(p for p in document.paragraphs if p.style and p.style.name == "Heading 2")
    paragraph.runs[0].text = "Inny śródtytuł"
    again = [p.text for p in saved(document).paragraphs if p.style and p.style.name == "Heading 2"]
    assert again[0] == "Inny śródtytuł"


def test_a_row_can_be_added_to_a_table(full: WordFile) -> None:
    document = opened(full)
    table = next(t for t in document.tables if t.style and t.style.name == "Fact Table")
    table.add_row().cells[0].text = "Nowy wiersz"
    again = next(t for t in saved(document).tables if t.style and t.style.name == "Fact Table")
    assert again.rows[-1].cells[0].text == "Nowy wiersz"
    assert len(again.rows[-1].cells) == len(again.columns)


def test_a_paragraph_can_be_added_in_a_style_of_the_house(full: WordFile) -> None:
    document = opened(full)
    for name in ("Body Text", "Heading 2", "List Bullet", "Caption", "Quote", "Takeaways Item", "Bibliography"):
        document.add_paragraph("Dopisek", style=name)
    assert [p.text for p in saved(document).paragraphs[-7:]] == ["Dopisek"] * 7


def test_heads_follow_their_style(full: WordFile) -> None:
    """No head has a colour of its own that would hide a change of the style."""
    document = opened(full)
    document.styles["Heading 2"].font.color.rgb = RGBColor(0x80, 0, 0)
    again = saved(document)
    assert again.styles["Heading 2"].font.color.rgb == RGBColor(0x80, 0, 0)
    heads = [p for p in again.paragraphs if p.style and p.style.name == "Heading 2"]
    assert heads
    assert not [r for p in heads for r in p.runs if r.font.color.rgb is not None]
