from __future__ import annotations

import re

import pytest

from publish.localize.labels import Labels, available_locales, read_labels
from publish.localize.profile import data_names
from publish.localize.speech import UnknownLocaleError

ENGLISH = read_labels("en")


# Words that a language shares with English, looked at one by one; names of numbering systems are the same everywhere.
SHARED = {
    "cs": {"licence"},
    "de": {"link-contents"},
    "fr": {"figure", "source", "sources", "cite-contents", "note-contents", "notes"},
    "it": {"link-contents"},
}
NAMES = {"doi", "issn"}


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w+\}", text))


@pytest.mark.parametrize("locale", available_locales())
def test_every_catalogue_has_every_label_with_its_placeholders(locale: str) -> None:
    labels = read_labels(locale)
    assert set(labels) == set(ENGLISH)
    assert {key: placeholders(text) for key, text in labels.items()} == {
        key: placeholders(text) for key, text in ENGLISH.items()
    }


@pytest.mark.parametrize("locale", [locale for locale in available_locales() if locale != "en"])
def test_no_label_is_left_in_english(locale: str) -> None:
    labels = read_labels(locale)
    same = {key for key, text in ENGLISH.items() if labels[key] == text and re.search(r"[a-z]{3}|[A-Z]{3}", bare(text))}
    assert same <= SHARED.get(locale, set()) | NAMES


def bare(text: str) -> str:
    return re.sub(r"\{\w+\}", "", text)


def test_languages_with_labels_are_those_with_data() -> None:
    assert available_locales() == data_names()
    assert len(available_locales()) == 19


@pytest.mark.parametrize(
    ("locale", "wanted"),
    [
        ("pl", "Strona\u00a02 z\u00a04"),
        ("en", "Page\u00a02 of\u00a04"),
        ("en-GB", "Page\u00a02 of\u00a04"),
        ("ja", "2／4ページ"),
        ("de", "Seite\u00a02 von\u00a04"),
    ],
)
def test_a_label_is_filled_in_the_words_of_its_locale(locale: str, wanted: str) -> None:
    assert Labels.load(locale).text("page", page=2, pages=4) == wanted


def test_a_regional_catalogue_lies_over_its_language() -> None:
    assert Labels.load("en-US").text("licence", licence="CC") == "License: CC"
    assert Labels.load("en-US").text("notes") == Labels.load("en").text("notes")


def test_a_value_that_ends_in_a_full_stop_brings_no_second_one() -> None:
    text = Labels.load("pl").text("as-of", date="28 października 2025 r.")
    assert text == "Stan na 28 października 2025 r."


def test_a_template_keeps_its_placeholders() -> None:
    assert Labels.load("en").template("source-note") == "Source: {sources}."


def test_a_language_without_labels_is_told_with_those_that_there_are() -> None:
    with pytest.raises(UnknownLocaleError, match=r'"xx".*pl'):
        Labels.load("xx")


def test_an_unknown_key_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        Labels.load("en").text("nonsense")
