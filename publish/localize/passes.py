"""The typographic passes by name, in the order in which they set a text.

`publish explain` tells them by these names, and the rules in `data/` carry them. A locale has a pass where its data
say something for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from publish.localize.binding import abbreviations, initials, numbered_words, short_words, titles, units
from publish.localize.quotes import apostrophes, quotation_marks
from publish.localize.spacing import (
    dashes,
    ellipsis,
    group_spaces,
    latin_gaps,
    minus_signs,
    quote_spaces,
    spaces_before_marks,
    year_ranges,
)
from publish.localize.speech import Speech

__all__ = ["PASSES", "Edit", "Pass", "active_passes"]

Edit = tuple[int, int, str]
"""Replace text[start:end]; start == end inserts."""


def _always(_: Speech) -> bool:
    return True


def _has(field: str) -> Callable[[Speech], bool]:
    return lambda voice: bool(getattr(voice.profile.typography, field))


def _has_dashes(voice: Speech) -> bool:
    return bool(voice.profile.typography.dash or voice.profile.typography.dash_pair[0])


def _has_latin_gaps(voice: Speech) -> bool:
    return voice.profile.typography.tighten or bool(voice.profile.typography.latin_gap)


def _groups_by_spaces(voice: Speech) -> bool:
    return voice.symbols.group.isspace()


@dataclass(frozen=True, slots=True)
class Pass:
    """One rule of typography: its name, its edits of a text, and which locales have it.

    Edits do not overlap; applied and asked for again there are none. A text with none of `signs` needs no edits:
    asking so is much faster than searching it.
    """

    name: str
    edits: Callable[[str, Speech], Iterable[Edit]]
    serves: Callable[[Speech], bool] = _always
    signs: tuple[str, ...] = ()

    def concerns(self, text: str) -> bool:
        """Whether there may be something to edit in a text."""
        return not self.signs or any(sign in text for sign in self.signs)


PASSES = (
    Pass("quotation-marks", quotation_marks, signs=('"', "'")),
    Pass("apostrophes", apostrophes, signs=('"', "'")),
    Pass("ellipsis", ellipsis, _has("ellipsis"), signs=("...",)),
    Pass("minus-signs", minus_signs, signs=("-", "−")),
    Pass("dashes", dashes, _has_dashes, signs=("-", "–", "—")),
    Pass("year-ranges", year_ranges, _has("year_range"), signs=("-",)),
    Pass("latin-gaps", latin_gaps, _has_latin_gaps),
    Pass("abbreviations", abbreviations, _has("spaced_abbreviations")),
    Pass("initials", initials),
    Pass("titles", titles, _has("titles")),
    Pass("short-words", short_words, _has("bind_after")),
    Pass("numbered-words", numbered_words, _has("bind_number_after")),
    Pass("units", units, _has("bind_number_before")),
    Pass("group-spaces", group_spaces, _groups_by_spaces),
    Pass("spaces-before-marks", spaces_before_marks, _has("before_punctuation")),
    Pass("quote-spaces", quote_spaces, _has("quote_space")),
)


def active_passes(voice: Speech) -> tuple[Pass, ...]:
    """The passes that a locale has, in order."""
    return tuple(each for each in PASSES if each.serves(voice))
