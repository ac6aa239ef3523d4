"""One locale ready to write with: our profile of it, CLDR's data, its digits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from babel import Locale
from babel.localedata import LocaleDataDict, load

from publish.localize.digits import NumberSymbols, number_symbols
from publish.localize.profile import Forms, Profile, data_names, has_layer, load_profile, resolve_name
from publish.localize.tags import Tag, cldr_locale, direction, parse_tag, script_of

__all__ = ["Speech", "UnknownLocaleError", "pick", "speech", "speech_with"]


class UnknownLocaleError(ValueError):
    """There is no data for a locale; the text says which there are."""


@dataclass(frozen=True, slots=True)
class Speech:
    """How one locale writes. `tag` is BCP 47, `territory` that of the tag, else of the house."""

    tag: str
    territory: str | None
    script: str
    profile: Profile
    cldr: Locale
    symbols: NumberSymbols

    @property
    def direction(self) -> str:
        """The direction of the script: "ltr" or "rtl"."""
        return direction(self.script)

    def category(self, value: Decimal) -> str:
        """The CLDR plural category of a number."""
        return str(self.cldr.plural_form(abs(value)))

    def cased(self, category: str, case: str) -> str:
        """The plural category whose form stands for `category` in a grammatical case."""
        return self.profile.cases.get(case, {}).get(category, category)

    def month(self, month: int, alone: bool = False) -> str:
        """The name of a month, as in a date or alone."""
        names = self.cldr.months["stand-alone" if alone else "format"]["wide"]
        # CLDR's root has numbers and 月 where a language has no form of its own for a month alone
        if alone and names[1][:1].isdigit():
            names = self.cldr.months["format"]["wide"]
        return str(names[month])

    def cldr_keys(self, table: str) -> tuple[str, ...]:
        """The keys of a table of CLDR."""
        return tuple(_table(str(self.cldr), table))

    def cldr_forms(self, table: str, key: str, length: str | None = None) -> Forms | None:
        """Words by plural category from a table of CLDR, None where it has none of that key."""
        entry = _table(str(self.cldr), table).get(key)
        if entry is not None and length is not None:
            entry = entry.get(length)
        if entry is None or isinstance(entry, str):
            return None
        return {category: entry[category] for category in entry if isinstance(entry[category], str)}


def pick(forms: Mapping[str, str], category: str) -> str | None:
    """The form for a plural category; `other` serves where a language has one form for both."""
    return forms.get(category) or forms.get("other")


@lru_cache(maxsize=128)
def _table(locale: str, table: str) -> Any:
    data: Any = load(locale)
    return LocaleDataDict(data)[table]


@lru_cache(maxsize=64)
def speech(tag: str, region: str | None = None) -> Speech:
    """How the locale `tag` writes; `region` is the house's territory where the tag has none.

    Raises UnknownLocaleError where there is no data for it: English is nobody's fallback.
    """
    return _built(tag, region, {})


def speech_with(tag: str, region: str | None, overrides: Mapping[str, Any]) -> Speech:
    """`speech` with a house's own values over the profile."""
    return _built(tag, region, overrides) if overrides else speech(tag, region)


def _built(tag: str, region: str | None, overrides: Mapping[str, Any]) -> Speech:
    parts = parse_tag(tag)
    name = resolve_name(parts)
    if name is None:
        known = ", ".join(data_names())
        raise UnknownLocaleError(f'there is no data for the language "{tag}"; there is for {known}')
    # a house in Poland writes English with decimal points: its region decides where we know the variant, no further
    variant = parts.territory or (region if has_layer(name, region) else None)
    profile = load_profile(name, variant, overrides)
    cldr = cldr_locale(str(Tag(parts.language, parse_tag(name).script, variant)), profile.base)
    symbols = number_symbols(cldr, profile.numbers.minimum_grouping, profile.numbers.percent)
    return Speech(tag, parts.territory or region, script_of(parts), profile, cldr, symbols)
