"""A fragment of a line as text-showing operators (ISO 32000-2, 9.4.3)."""

from __future__ import annotations

from publish.pdf.fonts import DocumentFont
from publish.pdf.objects import number
from publish.typeset.model import Fragment, Glyph

__all__ = ["show_text"]

#: Moves below this (em/1000) are not worth an operand; they add up and are made once they are larger.
_LEAST_MOVE = 0.5


def show_text(fragment: Fragment, font: DocumentFont) -> str:
    """Operators that show the glyphs of a fragment, within a text object whose font and place are set."""
    writer = _Writer(font, fragment.look.size)
    for glyph in fragment.glyphs:
        writer.put(glyph)
    writer.flush()
    return " ".join(writer.operators)


class _Writer:
    """Gathers codes and moves into TJ arrays; lengths are em/1000.

    `at` is where the next glyph belongs, `pen` where a reader is after the advances it knows, which are whole numbers.
    """

    def __init__(self, font: DocumentFont, size: float) -> None:
        self.operators: list[str] = []
        self._font = font
        self._size = size
        self._parts: list[str] = []
        self._codes: list[str] = []
        self._at = self._pen = 0.0

    def put(self, glyph: Glyph) -> None:
        """Shows one glyph at its place."""
        self._move(self._at + glyph.dx)
        code = f"{self._font.cid(glyph.id, glyph.text):04X}"
        if glyph.dy:
            self.flush()
            rise = number(glyph.dy * self._size / 1000)
            self.operators.append(f"{rise} Ts [<{code}>]TJ 0 Ts")
        else:
            self._codes.append(code)
        self._pen += round(glyph.advance)
        self._at += glyph.advance + glyph.adjust

    def flush(self) -> None:
        """Ends the array that is being gathered."""
        self._end_codes()
        if self._parts:
            self.operators.append(f"[{''.join(self._parts)}]TJ")
            self._parts.clear()

    def _move(self, target: float) -> None:
        move = target - self._pen
        if abs(move) >= _LEAST_MOVE:
            self._end_codes()
            self._parts.append(number(-move))
            self._pen = target

    def _end_codes(self) -> None:
        if self._codes:
            self._parts.append(f"<{''.join(self._codes)}>")
            self._codes.clear()
