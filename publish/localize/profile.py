"""What a locale's own readers expect, from `data/<tag>.toml`: numbers, words, dates, typography.

A file says only what its language decides. `data/en-US.toml` lies over `data/en.toml`, and a house's own values
over both. Patterns hold `{x}`, `{n}`... where the value goes; every no-break space in them is meant.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

from publish.localize.tags import Tag, data_candidates, parse_tag

__all__ = [
    "NBSP", "CitationStyle", "Currency", "Forms", "Numbers", "Precise", "Profile", "RuleNote", "Scale", "Typography",
    "UnitName", "data_names", "has_layer", "load_profile", "resolve_name",
]  # fmt: skip

NBSP = "\u00a0"

Forms = dict[str, str]
"""A word by CLDR plural category."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """How digits are grouped and ranges joined; `percent` is None where CLDR's pattern serves.

    `range_percent` is for locales that write the sign at both ends. `far_case` and `signed_case` are the grammatical
    cases in which the words of a range stand after the prepositions of its pattern.
    """

    minimum_grouping: int = 1
    range: str = "{low}–{high}"
    range_far: str = "{low} – {high}"
    range_signed: str = "{low} – {high}"
    range_percent: str = ""
    far_case: str = ""
    signed_case: str = ""
    percent: str | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """Words of magnitude: power of ten -> word.

    `after` is the plural category of what is counted after such a word, `link` stands between the two ("de ").
    `text`/`entry` choose "short" or "long"; `text_from`/`entry_from` are the smallest values that take a word.
    `link_elided` serves before a vowel and before `elided`, the beginnings of words with a silent h.
    `gap` parts number and word, `unit_gap` number and unit; `mixed` writes 9兆9000億. With `repeat` both ends of a
    range carry their own word; `short_unit` lets a unit in short follow a word of magnitude (16 mln t).
    """

    short: dict[int, str]
    long: dict[int, Forms] = field(default_factory=dict)
    after: str = "other"
    link: str = ""
    link_elided: str = ""
    elided: tuple[str, ...] = ()
    text: str = "short"
    entry: str = "short"
    text_from: int = 1_000_000
    entry_from: int = 1_000_000
    gap: str = NBSP
    short_gap: str = NBSP
    unit_gap: str = NBSP
    mixed: bool = False
    repeat: bool = False
    short_unit: bool = True


@dataclass(frozen=True, slots=True)
class Precise:
    """A precision word: the pattern, and the grammatical case of what follows ("" leaves it as it is).

    `few` is another pattern for counted things of that plural category, `fronted` one for a phrase that has
    words before its number (最大で年14億ドル).
    """

    text: str
    case: str = ""
    few: str = ""
    few_case: str = ""
    fronted: str = ""


@dataclass(frozen=True, slots=True)
class Currency:
    """Where a currency stands and in which dress ("symbol", "code" or "name") for each form."""

    place: str
    text: str
    entry: str
    short: str
    long: str
    full: str
    symbols: dict[str, str] = field(default_factory=dict)
    names: dict[str, Forms] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit by name and in short; `text` says which of them running text takes."""

    short: Forms
    name: Forms
    text: str = "name"


@dataclass(frozen=True, slots=True)
class Typography:
    """The typographic rules of a locale; the words to bind are regular expressions.

    `quotes` are the outer and the inner pair. `dash` replaces a spaced hyphen. `marks` says on which side of the
    stops in `mark_stops` the mark of a source stands. `before_punctuation` maps a mark to the space before it.
    `abbreviations` may end a sentence with their full stop, `inner_abbreviations` never do.
    """

    quotes: tuple[str, str, str, str]
    apostrophe: str
    dash: str
    marks: str
    mark_stops: str
    abbreviations: tuple[str, ...] = ()
    inner_abbreviations: tuple[str, ...] = ()
    bind_after: tuple[str, ...] = ()
    bind_number_after: tuple[str, ...] = ()
    bind_number_before: tuple[str, ...] = ()
    before_punctuation: dict[str, str] = field(default_factory=dict)
    quote_space: str = ""
    tighten: bool = False


@dataclass(frozen=True, slots=True)
class CitationStyle:
    """How a source and this article are cited; `names` joins authors."""

    names: str
    entry: str
    source: str
    emphasis: bool = True


@dataclass(frozen=True, slots=True)
class RuleNote:
    """One rule as `explain` tells it."""

    rule: str
    example: str
    authority: str


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything of our own that is known of a locale; `base` is the CLDR locale under it."""

    name: str
    base: str
    numbers: Numbers
    scale: Scale
    precision: dict[str, Precise]
    currency: Currency
    units: dict[str, UnitName]
    per: dict[str, str]
    of: str
    of_words: dict[str, str]
    dates: dict[str, str]
    citation: CitationStyle
    typography: Typography
    cases: dict[str, dict[str, str]]
    rules: tuple[RuleNote, ...]


def data_names() -> tuple[str, ...]:
    """The languages (not their regional layers) that have data, sorted."""
    names = [item.name.removesuffix(".toml") for item in _folder().iterdir() if item.name.endswith(".toml")]
    return tuple(sorted(name for name in names if parse_tag(name).territory is None))


def resolve_name(tag: Tag) -> str | None:
    """The data file that serves a tag: its language with its script, else its language; None where none does."""
    return next((name for name in data_candidates(tag) if name in data_names()), None)


@lru_cache(maxsize=128)
def has_layer(name: str, territory: str | None) -> bool:
    """Whether a data file has a layer for a territory."""
    return territory is not None and bool((_folder() / f"{name}-{territory}.toml").is_file())


@lru_cache(maxsize=32)
def _layers(name: str, territory: str | None) -> dict[str, Any]:
    data = _read(name)
    if has_layer(name, territory):
        data = _merged(data, _read(f"{name}-{territory}"))
    return data


def load_profile(name: str, territory: str | None, overrides: Mapping[str, Any]) -> Profile:
    """The profile of a data file with its regional layer and a house's own values over it.

    Raises KeyError for an override of a key that no profile has, TypeError for a value of the wrong shape.
    """
    return _profile(name, _merged(_layers(name, territory), overrides))


def _folder() -> Any:  # Traversable has moved between modules since Python 3.11
    return resources.files("publish.localize") / "data"


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_folder() / f"{name}.toml").read_text(encoding="utf-8"))


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    result = dict(below)
    for key, value in above.items():
        old = result.get(key)
        # words by plural category are replaced whole: half of an old word would be left otherwise
        both = isinstance(old, Mapping) and isinstance(value, Mapping) and "other" not in value
        result[key] = _merged(old, value) if both and isinstance(old, Mapping) else value
    return result


def _profile(name: str, data: Mapping[str, Any]) -> Profile:
    typography: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in data["typography"].items()
    }
    return Profile(
        name=name,
        base=data["base"],
        numbers=Numbers(**data.get("numbers", {})),
        scale=_scale(data["scale"]),
        precision={key: Precise(**value) for key, value in data["precision"].items()},
        currency=Currency(**data["currency"]),
        units={key: _unit(value) for key, value in data["units"].items()},
        per=data["per"],
        of=data["of"]["pattern"],
        of_words=data["of"].get("words", {}),
        dates=data["dates"],
        citation=CitationStyle(**data["citation"]),
        typography=Typography(**typography),
        cases=data.get("cases", {}),
        rules=tuple(RuleNote(**rule) for rule in data.get("rules", [])),
    )


def _scale(value: Mapping[str, Any]) -> Scale:
    tables = {"short": _powers(value["short"]), "long": _powers(value.get("long", {}))}
    return Scale(**{**value, **tables, "elided": tuple(value.get("elided", ()))})


def _unit(value: Mapping[str, Any]) -> UnitName:
    return UnitName({"other": value["short"]}, value["name"], value.get("text", "name"))


def _powers(table: Mapping[str, Any]) -> dict[int, Any]:
    return {int(power): words for power, words in table.items()}
