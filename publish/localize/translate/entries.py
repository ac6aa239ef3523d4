"""One entry of a catalogue, and what kind of text it translates."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Entry", "Place", "kind"]

FUZZY = "fuzzy"

# Contexts of these heads name one thing for good; all others count places, which move when the text grows.
_NAMED = frozenset({"meta", "fact", "source"})


@dataclass(frozen=True, slots=True)
class Place:
    """Lines of one entry in its file, 1-based."""

    msgid: int
    msgstr: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as gettext knows it; `previous` is the source text that `translation` was written for, when fuzzy."""

    context: str
    source: str
    translation: str = ""
    flags: tuple[str, ...] = ()
    comment: str = ""  # the translator's own
    extracted: str = ""
    references: tuple[tuple[str, str], ...] = ()
    previous: str | None = None
    obsolete: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What identifies an entry: context and source text."""
        return self.context, self.source

    @property
    def fuzzy(self) -> bool:
        """Whether a translator has yet to check it."""
        return FUZZY in self.flags

    @property
    def written(self) -> bool:
        """Whether there is anything in it that a person wrote as its translation."""
        return bool(self.translation.strip())

    @property
    def confirmed(self) -> bool:
        """Whether it counts as translated."""
        return self.written and not self.fuzzy


def kind(context: str) -> str:
    """What sort of text a context stands for: `facts:deal/title` -> `facts/title`, `paragraph:2.3` -> `paragraph`."""
    head, _, place = context.partition(":")
    first, *rest = place.split("/")
    names = [part for part in rest if not part.replace(".", "").isdigit()]
    return "/".join([head, *names[:1]]) if first else head


def named(context: str) -> bool:
    """Whether the context keeps its meaning when text is added or taken away elsewhere."""
    return context.partition(":")[0] in _NAMED
