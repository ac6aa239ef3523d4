"""Where the ink of a line is."""

from __future__ import annotations

from itertools import pairwise

import pytest

from publish.style import load_style
from publish.typeset import FontBook, Line, Look, Piece, Setting, set_paragraph
from publish.typeset.ink import Ink, ink


@pytest.fixture(scope="module")
def book() -> FontBook:
    house, wrong = load_style("briefing")
    assert house is not None, wrong
    style = house.resolve("Latn")
    return FontBook(style.fonts, None, style.script_fonts)


def line(text: str, book: FontBook, rise: float = 0.0) -> Line:
    (found,) = set_paragraph([Piece(text, Look("sans", 100.0, rise=rise), "en")], Setting(1e4), book)
    return found


def boxes(text: str, book: FontBook, rise: float = 0.0) -> list[Ink]:
    return list(ink(line(text, book, rise), book))


def test_capital_stands_on_the_baseline_and_is_as_high_as_capitals_are(book: FontBook) -> None:
    (box,) = boxes("H", book)
    assert box.bottom == 0
    assert -box.top == pytest.approx(book.primary("sans").cap_height / 10, abs=0.5)


def test_tail_hangs_below_the_baseline_and_accent_stands_above_the_capital(book: FontBook) -> None:
    (plain,), (accented,), (tail,) = (boxes(text, book) for text in "AẤg")
    assert accented.top < plain.top - 20
    assert tail.bottom > 15


def test_boxes_stand_side_by_side_within_the_line_and_spaces_have_none(book: FontBook) -> None:
    found = boxes("il om", book)
    assert len(found) == 4
    assert all(one.right < other.left for one, other in pairwise(found))
    assert found[0].left > 0
    assert found[-1].right < line("il om", book).width


def test_raised_letters_are_higher(book: FontBook) -> None:
    assert boxes("a", book, rise=40.0)[0].top == pytest.approx(boxes("a", book)[0].top - 40)
