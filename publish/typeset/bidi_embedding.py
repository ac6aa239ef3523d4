"""What is embedded in what: rules P2 to X10 of UAX #9, over the letters of `bidi_classes`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

__all__ = ["REMOVED", "RunSequence", "first_strong", "pick", "run_sequences"]

MAX_DEPTH = 125  # BD2

REMOVED = re.compile("[lrvwpb]")  # X9
_DIRECTING = re.compile("[LRAijkq]")
_EXPLICIT = re.compile("[lrvwpijkqP]")
_PIECES = re.compile("[lrvwpijkqP]|[^lrvwpijkqP]++")
_ISOLATES = re.compile("[ijkq]")
_OVERRIDES = {"v": "L", "w": "R"}


def first_strong(classes: str, start: int = 0, *, inside: bool = False) -> int:
    """The level that the first strong character gives, those in isolates apart: 1 if right-to-left (P2, P3).

    `inside` an isolate that opened before `start`, the search ends where that isolate does.
    """
    depth = 0
    for match in _DIRECTING.finditer(classes, start):
        code = match[0]
        if code in "ijk":
            depth += 1
        elif code == "q":
            if inside and not depth:
                return 0
            depth = max(depth - 1, 0)
        elif not depth:
            return int(code != "L")
    return 0


class RunSequence(NamedTuple):
    """An isolating run sequence (BD13): characters of one level that are resolved together.

    `indices` are their places in the paragraph, `classes` theirs after overrides.
    """

    indices: Sequence[int]
    classes: str
    level: int
    before: int  # the levels of what stands around the sequence
    after: int

    @property
    def direction(self) -> str:
        """The embedding direction, L or R."""
        return "LR"[self.level & 1]

    @property
    def opposite(self) -> str:
        """The other one."""
        return "RL"[self.level & 1]

    @property
    def sos(self) -> str:
        """The direction at its start (X10)."""
        return "LR"[max(self.level, self.before) & 1]

    @property
    def eos(self) -> str:
        """The direction at its end (X10)."""
        return "LR"[max(self.level, self.after) & 1]


def run_sequences(classes: str, base: int) -> list[RunSequence]:
    """The isolating run sequences of a paragraph; what X9 removes is in none of them (X1 to X10)."""
    if not _EXPLICIT.search(classes):
        indices = _kept(classes)
        return [RunSequence(indices, pick(classes, indices), base, base, base)]
    levels, overridden = _explicit(classes, base)
    runs = [list(run) for _, run in groupby(_kept(classes), key=levels.__getitem__)]
    around = [base, *(levels[run[0]] for run in runs), base]
    closing = _matching_isolates(classes)
    found = []
    for numbers in _joined(runs, closing):
        indices = [index for number in numbers for index in runs[number]]
        unmatched = classes[indices[-1]] in "ijk" and indices[-1] not in closing
        after = base if unmatched else around[numbers[-1] + 2]
        found.append(RunSequence(indices, pick(overridden, indices), levels[indices[0]], around[numbers[0]], after))
    return found


def pick(letters: str, indices: Sequence[int]) -> str:
    """The letters at some places of a text, in order."""
    return letters if len(indices) == len(letters) else "".join([letters[index] for index in indices])


def _kept(classes: str) -> Sequence[int]:
    if not REMOVED.search(classes):
        return range(len(classes))
    return [index for index, code in enumerate(classes) if code not in "lrvwpb"]


def _joined(runs: list[list[int]], closing: dict[int, int]) -> Iterator[list[int]]:
    """The numbers of the level runs that make one sequence: an isolate's initiator and its PDI join theirs (BD13)."""
    closed = set(closing.values())
    starts = {run[0]: number for number, run in enumerate(runs)}
    for number, run in enumerate(runs):
        if run[0] in closed:
            continue  # joined to an earlier one
        numbers = [number]
        while (following := starts.get(closing.get(runs[numbers[-1]][-1], -1))) is not None:
            numbers.append(following)
        yield numbers


def _matching_isolates(classes: str) -> dict[int, int]:
    """The PDI of each isolate initiator that has one (BD9), by their places."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for match in _ISOLATES.finditer(classes):
        if match[0] != "q":
            opened.append(match.start())
        elif opened:
            found[opened.pop()] = match.start()
    return found


class _Embedding(NamedTuple):
    level: int
    override: str  # "L", "R" or none
    isolate: bool


class _Stack:
    """The directional status stack of X1 to X8 and its three counters."""

    def __init__(self, base: int) -> None:
        self.entries = [_Embedding(base, "", isolate=False)]
        self.overflow_isolates = self.overflow_embeddings = self.valid_isolates = 0

    @property
    def top(self) -> _Embedding:
        return self.entries[-1]

    @property
    def full(self) -> bool:
        """Whether nothing can be embedded any deeper here."""
        return bool(self.overflow_isolates or self.overflow_embeddings or self.top.level == MAX_DEPTH)

    def enter(self, rtl: int, override: str = "", *, isolate: bool = False) -> None:
        """One level deeper: the next odd one for right-to-left text, the next even one for the other (X2 to X5c)."""
        level = self.top.level + 1 + (self.top.level + 1 + rtl) % 2
        if level <= MAX_DEPTH and not self.full:
            self.entries.append(_Embedding(level, override, isolate))
            self.valid_isolates += isolate
        elif isolate:
            self.overflow_isolates += 1
        elif not self.overflow_isolates:
            self.overflow_embeddings += 1

    def leave_isolate(self) -> None:
        """Back to what stood before the isolate, whatever embeddings it left open (X6a)."""
        if self.overflow_isolates:
            self.overflow_isolates -= 1
        elif self.valid_isolates:
            self.overflow_embeddings = 0
            while not self.entries.pop().isolate:
                pass
            self.valid_isolates -= 1

    def leave_embedding(self) -> None:
        """Back to what stood before the embedding, but never out of an isolate (X7)."""
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif not self.top.isolate and len(self.entries) > 1:
            self.entries.pop()


def _explicit(classes: str, base: int) -> tuple[list[int], str]:
    """The level that each character is embedded at, and the classes with overrides put in place (X1 to X8)."""
    stack = _Stack(base)
    levels: list[int] = []
    overridden: list[str] = []
    for piece in _PIECES.finditer(classes):
        codes = piece[0]
        if codes == "q":
            stack.leave_isolate()
        top = stack.top
        levels += [base if codes == "P" else top.level] * len(codes)
        overridden.append(codes if codes == "P" or not top.override else top.override * len(codes))
        _follow(stack, codes, classes, piece.end())
    return levels, "".join(overridden)


def _follow(stack: _Stack, codes: str, classes: str, end: int) -> None:
    """What a piece means for the text behind it, which begins at `end`."""
    if codes == "p":
        stack.leave_embedding()
    elif codes in {"l", "r", "v", "w"}:
        stack.enter(codes in {"r", "w"}, _OVERRIDES.get(codes, ""))
    elif codes in {"i", "j"}:
        stack.enter(codes == "j", isolate=True)
    elif codes == "k":
        # Where nothing can be embedded the direction is not asked for: deep nesting would make that quadratic.
        stack.enter(not stack.full and first_strong(classes, end, inside=True), isolate=True)
