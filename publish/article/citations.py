"""Pandoc's citations: `[@key]`, `[@key, p. 12; @other]`."""

from __future__ import annotations

import re

from publish.article.inline import Citation, Cite
from publish.article.origin import Origin
from publish.errors import Diagnostic, error

__all__ = ["CITATION", "LATE_CITATION", "read_citation"]

#: A bracket that holds keys of sources, and one in which words stand before them.
CITATION = re.compile(r"\[\s*-?@[^\[\]]*\](?![({])")
LATE_CITATION = re.compile(r"\[[^\[\]@]*[\s;]-?@\w[^\[\]]*\](?![({])")

_CITE = re.compile(r"\s*(?P<minus>-)?@(?P<key>\w+(?:[:.#$%&\-+?<>~/]\w+)*)(?:\s*,(?P<locator>[^;]*))?\s*")


def read_citation(text: str, start: int, origin: Origin) -> tuple[Citation | None, list[Diagnostic]]:
    """The citation between brackets `text` that begins at `start` of the origin's text.

    Keys are Pandoc's: letters, digits, `_`, and single signs of `:.#$%&-+?<>~/` between them.
    """
    cites: list[Cite] = []
    found: list[Diagnostic] = []
    position = 1
    for part in text[1:-1].split(";"):
        match = _CITE.fullmatch(part)
        if match is None or match["minus"]:
            place = origin.span(start + position + len(part) - len(part.lstrip()))
            found.append(error("this citation cannot be read", place, "write [@key; @key, p. 3]"))
        else:
            place = origin.span(start + position + match.start("key") - 1)
            locator = " ".join((match["locator"] or "").split()) or None
            cites.append(Cite(match["key"], locator, place))
        position += len(part) + 1
    return (Citation(tuple(cites)) if cites else None), found
