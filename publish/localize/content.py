"""Final content: the article's blocks with every leaf in the words, numbers and marks of one locale."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from publish.article.model import Block, Emphasis, Footnote, Meta
from publish.errors import Span
from publish.localize.labels import Labels
from publish.localize.phrase import NO_GAPS, Gaps

__all__ = ["CiteMark", "FactEntry", "Leaf", "LocalizedArticle", "NoteMark", "Run", "SourceLine", "plain"]


@dataclass(frozen=True, slots=True)
class Run:
    r"""A stretch of text in one language and one look.

    `target` is an address or `#id`; `draft` marks text that still stands in the source language.
    A text of "\n" is a hard line break.
    """

    text: str
    language: str
    span: Span | None = None
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    target: str | None = None
    fact: str | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True)
class CiteMark:
    """A place where sources are cited; compose numbers them. `locators` are "" where none is given."""

    keys: tuple[str, ...]
    locators: tuple[str, ...]
    language: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A place where a footnote is called; compose gives it its mark."""

    id: str
    language: str
    span: Span | None = None


Leaf = tuple[Run | CiteMark | NoteMark, ...]


def plain(leaf: Leaf) -> str:
    """The text of a leaf without its marks."""
    return "".join(part.text for part in leaf if isinstance(part, Run))


@dataclass(frozen=True, slots=True)
class FactEntry:
    """A fact as an entry of a table, a chart, a strip of key figures or a timeline.

    The phrase in reading order is prefix, before, integer + fraction, after, suffix: "up to", "$", "550", "",
    "billion"; pl "ponad", "", "9", ",9", "bln JPY"; ja "", "", "100", "", "億ドル", "超". Dates and texts stand whole
    in `integer`.
    `gaps` stand between these parts; `text` is the whole phrase, ready to set (no-break spaces included);
    `bare` is the same without precision words. `value` is the number that a chart draws (percent: 15 is 15 %);
    `scaled` the same in the unit shown (9.9 for "9,9 bln JPY").
    `label` already is the item's own words where it has some.
    """

    name: str
    label: Leaf
    text: str
    bare: str
    language: str
    prefix: str = ""
    before: str = ""
    integer: str = ""
    fraction: str = ""
    after: str = ""
    suffix: str = ""
    gaps: Gaps = NO_GAPS
    numeric: bool = False
    unit_key: str = ""
    value: Decimal | None = None
    scaled: Decimal | None = None
    as_of: str | None = None
    source: str | None = None
    note: Leaf | None = None
    level: int = 0
    emphasis: Emphasis = Emphasis.NORMAL
    span: Span | None = None
    future: bool = False


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One entry of the list of sources: title, publisher, date in the locale's order and punctuation."""

    key: str
    text: Leaf


@dataclass(frozen=True, slots=True)
class LocalizedArticle:
    """An article in one locale; nothing in it needs a further look at the locale.

    `date` is the article's date, long; `issue` is "Policy brief no. 12"; `citation` is how to cite it;
    `byline` has (name, role or "") pairs; `url` is the address for this locale, if any.
    `complete` is False for a draft that still holds source text; `note_marks` is how footnotes count, a name in
    `document.counters`.
    """

    slug: str
    locale: str
    direction: str  # "ltr" or "rtl"
    script: str  # ISO 15924: Latn, Jpan, Arab...
    paper: str  # "A4" or "Letter"
    meta: Meta[Leaf]
    labels: Labels
    blocks: tuple[Block[Leaf, FactEntry], ...]
    footnotes: dict[str, Footnote[Leaf, FactEntry]]
    sources: dict[str, SourceLine]
    date: str
    issue: str
    citation: Leaf
    reading_minutes: int
    url: str | None
    complete: bool
    embargo: str | None = None
    note_marks: str = "lower-latin"
