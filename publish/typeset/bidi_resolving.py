"""The direction of each character of an isolating run sequence: rules W1 to N2 of UAX #9, over `bidi_classes`.

Patterns match possessively and never begin inside a run, so that no text makes them slower than linear.
"""

from __future__ import annotations

import re

from publish.typeset.bidi_embedding import RunSequence
from publish.typeset.brackets import BRACKET, CANONICAL, CLOSING_OF

__all__ = ["resolve_sequence"]

BRACKET_DEPTH = 63  # BD16

_MARKED = re.compile("(.)(M++)")
_AFTER_ARABIC = re.compile("A[^LR]*+")
_BETWEEN_EUROPEAN = re.compile("(?<=E)[SC](?=E)")
_BETWEEN_ARABIC = re.compile("(?<=N)C(?=N)")
_TERMINATORS = re.compile("T++")
_AFTER_LATIN = re.compile("L[^R]*+")
_TO_NEUTRAL = str.maketrans("STCPGWijkq", "O" * 10)
# From here on numbers stand for right-to-left text (N0, N1).
_STRONG = {"L": re.compile("L"), "R": re.compile("[REN]")}
_NEUTRAL_BETWEEN = {"L": re.compile("(?<=L)O++(?=L)"), "R": re.compile("(?<=[REN])O++(?=[REN])")}


def resolve_sequence(run: RunSequence, text: str = "") -> str:
    """The class of each character once W1 to N2 have been applied: L, R, E (European) and N (Arabic number) remain.

    `text` is that of the sequence; without it brackets do not pair.
    """
    codes = _weak(run)
    if BRACKET.search(text):
        codes = _pair_brackets(codes, text, run)
    return _neutral(codes, run)


def _weak(run: RunSequence) -> str:
    codes = _MARKED.sub(_as_before, run.sos + run.classes)  # W1
    codes = _AFTER_ARABIC.sub(lambda match: match[0].replace("E", "N"), codes)  # W2
    codes = codes.replace("A", "R")  # W3
    codes = _BETWEEN_ARABIC.sub("N", _BETWEEN_EUROPEAN.sub("E", codes))  # W4
    codes = _TERMINATORS.sub(_beside_number, codes)  # W5
    codes = codes.translate(_TO_NEUTRAL)  # W6; isolates and blanks need no class of their own any more
    return _AFTER_LATIN.sub(lambda match: match[0].replace("E", "L"), codes)[1:]  # W7


def _as_before(match: re.Match[str]) -> str:
    before = match[1]
    return before + ("O" if before in "ijkq" else before) * len(match[2])


def _beside_number(match: re.Match[str]) -> str:
    around = match.string[match.start() - 1] + match.string[match.end() : match.end() + 1]
    return ("E" if "E" in around else "T") * len(match[0])


def _pair_brackets(codes: str, text: str, run: RunSequence) -> str:
    """N0: the brackets of a pair have one direction, and so have the marks set on them."""
    resolved = list(codes)
    for pair in sorted(_bracket_pairs(codes, text)):
        direction = _pair_direction(codes, resolved, pair, run)
        if direction:
            for place in pair:
                end = _end_of_marks(run.classes, place)
                resolved[place:end] = direction * (end - place)
    return "".join(resolved)


def _bracket_pairs(codes: str, text: str) -> list[tuple[int, int]]:
    """The places of opening and closing brackets that pair (BD16)."""
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []  # the bracket that would close it, its own place
    for match in BRACKET.finditer(text):
        place, char = match.start(), CANONICAL.get(match[0], match[0])
        if codes[place] != "O":
            continue  # overridden
        if char in CLOSING_OF:
            if len(opened) == BRACKET_DEPTH:
                break
            opened.append((CLOSING_OF[char], place))
            continue
        depth = next((at for at in reversed(range(len(opened))) if opened[at][0] == char), None)
        if depth is not None:
            found.append((opened[depth][1], place))
            del opened[depth:]
    return found


def _pair_direction(codes: str, resolved: list[str], pair: tuple[int, int], run: RunSequence) -> str:
    """The embedding's direction if that is inside; the other if only it is inside and before; none for neither."""
    opening, closing = pair
    # Pairs are resolved in the order of their opening brackets, so what stands inside this one is still as in `codes`.
    if _STRONG[run.direction].search(codes, opening + 1, closing):
        return run.direction
    if not _STRONG[run.opposite].search(codes, opening + 1, closing):
        return ""
    before = next((resolved[place] for place in range(opening - 1, -1, -1) if resolved[place] != "O"), run.sos)
    return run.opposite if _STRONG[run.opposite].match(before) else run.direction


def _end_of_marks(classes: str, place: int) -> int:
    """Where the nonspacing marks on the character at `place` end."""
    end = place + 1
    while end < len(classes) and classes[end] == "M":
        end += 1
    return end


def _neutral(codes: str, run: RunSequence) -> str:
    """N1 and N2: neutrals take the direction of what stands on both their sides, or else that of the embedding."""
    framed = run.sos + codes + run.eos
    framed = _NEUTRAL_BETWEEN[run.opposite].sub(lambda match: run.opposite * len(match[0]), framed)
    return framed[1:-1].replace("O", run.direction)
