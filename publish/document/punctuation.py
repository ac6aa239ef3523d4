"""Marks between parts of a line that stand apart in the document; both renderers and compose join them alike."""

from __future__ import annotations

__all__ = ["brackets", "colon", "comma", "is_wide", "sentence_space"]

#: Scripts whose marks are as wide as their letters and need no space beside them.
_WIDE = frozenset({"Jpan", "Hans", "Hant"})
_COMMAS = {"Jpan": "、", "Hans": "，", "Hant": "，", "Arab": "، "}


def is_wide(script: str) -> bool:
    """Whether a script's marks bring their own space."""
    return script in _WIDE


def comma(script: str) -> str:
    """The comma between a name and what its bearer does."""
    return _COMMAS.get(script, ", ")


def colon(script: str) -> str:
    """A colon with the space that follows it."""
    return "：" if is_wide(script) else ": "


def brackets(script: str) -> tuple[str, str]:
    """Brackets around a remark, with the space before them."""
    return ("（", "）") if is_wide(script) else (" (", ")")


def sentence_space(script: str) -> str:
    """What stands between two sentences."""
    return "" if is_wide(script) else " "
