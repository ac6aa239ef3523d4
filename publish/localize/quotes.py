"""Straight quotation marks and apostrophes to those of a locale, nested as it nests them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publish.localize.profile import Typography
from publish.localize.speech import Speech
from publish.localize.unspaced import is_unspaced

__all__ = ["apostrophes", "quotation_marks"]

Edits = Iterator[tuple[int, int, str]]

_OPENERS = "([{<„“‘‚«‹「『（–—-/\ufffc"
_STOPS = ".,;:!?…)]}"
_STRAIGHT = "\"'"
_DECADE = re.compile(r"'\d0s\b")
# A mark after a digit may be feet or minutes.
_APOSTROPHE = re.compile(r"(?<!\d)'|'(?=[^\W\d])")
# Hebrew marks abbreviations within the word (Unicode Standard 9.1); a quotation there follows a prefix of the word.
_HEBREW = "\u05d0-\u05ea"
_GERSHAYIM = re.compile(rf'(?<=[{_HEBREW}])"(?=[{_HEBREW}])')
_PREFIXED = re.compile(rf'(?<![{_HEBREW}])[ובהכלמש]{{1,3}}(?P<mark>")(?=[{_HEBREW}]{{2}})')


def quotation_marks(text: str, voice: Speech) -> Edits:
    """Straight marks that quote become the locale's, nested ones its inner ones.

    A double mark after a digit that closes nothing is left: it may be inches.
    """
    marks = _Marks(text, voice.profile.typography)
    for position, char in enumerate(text):
        if char in _STRAIGHT and (written := marks.written(position)) is not None:
            yield position, position + 1, written


def apostrophes(text: str, voice: Speech) -> Edits:
    """What is left of straight single marks are apostrophes; Hebrew has its own, also for abbreviations."""
    for match in _APOSTROPHE.finditer(text):
        hebrew = re.match(f"[{_HEBREW}]", text[match.start() - 1 : match.start()])
        yield match.start(), match.end(), "׳" if hebrew else voice.profile.typography.apostrophe
    for position in _abbreviating(text):
        yield position, position + 1, "״"


class _Marks:
    """Reads the straight marks of a text from its beginning on; those still open lie on a stack."""

    def __init__(self, text: str, typography: Typography) -> None:
        self._text = text
        self._typography = typography
        self._open: list[str] = []
        self._written: dict[int, str] = {}
        outer_start, outer_end, inner_start, inner_end = typography.quotes
        self._openers = {*_OPENERS, outer_start, inner_start} - {outer_end, inner_end}
        self._last_end = _last_end(text)
        self._abbreviating = _abbreviating(text)
        self._prefixed = {match.start("mark") for match in _PREFIXED.finditer(text)}

    def written(self, position: int) -> str | None:
        """What stands in place of the mark at `position`; None leaves it as it is."""
        written = self._read(position)
        if written is not None:
            self._written[position] = written
        return written

    def _read(self, position: int) -> str | None:
        char, before, _ = self._around(position)
        if self._is_apostrophe(position) if char == "'" else position in self._abbreviating:
            return None
        if self._may_open(position):
            self._open.append(char)
            return self._opening(char)
        if self._open and self._open[-1] == char:
            closing = self._closing(char)
            self._open.pop()
            return closing
        return None if before.isdigit() else self._closing(char)

    def _around(self, position: int) -> tuple[str, str, str]:
        """The mark, the character before it as it is written by now, the one after it."""
        text = self._text
        before = self._written.get(position - 1, text[position - 1 : position])
        return text[position], before[-1:], text[position + 1 : position + 2]

    def _may_open(self, position: int) -> bool:
        char, before, after = self._around(position)
        if not after or after.isspace() or (char in self._open and after in _STOPS):
            return False
        if not before or before.isspace() or before in self._openers or position in self._prefixed:
            return True
        # writing without spaces tells only by turns
        return is_unspaced(before) and char not in self._open

    def _opening(self, char: str) -> str:
        outer, _, inner, _ = self._typography.quotes
        return outer + self._typography.quote_space if self._is_outer(char) else inner

    def _closing(self, char: str) -> str:
        _, outer, _, inner = self._typography.quotes
        return self._typography.quote_space + outer if self._is_outer(char) else inner

    def _is_outer(self, char: str) -> bool:
        """Whether the innermost quotation, or one that nothing opened, takes the outer marks."""
        return char == '"' if self._typography.own_singles else not self._open or len(self._open) % 2 == 1

    def _is_apostrophe(self, position: int) -> bool:
        """A single mark that neither opens a quotation with an end nor ends one."""
        _, before, after = self._around(position)
        if (_is_spaced(before) and _is_spaced(after)) or _DECADE.match(self._text, position):
            return True
        if self._open and self._open[-1] == "'":
            return False
        return not self._may_open(position) or self._last_end <= position + 1


def _last_end(text: str) -> int:
    """Where the last single mark stands that can close: after a character, before none that goes on with the word."""
    place = text.rfind("'")
    while place >= 0 and (text[place - 1 : place].isspace() or _is_spaced(text[place + 1 : place + 2])):
        place = text.rfind("'", 0, place)
    return place


def _abbreviating(text: str) -> set[int]:
    """Where double marks abbreviate a Hebrew word (צה"ל)."""
    prefixed = {match.start("mark") for match in _PREFIXED.finditer(text)}
    return {match.start() for match in _GERSHAYIM.finditer(text)} - prefixed


def _is_spaced(char: str) -> bool:
    """A letter or digit of a script that parts words by spaces."""
    return char.isalnum() and not is_unspaced(char)
