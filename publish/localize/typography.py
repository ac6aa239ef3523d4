"""A locale's typography over a whole text, across the borders of its runs.

Passes see the text of all runs at once and answer with edits. Characters of facts, code, addresses and other
languages are context that no edit may touch; a phrase in another language is set by that language's own passes.
Setting a text twice changes nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from publish.localize.content import Leaf, Run
from publish.localize.passes import active_passes
from publish.localize.profile import Typography
from publish.localize.sheet import MARK, Part, is_fixed, lay_out
from publish.localize.speech import Speech, UnknownLocaleError, speech

__all__ = ["MARK", "quoted", "set_text", "set_type"]


def set_type(leaf: Leaf, voice: Speech) -> Leaf:
    """The leaf with the typography of a locale; phrases in other languages with theirs, where we know it."""
    return _set(_foreign_set(leaf, voice), voice)


def _foreign_set(leaf: Leaf, voice: Speech) -> Leaf:
    if all(not isinstance(part, Run) or part.language == voice.tag for part in leaf):
        return leaf
    parts: list[Part] = []
    for language, phrase in _phrases(leaf, voice.tag):
        other = None if language == voice.tag else _voice(language, voice.territory)
        parts += _set(tuple(phrase), other) if other else phrase
    return tuple(parts)


def _phrases(leaf: Leaf, own: str) -> Iterator[tuple[str, list[Part]]]:
    """The leaf in stretches of one language; facts and marks interrupt none."""
    language = own
    spoken: list[tuple[str, Part]] = []
    for part in leaf:
        if isinstance(part, Run) and part.fact is None:
            language = part.language
        spoken.append((language, part))
    for language, stretch in groupby(spoken, key=lambda pair: pair[0]):
        yield language, [part for _, part in stretch]


@lru_cache(maxsize=64)
def _voice(language: str, territory: str | None) -> Speech | None:
    try:
        return speech(language, territory)
    except UnknownLocaleError:
        return None


def _set(leaf: Leaf, voice: Speech) -> Leaf:
    sheet = lay_out(leaf, voice.tag)
    for each in active_passes(voice):
        if not each.concerns(sheet.seen):
            continue
        edits = [edit for edit in each.edits(sheet.seen, voice) if sheet.allows(edit)]
        if edits:
            sheet = lay_out(sheet.edited(edits), voice.tag)
    return sheet.leaf


def set_text(text: str, voice: Speech) -> str:
    """A plain text with the typography of a locale."""
    return "".join(part.text for part in set_type((Run(text, voice.tag),), voice) if isinstance(part, Run))


def quoted(leaf: Leaf, locale: str) -> Leaf:
    """The leaf within the outer quotation marks of `locale`, its own outer marks made inner ones."""
    typography = speech(locale).profile.typography
    start, end, _, _ = typography.quotes
    space = typography.quote_space
    inner = [_requoted(part, typography, locale) for part in leaf]
    return (Run(start + space, locale), *inner, Run(space + end, locale))


def _requoted(part: Part, typography: Typography, locale: str) -> Part:
    if not isinstance(part, Run) or is_fixed(part, locale):
        return part
    start, end, inner_start, inner_end = typography.quotes
    space = typography.quote_space
    text = part.text.replace(start + space, inner_start).replace(space + end, inner_end)
    table = str.maketrans({start: inner_start, end: inner_end})
    return replace(part, text=text.translate(table))
