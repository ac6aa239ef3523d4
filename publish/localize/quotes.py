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
    open_marks: list[str] = []
    for position, char in enumerate(text):
        if char not in _STRAIGHT:
            continue
        written = _written(text, position, open_marks, typography)
        if written is not None:
            yield position, position + 1, written


def _written(text: str, position: int, open_marks: list[str], typography: Typography) -> str | None:
    char = text[position]
    before = text[position - 1 : position]
    after = text[position + 1 : position + 2]
    if char == "'" and _is_apostrophe(text, position, open_marks):
        return typography.apostrophe
    # writing without spaces tells only by turns
    unspaced = before >= _FIRST_CJK and char not in open_marks
    if (_begins(before) or before in _STRAIGHT or unspaced) and after and not after.isspace():
        open_marks.append(char)
        return _opening(len(open_marks), typography)
    if open_marks and open_marks[-1] == char:
        open_marks.pop()
        return _closing(len(open_marks) + 1, typography)
    if before.isdigit():
        return None
    return _closing(1, typography)


def _begins(before: str) -> bool:
    return not before or before.isspace() or before in _OPENERS


def _is_apostrophe(text: str, position: int, open_marks: list[str]) -> bool:
    """A single mark that neither opens a quotation with an end nor ends one."""
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if (before.isalnum() and after.isalnum()) or _DECADE.match(text, position):
        return True
    if open_marks and open_marks[-1] == "'":
        return False
    opens = (_begins(before) or before == '"' or before >= _FIRST_CJK) and after and not after.isspace()
    return not opens or not _has_end(text, position + 1)


def _has_end(text: str, start: int) -> bool:
    """Whether a single closing mark follows: after a character, before none that goes on with the word."""
    end = text.find("'", start)
    while end != -1:
        if end > start and not text[end - 1].isspace() and not text[end + 1 : end + 2].isalnum():
            return True
        end = text.find("'", end + 1)
    return False


def _opening(depth: int, typography: Typography) -> str:
    outer, _, inner, _ = typography.quotes
    return (outer if depth % 2 else inner) + (typography.quote_space if depth % 2 else "")


def _closing(depth: int, typography: Typography) -> str:
    _, outer, _, inner = typography.quotes
    return (typography.quote_space if depth % 2 else "") + (outer if depth % 2 else inner)
