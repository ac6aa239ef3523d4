"""What holds on to its neighbour: parts of abbreviations, names, short words, numbers with what they count.

Each pass gives edits (start, end, replacement) for a text. A space that a line must not break at becomes a no-break
space; which words hold on is data of the locale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale

from publish.localize.profile import NBSP
from publish.localize.speech import Speech

__all__ = ["abbreviations", "initials", "numbered_words", "short_words", "titles", "units"]

Edits = Iterator[tuple[int, int, str]]

_GAP = "[ \u00a0\u202f]"
_NO_BREAK = "\u00a0\u202f"
# J. Koll, J.K. Rowling, J.-P. Sartre; also where Chinese, Japanese or Thai touches them
_INITIALS = re.compile(r"(?:(?<![\w.\-])|(?<=[\u0e00-\u0eff\u2e80-\uffef]))((?:[^\W\d_]\.-?)+)( )(?=([^\W\d_]))")
# Numbers in figures, ordinals of dates (28. Oktober, 1er mai, 1º maggio), Roman numerals of centuries (XX w.).
# A lone I is a word of English.
_COUNT = r"(?:\d|(?<![\w.,])\d{1,2}(?:\.|er|[º°ª])|(?<![\w.])(?:[IVXLCDM]{2,}|[VX]))"
_NUMBER = r"(?=\d|(?:[IVXLCDM]{2,}|[VX])\b)"


def abbreviations(text: str, voice: Speech) -> Edits:
    """Parts of an abbreviation have one no-break space between them, typed or not: "z.B." becomes "z. B."."""
    typography = voice.profile.typography
    for match in _abbreviations(typography.spaced_abbreviations).finditer(text):
        for group in range(1, len(match.groups()) + 1):
            start, end = match.span(group)
            if start >= 0 and text[start:end] != typography.abbreviation_space:
                yield start, end, typography.abbreviation_space


@lru_cache(maxsize=32)
def _abbreviations(written: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(written, key=len, reverse=True)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(map(_abbreviation, longest_first))})(?!\w)")


def _abbreviation(written: str) -> str:
    first, *rest = (re.escape(part) for part in written.split())
    # at the beginning of a sentence with a capital
    head = f"[{first[0]}{first[0].upper()}]{first[1:]}"
    return f"({_GAP}?)".join((head, *rest))


def initials(text: str, voice: Speech) -> Edits:
    """The initials of a name stay with what follows; the end of an abbreviation ("z. B.") is none."""
    written = voice.profile.typography.spaced_abbreviations
    abbreviated = {match.end() for match in _abbreviations(written).finditer(text)} if written else set()
    for match in _INITIALS.finditer(text):
        if match[1].isupper() and match[3].isupper() and match.end(1) not in abbreviated:
            yield match.start(2), match.end(2), NBSP


def titles(text: str, voice: Speech) -> Edits:
    """A title stays with the name, or with the title, after it."""
    for match in _titles(voice.profile.typography.titles).finditer(text):
        if not match["next"].islower():
            yield match.end() - 1, match.end(), NBSP


@lru_cache(maxsize=32)
def _titles(words: tuple[str, ...]) -> re.Pattern[str]:
    # scripts without capitals have names that are not lower case either
    title = f"(?:{'|'.join(words)})"
    return re.compile(rf"(?<![\w\-]){title} (?=(?:{title}{_GAP})*(?P<next>[^\W\d_]))")


def short_words(text: str, voice: Speech) -> Edits:
    """A word that must not end a line stays with the word after it."""
    for match in _after(voice.profile.typography.bind_after).finditer(text):
        yield match.end() - 1, match.end(), NBSP


@lru_cache(maxsize=32)
def _after(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w\-’'.])(?:{'|'.join(words)}) (?=\S)")


def numbered_words(text: str, voice: Speech) -> Edits:
    """A word that is numbered stays with its number."""
    for match in _numbered(voice.profile.typography.bind_number_after).finditer(text):
        yield match.end() - 1, match.end(), NBSP


@lru_cache(maxsize=32)
def _numbered(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w\-])(?:{'|'.join(words)}) {_NUMBER}")


def units(text: str, voice: Speech) -> Edits:
    """A number stays with its word of magnitude, its unit or its month, and these with each other: 15 mln zł.

    The space before a percent sign is that of the locale where it has one.
    """
    for match in _units(voice.profile.typography.bind_number_before, voice.cldr).finditer(text):
        for position in range(match.start("tail"), match.end()):
            if text[position] == " ":
                yield position, position + 1, _percent_space(voice) if text[position + 1] in "%‰" else NBSP


@lru_cache(maxsize=32)
def _units(words: tuple[str, ...], cldr: Locale) -> re.Pattern[str]:
    months = (re.escape(month).replace(r"\ ", _GAP) for month in cldr.months["format"]["wide"].values())
    return re.compile(rf"{_COUNT}(?P<tail>(?:{_GAP}(?:{'|'.join((*words, *months))})(?!\w))+)")


def _percent_space(voice: Speech) -> str:
    space = voice.symbols.percent_after[:1]
    return space if space and space in _NO_BREAK else NBSP
