"""Messages and facts: what an article's leaves are made of."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from publish.errors import Span

__all__ = [
    "DateRange", "Emphasis", "Fact", "FactForm", "FactItem", "Message", "MonthValue", "Precision", "Range", "Value",
    "YearValue",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Message:
    """One translatable unit: inline Markdown as it stands in the catalogues.

    A foreign span `[text]{lang=en}` is written `{en1}text{/en1}`; other attribute blocks are not part of it.
    `context` is the msgctxt: kind and place, such as `paragraph:2.3`, `facts:deal/title`, `fact:troops/noun/few`.
    """

    context: str
    source: str
    span: Span


# ---------------------------------------------------------------- facts


class Precision(Enum):
    """How exact a stated value is."""

    EXACT = "exact"
    ABOUT = "about"
    ALMOST = "almost"
    AT_LEAST = "at least"
    OVER = "over"
    UP_TO = "up to"


class FactForm(Enum):
    """The form of one occurrence: `{name}` is DEFAULT, `{name:short}` is SHORT and so on."""

    DEFAULT = ""
    BARE = "bare"
    SHORT = "short"
    LONG = "long"
    FULL = "full"
    VALUE = "value"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Range:
    """A value between two bounds, both included."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class MonthValue:
    """A calendar month; month is 1 to 12."""

    year: int
    month: int


@dataclass(frozen=True, slots=True)
class YearValue:
    """A calendar year."""

    year: int


@dataclass(frozen=True, slots=True)
class DateRange:
    """From one day to another, both included."""

    start: datetime.date
    end: datetime.date


Value = Decimal | Range | datetime.date | MonthValue | YearValue | DateRange | Message  # Message: unit `text`


@dataclass(frozen=True, slots=True)
class Fact:
    """A number, date or short text that is stated once.

    `unit` is an ISO 4217 code, a CLDR unit name, `percent`, `percentage-point`, `date`, `month`, `year`,
    `date-range`, `text` or None. `noun` maps CLDR plural categories to messages (counted things).
    `of` says what a percentage is taken of (`of: GDP`). `per` is a CLDR time unit (`year`).
    """

    name: str
    label: Message
    value: Value
    unit: str | None
    span: Span
    precision: Precision = Precision.EXACT
    as_of: datetime.date | MonthValue | YearValue | None = None
    source: str | None = None
    note: Message | None = None
    of: Message | None = None
    per: str | None = None
    noun: dict[str, Message] = field(default_factory=dict)


class Emphasis(Enum):
    """How an entry of a table or chart stands out: `[{fact}]{.highlight}`, `[{fact}]{.tentative}`."""

    NORMAL = "normal"
    HIGHLIGHT = "highlight"
    TENTATIVE = "tentative"  # not a commitment: hatched in charts, future in a timeline


@dataclass(frozen=True, slots=True)
class FactItem:
    """One line `- {name:form} own words` of a fact list; `words` replaces the fact's label.

    `level` is 0, or 1 for an item of a nested list.
    """

    name: str
    form: FactForm
    span: Span
    words: Message | None = None
    level: int = 0
    emphasis: Emphasis = Emphasis.NORMAL
