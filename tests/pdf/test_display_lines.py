"""Lines of titles: as close as the style says, and never so close that accents touch what hangs from above."""

from __future__ import annotations

import pytest
from setups import setup_of

from publish.document.tree import Run
from publish.pdf.display import display_strips
from publish.pdf.flow import Strip, TextAt
from publish.pdf.setup import Setup
from publish.typeset.ink import ink

STYLES = ("briefing", "newsroom")


def title(text: str, setup: Setup) -> tuple[Strip, ...]:
    strips = display_strips((Run(text, "vi"),), "title", setup, 0, setup.geometry.measure)
    assert len(strips) == 2
    return strips


def white(strips: tuple[Strip, ...], setup: Setup) -> float:
    """The least distance between the ink of the first line and that of the second."""
    (above,), (below,) = (strip.paints for strip in strips)
    assert isinstance(above, TextAt)
    assert isinstance(below, TextAt)
    lowest = max(box.bottom for box in ink(above.line, setup.book)) + above.y
    return strips[0].height + below.y + min(box.top for box in ink(below.line, setup.book)) - lowest


@pytest.mark.parametrize("style", STYLES)
def test_title_without_accents_keeps_the_leading_of_its_role(style: str) -> None:
    setup = setup_of(style)
    assert [strip.height for strip in title("Haggling\nlatitude", setup)] == [setup.style.role("title").leading] * 2


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("text", ["gęgygę\nŹŻŚĆŃÓ", "gỵgỵgỵ\nẤỖỮẤỖỮ"])
def test_accents_below_descenders_open_the_leading(style: str, text: str) -> None:
    setup = setup_of(style)
    assert white(title(text, setup), setup) > 0.5


@pytest.mark.parametrize("style", STYLES)
def test_accent_that_nothing_hangs_over_does_not(style: str) -> None:
    setup = setup_of(style)
    assert title("gaaaaaaa\naaaaaaaŹ", setup)[0].height == setup.style.role("title").leading


def test_first_line_stays_where_it_is() -> None:
    setup = setup_of("newsroom")
    tight, open_ = (title(text, setup)[0].paints[0] for text in ("gęgygę\nnnnn", "gęgygę\nŹŻŚĆ"))
    assert tight.y == open_.y
