"""What compose joins, it joins with the marks of the language: lists, citations, remarks in brackets."""

from __future__ import annotations

import pytest
from tongues import tongue

from publish.document.punctuation import brackets, comma
from publish.document.tree import Chart, Paragraph, Run, RunRole, Table, plain


def notes(locale: str) -> list[str]:
    """The notes below the table of facts of the article in many languages."""
    (table,) = (block for block in tongue(locale).document.blocks if isinstance(block, Table))
    return [plain(note).replace("\u00a0", " ").replace("\u202f", "~") for note in table.notes]


@pytest.mark.parametrize(
    ("locale", "start", "between", "end"),
    [
        ("en", "As of 31 December 2024 (", "; ", ")."),
        ("pl", "Stan na 31 grudnia 2024 r. (", "; ", ")."),
        ("uk", "Станом на 31 грудня 2024 р. (", "; ", ")."),
        ("fr", "État des données : 31 décembre 2024 (", "~; ", ")."),
        ("el", "Ημερομηνία στοιχείων: 31 Δεκεμβρίου 2024 (", "· ", ")."),
        ("ar", "الأرقام كما في ٣١ ديسمبر ٢٠٢٤ (", "؛ ", ")."),
        ("ja", "2024年12月31日現在（", "、", "）。"),
        ("zh-Hans", "数据截至2024年12月31日（", "；", "）。"),
        ("ko", "2024년 12월 31일 기준(", ", ", ")."),
        ("hi", "31 दिसंबर 2024 की स्थिति के अनुसार (", "; ", ")।"),
        ("th", "ข้อมูล ณ 31 ธันวาคม 2567 (", "; ", ")"),
    ],
)
def test_a_note_on_some_facts_names_them_after_its_date(locale: str, start: str, between: str, end: str) -> None:
    (note,) = (note for note in notes(locale) if note.startswith(start))
    assert note.endswith(end)
    assert note[len(start) : -len(end)].count(between) == 2


@pytest.mark.parametrize(
    ("locale", "marks"),
    [("en", "1, 2"), ("ar", "١، ٢"), ("ja", "1、2"), ("zh-Hans", "1，2"), ("zh-Hant", "1，2"), ("th", "1, 2")],
)
def test_numbers_of_sources_are_parted_by_the_comma_of_the_locale(composed, locale: str, marks: str) -> None:
    document, _ = composed("Text.[@a; @b]\n", locale)
    assert cited(document.blocks) == marks


@pytest.mark.parametrize(
    ("locale", "marks"), [("en", "1~(p.~3)"), ("ko", "1(p.~3)"), ("ja", "1（p.~3）"), ("he", "1~(p.~3)")]
)
def test_a_locator_is_bracketed_as_its_readers_do_and_held_to_its_number(composed, locale: str, marks: str) -> None:
    document, _ = composed("Text.[@a, p. 3]\n", locale)
    assert cited(document.blocks).replace("\u00a0", "~") == marks


def cited(blocks) -> str:
    paragraph = next(block for block in blocks if isinstance(block, Paragraph))
    return "".join(run.text for run in paragraph.text if run.role is RunRole.CITE)


CHART = '::: {.chart #c type=bar title="Share" subtitle="per cent"}\n- {now}\n- [{then}]{.tentative}\n:::\n'


@pytest.mark.parametrize(
    ("locale", "title", "items"),
    [
        ("en", "Bar chart: Share, per cent. ", "; "),
        ("ja", "横棒グラフ：Share、per cent。", "、"),
        ("ar", "رسم بياني شريطي: Share، per cent. ", "؛ "),
        ("zh-Hant", "橫條圖：Share，per cent。", "；"),
        ("ko", "가로 막대그래프: Share, per cent. ", ", "),
        ("uk", "Лінійчата діаграма: Share, per cent. ", "; "),
    ],
)
def test_a_chart_is_told_with_the_marks_of_the_locale(composed, locale: str, title: str, items: str) -> None:
    document, _ = composed(CHART, locale)
    (chart,) = (block for block in document.blocks if isinstance(block, Chart))
    assert chart.alt.startswith(title)
    assert f"{items}Then" in chart.alt
    assert chart.alt.rstrip(".。").endswith(brackets(document.script)[1])


@pytest.mark.parametrize(
    ("locale", "note"),
    [
        ("en", "Source: First source (1); Second source (2)."),
        ("fr", "Source~: First source (1)^; Second source (2)."),
        ("fr-CA", "Source~: First source (1); Second source (2)."),
        ("ja", "出典：First source（1）、Second source（2）。"),
        ("ko", "출처: First source(1), Second source(2)."),
        ("ar", "المصدر: First source (١)؛ Second source (٢)."),
    ],
)
def test_the_sources_of_a_chart_are_listed_as_the_locale_lists(composed, locale: str, note: str) -> None:
    facts = "Text.[@a]\n\n::: {.chart #c type=bar}\n- {first}\n- {now}\n:::\n"
    document, _ = composed(facts, locale, facts="first: {label: F, value: 3, unit: percent, of: output, source: a}\n")
    (chart,) = (block for block in document.blocks if isinstance(block, Chart))
    assert plain(chart.notes[-1]).replace("\u00a0", "~").replace("\u202f", "^") == note


def test_a_french_note_on_a_fact_has_a_space_before_its_colon(composed) -> None:
    table = "::: {.facts #t}\n- {noted}\n:::\n"
    ledger = "noted: {label: Part, value: 3, unit: percent, note: estimation, source: a}\n"
    for locale, wanted in (("fr", "Part\u00a0: estimation"), ("de", "Part: estimation"), ("ja", "Part：estimation")):
        document, _ = composed(table, locale, facts=ledger)
        (block,) = (block for block in document.blocks if isinstance(block, Table))
        assert plain(block.notes[0]) == wanted


def test_a_post_follows_a_name_as_the_script_has_it() -> None:
    assert [comma(script) for script in ("Latn", "Jpan", "Hans", "Arab", "Kore", "Thai")] == [
        ", ", "、", "，", "، ", ", ", " ",
    ]  # fmt: skip
    assert [brackets(script)[0] for script in ("Latn", "Kore", "Jpan", "Arab")] == [" (", "(", "（", " ("]


def test_items_keep_their_runs_when_they_are_joined(composed) -> None:
    document, _ = composed("Text.[@a; @b]\n", "ar")
    paragraph = next(block for block in document.blocks if isinstance(block, Paragraph))
    linked = [run for run in paragraph.text if isinstance(run, Run) and run.target]
    assert [run.target for run in linked] == ["#source-1", "#source-2"]
