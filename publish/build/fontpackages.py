"""Packages that bring faces for a character: what to install where none has it."""

from __future__ import annotations

import unicodedata
from importlib import metadata

__all__ = ["covered_by"]

# Packages for Python: what each brings, and the words with which Unicode begins the names of its characters.
_PYTHON = {
    "justmytype-intl-rtl": ("Noto Sans Arabic and Hebrew", "ARABIC HEBREW"),
    "justmytype-intl-south-asia": (
        "Noto Sans Devanagari, Bengali, Tamil and Telugu",
        "DEVANAGARI VEDIC BENGALI TAMIL TELUGU",
    ),
    "justmytype-intl-sea": ("Noto Sans Thai, Lao, Khmer and Myanmar", "THAI LAO KHMER MYANMAR"),
    "justmytype-intl-cjk": (
        "Noto Sans JP, KR, SC and TC",
        "CJK HIRAGANA KATAKANA HANGUL BOPOMOFO IDEOGRAPHIC KANGXI FULLWIDTH HALFWIDTH",
    ),
    "justmytype-intl-africa": ("Noto Sans Ethiopic", "ETHIOPIC"),
}
_HINT = "write it another way, or install a font that has it"
_PRIVATE = "it is a private character: write it another way, or name the font that draws it in a style of your own"


def covered_by(char: str) -> str:
    """What to do about a character: the package that has it, by its name in Unicode, or another way of writing."""
    if unicodedata.category(char) in ("Co", "Cn", "Cs", "Cc"):
        return _PRIVATE
    word = unicodedata.name(char, "").partition(" ")[0].partition("-")[0]
    for package, (faces, words) in _PYTHON.items():
        if word in words.split() and not _is_installed(package):
            return f"{_HINT}: pip install {package} ({faces})"
    return f"{_HINT}: the package {_debian(char, word)} of Debian and Ubuntu"


def _is_installed(package: str) -> bool:
    """Whether a package is there: one that is has no face for a character that is missing all the same."""
    try:
        metadata.distribution(package)
    except metadata.PackageNotFoundError:
        return False
    return True


def _debian(char: str, word: str) -> str:
    if word == "CJK":
        return "fonts-hanazono (rare Han characters)"
    if unicodedata.category(char)[0] == "S":
        return "fonts-symbola (symbols)"
    return "fonts-noto-core (Noto for all scripts)"
