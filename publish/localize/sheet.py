"""The text of a leaf as one, so that passes see across the borders of its runs, and edits back to the runs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate

from publish.localize.content import CiteMark, Leaf, NoteMark, Run
from publish.localize.passes import Edit

__all__ = ["MARK", "Part", "Sheet", "is_fixed", "lay_out"]

MARK = "\ufffc"
"""Stands for a mark of a source or note in the text that passes see."""

Part = Run | CiteMark | NoteMark

# What no pass may set opens and closes nothing either; an isolate is part of the number that it holds.
_NEUTRAL = str.maketrans({**dict.fromkeys("\"'-–—", "\ufffd"), **dict.fromkeys("\u2066\u2069", "0")})
# Addresses of the web and of mail, also without a scheme where a path or www tells them (RFC 3986, RFC 5322); the
# marks of a sentence at their end, the quotation marks around them and what writes without spaces are none of theirs.
_ADDRESS_CHAR = r"[^\s<>\"“”„«»‹›…\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\uffff]"
_ADDRESS = re.compile(
    rf"(?<![\w.+\-])(?:(?:[a-z][a-z0-9+.\-]*://|mailto:|doi:|www\.|(?:[a-z0-9\-]+\.)+[a-z]{{2,}}/){_ADDRESS_CHAR}*"
    r"|\w[\w.+\-'’]*@[\w\-]+(?:\.[\w\-]+)+)(?<![.,;:!?'’)\]}])",
    re.IGNORECASE,
)
_SIGNS_OF_ADDRESSES = ("/", "@", "www.")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A leaf laid out as one text.

    `seen` is the text as passes see it: quotation marks and dashes that are fixed are neutral in it, addresses a
    word of x. `starts` are the offsets of the parts, `fixed` has a 1 for each character that no edit may touch.
    """

    leaf: Leaf
    seen: str
    starts: tuple[int, ...]
    fixed: bytes

    def allows(self, edit: Edit) -> bool:
        """Whether an edit leaves alone what is fixed."""
        return self._receiver(edit) is not None

    def edited(self, edits: Iterable[Edit]) -> Leaf:
        """The leaf after edits that it allows and that do not overlap; runs left without text are gone."""
        changes: dict[int, list[Edit]] = {}
        for edit in sorted(edits):
            self._share_out(edit, changes)
        parts = [
            _rewritten(part, self.starts[index], changes[index]) if index in changes else part
            for index, part in enumerate(self.leaf)
        ]
        return tuple(part for part in parts if not isinstance(part, Run) or part.text)

    def _share_out(self, edit: Edit, changes: dict[int, list[Edit]]) -> None:
        """The run that an edit begins in takes its text; from later ones that it reaches it only takes away."""
        receiver = self._receiver(edit)
        if receiver is None:
            return
        changes.setdefault(receiver, []).append(edit)
        start, end, _ = edit
        for other in range(receiver + 1, self._part(end - 1) + 1 if end > start else 0):
            changes.setdefault(other, []).append((self.starts[other], end, ""))

    def _receiver(self, edit: Edit) -> int | None:
        """The part that the text of an edit goes to: an insertion goes to the one before it, else the one after it."""
        start, end, _ = edit
        if start < end:
            return None if any(self.fixed[start:end]) else self._part(start)
        free = (place for place in (start - 1, start) if 0 <= place < len(self.fixed) and not self.fixed[place])
        place = next(free, None)
        return None if place is None else self._part(place)

    def _part(self, place: int) -> int:
        return bisect_right(self.starts, place) - 1


def lay_out(leaf: Leaf, language: str) -> Sheet:
    """The leaf as the passes of a language (BCP 47) see it."""
    seen: list[str] = []
    fixed = bytearray()
    for part in leaf:
        free = isinstance(part, Run) and not is_fixed(part, language)
        text = part.text if isinstance(part, Run) else MARK
        seen.append(text if free else text.translate(_NEUTRAL))
        fixed += (b"\0" if free else b"\1") * len(text)
    starts = tuple(accumulate(map(len, seen[:-1]), initial=0)) if seen else ()
    return Sheet(leaf, _with_addresses_fixed("".join(seen), fixed), starts, bytes(fixed))


def is_fixed(run: Run, language: str) -> bool:
    """Whether a run is context that the passes of a language may not change."""
    return run.fact is not None or run.code or run.language != language


def _with_addresses_fixed(seen: str, fixed: bytearray) -> str:
    """The text with x for each character of an address: the one place that keeps addresses from every pass."""
    if not any(sign in seen for sign in _SIGNS_OF_ADDRESSES):
        return seen
    for match in _ADDRESS.finditer(seen):
        start, end = match.span()
        fixed[start:end] = b"\1" * (end - start)
        seen = seen[:start] + "x" * (end - start) + seen[end:]
    return seen


def _rewritten(part: Part, base: int, edits: list[Edit]) -> Part:
    if not isinstance(part, Run):
        return part
    pieces: list[str] = []
    position = 0
    for start, end, written in edits:
        pieces += (part.text[position : start - base], written)
        position = end - base
    return replace(part, text="".join(pieces) + part.text[position:])
