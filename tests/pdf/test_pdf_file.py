"""The PDF as a file: what it says of itself, its faces, links and marks; odd articles."""

from __future__ import annotations

import ctypes
import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from built_briefs import Built
from PIL import Image
from pypdfium2 import raw

from publish.document import Document
from publish.pdf import PdfFile, render
from publish.style import load_style
from publish.typeset import FontBook

Compose = Callable[..., tuple[Document, tuple[object, ...]]]
PARAGRAPH = "The city keeps a long list of what it owns, and nobody reads the list until something breaks. " * 3


def printed(document: Document, style: str = "briefing", moment: datetime.datetime | None = None) -> PdfFile:
    house, _ = load_style(style)
    assert house is not None
    resolved = house.resolve(document.script)
    return render(document, resolved, FontBook(resolved.fonts), moment)


def opened(file: PdfFile) -> pdfium.PdfDocument:
    return pdfium.PdfDocument(file.data)


def page_texts(file: PdfFile) -> list[str]:
    return [page.get_textpage().get_text_range() for page in opened(file)]


def links(page: pdfium.PdfPage) -> Iterator[tuple[str, int]]:
    """(address or "", page of the destination or -1) of each link annotation."""
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        link = raw.FPDFAnnot_GetLink(annotation)
        if link:
            action = raw.FPDFLink_GetAction(link)
            address = ""
            size = raw.FPDFAction_GetURIPath(page.pdf, action, None, 0) if action else 0
            if size:
                text = ctypes.create_string_buffer(size)
                raw.FPDFAction_GetURIPath(page.pdf, action, text, size)
                address = text.value.decode()
            dest = raw.FPDFLink_GetDest(page.pdf, link)
            yield address, raw.FPDFDest_GetDestPageIndex(page.pdf, dest) if dest else -1


def test_file_names_title_authors_subject_and_its_day(composed: Compose) -> None:
    document, _ = composed("Text.\n")
    meta = opened(printed(document)).get_metadata_dict()
    assert meta["Title"] == "A brief"
    assert meta["CreationDate"].startswith("D:20251030000000")
    assert meta["Producer"].startswith("publish ")


def test_moment_given_takes_the_place_of_the_articles_day(composed: Compose) -> None:
    document, _ = composed("Text.\n")
    moment = datetime.datetime(2001, 2, 3, 4, 5, 6, tzinfo=datetime.UTC)
    meta = opened(printed(document, moment=moment)).get_metadata_dict()
    assert meta["CreationDate"].startswith("D:20010203040506")


def test_every_face_is_embedded_and_none_is_a_base_font(composed: Compose) -> None:
    document, _ = composed("Text, **strong** and *emphasis*.\n")
    data = printed(document).data
    names = set(re.findall(rb"/BaseFont ?/([A-Za-z0-9+.\-]+)", data))
    assert names
    assert all(re.fullmatch(rb"[A-Z]{6}\+.*", name) for name in names)
    assert b"Helvetica" not in data
    assert data.count(b"/FontFile2") == len(names)


def test_ligatures_and_marks_come_out_as_they_went_in(composed: Compose) -> None:
    words = "fjord office affluent Zażółć gęślą jaźń Łódź Ærø naïve ĳ ﬁn e\u0301te"
    document, _ = composed(words + "\n")
    text = " ".join(" ".join(page_texts(printed(document))).split())
    for word in ("fjord", "office", "affluent", "Zażółć", "gęślą", "jaźń", "Łódź", "Ærø", "naïve"):
        assert word in text


def test_mark_of_a_source_leads_to_its_entry_and_a_link_to_its_address(composed: Compose) -> None:
    document, _ = composed("Text[@a] with a [link](https://example.org/x).\n\n" + f"{PARAGRAPH}\n\n" * 20)
    pdf = opened(printed(document))
    found = list(links(pdf[0]))
    assert ("https://example.org/x", -1) in found
    assert ("", len(pdf) - 1) in found


def test_footnote_leads_to_the_note_and_back(composed: Compose) -> None:
    document, _ = composed("Text.[^n]\n\n[^n]: The note.\n")
    assert [target for target in links(opened(printed(document))[0]) if target[1] == 0]


def test_draft_is_marked_on_every_page(composed: Compose) -> None:
    document, _ = composed(f"{PARAGRAPH}\n\n" * 30, draft=True)
    texts = page_texts(printed(document))
    assert len(texts) > 1
    assert all("Draft" in text for text in texts)


@pytest.mark.parametrize("style", ["briefing", "newsroom"])
def test_long_boxes_break_over_pages_and_lose_nothing(composed: Compose, style: str) -> None:
    points = "".join(f"- **Point number {i}.** {PARAGRAPH}\n" for i in range(16))
    info = "".join(f"**Lead number {i}.** {PARAGRAPH}\n\n" for i in range(14))
    document, _ = composed(f'{PARAGRAPH}\n\n::: {{.info title="Long"}}\n{info}:::\n\n::: takeaways\n{points}:::\n')
    file = printed(document, style)
    text = " ".join(" ".join(page_texts(file)).split())
    assert file.pages > 2
    assert all(f"Point number {i}." in text for i in range(16))
    assert all(f"Lead number {i}." in text for i in range(14))


def test_long_names_in_the_masthead_take_a_second_line(tmp_path: Path, composed: Compose) -> None:
    document, _ = composed("Text.\n")
    name = "The Royal Institute for the Study of Very Long Names and their Effects"
    publisher = (replace(document.title[0], text=name),)
    masthead = replace(document.masthead, publisher=publisher, issue="Working paper of the institute no. 12")
    path = tmp_path / "long.en.pdf"
    path.write_bytes(printed(replace(document, masthead=masthead)).data)
    head = [word for word in Built(path, "briefing").sheets[0].words if word.baseline < 66]
    lines = {round(word.baseline) for word in head}
    assert len(lines) == 2
    for line in lines:
        row = sorted((word for word in head if round(word.baseline) == line), key=lambda word: word.left)
        assert all(one.right <= other.left + 0.5 for one, other in pairwise(row))


def test_names_of_any_length_stay_on_the_page(tmp_path: Path, composed: Compose) -> None:
    document, _ = composed(f"{PARAGRAPH}\n\n" * 12)
    long = "An Institute of Unreasonably Many Words " * 8
    masthead = replace(document.masthead, publisher=(replace(document.title[0], text=long),), issue=long)
    furniture = replace(document.furniture, head_start=long, head_end=long, foot_start=long, marking="TLP:AMBER+STRICT")
    path = tmp_path / "long.en.pdf"
    path.write_bytes(printed(replace(document, masthead=masthead, furniture=furniture)).data)
    for sheet in Built(path, "briefing").sheets:
        assert all(word.left >= 40 and word.right <= sheet.width - 40 for word in sheet.words)
        for words in sheet.lines().values():
            row = sorted(words, key=lambda word: word.left)
            assert all(one.right <= other.left + 0.5 for one, other in pairwise(row))


def test_picture_is_embedded_and_keeps_its_shape(tmp_path: Path, composed: Compose) -> None:
    folder = tmp_path / "brief" / "images"
    folder.mkdir(parents=True)
    Image.new("RGB", (600, 300), "#336699").save(folder / "one.png")
    document, _ = composed('![A blue field](images/one.png){caption="Blue" credit="Nobody"}\n')
    page = opened(printed(document))[0]
    (picture,) = [item for item in page.get_objects() if item.type == raw.FPDF_PAGEOBJ_IMAGE]
    left, bottom, right, top = picture.get_bounds()
    assert (right - left) / (top - bottom) == pytest.approx(2.0, abs=0.01)
    text = page.get_textpage().get_text_range()
    assert "Picture\u00a01" in text or "Picture 1" in text
    assert "Photo: Nobody" in text


def test_wide_table_takes_the_full_measure_and_breaks_no_word(composed: Compose, tmp_path: Path) -> None:
    head = "| " + " | ".join(f"Column{i}" for i in range(9)) + " |\n|" + "---|" * 9 + "\n"
    rows = "".join("| " + " | ".join(f"value{i}x{j}" for i in range(9)) + " |\n" for j in range(40))
    document, _ = composed(head + rows)
    path = tmp_path / "wide.en.pdf"
    path.write_bytes(printed(document).data)
    words = {word.text for sheet in Built(path, "briefing").sheets for word in sheet.words}
    assert {f"value{i}x{j}" for i in range(9) for j in range(40)} <= words


def test_table_too_wide_for_any_size_still_stays_on_the_page(composed: Compose, tmp_path: Path) -> None:
    head = "| " + " | ".join(f"Extraordinarily{i}" for i in range(14)) + " |\n|" + "---|" * 14 + "\n"
    document, _ = composed(head + "| " + " | ".join("incomprehensibility" for _ in range(14)) + " |\n")
    path = tmp_path / "wide.en.pdf"
    path.write_bytes(printed(document).data)
    for sheet in Built(path, "briefing").sheets:
        assert all(word.right <= sheet.width - 40 for word in sheet.words)


def test_same_document_gives_the_same_bytes(composed: Compose) -> None:
    document, _ = composed("Text.[@a]\n\n::: {.facts #t}\n- {cost}\n:::\n")
    assert printed(document).data == printed(document).data
