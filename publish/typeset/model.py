"""What goes into the text engine and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

__all__ = ["Alignment", "Fragment", "Glyph", "Line", "Look", "Piece", "Setting"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text is set; size in points, tracking in em/1000, rise in points above the baseline.

    `tabular` digits are all of one width; `kana` are proportional kana (palt), for Japanese titles.
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

    `width` in points. `script` is ISO 15924. `hyphenate` lets words break (3+3 letters, never capitalised ones,
    never two lines running); `balance` evens the lines of a title and leaves them ragged; `phrases` breaks Japanese,
    Chinese and Korean at phrases. `total_fit` False breaks greedily (cells, labels).
    """

    width: float
    script: str = "Latn"
    alignment: Alignment = Alignment.START
    hyphenate: bool = False
    balance: bool = False
    phrases: bool = False
    total_fit: bool = True


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: id in its face, and the text it stands for ("" for a silent one).

    `advance` is natural, `adjust` what follows it (kerning, tracking, justification); these and the offsets `dx`
    and `dy` are em/1000. The hyphen of a broken word stands for U+00AD.
    """

    id: int
    text: str
    advance: float
    adjust: float = 0.0
    dx: float = 0.0
    dy: float = 0.0


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of one line in one face and look: `x` from the start of the line and `width` in points."""

    face: str  # key of the face in the FontBook
    look: Look
    text: str
    glyphs: tuple[Glyph, ...]
    x: float
    width: float
    language: str
    tag: object = None


@dataclass(frozen=True, slots=True)
class Line:
    r"""One line, left to right; `width` is the width in points that it is set to, without trailing space.

    A justified line is as wide as the measure; the others leave it to the caller to move them to the end or the centre.
    `hyphenated` tells that the last fragment ends in a hyphen that the text does not have: U+00AD in its `text`.
    `ending` is what the text has between this line and the next and no line shows: a space, "\n" or "".
    """

    fragments: tuple[Fragment, ...]
    width: float
    hyphenated: bool = False
    ending: str = ""

    @property
    def text(self) -> str:
        """The characters of the line in reading order."""
        return "".join(fragment.text for fragment in self.fragments)
