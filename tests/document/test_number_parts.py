"""Signs and words beside a number."""

from __future__ import annotations

import pytest

from publish.document.numbers import split_sign, split_symbol


@pytest.mark.parametrize(
    ("before", "parts"),
    [
        ("$", ("", "$")),
        ("US$", ("", "US$")),
        ("€", ("", "€")),
        ("GDP比", ("GDP比", "")),
        ("年", ("年", "")),
        ("", ("", "")),
    ],
)
def test_a_currency_symbol_belongs_to_the_number_and_words_do_not(before: str, parts: tuple[str, str]) -> None:
    assert split_symbol(before) == parts


@pytest.mark.parametrize(
    ("after", "parts"),
    [("%", ("%", "")), ("% PKB", ("%", "PKB")), (" mld USD", ("", "mld USD")), ("°C", ("", "°C")), ("", ("", ""))],
)
def test_a_percent_sign_belongs_to_the_number_and_a_unit_does_not(after: str, parts: tuple[str, str]) -> None:
    assert split_sign(after) == parts
