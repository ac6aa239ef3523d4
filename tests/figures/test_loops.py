"""Outlines that cross themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.figures.loops import simple_loops

Point = tuple[float, float]


def area(loop: tuple[Point, ...]) -> float:
    """Twice the signed area."""
    following = (*loop[1:], loop[0])
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(loop, following, strict=True))


def test_a_plain_outline_stays_as_it_is() -> None:
    square = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0))
    assert list(simple_loops(square)) == [square]


def test_a_bow_tie_is_two_loops_that_turn_against_each_other() -> None:
    loops = list(simple_loops(((0.0, 0.0), (4.0, 4.0), (4.0, 0.0), (0.0, 4.0))))
    assert sorted(map(area, loops)) == [-8.0, 8.0]


def test_an_outline_that_overlaps_itself_is_two_loops_that_turn_alike() -> None:
    """A stroke that crosses the one before it, as in a heavy 4: the overlap is inside, not a hole."""
    stroke = ((0.0, 4.0), (10.0, 4.0), (10.0, 10.0), (4.0, 10.0), (4.0, 0.0), (6.0, 0.0), (6.0, 8.0), (8.0, 8.0),
              (8.0, 6.0), (0.0, 6.0))  # fmt: skip
    loops = list(simple_loops(stroke))
    assert len(loops) > 1
    assert sum(map(area, loops)) == pytest.approx(area(stroke))


coordinate = st.integers(0, 40).map(float)


@given(st.lists(st.tuples(coordinate, coordinate), min_size=3, max_size=9, unique=True))
def test_loops_keep_the_signed_area_and_cross_no_more(polygon: list[Point]) -> None:
    loops = list(simple_loops(polygon))
    assert sum(map(area, loops)) == pytest.approx(area(tuple(polygon)), abs=1e-6)
    for loop in loops:
        assert list(simple_loops(loop)) == [loop]
