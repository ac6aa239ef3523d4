"""Fixed labels ("Key takeaways", "Page x of y") from the gettext catalogues in `publish/locale/`.

A catalogue's msgctxt is the label's key, its msgid the English text. A regional catalogue (`en-US.po`) holds only
what differs and lies over that of its language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

import polib

from publish.localize.digits import NumberSymbols
from publish.localize.speech import UnknownLocaleError, speech
from publish.localize.tags import data_candidates, parse_tag

__all__ = ["Labels", "available_locales", "read_labels"]

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_STOPPED = re.compile(r"\{([a-z_]+)\}\.")


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one locale. Every string comes in the locale's own typography and digits."""

    locale: str
    _texts: Mapping[str, str] = field(repr=False)
    _symbols: NumberSymbols = field(repr=False)

    @classmethod
    def load(cls, locale: str) -> Labels:
        """The labels of a locale (BCP 47). Raises UnknownLocaleError where there is no catalogue for its language."""
        return cls(locale, _texts(locale), speech(locale).symbols)

    def text(self, key: str, **values: str | int) -> str:
        """The label `key` with its placeholders filled; ints are written in the locale's digits.

        Raises KeyError for a key that no catalogue has: a fault of the program, not of an input.
        """
        said = {name: self._said(value) for name, value in values.items()}
        return _PLACEHOLDER.sub(lambda match: said[match[1]], self._spared(key, said))

    def template(self, key: str) -> str:
        """The label with its placeholders left as they are."""
        return self._texts[key]

    def between(self, key: str) -> str:
        """What stands between the first placeholder of a label and the next: ": " in "{label}: {value}"."""
        return _PLACEHOLDER.split(self._texts[key])[2]

    @property
    def digits(self) -> str:
        """The ten digits of the locale's default numbering system."""
        return self._symbols.digits

    def _said(self, value: str | int) -> str:
        return self._symbols.native(str(value)) if isinstance(value, int) else value

    def _spared(self, key: str, said: Mapping[str, str]) -> str:
        """The template without the full stop that a value already ends with ("2025 r." ends the sentence)."""
        template = self._texts[key]
        return _STOPPED.sub(lambda match: match[0][:-1] if said[match[1]].endswith(".") else match[0], template)


def available_locales() -> tuple[str, ...]:
    """The languages that labels are written in, regional layers apart, sorted (BCP 47)."""
    names = [item.name.removesuffix(".po") for item in _folder().iterdir() if item.name.endswith(".po")]
    return tuple(sorted(name for name in names if parse_tag(name).territory is None))


def read_labels(name: str) -> dict[str, str]:
    """Key -> text of one catalogue of `publish/locale/`, empty and fuzzy entries left out."""
    content = (_folder() / f"{name}.po").read_text(encoding="utf-8")
    entries = polib.pofile(content, check_for_duplicates=True)
    return {str(entry.msgctxt): str(entry.msgstr) for entry in entries if entry.msgstr and not entry.fuzzy}


def _folder() -> Any:  # Traversable has moved between modules since Python 3.11
    return resources.files("publish") / "locale"


@lru_cache(maxsize=32)
def _texts(locale: str) -> dict[str, str]:
    tag = parse_tag(locale)
    base = next((name for name in data_candidates(tag) if (_folder() / f"{name}.po").is_file()), None)
    if base is None:
        raise UnknownLocaleError(f'there are no labels in "{locale}"; there are in {", ".join(available_locales())}')
    region = f"{base}-{tag.territory}"
    layer = read_labels(region) if tag.territory and (_folder() / f"{region}.po").is_file() else {}
    return read_labels(base) | layer
