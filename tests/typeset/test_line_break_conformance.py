"""Our line breaks against Unicode's own test of UAX #14, LineBreakTest.txt, the whole file.

A place in a text is written as the Line_Break classes around it with a bar where a line might begin: `HL HY | HL`.
Marks belong to the character they are set on (LB9), classes are resolved (LB1), quotation marks are Pi, Pf or QU.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from unicode_files import records, require, version
from uniseg.linebreak import line_break, line_break_breakables

from publish.typeset.breaking import opportunities

FILE = "auxiliary/LineBreakTest.txt"
UNISEG = (16, 0)  # the version of Unicode whose rules and data uniseg 0.10 has


class Rule(NamedTuple):
    """A rule by which we differ from the file: where, whether we may break there, and why."""

    place: str
    breaks: bool
    reason: str


# What later versions of UAX #14 decide otherwise than the file: uniseg is newer than a file of Unicode 15.
NEWER_THAN_FILE = {
    "LB15": Rule(r"(QU|Pi)( SP)+ \| OP", True, "a quotation mark no longer holds a bracket across spaces"),
    "LB15a": Rule(r"Pi( SP)+ \| AL", False, "an initial quotation mark holds what follows, across spaces"),
    "LB15b": Rule(r"SP \| Pf", False, "a final quotation mark begins no line, across spaces"),
    "LB15c": Rule(r"SP \| IS NU", True, "a number may begin with its decimal mark"),
    "LB20a": Rule(r"^HY \| AL", False, "a hyphen that begins a word stays with it"),
    "LB21a": Rule(r"HL HY \| HL", True, "a Hebrew word with a hyphen parts behind it"),
    "LB25": Rule(r"IS \| NU", False, "a full stop or comma stays with the digit behind it"),
}
# The same for a file of Unicode 17, which is newer than uniseg.
OLDER_THAN_FILE = {
    "LB20a": Rule(r"(^|SP )(HY|BA) \| (AL|HL)", True, "more hyphens and Hebrew letters are meant"),
    "LB21a": Rule(r"HL BA \| AL", False, "fewer hyphens are meant"),
}
HANGUL = "(H2|H3|JL|JV|JT)"
# What we decide otherwise on purpose. The other tailorings (ranges, multipliers, short pairs, addresses, Thai words)
# concern texts that the file has none of; test_breaking.py holds them.
TAILORED = {
    "strict kinsoku": Rule(
        r"\| (CJ|NS)|PR \| PO|Pi SP \| BA",
        False,
        "in text with Chinese or Japanese small kana, iteration marks, signs behind a number and dashes begin no line, "
        "and signs before a number end none, spaces or not (JLREQ 3.1.7, 3.1.8)",
    ),
    "Korean words": Rule(
        rf"(?<!SP) \| {HANGUL}|{HANGUL} \| ", False, "a Korean word is whole; spaces part it from the next (KLREQ 3.1)"
    ),
    "numbers": Rule(
        r"(AS|NU) \| (AS|NU)", False, "digits stay together in every script, those of Balinese (AS) included"
    ),
}
# Files before Unicode 16 have no case of these.
WITHOUT_CASE = {"numbers"}
# Where uniseg itself differs from a file: on how many lines, and by which rule at how many places.
MEASURED = {
    (15, 0): (31, {"LB15": 6, "LB15a": 2, "LB15b": 2, "LB15c": 1, "LB20a": 8, "LB21a": 1, "LB25": 14}),
    (17, 0): (24, {"LB20a": 23, "LB21a": 1}),
}


class Case(NamedTuple):
    text: str
    breaks: frozenset[int]


@cache
def cases() -> list[Case]:
    found = []
    for record in records(require(FILE)):
        signs, codes = record.split()[::2], record.split()[1::2]
        inner = frozenset(offset for offset, sign in enumerate(signs) if sign == "÷" and 0 < offset < len(codes))
        found.append(Case("".join(chr(int(code, 16)) for code in codes), inner))
    return found


def by_uniseg(text: str) -> list[int]:
    return [offset for offset, flag in enumerate(line_break_breakables(text)) if flag and offset]


def resolved_class(char: str) -> str:
    name = line_break(char).name
    if name == "QU":
        category = unicodedata.category(char)
        return category if category in ("Pi", "Pf") else name
    return "AL" if name in ("AI", "SG", "XX", "SA") else name


def place(text: str, offset: int) -> str:
    """The classes around a place, with a bar at it."""
    found: list[str] = []
    for at, char in enumerate(text):
        if at == offset:
            found.append("|")
        name = resolved_class(char)
        if name in ("CM", "ZWJ"):
            if found and found[-1] not in ("SP", "ZW", "BK", "CR", "LF", "NL", "|"):
                continue
            name = "AL"  # LB10
        found.append(name)
    return " ".join(found)


def rules_for(file: tuple[int, int]) -> dict[str, Rule]:
    if file < UNISEG:
        return NEWER_THAN_FILE
    return OLDER_THAN_FILE if file > UNISEG else {}


def differences(case: Case, ours: frozenset[int]) -> Iterator[tuple[str, bool]]:
    """Each place where we differ, and whether we may break there."""
    for offset in sorted(case.breaks ^ ours):
        yield place(case.text, offset), offset in ours


def explain(where: str, breaks: bool, rules: Mapping[str, Rule]) -> str | None:
    """The name of the rule that makes a difference."""
    return next((name for name, rule in rules.items() if rule.breaks == breaks and re.search(rule.place, where)), None)


def count(breaking: Callable[[str], Iterable[int]], rules: Mapping[str, Rule]) -> tuple[int, Counter[str]]:
    """On how many lines the file is not followed, and at how many places by each rule; it fails where there is none."""
    lines, counts = 0, Counter[str]()
    unexplained = []
    for case in cases():
        found = list(differences(case, frozenset(breaking(case.text))))
        lines += bool(found)
        for where, breaks in found:
            name = explain(where, breaks, rules)
            if name is None:
                unexplained.append((case.text, where, "breaks" if breaks else "does not break"))
            else:
                counts[name] += 1
    assert unexplained == []
    return lines, counts


def test_uniseg_differs_only_by_rules_of_another_version() -> None:
    file = version(require(FILE))
    measured = count(by_uniseg, rules_for(file))
    assert measured == MEASURED.get(file, measured)


def test_we_differ_only_by_those_rules_and_our_own() -> None:
    file = version(require(FILE))
    _, counts = count(opportunities, rules_for(file) | TAILORED)
    assert TAILORED.keys() - counts.keys() <= WITHOUT_CASE, "a tailoring that changes nothing any more"
