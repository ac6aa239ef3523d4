"""The renderer-neutral document: what is said, in reading order, and what each part is for.

Both renderers draw exactly this; neither decides order, numbering, captions or wording.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

from publish.article.model import ChartType, Emphasis
from publish.document.runs import Rich, Role, Run, RunRole, plain
from publish.errors import Span
from publish.localize.phrase import NO_GAPS, Gaps

__all__ = [
    "About", "AboutPart", "Author", "Bar", "Block", "Callout", "Caption", "Cell", "Chart", "CodeBlock", "Column",
    "ColumnKind", "Document", "Event", "Furniture", "Heading", "KeyFigure", "KeyFigures", "ListBlock", "Masthead",
    "Note", "Number", "PageLabel", "Paragraph", "Picture", "QrCode", "Quotation", "Quote", "Rich", "Role", "Row", "Run",
    "RunRole", "Source", "Sources", "Table", "Timeline", "plain",
]  # fmt: skip


# ---------------------------------------------------------------- running text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body; level 2 to 6, without gaps. `anchor` is unique in the document."""

    level: int
    text: Rich
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: Rich
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; `ordered` lists show `marks` ("1", "2"...), one for each item, already in the locale's digits."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    marks: tuple[str, ...] = ()
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Literal lines."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """A Markdown block quotation."""

    blocks: tuple[Block, ...]


# ---------------------------------------------------------------- boxes


@dataclass(frozen=True, slots=True)
class Callout:
    """A box: takeaways, learn or info.

    `kicker` is the localized name of its kind; `title` the author's headline under it, or None. Takeaways and
    learn hold one ListBlock of the same role.
    """

    role: Role
    kicker: Rich
    title: Rich | None
    blocks: tuple[Block, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A pull quote; `text` carries its quotation marks, or none when `reported` (a note that then says so)."""

    text: Rich
    by: Rich | None = None
    role: Rich | None = None
    reported: Rich | None = None


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One large number: "up to" | "$" | "550" | "billion" | ""; prefix and suffix are set small.

    `numbers.figure_parts` joins them with the gaps that the language has.
    """

    before: str
    number: str
    after: str
    label: Rich
    language: str
    fact: str
    prefix: str = ""
    suffix: str = ""
    gaps: Gaps = NO_GAPS


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A strip of two to four key figures; `title` ("In numbers") is shown by some styles, else it is its name."""

    title: Rich
    cells: tuple[KeyFigure, ...]
    anchor: str


# ---------------------------------------------------------------- tables and figures


@dataclass(frozen=True, slots=True)
class Caption:
    """`label` "Table 1", `title` what it shows, `note` a smaller line (unit, subtitle, credit)."""

    label: Rich
    title: Rich | None = None
    note: Rich | None = None


class ColumnKind(Enum):
    """What a column holds, which decides how it is aligned."""

    TEXT = "text"  # line start
    NUMBER = "number"  # on the decimal mark, unit behind it
    END = "end"  # line end: mixed numbers, sources
    CENTER = "center"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header and kind."""

    head: Rich
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True, slots=True)
class Number:
    """A value cell in parts: "over" | "$" | "9" | ".9" | "billion" | "超"; `fraction` begins with its decimal mark.

    Renderers align the end of `integer`, the start of `fraction` and the start of `after`.
    """

    prefix: str = ""
    before: str = ""
    integer: str = ""
    fraction: str = ""
    after: str = ""
    suffix: str = ""
    gaps: Gaps = NO_GAPS


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; `number` repeats `text` in parts when the column aligns on the decimal mark."""

    text: Rich
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `indent` 1 is a sub-row; the first cell of a row is its header."""

    cells: tuple[Cell, ...]
    indent: int = 0
    emphasis: Emphasis = Emphasis.NORMAL


@dataclass(frozen=True, slots=True)
class Table:
    """A fact table or an ordinary one. `notes` stand below, one after another."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    anchor: str
    caption: Caption | None = None
    notes: tuple[Rich, ...] = ()
    facts: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One entry of a chart; `value` is drawn, `text` is written ("1,8")."""

    label: Rich
    value: Decimal
    text: str
    language: str
    emphasis: Emphasis = Emphasis.NORMAL
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart from facts. `ticks` are axis marks (value, text) for before/after; `change` is "−10 pp" there.

    `alt` says in words what it shows, every value included.
    """

    type: ChartType
    bars: tuple[Bar, ...]
    anchor: str
    alt: str
    language: str
    caption: Caption | None = None
    notes: tuple[Rich, ...] = ()
    ticks: tuple[tuple[Decimal, str], ...] = ()
    change: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a timeline."""

    when: Rich
    text: Rich
    future: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order of time."""

    events: tuple[Event, ...]
    anchor: str
    caption: Caption


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file; `pixels` is (width, height)."""

    path: Path
    pixels: tuple[int, int]
    alt: str
    language: str
    anchor: str
    caption: Caption | None = None


# ---------------------------------------------------------------- end matter


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; `mark` is what stands at its reference ("a"), `back` names the way back for link contents."""

    mark: str
    anchor: str
    back_anchor: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One numbered source."""

    number: str
    text: Rich
    anchor: str


@dataclass(frozen=True, slots=True)
class Sources:
    """The list of sources, in order of first citation."""

    title: Rich
    items: tuple[Source, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code of an address; `alt` names it."""

    data: str
    alt: str


@dataclass(frozen=True, slots=True)
class AboutPart:
    """One column of the closing panel: read online, how to cite, about the publisher..."""

    title: Rich
    lines: tuple[Rich, ...]


@dataclass(frozen=True, slots=True)
class About:
    """The closing panel."""

    parts: tuple[AboutPart, ...]
    anchor: str
    title: Rich
    qr: QrCode | None = None


Block = (
    Heading
    | Paragraph
    | ListBlock
    | CodeBlock
    | Quotation
    | Callout
    | Quote
    | KeyFigures
    | Table
    | Chart
    | Timeline
    | Picture
    | Sources
    | About
)


# ---------------------------------------------------------------- the whole


@dataclass(frozen=True, slots=True)
class Author:
    """A name and what its bearer does ("" where nothing is said)."""

    name: Rich
    role: Rich | None = None


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of page 1.

    `details` stand beside the date (reading time); `notices` are sentences of their own (embargo, correction) that a
    reader must see before the text.
    """

    publisher: Rich | None
    logo: Path | None
    issue: str
    date: str
    details: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    marking: str | None = None


@dataclass(frozen=True, slots=True)
class PageLabel:
    """The label of a page, "Page {page} of {pages}"; `digits` are the ten digits of the locale."""

    template: str
    digits: str = "0123456789"

    def text(self, page: int, pages: int) -> str:
        """The label of one page."""
        table = str.maketrans("0123456789", self.digits)
        return self.template.format(page=str(page).translate(table), pages=str(pages).translate(table))


@dataclass(frozen=True, slots=True)
class Furniture:
    """What every page carries. `draft` is the mark of a draft, or None."""

    head_start: str
    head_end: str
    foot_start: str
    foot_date: str
    page: PageLabel
    page_short: PageLabel
    marking: str | None = None
    draft: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One briefing in one locale.

    Reading order: masthead, title, lead, authors, `front` (takeaways, key figures, learn: page 1), `blocks`
    (the body, then Sources and About), `notes` at the foot of the page that calls them.
    `anchors` of all parts are unique. `subject`, `keywords` and `authors_text` are for the files' metadata.
    `note_marks` names how the marks of `notes` are counted (`publish.document.counters`).
    """

    slug: str
    locale: str
    direction: str
    script: str
    paper: str
    date: date
    title: Rich
    lead: Rich | None
    authors: tuple[Author, ...]
    masthead: Masthead
    furniture: Furniture
    front: tuple[Block, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    subject: str
    keywords: tuple[str, ...]
    authors_text: tuple[str, ...]
    note_marks: str = "lower-latin"
