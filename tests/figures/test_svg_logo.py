"""Logos from SVG: filled outlines, and a plain word for everything else."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from publish.errors import InputError
from publish.figures.raster import png
from publish.figures.shapes import Outline
from publish.figures.svg import svg_drawing
from publish.typeset import FontBook

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'


def drawn(body: str, height: float = 50.0):
    return svg_drawing("logo.svg", (HEAD + body + "</svg>").encode(), height)


def pixels(body: str) -> Image.Image:
    data = png(drawn(body, 100.0), FontBook({}), scale=1.0)
    return Image.open(io.BytesIO(data)).convert("RGB")


def test_logo_is_scaled_to_its_height() -> None:
    drawing = drawn('<rect x="0" y="0" width="200" height="100" fill="#336699"/>')
    assert (drawing.width, drawing.height) == (100.0, 50.0)
    (shape,) = drawing.shapes
    assert isinstance(shape, Outline)
    assert shape.fill == "#336699"
    points = {(round(x), round(y)) for c in shape.contours for x, y in (c.start, *(s[-1] for s in c.segments))}
    assert points == {(0, 0), (100, 0), (100, 50), (0, 50)}


def test_groups_hand_down_colour_and_place() -> None:
    picture = pixels(
        '<g fill="red" transform="translate(100 0)"><g transform="scale(.5)"><path d="M0 0h100v100h-100z"/></g></g>'
    )
    assert picture.getpixel((125, 25)) == (255, 0, 0)
    assert picture.getpixel((50, 25)) == (255, 255, 255)
    assert picture.getpixel((160, 60)) == (255, 255, 255)


def test_colour_is_black_unless_said_and_style_goes_before_attributes() -> None:
    one, other = drawn(
        '<circle cx="50" cy="50" r="40"/><circle cx="9" cy="9" r="5" fill="red" style="fill:#0f0"/>'
    ).shapes
    assert (one.fill, other.fill) == ("#000000", "#00FF00")


def test_even_odd_rule_leaves_a_hole_where_winding_would_not() -> None:
    path = '<path fill-rule="{}" d="M0 0h100v100h-100z M25 25h50v50h-50z"/>'
    assert pixels(path.format("evenodd")).getpixel((50, 50)) == (255, 255, 255)
    assert pixels(path.format("nonzero")).getpixel((50, 50)) == (0, 0, 0)


def test_curves_and_arcs_are_kept() -> None:
    picture = pixels(
        '<path d="M50 0 A50 50 0 0 1 50 100 A50 50 0 0 1 50 0z"/><path d="M100 50 Q150 -50 200 50z" fill="blue"/>'
    )
    assert picture.getpixel((50, 50)) == (0, 0, 0)
    assert picture.getpixel((3, 3)) == (255, 255, 255)
    assert picture.getpixel((150, 20)) == (0, 0, 255)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<text>Name</text>", "has a <text>"),
        ('<path d="M0 0h9v9z" stroke="red"/>', "has a stroke"),
        ('<rect width="9" height="9" opacity=".5"/>', "uses opacity"),
        ('<rect width="9" height="9" fill="url(#g)"/>', "has a gradient or a pattern"),
        ('<rect width="9" height="9" transform="skewX(9)"/>', 'has the transform "skewX(9)"'),
        ('<image href="https://example.org/a.png"/>', "has a <image>"),
        ("<g/>", "draws nothing"),
        ("<g>" * 60 + "</g>" * 60, "is nested too deeply"),
        ('<rect width="x" height="9"/>', "is not an SVG that can be read"),
        ('<path d="nonsense"/>', ""),
        ('<path d="M0 0L1e999 0L5 5z"/>', "is not an SVG that can be read"),
    ],
)
def test_what_cannot_be_kept_is_said(body: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        drawn(body)
    assert said in str(caught.value)
    assert "PNG" in str(caught.value)


def test_entities_are_not_resolved() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + HEAD + "<g>&b;</g></svg>"
    with pytest.raises(InputError):
        svg_drawing("logo.svg", bomb.encode(), 10)


def drawing_or_finding(data: bytes) -> object:
    try:
        return svg_drawing("logo.svg", data, 10)
    except InputError as fault:
        return fault.diagnostics


@given(st.binary(max_size=300))
def test_any_bytes_are_a_drawing_or_a_finding(data: bytes) -> None:
    assert drawing_or_finding(data)


@given(st.text(alphabet="MmLlHhVvCcQqAaZz0123456789.,- e", max_size=60))
def test_any_path_is_a_drawing_or_a_finding(path: str) -> None:
    assert drawing_or_finding(f'{HEAD}<path d="{path}"/></svg>'.encode())
