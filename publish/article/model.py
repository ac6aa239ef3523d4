"""The source model: an article as its author wrote it, every leaf with its place.

Blocks are generic over two types: `L`, a leaf of text, and `F`, an entry that shows a fact. In an
`Article` these are `Message` and `FactItem`; `localize` maps the very same blocks to final text.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Generic, TypeVar

from publish.article.fact import (
    DateRange,
    Emphasis,
    Fact,
    FactForm,
    FactItem,
    Message,
    MonthValue,
    Precision,
    Range,
    Value,
    YearValue,
)  # fmt: skip
from publish.errors import Span

__all__ = [
    "Align", "Article", "Author", "Axis", "Block", "Box", "BoxKind", "BulletList", "Chart", "ChartType",
    "CodeBlock", "DateRange", "Emphasis", "Fact", "FactForm", "FactItem", "FactTable", "Figure",
    "Footnote", "Heading", "KeyFigures", "Message", "Meta", "MonthValue", "Paragraph", "Precision",
    "PullQuote", "Publisher", "QuoteBlock", "Range", "SourceEntry", "Table", "Timeline", "Value",
    "YearValue",
]  # fmt: skip

L = TypeVar("L")
F = TypeVar("F")


# ---------------------------------------------------------------- blocks


class BoxKind(Enum):
    """Boxes of running text."""

    LEARN = "learn"
    TAKEAWAYS = "takeaways"
    INFO = "info"


class ChartType(Enum):
    """What a chart draws."""

    BAR = "bar"
    BEFORE_AFTER = "before-after"


class Align(Enum):
    """How a column of a Markdown table is set."""

    DEFAULT = "default"
    START = "start"
    CENTER = "center"
    END = "end"


@dataclass(frozen=True, slots=True)
class Heading(Generic[L]):
    """A heading in the body; level 2 to 6 (the title of the article is level 1)."""

    level: int
    text: L
    span: Span
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph(Generic[L]):
    """A paragraph of running text."""

    text: L
    span: Span


@dataclass(frozen=True, slots=True)
class BulletList(Generic[L, F]):
    """A list; each item is a sequence of blocks. `ordered` lists count from `start`."""

    items: tuple[tuple[Block[L, F], ...], ...]
    span: Span
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class QuoteBlock(Generic[L, F]):
    """A Markdown block quotation."""

    blocks: tuple[Block[L, F], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Literal text, never translated."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Table(Generic[L]):
    """A plain Markdown table; `rows` have as many cells as `head`."""

    head: tuple[L, ...]
    align: tuple[Align, ...]
    rows: tuple[tuple[L, ...], ...]
    span: Span
    id: str | None = None
    title: L | None = None
    subtitle: L | None = None
    note: L | None = None


@dataclass(frozen=True, slots=True)
class Box(Generic[L, F]):
    """`::: learn`, `::: takeaways`, `::: {.info title=}`."""

    kind: BoxKind
    blocks: tuple[Block[L, F], ...]
    span: Span
    id: str | None = None
    title: L | None = None


@dataclass(frozen=True, slots=True)
class PullQuote(Generic[L]):
    """`::: {.quote by= role= .reported}`; `reported` marks a paraphrase: no quotation marks, says so."""

    text: L
    span: Span
    by: L | None = None
    role: L | None = None
    reported: bool = False


@dataclass(frozen=True, slots=True)
class FactTable(Generic[L, F]):
    """`::: {.facts #id title= subtitle= note=}`."""

    items: tuple[F, ...]
    span: Span
    id: str | None = None
    title: L | None = None
    subtitle: L | None = None
    note: L | None = None


@dataclass(frozen=True, slots=True)
class KeyFigures(Generic[F]):
    """`::: key-figures`: two to four large numbers."""

    items: tuple[F, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Axis:
    """Texts that only a locale can give: marks of an axis as (value, text), and the change between two facts."""

    marks: tuple[tuple[Decimal, str], ...]
    change: str


@dataclass(frozen=True, slots=True)
class Chart(Generic[L, F]):
    """`::: {.chart #id type=bar title= subtitle= note=}`; entries in drawing order, `axis` comes with a locale."""

    type: ChartType
    items: tuple[F, ...]
    span: Span
    id: str | None = None
    title: L | None = None
    subtitle: L | None = None
    note: L | None = None
    axis: Axis | None = None


@dataclass(frozen=True, slots=True)
class Timeline(Generic[L, F]):
    """`::: {.timeline title=}`: the fact gives the time, the words what happened (else its label)."""

    items: tuple[F, ...]
    span: Span
    id: str | None = None
    title: L | None = None


@dataclass(frozen=True, slots=True)
class Figure(Generic[L]):
    """A picture; `path` is checked to lie inside the article's folder, `pixels` is (width, height)."""

    path: Path
    pixels: tuple[int, int]
    alt: L
    span: Span
    id: str | None = None
    caption: L | None = None
    credit: L | None = None


Block = (
    Heading[L]
    | Paragraph[L]
    | BulletList[L, F]
    | QuoteBlock[L, F]
    | CodeBlock
    | Table[L]
    | Box[L, F]
    | PullQuote[L]
    | FactTable[L, F]
    | KeyFigures[F]
    | Chart[L, F]
    | Timeline[L, F]
    | Figure[L]
)


@dataclass(frozen=True, slots=True)
class Footnote(Generic[L, F]):
    """`[^id]: ...`; `id` as written."""

    id: str
    blocks: tuple[Block[L, F], ...]
    span: Span


# ---------------------------------------------------------------- front matter


@dataclass(frozen=True, slots=True)
class Author(Generic[L]):
    """A person who signs the article."""

    name: L
    role: L | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Publisher(Generic[L]):
    """The house; `logo` is checked to lie inside the article's folder."""

    name: L
    about: L | None = None
    logo: Path | None = None
    url: str | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class SourceEntry(Generic[L]):
    """One entry of `sources:`; `date` is a day, a month or a year."""

    key: str
    title: L
    span: Span
    publisher: L | None = None
    date: datetime.date | MonthValue | YearValue | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Meta(Generic[L]):
    """The front matter. `url` maps BCP 47 tags to addresses; the key "" is for every language."""

    title: L
    language: str
    date: datetime.date
    lead: L | None = None
    authors: tuple[Author[L], ...] = ()
    publisher: Publisher[L] | None = None
    series: L | None = None
    number: str | None = None
    url: dict[str, str] = field(default_factory=dict)
    marking: str | None = None
    sources: tuple[SourceEntry[L], ...] = ()
    keywords: tuple[L, ...] = ()
    disclaimer: L | None = None
    licence: str | None = None
    doi: str | None = None
    issn: str | None = None
    embargo: datetime.date | None = None
    correction: L | None = None
    translators: dict[str, str] = field(default_factory=dict)
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article as written; `slug` is its folder's name, `messages` is every Message in reading order."""

    slug: str
    folder: Path
    meta: Meta[Message]
    facts: dict[str, Fact]
    blocks: tuple[Block[Message, FactItem], ...]
    footnotes: dict[str, Footnote[Message, FactItem]]
    messages: tuple[Message, ...]
