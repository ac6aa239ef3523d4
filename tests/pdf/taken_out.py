"""Text taken out of a finished PDF by two readers, and what it means for a text to be found in it."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from functools import cache

import pypdfium2 as pdfium
import pytest

from publish.document.tree import Cell, Rich, RunRole

POPPLER = shutil.which("pdftotext")
needs_poppler = pytest.mark.skipif(POPPLER is None, reason="poppler's pdftotext is not installed")

# Directional marks and embeddings; what only says where to break, and never is in a line.
_SILENT = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]")
# Scripts without spaces between words: readers put one wherever a line ends or a mark has air around it.
_UNSPACED = re.compile("[\u0e00-\u0e7f\u2e80-\u312f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_JOINERS = "\u2010\u2011–—\u05be/"  # a line may end behind these
_MARK = "\ue000"  # either side of a raised mark, in patterns being made


@cache
def by_pdfium(data: bytes) -> str:
    """The text of all pages as pdfium has it."""
    with pdfium.PdfDocument(data) as document:
        return folded("\n".join(page.get_textpage().get_text_range() for page in document))


@cache
def by_poppler(data: bytes, *options: str) -> str:
    """The text of all pages as poppler has it: in the order of the page, or with "-raw" in that of the file."""
    assert POPPLER
    command = [POPPLER, "-enc", "UTF-8", *options, "-", "-"]
    return folded(subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode())


def folded(text: str) -> str:
    """NFC, every stretch of spaces one space, every end of a line or page one line feed."""
    text = _SILENT.sub("", unicodedata.normalize("NFC", text))
    return re.sub(r"[^\S\n]+", " ", re.sub(r"\s*[\n\r\f]\s*", "\n", text))


def is_found(text: Rich | Cell | str, taken: str) -> bool:
    """Whether a text of a document stands in what was taken out, character for character, lines joined.

    Between two lines of it there may be whole lines of something else: the foot of a page, a head in the rail beside.
    """
    return _plain(text) in _joined(taken) or re.search(_pattern(text), taken) is not None


def words(text: Rich | str) -> list[str]:
    """The words of a text; raised marks are words of their own."""
    return folded(text if isinstance(text, str) else _written(text, " ")).split()


def _written(text: Rich | Cell, around: str) -> str:
    """The characters of a text, with `around` on either side of its raised marks and of the parts of a number."""
    if isinstance(text, Cell):
        number = text.number
        if number is None:
            return _written(text.text, around)
        value = number.before + number.integer + number.fraction
        return around.join(part for part in (number.prefix, value, number.after, number.suffix) if part)
    raised = (RunRole.CITE, RunRole.NOTE)
    return "".join(f"{around}{run.text}{around}" if run.role in raised else run.text for run in text)


def _plain(text: Rich | Cell | str) -> str:
    return folded(text if isinstance(text, str) else _written(text, "")).replace("\n", " ").strip()


@cache
def _joined(taken: str) -> str:
    """What was taken out with its lines and broken words joined, which most texts are found in."""
    return re.sub("\u00ad\n|\ufffe", "", taken).replace("\n", " ")


def _pattern(text: Rich | Cell | str) -> str:
    written = text if isinstance(text, str) else _written(text, _MARK)
    written = re.sub(f" ?{_MARK} ?", _MARK, folded(written.replace("\n", " "))).strip()
    return "".join(_piece(char, written[place + 1 : place + 2]) for place, char in enumerate(written))


# Lines of something else, as few as will do; and what readers make of a soft hyphen.
_LINES = r"(?:.*\n){0,80}?"
_NEXT = rf"(?: |\n{_LINES})"
_SOFT = rf"(?:\u00ad\n{_LINES}|\ufffe)?"


def _piece(char: str, after: str) -> str:
    """The pattern of one character and of what readers may put behind it."""
    if char == _MARK:
        return f"{_NEXT}?"
    if char == " ":
        return _NEXT
    if after == _MARK and not char.isalnum():  # a stop beside a raised mark: to readers they are two lines
        return f"{_NEXT}?{re.escape(char)}"
    if char == "-":  # readers take one at the end of a line for a hyphen of their own finding
        return f"(?:-{_NEXT}?|\ufffe|)"
    if char in _JOINERS or _UNSPACED.match(char) or _UNSPACED.match(after):
        return re.escape(char) + f"{_NEXT}?"
    return re.escape(char) + (_SOFT if char.isalpha() and after.isalpha() else "")
