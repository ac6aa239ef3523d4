"""Which stretches of a text are complex script, and which run from right to left."""

from __future__ import annotations

import pytest
import word_cases as cases
from hypothesis import given
from hypothesis import strategies as st

from publish.document.tree import Document, Rich, Run, RunRole
from publish.word.writing import Writing, stretches

PLAIN, COMPLEX, TURNED = Writing.PLAIN, Writing.COMPLEX, Writing.TURNED
LETTERS = st.text(st.sampled_from("aZ żβЖ漢かمعא0٣%.,-–()/ \u200e\u200f\u00a0หกै๑अ₪\n"), max_size=24)


def written(text: Rich, locale: str, direction: str = "ltr") -> list[tuple[str, Writing]]:
    document: Document = cases.document(locale=locale, direction=direction)
    return [(part.text, writing) for part, writing in stretches(text, document)]


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("ar", "قال TDK نعم", [("قال ", TURNED), ("TDK", PLAIN), (" نعم", TURNED)]),
        ("ar", "(SMR).", [("(", TURNED), ("SMR", PLAIN), (").", TURNED)]),
        ("ar", "حتى ٥٥٠ مليار", [("حتى ٥٥٠ مليار", TURNED)]),
        ("ar", "عام 2025.", [("عام ", TURNED), ("2025", PLAIN), (".", TURNED)]),
        ("ar", "F-35 و HTTP/2", [("F-35", PLAIN), (" و ", TURNED), ("HTTP/2", PLAIN)]),
        ("he", "עד 15% מן", [("עד ", TURNED), ("15%", PLAIN), (" מן", TURNED)]),
        ("he", "\u200e\u221210", [("\u200e\u221210", PLAIN)]),
        ("he", "28–30", [("28", PLAIN), ("–", TURNED), ("30", PLAIN)]),
        ("he", "רק \u206620\u00a0\u200e°C\u2069.", [("רק ", TURNED), ("20\u00a0\u200e°C", PLAIN), (".", TURNED)]),
        ("ar", "نحو \u206615%\u2069 منها", [("نحو ", TURNED), ("15%", PLAIN), (" منها", TURNED)]),
        ("ar", "\u2066", []),
    ],
)
def test_a_right_to_left_text_is_cut_at_what_runs_the_other_way(
    locale: str, text: str, expected: list[tuple[str, Writing]]
) -> None:
    assert written((Run(text, locale),), locale, "rtl") == expected


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("hi", "यात्रा (SMR) 15%", [("यात्रा (", COMPLEX), ("SMR", PLAIN), (") 15%", COMPLEX)]),
        ("th", "เครื่อง F-35 ใหม่", [("เครื่อง ", COMPLEX), ("F-35", PLAIN), (" ใหม่", COMPLEX)]),
        ("pl", "Rozmowa 会談 trwa", [("Rozmowa 会談 trwa", PLAIN)]),
        ("ja", "会談は2025年", [("会談は2025年", PLAIN)]),
        ("el", "Συνάντηση", [("Συνάντηση", PLAIN)]),
        ("vi", "Thủ tướng", [("Thủ tướng", PLAIN)]),
    ],
)
def test_a_left_to_right_text_is_cut_at_scripts_that_stack(
    locale: str, text: str, expected: list[tuple[str, Writing]]
) -> None:
    assert written((Run(text, locale),), locale) == expected


def test_foreign_words_are_written_as_their_readers_write_them() -> None:
    text = (Run("Powiedział ", "pl"), Run("نعم ٣", "ar"), Run(" i ", "pl"), Run("ใช่", "th"), Run(".", "pl"))
    assert written(text, "pl") == [
        ("Powiedział ", PLAIN), ("نعم ٣", TURNED), (" i ", PLAIN), ("ใช่", COMPLEX), (".", PLAIN),
    ]  # fmt: skip


def test_a_full_stop_before_a_mark_stays_with_its_sentence() -> None:
    """Without the mark standing apart, "TDK.1" would be one Latin word."""
    mark = Run("1", "he", role=RunRole.CITE)
    assert written((Run("של TDK.", "he"), mark), "he", "rtl")[-2:] == [(".", TURNED), ("1", TURNED)]


@given(st.lists(st.tuples(LETTERS, st.sampled_from(["pl", "ar", "hi"])), max_size=4), st.sampled_from(["ltr", "rtl"]))
def test_nothing_is_lost_and_neighbours_differ(parts: list[tuple[str, str]], direction: str) -> None:
    text = tuple(Run(said, language) for said, language in parts)
    found = stretches(text, cases.document(locale="ar" if direction == "rtl" else "pl", direction=direction))
    for language in ("pl", "ar", "hi"):
        before = "".join(said for said, own in parts if own == language)
        assert "".join(part.text for part, _ in found if part.language == language) == before
    strong = [(part, writing) for part, writing in found if any(char in "aZżβЖ漢か" for char in part.text)]
    assert all(writing is not TURNED for _, writing in strong)
    turned = [(part, writing) for part, writing in found if any(char in "معא" for char in part.text)]
    assert all(writing is TURNED for _, writing in turned)
