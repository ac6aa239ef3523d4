"""What must not be found on any page, whatever its text: each function finds one kind of fault."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from pseudo_briefs import Printed
from pseudo_locales import shown_texts
from pseudo_pages import Box, Glyph, InkPage, around, colliding, crossed

from publish.document.tree import Callout
from publish.style.scripts import is_ideographic

__all__ = ["CLEAR", "EDGE", "every_fault", "letters", "squeezed"]

Kind = Callable[[Printed, InkPage], Iterator[object]]

MM = 72 / 25.4
TOUCH = 0.6  # points of ink on ink: letters of tight lines may kiss
EDGE = 1.0  # points of ink over an edge: overshoot of round letters, ideographs larger than their patch
OVERHANG = 2.0  # points beyond a margin: the tail of an italic f, punctuation
CLEAR = 4.0  # points between parts that must not look like one
RULED = 1.0  # points between text and a rule below it


def every_fault(brief: Printed) -> list[str]:
    """Every fault of a brief, with its kind and place; what its pages lack comes last."""
    kinds: tuple[Kind, ...] = (outside, off_the_sheet, collisions, on_an_edge, off_the_fill, crowded, struck)
    ink = [
        f"{kind.__name__}, page {page.number}: {fault}"
        for page in brief.pages
        for kind in kinds
        for fault in kind(brief, page)
    ]
    lost = lost_letters(brief), lost_words(brief)
    return [*ink, *(f"lost: {part}" for part in lost if part)]


# ---------------------------------------------------------------- ink


def outside(brief: Printed, page: InkPage) -> Iterator[Glyph]:
    """Characters beyond the text margins of the style, or nearer than 5 mm to the upper or lower edge."""
    margins = brief.style.page
    left, right = (margins.end, margins.start) if brief.rtl else (margins.start, margins.end)
    frame = Box(left, 5 * MM, page.width - right, page.height - 5 * MM)
    return (glyph for glyph in page.glyphs if glyph.box.beyond(frame) > OVERHANG)


def off_the_sheet(_: Printed, page: InkPage) -> Iterator[Box]:
    """Shapes that the sheet cuts."""
    sheet = Box(0, 0, page.width, page.height)
    return (shape for shape in page.shapes if shape.beyond(sheet) > 0.1)


def collisions(_: Printed, page: InkPage) -> Iterator[tuple[Glyph, Glyph]]:
    """Text on text."""
    return colliding(page, TOUCH)


def on_an_edge(_: Printed, page: InkPage) -> Iterator[tuple[Glyph, Box]]:
    """Text neither on a fill, a rule or a picture nor beside it."""
    return crossed(page, EDGE)


def off_the_fill(brief: Printed, page: InkPage) -> Iterator[str]:
    """Text of a filled box that does not stand on a fill."""
    boxes = [b for b in (*brief.document.front, *brief.document.blocks) if isinstance(b, Callout)]
    filled = "|".join(squeezed(shown_texts(b)) for b in boxes if brief.style.box(b.role.value).fill)
    whole = squeezed(shown_texts(brief.document))
    for stretch in page.stretches:
        text = squeezed(glyph.char for glyph in stretch)
        if text in filled and whole.count(text) == 1 and not _on_a_panel(stretch, page):
            yield text


def _on_a_panel(stretch: tuple[Glyph, ...], page: InkPage) -> bool:
    box = around(stretch)
    return any(box.beyond(shape) <= 0 and shape.height > 2 * stretch[0].size for shape in page.shapes)


# ---------------------------------------------------------------- furniture


def crowded(brief: Printed, page: InkPage) -> Iterator[str]:
    """What runs into the furniture of a page, which has a line at its head and one at its foot."""
    head, text, foot = _zones(brief, page)
    for zone in (head, foot) if page.number > 1 else (foot,):
        lines = {round(glyph.baseline, 1) for glyph in zone}
        if len(lines) != 1:
            yield f"furniture on the lines {sorted(lines)}"
    gaps = around(text).top - around(head).bottom, around(foot).top - around(text).bottom
    if min(gaps) < CLEAR:
        yield f"{gaps} points between the text and what stands above and below it"


def struck(brief: Printed, page: InkPage) -> Iterator[tuple[Box, Box]]:
    """Rules of the furniture that touch its words or the ground of its marking."""
    head, text, foot = _zones(brief, page)
    area = around(text)
    shapes = [shape for shape in page.shapes if not area.top < shape.bottom < area.bottom]
    rules = [shape for shape in shapes if shape.height < 3 * MM and shape.width > 40]
    grounds = [shape for shape in shapes if 3 * MM <= shape.height < 6 * MM]
    boxes = [*grounds, *(glyph.box for glyph in (*head, *foot))]
    return ((rule, box) for rule in rules for box in boxes if rule.overlap(box) > -RULED)


def _zones(brief: Printed, page: InkPage) -> tuple[list[Glyph], list[Glyph], list[Glyph]]:
    """The characters above the text area of a page, in it and below it."""
    top, bottom = brief.style.page.top, page.height - brief.style.page.bottom
    head = [glyph for glyph in page.glyphs if glyph.baseline < top]
    text = [glyph for glyph in page.glyphs if top <= glyph.baseline <= bottom]
    return head, text, [glyph for glyph in page.glyphs if glyph.baseline > bottom]


# ---------------------------------------------------------------- words


def lost_letters(brief: Printed) -> str:
    """Letters and digits of the document that its pages lack."""
    lost = letters(shown_texts(brief.document)) - letters(_drawn(brief))
    return "".join(sorted(lost.elements()))


def lost_words(brief: Printed) -> list[str]:
    """Words of the document that are nowhere in one piece on its pages, hyphens left out; none of a dense text."""
    if is_ideographic(brief.document.script):
        return []
    page_text = squeezed(_drawn(brief))
    # PDFium takes what stands between Latin words in a line from right to left for a part of that line
    words = (squeezed(word) for text in shown_texts(brief.document) for word in re.split(r"[\W_]+", text))
    return [word for word in dict.fromkeys(words) if word not in page_text]


def letters(texts: Iterable[str]) -> Counter[str]:
    """How often each letter and digit is in texts."""
    return Counter(squeezed(texts))


def squeezed(texts: Iterable[str]) -> str:
    """Letters and digits of texts, marks left out; a reader may get what is beyond the BMP as surrogates."""
    joined = "".join(texts).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "".join(filter(str.isalnum, unicodedata.normalize("NFD", joined)))


def _drawn(brief: Printed) -> Iterator[str]:
    """The characters of the pages, running heads and feet left out."""
    for page in brief.pages:
        head, text, _ = _zones(brief, page)
        yield from (glyph.char for glyph in (text if page.number > 1 else (*head, *text)))
