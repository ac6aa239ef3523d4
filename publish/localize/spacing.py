"""Dots, dashes, signs and the spaces beside marks; each pass gives edits (start, end, replacement) for a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from publish.localize.profile import NBSP, Typography
from publish.localize.speech import Speech

__all__ = [
    "dashes", "ellipsis", "group_spaces", "latin_gapped", "latin_gaps", "minus_signs", "quote_spaces",
    "spaces_before_marks", "year_ranges",
]  # fmt: skip

Edits = Iterator[tuple[int, int, str]]

_SPACES = " \u00a0\u202f"
_ELLIPSIS = re.compile(r"(?<![.…])\.{3}(?![.…])")
_SIX_DOTS = re.compile(r"(?<![.…])\.{3}(?:\.{3})?(?![.…])")
_DASH = re.compile(rf"(?<=[^\s\-–—])[ {NBSP}](?P<mark>-{{1,3}}|–|—) (?=[^\s\-–—])")
# Not the stop of "EE. UU." or "Sr.".
_SENTENCE_END = re.compile(r"(?<=\w\w\w)[.!?…][»”)\]]? (?=[^a-z])")
# Years of this millennium and the last, also of the Buddhist era.
_YEARS = re.compile(r"(?<![\d\-–])(?:1\d|20|25)\d\d(-)(?:1\d|20|25)\d\d(?![\d\-–])")
_MINUS = re.compile(r"(?:(?<=[\s(\[„“«‘‚（「『])|^)[-−](?=\d)")
# A Hebrew prefix or word joined to what follows.
_JOINED = re.compile(r"(?<=[\u05d0-\u05ea\u05f3])-(?=\w)")
# A space within a number of three digits a group.
_GROUPS = re.compile(rf"(?<![\w.,\-])\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d)")
_THAI = "\u0e01-\u0e3a\u0e40-\u0e4e"
# Hiragana, katakana, ideographs: what stands beside Latin without a space (JLREQ 3.2.4).
_CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOUCHING = re.compile(rf"(?<=[{_THAI}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[{_THAI}])")
_LOOSE = re.compile(rf"(?<=[{_CJK}]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9%]) (?=[{_CJK}])")
_ENDS = r"(?=[\s)\]»”’\"'\ufffc]|$)"


def ellipsis(text: str, voice: Speech) -> Edits:
    """Three full stops are one ellipsis; where that has six dots, six are too."""
    mark = voice.profile.typography.ellipsis
    for match in (_SIX_DOTS if len(mark) > 1 else _ELLIPSIS).finditer(text):
        yield match.start(), match.end(), mark


def dashes(text: str, voice: Speech) -> Edits:
    """A hyphen or dash between spaces becomes the locale's dash; an author's em dash stays where dashes have spaces.

    A hyphen after a Hebrew letter is a maqaf.
    """
    yield from ((match.start(), match.end(), "\u05be") for match in _JOINED.finditer(text))
    typography = voice.profile.typography
    paired = dict(_paired(text, typography.dash_pair)) if typography.dash_pair[0] else {}
    spaced = typography.dash.startswith(NBSP)
    for match in _DASH.finditer(text):
        if written := paired.get(match.span()) or (_spaced(match, typography.dash) if spaced else None):
            yield *match.span(), written
        elif not spaced and _is_aside(match):
            yield *match.span(), typography.dash


def _spaced(dash: re.Match[str], written: str) -> str | None:
    """The dash of a locale that spaces it; an author's own keeps its length. None where nothing changes."""
    own = dash["mark"] in "–—"
    if own and dash.group().startswith(NBSP):
        return None
    return NBSP + dash.group()[1:] if own else written


def _is_aside(dash: re.Match[str]) -> bool:
    """Whether a dash with spaces is no range of numbers and no minus sign."""
    text = dash.string
    return not (text[dash.start() - 1].isdigit() and text[dash.end()].isdigit())


def _paired(text: str, pair: tuple[str, str]) -> Iterator[tuple[tuple[int, int], str]]:
    """Where two dashes of a sentence open and close an aside, with what they become; a third is one alone."""
    asides = [match for match in _DASH.finditer(text) if _is_aside(match)]
    opening: re.Match[str] | None = None
    for aside in asides:
        if opening is None or _SENTENCE_END.search(text, opening.end(), aside.start()):
            opening = aside
            continue
        yield opening.span(), pair[0]
        yield aside.span(), pair[1]
        opening = None


def year_ranges(text: str, voice: Speech) -> Edits:
    """A range of years takes the locale's mark in place of a hyphen."""
    for match in _YEARS.finditer(voice.symbols.ascii(text)):
        yield match.start(1), match.end(1), voice.profile.typography.year_range


def minus_signs(text: str, voice: Speech) -> Edits:
    """A hyphen before a number is a minus sign."""
    for match in _MINUS.finditer(text):
        if match.group() != voice.symbols.minus:
            yield match.start(), match.end(), voice.symbols.minus


def group_spaces(text: str, voice: Speech) -> Edits:
    """A space between groups of digits is the locale's no-break space."""
    for match in _GROUPS.finditer(text):
        for position in range(match.start(), match.end()):
            if text[position] == " ":
                yield position, position + 1, voice.symbols.group


def spaces_before_marks(text: str, voice: Speech) -> Edits:
    """French puts a no-break space before ; : ! ? that end a word; addresses and times of day have none."""
    for mark, space in voice.profile.typography.before_punctuation.items():
        for match in _before_mark(mark).finditer(text):
            if match[1] != space:
                yield match.start(), match.end(), space


@lru_cache(maxsize=16)
def _before_mark(mark: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[^\s(\[{{;:!?…\"'«“])([{_SPACES}]?)(?={re.escape(mark)}[;:!?{re.escape(mark)}]*{_ENDS})")


def quote_spaces(text: str, voice: Speech) -> Edits:
    """Guillemets of a locale that spaces them hold no-break spaces."""
    typography = voice.profile.typography
    for match in _within_quotes(typography).finditer(text):
        if match.group() != typography.quote_space:
            yield match.start(), match.end(), typography.quote_space


def _within_quotes(typography: Typography) -> re.Pattern[str]:
    start, end = re.escape(typography.quotes[0]), re.escape(typography.quotes[1])
    return re.compile(rf"(?<={start})[{_SPACES}]?(?=[^\s])|(?<=[^\s])[{_SPACES}]?(?={end})")


def latin_gapped(text: str, voice: Speech) -> str:
    """A text that no pass sees with the space that Thai has beside Latin letters or digits."""
    gap = voice.profile.typography.latin_gap
    return _TOUCHING.sub(gap, text) if gap else text


def latin_gaps(text: str, voice: Speech) -> Edits:
    """No space between Chinese or Japanese and Latin letters or digits: the setting makes the gap. Thai has one."""
    gap = voice.profile.typography.latin_gap
    for match in (_TOUCHING if gap else _LOOSE).finditer(text):
        yield match.start(), match.end(), gap
