"""The typographic rules of a locale, told with examples."""

from __future__ import annotations

from publish.localize.profile import RuleNote
from publish.localize.speech import speech

__all__ = ["explain"]


def explain(locale: str) -> tuple[RuleNote, ...]:
    """Rule, example and authority of each rule of a locale (BCP 47). Raises UnknownLocaleError."""
    return speech(locale).profile.rules
