"""A line as text-showing operators (ISO 32000-2, 9.4.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from unicodedata import bidirectional

from publish.pdf.fonts import DocumentFont
from publish.pdf.objects import text_string
from publish.typeset.bidi import mirrored
from publish.typeset.model import Fragment, Glyph, Line

__all__ = ["directional_marks", "is_turned", "show_text", "show_turned"]

Place = tuple[int, int]
"""A glyph on a line: the number of its fragment, and its own number in that."""

NO_BREAK = frozenset("\u00a0\u202f")
# Unicode does not mirror these; pdfium does.
QUOTES = {"“": "”", "”": "“", "‘": "’", "’": "‘"}
RLM, LRM = "\u200f", "\u200e"


def show_text(fragment: Fragment, font: DocumentFont, lead: float = 0.0) -> tuple[str, float]:
    """An operator that shows a fragment, within a text object whose font and place are set, and the move left over.

    `lead` is what was left over before, both in em/1000: pdfium does not make a move at the end of an array.
    """
    parts = [_moved(lead)] if lead else []
    for run, after in fragment.runs:
        parts.append(font.show(run))
        if after:
            parts.append(_moved(-after))
    body = "".join(parts)
    if not body.endswith("<"):
        return f"[<{body}>]TJ", 0.0
    body, _, tail = body[:-1].rpartition(">")
    return f"[<{body}>]TJ", float(tail)


def _moved(move: float) -> str:
    """A move between two strings of an array."""
    return f">{move:.1f}<"


def is_turned(line: Line) -> bool:
    """Whether some of a line runs from right to left, which readers must be helped to turn round again."""
    return any(fragment.rtl for fragment in line.fragments)


def show_turned(
    line: Line, number: int, font: DocumentFont, marks: Mapping[Place, str], lead: float = 0.0
) -> tuple[str, float]:
    """The same for the fragment of that number in a line that is turned.

    A bracket says its visible shape, as readers expect who mirror it themselves, and carries the true one as its
    actual text. `marks` are directional marks behind glyphs, by fragment and glyph; each is shown on its own.
    """
    fragment = line.fragments[number]
    shown: list[str] = []
    codes = [_moved(lead)] if lead else []

    def flush() -> None:
        tail = codes.pop() if codes and codes[-1].startswith(">") else ""
        if codes:
            shown.append(f"[<{''.join(codes)}>]TJ".replace("<>", ""))
            codes.clear()
        if tail:
            codes.append(tail)

    def show_alone(operators: str) -> None:
        flush()
        shown.extend([f"[{codes.pop()[1:-1]}]TJ"] if codes else [])
        shown.append(operators)

    for index, glyph in enumerate(fragment.glyphs):
        turned = _turned(glyph.text) if fragment.rtl else None
        if turned:
            inner = f"/Span_<</ActualText()>>BDC <{font.code(glyph, turned)}>Tj EMC"
            show_alone(f"/Span<</ActualText {text_string(glyph.text)}>>BDC {inner} EMC")
        else:
            # pdfium takes a no-break space for a part of the number beside it
            codes.append(font.code(glyph, " " if glyph.text in NO_BREAK else None))
        if glyph.adjust:
            codes.append(_moved(-glyph.adjust))
        for mark in marks.get((number, index), ""):
            show_alone(f"<{font.code(Glyph((), mark, 0.0))}>Tj")
    flush()
    return " ".join(shown), float(codes[0][1:-1]) if codes else 0.0


def _turned(char: str) -> str | None:
    """What a reader that mirrors characters must find to show this one, None for most."""
    return (mirrored(char) or QUOTES.get(char)) if len(char) == 1 else None


class _Shown(NamedTuple):
    """A glyph of a line: its character, its direction, its class, and where it is found (fragment, glyph)."""

    char: str
    rtl: bool
    kind: str
    place: Place


def directional_marks(line: Line, *, rtl: bool) -> dict[Place, str]:
    """Where a reader that finds the direction of neutral characters by its own rules needs marks (UAX #9, 2.6).

    Keyed by the glyph that the marks follow on the line. Poppler's text output turns a line round as a whole when most
    of its letters run from right to left, and misplaces what stands between Latin words and numbers there. A line of an
    `rtl` paragraph in which most do not gets as many marks at its start as outweigh them.
    """
    flat = [
        _Shown(glyph.text[:1], fragment.rtl, _kind(glyph.text[:1]), (number, index))
        for number, fragment in enumerate(line.fragments)
        for index, glyph in enumerate(fragment.glyphs)
    ]
    kinds = [glyph.kind for glyph in flat]
    lacking = kinds.count("L") - kinds.count("R") + 1
    if lacking > 0 and not rtl:
        return {}
    found = dict(_needed(flat))
    if lacking > 0:
        start = flat[-1].place
        found[start] = found.get(start, "") + RLM * lacking
    return found


def _needed(flat: Sequence[_Shown]) -> Iterator[tuple[Place, str]]:
    """Reads the line from its right end as a reader does, telling right-to-left text from what is embedded in it."""
    embedded = turned = False
    for glyph in reversed(flat):
        if embedded:
            if glyph.kind == "R":
                embedded = False
            elif glyph.rtl or turned:
                yield glyph.place, RLM
                embedded = False
        if not embedded:
            turned = glyph.rtl
            if glyph.kind in ("L", "#"):
                embedded = True
            elif glyph.kind == "N" and not glyph.rtl:
                yield glyph.place, LRM
                embedded = True


def _kind(char: str) -> str:
    """L and R for letters, # for what belongs to numbers, N for the rest (UAX #9, table 4)."""
    group = bidirectional(char) if char else ""
    if group in ("R", "AL"):
        return "R"
    if group == "L":
        return "L"
    return "#" if group in ("EN", "AN", "ES", "ET", "CS") else "N"
