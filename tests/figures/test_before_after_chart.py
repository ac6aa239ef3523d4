import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publish.figures.shapes import Circle, Line, Polygon, Rect
from publish.typeset.ink import ink

SLOW = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TICKS = ("0", "10", "20", "30")
LABELS = st.sampled_from(
    [
        "przed obniżką", "od późnego lata 2025 r.", "vor der Senkung der Zölle auf japanische Kraftfahrzeuge", "",
        "引き下げ前", "y" * 70,
    ]
)  # fmt: skip
CHANGES = st.sampled_from(
    [None, "−10 pkt proc.", "−10", "spadek o 10 punktów procentowych w ciągu zaledwie jednego roku"]
)


def tariff(charts, before="25", after="15", change="−10 pkt proc.", ticks=TICKS):
    old = charts.bar("przed obniżką", before, f"{before}%")
    new = charts.bar("od późnego lata 2025 r.", after, f"{after}%")
    return charts.change(old, new, ticks=ticks, change=change)


def dots(drawing):
    return [shape for shape in drawing.shapes if isinstance(shape, Circle)][-2:]


def label(drawing, text):
    (found,) = [label for label in drawing.labels if label.text == text]
    return found


def middle(label):
    return label.x + label.width / 2


def test_dots_stand_where_the_ticks_say(charts):
    drawing = charts.draw(tariff(charts, before="20", after="10"))
    grid = sorted(shape.x1 for shape in drawing.shapes if isinstance(shape, Line) and shape.x1 == shape.x2)
    assert [dot.cx for dot in dots(drawing)] == [pytest.approx(grid[2]), pytest.approx(grid[1])]


def test_distances_are_to_scale(charts):
    drawing = charts.draw(tariff(charts))
    grid = sorted(shape.x1 for shape in drawing.shapes if isinstance(shape, Line) and shape.x1 == shape.x2)
    before, after = dots(drawing)
    assert (before.cx - grid[0]) / (after.cx - grid[0]) == pytest.approx(25 / 15)


def test_old_dot_is_hollow_and_new_dot_filled(charts):
    before, after = dots(charts.draw(tariff(charts)))
    style = charts.style()
    assert (before.fill, before.stroke) == (style.color("paper"), style.color("mute"))
    assert (after.fill, after.stroke) == (style.color("main"), None)


def test_values_stand_over_and_labels_under_their_dots(charts):
    drawing = charts.draw(tariff(charts))
    before, after = dots(drawing)
    for dot, value, text in ((before, "25%", "przed obniżką"), (after, "15%", "od późnego lata 2025 r.")):
        assert middle(label(drawing, value)) == pytest.approx(dot.cx)
        assert middle(label(drawing, text)) == pytest.approx(dot.cx)
        assert label(drawing, value).y < dot.cy - dot.r
        assert label(drawing, text).y > dot.cy + dot.r


def test_arrow_points_from_the_old_value_to_the_new(charts):
    drawing = charts.draw(tariff(charts))
    (head,) = [shape for shape in drawing.shapes if isinstance(shape, Polygon)]
    before, after = dots(drawing)
    tip = head.points[0][0]
    assert after.cx + after.r < tip < head.points[1][0] < before.cx


def test_change_stands_over_the_shaft_on_white(charts):
    drawing = charts.draw(tariff(charts))
    change = label(drawing, "−10 pkt proc.")
    before, after = dots(drawing)
    assert middle(change) == pytest.approx((before.cx + after.cx) / 2)
    white = [
        shape for shape in drawing.shapes if isinstance(shape, Rect) and shape.fill == charts.style().color("paper")
    ]
    assert any(box.x < change.x and box.x + box.w > change.x + change.width and box.y < change.y for box in white)


def test_change_rises_over_the_values_where_it_does_not_fit_between_them(charts):
    drawing = charts.draw(tariff(charts, before="19", after="14", change="spadek o 5 punktów procentowych"))
    change = label(drawing, "spadek o 5 punktów procentowych")
    assert change.y < label(drawing, "19%").y - 9


def test_grid_is_in_ink_at_zero_only(charts):
    lines = [s for s in charts.draw(tariff(charts)).shapes if isinstance(s, Line) and s.x1 == s.x2]
    ink = charts.style().color("ink")
    assert [line.color == ink for line in sorted(lines, key=lambda line: line.x1)] == [True, False, False, False]


def test_every_tick_with_room_keeps_its_text(charts):
    texts = [label.text for label in charts.draw(tariff(charts)).labels]
    assert texts[-4:] == ["0%", "10%", "20%", "30%"]


def test_ticks_without_room_lose_their_texts_evenly(charts, touching):
    chart = tariff(charts, ticks=tuple(str(n) for n in range(0, 31)))
    drawing = charts.draw(chart, width=200)
    texts = [label.text for label in drawing.labels if label.text.endswith("%")][2:]
    steps = {int(b[:-1]) - int(a[:-1]) for a, b in itertools.pairwise(texts)}
    assert texts[0] == "0%"
    assert len(steps) == 1
    assert not touching(drawing)


def test_close_values_get_their_texts_pushed_apart(charts, touching):
    drawing = charts.draw(tariff(charts, before="16", after="15"))
    assert middle(label(drawing, "15%")) < middle(label(drawing, "16%"))
    assert not touching(drawing)


def test_equal_values_get_a_key_and_both_dots_show(charts, touching):
    drawing = charts.draw(tariff(charts, before="15", after="15"))
    before, after = dots(drawing)
    assert before.r > after.r + 1
    assert len([shape for shape in drawing.shapes if isinstance(shape, Circle)]) == 4
    assert not touching(drawing)


def test_key_gives_each_row_the_room_that_its_larger_text_needs(charts):
    """The value of this style is larger than its label, and sends the label's last line down."""
    long = "od późnego lata 2025 r., kiedy obniżono cła na towary japońskie, a potem jeszcze raz jesienią"
    bars = (charts.bar("przed obniżką " + long, "41", "41%"), charts.bar(long, "41", "41%"))
    drawing = charts.draw(charts.change(*bars, ticks=("0", "50")), style="newsroom", width=250)
    old, new = (next(text for text in drawing.labels if text.text.startswith(start)) for start in ("przed", "od"))
    descent = 0.25 * charts.style("newsroom").role("chart-tick").size
    paper = charts.style("newsroom").color("paper")
    ground = max((s for s in drawing.shapes if isinstance(s, Rect) and s.fill == paper), key=lambda s: s.h * s.w)
    assert len(new.lines) > 1
    assert old.y + (len(old.lines) - 1) * old.leading + descent < new.y - 0.7 * new.leading
    assert new.y + (len(new.lines) - 1) * new.leading + descent <= ground.y + ground.h


def test_white_behind_a_text_reaches_as_high_as_its_letters(charts):
    bars = (charts.bar("przed", "25", "25%"), charts.bar("ẤỖỮ", "15", "ẤỖỮẤỖỮ"))
    drawing = charts.draw(charts.change(*bars, ticks=TICKS))
    value = label(drawing, "ẤỖỮẤỖỮ")
    highest = min(box.top for box in ink(value.lines[0], charts.book())) + value.y
    paper = charts.style().color("paper")
    behind = [s for s in drawing.shapes if isinstance(s, Rect) and s.fill == paper and s.x < value.x < s.x + s.w]
    assert any(patch.y <= highest and patch.y + patch.h >= value.y for patch in behind)


def test_rise_points_to_the_right_and_mirrors_for_readers_from_the_right(charts):
    chart = tariff(charts, before="15", after="25")
    (ltr,) = [shape for shape in charts.draw(chart).shapes if isinstance(shape, Polygon)]
    (rtl,) = [shape for shape in charts.draw(chart, direction="rtl").shapes if isinstance(shape, Polygon)]
    assert ltr.points[0][0] > ltr.points[1][0]
    assert rtl.points[0][0] < rtl.points[1][0]


def test_another_number_of_entries_is_drawn_as_bars(charts):
    chart = charts.change(*(charts.bar(f"a{n}", str(n)) for n in range(1, 4)))
    assert [label.text for label in charts.draw(chart).labels] == ["a1", "1", "a2", "2", "a3", "3"]


@SLOW
@given(
    values=st.tuples(st.integers(-40, 40), st.integers(-40, 40)),
    labels=st.tuples(LABELS, LABELS),
    change=CHANGES,
    ticks=st.sampled_from([(), TICKS, ("-20", "0", "20")]),
    width=st.floats(180, 490),
)
def test_no_texts_touch_and_nothing_leaves_the_drawing(
    *, charts, outside, touching, values, labels, change, ticks, width
):
    bars = [charts.bar(text, str(value), f"{value}%") for text, value in zip(labels, values, strict=True)]
    drawing = charts.draw(charts.change(*bars, ticks=ticks, change=change), width=width)
    assert outside(drawing) == []
    assert touching(drawing) == []
