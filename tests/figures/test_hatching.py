import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.figures.hatching import hatch_lines
from publish.figures.shapes import Hatch

SIZES = st.floats(0.1, 300)


@given(SIZES, st.floats(0.1, 30), st.sampled_from([45.0, 135.0, 0.0, 90.0, 30.0]), st.floats(0.5, 9))
def test_hatching_ends_within_its_rectangle(width, height, angle, spacing):
    for line in hatch_lines(Hatch(10, 20, width, height, angle, spacing, 0.7, "#000000", 0.75)):
        assert all(10 <= x <= 10 + width for x in (line.x1, line.x2))
        assert all(20 <= y <= 20 + height for y in (line.y1, line.y2))


def test_hatching_rises_to_the_right_at_45_degrees():
    lines = hatch_lines(Hatch(0, 0, 100, 14, 45, 2.4, 0.7, "#000000", 0.75))
    whole = [line for line in lines if line.x2 - line.x1 > 13]
    assert whole
    assert all(line.x2 - line.x1 == pytest.approx(line.y1 - line.y2) for line in whole)


def test_hatching_lines_are_one_spacing_apart():
    lines = hatch_lines(Hatch(0, 0, 100, 14, 45, 2.4, 0.7, "#000000", 0.75))
    offsets = [(line.x1 + line.y1) / 2**0.5 for line in lines]
    steps = [b - a for a, b in itertools.pairwise(offsets)]
    assert steps == [pytest.approx(2.4)] * len(steps)
