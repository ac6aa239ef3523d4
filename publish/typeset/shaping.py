"""Shaping: words to glyphs by HarfBuzz, each word once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import uharfbuzz as hb

from publish.typeset.aki import CJK_SCRIPTS, EVEN_SCRIPTS, PLAIN, Edge, edge, gap, ideographic, joint, squeeze
from publish.typeset.clusters import clusters
from publish.typeset.faces import Candidate, Face
from publish.typeset.fallback import itemize
from publish.typeset.model import Glyph, ShapedRun

__all__ = ["SOFT_HYPHEN", "SPACE_SHRINK", "Shaper", "Word", "shaper"]

SOFT_HYPHEN = "\u00ad"
NO_BREAK_SPACE = "\u00a0"
# Spaces that words hold within; what stands on either side is shaped on its own, and met again more often.
INNER_SPACE = re.compile("([\u00a0\u202f])")
# How much of its width a space may give up in a justified line.
SPACE_SHRINK = 0.25
# OpenType knows the scripts of single characters; these stand for text that has none of its own (digits, marks).
SCRIPTS = {"Jpan": "Kana", "Hrkt": "Kana", "Hans": "Hani", "Hant": "Hani", "Kore": "Hang"}
NO_SCRIPT = frozenset({None, "", "Zyyy", "Zinh", "Zzzz"})
# The words of a hundred pages; beyond that a shaper starts anew, for a process must stay small.
MAX_WORDS = 8_000


class Word(NamedTuple):
    """A shaped stretch of text of one direction, usually a word; `width` in em/1000.

    `runs` stand from left to right. The edges matter to CJK text only. `joints` and `shrink` sum up those of its runs.
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
    `superior` figures (sups), tracking in em/1000 after each cluster. Standard ligatures go when letters are tracked.
    """

    def __init__(
        self, chain: Sequence[Candidate], language: str, script: str, options: tuple[float, bool, bool, bool]
    ) -> None:
        self._chain = tuple(chain)
        self._first = self._chain[0]
        self._face: Face | None = None
        self._language = language
        self._script = SCRIPTS.get(script, script)
        self._full_width = script in CJK_SCRIPTS and not options[3]
        self._even = script in EVEN_SCRIPTS
        self._tracking, tabular, kana, superior = options
        # Characters in full-width cells keep them: kerning would tear the columns of a solid setting (JLREQ 2.1.2).
        self._solid = self._full_width and not kana
        self._features: dict[str, bool | int] = {"tnum": tabular, "pnum": not tabular}
        if kana:
            self._features["palt"] = True
        if superior:
            self._features["sups"] = True
        if self._tracking:
            self._features |= {"liga": False, "clig": False}
        self._loose = self._features | {"kern": False}
        self._words: dict[str, Word] = {}
        self._turned: dict[str, Word] = {}

    def word(self, text: str, rtl: bool = False) -> Word:
        """The shaped word, from memory when it has been met before; U+00AD at its end is drawn as a hyphen."""
        known = self._turned if rtl else self._words
        word = known.get(text)
        if word is None:
            if len(known) >= MAX_WORDS:
                known.clear()
            word = known[text] = self._shape_word(text, rtl)
        return word

    def _shape_word(self, text: str, rtl: bool) -> Word:
        if text.endswith(SOFT_HYPHEN):
            return _say_soft(self._shape_word(text[:-1] + "-", rtl))
        parts = INNER_SPACE.split(text) if len(text) > 1 else ()
        if len(parts) > 1:
            return self._joined([self.word(part, rtl) for part in parts if part], rtl)
        if self._first.coverage.covers(text):
            self._face = self._face or self._first.face()
            runs = [self._shape(self._face, text, rtl)]
        else:
            runs = [self._shape(choice.face(), part, rtl) for choice, part in itemize(text, self._chain)]
        first = last = PLAIN
        if self._full_width and runs:
            runs, first, last = _close_up(runs)
        if self._even or text == NO_BREAK_SPACE:
            runs = [_with_joints(run, self._even) for run in runs]
        elif len(runs) == 1:
            return Word(text, runs[0].width, tuple(runs), 0, 0.0, first, last)
        return _word(text, runs[::-1] if rtl else runs, first, last)

    @staticmethod
    def _joined(words: Sequence[Word], rtl: bool) -> Word:
        """Words that spaces hold together, as one."""
        runs = [run for word in (reversed(words) if rtl else words) for run in word.runs]
        return _word("".join(word.text for word in words), runs, words[0].first, words[-1].last)

    def _shape(self, face: Face, text: str, rtl: bool) -> ShapedRun:
        buffer = hb.Buffer()
        buffer.add_codepoints([ord(char) for char in text])
        buffer.guess_segment_properties()
        if buffer.script in NO_SCRIPT:
            buffer.script = self._script
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.language = self._language
        # each character a cluster of its own, as far as glyphs allow: what is drawn is what is said (clusters.py)
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        solid = self._solid and any(map(ideographic, text))
        hb.shape(face.hb_font, buffer, self._loose if solid else self._features)
        glyphs = clusters(face, text, buffer, rtl=rtl)
        if self._tracking:
            glyphs = [_tracked(glyph, self._tracking) for glyph in glyphs]
        return ShapedRun(face, text, tuple(glyphs), _width(glyphs), (), rtl)


def _word(text: str, runs: Sequence[ShapedRun], first: Edge, last: Edge) -> Word:
    width = sum([run.width for run in runs])
    count = sum([len(run.joints) for run in runs])
    shrink = sum([capacity for run in runs for _, capacity in run.joints])
    return Word(text, width, tuple(runs), count, shrink, first, last)


def _width(glyphs: Sequence[Glyph]) -> float:
    return sum([glyph.advance + glyph.adjust for glyph in glyphs])


def _tracked(glyph: Glyph, tracking: float) -> Glyph:
    """The glyph with space behind it; marks sit on their letter and take none."""
    return glyph._replace(adjust=glyph.adjust + tracking) if glyph.advance else glyph


def _say_soft(word: Word) -> Word:
    """A word that ends in a drawn hyphen, which stands for a soft one: readers join the word again."""
    run = word.runs[-1]
    run = replace(
        run, text=run.text[:-1] + SOFT_HYPHEN, glyphs=(*run.glyphs[:-1], run.glyphs[-1]._replace(text=SOFT_HYPHEN))
    )
    return word._replace(text=word.text[:-1] + SOFT_HYPHEN, runs=(*word.runs[:-1], run))


def _with_joints(run: ShapedRun, even: bool) -> ShapedRun:
    """The run with the places where a justified line gives way: inner spaces and, in `even` scripts, all cells."""
    glyphs = run.glyphs
    found = [(at, glyph.advance * SPACE_SHRINK) for at, glyph in enumerate(glyphs) if glyph.text == NO_BREAK_SPACE]
    if even:
        pairs = enumerate(pairwise(glyphs))
        found += [(at, 0.0) for at, (one, two) in pairs if one.text and two.text and joint(one.text[-1], two.text[0])]
    return replace(run, joints=tuple(sorted(found))) if found else run


def _close_up(runs: Sequence[ShapedRun]) -> tuple[list[ShapedRun], Edge, Edge]:
    """CJK text with the blank halves of marks closed up and the gaps around Latin opened; and its two edges."""
    edges: list[Edge] = []
    for run in runs:
        for glyph in run.glyphs:
            # a mark belongs to its letter: the gap comes behind both
            edges.append(edges[-1] if edges and not glyph.advance and glyph.parts else _edge(run.face, glyph))
    moves = [gap(one, two) - squeeze(one, two) for one, two in pairwise(edges)] + [0.0]
    done: list[ShapedRun] = []
    for run in runs:
        here, moves = moves[: len(run.glyphs)], moves[len(run.glyphs) :]
        done.append(_moved(run, here) if any(here) else run)
    return done, edges[0], edges[-1]


def _edge(face: Face, glyph: Glyph) -> Edge:
    if len(glyph.text) != 1 or len(glyph.parts) != 1:
        return PLAIN
    return edge(face, glyph.parts[0][0], glyph.text, glyph.advance + glyph.adjust)


def _moved(run: ShapedRun, moves: Sequence[float]) -> ShapedRun:
    pairs = zip(run.glyphs, moves, strict=True)
    glyphs = tuple(glyph._replace(adjust=glyph.adjust + move) for glyph, move in pairs)
    return replace(run, glyphs=glyphs, width=_width(glyphs))


@lru_cache(maxsize=512)
def shaper(chain: tuple[Candidate, ...], language: str, script: str, options: tuple[float, bool, bool, bool]) -> Shaper:
    """The shaper of a process for these faces; `options` are tracking, tabular digits, proportional kana, superiors."""
    return Shaper(chain, language, script, options)
