"""Which stretches of a text Word is to set as complex script, and which of them from right to left.

Word looks at the marks of a run before its characters: the complex font, size, weight and language are those of runs
marked `w:rtl` or `w:cs` (MS-OI29500 2.1.88), and spaces and marks of punctuation run as their run does. So a text is
cut where its direction changes by the Unicode Bidirectional Algorithm, the one that sets the PDF.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from itertools import accumulate, groupby, pairwise
from unicodedata import bidirectional

from publish.document.tree import Document, Rich, Run, RunRole
from publish.typeset.bidi import RAISING, levels
from publish.word.language import is_complex, is_right_to_left

__all__ = ["Writing", "own_writing", "stretches"]

# The blocks of the scripts of India and South-East Asia.
_STACKED = "\u0900-\u109f\u1780-\u17ff"
_OTHER_LETTER = rf"(?![{_STACKED}])[^\W\d_]"
#: From the first letter to the last one of these scripts, with no other letter between.
_STACKED_STRETCH = re.compile(rf"[{_STACKED}](?:[\W\d_{_STACKED}]*[{_STACKED}])?")
#: From the first letter of other scripts to the last one, with the digits that belong to it: F-35.
_OTHER_STRETCH = re.compile(rf"{_OTHER_LETTER}(?:[^{_STACKED}]*{_OTHER_LETTER})?(?:[-\u2011/.]?\d)*")
_SPECIAL = re.compile(f"[{_STACKED}]|{RAISING.pattern}")
_MARKS = frozenset({RunRole.CITE, RunRole.NOTE})
#: Stands for what takes the direction of its surroundings (U+FFFC).
_OBJECT = "\ufffc"
#: What they say is said by the direction of the runs; Word has no isolates of its own.
_ISOLATES = re.compile("[\u2066-\u2069]")


class Writing(Enum):
    """How Word is to treat a run; the value is the element that says so."""

    PLAIN = ""
    COMPLEX = "cs"
    TURNED = "rtl"


def own_writing(document: Document) -> Writing:
    """How the words of a document's own language are written."""
    if document.direction == "rtl":
        return Writing.TURNED
    return Writing.COMPLEX if is_complex(document.locale) else Writing.PLAIN


def stretches(text: Rich, document: Document) -> list[tuple[Run, Writing]]:
    """The runs of a text, cut where their writing changes."""
    own = own_writing(document)
    if own is Writing.PLAIN and not any(_SPECIAL.search(part.text) for part in text if not part.text.isascii()):
        return [(part, Writing.PLAIN) for part in text]
    found = _by_direction(text, own)
    bounds = pairwise(accumulate((len(part.text) for part in text), initial=0))
    return [
        stretch
        for part, (start, end) in zip(text, bounds, strict=True)
        for stretch in _cut(part, [own] * (end - start) if part.role in _MARKS else found[start:end])
    ]


def _by_direction(text: Rich, own: Writing) -> list[Writing]:
    """The writing of each character.

    Digits run to the right everywhere. Arabic-Indic ones stay with the letters around them, whose font has them.
    """
    said = "".join(_OBJECT * len(part.text) if part.role in _MARKS else part.text for part in text)
    scripts = [writing for part in text for writing in _by_script(part)]
    found = levels(said, own is Writing.TURNED)
    if found is None:
        return scripts
    return [
        Writing.TURNED if level % 2 or bidirectional(char) == "AN" else script
        for char, level, script in zip(said, found, scripts, strict=True)
    ]


def _by_script(part: Run) -> list[Writing]:
    """The writing of each character, direction apart; signs and spaces go with the letters of the run's language."""
    stacked = is_complex(part.language) and not is_right_to_left(part.language)
    usual, other = (Writing.COMPLEX, Writing.PLAIN) if stacked else (Writing.PLAIN, Writing.COMPLEX)
    found = [usual] * len(part.text)
    for match in (_OTHER_STRETCH if stacked else _STACKED_STRETCH).finditer(part.text):
        found[match.start() : match.end()] = [other] * len(match[0])
    return found


def _cut(part: Run, writings: list[Writing]) -> Iterator[tuple[Run, Writing]]:
    at = 0
    for writing, group in groupby(writings):
        end = at + len(list(group))
        shown = _ISOLATES.sub("", part.text[at:end])
        if shown:
            yield (part if shown == part.text else replace(part, text=shown)), writing
        at = end
