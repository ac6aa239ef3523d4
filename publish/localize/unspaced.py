"""Writing that sets no spaces between words."""

from __future__ import annotations

import re

__all__ = ["is_unspaced"]

# Thai and Lao, Burmese, Khmer; from U+2E80 on Chinese, Japanese and Korean, whose marks touch the words around them.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\U0010ffff]")


def is_unspaced(char: str) -> bool:
    """Whether a word of such writing may go on at this character, so that no space tells where it ends."""
    return _UNSPACED.match(char) is not None
