"""Display text: lines as close as the style has them, further apart where ink would meet ink."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, product

from publish.document.tree import Rich
from publish.pdf.flow import Strip
from publish.pdf.setup import Setup
from publish.style.model import TextRole
from publish.typeset.ink import Ink, ink
from publish.typeset.model import Line

__all__ = ["display_strips"]

_TIGHT = 1.25  # em; in a wider leading not even the accents of Ấ or Ź meet what hangs from the line above
_CLEAR = 0.03  # em of white at least between what hangs from a line and what rises from the next


def display_strips(text: Rich, role: str, setup: Setup, x: float, width: float) -> tuple[Strip, ...]:
    """Balanced lines as strips; all stand further apart where accents would touch the line above.

    Titles are set tight for letters without accents. What is added is measured from the glyphs that stand one below
    the other, so that most titles keep the leading of their role.
    """
    token = setup.style.role(role)
    lines = setup.text.lines(text, token, width, display=True)
    strips = setup.text.line_strips(lines, token, x)
    more = _lacking(lines, token, setup) if token.leading < _TIGHT * token.size else 0.0
    return (*(replace(strip, height=strip.height + more) for strip in strips[:-1]), *strips[-1:])


def _lacking(lines: Sequence[Line], role: TextRole, setup: Setup) -> float:
    """By how many points the leading is too small."""
    clear = role.leading - _CLEAR * role.size
    boxes = [list(_from_start(line, setup)) for line in lines]
    reaches = (
        over.bottom - under.top
        for above, below in pairwise(boxes)
        for over, under in product(above, below)
        if over.left < under.right and under.left < over.right
    )
    return max(0.0, max(reaches, default=0.0) - clear)


def _from_start(line: Line, setup: Setup) -> Iterator[Ink]:
    """The ink of a line, its places counted from the edge at which the lines of the text begin."""
    edge = line.width if setup.rtl else 0.0
    return (box._replace(left=box.left - edge, right=box.right - edge) for box in ink(line, setup.book))
