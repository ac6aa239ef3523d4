"""Marks of footnotes in the letters that readers of a language count with."""

from __future__ import annotations

import unicodedata

import pytest

from publish.document.counters import COUNTERS, counter
from publish.document.tree import Paragraph, RunRole, plain
from publish.localize.profile import data_names
from publish.localize.speech import speech

FIRST = {
    "lower-latin": ["a", "b", "c", "d", "e", "f"],
    "arabic-abjad": ["أ", "ب", "ج", "د", "هـ", "و"],
    "hebrew": ["א", "ב", "ג", "ד", "ה", "ו"],
    "hindi-consonants": ["क", "ख", "ग", "घ", "ङ", "च"],
    "thai-alphabetic": ["ก", "ข", "ค", "ง", "จ", "ฉ"],
    "circled-decimal": ["①", "②", "③", "④", "⑤", "⑥"],
}


@pytest.mark.parametrize("style", COUNTERS)
def test_a_style_counts_in_its_own_order(style: str) -> None:
    assert [counter(style, index) for index in range(6)] == FIRST[style]


@pytest.mark.parametrize("style", COUNTERS)
def test_no_two_notes_have_one_mark_and_none_that_of_a_source(style: str) -> None:
    marks = [counter(style, index) for index in range(120)]
    assert len(set(marks)) == len(marks)
    assert not any(mark.isdecimal() for mark in marks)


@pytest.mark.parametrize(("index", "mark"), [(0, "a"), (25, "z"), (26, "aa"), (27, "bb"), (52, "aaa")])
def test_after_the_last_letter_each_is_doubled(index: int, mark: str) -> None:
    assert counter("lower-latin", index) == mark


@pytest.mark.parametrize(
    ("number", "mark"), [(10, "י"), (11, "יא"), (14, "יד"), (15, "טו"), (16, "טז"), (20, "כ"), (99, "צט"), (115, "קטו")]
)
def test_hebrew_letters_add_up_and_spell_no_name_of_god(number: int, mark: str) -> None:
    assert counter("hebrew", number - 1) == mark


@pytest.mark.parametrize("number", [1, 20, 21, 35, 36, 50])
def test_circled_numbers_go_on_past_the_first_block(number: int) -> None:
    assert unicodedata.numeric(counter("circled-decimal", number - 1)) == number


@pytest.mark.parametrize("locale", data_names())
def test_every_language_counts_in_a_style_that_there_is(locale: str) -> None:
    assert speech(locale).profile.typography.note_marks in COUNTERS


@pytest.mark.parametrize(
    ("locale", "marks"),
    [
        ("en", ["a", "b", "a"]),
        ("ja", ["a", "b", "a"]),
        ("ar", ["أ", "ب", "أ"]),
        ("he", ["א", "ב", "א"]),
        ("hi", ["क", "ख", "क"]),
        ("th", ["ก", "ข", "ก"]),
        ("zh-Hans", ["①", "②", "①"]),
    ],
)
def test_a_mark_is_in_the_letters_of_the_locale_and_leads_to_an_anchor_in_ascii(
    composed, locale: str, marks: list[str]
) -> None:
    document, _ = composed("One[^y] two[^x] again[^y].\n\n[^x]: Ex.\n[^y]: Why.\n", locale)
    (paragraph,) = (block for block in document.blocks if isinstance(block, Paragraph))
    calls = [run for run in paragraph.text if run.role is RunRole.NOTE]
    assert [run.text for run in calls] == marks
    assert [run.target for run in calls] == ["#note-1", "#note-2", "#note-1"]
    assert [(note.mark, note.anchor, plain(note.blocks[0].text)) for note in document.notes] == [
        (marks[0], "note-1", "Why."),
        (marks[1], "note-2", "Ex."),
    ]
    assert document.note_marks == speech(locale).profile.typography.note_marks
