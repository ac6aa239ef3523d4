"""The renderer-neutral document and compose, which decides order, captions and numbering."""

from publish.document.compose import compose
from publish.document.tree import Document

__all__ = ["Document", "compose"]
