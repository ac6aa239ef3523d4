"""A finished PDF, read back: words with places, faces and sizes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw


@dataclass(frozen=True)
class Word:
    """A word as a reader finds it: text, box in points with y downwards, face and size of its first letter."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    face: str
    size: float


@dataclass(frozen=True)
class Sheet:
    """One page read back."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    text: str

    def lines(self) -> dict[float, list[Word]]:
        """Words by baseline, rounded to half a point, from the top."""
        found: dict[float, list[Word]] = {}
        for word in self.words:
            found.setdefault(round(word.baseline * 2) / 2, []).append(word)
        return dict(sorted(found.items()))


class Built:
    """A finished PDF and what can be read from it."""

    def __init__(self, path: Path, style: str) -> None:
        self.path, self.style = path, style
        self.slug, self.locale = path.name.split(".")[:2]

    def __repr__(self) -> str:
        return f"{self.slug}.{self.locale} ({self.style})"

    @cached_property
    def document(self) -> pdfium.PdfDocument:
        return pdfium.PdfDocument(self.path)

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        return tuple(_sheet(self.document[index], index + 1) for index in range(len(self.document)))

    @property
    def text(self) -> str:
        return "\n".join(sheet.text for sheet in self.sheets)

    def outline(self) -> list[tuple[int, str, int]]:
        """(level, title, page) of each entry."""
        return [
            (item.level, item.get_title(), (item.get_dest().get_index() or 0) + 1) for item in self.document.get_toc()
        ]


def _sheet(page: pdfium.PdfPage, number: int) -> Sheet:
    width, height = page.get_size()
    textpage = page.get_textpage()
    return Sheet(number, width, height, tuple(words_of(textpage, height)), textpage.get_text_range())


def words_of(textpage: pdfium.PdfTextPage, height: float) -> Iterator[Word]:
    """The words of a page that is `height` points high, in the order of the file."""
    letters: list[tuple[str, tuple[float, float, float, float], float, str, float]] = []
    for index in range(textpage.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(textpage.raw, index))
        if char.isspace() or raw.FPDFText_IsGenerated(textpage.raw, index) == 1:
            if letters:
                yield _word(letters, height)
                letters = []
            continue
        box = textpage.get_charbox(index, loose=True)
        baseline = _origin(textpage, index)
        if letters and abs(letters[-1][2] - baseline) > 0.5:
            yield _word(letters, height)
            letters = []
        letters.append((char, box, baseline, _face(textpage, index), raw.FPDFText_GetFontSize(textpage.raw, index)))
    if letters:
        yield _word(letters, height)


def _origin(textpage: pdfium.PdfTextPage, index: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage.raw, index, x, y)
    return float(y.value)


def _face(textpage: pdfium.PdfTextPage, index: int) -> str:
    buffer = ctypes.create_string_buffer(200)
    raw.FPDFText_GetFontInfo(textpage.raw, index, buffer, 200, None)
    return bytes(buffer.value).decode("utf-8", "replace")


def _word(letters: list[tuple[str, tuple[float, float, float, float], float, str, float]], height: float) -> Word:
    boxes = [box for _, box, _, _, _ in letters]
    return Word(
        text="".join(letter[0] for letter in letters),
        left=min(box[0] for box in boxes),
        top=height - max(box[3] for box in boxes),
        right=max(box[2] for box in boxes),
        bottom=height - min(box[1] for box in boxes),
        baseline=height - letters[0][2],
        face=letters[0][3],
        size=letters[0][4],
    )
