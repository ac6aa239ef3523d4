"""The shape of the front matter: pydantic models of what an author may write."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Annotated, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from publish.article.faults import fault
from publish.article.model import MonthValue, YearValue
from publish.article.tags import is_language_tag
from publish.article.values import ValueFaultError, parse_date, parse_when
from publish.errors import suggest

__all__ = ["AuthorModel", "FrontMatter", "PublisherModel", "SourceModel"]

T = TypeVar("T")

_EMAIL = re.compile(r"[^\s@<>()\[\],;:\\\"]+@[^\W_]([\w-]*\w)?(\.[^\W_]([\w-]*\w)?)+")
_KEY = re.compile(r"\w+(?:[:.#$%&\-+?<>~/]\w+)*")
_REGION = re.compile(r"[A-Z]{2}|[0-9]{3}")
_DOI = re.compile(r"10\.[0-9]{4,9}/\S+")
_ISSN = re.compile(r"[0-9]{4}-[0-9]{3}[0-9X]")
_TLP = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR")  # Traffic Light Protocol 2.0, FIRST


def _text(value: str) -> str:
    if not value.strip():
        raise fault("the text is empty", "write it, or delete the key")
    return value.strip()


def _read(parse: Callable[[str], T]) -> BeforeValidator:
    def convert(value: object) -> T:
        if not isinstance(value, str):
            raise fault("this must be text, without brackets")
        try:
            return parse(value.strip())
        except ValueFaultError as wrong:
            raise fault(str(wrong), wrong.hint) from None

    return BeforeValidator(convert)


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and len(value) <= 2000
    except ValueError:
        good = False
    if not good or not value.isprintable() or " " in value:
        raise fault(f'"{value[:60]}" is no web address', "write https:// and the address")
    return value


def _url_map(value: object) -> object:
    return {"": value} if isinstance(value, str) else value


def _tag(value: str) -> str:
    if not is_language_tag(value):
        raise fault(f'"{value[:40]}" is no language tag', "write one of BCP 47, such as pl, en-GB or zh-Hans")
    return value


def _tag_or_any(value: str) -> str:
    return value and _tag(value)


def _region(value: str) -> str:
    if _REGION.fullmatch(value) is None:
        raise fault(f'"{value[:40]}" is no region', "write two capital letters of ISO 3166, such as PL")
    return value


def _email(value: str) -> str:
    if _EMAIL.fullmatch(value) is None or len(value) > 254:
        raise fault(f'"{value[:60]}" is no e-mail address', "write name@example.org")
    return value


def _marking(value: str) -> str:
    if len(value) > 60 or not value.isprintable():
        raise fault("a marking is one line of at most 60 characters")
    if value.upper().startswith("TLP:") and value not in _TLP:
        hint = suggest(value.upper(), _TLP) or f"known: {', '.join(_TLP)}"
        raise fault(f'the marking "{value}" is unknown', hint)
    return value


def _doi(value: str) -> str:
    if _DOI.fullmatch(value) is None:
        raise fault(f'"{value[:60]}" is no DOI', "write it without an address: 10.1234/abc")
    return value


def _issn(value: str) -> str:
    if _ISSN.fullmatch(value) is None:
        raise fault(f'"{value[:40]}" is no ISSN', "write 1234-5679")
    digits = value.replace("-", "")
    # ISO 3297: weights 8 to 2, the check digit makes the sum divisible by 11
    total = sum((8 - place) * (10 if digit == "X" else int(digit)) for place, digit in enumerate(digits))
    if total % 11:
        raise fault(f'the check digit of the ISSN "{value}" is wrong', "compare it with the register")
    return value


def _source_key(value: str) -> str:
    if _KEY.fullmatch(value) is None:
        raise fault(f'"{value[:40]}" is no key of a source', "write letters, digits, and - . : or _ between them")
    return value


Text = Annotated[str, AfterValidator(_text)]
Url = Annotated[Text, AfterValidator(_url)]
Tag = Annotated[Text, AfterValidator(_tag)]
Day = Annotated[datetime.date, _read(parse_date)]
When = Annotated[datetime.date | MonthValue | YearValue, _read(parse_when)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class AuthorModel(_Model):
    """One of `authors:`."""

    name: Text
    role: Text | None = None
    email: Annotated[Text, AfterValidator(_email)] | None = None


class PublisherModel(_Model):
    """The map under `publisher:`."""

    name: Text
    about: Text | None = None
    logo: Text | None = None
    url: Url | None = None
    contact: Text | None = None


class SourceModel(_Model):
    """One of `sources:`."""

    title: Text
    publisher: Text | None = None
    date: When | None = None
    url: Url | None = None


class FrontMatter(_Model):
    """Everything between the two lines of three hyphens."""

    title: Text
    language: Tag
    date: Day
    lead: Text | None = None
    authors: list[AuthorModel] = []
    publisher: PublisherModel | None = None
    series: Text | None = None
    number: Text | None = None
    url: Annotated[dict[Annotated[str, AfterValidator(_tag_or_any)], Url], BeforeValidator(_url_map)] = {}
    marking: Annotated[Text, AfterValidator(_marking)] | None = None
    sources: dict[Annotated[str, AfterValidator(_source_key)], SourceModel] = {}
    keywords: list[Text] = []
    disclaimer: Text | None = None
    licence: Text | None = None
    doi: Annotated[Text, AfterValidator(_doi)] | None = None
    issn: Annotated[Text, AfterValidator(_issn)] | None = None
    embargo: Day | None = None
    correction: Text | None = None
    translators: dict[Tag, Text] = {}
    region: Annotated[Text, AfterValidator(_region)] | None = None
