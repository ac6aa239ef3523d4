"""The messages of an article as they are read, with everything that they refer to."""

from __future__ import annotations

from dataclasses import dataclass, field

from publish.article.inline import Citation, FactRef, Inline, Link, NoteRef, Text
from publish.article.inlines import Parsed, parse_message, walk
from publish.article.model import Message
from publish.article.origin import Origin
from publish.errors import Diagnostic, Severity, Span, error

__all__ = ["Messages", "Uses"]

MAX_ERRORS = 1_000  # beyond that texts are kept as they are, unread: the article cannot be built anyway

Uses = list[tuple[str, Span]]


@dataclass(slots=True)
class Messages:
    """Collects messages in reading order; empty ones, such as empty cells, are made but not collected."""

    all: list[Message] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    facts: Uses = field(default_factory=list)
    sources: Uses = field(default_factory=list)
    notes: Uses = field(default_factory=list)
    anchors: Uses = field(default_factory=list)
    _contexts: dict[str, int] = field(default_factory=dict)
    _errors: int = 0

    def add(self, context: str, text: str, origin: Origin, plain: bool = False) -> Message:
        """The message of inline Markdown; a context that is taken gets a number.

        A `plain` text goes into others, such as a fact's label: it holds no facts, notes and citations.
        """
        stripped = text.strip()
        if stripped != text:
            origin = origin.part(len(text) - len(text.lstrip()))
        parsed = self._parsed(stripped, origin)
        if plain and any(isinstance(node, FactRef | NoteRef | Citation) for node in walk(parsed.nodes)):
            wrong = "facts, notes and citations cannot stand here"
            self.found.append(error(wrong, origin.span(0), "write plain words"))
        self.refer(parsed.nodes)
        message = Message(self._unique(context), parsed.source, origin.span(0))
        if parsed.source:
            self.all.append(message)
        return message

    def _parsed(self, text: str, origin: Origin) -> Parsed:
        if self._errors >= MAX_ERRORS:
            return Parsed((Text(text),) if text else (), text, [])
        parsed = parse_message(text, origin)
        self.found += parsed.found
        self._errors += sum(each.severity is Severity.ERROR for each in parsed.found)
        return parsed

    def refer(self, nodes: tuple[Inline, ...]) -> None:
        """Record what nodes refer to."""
        for node in walk(nodes):
            match node:
                case FactRef():
                    self.facts.append((node.name, node.span))
                case NoteRef():
                    self.notes.append((node.id, node.span))
                case Citation():
                    self.sources += [(cite.key, cite.span) for cite in node.cites]
                case Link() if node.url.startswith("#"):
                    self.anchors.append((node.url[1:], node.span))
                case _:
                    pass

    def _unique(self, context: str) -> str:
        name = context
        while name in self._contexts:
            self._contexts[context] += 1
            name = f"{context}~{self._contexts[context]}"
        self._contexts[name] = 1
        return name
