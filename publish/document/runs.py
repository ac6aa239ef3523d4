"""Rich text: runs in one language and one look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from publish.errors import Span

__all__ = ["Rich", "Role", "Run", "RunRole", "plain"]


class RunRole(Enum):
    """What a run is for, where it is more than text."""

    TEXT = "text"
    CITE = "cite"  # number of a source, raised
    NOTE = "note"  # mark of a footnote, raised
    BREAK = "break"  # hard line break, text is "\n"


class Role(Enum):
    """What a block is for; a house style says how each looks."""

    BODY = "body"
    LEAD = "lead"
    TAKEAWAYS = "takeaways"
    LEARN = "learn"
    INFO = "info"
    BLOCKQUOTE = "blockquote"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one language and one look.

    `target` is an address or `#anchor`; `contents` then says in words where the link leads.
    `fact` names the ledger's fact that the text states; `draft` marks text not translated yet.
    """

    text: str
    language: str
    span: Span | None = None
    role: RunRole = RunRole.TEXT
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    target: str | None = None
    contents: str | None = None
    fact: str | None = None
    draft: bool = False


Rich = tuple[Run, ...]


def plain(text: Rich) -> str:
    """The text of a rich text without the marks of sources and notes; a hard break is a space."""
    return "".join(" " if r.role is RunRole.BREAK else r.text for r in text if r.role in (RunRole.TEXT, RunRole.BREAK))
