"""Everything that puts words and numbers into a language."""

from publish.localize.localizer import Options, localize

__all__ = ["Options", "localize"]
