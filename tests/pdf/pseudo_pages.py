"""A finished PDF, read back as ink: where each character and each shape is drawn, in points with y downwards."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

__all__ = ["Box", "Glyph", "InkPage", "around", "colliding", "crossed", "ink_pages"]


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def overlap(self, other: Box) -> float:
        """How far two boxes reach into each other: the smaller of both directions; not above 0 where they do not."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return min(wide, high)

    def beyond(self, other: Box) -> float:
        """How far this box reaches beyond the edges of another."""
        return max(other.left - self.left, self.right - other.right, other.top - self.top, self.bottom - other.bottom)


class Glyph(NamedTuple):
    """A character as drawn: the box of its ink, the size it is set in, its baseline, the text object it is part of."""

    char: str
    box: Box
    size: float
    baseline: float
    part: int

    def __repr__(self) -> str:
        return f"{self.char!r} {self.size:g} pt at ({self.box.left:.1f}, {self.box.top:.1f})"


@dataclass(frozen=True)
class InkPage:
    """One page: its size, its characters as a reader gets them, in stretches that are drawn as one, and all shapes."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    shapes: tuple[Box, ...]

    def __repr__(self) -> str:
        return f"page {self.number}"

    @cached_property
    def stretches(self) -> tuple[tuple[Glyph, ...], ...]:
        """The characters of each text object."""
        found: dict[int, list[Glyph]] = {}
        for glyph in self.glyphs:
            found.setdefault(glyph.part, []).append(glyph)
        return tuple(map(tuple, found.values()))


def ink_pages(data: bytes) -> tuple[InkPage, ...]:
    """Every page of a PDF."""
    document = pdfium.PdfDocument(data)
    return tuple(_page(document[index], index + 1) for index in range(len(document)))


def around(glyphs: Sequence[Glyph]) -> Box:
    """The box around the ink of characters."""
    lefts, tops, rights, bottoms = zip(*(glyph.box for glyph in glyphs), strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def colliding(page: InkPage, tolerance: float) -> Iterator[tuple[Glyph, Glyph]]:
    """Characters of different stretches whose ink boxes reach into each other by more than `tolerance` points."""
    boxes = sorted(((around(stretch), stretch) for stretch in page.stretches), key=lambda pair: pair[0].top)
    for index, (box, stretch) in enumerate(boxes):
        for other_box, other in boxes[index + 1 :]:
            if other_box.top > box.bottom:
                break
            if box.overlap(other_box) > tolerance:
                pairs = ((one, two) for one in stretch for two in other)
                yield from ((one, two) for one, two in pairs if one.box.overlap(two.box) > tolerance)


def crossed(page: InkPage, tolerance: float) -> Iterator[tuple[Glyph, Box]]:
    """Characters that stand across an edge of a shape by more than `tolerance`: neither on it nor beside it.

    A shape drawn later that carries the whole character hides the edge.
    """
    boxes = [(around(stretch), stretch) for stretch in page.stretches]
    for index, shape in enumerate(page.shapes):
        for box, stretch in boxes:
            if _across(box, shape, tolerance):
                on_top = page.shapes[index + 1 :]
                yield from (
                    (glyph, shape)
                    for glyph in stretch
                    if _across(glyph.box, shape, tolerance)
                    and not any(glyph.box.beyond(ground) <= tolerance for ground in on_top)
                )


def _across(box: Box, shape: Box, tolerance: float) -> bool:
    return box.overlap(shape) > tolerance and box.beyond(shape) > tolerance


# ---------------------------------------------------------------- reading


def _page(page: pdfium.PdfPage, number: int) -> InkPage:
    width, height = page.get_size()
    return InkPage(number, width, height, tuple(_glyphs(page, height)), tuple(_shapes(page, height)))


def _shapes(page: pdfium.PdfPage, height: float) -> Iterator[Box]:
    for item in page.get_objects():
        if item.type != raw.FPDF_PAGEOBJ_TEXT:
            left, bottom, right, top = item.get_bounds()
            yield Box(left, height - top, right, height - bottom)


def _glyphs(page: pdfium.PdfPage, height: float) -> Iterator[Glyph]:
    """Every character that has ink, in reading order."""
    textpage = page.get_textpage()
    text = textpage.raw
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    for index in range(textpage.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text, index))
        part = raw.FPDFText_GetTextObject(text, index)
        if part and not char.isspace():
            raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            box = Box(left.value, height - top.value, right.value, height - bottom.value)
            size = raw.FPDFText_GetFontSize(text, index)
            yield Glyph(char, box, size, height - y.value, ctypes.cast(part, ctypes.c_void_p).value or 0)
