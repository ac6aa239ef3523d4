"""Arabic, Persian, Urdu and Hebrew with Latin words, numbers and brackets, set on a page and taken out again."""

from __future__ import annotations

from collections import Counter

import polib
import pytest
from built_briefs import Built
from conftest import ROOT
from right_to_left import PARAGRAPHS
from set_pages import set_page
from taken_out import by_pdfium, by_poppler, folded, is_found, needs_poppler, words

from publish.typeset import Setting

LEAST_BY_PDFIUM = 0.90  # of paragraphs made of hard cases
LEAST_OF_AN_ARTICLE = 0.95
MARKUP = frozenset("{}[]*^:@")
WIDTHS = (360.0, 220.0)


def page_of(language: str, script: str, text: str, width: float = WIDTHS[0]) -> bytes:
    return set_page(text, language, Setting(width, script, rtl=True))


@needs_poppler
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("language", "script", "text"), PARAGRAPHS)
def test_poppler_takes_every_paragraph_out_as_it_is_written(
    language: str, script: str, text: str, width: float
) -> None:
    taken = by_poppler(page_of(language, script, text, width))
    assert taken.replace("\n", " ").strip() == folded(text)


def test_pdfium_takes_most_words_out_as_they_are_written() -> None:
    wanted: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    for language, script, text in PARAGRAPHS:
        written = Counter(words(text))
        wanted += written
        taken += written & Counter(words(by_pdfium(page_of(language, script, text))))
    assert taken.total() / wanted.total() >= LEAST_BY_PDFIUM


@needs_poppler
def test_latin_accents_typed_apart_stay_on_their_letters() -> None:
    text = "المقهى cafe\u0301 في San Jose\u0301 قديم"
    assert is_found(text, by_poppler(page_of("ar", "Arab", text)))


def test_pdfium_takes_the_words_of_an_arabic_article_out_as_they_are_written(briefs: list[Built]) -> None:
    catalogue = polib.pofile(str(ROOT / "sources/us-japan-reset/translations/ar.po"))
    spoken = " ".join(entry.msgstr for entry in catalogue if not entry.msgctxt.startswith("fact:"))
    wanted = Counter(word for word in words(spoken) if MARKUP.isdisjoint(word))
    assert wanted.total() > 800
    for brief in briefs:
        if (brief.slug, brief.locale) == ("us-japan-reset", "ar"):
            taken = Counter(words(by_pdfium(brief.path.read_bytes())))
            assert (wanted & taken).total() / wanted.total() >= LEAST_OF_AN_ARTICLE, brief
