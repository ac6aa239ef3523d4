"""BCP 47 tags: their language, script, territory, the CLDR locale that writes them, and their paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

__all__ = ["Tag", "cldr_locale", "data_candidates", "direction", "paper", "parse_tag", "same_language", "script_of"]

# CLDR supplemental data, measurementData/paperSize US-Letter.
_LETTER = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})
_RTL_SCRIPTS = frozenset(
    {"Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"}
)
# Likely scripts as ISO 15924 names the whole writing system, where CLDR names it otherwise.
_SYSTEMS = {"ja": "Jpan", "ko": "Kore"}


@dataclass(frozen=True, slots=True)
class Tag:
    """A BCP 47 tag in its parts; `script` and `territory` are None where it does not say."""

    language: str
    script: str | None = None
    territory: str | None = None

    def __str__(self) -> str:
        return "-".join(part for part in (self.language, self.script, self.territory) if part)


@lru_cache(maxsize=256)
def parse_tag(tag: str) -> Tag:
    """The language, script and territory of a tag; other subtags are left aside. BCP 47 (RFC 5646 2.1)."""
    language, *rest = tag.replace("_", "-").split("-")
    script = territory = None
    for part in rest:
        if len(part) == 1:
            break  # extensions and private use follow
        if len(part) == 4 and part.isalpha():
            script = part.title()
        elif (len(part) == 2 and part.isalpha()) or (len(part) == 3 and part.isdigit()):
            territory = part.upper()
    return Tag(language.lower(), script, territory)


def same_language(locale: str, other: str) -> bool:
    """Whether a text in one tag serves the other: en and en-GB do, zh-Hans and zh-Hant do not."""
    one, two = parse_tag(locale), parse_tag(other)
    return one.language == two.language and script_of(one) == script_of(two)


def script_of(tag: Tag) -> str:
    """The script of a tag, the likely one where it does not say (ISO 15924)."""
    if tag.script:
        return tag.script
    if tag.language in _SYSTEMS:
        return _SYSTEMS[tag.language]
    subtags = get_global("likely_subtags")
    likely = subtags.get(f"{tag.language}_{tag.territory}") or subtags.get(tag.language) or ""
    return next((part for part in likely.split("_")[1:] if len(part) == 4), "Latn")


def data_candidates(tag: Tag) -> tuple[str, ...]:
    """Names that data of a tag may have, the closest first: zh-TW is served by zh-Hant, pl by pl."""
    return (f"{tag.language}-{script_of(tag)}", tag.language)


def direction(script: str) -> str:
    """The direction of a script (ISO 15924): "rtl" or "ltr"."""
    return "rtl" if script in _RTL_SCRIPTS else "ltr"


def paper(territory: str | None) -> str:
    """The paper of a territory: "Letter" where CLDR says so, else "A4"."""
    return "Letter" if territory in _LETTER else "A4"


@lru_cache(maxsize=64)
def cldr_locale(name: str, base: str) -> Locale:
    """The CLDR locale of a tag; `base` where CLDR has none of that territory. Never from the environment."""
    tag = parse_tag(name)
    if tag.territory:
        try:
            return Locale.parse(str(tag), sep="-")
        except (UnknownLocaleError, ValueError):
            pass
    return Locale.parse(base)
