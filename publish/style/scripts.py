"""What the scripts of the world ask of any style."""

from __future__ import annotations

__all__ = ["has_italics", "is_ideographic"]

_IDEOGRAPHIC = frozenset({"Jpan", "Hans", "Hant", "Kore"})
_UPRIGHT = _IDEOGRAPHIC | {"Arab", "Hebr"}


def is_ideographic(script: str) -> bool:
    """Whether a script (ISO 15924) is set on a grid of full-width characters."""
    return script in _IDEOGRAPHIC


def has_italics(script: str) -> bool:
    """Whether slanted letters are emphasis to the readers of a script (W3C JLREQ 3.3.2, ALREQ)."""
    return script not in _UPRIGHT
