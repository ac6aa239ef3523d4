"""Code among right-to-left text runs from left to right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pseudo_briefs import print_document
from pseudo_pages import InkPage, around
from setups import setup_of

from publish.document import Document

Compose = Callable[..., tuple[Document, tuple[object, ...]]]

STYLES = ("briefing", "newsroom")


def first_page(document: Document, style: str) -> InkPage:
    return print_document(replace(document, script="Hebr", direction="rtl"), style).pages[0]


@pytest.mark.parametrize("style", STYLES)
def test_code_within_a_sentence_runs_from_left_to_right(composed: Compose, style: str) -> None:
    page = first_page(composed("שלום `if α > 0:` עולם")[0], style)
    alpha, colon = (next(glyph for glyph in page.glyphs if glyph.char == char) for char in "α:")
    assert alpha.box.left < colon.box.left
    assert alpha.baseline == colon.baseline


@pytest.mark.parametrize("style", STYLES)
def test_lines_of_code_begin_at_the_left_edge_of_the_text(composed: Compose, style: str) -> None:
    page = first_page(composed("```\nα = 1\nβ = γ + 2\n```\n")[0], style)
    geometry = setup_of(style, "Hebr", "rtl").geometry
    left = page.width - geometry.column_x - geometry.column_width
    starts = [around([glyph]).left for glyph in page.glyphs if glyph.char in "αβ"]
    assert starts == [pytest.approx(left, abs=1.5)] * 2
