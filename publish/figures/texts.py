"""Texts of a figure: set once, measured, then placed as labels."""

from __future__ import annotations

from dataclasses import dataclass, replace

from publish.document.tree import Rich, Run, RunRole
from publish.figures.shapes import Label
from publish.style.model import Style
from publish.typeset.fonts import FontBook
from publish.typeset.model import Alignment, Line, Look, Piece, Setting
from publish.typeset.paragraph import set_paragraph

__all__ = ["SetText", "Typesetter"]

_MARK_SIZE, _MARK_RISE = 0.66, 0.42  # of the size: marks of sources and notes
_ASCENT = 0.8  # of the size: where a line's baseline stands within its leading
_NARROWEST = 1.0  # points; a measure is never less


@dataclass(frozen=True, slots=True)
class SetText:
    """A set text without a place yet; lengths in points. `cap` is the height of its capitals and digits."""

    lines: tuple[Line, ...]
    width: float
    leading: float
    size: float
    cap: float
    language: str
    role: str

    @property
    def height(self) -> float:
        """The leading of all lines."""
        return self.leading * len(self.lines)

    @property
    def ascent(self) -> float:
        """From the top of the text's leading to its first baseline."""
        return (self.leading - self.size) / 2 + _ASCENT * self.size

    def at(self, x: float, baseline: float, alignment: Alignment = Alignment.START) -> Label:
        """The text with its left edge at `x`, its lines aligned to each other."""
        share = {Alignment.END: 1.0, Alignment.CENTER: 0.5}.get(alignment, 0.0)
        starts = tuple((self.width - line.width) * share for line in self.lines)
        return Label(x, baseline, self.lines, starts, self.leading, self.language, self.role)

    def below(self, x: float, top: float, alignment: Alignment = Alignment.START) -> Label:
        """The text with the top of its leading at `top`."""
        return self.at(x, top + self.ascent, alignment)

    def beside(self, x: float, middle: float, alignment: Alignment = Alignment.START) -> Label:
        """The text with the middle of its capitals, over all lines, at `middle`."""
        return self.at(x, middle - (len(self.lines) - 1) * self.leading / 2 + self.cap / 2, alignment)


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets texts of a figure in the roles of a style. `script` is ISO 15924; with `rtl` they run from right to left."""

    style: Style
    book: FontBook
    script: str
    rtl: bool = False

    def look(self, role: str, *, strong: bool = False, color: str | None = None) -> Look:
        """The look of a role; `strong` takes its weight for strong runs, `color` is #RRGGBB."""
        tokens = self.style.role(role)
        look = Look(tokens.family, tokens.size, tokens.weight, tokens.italic, tokens.color, tokens.tracking)
        look = replace(look, color=color) if color else look
        return self._stronger(look, role) if strong else look

    def rich(self, text: Rich, role: str, look: Look, width: float) -> SetText:
        """A rich text broken to `width` points; its language is that of its first run."""
        pieces = [Piece(run.text, self._run_look(run, role, look), run.language) for run in text]
        return self._set(pieces, role, look, width)

    def plain(self, piece: Piece, role: str, width: float) -> SetText:
        """A text in one look broken to `width` points."""
        return self._set([piece], role, piece.look, width)

    def _run_look(self, run: Run, role: str, look: Look) -> Look:
        if run.role in (RunRole.CITE, RunRole.NOTE):
            return replace(look, size=look.size * _MARK_SIZE, rise=look.size * _MARK_RISE)
        look = self._stronger(look, role) if run.strong else look
        return replace(look, italic=True) if run.emphasis else look

    def _stronger(self, look: Look, role: str) -> Look:
        tokens = self.style.role(role)
        return replace(look, family=tokens.strong_family or look.family, weight=max(tokens.strong, look.weight))

    def _set(self, pieces: list[Piece], role: str, look: Look, width: float) -> SetText:
        setting = Setting(max(width, _NARROWEST), self.script, phrases=True, balance=True, rtl=self.rtl)
        lines = set_paragraph(pieces, setting, self.book)
        widest = max((line.width for line in lines), default=0.0)
        leading = self.style.role(role).leading
        language = pieces[0].language if pieces else ""
        return SetText(lines, widest, leading, look.size, self._cap(lines, look), language, role)

    def _cap(self, lines: tuple[Line, ...], look: Look) -> float:
        fragments = [fragment for line in lines for fragment in line.fragments]
        height = self.book.face(fragments[0].face).cap_height if fragments else 700
        return look.size * height / 1000
