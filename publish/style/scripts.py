"""What the scripts of the world ask of any style."""

from __future__ import annotations

__all__ = ["has_italics", "ideographic_script", "is_ideographic"]

_IDEOGRAPHIC = frozenset({"Jpan", "Hans", "Hant", "Kore"})
_UPRIGHT = _IDEOGRAPHIC | {"Arab", "Hebr", "Deva", "Thai"}
_LANGUAGES = {"ja": "Jpan", "ko": "Kore", "zh": "Hans", "yue": "Hant"}
_TRADITIONAL = frozenset({"TW", "HK", "MO"})


def is_ideographic(script: str) -> bool:
    """Whether a script (ISO 15924) is set on a grid of full-width characters."""
    return script in _IDEOGRAPHIC


def ideographic_script(language: str) -> str:
    """The ideographic script that a language (BCP 47) names or is likely to be written in; "" for other languages."""
    name, *rest = language.split("-")
    named = next((part.title() for part in rest if part.title() in _IDEOGRAPHIC), None)
    likely = _LANGUAGES.get(name.lower(), "")
    if likely == "Hans" and not _TRADITIONAL.isdisjoint(map(str.upper, rest)):
        likely = "Hant"
    return named or likely


def has_italics(script: str) -> bool:
    """Whether slanted letters are emphasis to the readers of a script; where they are not, weight is.

    W3C: JLREQ 3.3.2; ALREQ; Devanagari Gap Analysis, "Font styles" (slanting came with Latin programs). Thai faces for
    text have no italic of their own.
    """
    return script not in _UPRIGHT
