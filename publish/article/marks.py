"""Places of the keys and values of a YAML text."""

from __future__ import annotations

from publish.article.origin import Lines, Origin
from publish.errors import Span

__all__ = ["Marks", "Path"]

Path = tuple[str | int, ...]

_FOLD = 400  # characters of white space and escapes that one character of a value may hide behind


class Marks:
    """Where each key and value of a YAML text stands, by its path: `("sources", "press", "date")`, `("authors", 0)`.

    A path that is not there has the place of its nearest ancestor that is.
    """

    __slots__ = ("_keys", "_lines", "_text", "_values")

    def __init__(self, lines: Lines, text: str) -> None:
        self._lines = lines
        self._text = text
        self._keys: dict[Path, int] = {}
        self._values: dict[Path, tuple[int, int]] = {}

    def add_key(self, path: Path, offset: int) -> None:
        """Record that the key of `path` stands at `offset`."""
        self._keys[path] = offset

    def add_value(self, path: Path, start: int, end: int) -> None:
        """Record that the value of `path` stands between two offsets."""
        self._values[path] = (start, end)

    def has(self, path: Path) -> bool:
        """Whether the text holds a value of this path."""
        return path in self._values or path in self._keys

    def value(self, path: Path) -> Span:
        """The place of a value; for a missing one that of the mapping or list that should hold it."""
        return self._lines.span(self._range(path)[0])

    def key(self, path: Path) -> Span:
        """The place of a key; for an element of a list that of its value."""
        if path in self._keys:
            return self._lines.span(self._keys[path])
        return self.value(path)

    def origin(self, path: Path, value: str) -> Origin:
        """Maps offsets in a scalar's value to its source, through quotes, escapes and folded lines."""
        start, end = self._range(path)
        for quote in (0, 1):
            if self._text.startswith(value, start + quote):
                return Origin.of(self._lines, [(0, start + quote)])
        return Origin.of(self._lines, self._align(value, start, end))

    def _range(self, path: Path) -> tuple[int, int]:
        while path and path not in self._values:
            path = path[:-1]
        return self._values.get(path, (0, 0))

    def _align(self, value: str, start: int, end: int) -> list[tuple[int, int]]:
        pieces = [(0, start)]
        place, expected = start, -1
        for index, char in enumerate(value):
            if char.isspace():
                expected = -1
                continue
            found = self._text.find(char, place, min(end, place + _FOLD))
            if found < 0:  # written as an escape
                continue
            if found != expected:
                pieces.append((index, found))
            place = expected = found + 1
        return pieces[1:] if len(pieces) > 1 and pieces[1][0] == 0 else pieces
