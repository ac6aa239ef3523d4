"""Unicode's own tests of the bidirectional algorithm, and its data against ours.

Measured with the files of Unicode 15.0 on one core: BidiTest.txt, 770,241 cases in 490,846 lines, 40 s;
BidiCharacterTest.txt, 91,707 cases, 5 s; none fails. Of BidiTest.txt one line in eleven is taken unless
PUBLISH_FULL_CONFORMANCE is set.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from unicode_files import ages, records, require, version

from publish.typeset.bidi import base_level, levels, line_levels, mirrored, reset, resolve, visual_order
from publish.typeset.bidi_classes import CODES, bidi_classes
from publish.typeset.bidi_embedding import first_strong
from publish.typeset.brackets import BRACKET, CLOSING_OF

SAMPLE = 1 if os.environ.get("PUBLISH_FULL_CONFORMANCE") else 11
# What pairs and mirrors is written down as Unicode 15.0 has it; later versions may add to it.
WRITTEN_FROM = (15, 0)


class Expected(NamedTuple):
    levels: list[str]  # "x" for what X9 removes
    order: list[int]

    def matches(self, found: list[int]) -> bool:
        same = all(level in ("x", str(ours)) for level, ours in zip(self.levels, found, strict=True))
        return same and [item for item in visual_order(found) if self.levels[item] != "x"] == self.order


def class_cases() -> Iterator[tuple[str, int, Expected]]:
    """Classes, the bits of the paragraph directions (1 automatic, 2 left-to-right, 4 right-to-left), what comes out."""
    expected = Expected([], [])
    lines = 0
    for record in records(require("BidiTest.txt")):
        key, _, value = record.partition(":")
        if key == "@Levels":
            expected = expected._replace(levels=value.split())
        elif key == "@Reorder":
            expected = expected._replace(order=[int(item) for item in value.split()])
        elif not key.startswith("@"):
            lines += 1
            if lines % SAMPLE == 0:
                names, _, bits = record.partition(";")
                yield "".join([CODES[name] for name in names.split()]), int(bits), expected


def bases(classes: str, bits: int) -> set[int]:
    """The paragraph levels that the bits of a case ask for."""
    automatic = {first_strong(classes)} if bits & 1 else set()
    return automatic | {base for base, bit in ((0, 2), (1, 4)) if bits & bit}


def test_sequences_of_classes() -> None:
    failed, cases = [], 0
    for classes, bits, expected in class_cases():
        cases += bits.bit_count()
        for base in bases(classes, bits):
            if not expected.matches(reset(classes, resolve(classes, base), base)):
                failed.append((classes, base))
    assert failed[:10] == []
    assert cases > 600_000 // SAMPLE


def test_sequences_of_characters() -> None:
    """No character of this file came after Unicode 6.3, so that any Python knows them all."""
    failed, cases = [], 0
    for record in records(require("BidiCharacterTest.txt")):
        codes, direction, base, found, order = record.split(";")
        text = "".join([chr(int(code, 16)) for code in codes.split()])
        rtl = {"0": False, "1": True, "2": None}[direction]
        ours = line_levels(text, levels(text, rtl) or [0] * len(text), 0, len(text), int(base))
        expected = Expected(found.split(), [int(item) for item in order.split()])
        cases += 1
        if not expected.matches(ours) or (rtl is None and base_level(text) != int(base)):
            failed.append(record)
    assert failed[:10] == []
    assert cases > 90_000


DEFAULT = re.compile(r"# @missing: ([0-9A-F]+)\.\.([0-9A-F]+); (\w+)")
LONG_NAMES = {"Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL", "European_Terminator": "ET"}


def file_classes(path: Path) -> dict[int, str]:
    """The letter of each code point's class, unassigned ones included."""
    found: dict[int, str] = {}
    for first, last, name in DEFAULT.findall(path.read_text("utf-8")):
        found.update(dict.fromkeys(range(int(first, 16), int(last, 16) + 1), CODES[LONG_NAMES[name]]))
    for record in records(path):
        span, _, name = record.partition(";")
        first, _, last = span.strip().partition("..")
        found.update(dict.fromkeys(range(int(first, 16), int(last or first, 16) + 1), CODES[name.strip()]))
    return found


def test_classes_of_characters(record_property: Callable[[str, object], None]) -> None:
    """Classes are Python's own. Set aside, counted and named, is what came after Python's data or after the file:

    64 characters of Unicode 15.0 where Python has 14.0, none where both are of one version.
    """
    path = require("extracted/DerivedBidiClass.txt")
    expected = file_classes(path)
    known = tuple(map(int, unicodedata.unidata_version.split(".")[:2]))
    different: list[str] = []
    defaults: list[str] = []
    set_aside: list[str] = []
    for code in (*range(0x20000), *range(0xE0000, 0xE1000)):
        if bidi_classes(chr(code)) == expected[code]:
            continue
        age, assigned = ages().get(code), unicodedata.bidirectional(chr(code)) != ""
        if (age and age > known) or (assigned and not age):
            set_aside.append(f"U+{code:04X}")
        else:
            (different if assigned else defaults).append(f"U+{code:04X}")
    record_property("set aside", set_aside)
    assert different == []
    assert defaults == [] or version(path) > WRITTEN_FROM
    assert set_aside == [] or known != version(path)


def test_mirrored_characters() -> None:
    path = require("BidiMirroring.txt")
    expected = {}
    for record in records(path):
        char, image = (chr(int(code, 16)) for code in record.split(";"))
        expected[char] = image
    ours = {char: mirrored(char) for char in map(chr, range(0x110000)) if mirrored(char)}
    assert ours.items() <= expected.items()
    assert version(path) > WRITTEN_FROM or len(ours) == len(expected)


def test_paired_brackets() -> None:
    path = require("BidiBrackets.txt")
    expected = {}
    for record in records(path):
        char, other, kind = (field.strip() for field in record.split(";"))
        if kind == "o":
            expected[chr(int(char, 16))] = chr(int(other, 16))
    assert CLOSING_OF.items() <= expected.items()
    assert version(path) > WRITTEN_FROM or len(CLOSING_OF) == len(expected)
    assert all(BRACKET.fullmatch(char) for pair in CLOSING_OF.items() for char in pair)
