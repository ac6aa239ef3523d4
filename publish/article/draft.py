"""What the builders of blocks share: the body, its messages, ids and findings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from publish.article.attributes import Attributes, Word
from publish.article.blocktree import Body
from publish.article.folder import Folder
from publish.article.messages import Messages
from publish.article.model import Fact, Message
from publish.article.origin import Origin
from publish.errors import Diagnostic, Span, error, suggest

__all__ = ["Draft", "Holder", "Place"]


@dataclass(slots=True)
class Place:
    """Names the messages of one container: `paragraphs` and `items` are the beginnings of their contexts.

    The first paragraph of a list item has the context `first`. Where lists are not `numbered`, the first one's
    items are named after the container itself.
    """

    paragraphs: str
    items: str
    numbered: bool = False
    separator: str = "/"
    first: str = ""
    _paragraphs: int = 0
    _lists: int = 0
    _quotes: int = 0

    def paragraph(self) -> str:
        """The context of the next paragraph."""
        if self.first:
            name, self.first = self.first, ""
            return name
        self._paragraphs += 1
        return f"{self.paragraphs}{self._paragraphs}"

    def list(self) -> str:
        """What the names of the next list's items begin with."""
        self._lists += 1
        number = f".{self._lists}" if self.numbered or self._lists > 1 else ""
        return f"{self.items}{number}{self.separator}"

    def quotation(self) -> Place:
        """The place of the next block quotation."""
        self._quotes += 1
        name = f"{self.items}/quotation-{self._quotes}"
        return Place(f"paragraph:{name}.", name)

    @classmethod
    def section(cls, number: int) -> Place:
        """The body from one heading to the next."""
        return cls(f"paragraph:{number}.", str(number), numbered=True)

    @classmethod
    def box(cls, name: str) -> Place:
        """The inside of a box."""
        return cls(f"paragraph:{name}.", name)

    @classmethod
    def item(cls, name: str) -> Place:
        """The inside of a list item."""
        return cls(f"paragraph:{name}.", name, separator=".", first=f"item:{name}")


@dataclass(frozen=True, slots=True)
class Holder:
    """A block with attributes: what it is called in findings, what its messages are named after, what it may have.

    `attributes` hold offsets in the text that `origin` maps; `place` is where the block begins.
    """

    kind: str
    attributes: Attributes
    origin: Origin
    place: Span
    name: str = ""
    keys: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    has_id: bool = True


@dataclass(slots=True)
class Draft:
    """An article's body while it is read."""

    body: Body
    folder: Folder
    facts: dict[str, Fact]
    messages: Messages = field(default_factory=Messages)
    found: list[Diagnostic] = field(default_factory=list)
    ids: dict[str, Span] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)

    def report(self, message: str, place: Span, hint: str | None = None) -> None:
        """Record an error."""
        self.found.append(error(message, place, hint))

    def span(self, offset: int) -> Span:
        """The place of an offset in the file."""
        return self.body.lines.span(offset)

    def count(self, kind: str) -> int:
        """The number of the next block of a kind, from 1."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return self._counts[kind]

    def check(self, holder: Holder) -> None:
        """Report the attributes that a block cannot have."""
        attributes = holder.attributes
        for word in attributes.classes:
            if word.text not in holder.classes and word.text != holder.kind:
                self._unknown("class", f".{word.text}", suggest(word.text, holder.classes), holder, word)
        for key, _ in attributes.values:
            if key.text not in holder.keys:
                known = f"known: {', '.join(holder.keys)}" if holder.keys else "delete it"
                self._unknown("attribute", key.text, suggest(key.text, holder.keys) or known, holder, key)
        for word in attributes.ids[1:] if holder.has_id else attributes.ids:
            self._unknown("id", f"#{word.text}", "delete it", holder, word)

    def _unknown(self, what: str, name: str, hint: str | None, holder: Holder, word: Word) -> None:
        self.report(f'{what} "{name}" is unknown to {holder.kind}', holder.origin.span(word.start), hint)

    def id(self, holder: Holder) -> str | None:
        """The block's id, after a look at whether it is taken."""
        if not holder.attributes.ids or not holder.has_id:
            return None
        word = holder.attributes.ids[0]
        place = holder.origin.span(word.start)
        if word.text in self.ids:
            hint = f"it is first on line {self.ids[word.text].line}"
            self.report(f'the id "{word.text}" stands twice', place, hint)
        self.ids.setdefault(word.text, place)
        return word.text

    def text(self, holder: Holder, key: str) -> Message | None:
        """The message of an attribute, or None; an empty one is a finding."""
        word = holder.attributes.get(key)
        if word is None:
            return None
        if not word.text.strip():
            self.report(f'"{key}" is empty', holder.origin.span(word.start), "write it, or delete the attribute")
            return None
        pieces = [(start, holder.origin.offset(offset)) for start, offset in word.pieces]
        origin = Origin.of(self.body.lines, pieces)
        return self.messages.add(f"{holder.kind}:{holder.name}/{key}", word.text, origin)

    def first(self, words: Sequence[Word], names: Collection[str]) -> Word | None:
        """The first word that is among names."""
        return next((word for word in words if word.text in names), None)
