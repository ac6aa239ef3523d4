from __future__ import annotations

import re

import pytest

from publish.localize.labels import Labels, available_locales, read_labels
from publish.localize.profile import data_names
from publish.localize.speech import UnknownLocaleError

ENGLISH = read_labels("en")


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w+\}", text))


@pytest.mark.parametrize("locale", available_locales())
def test_every_catalogue_has_every_label_with_its_placeholders(locale: str) -> None:
    labels = read_labels(locale)
    assert set(labels) == set(ENGLISH)
    assert {key: placeholders(text) for key, text in labels.items()} == {
        key: placeholders(text) for key, text in ENGLISH.items()
    }


def test_languages_with_labels_are_those_with_data() -> None:
    assert available_locales() == data_names()


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
