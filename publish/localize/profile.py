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
    cases in which the words of a range stand after the prepositions of its pattern. `unnumbered` are the plural
    categories of nouns that say their number themselves: running text writes the dual مشروعان without a numeral.
    """

    minimum_grouping: int = 1
    range: str = "{low}–{high}"
    range_far: str = "{low} – {high}"
    range_signed: str = "{low} – {high}"
    range_percent: str = ""
    far_case: str = ""
    signed_case: str = ""
    unnumbered: tuple[str, ...] = ()
    percent: str | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """Words of magnitude: power of ten -> word. Where `short` is empty the long words serve in short forms too.

    `after` is the plural category of what is counted after such a word, `link` stands between the two ("de ").
    `text`/`entry` choose "short" or "long"; `text_from`/`entry_from` are the smallest values that take a word.
    `link_elided` serves before a vowel and before `elided`, the beginnings of words with a silent h.
    `gap` parts number and word, `unit_gap` number and unit, `number_gap` a number without such a word and its unit
    (6만 명, but 22명); `mixed` writes 9兆9000億, with `mixed_gap` between its parts. With `repeat` both ends of a
    range carry their own word; `short_unit` lets a unit in short follow a word of magnitude (16 mln t).
    `also` are words of magnitude that we never write but that an author's own wording may have (60 mil soldados).
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
    number_gap: str | None = None
    mixed: bool = False
    mixed_gap: str = ""
    repeat: bool = False
    short_unit: bool = True
    also: dict[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Precise:
    """A precision word: the pattern, and the grammatical case of what follows ("" leaves it as it is).

    `few` is another pattern for counted things of that plural category. `fronted` is for a phrase that has words
    before its number (最大で年14億ドル), with "{b}" where these go (GDP 대비 약 2%); `rated` is for a rate alone
    (每年約14億美元, but 約GDP的2%). `counted` stands between a number and the noun that it counts (40 से अधिक विमान).
    `worded` is for a phrase that begins with a word in place of a number (כשני חיילים, but כ־60).
    """

    text: str
    case: str = ""
    few: str = ""
    few_case: str = ""
    fronted: str = ""
    rated: str = ""
    counted: str = ""
    worded: str = ""


@dataclass(frozen=True, slots=True)
class Currency:
    """Where a currency stands and in which dress ("symbol", "code" or "name") for each form.

    `gap` parts a symbol from the number after it. `unsigned` is the dress, in place of "symbol", of currencies that
    `symbols` does not list. With `lower_names` CLDR's names lose the capital that they have on their own.
    "{x}" in a name is where the number goes (新台幣100億元). `powers` are the words of magnitude that a currency takes
    where it has a habit of its own (55,000 करोड़ रुपये, but 550 अरब डॉलर).
    """

    place: str
    text: str
    entry: str
    short: str
    long: str
    full: str
    gap: str = ""
    unsigned: str = ""
    lower_names: bool = False
    symbols: dict[str, str] = field(default_factory=dict)
    names: dict[str, Forms] = field(default_factory=dict)
    powers: dict[str, list[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit by name and in short, which is the name where the locale gives none; `text` says which running text takes.

    "{x}" in a name is where the number goes (섭씨 20도).
    """

    short: Forms
    name: Forms
    text: str = "name"


@dataclass(frozen=True, slots=True)
class Typography:
    """The typographic rules of a locale; the words to bind are regular expressions.

    `quotes` are the outer and the inner pair; with `own_singles` a single mark that is typed is an inner one at any
    depth. `dash` replaces a spaced hyphen; where an aside has dashes that cling to it, `dash_pair` is what opens and
    what closes one. `year_range` joins two years, `ellipsis` replaces three full stops; "" leaves what is typed.
    `marks` says on which side of the stops in `mark_stops` the mark of a source stands, "kept" leaves it to the author.
    `before_punctuation` maps a mark to the space before it. `sentence_ends` are the marks that end a sentence;
    `abbreviations` may end one with their full stop, `inner_abbreviations` never do. `spaced_abbreviations` are written
    in parts ("z. B.") that `abbreviation_space` holds together. `tighten` takes the space between ideographs and Latin
    letters or digits away, `latin_gap` is set between Thai letters and these. `note_marks` is how footnotes count: a
    name in `document.counters`.
    """

    quotes: tuple[str, str, str, str]
    apostrophe: str
    dash: str
    marks: str
    mark_stops: str
    sentence_ends: str = ".!?…"
    abbreviations: tuple[str, ...] = ()
    inner_abbreviations: tuple[str, ...] = ()
    own_singles: bool = False
    spaced_abbreviations: tuple[str, ...] = ()
    abbreviation_space: str = NBSP
    dash_pair: tuple[str, str] = ("", "")
    year_range: str = "–"
    ellipsis: str = "…"
    bind_after: tuple[str, ...] = ()
    bind_number_after: tuple[str, ...] = ()
    bind_number_before: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    before_punctuation: dict[str, str] = field(default_factory=dict)
    quote_space: str = ""
    tighten: bool = False
    latin_gap: str = ""
    note_marks: str = "lower-latin"


@dataclass(frozen=True, slots=True)
class CitationStyle:
    """How a source and this article are cited; `names` joins authors."""

    names: str
    entry: str
    source: str
    emphasis: bool = True


@dataclass(frozen=True, slots=True)
class RuleNote:
    """One rule as `explain` tells it.

    `name` is that of the pass which sets it, `typed` what an author types, `example` what the pass makes of it.
    """

    rule: str
    example: str
    authority: str
    name: str = ""
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything of our own that is known of a locale; `base` is the CLDR locale under it.

    `cases` maps a plural category, in a grammatical case, to the one whose form stands for it; "construct" is the case
    of a word of magnitude before what it counts.
    """

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
    of_cases: dict[str, str]
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
        layer = _read(f"{name}-{territory}")
        data = {**_merged(data, layer), "rules": _rules_over(data.get("rules", []), layer.get("rules", []))}
    return data


def _rules_over(below: list[dict[str, str]], above: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rules of a language in their order, those that a region writes otherwise in place of their namesakes.

    A namesake without words drops a rule that the region does not have.
    """
    named = {rule.get("name", rule["rule"]): rule for rule in (*below, *above)}
    return [rule for rule in named.values() if rule["rule"]]


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
    return Profile(
        name=name,
        base=data["base"],
        numbers=Numbers(**_tuples(data.get("numbers", {}))),
        scale=_scale(data["scale"]),
        precision={key: Precise(**value) for key, value in data["precision"].items()},
        currency=Currency(**data["currency"]),
        units={key: _unit(value) for key, value in data["units"].items()},
        per=data["per"],
        of=data["of"]["pattern"],
        of_words=data["of"].get("words", {}),
        of_cases=data["of"].get("cases", {}),
        dates=data["dates"],
        citation=CitationStyle(**data["citation"]),
        typography=Typography(**_tuples(data["typography"])),
        cases=data.get("cases", {}),
        rules=tuple(RuleNote(**rule) for rule in data.get("rules", [])),
    )


def _tuples(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}


def _scale(value: Mapping[str, Any]) -> Scale:
    tables = {"short": _powers(value["short"]), "long": _powers(value.get("long", {}))}
    also = {power: tuple(words) for power, words in _powers(value.get("also", {})).items()}
    return Scale(**{**value, **tables, "elided": tuple(value.get("elided", ())), "also": also})


def _unit(value: Mapping[str, Any]) -> UnitName:
    short = {"other": value["short"]} if "short" in value else value["name"]
    return UnitName(short, value["name"], value.get("text", "name"))


def _powers(table: Mapping[str, Any]) -> dict[int, Any]:
    return {int(power): words for power, words in table.items()}
