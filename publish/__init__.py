"""publish: one structured article in, localized briefings out, as PDF and as Word."""

__version__ = "0.1.0"
