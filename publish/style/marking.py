"""Colours of the Traffic Light Protocol, which no house may change."""

from __future__ import annotations

__all__ = ["marking_color"]

# FIRST, Traffic Light Protocol 2.0, "TLP in documents": text colours on a black ground
_TLP = {
    "TLP:RED": "#FF2B2B",
    "TLP:AMBER": "#FFC000",
    "TLP:AMBER+STRICT": "#FFC000",
    "TLP:GREEN": "#33FF00",
    "TLP:CLEAR": "#FFFFFF",
}


def marking_color(marking: str) -> str | None:
    """The colour of a marking of the protocol on black as #RRGGBB; None for any other marking."""
    return _TLP.get(marking.strip().upper())
