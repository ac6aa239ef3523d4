"""Inline nodes of a message: what is left of Markdown once blocks are read."""

from __future__ import annotations

from dataclasses import dataclass

from publish.article.model import Emphasis, FactForm
from publish.errors import Span

__all__ = [
    "Citation", "Cite", "Code", "Emph", "FactRef", "Foreign", "Inline", "LineBreak", "Link", "Marked",
    "NoteRef", "Strong", "Text",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """Characters to set as they are (entities and escapes resolved, soft breaks are spaces)."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A hard line break."""


@dataclass(frozen=True, slots=True)
class Code:
    """Literal text."""

    text: str


@dataclass(frozen=True, slots=True)
class Emph:
    """`*emphasis*`."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """`**strong**`."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """`[text](url)`; url is https:, http:, mailto: or `#id` of this article."""

    children: tuple[Inline, ...]
    url: str
    span: Span


@dataclass(frozen=True, slots=True)
class Foreign:
    """A run in another language (BCP 47): `[text]{lang=en}` or, in a catalogue, `{en1}text{/en1}`."""

    children: tuple[Inline, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Marked:
    """`[text]{.highlight}`: only a fact list gives it a meaning."""

    children: tuple[Inline, ...]
    emphasis: Emphasis


@dataclass(frozen=True, slots=True)
class FactRef:
    """`{name}`, `{name:form}` or, in a translation, `{name say="own wording"}`."""

    name: str
    form: FactForm
    span: Span
    say: str | None = None


@dataclass(frozen=True, slots=True)
class Cite:
    """One key of a citation, with its locator ("p. 12")."""

    key: str
    locator: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """`[@key]`, `[@key, p. 12; @other]`."""

    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class NoteRef:
    """`[^id]`."""

    id: str
    span: Span


Inline = Text | LineBreak | Code | Emph | Strong | Link | Foreign | Marked | FactRef | Citation | NoteRef
