"""Pages in pseudo-locales: longer texts, right to left, dense ideographs; nothing is cut and nothing overlaps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path

import pytest
from pseudo_briefs import ARTICLES, EVERY_BLOCK, SAMPLE, Printed, Shape, original, print_article, print_document
from pseudo_faults import EDGE, every_fault, letters, squeezed
from pseudo_locales import DENSE, LONGER, PSEUDO_LOCALES, TURNED, PseudoLocale, pseudo_localized, shown_texts
from pseudo_pages import Box, Glyph, InkPage, around

from publish.document import Document
from publish.document.tree import Callout, Table, plain

Compose = Callable[..., tuple[Document, tuple[object, ...]]]

STYLES = ("briefing", "newsroom")
SHAPES = [Shape(*choice) for choice in product(PSEUDO_LOCALES, STYLES, ("A4", "Letter"))]
# on Letter the article that has everything
CASES = [(folder, shape) for shape in SHAPES for folder in (ARTICLES if shape.paper == "A4" else (EVERY_BLOCK,))]


# ---------------------------------------------------------------- the pseudo-locales themselves


def test_longer_texts_are_longer_by_two_fifths() -> None:
    source, said = (list(shown_texts(document)) for document in (original(SAMPLE), in_pseudo(LONGER)))
    assert sum(map(len, said)) / sum(map(len, source)) == pytest.approx(1.4, abs=0.05)
    words = [(one, other) for one, other in zip(source, said, strict=True) if re.search(r"[^\W\d_]{3}", one)]
    assert all(len(other) >= 1.3 * len(one) for one, other in words if one != other)


def test_dense_texts_have_no_word_and_no_space_between_ideographs() -> None:
    for text in shown_texts(in_pseudo(DENSE)):
        assert not re.search(r"[\u4e00-\u9fff]\s[\u4e00-\u9fff]|[ąćęłńóśźż]", text)


def test_turned_texts_are_as_long_and_say_the_same_numbers() -> None:
    for source, said in zip(shown_texts(original(SAMPLE)), shown_texts(in_pseudo(TURNED)), strict=True):
        assert len(source) == len(said)
        assert re.findall(r"\d+", source) == re.findall(r"\d+", said)


@pytest.mark.parametrize("pseudo", PSEUDO_LOCALES, ids=str)
def test_anchors_and_addresses_are_left_alone(pseudo: PseudoLocale) -> None:
    source, said = original(EVERY_BLOCK), pseudo_localized(original(EVERY_BLOCK), pseudo)
    assert links(said) == links(source)
    assert "example.org" in "".join(shown_texts(said))


def in_pseudo(pseudo: PseudoLocale) -> Document:
    return pseudo_localized(original(SAMPLE), pseudo)


def links(document: Document) -> list[str]:
    return re.findall(r"(?:anchor|target)='([^']+)'", repr(document))


# ---------------------------------------------------------------- what holds for any text


@pytest.mark.parametrize(("folder", "shape"), CASES, ids=lambda part: getattr(part, "name", str(part)))
def test_nothing_is_cut_and_nothing_overlaps(folder: Path, shape: Shape) -> None:
    assert every_fault(print_article(folder, shape)) == []


# ---------------------------------------------------------------- from right to left


@pytest.fixture(scope="module", params=STYLES)
def turned(request: pytest.FixtureRequest) -> Printed:
    """The sample on pages that run from right to left."""
    return print_article(SAMPLE, Shape(TURNED, request.param, "A4"))


def test_numerals_of_the_takeaways_stand_right_of_their_text(turned: Printed) -> None:
    number, text = (turned.style.role(f"takeaways-{part}").size for part in ("number", "text"))
    page = turned.pages[0]
    numerals = [glyph for glyph in page.glyphs if abs(glyph.size - number) < 0.01 and glyph.char in "123"]
    assert len(numerals) == 3
    for numeral in numerals:
        beside = [g for g in page.glyphs if abs(g.size - text) < 0.01 and abs(middle(g) - middle(numeral)) < text / 2]
        assert beside
        assert all(glyph.box.right < numeral.box.left for glyph in beside)


def middle(glyph: Glyph) -> float:
    return (glyph.box.top + glyph.box.bottom) / 2


def test_marks_of_lists_hang_right_of_their_items(turned: Printed) -> None:
    size = turned.style.role("learn-text").size
    page = next(page for page in turned.pages if len(list_marks(page, size)) >= 3)
    for mark in list_marks(page, size):
        item = [g for g in page.glyphs if g.size == mark.size and g.baseline == mark.baseline and g != mark]
        assert item
        assert all(glyph.box.right < mark.box.left for glyph in item)


def list_marks(page: InkPage, size: float) -> list[Glyph]:
    alone = (stretch[0] for stretch in page.stretches if len(stretch) == 1)
    return [glyph for glyph in alone if glyph.char in "–‹›" and abs(glyph.size - size) < 0.01]


def test_page_number_stands_at_the_left_edge_and_the_publisher_at_the_right(turned: Printed) -> None:
    furniture, margins = turned.document.furniture, turned.style.page
    label = furniture.page if turned.style.layout.page_label == "long" else furniture.page_short
    for page in turned.pages:
        foot = [glyph for glyph in page.glyphs if glyph.baseline > page.height - margins.bottom]
        left = [glyph for glyph in foot if glyph.box.left < page.width / 3]
        assert letters(glyph.char for glyph in left) == letters([label.text(page.number, len(turned.pages))])
        assert around(foot).left == pytest.approx(margins.end, abs=1)
        assert around(foot).right == pytest.approx(page.width - margins.start, abs=1)


def test_columns_of_a_fact_table_run_from_right_to_left(turned: Printed) -> None:
    table = next(block for block in turned.document.blocks if isinstance(block, Table))
    heads = [squeezed(plain(column.head)) for column in table.columns]
    (found_heads, *_) = filter(None, (set_on_one_line(page, heads) for page in turned.pages))
    assert all(one.left > other.right for one, other in pairwise(found_heads))


def set_on_one_line(page: InkPage, texts: list[str]) -> list[Box]:
    """The places of texts that stand beside each other on a page; none where they do not."""
    lines: dict[float, dict[str, Box]] = {}
    for stretch in page.stretches:
        line = lines.setdefault(round(stretch[0].baseline, 1), {})
        line[squeezed(glyph.char for glyph in stretch)] = around(stretch)
    return next(([line[text] for text in texts] for line in lines.values() if all(text in line for text in texts)), [])


def test_rail_changes_sides(turned: Printed) -> None:
    box = next(block for block in turned.document.blocks if isinstance(block, Callout) and block.title)
    words, size = squeezed(shown_texts(box.title)), turned.style.role("info-title").size
    width, margins = turned.style.layout.rail_width, turned.style.page
    title = [
        around(stretch)
        for page in turned.pages
        for stretch in page.stretches
        if abs(stretch[0].size - size) < 0.01 and squeezed(glyph.char for glyph in stretch) in words
    ]
    assert title
    sheet = turned.pages[0].width
    if turned.style.layout.rail_side == "start":
        assert min(place.left for place in title) > sheet - margins.start - width - EDGE
    else:
        assert max(place.right for place in title) < margins.end + width + EDGE


def test_shapes_of_a_turned_page_are_those_of_the_other_in_a_mirror(turned: Printed) -> None:
    other = print_document(replace(turned.document, direction="ltr"), turned.style.name)
    for page, straight in zip(turned.pages, other.pages, strict=True):
        width = page.width
        mirrored = [Box(width - right, top, width - left, bottom) for left, top, right, bottom in page.shapes]
        assert [shape for shape in mirrored if not is_among(shape, straight.shapes)] == []
        assert len(page.shapes) == len(straight.shapes)


def is_among(shape: Box, shapes: Iterable[Box]) -> bool:
    """Whether a shape is one of several; hatching and QR codes run the same way on every page."""
    part_of_a_figure = shape.width < 40
    return part_of_a_figure or any(shape == pytest.approx(other, abs=0.1) for other in shapes)


def test_code_runs_from_left_to_right(composed: Compose) -> None:
    document, _ = composed("```\nif α > 0:\nβ();\n```\n")
    (page, *_) = print_document(replace(document, script="Hebr", direction="rtl"), "briefing").pages
    for start, end in (("α", ":"), ("β", ";")):
        first = next(glyph for glyph in page.glyphs if glyph.char == start)
        last = [glyph for glyph in page.glyphs if glyph.char == end and glyph.baseline == first.baseline]
        assert [glyph.box.left > first.box.right for glyph in last] == [True]
