"""Emphasis and strong emphasis: CommonMark's delimiter runs, with care for text written without spaces."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from publish.article.inline import Emph, Inline, Strong, Text

__all__ = ["Bracket", "Delimiter", "Item", "Nest", "delimiter", "is_cjk", "join", "resolve"]


@dataclass(slots=True)
class Delimiter:
    """A run of `*` or `_` that may open or close emphasis; `count` is what is left of it."""

    char: str
    count: int
    length: int
    opens: bool
    closes: bool


@dataclass(slots=True)
class Bracket:
    """An opening bracket, or the opening `{en1}` of a foreign span (`name` is then "en1")."""

    start: int
    source: str
    name: str = ""
    active: bool = True


Item = Inline | Delimiter | Bracket
Nest = Callable[[type[Emph | Strong], tuple[Inline, ...]], Sequence[Inline]]

_CJK = ((0x1100, 0x11FF), (0x2E80, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F),
        (0xFF01, 0xFFEE), (0x1AFF0, 0x1B2FF), (0x20000, 0x3FFFF))  # fmt: skip


def is_cjk(char: str) -> bool:
    """Whether a character belongs to East Asian text, its punctuation included."""
    code = ord(char)
    return code >= 0x1100 and any(low <= code <= high for low, high in _CJK)


def _is_punctuation(char: str) -> bool:
    # A brace belongs to a fact's name, which stands for a word.
    return char not in "{}" and not is_cjk(char) and unicodedata.category(char)[0] in "PS"


def delimiter(text: str, start: int, end: int) -> Delimiter:
    """The run of delimiters between two offsets, by CommonMark 0.31 section 6.2.

    There a run between a punctuation mark and a letter does not flank; between East Asian characters it must, since
    no space stands there: `**注意。**本文`.
    """
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left = not after.isspace() and (
        not _is_punctuation(after) or before.isspace() or is_cjk(before) or _is_punctuation(before)
    )
    right = not before.isspace() and (
        not _is_punctuation(before) or after.isspace() or is_cjk(after) or _is_punctuation(after)
    )
    count = end - start
    if text[start] == "*":
        return Delimiter("*", count, count, left, right)
    opens = left and (not right or _is_punctuation(before))
    closes = right and (not left or _is_punctuation(after))
    return Delimiter("_", count, count, opens, closes)


def resolve(items: Sequence[Item], nest: Nest) -> tuple[Inline, ...]:
    """The nodes of a closed stretch: matching delimiters become emphasis, all others text."""
    matcher = _Matcher(nest)
    for item in items:
        matcher.take(item)
    return join(matcher.done)


class _Matcher:
    """Matches closers with openers in one pass; what an opener encloses is always the tail of `done`."""

    def __init__(self, nest: Nest) -> None:
        self.done: list[Item] = []
        self._nest = nest
        self._openers: list[int] = []  # places of delimiters in `done` that may still open
        self._bottoms: dict[tuple[str, bool, int], int] = {}  # below which a kind of closer finds no opener

    def take(self, item: Item) -> None:
        if not isinstance(item, Delimiter):
            self.done.append(item)
            return
        if item.closes:
            self._close(item)
        if item.count:
            if item.opens:
                self._openers.append(len(self.done))
            self.done.append(item)

    def _close(self, closer: Delimiter) -> None:
        key = (closer.char, closer.opens, closer.length % 3)
        while closer.count:
            found = self._find(closer, self._bottoms.get(key, 0))
            if found is None:
                self._bottoms[key] = len(self.done)
                return
            self._enclose(found, closer)

    def _find(self, closer: Delimiter, bottom: int) -> int | None:
        for index in range(len(self._openers) - 1, -1, -1):
            place = self._openers[index]
            if place < bottom:
                return None
            opener = self.done[place]
            if isinstance(opener, Delimiter) and _match(opener, closer):
                return index
        return None

    def _enclose(self, index: int, closer: Delimiter) -> None:
        place = self._openers[index]
        opener = self.done[place]
        if not isinstance(opener, Delimiter):
            return
        used = 2 if opener.count > 1 and closer.count > 1 else 1
        children = join(self.done[place + 1 :])
        del self._openers[index + 1 :]
        opener.count -= used
        closer.count -= used
        if opener.count:
            del self.done[place + 1 :]
        else:
            del self.done[place:]
            del self._openers[index]
        self._bottoms = {key: min(bottom, len(self.done)) for key, bottom in self._bottoms.items()}
        self.done.extend(self._nest(Strong if used == 2 else Emph, children))


def _match(opener: Delimiter, closer: Delimiter) -> bool:
    if opener.char != closer.char:
        return False
    # CommonMark 0.31, section 6.2, rule 9
    both = opener.closes or closer.opens
    return not both or (opener.length + closer.length) % 3 != 0 or opener.length % 3 == closer.length % 3 == 0


def join(items: Sequence[Item]) -> tuple[Inline, ...]:
    """The items as nodes: unmatched delimiters and brackets are text, neighbouring texts are one."""
    nodes: list[Inline] = []
    texts: list[str] = []
    for item in items:
        match item:
            case Delimiter():
                texts.append(item.char * item.count)
            case Bracket():
                texts.append(item.source)
            case Text():
                texts.append(item.text)
            case _:
                _flush(texts, nodes)
                nodes.append(item)
    _flush(texts, nodes)
    return tuple(nodes)


def _flush(texts: list[str], nodes: list[Inline]) -> None:
    if text := "".join(texts):
        nodes.append(Text(text))
    texts.clear()
