"""Shaping: words to glyphs by HarfBuzz, each word once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import uharfbuzz as hb

from publish.typeset.aki import CJK_SCRIPTS, EVEN_SCRIPTS, PLAIN, Edge, edge, ideographic, joint, squeeze
from publish.typeset.faces import Candidate, Face
from publish.typeset.model import Glyph

__all__ = ["SOFT_HYPHEN", "SPACE_SHRINK", "ShapedRun", "Shaper", "Word", "shaper"]

SOFT_HYPHEN = "\u00ad"
NO_BREAK_SPACE = "\u00a0"
# How much of its width a space may give up in a justified line.
SPACE_SHRINK = 0.25
JOINERS = frozenset("\u200c\u200d")
# OpenType knows the scripts of single characters; these stand for text that has none of its own (digits, marks).
SCRIPTS = {"Jpan": "Kana", "Hrkt": "Kana", "Hans": "Hani", "Hant": "Hani", "Kore": "Hang"}
NO_SCRIPT = frozenset({None, "", "Zyyy", "Zinh", "Zzzz"})
# About the words of a long book; beyond that a shaper starts anew.
MAX_WORDS = 30_000


@dataclass(frozen=True, slots=True)
class ShapedRun:
    """A stretch of a word in one face; `width` in em/1000, adjustments included.

    `joints` are the glyphs after which a justified line may stretch, each with what it may shrink there (em/1000).
    """

    face: Face
    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    joints: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A shaped stretch of text, usually a word; `width` in em/1000. The edges matter to CJK punctuation only.

    `joints` and `shrink` sum up those of its runs.
    """

    text: str
    width: float
    runs: tuple[ShapedRun, ...]
    joints: int = 0
    shrink: float = 0.0
    first: Edge = PLAIN
    last: Edge = PLAIN


class Shaper:
    """Shapes words in one family, weight, language and script, with fallback by character.

    Features are fixed for all its words: `tabular` digits or proportional ones, `kana` proportional kana (palt),
    tracking in em/1000 after each cluster. Standard ligatures go when letters are tracked.
    """

    def __init__(
        self, chain: Sequence[Candidate], language: str, script: str, options: tuple[float, bool, bool]
    ) -> None:
        self._chain = tuple(chain)
        self._language = language
        self._script = SCRIPTS.get(script, script)
        self._full_width = script in CJK_SCRIPTS
        self._even = script in EVEN_SCRIPTS
        self._tracking, tabular, kana = options
        # Characters in full-width cells keep them: kerning would tear the columns of a solid setting (JLREQ 2.1.2).
        self._solid = self._full_width and not kana
        self._features: dict[str, bool | int] = {"tnum": tabular, "pnum": not tabular}
        if kana:
            self._features["palt"] = True
        if self._tracking:
            self._features |= {"liga": False, "clig": False}
        self._words: dict[str, Word] = {}

    def word(self, text: str) -> Word:
        """The shaped word, from memory when it has been met before; U+00AD at its end is drawn as a hyphen."""
        word = self._words.get(text)
        if word is None:
            if len(self._words) >= MAX_WORDS:
                self._words.clear()
            word = self._words[text] = self._shape_word(text)
        return word

    def _shape_word(self, text: str) -> Word:
        if text.endswith(SOFT_HYPHEN):
            return _say_soft(self._shape_word(text[:-1] + "-"))
        runs = [self._shape(choice.face(), part) for choice, part in itemize(text, self._chain)]
        first = last = PLAIN
        if self._full_width and runs:
            runs, first, last = _close_up(runs)
        runs = [_with_joints(run, self._even) for run in runs]
        count = sum(len(run.joints) for run in runs)
        shrink = sum(capacity for run in runs for _, capacity in run.joints)
        return Word(text, sum(run.width for run in runs), tuple(runs), count, shrink, first, last)

    def _shape(self, face: Face, text: str) -> ShapedRun:
        buffer = hb.Buffer()
        buffer.add_codepoints([ord(char) for char in text])
        buffer.guess_segment_properties()
        if buffer.script in NO_SCRIPT:
            buffer.script = self._script
            buffer.direction = "ltr"
        buffer.language = self._language
        hb.shape(face.hb_font, buffer, self._features | {"kern": not (self._solid and any(map(ideographic, text)))})
        glyphs = tuple(_glyphs(face, text, buffer, self._tracking))
        return ShapedRun(face, text, glyphs, sum(glyph.advance + glyph.adjust for glyph in glyphs))


def _glyphs(face: Face, text: str, buffer: hb.Buffer, tracking: float) -> Iterator[Glyph]:
    """The glyphs of a shaped buffer; the text of a cluster stands on its first glyph, tracking follows its last."""
    clusters = [info.cluster for info in buffer.glyph_infos]
    starts = [*sorted(set(clusters)), len(text)]
    texts = {start: text[start:end] for start, end in pairwise(starts)}
    scale = face.scale
    for index, (info, place) in enumerate(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)):
        advance = face.advance(info.codepoint)
        adjust = place.x_advance * scale - advance
        if tracking and (index + 1 == len(clusters) or clusters[index + 1] != info.cluster):
            adjust += tracking
        said = texts.pop(info.cluster, "")
        yield Glyph(info.codepoint, said, advance, adjust, place.x_offset * scale, place.y_offset * scale)


def itemize(text: str, chain: Sequence[Candidate]) -> Iterator[tuple[Candidate, str]]:
    """`text` in stretches, each with the first candidate that has all of it; marks stay with their base.

    What nobody has goes to the first candidate, which draws its box for a missing glyph.
    """
    if all(map(chain[0].coverage.has, text)):
        yield chain[0], text
        return
    current, start, offset = chain[0], 0, 0
    for cluster in _with_marks(text):
        choice = _choose(cluster, chain)
        if choice is not current:
            if offset > start:
                yield current, text[start:offset]
            current, start = choice, offset
        offset += len(cluster)
    yield current, text[start:]


def _with_marks(text: str) -> Iterator[str]:
    """Each character with the marks and joiners that follow it."""
    start = 0
    for offset in range(1, len(text) + 1):
        if offset == len(text) or not (text[offset] in JOINERS or unicodedata.category(text[offset])[0] == "M"):
            yield text[start:offset]
            start = offset


def _choose(cluster: str, chain: Sequence[Candidate]) -> Candidate:
    for choice in chain:
        if all(map(choice.coverage.has, cluster)):
            return choice
    return next((choice for choice in chain if choice.coverage.has(cluster[0])), chain[0])


def _say_soft(word: Word) -> Word:
    """A word that ends in a drawn hyphen, which stands for a soft one: readers join the word again."""
    run = word.runs[-1]
    glyphs = (*run.glyphs[:-1], replace(run.glyphs[-1], text=SOFT_HYPHEN))
    run = replace(run, text=run.text[:-1] + SOFT_HYPHEN, glyphs=glyphs)
    return replace(word, text=word.text[:-1] + SOFT_HYPHEN, runs=(*word.runs[:-1], run))


def _with_joints(run: ShapedRun, even: bool) -> ShapedRun:
    """The run with the places where a justified line gives way: no-break spaces and, in `even` scripts, all cells."""
    glyphs = run.glyphs
    found = [(at, glyph.advance * SPACE_SHRINK) for at, glyph in enumerate(glyphs) if glyph.text == NO_BREAK_SPACE]
    if even:
        pairs = enumerate(pairwise(glyphs))
        found += [(at, 0.0) for at, (one, two) in pairs if one.text and two.text and joint(one.text[-1], two.text[0])]
    return replace(run, joints=tuple(sorted(found))) if found else run


def _close_up(runs: list[ShapedRun]) -> tuple[list[ShapedRun], Edge, Edge]:
    """CJK text with the blank halves of neighbouring marks closed up, and its two edges."""
    edges = [_edge(run.face, glyph) for run in runs for glyph in run.glyphs]
    gaps = [squeeze(one, two) for one, two in pairwise(edges)] + [0.0]
    done: list[ShapedRun] = []
    for run in runs:
        here, gaps = gaps[: len(run.glyphs)], gaps[len(run.glyphs) :]
        done.append(_tighten(run, here))
    return done, edges[0], edges[-1]


def _edge(face: Face, glyph: Glyph) -> Edge:
    if len(glyph.text) != 1:
        return PLAIN
    return edge(face, glyph.id, glyph.text, glyph.advance + glyph.adjust)


def _tighten(run: ShapedRun, gaps: list[float]) -> ShapedRun:
    if not any(gaps):
        return run
    glyphs = tuple(
        replace(glyph, adjust=glyph.adjust - gap) if gap else glyph for glyph, gap in zip(run.glyphs, gaps, strict=True)
    )
    return ShapedRun(run.face, run.text, glyphs, run.width - sum(gaps))


@lru_cache(maxsize=512)
def shaper(chain: tuple[Candidate, ...], language: str, script: str, options: tuple[float, bool, bool]) -> Shaper:
    """The shaper of a process for these faces; `options` are tracking, tabular digits and proportional kana."""
    return Shaper(chain, language, script, options)
