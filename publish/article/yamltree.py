"""YAML read safely: every scalar as its source text, every node with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from publish.article.faults import findings
from publish.article.marks import Marks, Path
from publish.article.origin import Lines
from publish.errors import Diagnostic, error

__all__ = ["Marks", "findings", "read_yaml"]

MAX_DEPTH = 50
MAX_NODES = 100_000
MAX_LENGTH = 2_000_000  # code points

# The C loader's classes have the same interface as the pure ones; typeshed knows the pure ones.
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NON_PRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

_HINTS = {
    "mapping values are not allowed": 'put the text in quotes if it holds ": "',
    "expected <block end>": "check the indentation, and that each key has its own line",
    "did not find expected key": "check indentation and quotes; text that begins with a bracket stands in quotes",
    "did not find expected '-' indicator": "check the indentation",
    "could not find expected ':'": "a key is followed by a colon and a space",
    "unexpected end of stream": "a quotation mark is not closed",
    "expected ',' or": "close the bracket, or put the text in quotes",
    "cannot start any token": "indent with spaces, and put text that begins with a sign in quotes",
    "unknown escape character": 'write \\\\ for a backslash within "quotes"',
}


def read_yaml(text: str, file: str, line: int = 1) -> tuple[object, Marks, list[Diagnostic]]:
    """The tree of a YAML text with the place of every node.

    Scalars come as their source text (an empty plain one as None), mappings as dict, sequences as list. `line` is
    the line of the file on which the text begins. Findings: syntax, tags, anchors, aliases, keys that stand twice
    or are no text, a second document, depth and size. The tree is None where the text cannot be parsed.
    """
    text = text.removeprefix("\ufeff")
    lines = Lines(file, text, line)
    marks = Marks(lines, text)
    if refused := _refuse(text, lines):
        return None, marks, refused
    builder = _Builder(marks, lines, yaml.parse(text, Loader=_Loader))
    try:
        return builder.document(), marks, builder.found
    except _TooMuchError as stop:
        return None, marks, [*builder.found, error(str(stop), lines.span(stop.offset))]
    except yaml.YAMLError as fault:
        return None, marks, [*builder.found, _syntax(fault, lines)]


def _refuse(text: str, lines: Lines) -> list[Diagnostic]:
    if len(text) > MAX_LENGTH:
        return [error(f"the text is longer than {MAX_LENGTH:,} characters", lines.span(0))]
    return [
        error(f"the character U+{ord(match[0]):04X} is not allowed", lines.span(match.start()), "delete it")
        for match in _NON_PRINTABLE.finditer(text)
    ][:20]


def _syntax(fault: yaml.YAMLError, lines: Lines) -> Diagnostic:
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    problem = getattr(fault, "problem", None) or "it cannot be parsed"
    hint = next((hint for part, hint in _HINTS.items() if part in problem), None)
    return error(f"not valid YAML: {problem}", lines.span(mark.index if mark else 0), hint)


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


class _TooMuchError(Exception):
    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


class _Builder:
    """Builds the tree from the parser's events, so that an alias is never followed and depth is bounded."""

    def __init__(self, marks: Marks, lines: Lines, events: Iterator[yaml.Event]) -> None:
        self.found: list[Diagnostic] = []
        self._marks = marks
        self._lines = lines
        self._events = events
        self._nodes = 0
        self._aliases: set[str | None] = set()  # each is reported once

    def document(self) -> object:
        tree: object = None
        seen = False
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if seen:
                    raise _TooMuchError("a second document begins here; a file holds one", _start(event))
                seen = True
                tree = self._node(next(self._events), ())
        return tree

    def _report(self, message: str, event: yaml.Event, hint: str | None = None) -> None:
        self.found.append(error(message, self._lines.span(_start(event)), hint))

    def _node(self, event: yaml.Event, path: Path) -> object:
        start = _start(event)
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise _TooMuchError(f"there are more than {MAX_NODES:,} values", start)
        if len(path) > MAX_DEPTH:
            raise _TooMuchError(f"values are nested more than {MAX_DEPTH} deep", start)
        self._check(event)
        self._marks.add_value(path, start, _end(event))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._scalar(event)

    def _check(self, event: yaml.Event) -> None:
        anchor = getattr(event, "anchor", None)
        if isinstance(event, yaml.AliasEvent):
            if anchor not in self._aliases:
                self._report(f'the alias "*{anchor}" is not allowed', event, "write the value out")
            self._aliases.add(anchor)
        elif anchor:
            self._report(f'the anchor "&{anchor}" is not allowed', event, "delete it and write values out")
        if tag := getattr(event, "tag", None):
            self._report(f'the tag "{tag}" is not allowed', event, "delete it; every value is read as its text")

    @staticmethod
    def _scalar(event: yaml.Event) -> str | None:
        if not isinstance(event, yaml.ScalarEvent):
            return None
        return None if event.value == "" and not event.style else str(event.value)

    def _sequence(self, path: Path) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, object]:
        tree: dict[str, object] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, path)
            value = next(self._events)
            if key is None:
                self._node(value, (*path, ""))
            elif key in tree:
                first = self._marks.key((*path, key))
                self._report(f'the key "{key}" stands twice', event, f"it is first on line {first.line}")
                self._node(value, (*path, key, "again"))
            else:
                self._marks.add_key((*path, key), _start(event))
                tree[key] = None  # keeps the order of keys where a value holds the same key
                tree[key] = self._node(value, (*path, key))
        return tree

    def _key(self, event: yaml.Event, path: Path) -> str | None:
        self._check(event)
        if isinstance(event, yaml.ScalarEvent) and event.value:
            return str(event.value)
        if isinstance(event, yaml.ScalarEvent):
            self._report("a key is missing before the colon", event)
            return None
        if not isinstance(event, yaml.AliasEvent):
            self._report("a key must be text", event, "put text that begins with a bracket in quotes")
            self._node(event, (*path, ""))
        return None
