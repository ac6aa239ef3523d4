"""Marks of sources and notes beside the stops of a sentence, and stops that facts already bring."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from operator import attrgetter

from publish.localize.content import CiteMark, Leaf, NoteMark, Run
from publish.localize.profile import Typography

__all__ = ["place_marks", "single_stops"]

Part = Run | CiteMark | NoteMark

_SPACES = str.maketrans("\u00a0\u202f", "  ")
_LOOK = attrgetter("language", "span", "strong", "emphasis", "code", "target", "draft")


def single_stops(leaf: Leaf) -> Leaf:
    """A fact that ends with a full stop ("2025 r.") ends the sentence too: the next full stop goes."""
    parts = list(leaf)
    for index, part in enumerate(parts):
        if not (isinstance(part, Run) and part.fact and part.text.endswith(".")):
            continue
        following = next((i for i in range(index + 1, len(parts)) if isinstance(parts[i], Run)), None)
        if following is None:
            continue
        run = parts[following]
        if isinstance(run, Run) and not run.fact and run.text.startswith(".") and not run.text.startswith(".."):
            parts[following] = replace(run, text=run.text[1:])
    return _kept(parts)


def place_marks(leaf: Leaf, typography: Typography) -> Leaf:
    """Each group of marks on the locale's side of the stop that it touches, without a space before it.

    Where the side says what a mark refers to, the word or the sentence, the author's own is kept.
    """
    parts: list[Part] = []
    rest = deque(leaf)
    while rest:
        part = rest.popleft()
        if isinstance(part, Run):
            parts.append(part)
            continue
        group: list[Part] = [part]
        while rest and _continues(rest):
            following = rest.popleft()
            if not isinstance(following, Run):
                group.append(following)
        _strip_end(parts)
        if typography.marks == "before":
            _before(parts, group, typography)
        elif typography.marks == "kept":
            parts += group
        else:
            _after(parts, group, rest, typography)
    return _kept(parts)


def _continues(rest: deque[Part]) -> bool:
    """Whether the next part belongs to a group of marks: a mark, or the space between two."""
    first = rest[0]
    if not isinstance(first, Run):
        return True
    return first.text.isspace() and first.text != "\n" and len(rest) > 1 and not isinstance(rest[1], Run)


def _strip_end(parts: list[Part]) -> None:
    if parts and isinstance(last := parts[-1], Run) and not last.fact and last.text != "\n":
        parts[-1] = replace(last, text=last.text.rstrip())


def _before(parts: list[Part], group: list[Part], typography: Typography) -> None:
    last = parts[-1] if parts else None
    if not isinstance(last, Run) or not _movable_stop(last, typography):
        parts += group
        return
    parts[-1] = replace(last, text=last.text[:-1])
    parts += [*group, replace(last, text=last.text[-1])]


def _movable_stop(run: Run, typography: Typography) -> bool:
    text = run.text
    if run.fact or run.code or text[-1:] not in tuple(typography.mark_stops) or text.endswith(".."):
        return False
    return not _abbreviated(text, (*typography.abbreviations, *typography.spaced_abbreviations))


def _abbreviated(text: str, abbreviations: tuple[str, ...]) -> bool:
    """Whether a text ends with an abbreviation, whose parts may have any space between them: "EE. UU.", "v. Chr."."""
    words = f" {text}".translate(_SPACES)
    return any(words.endswith(short) and not words[-len(short) - 1].isalnum() for short in abbreviations)


def _after(parts: list[Part], group: list[Part], rest: deque[Part], typography: Typography) -> None:
    following = rest[0] if rest else None
    if (
        isinstance(following, Run)
        and not (following.fact or following.code)
        and following.text[:1] in tuple(typography.mark_stops)
        and not following.text.startswith("..")
    ):
        parts.append(replace(following, text=following.text[0]))
        rest[0] = replace(following, text=following.text[1:])
    parts += group


def _kept(parts: list[Part]) -> Leaf:
    """The parts without empty runs, neighbours of one look joined."""
    kept: list[Part] = []
    for part in parts:
        if isinstance(part, Run):
            if not part.text:
                continue
            last = kept[-1] if kept else None
            if isinstance(last, Run) and _alike(last, part):
                kept[-1] = replace(last, text=last.text + part.text)
                continue
        kept.append(part)
    return tuple(kept)


def _alike(one: Run, two: Run) -> bool:
    if one.fact or two.fact or "\n" in (one.text, two.text):
        return False
    return _LOOK(one) == _LOOK(two)
