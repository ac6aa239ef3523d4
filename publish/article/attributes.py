"""Pandoc's attribute blocks: `{#id .class key="value with spaces"}`, each part with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

__all__ = ["AttributeSyntaxError", "Attributes", "Word", "begins_attributes", "read_attributes"]

_BEGIN = re.compile(r"\{[ \t\n]*(?:#\S|\.[^\W\d]|[^\W\d][\w:.-]*=|\})")
_SPACE = re.compile(r"[ \t\n]*")
_NAME = re.compile(r"[^\W\d][\w:.-]*")
_BARE = re.compile(r"[^\s}\"']+")
_QUOTED = {
    quote: re.compile(
        rf"(?P<end>{quote})|\\(?P<escaped>[!-/:-@\[-`{{-~])|(?P<fold>[ \t]*\n[ \t]*)|(?P<text>[^{quote}\\\n \t]+|.)",
        re.DOTALL,
    )
    for quote in "\"'"
}


class AttributeSyntaxError(Exception):
    """An attribute block that cannot be read; `offset` is where."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Word:
    """A name or a value; `pieces` are pairs of an offset in `text` and an offset in the source."""

    text: str
    pieces: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """The offset of the first character in the source."""
        return self.pieces[0][1]


@dataclass(slots=True)
class Attributes:
    """What an attribute block holds, in order; `end` is the offset behind its closing brace."""

    end: int = 0
    ids: list[Word] = field(default_factory=list)
    classes: list[Word] = field(default_factory=list)
    values: list[tuple[Word, Word]] = field(default_factory=list)

    def get(self, key: str) -> Word | None:
        """The value of a key, or None."""
        return next((value for name, value in self.values if name.text == key), None)


def begins_attributes(text: str, start: int) -> bool:
    """Whether an attribute block, and not the name of a fact, begins with the brace at `start`."""
    return _BEGIN.match(text, start) is not None


def read_attributes(text: str, start: int) -> Attributes:
    """Reads the block whose opening brace is at `start`.

    Quoted values may hold braces and line breaks (folded to a space); a backslash before ASCII punctuation is
    dropped. Raises AttributeSyntaxError.
    """
    found = Attributes()
    position = start + 1
    while True:
        position = _skip(text, position)
        if position >= len(text):
            raise AttributeSyntaxError("the attributes are not closed", start)
        if text[position] == "}":
            found.end = position + 1
            return found
        position = _read_one(text, position, found)


def _skip(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _read_one(text: str, position: int, found: Attributes) -> int:
    if text[position] in "#.":
        name = _name(text, position + 1)
        (found.ids if text[position] == "#" else found.classes).append(name)
        return name.start + len(name.text)
    key = _name(text, position)
    position += len(key.text)
    if text[position : position + 1] != "=":
        raise AttributeSyntaxError(f'"{key.text}" is no attribute', key.start)
    if any(name.text == key.text for name, _ in found.values):
        raise AttributeSyntaxError(f'the attribute "{key.text}" stands twice', key.start)
    value, end = _value(text, position + 1)
    found.values.append((key, value))
    return end


def _name(text: str, position: int) -> Word:
    match = _NAME.match(text, position)
    if match is None:
        raise AttributeSyntaxError("this is no attribute", position)
    return Word(match[0], ((0, position),))


def _value(text: str, position: int) -> tuple[Word, int]:
    quote = text[position : position + 1]
    if quote and quote in "\"'":
        return _quoted(text, position + 1, quote)
    match = _BARE.match(text, position)
    if match is None:
        raise AttributeSyntaxError("a value is missing", position)
    return Word(match[0], ((0, position),)), match.end()


def _quoted(text: str, start: int, quote: str) -> tuple[Word, int]:
    value: list[str] = []
    pieces: list[tuple[int, int]] = []
    length, expected = 0, -1
    for match in _QUOTED[quote].finditer(text, start):
        kind = str(match.lastgroup)
        if kind == "end":
            return Word("".join(value), tuple(pieces or [(0, start)])), match.end()
        part = " " if kind == "fold" else match[kind]
        if match.start(kind) != expected:
            pieces.append((length, match.start(kind)))
        expected = -1 if kind == "fold" else match.end(kind)
        value.append(part)
        length += len(part)
    raise AttributeSyntaxError("the quotation mark is not closed", start - 1)
