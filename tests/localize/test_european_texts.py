"""Wording, typography and labels of Portuguese (Portugal, Brazil), Czech, Greek and Vietnamese."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from localize_cases import SPAN, make_article, make_fact, message, visible

from publish.article.model import Fact, MonthValue, Paragraph, SourceEntry
from publish.localize import Options, localize
from publish.localize.content import CiteMark, LocalizedArticle, Run, plain
from publish.localize.explain import explain
from publish.localize.labels import Labels, read_labels
from publish.localize.marks import place_marks
from publish.localize.passes import active_passes
from publish.localize.say import states
from publish.localize.speech import speech
from publish.localize.typography import set_text
from publish.typeset.hyphenation import hyphens

LOCALES = ("pt", "pt-BR", "cs", "el", "vi")
PLEDGE, BUDGET = make_fact("550e9", "USD"), make_fact("9.9e12", "JPY")
TALKS, MARCH = make_fact(datetime.date(2025, 10, 28)), make_fact(MonthValue(2026, 3))
WORDINGS = [
    ("cs", PLEDGE, "s 550 miliardami dolarů", True),
    ("cs", make_fact(60_000), "60 tisíci vojáky", True),
    ("cs", MARCH, "v březnu 2026", True),
    ("cs", MARCH, "v květnu 2026", False),
    ("el", PLEDGE, "550 δισεκατομμυρίων δολαρίων", True),
    ("el", PLEDGE, "550 εκατ. δολάρια", False),
    ("el", make_fact(60_000), "60 χιλιάδων", True),
    ("el", MARCH, "τον Μάρτιο του 2026", True),
    ("el", MARCH, "τον Μάιο του 2026", False),
    ("el", TALKS, "της 28ης Οκτωβρίου", True),
    ("pt", PLEDGE, "550 mil milhões de dólares", True),
    ("pt", PLEDGE, "550 mil dólares", False),
    ("pt", make_fact(60_000), "60 mil soldados", True),
    ("pt-BR", PLEDGE, "US$ 550 bi", True),
    ("vi", BUDGET, "9.900 tỷ yên", True),
    ("vi", PLEDGE, "550 tỉ đô la", True),
    ("vi", TALKS, "ngày 28 tháng 10", True),
    ("vi", TALKS, "ngày 28 tháng 11", False),
]


@pytest.mark.parametrize(("locale", "fact", "wording", "good"), WORDINGS)
def test_own_wording_is_held_to_the_value(locale: str, fact: Fact, wording: str, good: bool) -> None:
    assert states(wording, fact, speech(locale), lambda words: words.source) is good


TYPOGRAPHY = [
    ("cs", "k nám, S tebou, o tom a ve vlaku i v lese", "k~nám, S~tebou, o~tom a~ve vlaku i~v~lese"),
    ("cs", "28. 10. 2025, 8. kapitola a 3. 5.", "28.~10. 2025, 8.~kapitola a~3.~5."),
    ("cs", "tzv. koridor, 12 345 Kč, ABC, s.r.o.", "tzv.~koridor, 12~345~Kč, ABC, s.~r.~o."),
    ("cs", "bylo jich 12. Potom odešli", "bylo jich 12. Potom odešli"),
    ("el", "στις 28 Οκτωβρίου, π.χ. 5 εκατ. ευρώ", "στις 28~Οκτωβρίου, π.χ. 5~εκατ.~ευρώ"),
    ("pt", "a 28 de outubro, 5 de cada 10", "a 28~de~outubro, 5 de cada 10"),
    ("pt-BR", "custa US$ 550 mil, ou R$ 3 milhões", "custa US$~550~mil, ou R$~3~milhões"),
    ("vi", "ngày 28 tháng 10 năm 2025", "ngày~28~tháng~10 năm~2025"),
]


@pytest.mark.parametrize(("locale", "text", "wanted"), TYPOGRAPHY)
def test_text_takes_the_typography_of_its_locale(locale: str, text: str, wanted: str) -> None:
    assert visible(set_text(text, speech(locale))) == wanted


@pytest.mark.parametrize("locale", LOCALES)
def test_each_rule_does_what_its_example_shows(locale: str) -> None:
    voice = speech(locale)
    notes = {note.name: note for note in explain(locale)}
    passes = {each.name for each in active_passes(voice)}
    assert passes <= set(notes)
    assert {name for name, note in notes.items() if note.typed} == passes
    for note in notes.values():
        assert not note.typed or set_text(note.typed, voice) == note.example != note.typed


@pytest.mark.parametrize("locale", ["cs", "el", "pt", "pt-BR"])
def test_words_are_hyphenated_as_the_rule_shows(locale: str) -> None:
    example = next(note.example for note in explain(locale) if note.name == "hyphenation")
    word = example.replace("-", "")
    places = (0, *hyphens(word, locale), len(word))
    assert "-".join(word[start:end] for start, end in pairwise(places)) == example


MARKS = [
    ("cs", ("dohoda.", "¹"), "dohoda.¹"),
    ("cs", ("dohoda ", "¹", "."), "dohoda¹."),
    ("vi", ("thỏa thuận", "¹", "."), "thỏa thuận¹."),
    ("pt", ("acordo.", "¹"), "acordo¹."),
    ("pt-BR", ("acordo", "¹", "."), "acordo.¹"),
    ("el", ("συμφωνία.", "¹"), "συμφωνία¹."),
    ("el", ("συμφωνία;", "¹"), "συμφωνία;¹"),
]


@pytest.mark.parametrize(("locale", "parts", "wanted"), MARKS)
def test_marks_stand_where_the_locale_puts_them(locale: str, parts: tuple[str, ...], wanted: str) -> None:
    leaf = tuple(CiteMark(("key",), ("",), locale) if part == "¹" else Run(part, locale) for part in parts)
    placed = place_marks(leaf, speech(locale).profile.typography)
    assert "".join(part.text if isinstance(part, Run) else "¹" for part in placed) == wanted


def greek_article() -> LocalizedArticle:
    text = message("paragraph:1.1", "Πόσα; {pledge} συνολικά, π.χ. {pledge} φέτος.")
    source = SourceEntry("press", message("source:press/title", "Τι αλλάζει;"), SPAN)
    pledge = make_fact("550e9", "USD", "up to", name="pledge")
    article = make_article(
        Paragraph(text, SPAN), facts={"pledge": pledge}, messages=(text,), language="el", sources=(source,)
    )
    result, findings = localize(article, "el", None, Options())
    assert result is not None, findings
    return result


def test_the_greek_question_mark_ends_a_sentence() -> None:
    result = greek_article()
    block = result.blocks[0]
    assert isinstance(block, Paragraph)
    assert visible(plain(block.text)) == "Πόσα; Έως 550~δισ. δολάρια συνολικά, π.χ. έως 550~δισ. δολάρια φέτος."
    assert plain(result.sources["press"].text) == "Τι αλλάζει;"


SAME_AS_ENGLISH = {
    "page-short", "doi", "issn", "chart-alt", "chart-item", "licence", "link-contents", "list-comma", "list-semicolon",
}  # fmt: skip


@pytest.mark.parametrize("locale", LOCALES)
def test_every_label_is_in_the_language_of_its_catalogue(locale: str) -> None:
    english = read_labels("en")
    own = Labels.load(locale)
    same = {key for key, text in english.items() if own.template(key).replace("\u00a0", " ") == text}
    assert same <= SAME_AS_ENGLISH


def test_brazil_lays_its_own_words_over_those_of_portugal() -> None:
    brazil = read_labels("pt-BR")
    portugal = read_labels("pt")
    assert set(brazil) < set(portugal)
    assert all(brazil[key] != portugal[key] for key in brazil)
    assert Labels.load("pt-BR").text("contact", contact="x") == "Contato: x"
    assert Labels.load("pt-PT").text("contact", contact="x") == "Contacto: x"


PAGES = {"pt": "Página~2 de~4", "cs": "Strana~2 z~4", "el": "Σελίδα~2 από~4", "vi": "Trang~2/4"}


@pytest.mark.parametrize(("locale", "wanted"), PAGES.items())
def test_pages_are_numbered_in_words(locale: str, wanted: str) -> None:
    assert visible(Labels.load(locale).text("page", page=2, pages=4)) == wanted
