"""Articles made to cost time: each ends in seconds, with findings that a person can read."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from publish.article.inlines import MAX_LENGTH, parse_inline
from publish.article.origin import Origin
from publish.article.reader import MAX_FINDINGS, read_article
from publish.article.scanner import MAX_FAULTS
from publish.article.stacks import stack_in
from publish.errors import Diagnostic, Severity, Span

HEAD = "---\ntitle: T\nlanguage: en\ndate: 2025-10-30\n---\n\n"
SECONDS = 5.0  # far more than any of these takes; what goes wrong takes minutes


def fill(unit: str, size: int = MAX_LENGTH - 1000) -> str:
    return unit * (size // len(unit))


TEXTS = {
    "open brackets": fill("["),
    "lone braces": fill("{a"),
    "links without an end": fill("[a]("),
    "pointed links without an end": fill("[a](<b"),
    "links among open brackets": "[" * 20_000 + fill("[a](#b)", 25_000),
    "spans named and left open": fill("{en1}"),
    "spans of many names left open": "".join(f"{{en{n}}}" for n in range(5000)),
    "spans within spans": "[" * 4000 + "`a`" * 3000 + "]{.x}" * 4000,
    "foreign spans within spans": "[a `b` " * 3000 + "]{lang=en}" * 2000,
    "emphasis within emphasis": fill("*`a` ", 20_000) + fill(" `a`*", 20_000),
    "spaces in a citation": "[@a, x" + " " * 45_000 + "b]",
    "an endless address": "[a](<https://" + "a" * 45_000 + " b>)",
    "comments without an end": fill("<!--"),
    "attributes without an end": fill('{#a .b c="'),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_made_to_cost_time_is_read_at_once(text: str) -> None:
    began = time.perf_counter()
    _, found = parse_inline(text, Origin.at(Span("article.md")))
    assert time.perf_counter() - began < SECONDS
    assert len(found) <= MAX_FAULTS


def read(folder: Path, body: str) -> tuple[Diagnostic, ...]:
    (folder / "article.md").write_text(HEAD + body, "utf-8")
    began = time.perf_counter()
    _, found = read_article(folder)
    assert time.perf_counter() - began < 4 * SECONDS
    return found


def test_a_rule_of_a_table_that_is_none_after_all_is_read_at_once(tmp_path: Path) -> None:
    assert read(tmp_path, "|a|\n|-" + " " * 1_000_000 + "x\n")


def test_a_thousand_findings_are_enough(tmp_path: Path) -> None:
    found = read(tmp_path, ("{A} " * 200 + "\n\n") * 200)
    assert len(found) <= MAX_FINDINGS + 1
    assert all(each.severity is Severity.ERROR for each in found)


def test_what_is_cut_off_is_said(tmp_path: Path) -> None:
    found = read(tmp_path, "{nothing} " * 1500)
    assert len(found) == MAX_FINDINGS + 1
    assert str(found[-1]).endswith("error: there are more than 1,000 findings · begin with these")


def test_many_footnotes_are_read_at_once(tmp_path: Path) -> None:
    found = read(tmp_path, "".join(f"a[^{n}]\n\n[^{n}]: x\n\n" for n in range(10_000)))
    assert all(each.severity is Severity.ERROR for each in found)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("e\u0301", None),
        ("Zalgo e" + "\u0301" * 31, 7),
        ("\u200d" * 40, 0),
        ("👩‍👩‍👧‍👦" * 20, None),
        ("。" * 50, None),
        ("नमस्ते" * 20, None),
        ("e" + "\u0301" * 30, None),
    ],
)
def test_no_more_marks_than_any_language_writes(text: str, offset: int | None) -> None:
    assert stack_in(text) == offset


def test_stacked_marks_are_found_in_text_and_in_code(tmp_path: Path) -> None:
    stack = "e" + "\u0301" * 100
    found = read(tmp_path, f"Text {stack}\n\n```\n{stack}\n```\n")
    assert [str(each.span).rpartition("article.md:")[2] for each in found] == ["7:7", "9:1"]
