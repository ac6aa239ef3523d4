import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publish.figures.shapes import Hatch, Line, Rect

WORDS = st.sampled_from(
    [
        "Polska", "Do końca 2025 r.", "Obietnica: rok do marca 2026 r.", "Donaudampfschifffahrtsgesellschaftskapitän",
        "2025年度末までの防衛費(見込み)", "日本", "Wydatki na obronność w relacji do PKB, średnia z dziesięciu lat", "",
        "x" * 90, "Österreich-Ungarn und Liechtenstein",
    ]
)  # fmt: skip
TEXTS = st.sampled_from(["1,8", "550 mld USD", "−12", "5500億ドル", "", "około 60 000 żołnierzy rocznie w całym kraju"])
VALUES = st.one_of(
    st.integers(-1000, 1000).map(str),
    st.decimals("-1e15", "1e15", allow_nan=False, places=3).map(str),
    st.sampled_from(["0", "1e-40", "9.9e300", "-9.9e300"]),
)
LOOKS = st.sampled_from(["normal", "highlight", "tentative"])
ENTRIES = st.lists(st.tuples(WORDS, VALUES, TEXTS, LOOKS), min_size=1, max_size=20)
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def fills(drawing):
    return [shape for shape in drawing.shapes if isinstance(shape, Rect | Hatch)]


def baseline(drawing):
    (line,) = [shape for shape in drawing.shapes if isinstance(shape, Line)]
    return line


def test_lengths_of_bars_are_to_the_scale_of_their_values(charts):
    drawing = charts.draw(charts.bars(charts.bar("a", "1.8"), charts.bar("b", "2"), charts.bar("c", "3.5")))
    lengths = [bar.w for bar in fills(drawing)]
    assert lengths[0] / lengths[2] == pytest.approx(1.8 / 3.5)
    assert lengths[1] / lengths[2] == pytest.approx(2 / 3.5)


def test_bars_begin_at_zero(charts):
    drawing = charts.draw(charts.bars(charts.bar("a", "101"), charts.bar("b", "100")))
    zero = baseline(drawing).x1
    assert [bar.x for bar in fills(drawing)] == [pytest.approx(zero)] * 2


def test_negative_values_go_to_the_other_side_of_zero_on_the_same_scale(charts):
    drawing = charts.draw(charts.bars(charts.bar("a", "-4"), charts.bar("b", "8")))
    negative, positive = fills(drawing)
    zero = baseline(drawing).x1
    assert negative.x + negative.w == pytest.approx(zero)
    assert positive.x == pytest.approx(zero)
    assert positive.w == pytest.approx(2 * negative.w)


def test_value_stands_at_the_end_of_its_bar(charts):
    drawing = charts.draw(charts.bars(charts.bar("a", "-4", "−4"), charts.bar("b", "8", "8")))
    negative, positive = fills(drawing)
    texts = {label.text: label for label in drawing.labels}
    assert texts["8"].x == pytest.approx(positive.x + positive.w + 4)
    assert texts["−4"].x + texts["−4"].width == pytest.approx(negative.x - 4)


def test_value_is_centred_on_its_bar(charts):
    drawing = charts.draw(charts.bars(charts.bar("a", "8", "8")))
    bar, value = fills(drawing)[0], drawing.labels[1]
    cap = charts.book().face(value.lines[0].fragments[0].face).cap_height / 1000 * 9.5
    assert value.y - cap / 2 == pytest.approx(bar.y + bar.h / 2)


def test_values_that_are_all_zero_draw_no_bars(charts):
    drawing = charts.draw(charts.bars(charts.bar("a", "0"), charts.bar("b", "0")))
    assert fills(drawing) == []
    assert [label.text for label in drawing.labels] == ["a", "0", "b", "0"]


def test_values_on_both_sides_of_zero_share_a_narrow_width(charts, outside):
    bars = charts.bar("Polska", "-9", "−550 mld USD"), charts.bar("Do końca 2025 r.", "0", "550 mld USD")
    assert outside(charts.draw(charts.bars(*bars), width=180)) == []


def test_highlight_takes_the_main_colour_and_a_heavier_label(charts):
    drawing = charts.draw(charts.bars(charts.bar("a", "1"), charts.bar("b", "2", look="highlight")))
    style = charts.style()
    assert [bar.fill for bar in fills(drawing)] == [style.color("mute"), style.color("main")]
    weights = [label.lines[0].fragments[0].look.weight for label in drawing.labels if label.role == "chart-label"]
    assert weights == [400, 600]


def test_without_a_highlight_all_bars_take_the_main_colour(charts):
    drawing = charts.draw(charts.bars(charts.bar("a", "1"), charts.bar("b", "2")))
    assert {bar.fill for bar in fills(drawing)} == {charts.style().color("main")}


def test_tentative_value_is_hatched(charts):
    drawing = charts.draw(charts.bars(charts.bar("a", "1"), charts.bar("b", "2", look="tentative")))
    hatch = fills(drawing)[1]
    style = charts.style()
    assert isinstance(hatch, Hatch)
    assert (hatch.angle, hatch.spacing, hatch.color) == (45, style.layout.hatch_spacing, style.color("accent"))


def test_hatching_differs_in_colour_where_accent_and_main_are_one(charts):
    chart = charts.bars(charts.bar("a", "1", look="highlight"), charts.bar("b", "2", look="tentative"))
    bar, hatch = fills(charts.draw(chart, style="newsroom"))
    assert bar.fill != hatch.color


def test_label_column_follows_its_labels_within_limits(charts):
    short = charts.draw(charts.bars(charts.bar("a", "1")))
    middling = charts.draw(charts.bars(charts.bar("Obietnica: rok do marca 2026 r.", "1", look="highlight")))
    long = charts.draw(charts.bars(charts.bar("x" * 90, "1")))
    assert baseline(short).x1 == pytest.approx(0.25 * 361.4)
    assert baseline(middling).x1 == pytest.approx(50 * 72 / 25.4, abs=4)
    assert baseline(short).x1 < baseline(long).x1 <= 0.45 * 361.4


def test_long_label_takes_further_lines_and_its_row_grows(charts):
    label = "Wydatki na obronność w relacji do PKB, średnia z dziesięciu lat w państwach Azji Wschodniej"
    drawing = charts.draw(charts.bars(charts.bar(label, "1"), charts.bar("b", "1")))
    assert len(drawing.labels[0].lines) >= 3
    assert drawing.height > 3 * 12.5 + charts.style().layout.bar_pitch
    first, second = fills(drawing)
    assert second.y - first.y > charts.style().layout.bar_pitch


def test_twenty_bars_stand_closer_without_touching(charts, touching):
    drawing = charts.draw(charts.bars(*(charts.bar(f"Land {n}", str(n)) for n in range(1, 21))))
    assert drawing.height < 20 * charts.style().layout.bar_pitch
    assert not touching(drawing)


def test_bars_are_mirrored_for_readers_from_the_right(charts):
    chart = charts.bars(charts.bar("Polska", "1"), charts.bar("b", "2", look="tentative"))
    ltr, rtl = charts.draw(chart), charts.draw(chart, direction="rtl")
    assert fills(rtl)[0].x + fills(rtl)[0].w == pytest.approx(361.4 - fills(ltr)[0].x)
    assert fills(rtl)[1].angle == 135
    assert rtl.labels[0].x + rtl.labels[0].width == pytest.approx(361.4)
    assert rtl.labels[0].lines == ltr.labels[0].lines


def test_mirror_aligns_the_lines_of_a_label_at_the_right(charts):
    label = "Wydatki na obronność w relacji do PKB, średnia z dziesięciu lat"
    (text, *_) = charts.draw(charts.bars(charts.bar(label, "1")), direction="rtl").labels
    ends = [x + line.width for x, _, line in text.placed()]
    assert len(ends) > 1
    assert ends == [pytest.approx(361.4)] * len(ends)


def test_chart_keeps_its_words_for_those_who_cannot_see_it(charts):
    drawing = charts.draw(charts.bars(charts.bar("a", "1")))
    assert (drawing.alt, drawing.language) == ("słownie: co widać", "pl")


def test_labels_break_only_where_the_language_does(charts):
    label = "2025年度末までの防衛費(国内総生産に対する割合、見込み)"
    (text, *_) = charts.draw(charts.bars(charts.bar(label, "1", lang="ja"), lang="ja")).labels
    assert len(text.lines) > 1
    assert not any(line.text.startswith(("、", ")")) for line in text.lines)


@SLOW
@given(
    entries=ENTRIES,
    style=st.sampled_from(["briefing", "newsroom"]),
    direction=st.sampled_from(["ltr", "rtl"]),
    width=st.floats(180, 490),
)
def test_nothing_leaves_the_drawing_and_no_labels_touch(*, charts, outside, touching, entries, style, direction, width):
    bars = [charts.bar(label, value, text, look=look) for label, value, text, look in entries]
    drawing = charts.draw(charts.bars(*bars), style=style, width=width, direction=direction)
    assert outside(drawing) == []
    assert touching(drawing) == []


@SLOW
@given(st.lists(st.integers(-10_000, 10_000), min_size=2, max_size=12).filter(any))
def test_every_pair_of_bars_is_to_scale(charts, values):
    drawing = charts.draw(charts.bars(*(charts.bar("a", str(value)) for value in values)))
    drawn = [value for value in values if value]
    units = [bar.w / abs(value) for bar, value in zip(fills(drawing), drawn, strict=True)]
    assert units == [pytest.approx(units[0])] * len(units)
