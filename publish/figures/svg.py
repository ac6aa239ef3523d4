"""Logos from SVG: filled outlines alone, which is what a logo is made of once its text is converted to paths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from fontTools.misc.transform import Transform
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.svgLib.path import parse_path
from fontTools.svgLib.path.shapes import PathBuilder
from lxml import etree
from PIL import ImageColor

from publish.errors import InputError, error
from publish.figures.shapes import Drawing, Outline
from publish.typeset.outlines import Contour

__all__ = ["svg_drawing"]

_MOST_BYTES = 1_000_000
_MOST_ELEMENTS = 5_000
_DEEPEST = 50
_FARTHEST = 1e5  # points
_HINT = "convert text and strokes to paths, flatten effects, or save the logo as PNG"
#: Elements that draw nothing by themselves.
_SILENT = frozenset({"title", "desc", "metadata", "defs", "namedview", "style"})
_DRAWN = frozenset({"path", "rect", "circle", "ellipse", "polygon", "polyline"})
_INHERITED = ("fill", "fill-rule", "stroke", "display", "visibility")
#: Presentation that cannot be kept; its default is the one value that may stand.
_UNKEPT = {"opacity": "1", "fill-opacity": "1", "filter": "none", "mask": "none", "clip-path": "none"}
_TRANSFORM = re.compile(r"(matrix|translate|scale|rotate)\s*\(([^)]*)\)\s*,?\s*")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


@dataclass(frozen=True)
class _State:
    """What an element has from those around it."""

    look: dict[str, str]
    transform: Transform
    depth: int = 0


def svg_drawing(name: str, data: bytes, height: float, alt: str = "", language: str = "") -> Drawing:
    """The logo `height` points high. Raises InputError for a file that is no SVG or holds more than filled outlines."""
    try:
        root = _root(data)
        left, top, width, high = _view_box(root)
        scale = height / high
        start = _State({"fill": "black"}, Transform().scale(scale).translate(-left, -top))
        shapes = tuple(_shapes(root, start))
    except _UnkeptError as fault:
        raise InputError([error(f'the logo "{name}" {fault}', hint=_HINT)]) from None
    except (etree.XMLSyntaxError, ValueError, IndexError, NotImplementedError, OverflowError):
        raise InputError([error(f'the logo "{name}" is not an SVG that can be read', hint=_HINT)]) from None
    if not shapes:
        raise InputError([error(f'the logo "{name}" draws nothing', hint=_HINT)])
    return Drawing(width * scale, height, shapes, alt, language)


class _UnkeptError(Exception):
    """Something that a renderer could not show as it is."""


def _root(data: bytes) -> Any:
    if len(data) > _MOST_BYTES:
        raise _UnkeptError(f"is larger than {_MOST_BYTES // 1000} kB")
    # nothing is fetched and no entity is resolved (house rule for all XML)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(data, parser)
    if _name(root) != "svg":
        raise _UnkeptError("is no SVG")
    if sum(1 for _ in root.iter()) > _MOST_ELEMENTS:
        raise _UnkeptError("has too many parts")
    return root


def _name(element: Any) -> str:
    """The local name of an element; "" for comments, processing instructions and entities."""
    return str(element.tag).rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _view_box(root: Any) -> tuple[float, float, float, float]:
    given = _NUMBER.findall(root.get("viewBox", ""))
    if len(given) != 4:
        sizes = [_NUMBER.match(root.get(side, "")) for side in ("width", "height")]
        if not all(sizes):
            raise _UnkeptError("says neither viewBox nor width and height")
        given = ["0", "0", *(size[0] for size in sizes if size)]
    left, top, width, height = (float(number) for number in given)
    if not (0 < width < 1e6 and 0 < height < 1e6 and width / height < 30):
        raise _UnkeptError("has no sensible size")
    return left, top, width, height


def _shapes(element: Any, around: _State) -> Iterator[Outline]:
    name = _name(element)
    if name in _SILENT or not name:
        return
    if around.depth > _DEEPEST:
        raise _UnkeptError("is nested too deeply")
    state = _state(element, around)
    if state.look.get("display") == "none" or state.look.get("visibility") == "hidden":
        return
    if name in ("svg", "g", "a", "switch"):
        for child in element:
            yield from _shapes(child, state)
    elif name in _DRAWN:
        yield from _outline(element, state)
    else:
        raise _UnkeptError(f"has a <{name}>")


def _state(element: Any, around: _State) -> _State:
    own = dict(part.split(":", 1) for part in element.get("style", "").split(";") if ":" in part)
    said = {**element.attrib, **{key.strip(): value.strip() for key, value in own.items()}}
    for key, kept in _UNKEPT.items():
        if said.get(key, kept).strip() not in (kept, f"{kept}.0"):
            raise _UnkeptError(f"uses {key}")
    look = {**around.look, **{key: str(said[key]).strip() for key in _INHERITED if key in said}}
    if look.get("stroke", "none") != "none":
        raise _UnkeptError("has a stroke")
    transform = around.transform.transform(_transform(str(said.get("transform", ""))))
    return replace(around, look=look, transform=transform, depth=around.depth + 1)


def _transform(text: str) -> Transform:
    done = Transform()
    if _TRANSFORM.sub("", text).strip():
        raise _UnkeptError(f'has the transform "{text[:40]}"')
    for kind, inner in _TRANSFORM.findall(text):
        done = done.transform(_step(kind, [float(number) for number in _NUMBER.findall(inner)]))
    return done


def _step(kind: str, numbers: list[float]) -> Transform:
    match kind, numbers:
        case "matrix", [a, b, c, d, e, f]:
            return Transform(a, b, c, d, e, f)
        case "translate", [x, *rest]:
            return Transform().translate(x, rest[0] if rest else 0)
        case "scale", [x, *rest]:
            return Transform().scale(x, rest[0] if rest else x)
        case "rotate", [angle, *center]:
            x, y = center if len(center) == 2 else (0, 0)
            return Transform().translate(x, y).rotate(angle * 3.141592653589793 / 180).translate(-x, -y)
    raise _UnkeptError(f"has a {kind} that cannot be read")


def _outline(element: Any, state: _State) -> Iterator[Outline]:
    fill = state.look["fill"]
    if fill == "none":
        return
    if fill.startswith("url("):
        raise _UnkeptError("has a gradient or a pattern")
    red, green, blue = ImageColor.getrgb(fill)[:3]
    contours = tuple(_contours(element, state.transform))
    if contours:
        even_odd = state.look.get("fill-rule") == "evenodd"
        yield Outline(contours, f"#{red:02X}{green:02X}{blue:02X}", even_odd=even_odd)


def _contours(element: Any, transform: Transform) -> Iterator[Contour]:
    builder = PathBuilder()
    element.attrib.pop("transform", None)  # already in `transform`, which knows more kinds than the builder
    builder.add_path_from_element(element)
    pen = RecordingPen()
    for path in builder.paths:
        parse_path(path, TransformPen(pen, transform))
    start: tuple[float, float] | None = None
    segments: list[tuple[tuple[float, float], ...]] = []
    for operator, points in pen.value:
        if not all(abs(length) < _FARTHEST for point in points for length in point):
            raise ValueError("a place beyond every page, or none at all")
        if operator == "moveTo":
            start, segments = points[0], []
        elif operator in ("closePath", "endPath"):
            if start is not None and segments:
                yield Contour(start, tuple(segments))
            start = None
        else:
            segments.append(tuple(points))
