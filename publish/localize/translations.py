"""What `localize` asks of a catalogue of translations, whoever reads it."""

from __future__ import annotations

from typing import Protocol

from publish.article.model import Message
from publish.errors import Span

__all__ = ["Translations"]


class Translations(Protocol):
    """The translations of one article into one locale."""

    def get(self, message: Message) -> str | None:
        """The translation of `message` as inline Markdown; None where it is missing, empty or fuzzy."""
        ...

    def span(self, message: Message) -> Span:
        """Where the translation stands, or belongs, in its catalogue; findings point there."""
        ...
