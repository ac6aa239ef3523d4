"""Pagination: nothing is lost, doubled or spilled, whatever the blocks."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from publish.pdf.flow import Backdrop, Fill, Flow, Lane, Strip
from publish.pdf.geometry import Geometry
from publish.pdf.pages import NoteSheet, Page
from publish.pdf.paginate import paginate
from publish.style import load_style

HOUSE, _ = load_style("briefing")
assert HOUSE is not None
GEOMETRY = Geometry.of(HOUSE.resolve("Latn"), "A4")
NO_NOTES = NoteSheet({}, Strip(18.0))


def strip(name: int, height: float = 14.0, *, glue: bool = False, notes: tuple[str, ...] = ()) -> Strip:
    # the width of the fill is the strip's name: it can be found again on the page
    return Strip(height, (Fill(GEOMETRY.column_x, 0, 1 + name / 1000, height, "#000000"),), notes, glue)


def run(flows: list[Flow], sheet: NoteSheet = NO_NOTES, top: float | None = None) -> list[Page]:
    return paginate(flows, GEOMETRY, sheet, ((), GEOMETRY.top if top is None else top))


def placed(pages: list[Page]) -> list[tuple[int, int, float, float]]:
    """(page, name, top, bottom) of each named strip."""
    return [
        (number, round((paint.width - 1) * 1000), paint.y, paint.y + paint.height)
        for number, page in enumerate(pages)
        for paint in page.paints
        if isinstance(paint, Fill) and paint.width < 3
    ]


@st.composite
def stories(draw: st.DrawFn) -> list[Flow]:
    flows: list[Flow] = []
    name = 0
    for _ in range(draw(st.integers(1, 25))):
        count = draw(st.integers(1, 30))
        height = draw(st.sampled_from([11.5, 14.0, 20.1]))
        strips = []
        for index in range(count):
            strips.append(strip(name, height, glue=index < count - 1 and draw(st.booleans())))
            name += 1
        lane = draw(st.sampled_from([Lane.COLUMN, Lane.COLUMN, Lane.FULL]))
        box = Backdrop(GEOMETRY.x, GEOMETRY.measure, "#EEEEEE", 2.0, "#000000", 14, 15)
        flows.append(
            Flow(
                tuple(strips),
                lane,
                before=draw(st.sampled_from([0.0, 7.0, 18.0])),
                after=7.0,
                keep=count < 3 and draw(st.booleans()),
                backdrop=box if lane is Lane.FULL else None,
                movable=lane is Lane.FULL and draw(st.booleans()),
                side=Strip(draw(st.sampled_from([20.0, 60.0]))) if draw(st.booleans()) else None,
            )
        )
    return flows


@settings(max_examples=150, deadline=None)
@given(stories())
def test_every_strip_stands_on_some_page_once_and_inside_the_frame(flows: list[Flow]) -> None:
    pages = run(flows)
    found = placed(pages)
    names = [name for _, name, _, _ in found]
    assert sorted(names) == list(range(sum(len(flow.strips) for flow in flows)))
    for _, _, top, bottom in found:
        assert GEOMETRY.top - 0.01 <= top
        assert bottom <= GEOMETRY.bottom + 0.01


@settings(max_examples=100, deadline=None)
@given(stories())
def test_text_keeps_its_order_and_never_overlaps(flows: list[Flow]) -> None:
    still = [replace(flow, movable=False) for flow in flows]
    found = placed(run(still))
    assert [name for _, name, _, _ in found] == sorted(name for _, name, _, _ in found)
    for (page, _, _, bottom), (next_page, _, top, _) in pairwise(found):
        assert next_page > page or top >= bottom - 0.01


def test_heading_moves_to_the_next_page_with_what_it_heads() -> None:
    filler = Flow(tuple(strip(i) for i in range(48)))
    head = Flow((strip(100, 15, glue=True),), before=20, keep=True)
    text = Flow(tuple(strip(200 + i, glue=i < 2) for i in range(10)))
    pages = run([filler, head, text])
    where = {name: page for page, name, _, _ in placed(pages)}
    assert where[100] == where[200] == where[202] == 1


def test_movable_block_lets_following_text_fill_the_page() -> None:
    filler = Flow(tuple(strip(i) for i in range(36)))
    figure = Flow(tuple(strip(100 + i, glue=i < 19) for i in range(20)), Lane.FULL, movable=True)
    text = Flow(tuple(strip(200 + i) for i in range(30)))
    where = {name: page for page, name, _, _ in placed(run([filler, figure, text]))}
    assert where[200] == 0
    assert where[100] == 1


def test_whole_table_breaks_rather_than_leave_a_third_of_the_page_empty() -> None:
    filler = Flow(tuple(strip(i) for i in range(28)))
    head = strip(500, 20, glue=True)
    rows = tuple(strip(100 + i, 20, glue=i < 19) for i in range(20))
    table = Flow((head, *rows), Lane.FULL, head=(head,), movable=True)
    found = placed(run([filler, table]))
    assert {page for page, name, _, _ in found if 100 <= name < 120} == {0, 1}
    # the head row stands on both pages, above the rows
    assert [page for page, name, _, _ in found if name == 500] == [0, 1]


def test_footnotes_stand_at_the_foot_of_the_page_that_calls_them() -> None:
    sheet = NoteSheet({"a": (Strip(11.0, (Fill(0, 0, 2.9, 11, "#000000"),)),)}, Strip(18.0))
    flow = Flow(tuple(strip(i, notes=("a",) if i == 3 else ()) for i in range(10)))
    (page,) = run([flow], sheet)
    (note,) = [paint for paint in page.paints if isinstance(paint, Fill) and round(paint.width, 1) == 2.9]
    assert round(note.y + note.height, 2) == round(GEOMETRY.bottom, 2)


def test_note_called_again_on_a_later_page_is_not_set_twice() -> None:
    sheet = NoteSheet({"a": (Strip(11.0, (Fill(0, 0, 2.9, 11, "#000000"),)),)}, Strip(18.0))
    flow = Flow(tuple(strip(i, notes=("a",) if i in (3, 90) else ()) for i in range(100)))
    pages = run([flow], sheet)
    assert len(pages) > 1
    notes = [paint for page in pages for paint in page.paints if isinstance(paint, Fill) and paint.width == 2.9]
    assert len(notes) == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=30))
def test_no_note_is_lost_however_long(lengths: list[int]) -> None:
    notes = {
        f"n{i}": tuple(Strip(11.0, (Fill(0, 0, 500 + i + line / 100, 11, "#000000"),)) for line in range(count))
        for i, count in enumerate(lengths)
    }
    sheet = NoteSheet(notes, Strip(18.0))
    flows = [Flow((strip(i, notes=(f"n{i}",)),), after=7) for i in range(len(lengths))]
    pages = run(flows, sheet)
    lines = [paint for page in pages for paint in page.paints if isinstance(paint, Fill) and paint.width >= 500]
    assert len(lines) == sum(lengths)
    assert len({paint.width for paint in lines}) == sum(lengths)
    for paint in lines:
        assert paint.y >= GEOMETRY.top - 0.01
        assert paint.y + paint.height <= GEOMETRY.bottom + 0.01


def test_aside_stands_in_the_rail_beside_the_text_that_follows() -> None:
    aside = Flow(tuple(Strip(20, (Fill(450, 0, 2.5, 20, "#000000"),)) for _ in range(4)), Lane.RAIL)
    flows = [Flow(tuple(strip(i) for i in range(10))), aside, Flow(tuple(strip(20 + i) for i in range(10)))]
    (page,) = run(flows)
    tops = [paint.y for paint in page.paints if isinstance(paint, Fill) and paint.width == 2.5]
    text = {name: top for _, name, top, _ in placed([page]) if name < 100}
    assert min(tops) == text[20]
