"""The text engine: fonts, shaping, bidi, line breaking, hyphenation. Knows no PDF and no Word.

Pieces of text in reading order go in (`section.py`), are cut into boxes that no line parts (`boxes.py`), fitted into
lines (`points.py`, `fitting.py`) and come out as runs of glyphs in visual order (`lines.py`).
"""

from publish.typeset.faces import Face
from publish.typeset.fonts import FontBook, missing_families
from publish.typeset.model import Alignment, Fragment, Glyph, Line, Look, Piece, Setting
from publish.typeset.paragraph import measure, min_width, set_paragraph

__all__ = [
    "Alignment", "Face", "FontBook", "Fragment", "Glyph", "Line", "Look", "Piece", "Setting", "measure", "min_width",
    "missing_families", "set_paragraph",
]  # fmt: skip
