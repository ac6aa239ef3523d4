"""Phrases: what titles in Chinese, Japanese and Thai break at."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

import budoux

from publish.typeset.aki import ideographic
from publish.typeset.breaking import is_strict, opportunities
from publish.typeset.kinsoku import CJK
from publish.typeset.thai import THAI, word_ends

__all__ = ["has_phrases", "phrase_opportunities"]

# A phrase of Japanese ends in kana or in punctuation; the model errs where it parts two kanji.
PHRASE_STOP = re.compile("[、。，．：；！？」』）]")
KANJI_PAIR = re.compile("[\u4e00-\u9fff々]{2}")

Parse = Callable[[str], list[str]]


def has_phrases(text: str, script: str) -> bool:
    """Whether a text of an ISO 15924 script has phrases beside its words."""
    return is_strict(text) or (script == "Thai" and THAI.search(text) is not None)


@lru_cache(maxsize=1024)
def phrase_opportunities(text: str, script: str) -> frozenset[int]:
    """Those of the opportunities that stand between phrases: what titles break at.

    Japanese and Chinese phrases are budoux's, Korean and Thai ones stand between spaces; all Latin words remain.
    """
    offsets = opportunities(text)
    if script == "Thai":
        return frozenset(offsets).difference(word_ends(text))
    ends = _phrase_ends(text, script)
    return frozenset(offset for offset in offsets if offset in ends or not _cjk_around(text, offset))


def _cjk_around(text: str, offset: int) -> bool:
    before = text[offset - 1]
    return before != " " and (ideographic(before) or ideographic(text[offset]))


def _phrase_ends(text: str, script: str) -> frozenset[int]:
    parse = _parser(script)
    if parse is None or not CJK.search(text):
        return frozenset()
    ends, offset = {match.end() for match in PHRASE_STOP.finditer(text)}, 0
    for phrase in parse(text):
        offset += len(phrase)
        if not (script == "Jpan" and KANJI_PAIR.match(text, offset - 1)):
            ends.add(offset)
    return frozenset(ends)


@lru_cache(maxsize=8)
def _parser(script: str) -> Parse | None:
    """The phrase parser of an ISO 15924 script; its model is read on first use."""
    load = {
        "Jpan": budoux.load_default_japanese_parser,
        "Hans": budoux.load_default_simplified_chinese_parser,
        "Hant": budoux.load_default_traditional_chinese_parser,
    }.get(script)
    parse: Parse | None = load().parse if load else None
    return parse
