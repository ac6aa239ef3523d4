"""Rich text to set lines and strips: the only place where a role becomes a look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from publish.document.tree import Rich, Run, RunRole
from publish.pdf.flow import Paint, Strip, TextAt, shift
from publish.style.model import Style, TextRole
from publish.style.scripts import has_italics, is_ideographic
from publish.typeset import FontBook, measure, min_width, set_paragraph
from publish.typeset.model import Alignment, Line, Look, Piece, Setting

__all__ = ["Link", "Tag", "TextSetter", "stack"]

#: How far the marks of sources and notes are raised: em of the text they stand in.
_RAISE = 0.42
_MARK_SCALE = 0.66
_LEAST_CUT = 8  # characters
_WORD_JOINER = "\u2060"
_RIGHT_TO_LEFT_MARK = "\u200f"
_LEFT_TO_RIGHT = "\u2066{}\u2069"  # an isolate (UAX #9, 2.4); no line shows its marks


@dataclass(frozen=True, slots=True)
class Link:
    """Where a run leads and how that is said."""

    target: str
    contents: str


@dataclass(frozen=True, slots=True)
class Tag:
    """What a fragment carries from its run: its link and, for the mark of a footnote, the anchor of the note."""

    link: Link | None = None
    note: str | None = None


class TextSetter:
    """Sets rich text in the roles of one style and one script, from right to left with `rtl`."""

    def __init__(self, style: Style, book: FontBook, script: str, *, rtl: bool = False) -> None:
        self.style = style
        self.book = book
        self.script = script
        self.rtl = rtl
        self._looks: dict[tuple[TextRole, bool], Look] = {}

    # ------------------------------------------------------------ looks

    def look(self, role: TextRole, *, tabular: bool = False) -> Look:
        """The plain look of a role."""
        known = self._looks.get((role, tabular))
        if known is None:
            known = self._looks[role, tabular] = self._look(role, tabular=tabular)
        return known

    def _look(self, role: TextRole, *, tabular: bool) -> Look:
        return Look(
            family=role.family,
            size=role.size,
            weight=role.weight,
            italic=role.italic,
            color=role.color,
            tracking=role.tracking,
            tabular=tabular,
            kana=role is self.style.role("title") and is_ideographic(self.script),
        )

    def pieces(self, text: Rich, role: TextRole, *, tabular: bool = False) -> list[Piece]:
        """The runs of a rich text as pieces in their looks."""
        return [self._piece(run, role, tabular) for run in text]

    def _piece(self, run: Run, role: TextRole, tabular: bool) -> Piece:
        look = self.look(role, tabular=tabular)
        link = Link(run.target, run.contents or run.text) if run.target else None
        if run.role in (RunRole.CITE, RunRole.NOTE):
            note = (run.target or "").removeprefix("#") if run.role is RunRole.NOTE else None
            # a mark never begins a line: UAX #14 would let it, after an ideograph
            # and one behind a number is no part of it (UAX #9, W4)
            lead = _RIGHT_TO_LEFT_MARK + _WORD_JOINER if self.rtl else _WORD_JOINER
            return Piece(lead + run.text, self._mark_look(role, run), run.language, Tag(link, note))
        if run.strong:
            family = role.strong_family or role.family
            look = replace(look, weight=max(role.strong, role.weight), family=family)
        if run.emphasis:
            look = replace(look, italic=True) if has_italics(self.script) else replace(look, weight=role.strong)
        if run.code:
            look = replace(look, family=self.style.role("code").family)
        if run.draft or _is_worded_link(run):
            look = replace(look, underline=True)
        text = _LEFT_TO_RIGHT.format(run.text) if run.code and self.rtl else run.text
        return Piece(text, look, run.language, Tag(link) if link else None)

    def _mark_look(self, role: TextRole, run: Run) -> Look:
        """The face's own superior figures where it has them, else small ones raised."""
        mark = self.style.role("source-mark")
        look = Look(family=mark.family, size=role.size, weight=mark.weight, color=role.color, superior=True)
        if self.book.has_superiors(run.text, look, run.language, self.script):
            return look
        return replace(look, size=role.size * _MARK_SCALE, rise=role.size * _RAISE, superior=False)

    # ------------------------------------------------------------ lines

    def lines(
        self, text: Rich, role: str | TextRole, width: float, *, display: bool = False, code: bool = False
    ) -> tuple[Line, ...]:
        """The text broken into lines no wider than `width`; `display` text is balanced, broken at phrases.

        `code` runs from left to right on every page.
        """
        token = self._role(role)
        alignment = Alignment.JUSTIFY if token.justify and not display else Alignment.START
        setting = Setting(
            width=width,
            script=self.script,
            alignment=alignment,
            hyphenate=token.hyphenate,
            balance=display,
            phrases=display,
            rtl=self.rtl and not code,
        )
        return set_paragraph(self.pieces(text, token), setting, self.book)

    def width(self, text: Rich, role: str | TextRole, *, tabular: bool = False) -> float:
        """The width of the text on one line."""
        return measure(self.pieces(text, self._role(role), tabular=tabular), self.book, self.script)

    def least_width(self, text: Rich, role: str | TextRole) -> float:
        """The width of the widest part that cannot break."""
        return min_width(self.pieces(text, self._role(role)), self.book, self.script)

    def _role(self, role: str | TextRole) -> TextRole:
        return self.style.role(role) if isinstance(role, str) else role

    def baseline(self, role: str | TextRole) -> float:
        """From the top of a line to its baseline: the text centred in its leading by ascender and descender."""
        token = self._role(role)
        face = self.book.primary(token.family, token.weight)
        room = token.leading - (face.ascent - face.descent) * token.size / 1000
        return room / 2 + face.ascent * token.size / 1000

    # ------------------------------------------------------------ strips

    def strips(
        self, text: Rich, role: str | TextRole, x: float, width: float, *, display: bool = False
    ) -> tuple[Strip, ...]:
        """The text as strips of one line each, two lines tied together at either end."""
        token = self._role(role)
        return self.line_strips(self.lines(text, token, width, display=display), token, x)

    def line_strips(self, lines: Sequence[Line], role: str | TextRole, x: float) -> tuple[Strip, ...]:
        """Set lines as strips; no single first or last line is left alone on a page."""
        token, base = self._role(role), self.baseline(role)
        last = len(lines) - 1
        return tuple(
            Strip(
                height=token.leading,
                paints=(TextAt(x, base, line),),
                notes=_notes(line),
                # no word is parted by a page
                glue=index < last and (index == 0 or index == last - 1 or line.hyphenated),
            )
            for index, line in enumerate(lines)
        )

    def block(self, text: Rich, role: str, x: float, width: float, *, display: bool = False) -> Strip:
        """The text as one strip that cannot break."""
        return stack(self.strips(text, role, x, width, display=display))

    def one_line(self, text: Rich, role: str | TextRole, *, tabular: bool = False, digits: bool = False) -> Line:
        """The text on a single line, however long; `digits` are a part of a number and run from left to right."""
        pieces = self.pieces(text, self._role(role), tabular=tabular)
        setting = Setting(1e6, self.script, total_fit=False, rtl=self.rtl and not digits)
        lines = set_paragraph(pieces, setting, self.book)
        return lines[0] if lines else Line((), 0.0)

    def fitted_line(self, text: str, language: str, role: str | TextRole, width: float) -> Line:
        """Plain text on one line no wider than `width`, cut at a word and ended with an ellipsis where it is longer."""
        line = self.one_line((Run(text, language),), role)
        while line.width > width and len(text) > _LEAST_CUT:
            cut = text.rstrip("…").rstrip()
            text = (cut.rsplit(" ", 1)[0] if " " in cut[_LEAST_CUT:] else cut[:-1]) + "…"
            line = self.one_line((Run(text, language),), role)
        return line

    def cell_lines(self, text: Rich, role: str | TextRole, width: float, *, tabular: bool = False) -> tuple[Line, ...]:
        """The text of a cell: broken greedily, never hyphenated."""
        pieces = self.pieces(text, self._role(role), tabular=tabular)
        return set_paragraph(pieces, Setting(width=width, script=self.script, total_fit=False, rtl=self.rtl), self.book)


def _is_worded_link(run: Run) -> bool:
    """Whether a run leads out of the document and its words are not the address itself, which anyone would know."""
    outward = run.target is not None and not run.target.startswith("#")
    return outward and run.text.strip("/") not in (run.target or "")


def _notes(line: Line) -> tuple[str, ...]:
    tags = (fragment.tag for fragment in line.fragments)
    return tuple(tag.note for tag in tags if isinstance(tag, Tag) and tag.note)


def stack(strips: Sequence[Strip], gap: float = 0.0) -> Strip:
    """Several strips as one that cannot break."""
    y = 0.0
    paints: list[Paint] = []
    notes: list[str] = []
    anchors: list[str] = []
    for index, strip in enumerate(strips):
        y += gap if index else 0.0
        paints += [shift(paint, 0.0, y) for paint in strip.paints]
        notes += strip.notes
        anchors += strip.anchors
        y += strip.height
    return Strip(y, tuple(paints), tuple(notes), anchors=tuple(anchors))
