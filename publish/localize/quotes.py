"""Straight quotation marks and apostrophes to those of a locale, nested as it nests them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publish.localize.profile import Typography

__all__ = ["quotation_marks"]

_OPENERS = "([{<„“‘‚«‹「『（–—-/\ufffc"
_STRAIGHT = "\"'"
_FIRST_CJK = "\u2e80"
_DECADE = re.compile(r"'\d0s\b")


def quotation_marks(text: str, typography: Typography) -> Iterator[tuple[int, int, str]]:
    """Edits for every straight mark; one after a digit that closes nothing is left: it may be inches."""
    marks = _Marks(text, typography)
    for position, char in enumerate(text):
        if char in _STRAIGHT and (written := marks.written(position)) is not None:
            yield position, position + 1, written


class _Marks:
    """Reads the straight marks of a text from its beginning on; those still open lie on a stack."""

    def __init__(self, text: str, typography: Typography) -> None:
        self._text = text
        self._typography = typography
        self._open: list[str] = []
        self._last_end = _last_end(text)

    def written(self, position: int) -> str | None:
        """What stands in place of the mark at `position`; None leaves it as it is."""
        char, before, after = self._around(position)
        if char == "'" and self._is_apostrophe(position):
            return self._typography.apostrophe
        # writing without spaces tells only by turns
        unspaced = before >= _FIRST_CJK and char not in self._open
        if (_begins(before) or before in _STRAIGHT or unspaced) and after and not after.isspace():
            self._open.append(char)
            return _opening(len(self._open), self._typography)
        if self._open and self._open[-1] == char:
            self._open.pop()
            return _closing(len(self._open) + 1, self._typography)
        return None if before.isdigit() else _closing(1, self._typography)

    def _around(self, position: int) -> tuple[str, str, str]:
        text = self._text
        return text[position], text[position - 1 : position], text[position + 1 : position + 2]

    def _is_apostrophe(self, position: int) -> bool:
        """A single mark that neither opens a quotation with an end nor ends one."""
        _, before, after = self._around(position)
        if (before.isalnum() and after.isalnum()) or _DECADE.match(self._text, position):
            return True
        if self._open and self._open[-1] == "'":
            return False
        opens = (_begins(before) or before == '"' or before >= _FIRST_CJK) and after and not after.isspace()
        return not opens or self._last_end <= position + 1


def _last_end(text: str) -> int:
    """Where the last single mark stands that can close: after a character, before none that goes on with the word."""
    place = text.rfind("'")
    while place >= 0 and (text[place - 1 : place].isspace() or text[place + 1 : place + 2].isalnum()):
        place = text.rfind("'", 0, place)
    return place


def _begins(before: str) -> bool:
    return not before or before.isspace() or before in _OPENERS


def _opening(depth: int, typography: Typography) -> str:
    outer, _, inner, _ = typography.quotes
    return (outer if depth % 2 else inner) + (typography.quote_space if depth % 2 else "")


def _closing(depth: int, typography: Typography) -> str:
    _, outer, _, inner = typography.quotes
    return (typography.quote_space if depth % 2 else "") + (outer if depth % 2 else inner)
