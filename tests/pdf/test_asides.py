"""Asides in the rail: each stands on one page whole, or breaks where no page has room for it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from publish.pdf.flow import Backdrop, Fill, Flow, Lane, Strip
from publish.pdf.geometry import Geometry
from publish.pdf.pages import NoteSheet, Page
from publish.pdf.paginate import paginate
from publish.style import load_style

HOUSE, _ = load_style("newsroom")
assert HOUSE is not None
GEOMETRY = Geometry.of(HOUSE.resolve("Latn"), "A4")
PAGE = GEOMETRY.bottom - GEOMETRY.top
BAND = 300.0  # points that a band takes from page 1
BOX = Backdrop(GEOMETRY.rail_x, GEOMETRY.rail_width, "#EEEEEE", padding_top=12, padding_bottom=12)


def aside(name: int, count: int, height: float, *, glue: bool = True, box: Backdrop | None = None) -> Flow:
    """An aside of strips that carry their number in the width of what they draw."""
    strips = (
        Strip(height, (Fill(GEOMETRY.rail_x, 0, 1 + (name + i) / 1000, height, "#000000"),), glue=glue)
        for i in range(count)
    )
    return Flow(tuple(strips), Lane.RAIL, before=11, after=11, backdrop=box)


def run(flows: list[Flow]) -> list[Page]:
    return paginate(flows, GEOMETRY, NoteSheet({}, Strip(18.0)), ((), GEOMETRY.top + BAND))


def placed(pages: list[Page]) -> list[tuple[int, int, float, float]]:
    """(name, page, top, bottom) of each strip."""
    return [
        (round((paint.width - 1) * 1000), number, paint.y, paint.y + paint.height)
        for number, page in enumerate(pages)
        for paint in page.paints
        if isinstance(paint, Fill) and paint.width < 3
    ]


def text(lines: int) -> Flow:
    return Flow(tuple(Strip(14, (Fill(GEOMETRY.column_x, 0, 100, 14, "#000000"),)) for _ in range(lines)))


def test_aside_that_page_1_has_no_room_for_waits_for_page_2() -> None:
    found = placed(run([aside(0, 1, PAGE - BAND + 20), text(80)]))
    assert [(name, page) for name, page, _, _ in found] == [(0, 1)]
    assert found[0][2] == GEOMETRY.top


def test_aside_that_fits_stays_on_page_1() -> None:
    assert [page for _, page, _, _ in placed(run([aside(0, 1, PAGE - BAND), text(80)]))] == [0]


def test_aside_that_no_page_holds_breaks_between_its_strips() -> None:
    found = placed(run([aside(0, 12, 100, box=BOX), text(80)]))
    assert [name for name, _, _, _ in found] == list(range(12))
    assert len({page for _, page, _, _ in found}) > 1
    assert max(bottom for _, _, _, bottom in found) <= GEOMETRY.bottom - BOX.padding_bottom + 0.01


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 15), st.sampled_from([14.0, 60.0, 150.0]), st.booleans()), max_size=8))
def test_every_strip_of_asides_stands_once_in_order_and_inside_the_page(kinds: list[tuple[int, float, bool]]) -> None:
    flows, names = [text(30)], 0
    for count, height, boxed in kinds:
        flows += [aside(names, count, height, box=BOX if boxed else None), text(3)]
        names += count
    found = placed(run(flows))
    assert sorted(name for name, _, _, _ in found) == list(range(names))
    by_page = sorted(found, key=lambda strip: (strip[1], strip[2]))
    for (_, page, _, bottom), (_, next_page, top, _) in pairwise(by_page):
        assert next_page > page or top >= bottom - 0.01
    assert all(GEOMETRY.top <= top and bottom <= GEOMETRY.bottom + 0.01 for _, _, top, bottom in found)
