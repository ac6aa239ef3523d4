"""The typographic rules of a locale, told with examples."""

from __future__ import annotations

from publish.localize.passes import PASSES, active_passes
from publish.localize.profile import RuleNote
from publish.localize.speech import speech

__all__ = ["explain"]

_NAMES = frozenset(each.name for each in PASSES)


def explain(locale: str) -> tuple[RuleNote, ...]:
    """The rules of a locale (BCP 47), those of passes in the order in which they set a text, then the others.

    A region may do without a pass of its language; its rule is then not told. Raises UnknownLocaleError.
    """
    voice = speech(locale)
    notes = voice.profile.rules
    order = [each.name for each in active_passes(voice)]
    set_by_pass = sorted((note for note in notes if note.name in order), key=lambda note: order.index(note.name))
    return (*set_by_pass, *(note for note in notes if note.name not in _NAMES))
