"""Stacks of combining marks that no language writes, and that cost time wherever text is set."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["MAX_MARKS", "stack_in"]

MAX_MARKS = 30  # on one character, as in the Stream-Safe Text Format (UAX #15, section 13)

# Long runs of what is neither a letter nor a space: only these need a closer look.
_CANDIDATE = re.compile(rf"[^\w\s\x00-\u02ff]{{{MAX_MARKS + 1},}}")


def stack_in(text: str) -> int | None:
    """The offset of the first run of more than 30 combining marks or invisible characters, None without one."""
    for match in _CANDIDATE.finditer(text):
        count = 0
        for offset, char in enumerate(match[0], match.start()):
            stacks = unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf")
            count = count + 1 if stacks else 0
            if count > MAX_MARKS:
                return offset - MAX_MARKS
    return None
