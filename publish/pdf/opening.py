"""The head of page 1: masthead, title, lead, authors; then the front matter in its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from publish.document.punctuation import comma
from publish.document.tree import Author, Document, Rich, Run, plain
from publish.pdf.display import display_strips
from publish.pdf.flow import Fill, Flow, Lane, Paint, Rule, Strip, TextAt, shift
from publish.pdf.geometry import MM
from publish.pdf.logo import logo_paint
from publish.pdf.setup import Setup
from publish.pdf.text import stack
from publish.style.marking import marking_color

__all__ = ["Opening", "opening"]

_BASELINE = 16 * MM
_RULE_Y = 23.6 * MM
_GAP = 9.0
_SECOND_LINE = 12.5
_HALF = 0.5  # of the measure, for one part of the line
_BAND = 98 * MM
_BAND_RULE_Y = 21.4 * MM
_BAND_TITLE_Y = 31.5 * MM
_BAND_WITHOUT_LEAD = 70 * MM


@dataclass(frozen=True)
class Opening:
    """What page 1 begins with: paints in page coordinates, flows below them, and where the flows start (y)."""

    paints: tuple[Paint, ...]
    flows: tuple[Flow, ...]
    top: float

    @property
    def end(self) -> float:
        """Where the flows end and the story begins (y)."""
        gaps = [*(max(one.after, two.before) for one, two in pairwise(self.flows)), self.flows[-1].after]
        return self.top + sum(flow.height for flow in self.flows) + sum(gaps)


def opening(document: Document, setup: Setup) -> Opening:
    """The masthead with the title, as a ruled head or as a band."""
    if setup.style.layout.masthead == "band":
        return _band(document, setup)
    return _ruled(document, setup)


# ---------------------------------------------------------------- ruled head


def _ruled(document: Document, setup: Setup) -> Opening:
    geometry, box = setup.geometry, setup.style.box("masthead")
    paints, _ = _masthead(document, setup, _BASELINE + 2)
    paints.append(Rule(geometry.x, _RULE_Y, geometry.measure, box.rule, box.rule_color or setup.style.color("main")))
    title = Flow(
        strips=(_title(document, setup, geometry.x, geometry.measure),),
        lane=Lane.FULL,
        after=setup.style.spacing.block + 4,
        outline=(plain(document.title), 1),
        anchors=("title",),
    )
    flows = [title, *_lead(document, setup), *notices(document, setup)]
    return Opening(tuple(paints), tuple(flows), _RULE_Y + 34)


def _title(document: Document, setup: Setup, x: float, width: float) -> Strip:
    return stack(display_strips(document.title, "title", setup, x, width))


def _lead(document: Document, setup: Setup) -> list[Flow]:
    """The lead on the column, the authors in the rail beside it."""
    geometry = setup.geometry
    authors = _authors(document.authors, setup) if document.authors else None
    if document.lead is None:
        return [Flow((authors,), Lane.FULL, after=setup.style.spacing.block)] if authors else []
    strips = setup.text.strips(document.lead, "lead", geometry.column_x, geometry.column_width)
    glued = tuple(replace(strip, glue=index < len(strips) - 1) for index, strip in enumerate(strips))
    return [Flow(glued, Lane.COLUMN, after=setup.style.spacing.block - 3, side=authors)]


def _authors(authors: tuple[Author, ...], setup: Setup) -> Strip:
    x, width = setup.geometry.rail_x, setup.geometry.rail_width
    strips: list[Strip] = []
    for author in authors:
        strips += setup.text.strips(author.name, "author", x, width)
        strips += setup.text.strips(author.role, "author-role", x, width) if author.role else []
        strips.append(Strip(1.5))
    drop = setup.text.baseline("lead") - setup.text.baseline("author")
    return stack([Strip(max(drop, 0.0)), *strips[:-1]])


def _masthead(document: Document, setup: Setup, baseline: float) -> tuple[list[Paint], float]:
    """Publisher at the start, issue and date at the end of one line; of two where they would meet.

    Beside the paints comes how far below the first line the last one stands, in points.
    """
    geometry, head = setup.geometry, document.masthead
    paints: list[Paint] = []
    x = geometry.x
    if head.logo is not None:
        logo, width = logo_paint(head.logo, x, baseline)
        paints.append(logo)
        x += width + 6
    if head.publisher:
        name = setup.text.fitted_line(plain(head.publisher), document.locale, "publisher", geometry.end - x)
        paints.append(TextAt(x, baseline, name))
        x += name.width
    words, start = _issue_line(document, setup)
    drop = 0.0 if start >= x + 2 * _GAP else _SECOND_LINE
    return [*paints, *(shift(paint, 0.0, baseline + drop) for paint in words)], drop


def _issue_line(document: Document, setup: Setup) -> tuple[list[Paint], float]:
    """Marking, issue, date and details, ending at the end of the measure; and where they start (x)."""
    head, end = document.masthead, setup.geometry.end
    paints: list[Paint] = []
    words = [(text, "masthead-date") for text in reversed((head.date, *head.details))] + [(head.issue, "issue")]
    for text, role in words:
        if text:
            line = setup.text.fitted_line(text, document.locale, role, setup.geometry.measure * _HALF)
            end -= line.width
            paints.append(TextAt(end, 0.0, line))
            end -= _GAP
    if head.marking:
        paints += marking(head.marking, setup, end, 0.0)
    return paints, min((paint.x for paint in paints), default=end)


def notices(document: Document, setup: Setup) -> list[Flow]:
    """Embargo and correction, before the text."""
    geometry = setup.geometry
    strips: list[Strip] = []
    for text in document.masthead.notices:
        runs = (Run(text, document.locale, strong=True),)
        strips += setup.text.strips(runs, "caption-label", geometry.column_x, geometry.column_width)
    space = setup.style.spacing.block
    return [Flow(tuple(strips), Lane.COLUMN, setup.style.spacing.paragraph, space)] if strips else []


def marking(text: str, setup: Setup, end: float, baseline: float) -> list[Paint]:
    """A marking such as TLP:GREEN on its ground, ending at `end`."""
    role, box = setup.style.role("marking"), setup.style.box("marking")
    token = replace(role, color=marking_color(text) or role.color)
    line = setup.text.one_line((Run(text, "en"),), token)
    pad = 3.0
    x = end - pad - line.width
    ground = Fill(x - pad, baseline - token.size, line.width + 2 * pad, token.size * 1.4, box.fill or "#000000")
    return [ground, TextAt(x, baseline, line)]


# ---------------------------------------------------------------- band


def _band(document: Document, setup: Setup) -> Opening:
    """A full-bleed colour field with masthead, title and lead."""
    geometry, box = setup.geometry, setup.style.box("masthead")
    paints, drop = _masthead(document, setup, _BASELINE)
    color = box.rule_color or setup.style.color("paper")
    paints.append(Rule(geometry.x, _BAND_RULE_Y + drop, geometry.measure, box.rule, color))
    strips = [Strip(_BAND_TITLE_Y + drop), _title(document, setup, geometry.x, geometry.measure)]
    if document.lead:
        strips += [
            Strip(12),
            setup.text.block(document.lead, "lead", geometry.x, min(150 * MM, geometry.measure), display=True),
        ]
    content = stack([*strips, Strip(30)])
    height = max(content.height, (_BAND if document.lead else _BAND_WITHOUT_LEAD))
    ground = Fill(0, 0, geometry.width, height, box.fill or setup.style.color("main"))
    title = Flow((Strip(0.0),), Lane.FULL, outline=(plain(document.title), 1), anchors=("title",))
    return Opening((ground, *paints, *content.paints), (title, *notices(document, setup)), height + 16)


def byline(document: Document, setup: Setup) -> Flow | None:
    """The authors on one line, for styles whose rail holds other things."""
    if not document.authors or setup.heads_in_rail:
        return None
    runs: list[Run] = []
    for author in document.authors:
        if runs:
            runs.append(Run("\u2003", document.locale))
        runs += [replace(run, strong=True) for run in author.name]
        runs += _role(author, setup)
    geometry = setup.geometry
    strips = setup.text.strips(tuple(runs), "author-role", geometry.column_x, geometry.column_width)
    return Flow(strips, Lane.COLUMN, setup.style.spacing.paragraph, setup.style.spacing.block)


def _role(author: Author, setup: Setup) -> Rich:
    if author.role is None:
        return ()
    return (Run(comma(setup.script), author.role[0].language), *author.role)
