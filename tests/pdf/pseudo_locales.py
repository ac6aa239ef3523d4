"""Pseudo-locales: a document put into no language, to try on its pages what translations will do to them.

Each changes every text that is shown, in the same way each time, and leaves anchors, addresses and numbers alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import cycle
from math import ceil
from typing import Any

from publish.document.tree import About, Cell, Chart, CodeBlock, Document, KeyFigures, Number, Run, RunRole

__all__ = ["DENSE", "LONGER", "PSEUDO_LOCALES", "TURNED", "UNBROKEN", "PseudoLocale", "pseudo_localized", "shown_texts"]

# What no page shows, and what is the same in every language.
_UNSEEN = frozenset({
    "anchor", "back_anchor", "alt", "authors_text", "contents", "data", "direction", "fact", "keywords", "language",
    "gaps", "locale", "note_marks", "paper", "script", "slug", "subject", "target",
})  # fmt: skip
_UNTRANSLATED = frozenset({"digits", "fraction", "integer", "mark", "marking", "marks", "number"})

# What some styles leave out, or cut.
_NOT_ALWAYS: dict[type, frozenset[str]] = {
    About: frozenset({"title"}),
    Chart: frozenset({"ticks"}),
    Document: frozenset({"furniture"}),
    KeyFigures: frozenset({"title"}),
}

_WORD = re.compile(r"\{\w+\}|[^\W\d_]+(?:[-’'][^\W\d_]+)*")  # a placeholder or letters


@dataclass(frozen=True)
class PseudoLocale:
    """A way to change texts; locale and script of the result where they are not those of the document."""

    name: str
    say: Callable[[str], str]
    locale: str | None = None
    script: str | None = None
    direction: str = "ltr"

    def __str__(self) -> str:
        return self.name


# ---------------------------------------------------------------- texts

_FILLERS = ("śćieżką", "øþýn", "ďåžľîvůj", "ñõç", "ğţėşŷķu", "ße", "ļüğæŵêċġ")
_MORE = 0.4


def longer(text: str) -> str:
    """The text with 40 % more: accented words between its own, the last as long as is still due."""
    fillers, words = cycle(_FILLERS), [word for word in _WORD.finditer(text) if word[0][0] != "{"]
    said, at, due, filler = "", 0, 0.0, next(fillers)
    for word in words:
        said += text[at : word.end()]
        last = word is words[-1]
        due, at = due + _MORE * ((len(text) if last else word.end()) - at), word.end()
        if last:
            said += " " + "".join(_FILLERS)[: max(ceil(due) - 1, 2)]
        elif due > len(filler):
            said, due, filler = f"{said} {filler}", due - len(filler) - 1, next(fillers)
    return said + text[at:]


_HEBREW = "אבגדהוזחטילמנסעפצקרשת"
_FINALS = str.maketrans("כמנפצ", "ךםןףץ")


def turned(text: str) -> str:
    """The text in Hebrew letters, names left in their own."""

    def turn(word: re.Match[str]) -> str:
        if _is_name(word):
            return word[0]
        letters = "".join(_HEBREW[ord(char) % len(_HEBREW)] if char.isalpha() else char for char in word[0].lower())
        return letters[:-1] + letters[-1].translate(_FINALS)

    return _each_word(turn, text)


# The beginning of the Thousand Character Classic: common ideographs, no two alike.
_IDEOGRAPHS = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈"
_WIDE_MARKS = str.maketrans(",.:;!?()", "，。：；！？（）")
_MARK = re.compile(r"(?<!\d)[,.:;!?()]|[,.:;!?()](?!\d)")
_STOP_BEFORE_MARK = re.compile(r"。(?=[，。：；）])")  # what is left of an abbreviation
_SPACE_BY_WIDE = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffee])\s+|\s+(?=[\u3000-\u9fff\uff00-\uffee])")


def dense(text: str) -> str:
    """The text in ideographs about as wide, one for two letters, without spaces and with full-width marks."""

    def write(word: re.Match[str]) -> str:
        if _is_acronym(word[0]):
            return word[0]
        start = sum(map(ord, word[0]))
        return "".join(_IDEOGRAPHS[(start + 7 * i) % len(_IDEOGRAPHS)] for i in range((len(word[0]) + 1) // 2))

    marked = _MARK.sub(lambda mark: mark[0].translate(_WIDE_MARKS), text)
    quoted = re.sub(r"[„“«](\w[^„“”«»]*)[”“»]", r"「\1」", marked)
    return _STOP_BEFORE_MARK.sub("", _SPACE_BY_WIDE.sub("", _each_word(write, quoted)))


_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_])[ \u00a0-](?=[^\W\d_])")


def unbroken(text: str) -> str:
    """The text with nothing between its words, up to the next mark."""
    return _BETWEEN_WORDS.sub("", text)


def _each_word(change: Callable[[re.Match[str]], str], text: str) -> str:
    return _WORD.sub(lambda word: word[0] if word[0][0] == "{" else change(word), text)


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _is_name(word: re.Match[str]) -> bool:
    before = word.string[: word.start()].rstrip()
    begins = not before or before[-1] in ".:!?–"
    return _is_acronym(word[0]) or (word[0][0].isupper() and not begins)


LONGER = PseudoLocale("longer", longer)
TURNED = PseudoLocale("turned", turned, "he", "Hebr", "rtl")
DENSE = PseudoLocale("dense", dense, "zh-Hans", "Hans")
UNBROKEN = PseudoLocale("unbroken", unbroken)
PSEUDO_LOCALES = (LONGER, TURNED, DENSE, UNBROKEN)


# ---------------------------------------------------------------- documents


def pseudo_localized(document: Document, pseudo: PseudoLocale, paper: str = "A4") -> Document:
    """The document in a pseudo-locale; what it says in another language than its own stays as it is."""
    locale = pseudo.locale or document.locale
    script = pseudo.script or document.script
    said: Document = _Translator(pseudo, document.locale, locale).part(document)
    return replace(said, locale=locale, script=script, direction=pseudo.direction, paper=paper)


@dataclass(frozen=True)
class _Translator:
    pseudo: PseudoLocale
    source: str
    target: str

    def part(self, part: Any) -> Any:
        """Any part of a document, its texts changed."""
        match part:
            case Run():
                return self._run(part)
            case tuple():
                return tuple(map(self.part, part))
            case str():
                return self.pseudo.say(part)
            case CodeBlock():
                return part
            case _ if is_dataclass(part):
                return replace(part, **{name: self._field(name, getattr(part, name)) for name in _names(part)})
        return part

    def _field(self, name: str, value: Any) -> Any:
        if name == "language":
            return self.target if value == self.source else value
        kept = name in _UNSEEN or (name in _UNTRANSLATED and not is_dataclass(value))
        return value if kept else self.part(value)

    def _run(self, run: Run) -> Run:
        if run.role is not RunRole.TEXT or run.language != self.source:
            return run
        return replace(run, text=run.text if _is_address(run) else self.pseudo.say(run.text), language=self.target)


def shown_texts(part: Any) -> Iterator[str]:
    """Every text of a document that its pages must show, in the order of its fields; furniture may be cut."""
    match part:
        case Run():
            yield part.text
        case Cell(number=Number()):
            yield from shown_texts(part.number)  # which repeats the text
        case tuple():
            for item in part:
                yield from shown_texts(item)
        case str():
            yield part
        case _ if is_dataclass(part):
            hidden = _UNSEEN | _NOT_ALWAYS.get(type(part), frozenset())
            for name in _names(part):
                if name not in hidden:
                    yield from shown_texts(getattr(part, name))


def _names(part: Any) -> list[str]:
    return [field.name for field in fields(part) if field.name != "span"]


def _is_address(run: Run) -> bool:
    return run.target is not None and run.text.strip("/") in run.target
