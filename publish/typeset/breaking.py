"""Where lines may break: UAX #14, made strict for Chinese and Japanese, and phrases for titles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

import budoux
from uniseg.linebreak import line_break_breakables

from publish.typeset.aki import ideographic

__all__ = ["NEVER_END", "NEVER_START", "opportunities", "phrase_opportunities"]

# A single letter on either side of a lone slash: a pair that reads as one word ("n/a", "km/h").
SHORT_PAIR = re.compile(r"(?<![\w/])(?:\w/\w+|\w+/\w)(?![\w/])")

# JLREQ 3.1.7 (classes cl-02 to cl-07, cl-09 to cl-11) and CLREQ 3.1.3: marks that never begin a line.
NEVER_START = frozenset(
    "」』）】〕］｝〉》〗〙〛〟｠”’»›)]}、。，．,.・：；:;？！?!‼⁇⁈⁉ー‐–〜～゠ゝゞヽヾ々〻゛゜％‰℃°′″"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ｡､｣･ｧｨｩｪｫｬｭｮｯｰﾞﾟ…‥"
)
# JLREQ 3.1.8 (cl-01) and cl-12: opening marks and signs before a number never end one.
NEVER_END = frozenset("「『（【〔［｛〈《〖〘〚〝｟“‘«‹([{｢¿¡￥＄￡＃$£¥€#№")
MULTIPLIERS = frozenset("十百千万億兆京萬亿")
RANGE_SIGNS = frozenset("-‐‑–—−~〜～/")

SMALL_KANA = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
FULL_KANA = "".join(c for c in map(chr, (*range(0x3041, 0x3097), *range(0x30A1, 0x30FB))) if c not in SMALL_KANA)
CELL = f"[\u3400-\u4dbf\u4e00-\u9fff{FULL_KANA}]"
# Between two of these a line may always break (LB31) and no rule of UAX #14 looks across.
CELLS = re.compile(f"(?<={CELL})(?={CELL})")
CJK = re.compile("[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef\U00020000-\U0003ffff]")
TOKEN = re.compile(r"[^ ]* *")
# A phrase of Japanese ends in kana or in punctuation; the model errs where it parts two kanji.
PHRASE_STOP = re.compile("[、。，．：；！？」』）]")
KANJI_PAIR = re.compile("[\u4e00-\u9fff々]{2}")
# Letters and digits with marks behind them: no rule of UAX #14 breaks there.
PLAIN_WORD = re.compile("[0-9A-Za-zÀ-ÖØ-öø-ʯΑ-ώА-ӿ]+[.,;:!?]* *")

Parse = Callable[[str], list[str]]


@lru_cache(maxsize=4096)
def opportunities(text: str) -> tuple[int, ...]:
    """The offsets in `text` at which a new line may begin, by UAX #14 and strict kinsoku; neither 0 nor the end.

    Numbers stay whole, their ranges and the Chinese and Japanese multipliers (5500億) included.
    """
    found = [offset for start, chunk in _chunks(text) for offset in _within(chunk, start)]
    if CJK.search(text):
        found = [offset for offset in found if _kinsoku(text, offset)]
    together = _short_pairs(text) if "/" in text else frozenset()
    return tuple(offset for offset in found if not (offset in together or _in_number(text, offset)))


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    """The text cut at spaces where no rule looks across them: before a letter, and not after an opening mark."""
    start = end = 0
    for match in TOKEN.finditer(text):
        if start < match.start() < len(text) and _parted(text, match.start()):
            yield start, text[start:end]
            start = match.start()
        end = match.end()
    yield start, text[start:end]


def _parted(text: str, offset: int) -> bool:
    following = text[offset]
    if not (following.isalnum() and following < "\u3000"):
        return False
    before = text[:offset].rstrip(" ")[-1:]
    return before not in NEVER_END and before not in {"„", "‚", "\u200b", "\u2060", ""}


def _within(chunk: str, start: int) -> Iterator[int]:
    """The opportunities at the beginning of a chunk and inside it."""
    if start:
        yield start
    if PLAIN_WORD.fullmatch(chunk):
        return
    offset = start
    for piece in CELLS.split(chunk):
        if offset > start:
            yield offset
        if len(piece) > 1:
            yield from (offset + inner for inner in _uax14(piece))
        offset += len(piece)


@lru_cache(maxsize=30_000)
def _uax14(chunk: str) -> tuple[int, ...]:
    flags = line_break_breakables(chunk)
    return tuple(offset for offset, flag in enumerate(flags) if flag and offset)


def _kinsoku(text: str, offset: int) -> bool:
    return text[offset] not in NEVER_START and text[offset - 1] not in NEVER_END


def _in_number(text: str, offset: int) -> bool:
    """Whether a break here would part a number, a range or the two slashes of an address from what follows."""
    before, after = text[offset - 1], text[offset]
    if before in RANGE_SIGNS:
        return text[offset - 2 : offset].endswith("//") or (
            after.isdecimal() and text[offset - 2 : offset - 1].isdecimal()
        )
    if before.isdecimal():
        return after in MULTIPLIERS or after.isdecimal()
    return before in MULTIPLIERS and after.isdecimal()


def _short_pairs(text: str) -> frozenset[int]:
    """The offsets behind the slashes of short pairs such as "n/a" or "and/or"."""
    return frozenset(text.index("/", match.start()) + 1 for match in SHORT_PAIR.finditer(text))


@lru_cache(maxsize=1024)
def phrase_opportunities(text: str, script: str) -> frozenset[int]:
    """Those of the opportunities that stand between phrases: what titles break at.

    Japanese and Chinese phrases are budoux's, Korean ones stand between spaces; between Latin words all remain.
    """
    offsets = opportunities(text)
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
