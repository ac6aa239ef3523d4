"""Language tags: whether they are well formed (RFC 5646, section 2.1)."""

from __future__ import annotations

import re

__all__ = ["is_language_tag"]

_TAG = re.compile(
    r"[a-z]{2,3}"
    r"(-[a-z]{4})?"  # script
    r"(-(?:[a-z]{2}|[0-9]{3}))?"  # region
    r"(-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"  # variants
    r"(-[0-9a-wy-z](-[a-z0-9]{2,8})+)*"  # extensions
    r"(-x(-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)


def is_language_tag(text: str) -> bool:
    """Whether `text` is a well-formed BCP 47 tag with a language of two or three letters."""
    return len(text) <= 35 and _TAG.fullmatch(text) is not None
