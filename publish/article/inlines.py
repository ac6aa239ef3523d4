"""Inline Markdown to nodes, each with its place, and to the text that stands in catalogues."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from publish.article.inline import Emph, FactRef, Foreign, Inline, Link, Marked, Strong, Text
from publish.article.origin import Origin
from publish.article.scanner import Scanner
from publish.article.stacks import MAX_MARKS, stack_in
from publish.errors import Diagnostic, error

__all__ = ["Origin", "Parsed", "parse_inline", "parse_message", "walk"]

MAX_LENGTH = 50_000  # code points of one message

_LITERAL = re.compile(r"[^\\`*_!\[\]{}<&\n^]*")


@dataclass(frozen=True, slots=True)
class Parsed:
    """The nodes of a text, the text as it stands in catalogues, and what is wrong with it."""

    nodes: tuple[Inline, ...]
    source: str
    found: list[Diagnostic]


def parse_inline(text: str, origin: Origin) -> tuple[tuple[Inline, ...], list[Diagnostic]]:
    """The nodes of inline Markdown; `origin` says where it stands (`Origin.at(span)` for a catalogue's message).

    Findings concern the text alone: whether its facts, sources and notes exist is for the caller to see.
    """
    parsed = parse_message(text, origin)
    return parsed.nodes, parsed.found


def parse_message(text: str, origin: Origin, entry: bool = False) -> Parsed:
    """As `parse_inline`, with the text rewritten for catalogues.

    There soft line breaks are one space (none between East Asian characters), hard breaks a backslash and a line
    feed, `[text]{lang=en}` is `{en1}text{/en1}` and other attribute blocks are gone. Only in the `entry` of a list of
    facts is `[text]{.highlight}` no finding.
    """
    if len(text) > MAX_LENGTH:
        wrong = error(f"the text is longer than {MAX_LENGTH:,} characters", origin.span(0), "split it")
        return Parsed((), "", [wrong])
    if (stack := stack_in(text)) is not None:
        wrong = error(f"more than {MAX_MARKS} marks stand on one character", origin.span(stack), "delete them")
        return Parsed((), "", [wrong])
    if _LITERAL.fullmatch(text):
        return Parsed((Text(text),) if text else (), text, [])
    scanner = Scanner(text, origin, entry)
    nodes = scanner.run()
    return Parsed(nodes, _source(scanner, nodes), scanner.found)


def walk(nodes: Sequence[Inline]) -> list[Inline]:
    """All nodes in reading order, those within others included."""
    found: list[Inline] = []
    for node in nodes:
        found.append(node)
        if isinstance(node, Emph | Strong | Link | Foreign | Marked):
            found.extend(walk(node.children))
    return found


def _source(scanner: Scanner, nodes: Sequence[Inline]) -> str:
    edits = list(scanner.edits)
    # A fact may be called "en1" as well.
    taken = {node.name for node in walk(nodes) if isinstance(node, FactRef)} if scanner.spans else set()
    counts: dict[str, int] = {}
    for span in sorted(scanner.spans):
        number = counts.get(span.language, 0) + 1
        while (name := f"{span.language}{number}") in taken:
            number += 1
        counts[span.language] = number
        edits.append((span.start, span.inner, f"{{{name}}}"))
        edits.append((span.inner_end, span.end, f"{{/{name}}}"))
    return _apply(scanner.text, edits)


def _apply(text: str, edits: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    position = 0
    for start, end, replacement in sorted(edits):
        parts += [text[position:start], replacement]
        position = end
    return "".join([*parts, text[position:]])
