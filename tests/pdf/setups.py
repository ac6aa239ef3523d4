"""What the PDF renderer has at hand while it builds the flows of a document."""

from __future__ import annotations

from pseudo_briefs import look

from publish.pdf.geometry import Geometry
from publish.pdf.setup import Setup
from publish.pdf.text import TextSetter

__all__ = ["setup_of"]


def setup_of(style: str = "briefing", script: str = "Latn", direction: str = "ltr") -> Setup:
    """A built-in style on A4 for a script and direction."""
    resolved, fonts = look(style, script)
    text = TextSetter(resolved, fonts, script, rtl=direction == "rtl")
    return Setup(resolved, Geometry.of(resolved, "A4"), text, fonts, script, direction)
