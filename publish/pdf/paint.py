"""Draws what pagination placed: dumb on purpose, every decision was made before."""

from __future__ import annotations

from functools import lru_cache

from reportlab.lib.utils import ImageReader

from publish.figures import shapes
from publish.figures.hatching import hatch_lines, hatch_outline
from publish.pdf.canvas import PageCanvas
from publish.pdf.flow import Dot, DrawingAt, Fill, Paint, PictureAt, Rule, TextAt
from publish.pdf.objects import number as n
from publish.pdf.showtext import directional_marks, is_turned, show_text, show_turned
from publish.pdf.text import Link, Tag
from publish.typeset import FontBook
from publish.typeset.model import Fragment, Line

__all__ = ["Painter"]

_KAPPA = 0.5523  # control points of a quarter circle


@lru_cache(maxsize=256)
def _rgb(color: str) -> str:
    return " ".join(f"{int(color[i : i + 2], 16) / 255:.3f}".rstrip("0").rstrip(".") for i in (1, 3, 5))


class Painter:
    """Paints onto the current page of a canvas; coordinates come with x from the start edge and y downwards.

    With `rtl` the start edge is the right one: what is placed changes sides, what is drawn does not.
    """

    def __init__(self, canvas: PageCanvas, book: FontBook, size: tuple[float, float], *, rtl: bool = False) -> None:
        self._canvas = canvas
        self._book = book
        self._width, self._height = size
        self._rtl = rtl

    def paint(self, item: Paint) -> None:
        """Paints one thing."""
        match item:
            case TextAt():
                self.line(item.line, self._left(item.x, item.line.width), item.y)
            case Fill():
                self._fill(self._left(item.x, item.width), item.y, (item.width, item.height), item.color)
            case Rule():
                self._rule(item, self._left(item.x, item.width))
            case Dot():
                self._circle((self._left(item.x, 0.0), item.y, item.radius), item.fill, item.stroke, item.weight)
            case DrawingAt():
                self._drawing(item, self._left(item.x, item.drawing.width))
            case PictureAt():
                self._picture(item, self._left(item.x, item.width))

    def _left(self, x: float, width: float) -> float:
        """Where something begins, from the left edge of the page."""
        return self._width - x - width if self._rtl else x

    # ------------------------------------------------------------ text

    def line(self, line: Line, x: float, y: float) -> None:
        """A set line with its left end at `x` and its baseline at `y`, in one text object."""
        if not line.fragments:
            return
        base = self._height - y
        marks = directional_marks(line, rtl=self._rtl) if is_turned(line) else None
        operators: list[str] = []
        color, font, place, left = "", "", (0.0, 0.0), 0.0
        for number, fragment in enumerate(line.fragments):
            look, face = fragment.look, self._canvas.fonts.font(self._book.face(fragment.face))
            if look.color != color:
                color = look.color
                operators.append(f"{_rgb(color)} rg")
            if (wanted := f"/{face.resource} {n(look.size)} Tf") != font:
                font = wanted
                operators.append(font)
            # the pen goes on by itself as long as it stays on the line
            if not number or base + look.rise != place[1]:
                there = x + fragment.x, base + look.rise
                operators.append(f"{n(there[0] - place[0])} {n(there[1] - place[1])} Td")
                place, left = there, 0.0
            lead = left / look.size
            shown, left = (
                show_text(fragment, face, lead) if marks is None else show_turned(line, number, face, marks, lead)
            )
            left *= look.size
            operators.append(shown)
        self._canvas.operators(f"BT {' '.join(operators)} ET")
        for fragment in line.fragments:
            if fragment.tag is not None or fragment.look.underline:
                self._beside(fragment, x + fragment.x, y)

    def _beside(self, fragment: Fragment, x: float, y: float) -> None:
        """The rule under a fragment, and its link."""
        look, base = fragment.look, self._height - y + fragment.look.rise
        if look.underline:
            self._fill(x, y + look.size * 0.12, (fragment.width, look.size * 0.05), look.color)
        if isinstance(fragment.tag, Tag) and fragment.tag.link:
            self._link(fragment.tag.link, (x, base - look.size * 0.25, x + fragment.width, base + look.size * 0.8))

    def _link(self, link: Link, box: tuple[float, float, float, float]) -> None:
        if link.target.startswith("#"):
            self._canvas.link(box, link.contents, anchor=link.target[1:])
        else:
            self._canvas.link(box, link.contents, url=link.target)

    # ------------------------------------------------------------ shapes

    def _fill(self, x: float, y: float, size: tuple[float, float], color: str) -> None:
        width, height = size
        self._canvas.operators(f"{_rgb(color)} rg {n(x)} {n(self._height - y - height)} {n(width)} {n(height)} re f")

    def _rule(self, rule: Rule, x: float) -> None:
        if rule.dash is None:
            self._fill(x, rule.y, (rule.width, rule.weight), rule.color)
            return
        y = self._height - rule.y - rule.weight / 2
        dash = " ".join(n(length) for length in rule.dash)
        pen = f"{_rgb(rule.color)} RG {n(rule.weight)} w [{dash}] 0 d"
        self._canvas.operators(f"q {pen} {n(x)} {n(y)} m {n(x + rule.width)} {n(y)} l S Q")

    def _circle(self, place: tuple[float, float, float], fill: str | None, stroke: str | None, weight: float) -> None:
        x, y, r = place
        y = self._height - y
        k = r * _KAPPA
        path = f"{n(x + r)} {n(y)} m"
        for ax, ay, bx, by, ex, ey in (
            (r, k, k, r, 0, r),
            (-k, r, -r, k, -r, 0),
            (-r, -k, -k, -r, 0, -r),
            (k, -r, r, -k, r, 0),
        ):
            path += f" {n(x + ax)} {n(y + ay)} {n(x + bx)} {n(y + by)} {n(x + ex)} {n(y + ey)} c"
        self._path(path + " h", fill, stroke if weight else None, weight)

    def _path(self, path: str, fill: str | None, stroke: str | None, weight: float) -> None:
        colors = (f"{_rgb(fill)} rg " if fill else "") + (f"{_rgb(stroke)} RG {n(weight)} w " if stroke else "")
        action = "B" if fill and stroke else "f" if fill else "S"
        if fill or stroke:
            self._canvas.operators(f"q {colors}{path} {action} Q")

    # ------------------------------------------------------------ figures

    def _drawing(self, item: DrawingAt, x: float) -> None:
        for shape in item.drawing.shapes:
            self._shape(shape, x, item.y)

    def _shape(self, shape: shapes.Shape, dx: float, dy: float) -> None:
        match shape:
            case shapes.Rect():
                y = self._height - dy - shape.y - shape.h
                path = f"{n(dx + shape.x)} {n(y)} {n(shape.w)} {n(shape.h)} re"
                self._path(path, shape.fill, shape.stroke, shape.stroke_width)
            case shapes.Line():
                self._stroke(shape, dx, dy)
            case shapes.Polygon():
                points = [f"{n(dx + x)} {n(self._height - dy - y)}" for x, y in shape.points]
                self._path(f"{points[0]} m " + " ".join(f"{p} l" for p in points[1:]) + " h", shape.fill, None, 0)
            case shapes.Circle():
                self._circle((dx + shape.cx, dy + shape.cy, shape.r), shape.fill, shape.stroke, shape.width)
            case shapes.Hatch():
                self._hatch(shape, dx, dy)
            case shapes.Outline():
                self._outline(shape, dx, dy)
            case shapes.Label():
                for x, y, line in shape.placed():
                    self.line(line, dx + x, dy + y)

    def _outline(self, outline: shapes.Outline, dx: float, dy: float) -> None:
        def place(point: tuple[float, float]) -> str:
            return f"{n(dx + point[0])} {n(self._height - dy - point[1])}"

        path: list[str] = []
        for contour in outline.contours:
            path.append(f"{place(contour.start)} m")
            last = contour.start
            for segment in contour.segments:
                path.append(f"{' '.join(map(place, _cubic(last, segment)))} {'l' if len(segment) == 1 else 'c'}")
                last = segment[-1]
            path.append("h")
        self._canvas.operators(f"{_rgb(outline.fill)} rg {' '.join(path)} {'f*' if outline.even_odd else 'f'}")

    def _hatch(self, hatch: shapes.Hatch, dx: float, dy: float) -> None:
        for line in hatch_lines(hatch):
            self._stroke(line, dx, dy)
        x, y, w, h = hatch_outline(hatch)
        path = f"{n(dx + x)} {n(self._height - dy - y - h)} {n(w)} {n(h)} re"
        self._path(path, None, hatch.color, hatch.stroke)

    def _stroke(self, line: shapes.Line, dx: float, dy: float) -> None:
        dash = f"[{' '.join(n(d) for d in line.dash)}] 0 d " if line.dash else ""
        start = f"{n(dx + line.x1)} {n(self._height - dy - line.y1)}"
        end = f"{n(dx + line.x2)} {n(self._height - dy - line.y2)}"
        self._canvas.operators(f"q {_rgb(line.color)} RG {n(line.width)} w {dash}{start} m {end} l S Q")

    def _picture(self, item: PictureAt, x: float) -> None:
        y = self._height - item.y - item.height
        self._canvas.drawImage(ImageReader(str(item.path)), x, y, item.width, item.height, mask="auto")


def _cubic(start: tuple[float, float], segment: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
    """A segment as PDF has it: a line or a cubic curve, to which a quadratic one is raised."""
    if len(segment) != 2:
        return segment
    control, end = segment
    first, second = (
        (edge[0] + 2 / 3 * (control[0] - edge[0]), edge[1] + 2 / 3 * (control[1] - edge[1])) for edge in (start, end)
    )
    return first, second, end
