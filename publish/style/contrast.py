"""Contrast of text on its ground, by WCAG 2.2, success criterion 1.4.3."""

from __future__ import annotations

__all__ = ["enough", "ratio"]


def _channel(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _luminance(color: str) -> float:
    red, green, blue = (_channel(int(color[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(text: str, ground: str) -> float:
    """The contrast ratio of two colours given as #RRGGBB: 1 (none) to 21."""
    low, high = sorted((_luminance(text), _luminance(ground)))
    return (high + 0.05) / (low + 0.05)


def enough(size: float, weight: int) -> float:
    """The least ratio for text of `size` points: 3 for large text (18 pt, or 14 pt bold), else 4.5."""
    return 3.0 if size >= 18 or (size >= 14 and weight >= 700) else 4.5
