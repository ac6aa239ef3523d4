"""Marks that never begin or end a line, and what numbers and Korean words ask for beyond UAX #14."""

from __future__ import annotations

import re

__all__ = ["CJK", "NEVER_END", "NEVER_START", "allowed", "keeps_kinsoku", "short_pairs"]

# JLREQ 3.1.7 (classes cl-02 to cl-07, cl-09 to cl-11) and CLREQ 3.1.3: marks that never begin a line.
NEVER_START = frozenset(
    "」』）】〕］｝〉》〗〙〛〟｠”’»›)]}、。，．,.・：；:;？！?!‼⁇⁈⁉ー‐–〜～゠ゝゞヽヾ々〻゛゜％‰℃°′″"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ｡､｣･ｧｨｩｪｫｬｭｮｯｰﾞﾟ…‥"
)
# JLREQ 3.1.8 (cl-01) and cl-12: opening marks and signs before a number never end one.
NEVER_END = frozenset("「『（【〔［｛〈《〖〘〚〝｟“‘«‹([{｢¿¡￥＄￡＃$£¥€#№")
MULTIPLIERS = frozenset("十百千万億兆京萬亿만억조경")
HANGUL = re.compile("[\u1100-\u11ff\uac00-\ud7a3]")
KANA = re.compile("[\u3041-\u30ff]")
RANGE_SIGNS = frozenset("-‐‑–—−~〜～/")
CJK = re.compile("[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef\U00020000-\U0003ffff]")
# A single letter on either side of a lone slash: a pair that reads as one word ("n/a", "km/h").
SHORT_PAIR = re.compile(r"(?<![\w/])(?:\w/\w+|\w+/\w)(?![\w/])")
# Where a Korean word may be parted all the same: behind a dash, a slash or the dot of a list.
KOREAN_SEAMS = frozenset("-‐–—~/·ㆍ・ \u00a0\u00ad\u200b")


def allowed(text: str, offset: int, strict: bool) -> bool:
    """Whether a line may begin at `offset` of a chunk, where UAX #14 would let it.

    `strict` is for text with Chinese, Japanese or Korean in it. Numbers stay whole, their ranges and multipliers
    (5500億) included, and so do Korean words, which spaces part (KLREQ 3.1).
    """
    before, after = text[offset - 1], text[offset]
    if strict and not keeps_kinsoku(text, offset):
        return False
    if strict and not (before in KOREAN_SEAMS or before.isspace()) and _in_korean(text, before + after):
        return False
    return not _in_number(text, offset, before, after)


def _in_korean(text: str, around: str) -> bool:
    """Whether a place is inside a Korean word, Hanja and brackets in it included; in Japanese only Hangul is."""
    return HANGUL.search(text if not KANA.search(text) else around) is not None


def keeps_kinsoku(text: str, offset: int) -> bool:
    """Whether neither mark at `offset` would stand where it never may: one at the end of a line, one at its start."""
    return text[offset] not in NEVER_START and text[offset - 1] not in NEVER_END


def _in_number(text: str, offset: int, before: str, after: str) -> bool:
    """Whether a break here would part a number, a range or the two slashes of an address from what follows."""
    if before in RANGE_SIGNS:
        return text[offset - 2 : offset].endswith("//") or (
            after.isdecimal() and text[offset - 2 : offset - 1].isdecimal()
        )
    if before.isdecimal():
        return after in MULTIPLIERS or after.isdecimal()
    return before in MULTIPLIERS and after.isdecimal()


def short_pairs(text: str) -> frozenset[int]:
    """The offsets behind the slashes of short pairs such as "n/a" or "km/h", which read as one word."""
    return frozenset(text.index("/", match.start()) + 1 for match in SHORT_PAIR.finditer(text))
