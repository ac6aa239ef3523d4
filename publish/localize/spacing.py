"""Rules of spaces, dashes and dots; each gives edits (start, end, replacement) for a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from publish.localize.profile import NBSP, Typography

__all__ = ["RULES"]

Edits = Iterator[tuple[int, int, str]]

_ELLIPSIS = re.compile(r"(?<![.…])\.{3}(?![.…])")
_DASH = re.compile(r"(?<=[^\s\-]) (?:-{1,3}|–|—) (?=[^\s\-])")
_YEARS = re.compile(r"(?<![\d\-–])(?:1\d|20)\d\d(-)(?:1\d|20)\d\d(?![\d\-–])")
_MINUS = re.compile(r"(?:(?<=[\s(\[])|^)-(?=\d)")
_INITIAL = re.compile(r"(?<![\w.\-])([^\W\d_])\.( )(?=([^\W\d_]))")
# Hiragana, katakana, ideographs: what stands beside Latin without a space (JLREQ 3.2.4).
_CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LOOSE = re.compile(rf"(?<=[{_CJK}]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9%]) (?=[{_CJK}])")
_ENDS = r"(?=[\s)\]»”’\"'\ufffc]|$)"


def ellipsis(text: str, _: Typography) -> Edits:
    """Three full stops are one ellipsis."""
    for match in _ELLIPSIS.finditer(text):
        yield match.start(), match.end(), "…"


def dashes(text: str, typography: Typography) -> Edits:
    """A hyphen or dash between spaces becomes the locale's dash; an author's em dash stays an em dash."""
    if not typography.dash:
        return
    for match in _DASH.finditer(text):
        mark = match.group().strip()
        spaced = typography.dash.startswith(NBSP)
        if mark in "–—" and spaced:
            yield match.start(), match.start() + 1, NBSP
        elif mark not in "–—":
            yield match.start(), match.end(), typography.dash


def years(text: str, _: Typography) -> Edits:
    """A range of years takes an en dash."""
    for match in _YEARS.finditer(text):
        yield match.start(1), match.end(1), "–"


def minus(text: str, _: Typography) -> Edits:
    """A hyphen before a number is a minus sign."""
    for match in _MINUS.finditer(text):
        yield match.start(), match.end(), "\u2212"


def initials(text: str, _: Typography) -> Edits:
    """The initial of a name stays with what follows."""
    for match in _INITIAL.finditer(text):
        if match[1].isupper() and match[3].isupper():
            yield match.start(2), match.end(2), NBSP


def bound_words(text: str, typography: Typography) -> Edits:
    """Words that must not end a line, words before a number and units after one hold on with a no-break space."""
    for pattern in _bindings(typography.bind_after, typography.bind_number_after, typography.bind_number_before):
        for match in pattern.finditer(text):
            yield match.end() - 1, match.end(), NBSP


@lru_cache(maxsize=32)
def _bindings(words: tuple[str, ...], heads: tuple[str, ...], units: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    patterns = []
    if words:
        patterns.append(rf"(?<![\w\-’'.])(?:{'|'.join(words)}) (?=\S)")
    if heads:
        patterns.append(rf"(?<![\w\-])(?:{'|'.join(heads)}) (?=\d)")
    if units:
        patterns.append(rf"(?<=\d) (?=(?:{'|'.join(units)})(?!\w))")
    return tuple(map(re.compile, patterns))


def spaces_before_marks(text: str, typography: Typography) -> Edits:
    """French puts a no-break space before ; : ! ? that end a word; addresses and times of day have none."""
    for mark, space in typography.before_punctuation.items():
        pattern = rf"(?<=[^\s(\[{{;:!?…\"'«“])([ {NBSP}\u202f]?)(?={re.escape(mark)}[;:!?]*{_ENDS})"
        for match in re.finditer(pattern, text):
            if match[1] != space:
                yield match.start(), match.end(), space


def spaces_in_quotes(text: str, typography: Typography) -> Edits:
    """Guillemets of a locale that spaces them hold no-break spaces."""
    space = typography.quote_space
    if not space:
        return
    start, end = re.escape(typography.quotes[0]), re.escape(typography.quotes[1])
    for match in re.finditer(rf"(?<={start})[ \u202f]?(?=[^\s])|(?<=[^\s])[ \u202f]?(?={end})", text):
        if match.group() != space:
            yield match.start(), match.end(), space


def tightened(text: str, typography: Typography) -> Edits:
    """No space between Chinese or Japanese and Latin letters or digits: the setting makes the gap."""
    if typography.tighten:
        for match in _LOOSE.finditer(text):
            yield match.start(), match.end(), ""


RULES = (
    ellipsis,
    dashes,
    years,
    minus,
    initials,
    bound_words,
    spaces_before_marks,
    tightened,
    spaces_in_quotes,
)
