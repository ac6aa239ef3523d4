"""PDF objects given as finished bytes (ISO 32000-2, 7.3)."""

from __future__ import annotations

import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc

__all__ = ["RawObject", "number", "stream", "text_string"]


class RawObject(pdfdoc.PDFObject):  # type: ignore[misc]
    """An indirect object whose body is at hand."""

    __RefOnly__ = 1

    def __init__(self, body: bytes) -> None:
        self.body = body

    def format(self, document: Any) -> bytes:  # noqa: ARG002
        """The body as it goes into the file."""
        return self.body


def stream(data: bytes, extra: str = "") -> RawObject:
    """A compressed stream; `extra` are further entries of its dictionary."""
    packed = zlib.compress(data, 6)
    head = f"<</Filter/FlateDecode/Length {len(packed)}{extra}>>\nstream\n".encode("ascii")
    return RawObject(head + packed + b"\nendstream")


def number(value: float) -> str:
    """A number in the fewest digits that keep a hundredth of a point."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def text_string(text: str) -> str:
    """A text string (7.9.2): plain where ASCII will do, else UTF-16 with its mark, in hexadecimal."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
