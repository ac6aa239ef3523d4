import itertools
from io import BytesIO

import pytest
from PIL import Image, ImageStat

from publish.figures.raster import png
from publish.figures.shapes import Circle, Drawing, Hatch, Line, Polygon, Rect


def picture(data, mode="RGB"):
    return Image.open(BytesIO(data)).convert(mode)


def drawing(*shapes, width=40.0, height=20.0):
    return Drawing(width, height, shapes, "", "en")


def darkness(image, box):
    """The share of a box that is inked, 0 to 1."""
    return 1 - ImageStat.Stat(image.convert("L").crop(box)).mean[0] / 255


def test_picture_has_the_size_and_resolution_of_its_scale(charts):
    image = Image.open(BytesIO(png(drawing(), charts.book(), 4)))
    assert image.size == (160, 80)
    assert image.info["dpi"] == pytest.approx((288, 288), abs=0.1)


def test_picture_has_the_same_bytes_each_time(charts):
    figure = charts.draw(charts.bars(charts.bar("Do końca 2025 r.", "1.8"), charts.bar("b", "2", look="tentative")))
    assert png(figure, charts.book()) == png(figure, charts.book())


def test_background_is_white_and_bars_are_solid(charts):
    figure = charts.draw(charts.bars(charts.bar("a", "1")))
    bar = next(shape for shape in figure.shapes if isinstance(shape, Rect))
    image = picture(png(figure, charts.book()))
    assert image.getpixel((int(4 * (bar.x + bar.w / 2)), int(4 * (bar.y + bar.h / 2)))) == (0x0B, 0x4F, 0x5C)
    assert image.getpixel((image.width - 1, 0)) == (255, 255, 255)


def test_rectangle_covers_its_area(charts):
    image = picture(png(drawing(Rect(5.3, 5.1, 20.2, 10.4, "#000000")), charts.book()))
    assert darkness(image, (0, 0, 160, 80)) * 40 * 20 == pytest.approx(20.2 * 10.4, rel=0.02)


def test_circle_line_and_polygon_cover_their_areas(charts):
    shapes = [
        (Circle(20, 10, 8, None, "#000000", 2), 3.14159 * (9**2 - 7**2)),
        (Line(2, 2, 38, 18, "#000000", 2), 2 * (36**2 + 16**2) ** 0.5),
        (Line(0, 10, 40, 10, "#000000", 2, (2, 2)), 40),
        (Polygon(((0, 0), (40, 0), (0, 20)), "#000000"), 400),
    ]
    for shape, area in shapes:
        image = picture(png(drawing(shape), charts.book()))
        assert darkness(image, (0, 0, 160, 80)) * 800 == pytest.approx(area, rel=0.03)


def test_letters_are_drawn_with_their_holes(charts):
    figure = charts.draw(charts.bars(charts.bar("O", "0", "")))
    label = figure.labels[0]
    image = picture(png(figure, charts.book()), "L")
    middle = int(4 * (label.x + label.width / 2)), int(4 * (label.y - label.lines[0].fragments[0].look.size * 0.33))
    left = image.crop((int(4 * label.x), middle[1], middle[0], middle[1] + 1))
    assert image.getpixel(middle) == 255
    assert min(left.tobytes()) < 90


def test_hatching_reads_as_hatching_in_grey(charts):
    figure = drawing(Hatch(2, 2, 36, 16, 45, 2.4, 0.7, "#B1472B", 0.75))
    image = picture(png(figure, charts.book()), "L")
    row = image.crop((20, 40, 140, 41)).tobytes()
    assert min(row) < 130
    assert max(row) > 240
    changes = sum((a < 190) != (b < 190) for a, b in itertools.pairwise(row))
    assert changes >= 2 * 30 / (2.4 * 2**0.5) - 2


def test_hatching_leaves_no_ink_outside_its_edge(charts):
    image = picture(png(drawing(Hatch(10, 5, 20, 10, 45, 2.4, 0.7, "#000000", 0.75)), charts.book()), "L")
    for box in ((0, 0, 160, 19), (0, 61, 160, 80), (0, 0, 39, 80), (121, 0, 160, 80)):
        assert image.crop(box).getextrema() == (255, 255)


def test_japanese_labels_are_drawn(charts):
    figure = charts.draw(charts.bars(charts.bar("防衛費", "2", "2%", lang="ja"), lang="ja"))
    label = figure.labels[0]
    image = picture(png(figure, charts.book("briefing", "Jpan")))
    box = [int(4 * v) for v in (label.x, label.y - 8, label.x + label.width, label.y + 1)]
    assert 0.1 < darkness(image, tuple(box)) < 0.6
