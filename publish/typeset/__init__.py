"""The text engine: fonts, shaping, line breaking, hyphenation. Knows no PDF and no Word.

Text runs from left to right here. Right-to-left scripts will reorder the parts of a line in `lines.py` (UAX #9, rule
L2) and hand HarfBuzz the direction of each run in `shaping.py`; nothing else looks at direction.
"""

from publish.typeset.faces import Face
from publish.typeset.fonts import FontBook, missing_families
from publish.typeset.model import Alignment, Fragment, Glyph, Line, Look, Piece, Setting
from publish.typeset.paragraph import measure, min_width, set_paragraph

__all__ = [
    "Alignment", "Face", "FontBook", "Fragment", "Glyph", "Line", "Look", "Piece", "Setting", "measure", "min_width",
    "missing_families", "set_paragraph",
]  # fmt: skip
