"""What the benchmark stands on: its briefs, and that reading back finds what is missing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from briefs import write_brief
from engines import Publish
from house import composed, read
from readback import read_back
from said import said, text, words

from publish.document import Document
from publish.document.tree import Paragraph


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    folder = tmp_path_factory.mktemp("briefs")
    return [composed(read(write_brief(folder / str(number), number))) for number in range(2)]


@pytest.fixture(scope="module")
def files(documents: list[Document]) -> list[bytes]:
    publish = Publish(documents[0])
    return [publish.render(document) for document in documents]


def test_a_brief_is_the_same_each_time(tmp_path: Path) -> None:
    first, again = (write_brief(tmp_path / name, 3) for name in ("first", "again"))
    for name in ("article.md", "facts.yaml"):
        assert (first / name).read_bytes() == (again / name).read_bytes()


def test_briefs_are_distinct_texts(documents: list[Document]) -> None:
    first, second = (said(document) for document in documents)
    assert not set(first.rows) & set(second.rows)
    assert (first.words & second.words).total() < 0.8 * first.words.total()


def test_a_brief_fills_four_pages_and_holds_what_it_says(documents: list[Document], files: list[bytes]) -> None:
    for document, data in zip(documents, files, strict=True):
        reading = read_back(data, said(document))
        assert reading.same, str(reading)
        assert 3 <= reading.pages <= 5


def test_a_file_of_another_text_does_not_hold_it(documents: list[Document], files: list[bytes]) -> None:
    reading = read_back(files[1], said(documents[0]))
    assert not reading.same
    assert reading.missing
    assert reading.added
    assert reading.rows == (0, 12)


@pytest.mark.parametrize("change", ["word", "row", "box"])
def test_a_lost_word_row_or_box_is_found(documents: list[Document], files: list[bytes], change: str) -> None:
    whole = said(documents[0])
    more = {
        "word": replace(whole, words=whole.words + Counter(["nieobecne"])),
        "row": replace(whole, rows=(*whole.rows, "Nieobecne12%")),
        "box": replace(whole, boxes=(*whole.boxes, word_of_a_paragraph(documents[0]))),
    }
    assert not read_back(files[0], more[change]).same


def word_of_a_paragraph(document: Document) -> str:
    """A word that stands on the page, but on no ground of a box."""
    paragraph = next(block for block in document.blocks if isinstance(block, Paragraph))
    return max(words(text(paragraph.text)), key=len)
