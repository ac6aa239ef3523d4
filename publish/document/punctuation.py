"""Marks between parts of a line that stand apart in the document; both renderers and compose join them alike."""

from __future__ import annotations

__all__ = ["brackets", "comma", "is_wide", "sentence_space"]

#: Scripts whose marks are as wide as their letters and need no space beside them.
_WIDE = frozenset({"Jpan", "Hans", "Hant"})
#: Thai parts a name from a post by a space: ราชบัณฑิตยสภา, หลักเกณฑ์การเว้นวรรค.
_COMMAS = {"Jpan": "、", "Hans": "，", "Hant": "，", "Arab": "، ", "Thai": " "}
#: Wide brackets; Korean ones touch the word before them (문장 부호 2014, 소괄호).
_BRACKETS = {**dict.fromkeys(_WIDE, ("（", "）")), "Kore": ("(", ")")}


def is_wide(script: str) -> bool:
    """Whether a script's marks bring their own space."""
    return script in _WIDE


def comma(script: str) -> str:
    """What stands between a name and what its bearer does: a comma in most scripts."""
    return _COMMAS.get(script, ", ")


def brackets(script: str) -> tuple[str, str]:
    """Brackets around a remark, with the space before them."""
    return _BRACKETS.get(script, (" (", ")"))


def sentence_space(script: str) -> str:
    """What stands between two sentences."""
    return "" if is_wide(script) else " "
