from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

import pytest

from publish.article.model import ChartType, Emphasis
from publish.document.tree import Bar, Chart, Run
from publish.figures.charts import draw
from publish.figures.shapes import Circle, Drawing, Hatch, Label, Line, Polygon, Rect, Shape
from publish.style import load_style
from publish.style.model import Style
from publish.typeset.fonts import FontBook

SCRIPTS = {"pl": "Latn", "de": "Latn", "en": "Latn", "ja": "Jpan"}
Box = tuple[float, float, float, float]


@lru_cache
def _house(name: str, script: str) -> tuple[Style, FontBook]:
    house, diagnostics = load_style(name)
    assert house is not None, diagnostics
    style = house.resolve(script)
    return style, FontBook(style.fonts)


class Charts:
    """Makes and draws charts in a line or two."""

    def bar(self, label: str, value: str, text: str | None = None, *, lang: str = "pl", look: str = "normal") -> Bar:
        run = Run(label, lang)
        return Bar((run,), Decimal(value), text if text is not None else value, lang, Emphasis(look))

    def bars(self, *bars: Bar, lang: str = "pl") -> Chart:
        return Chart(ChartType.BAR, bars, "c", "słownie: co widać", lang)

    def change(self, *bars: Bar, ticks: tuple[str, ...] = (), change: str | None = None, lang: str = "pl") -> Chart:
        marks = tuple((Decimal(tick), f"{tick}%") for tick in ticks)
        return Chart(ChartType.BEFORE_AFTER, bars, "c", "alt", lang, ticks=marks, change=change)

    def draw(self, chart: Chart, *, style: str = "briefing", width: float = 361.4, direction: str = "ltr") -> Drawing:
        script = SCRIPTS[chart.language]
        tokens, book = _house(style, script)
        return draw(chart, tokens, width, book, script, direction)

    def style(self, name: str = "briefing", script: str = "Latn") -> Style:
        return _house(name, script)[0]

    def book(self, name: str = "briefing", script: str = "Latn") -> FontBook:
        return _house(name, script)[1]


@pytest.fixture(scope="session")
def charts() -> Charts:
    return Charts()


def box_of(shape: Shape) -> Box:
    """The box around a shape, stroke included; for a label what its letters may reach."""
    match shape:
        case Rect(x, y, w, h):
            half = shape.stroke_width / 2 if shape.stroke else 0.0
            return x - half, y - half, x + w + half, y + h + half
        case Hatch(x, y, w, h):
            return x, y, x + w, y + h
        case Line(x1, y1, x2, y2):
            half = shape.width / 2
            upright = x1 == x2
            dx, dy = (half, 0.0) if upright else (0.0, half)
            return min(x1, x2) - dx, min(y1, y2) - dy, max(x1, x2) + dx, max(y1, y2) + dy
        case Circle(cx, cy, r):
            reach = r + (shape.width / 2 if shape.stroke else 0.0)
            return cx - reach, cy - reach, cx + reach, cy + reach
        case Polygon(points):
            xs, ys = zip(*points, strict=True)
            return min(xs), min(ys), max(xs), max(ys)
        case Label():
            return label_box(shape)


def label_box(label: Label) -> Box:
    size = max((f.look.size for line in label.lines for f in line.fragments), default=0.0)
    last = label.y + (max(len(label.lines), 1) - 1) * label.leading
    return label.x, label.y - 0.8 * size, label.x + label.width, last + 0.25 * size


@pytest.fixture(scope="session")
def outside() -> Callable[[Drawing], list[Shape]]:
    """The shapes that leave the drawing's box by more than a rounding error."""

    def find(drawing: Drawing) -> list[Shape]:
        slack = 0.01
        found = []
        for shape in drawing.shapes:
            left, top, right, bottom = box_of(shape)
            within = left >= -slack and top >= -slack and right <= drawing.width + slack
            if not (within and bottom <= drawing.height + slack):
                found.append(shape)
        return found

    return find


@pytest.fixture(scope="session")
def touching() -> Callable[[Drawing], list[tuple[str, str]]]:
    """The pairs of labels whose boxes overlap."""

    def find(drawing: Drawing) -> list[tuple[str, str]]:
        boxes = [(label.text, label_box(label)) for label in drawing.labels if label.text.strip()]
        return [
            (one, other)
            for number, (one, a) in enumerate(boxes)
            for other, b in boxes[number + 1 :]
            if min(a[2], b[2]) - max(a[0], b[0]) > 0.01 and min(a[3], b[3]) - max(a[1], b[1]) > 0.01
        ]

    return find
