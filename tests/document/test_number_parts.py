"""Signs and words beside a number."""

from __future__ import annotations

import pytest
from tongues import LOCALES, tongue

from publish.document.numbers import FigureParts, figure_parts, split_sign, split_symbol
from publish.document.tree import KeyFigure, KeyFigures, plain
from publish.localize.phrase import Gaps


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


@pytest.mark.parametrize(
    ("figure", "parts"),
    [
        (
            KeyFigure("$", "550", "billion", (), "en", "a", "up to", "", Gaps(" ", "", "~")),
            ("up to ", "$550", "~billion"),
        ),
        (KeyFigure("US$", "20", "bilhões", (), "pt", "a", "", "", Gaps("", "~", "~")), ("", "US$~20", "~bilhões")),
        (KeyFigure("PLN", "550", "", (), "en", "a", "", "", Gaps("", "~")), ("PLN~", "550", "")),
        (
            KeyFigure("", "200", "억~달러", (), "ko", "a", "", "초과", Gaps("", "", "", " ")),
            ("", "200", "억~달러 초과"),
        ),
        (KeyFigure("GDP의", "2", "%", (), "ko", "a", "", "", Gaps("", " ")), ("GDP의 ", "2%", "")),
        (KeyFigure("GDP比", "2", "%", (), "ja", "a"), ("GDP比", "2%", "")),
        (KeyFigure("", "200", "億ドル", (), "ja", "a", "", "超"), ("", "200", "億ドル超")),
        (KeyFigure("", "15", "%", (), "fr", "a", "", "", Gaps("", "", "^")), ("", "15^%", "")),
        (KeyFigure("", "1,8", "% PKB", (), "pl", "a"), ("", "1,8%", " PKB")),
    ],
)
def test_a_figure_is_put_together_with_the_gaps_of_its_language(figure: KeyFigure, parts: tuple[str, str, str]) -> None:
    assert figure_parts(figure) == FigureParts(*parts)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_figure_reads_as_the_same_fact_in_a_table(locale: str) -> None:
    (strip,) = (block for block in tongue(locale).document.front if isinstance(block, KeyFigures))
    cells = {cell.text[0].fact: plain(cell.text) for cell in tongue(locale).cells() if cell.number}
    assert len(strip.cells) == 3
    assert {cell.fact: "".join(figure_parts(cell)) for cell in strip.cells}.items() <= cells.items()
