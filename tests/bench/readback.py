"""A finished PDF, read back through PDFium and held against what its document says."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

import pypdfium2 as pdfium
from pypdfium2 import raw
from said import Said, folded, words

__all__ = ["Reading", "read_back"]

_WHITE = (255, 255, 255)
_HEAD, _FOOT = 26 / 25.4 * 72, 23 / 25.4 * 72  # the margins of the style, in points
_Box = tuple[float, float, float, float]  # left, bottom, right, top in points


@dataclass(frozen=True)
class Reading:
    """What was found: pages, tables in the structure tree (None: no tags), rows and boxes as (found, expected)."""

    pages: int
    tables: int | None
    words: int
    rows: tuple[int, int]
    boxes: tuple[int, int]
    missing: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether every word, row and box is there, and nothing else."""
        found = self.rows[0] == self.rows[1] and self.boxes[0] == self.boxes[1]
        return found and not self.missing and not self.added

    def __str__(self) -> str:
        tags = "no tags" if self.tables is None else f"{self.tables} tagged tables"
        counts = f"{self.rows[0]}/{self.rows[1]} rows, {self.boxes[0]}/{self.boxes[1]} boxes, {tags}"
        wrong = "".join(
            f"; {name}: {' '.join(listed[:8])}"
            for name, listed in (("missing", self.missing), ("added", self.added)) if listed
        )  # fmt: skip
        return f"{self.pages} pages, {self.words} words, {counts}{wrong}"


def read_back(data: bytes, said: Said) -> Reading:
    """Compares a file with what it must say."""
    with pdfium.PdfDocument(data) as file:
        shown = [_text(page, first=index == 0) for index, page in enumerate(file)]
        pages, filled = len(file), _boxes_on_ground(file, said.boxes)
        tables = sum(_tagged_tables(page) for page in file) if raw.FPDFCatalog_IsTagged(file.raw) else None
    found = Counter(words("\n".join(shown)))
    missing, added = _joined(said.words - found, found - said.words)
    rows = [any(row in page for page in map(folded, shown)) for row in said.rows]
    return Reading(
        pages=pages,
        tables=tables,
        words=said.words.total(),
        rows=(sum(rows), len(rows)),
        boxes=(filled, len(said.boxes)),
        missing=tuple(missing.elements()),
        added=tuple(added.elements()),
    )


def _text(page: pdfium.PdfPage, *, first: bool) -> str:
    """What a page says between its head and its foot; the first one bears the masthead in place of a head."""
    height = page.get_height()
    return str(page.get_textpage().get_text_bounded(bottom=_FOOT, top=height if first else height - _HEAD))


def _joined(missing: Counter[str], pieces: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """Takes out the words that are there in two pieces, for a line or a page ends within them."""
    left: Counter[str] = Counter()
    for word in missing.elements():
        cuts = (Counter((word[:cut], word[cut:])) for cut in range(1, len(word)))
        found = next((cut for cut in cuts if cut <= pieces), None)
        if found:
            pieces = pieces - found
        else:
            left[word] += 1
    # a piece may pass for a whole word of the text: japońskie|go takes the place of ja|pońskie, which then is over
    return (Counter(), Counter()) if _letters(left) == _letters(pieces) else (left, pieces)


def _letters(some: Counter[str]) -> list[str]:
    return sorted("".join(some.elements()))


def _boxes_on_ground(file: pdfium.PdfDocument, titles: tuple[str, ...]) -> int:
    """How many boxes have their title on a ground that is filled in another colour than white."""
    found = set()
    for page in file:
        grounds = list(_grounds(page))
        textpage = page.get_textpage()
        for index, title in enumerate(titles):
            if any(_inside(place, ground) for place in _places(textpage, title.split()[0]) for ground in grounds):
                found.add(index)
    return len(found)


def _grounds(page: pdfium.PdfPage) -> Iterator[_Box]:
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item.raw, mode, stroke)
        raw.FPDFPageObj_GetFillColor(item.raw, red, green, blue, alpha)
        if mode.value and (red.value, green.value, blue.value) != _WHITE:
            yield item.get_bounds()


def _places(textpage: pdfium.PdfTextPage, word: str) -> Iterator[_Box]:
    search = textpage.search(word)
    for index, _ in iter(search.get_next, None):
        yield textpage.get_charbox(index)


def _inside(inner: _Box, outer: _Box) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


# ---------------------------------------------------------------- structure tree


def _tagged_tables(page: pdfium.PdfPage) -> int:
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return 0
    count = raw.FPDF_StructTree_CountChildren(tree)
    kinds = list(
        chain.from_iterable(_kinds(raw.FPDF_StructTree_GetChildAtIndex(tree, index)) for index in range(count))
    )
    raw.FPDF_StructTree_Close(tree)
    return kinds.count("Table")


def _kinds(element: raw.FPDF_STRUCTELEMENT) -> Iterator[str]:
    """The structure types of an element and all below it (ISO 32000-2, 14.8.4)."""
    if not element:
        return
    buffer = ctypes.create_string_buffer(128)
    length = raw.FPDF_StructElement_GetType(element, buffer, 128)
    yield buffer.raw[: max(length - 2, 0)].decode("utf-16-le")
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        yield from _kinds(raw.FPDF_StructElement_GetChildAtIndex(element, index))
