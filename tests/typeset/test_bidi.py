"""Text of both directions. Capitals stand for right-to-left letters, as in UAX #9, so that both orders can be read."""

from __future__ import annotations

import time
import unicodedata
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.typeset.bidi import RAISING, base_level, levels, line_levels, mirrored, visual_order

CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
HEBREW = str.maketrans(CAPITALS, "".join(map(chr, range(0x5D0, 0x5EA))))
ARABIC = str.maketrans(CAPITALS, "".join(map(chr, (*range(0x627, 0x63B), *range(0x641, 0x647)))))
LRM, RLM, ALM = "\u200e\u200f\u061c"
LRE, RLE, PDF, LRO, RLO = map(chr, range(0x202A, 0x202F))
LRI, RLI, FSI, PDI = map(chr, range(0x2066, 0x206A))
FORMATS = frozenset((LRM, RLM, ALM, LRE, RLE, PDF, LRO, RLO, LRI, RLI, FSI, PDI))


def shown(text: str, rtl: bool | None, script: dict[int, int] = HEBREW) -> str:
    """The line as it is seen from left to right: marks mirrored, formatting characters left out."""
    stored = text.translate(script)
    base = base_level(stored) if rtl is None else int(rtl)
    found = line_levels(stored, levels(stored, rtl) or [base] * len(text), 0, len(text), base)
    seen = [(mirrored(text[at]) or text[at]) if found[at] & 1 else text[at] for at in visual_order(found)]
    return "".join(char for char in seen if char not in FORMATS)


@pytest.mark.parametrize(
    ("text", "rtl", "expected"),
    [
        ("car means CAR.", False, "car means RAC."),
        ("car means CAR.", True, ".RAC car means"),
        ("THE TREATY (UNTIL 2027) AND nato", True, "nato DNA (2027 LITNU) YTAERT EHT"),
        ("he said “car MEANS CAR.”", False, "he said “car RAC SNAEM.”"),
        ("PRICE: 1,250.50 usd, TAX 15%", True, "15% XAT ,usd 1,250.50 :ECIRP"),
        ("A 2025-2027 B", True, "B 2025-2027 A"),
        ("A -5 B", True, "B 5- A"),  # so that numbers with a sign need an isolate
        ("COST $5 OR 5€", True, "5€ RO $5 TSOC"),
        ("A, B, c, d, E", True, "E ,c, d ,B ,A"),
        ("A, B, c, d, E", False, "B ,A, c, d, E"),
    ],
)
def test_hebrew_latin_and_numbers_stand_in_order(text: str, rtl: bool, expected: str) -> None:
    assert shown(text, rtl) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IN 2025 A", "A 2025 NI"),
        ("IN 1,250.50 A", "A 1,250.50 NI"),
        ("15% A", "A 15%"),
        ("A 15%", "%15 A"),  # a European digit after Arabic letters is an Arabic number, and no sign binds to those
        ("A 1-2", "2-1 A"),
        ("A " + ALM + "b 1-2", "b 1-2 A"),
    ],
)
def test_numbers_after_arabic_letters_are_arabic_numbers(text: str, expected: str) -> None:
    assert shown(text, True, ARABIC) == expected


@pytest.mark.parametrize(
    ("text", "rtl", "expected"),
    [
        ("see B (a) C", True, "C (a) B see"),
        ("A (b) c", True, "c (b) A"),
        ("book(s) A", True, "A book(s)"),
        ("A book(s)", True, "book(s) A"),
        ("A (B) c", False, "(B) A c"),
        ("a (B [c] D) e", False, "a (B [c] D) e"),
        ("a (B [C] D) e", False, "a (D [C] B) e"),
        ("A «b» C", True, "C «b» A"),
        ("A < B > C", True, "C < B > A"),
        ("a (B", False, "a (B"),
    ],
)
def test_brackets_of_a_pair_have_one_direction(text: str, rtl: bool, expected: str) -> None:
    assert shown(text, rtl) == expected


@pytest.mark.parametrize(
    ("text", "rtl", "expected"),
    [
        # Without the isolate the number would join the Hebrew before it.
        ("SHOP - 3 reviews", False, "3 - POHS reviews"),
        (f"{FSI}SHOP{PDI} - 3 reviews", False, "POHS - 3 reviews"),
        (f"A {LRI}-5 °C{PDI} B", True, "B -5 °C A"),
        (f"a {RLI}B c{PDI} d", False, "a c B d"),
        (f"a {FSI}{FSI}b{PDI} C{PDI} d", False, "a C b d"),
        (f"a {FSI}no end, B", False, "a no end, B"),
        (f"a {RLE}B c{PDF} d", False, "a c B d"),
        (f"a {RLO}bcd{PDF} e", False, "a dcb e"),
        (f"A {LRO}BCD{PDF} E", True, "E BCD A"),
        (f"a {RLI}{LRO}B{PDI} C", False, "a B C"),  # what an isolate leaves open ends with it
        (f"A{PDF}{PDI} b", True, "b A"),
    ],
)
def test_isolates_and_embeddings(text: str, rtl: bool, expected: str) -> None:
    assert shown(text, rtl) == expected


def test_a_mark_stays_with_the_letter_it_is_set_on() -> None:
    found = levels("a\u05d0\u05b0(\u05d1)\u05b0", False)
    assert found == [0, 1, 1, 1, 1, 1, 1]


def test_a_soft_hyphen_is_at_the_level_of_the_letter_before_it() -> None:
    assert levels("\u05d0\u00ad\u05d1 a\u00adb", True) == [1, 1, 1, 1, 2, 2, 2]


@pytest.mark.parametrize(
    ("text", "base"),
    [("12: A b", 1), ("b A", 0), (f"{RLI}A{PDI} b", 0), (f"{LRI}b A", 0), ("...", 0), ("", 0), (RLM + "b", 1)],
)
def test_the_first_strong_letter_outside_isolates_decides(text: str, base: int) -> None:
    assert base_level(text.translate(HEBREW)) == base


def test_blanks_at_the_end_of_a_line_and_before_tabs_go_back_to_the_base() -> None:
    text = "a b \u05d0 \t\u05d1  "
    found = levels(text, True)
    assert found is not None
    assert line_levels(text, found, 0, len(text), 1) == [2, 2, 2, 1, 1, 1, 1, 1, 1, 1]
    assert line_levels(text, found, 0, 2, 1) == [2, 1]


def test_a_line_ends_anywhere() -> None:
    text = "\u05d0\u05d1 abc def \u05d2"
    found = levels(text, True)
    assert found is not None
    assert visual_order(line_levels(text, found, 0, 6, 1)) == [3, 4, 5, 2, 1, 0]
    assert visual_order(line_levels(text, found, 7, 12, 1)) == [4, 3, 0, 1, 2]


def test_only_text_that_may_need_it_is_looked_at() -> None:
    assert levels("Zażółć gęślą jaźń: 15 % «日本» ไทย हिन्दी 🇵🇱") is None
    assert levels("", True) is None
    assert levels("abc", True) == [2, 2, 2]
    assert levels("abc \u05d0", None) == [0, 0, 0, 0, 1]


def test_every_character_that_raises_a_level_is_searched_for() -> None:
    raising = {"R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "LRI", "RLI", "FSI"}
    missed = [
        f"U+{code:04X}"
        for code in range(0x110000)
        if unicodedata.bidirectional(chr(code)) in raising and not RAISING.match(chr(code))
    ]
    assert missed == []


def test_a_mirror_image_mirrors_back() -> None:
    pairs = {char: mirrored(char) for char in map(chr, range(0x10000)) if mirrored(char)}
    assert len(pairs) == 428
    assert all(mirrored(str(image)) == char for char, image in pairs.items())
    assert [mirrored(char) for char in "(»≤a“"] == [")", "«", "≥", None, None]


LEFT_TO_RIGHT = st.text(st.sampled_from("abż日ไก\u0301हि 1,.-+%€$()[]«»\t\n\u00ad\u200b\u200e\u2028…–🙂"))
ANY = st.text(
    st.sampled_from(f"ab\u05d0\u05d1\u0627\u0628\u0661\u06621234\u05b0\u0301 .,:-+%$()[]«»\t\n\u00ad{LRM}{RLM}{ALM}")
    | st.sampled_from(f"{LRE}{RLE}{PDF}{LRO}{RLO}{LRI}{RLI}{FSI}{PDI}"),
    max_size=40,
)
BASES = st.sampled_from([False, True, None])
LEVELS = st.lists(st.integers(0, 6), max_size=20)


@given(LEFT_TO_RIGHT)
def test_left_to_right_text_has_no_levels(text: str) -> None:
    assert levels(text) is None
    assert levels(text, None) is None


@given(ANY, BASES)
def test_every_character_gets_a_level_within_bounds(text: str, rtl: bool | None) -> None:
    base = base_level(text) if rtl is None else int(rtl)
    found = levels(text, rtl)
    if found is None:
        assert base == 0 or text == ""
    else:
        assert len(found) == len(text)
        assert base <= min(found) <= max(found) <= 126


@pytest.mark.parametrize("mark", [LRE + RLE, LRI + RLI, FSI + RLI, RLO, LRO + LRI])
def test_no_nesting_goes_beyond_the_deepest_level(mark: str) -> None:
    found = levels(mark * 200 + "a\u05d01", False)
    assert found is not None
    assert max(found) <= 126


@given(ANY, BASES)
def test_line_levels_change_nothing_the_second_time(text: str, rtl: bool | None) -> None:
    base = base_level(text) if rtl is None else int(rtl)
    found = levels(text, rtl) or [0] * len(text)
    once = line_levels(text, found, 0, len(text), base)
    assert line_levels(text, once, 0, len(text), base) == once


BALANCED = st.text(st.sampled_from("ab\u05d0\u0627\u0661123 .,-+%()[]\u05b0"), max_size=30)


@given(BALANCED, BALANCED, st.booleans())
def test_an_isolate_is_set_as_if_it_stood_alone(text: str, around: str, rtl: bool) -> None:
    alone = levels(text, rtl) or [0] * len(text)
    isolated = levels(f"{around}{RLI if rtl else LRI}{text}{PDI}{around}", False) or []
    deeper = isolated[len(around) + 1 :][: len(text)]
    assert deeper == [level + (0 if rtl else 2) for level in alone]


@given(BALANCED, st.booleans())
def test_what_an_isolate_holds_does_not_matter_around_it(text: str, rtl: bool) -> None:
    def outside(inside: str) -> list[int]:
        line = f"a \u05d0 {FSI}{inside}{PDI} 1, \u0627 b"
        found = levels(line, rtl) or []
        return found[:5] + found[-8:]

    assert outside(text) == outside("a")


@given(LEVELS)
def test_visual_order_shows_every_item_once(found: list[int]) -> None:
    assert sorted(visual_order(found)) == list(range(len(found)))


@given(LEVELS)
def test_visual_order_reverses_from_the_highest_level_down(found: list[int]) -> None:
    order = list(range(len(found)))
    for level in range(6, 0, -1):  # rule L2 to the letter: on what is seen so far
        raised = [item >= level for item in found]
        groups = [list(run) for _, run in groupby(order, key=raised.__getitem__)]
        order = [item for run in groups for item in (run[::-1] if raised[run[0]] else run)]
    assert visual_order(found) == order


@pytest.mark.parametrize(
    "part",
    ["$", "\u05b0", " ", "(", "()", "[a)", "\u05d0(a)", "1,", RLI, FSI, FSI + PDI, RLE, "\u00ad", "\t ", "\u0627$1"],
)
def test_no_text_takes_more_than_linear_time(part: str) -> None:
    text = ("\u0627" + part * 30_000)[:60_000]
    begun = time.process_time()
    found = levels(text, None)
    line_levels(text, found or [0] * len(text), 0, len(text), 1)
    assert time.process_time() - begun < 3
