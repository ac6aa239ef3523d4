"""The formats a document can be rendered to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from publish.document import Document
from publish.style import Style
from publish.typeset import FontBook

__all__ = ["Rendered", "render"]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file: bytes, pages (None where the reader's program makes them), faces with their hashes."""

    data: bytes
    pages: int | None = None
    faces: Mapping[str, str] = field(default_factory=dict)


def render(document: Document, style: Style, fonts: FontBook, target: str) -> Rendered:
    """The document as a file of format `target`, one of `order.FORMATS`."""
    return _pdf(document, style, fonts) if target == "pdf" else _word(document, style, fonts)


# Each renderer brings a large library along: a build of one format need not wait for the other's.


def _pdf(document: Document, style: Style, fonts: FontBook) -> Rendered:
    from publish.pdf import render as render_pdf  # noqa: PLC0415

    file = render_pdf(document, style, fonts)
    return Rendered(file.data, file.pages, dict(file.faces))


def _word(document: Document, style: Style, fonts: FontBook) -> Rendered:
    from publish.word import render as render_word  # noqa: PLC0415

    return Rendered(render_word(document, style, fonts=fonts))
