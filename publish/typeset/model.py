"""What goes into the text engine and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from publish.typeset.faces import Face

__all__ = ["Alignment", "Fragment", "Glyph", "Line", "Look", "Piece", "Setting", "ShapedRun"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text is set; size in points, tracking in em/1000, rise in points above the baseline.

    `tabular` digits are all of one width; `kana` are proportional kana (palt), for Japanese titles; `superior` figures
    and letters are the face's own (sups), drawn to stand beside its capitals: FontBook.has_superiors tells where.
    """

    family: str
    size: float
    weight: int = 400
    italic: bool = False
    color: str = "#000000"
    tracking: float = 0.0
    rise: float = 0.0
    tabular: bool = False
    underline: bool = False
    kana: bool = False
    superior: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    r"""A stretch of text in one look and one language (BCP 47).

    `tag` is carried to the fragments untouched: whatever the caller needs to find its own run again.
    A text of "\n" is a hard line break. Between two pieces there is a break opportunity only where the text has one.
    """

    text: str
    look: Look
    language: str
    tag: object = None


class Alignment(Enum):
    """How the lines of a paragraph fill the measure."""

    START = "start"  # ragged
    JUSTIFY = "justify"
    END = "end"
    CENTER = "center"


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set.

    `width` in points. `script` is ISO 15924; `rtl` makes the paragraph run from right to left (UAX #9, HL1).
    `hyphenate` lets words break (3+3 letters, never capitalised ones, never two lines running); `balance` evens the
    lines of a title and leaves them ragged; `phrases` breaks Japanese and Chinese at phrases. `total_fit` False breaks
    greedily (cells, labels).
    """

    width: float
    script: str = "Latn"
    alignment: Alignment = Alignment.START
    hyphenate: bool = False
    balance: bool = False
    phrases: bool = False
    total_fit: bool = True
    rtl: bool = False


class Glyph(NamedTuple):
    """What one code of a file draws, and the text that it stands for ("" for nothing).

    `parts` are glyphs of the face, each (id, x, y) with its offset in font units: one for a plain letter, several for
    a cluster or a mark whose place is baked in, none for what is silent. `advance` is natural, `adjust` what follows
    it (kerning, tracking); both are em/1000. The hyphen of a broken word stands for U+00AD.
    """

    parts: tuple[tuple[int, int, int], ...]
    text: str
    advance: float
    adjust: float = 0.0

    @property
    def id(self) -> int:
        """The first glyph of the face that is drawn; 0 for none."""
        return self.parts[0][0] if self.parts else 0


@dataclass(frozen=True, slots=True, eq=False)
class ShapedRun:
    """A stretch of a word in one face and direction; `width` in em/1000, adjustments included.

    `text` is in reading order, `glyphs` from left to right. `joints` are the glyphs after which a justified line may
    stretch, each with what it may shrink there (em/1000). Two runs are equal only if they are the same object: what is
    made of a run can be kept by it.
    """

    face: Face
    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    joints: tuple[tuple[int, float], ...] = ()
    rtl: bool = False


class Fragment(NamedTuple):
    """A stretch of one line in one face, look and direction: `x` from the left of the line and `width` in points.

    `runs` stand from left to right, each with the space that follows it beyond its own (em/1000). `place` counts the
    characters of the paragraph before it: fragments in the order of their places read as the text does.
    """

    face: str  # key of the face in the FontBook
    look: Look
    runs: tuple[tuple[ShapedRun, float], ...]
    x: float
    width: float
    language: str
    tag: object = None
    place: int = 0
    rtl: bool = False

    @property
    def text(self) -> str:
        """The characters in reading order."""
        texts = [run.text for run, _ in self.runs]
        return "".join(reversed(texts) if self.rtl else texts)

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """The glyphs from left to right, the spaces between runs in their adjustments."""
        found: list[Glyph] = []
        for run, after in self.runs:
            found += run.glyphs
            if after and found:
                found[-1] = found[-1]._replace(adjust=found[-1].adjust + after)
        return tuple(found)


class Line(NamedTuple):
    r"""One line; `width` is the width in points that it is set to, without trailing space.

    `fragments` stand from left to right. A justified line is as wide as the measure; the others leave it to the
    caller to move them to the end or the centre. `hyphenated` tells that the line ends in a hyphen that the text does
    not have: U+00AD in its `text`. `ending` is what the text has between this line and the next and no line shows: a
    space, "\n" or "".
    """

    fragments: tuple[Fragment, ...]
    width: float
    hyphenated: bool = False
    ending: str = ""

    @property
    def text(self) -> str:
        """The characters of the line in reading order."""
        return "".join(fragment.text for fragment in sorted(self.fragments, key=_place))


def _place(fragment: Fragment) -> int:
    return fragment.place
