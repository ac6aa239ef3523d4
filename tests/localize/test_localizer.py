from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from localize_cases import SPAN, Table, counted, make_article, make_fact, message, visible

from publish.article.model import (
    Article,
    Author,
    Chart,
    ChartType,
    Emphasis,
    FactForm,
    FactItem,
    FactTable,
    Footnote,
    Heading,
    MonthValue,
    Paragraph,
    Publisher,
    SourceEntry,
    Timeline,
)
from publish.errors import Severity
from publish.localize import Options, localize
from publish.localize.content import CiteMark, FactEntry, LocalizedArticle, Run, plain

PLEDGE = make_fact("550e9", "USD", "up to", name="pledge", source="press")
FACTS = {"pledge": PLEDGE, "troops": counted(60_000, "almost")}


def paragraph(source: str, place: str = "1.1") -> Paragraph[Any]:
    return Paragraph(message(f"paragraph:{place}", source, 5), SPAN)


def article_of(*sources: str, **meta: Any) -> Article:
    blocks = [paragraph(source, f"1.{place}") for place, source in enumerate(sources, 1)]
    return make_article(*blocks, facts=FACTS, messages=tuple(block.text for block in blocks), **meta)


def localized(article: Article, locale: str = "pl", texts: dict[str, str] | None = None) -> LocalizedArticle:
    result, findings = localize(article, locale, Table(texts) if texts is not None else None, Options())
    assert result is not None, findings
    return result


def first_text(result: LocalizedArticle) -> str:
    block = result.blocks[0]
    assert isinstance(block, Paragraph)
    return visible(plain(block.text))


def errors(article: Article, texts: dict[str, str], locale: str = "en") -> list[str]:
    result, findings = localize(article, locale, Table({"meta:title": "Title", **texts}), Options())
    assert result is None
    assert all(finding.severity is Severity.ERROR for finding in findings)
    return [str(finding) for finding in findings]


def test_the_original_needs_no_translations() -> None:
    assert first_text(localized(article_of("Tokio da {pledge} w 2025 r."))) == "Tokio da do 550~mld~USD w~2025~r."


def test_a_regional_variant_takes_the_text_of_its_language() -> None:
    result = localized(article_of('A "deal" of {pledge}.', language="en"), "en-US")
    assert (first_text(result), result.paper, result.date) == (
        "A “deal” of up to $550~billion.",
        "Letter",
        "October\u00a030, 2025",
    )


def test_a_translation_says_each_fact_in_its_own_locale() -> None:
    texts = {"meta:title": "Title", "paragraph:1.1": "Tokyo pledged {pledge}.[@press]"}
    result = localized(article_of("Tokio da {pledge}.[@press]"), "en", texts)
    assert first_text(result) == "Tokyo pledged up to $550~billion."
    block = result.blocks[0]
    assert isinstance(block, Paragraph)
    assert isinstance(block.text[-1], CiteMark)


def test_runs_carry_their_fact_language_look_and_place() -> None:
    texts = {"meta:title": "T", "paragraph:1.1": "**Up** to [a](https://example.org) {ja1}東京{/ja1} {pledge:bare}"}
    result = localized(article_of("**Do** [a](https://example.org) [東京]{lang=ja} {pledge:bare}"), "en", texts)
    block = result.blocks[0]
    assert isinstance(block, Paragraph)
    runs = {run.text.strip(): run for run in block.text if isinstance(run, Run)}
    assert runs["Up"].strong
    assert runs["a"].target == "https://example.org"
    assert runs["東京"].language == "ja"
    assert runs["$550\u00a0billion"].fact == "pledge"
    assert str(runs["Up"].span) == "translations/en.po:11:1"


def test_a_fact_that_begins_a_sentence_begins_with_a_capital() -> None:
    text = first_text(localized(article_of("{pledge} to dużo. {pledge} też, np. {pledge}.")))
    assert text == "Do 550~mld~USD to dużo. Do 550~mld~USD też, np. do 550~mld~USD."


def test_missing_translations_are_one_error_with_their_number_and_first_places() -> None:
    article = article_of("jeden", "dwa", "trzy", "cztery", "pięć")
    (said,) = errors(article, {"paragraph:1.1": "one"})
    assert "4 of 6 messages are not translated into en" in said
    assert "paragraph:1.2 (article.md:5:1)" in said
    assert "--draft" in said


def test_a_draft_keeps_untranslated_text_in_the_source_language() -> None:
    article = article_of("Tokio da {pledge} w maju", "dwa")
    texts = Table({"paragraph:1.2": "two"})
    result, findings = localize(article, "en", texts, Options(draft=True))
    assert result is not None
    assert findings == ()
    assert first_text(result) == "Tokio da do 550~mld~USD w~maju"
    block, other = result.blocks
    assert isinstance(block, Paragraph)
    assert isinstance(other, Paragraph)
    assert all(isinstance(run, Run) and run.draft and run.language == "pl" for run in block.text)
    assert other.text == (Run("two", "en", other.text[0].span),)
    assert not result.complete


FAULTS = [
    ("a {pledge}", "a", "lost {pledge}"),
    ("a {pledge}", "a {pledge} {pledge}", "repeats {pledge}: 2 in place of 1"),
    ("a {pledge}", "a {plegde}", 'did you mean "{pledge}"?'),
    ("a", "a {pledge}", "has {pledge}, the original has not"),
    ("a {pledge:label}", "a {pledge}", "lost {pledge:label}"),
    ("a [@press]", "a", "lost [@press]"),
    ("a [^1]", "a", "lost [^1]"),
    ("a [b]{lang=ja}", "a b", "lost {ja…}"),
]


@pytest.mark.parametrize(("source", "translation", "wanted"), FAULTS)
def test_a_placeholder_that_is_not_kept_is_an_error_at_its_line(source: str, translation: str, wanted: str) -> None:
    found = errors(article_of(source), {"paragraph:1.1": translation})
    assert any(wanted in said for said in found)
    assert all(said.startswith("translations/en.po:11:1: error: ") for said in found)


def test_words_in_the_language_of_the_translation_are_no_longer_foreign() -> None:
    texts = {"meta:title": "T", "paragraph:1.1": "an aircraft carrier"}
    assert first_text(localized(article_of("[aircraft carrier]{lang=en}"), "en", texts)) == "an aircraft carrier"


def test_another_form_of_a_fact_is_the_translators_choice() -> None:
    texts = {"meta:title": "T", "paragraph:1.1": "a {pledge:long}"}
    assert first_text(localized(article_of("a {pledge}"), "en", texts)) == "a 550~billion US dollars"


def test_a_noun_is_taken_in_the_plural_forms_of_the_target() -> None:
    noun = {
        "many": message("fact:troops/noun/many", "żołnierzy"),
        "other": message("fact:troops/noun/other", "żołnierza"),
    }
    fact = make_fact(60_000, name="troops", noun=noun)
    block = paragraph("{troops}")
    messages = (block.text, *fact.noun.values())
    article = make_article(block, facts={"troops": fact}, messages=messages)
    texts = {
        "meta:title": "T",
        "paragraph:1.1": "{troops}",
        "fact:troops/noun/one": "soldier",
        "fact:troops/noun/other": "soldiers",
    }
    assert first_text(localized(article, "en", texts)) == "60,000~soldiers"
    del texts["fact:troops/noun/one"]
    (said,) = errors(article, texts)
    assert "fact:troops/noun/one" in said


@pytest.mark.parametrize(
    ("say", "good"),
    [
        ("pół biliona", False),
        ("550 miliardami dolarów", True),
        ("aż 550 mld dolarów", True),
        ("550 mln dolarów", False),
        ("550 mld z 600 mld", False),
        ("500 mld", False),
    ],
)
def test_own_wording_must_state_the_value(say: str, good: bool) -> None:
    result, findings = localize(article_of(f'a {{pledge say="{say}"}}'), "pl", None, Options())
    assert (result is not None) is good
    assert all("does not state the value" in str(finding) for finding in findings)


def test_a_fact_that_is_not_in_the_ledger_is_named_with_the_nearest() -> None:
    item = FactItem("plegde", FactForm.DEFAULT, SPAN)
    _, findings = localize(make_article(FactTable((item,), SPAN), facts=FACTS), "pl", None, Options())
    assert 'did you mean "pledge"?' in str(findings[0])


@pytest.mark.parametrize("locale", ["xx", "sv", "fa-IR"])
def test_a_locale_without_data_is_an_error_and_never_english(locale: str) -> None:
    result, findings = localize(article_of("a"), locale, Table({}), Options())
    assert result is None
    assert f'there is no data for the language "{locale}"' in str(findings[0])


@pytest.mark.parametrize(
    ("region", "wanted"),
    [("PL", "$69.3~billion on 30~October 2025"), ("US", "$69.3~billion on October~30, 2025")],
)
def test_the_region_of_a_house_decides_dates_but_no_decimal_marks(region: str, wanted: str) -> None:
    facts = {"a": make_fact("69.3e9", "USD", name="a"), "b": make_fact(datetime.date(2025, 10, 30), name="b")}
    article = make_article(paragraph("{a} on {b}"), facts=facts, language="en")
    result, _ = localize(article, "en", None, Options(region=region))
    assert result is not None
    assert first_text(result) == wanted


def test_an_original_in_a_language_without_data_can_be_translated_into_one_with() -> None:
    texts = {"meta:title": "Title", "paragraph:1.1": "Tokyo pledged {pledge}."}
    article = article_of("Tokyo lovade {pledge}.", language="sv")
    assert first_text(localized(article, "en", texts)) == "Tokyo pledged up to $550~billion."
    result, findings = localize(article, "en", Table({}), Options(draft=True))
    assert result is None
    assert 'the language "sv"' in str(findings[0])


def test_a_house_may_lay_its_own_values_over_a_locale() -> None:
    result, _ = localize(article_of("{pledge}"), "pl", None, Options(overrides={"currency": {"text": "name"}}))
    assert result is not None
    assert first_text(result) == "Do 550~mld dolarów"


def test_a_house_value_that_no_locale_has_is_an_error() -> None:
    result, findings = localize(article_of("a"), "pl", None, Options(overrides={"currency": {"txt": "name"}}))
    assert result is None
    assert "txt" in str(findings[0])


@pytest.mark.parametrize(
    ("locale", "region", "paper"),
    [
        ("en", "PL", "A4"),
        ("en", "US", "Letter"),
        ("en-US", "PL", "Letter"),
        ("pl", None, "A4"),
        ("es-MX", None, "Letter"),
    ],
)
def test_paper_is_that_of_the_territory_else_of_the_house(locale: str, region: str | None, paper: str) -> None:
    language = locale.partition("-")[0]
    result, _ = localize(article_of("a", language=language), locale, None, Options(region=region))
    assert result is not None
    assert result.paper == paper


def entries(facts: dict[str, Any], block: Any, locale: str = "pl") -> tuple[FactEntry, ...]:
    result, findings = localize(make_article(block, facts=facts), locale, None, Options())
    assert result is not None, findings
    found = result.blocks[0]
    assert isinstance(found, FactTable | Chart | Timeline)
    return found.items


def items(*names: str) -> tuple[FactItem, ...]:
    return tuple(FactItem(name, FactForm.DEFAULT, SPAN) for name in names)


def test_an_entry_tells_label_value_date_and_source() -> None:
    fact = make_fact("9.9e12", "JPY", "over", name="budget", as_of=datetime.date(2025, 10, 28), source="press")
    item = FactItem("budget", FactForm.DEFAULT, SPAN, message("facts:1/1", "Budżet w jenach"), 1, Emphasis.HIGHLIGHT)
    (entry,) = entries({"budget": fact}, FactTable((item,), SPAN))
    assert visible(plain(entry.label)) == "Budżet w~jenach"
    assert (visible(entry.text), visible(entry.bare)) == ("ponad 9,9~bln~JPY", "9,9~bln~JPY")
    assert (entry.value, entry.scaled) == (Decimal("9.9e12"), Decimal("9.9"))
    assert (visible(entry.as_of or ""), entry.source) == ("28~października 2025~r.", "press")
    assert (entry.level, entry.emphasis, entry.numeric) == (1, Emphasis.HIGHLIGHT, True)


def test_entries_of_one_unit_and_magnitude_share_a_key() -> None:
    facts = {
        "a": make_fact("550e9", "USD", name="a"),
        "b": make_fact("20e9", "USD", "over", name="b"),
        "c": make_fact("3e6", "USD", name="c"),
        "d": make_fact(15, "percent", name="d"),
    }
    keys = [entry.unit_key for entry in entries(facts, FactTable(items("a", "b", "c", "d"), SPAN))]
    assert keys[0] == keys[1]
    assert len(set(keys)) == 3


def test_a_chart_says_its_numbers_in_one_magnitude_with_the_same_decimals() -> None:
    facts = {"a": make_fact("800e6", "USD", name="a"), "b": make_fact("1.25e9", "USD", name="b")}
    found = entries(facts, Chart(ChartType.BAR, items("a", "b"), SPAN))
    assert [visible(entry.bare) for entry in found] == ["0,80~mld~USD", "1,25~mld~USD"]
    assert len({entry.unit_key for entry in found}) == 1


def test_a_before_after_chart_has_round_marks_and_a_change_in_points() -> None:
    facts = {"a": make_fact(25, "percent", name="a"), "b": make_fact(15, "percent", name="b")}
    article = make_article(Chart(ChartType.BEFORE_AFTER, items("a", "b"), SPAN), facts=facts)
    for locale, change in {"pl": "−10~pkt proc.", "pl-PL": "−10~pkt proc."}.items():
        chart = localized(article, locale).blocks[0]
        assert isinstance(chart, Chart)
        assert chart.axis is not None
        assert visible(chart.axis.change) == change
        assert [text for _, text in chart.axis.marks] == ["0%", "10%", "20%", "30%"]


def test_a_timeline_begins_with_capitals_and_knows_what_is_to_come() -> None:
    facts = {
        "a": make_fact(message("fact:a/value", "późne lato 2025"), "text", name="a"),
        "b": make_fact(MonthValue(2026, 3), "month", name="b"),
    }
    found = entries(facts, Timeline(items("a", "b"), SPAN))
    assert [(entry.bare, entry.future) for entry in found] == [("Późne lato 2025", False), ("Marzec 2026", True)]


def front(locale: str, **more: Any) -> LocalizedArticle:
    language = locale.partition("-")[0]
    source = SourceEntry(
        "press", message("source:press/title", "Reports"), SPAN, message("source:press/publisher", "Press"),
        MonthValue(2025, 10), "https://example.org/s",
    )  # fmt: skip
    article = make_article(
        Heading(2, message("heading:1", "x"), SPAN),
        language=language,
        title=message("meta:title", "Reset"),
        authors=(Author(message("meta:author/1/name", "A. One")), Author(message("meta:author/2/name", "B. Two"))),
        publisher=Publisher(message("meta:publisher/name", "Institute")),
        series=message("meta:series", "Brief"),
        number="12",
        url={"": "https://example.org", "pl": "https://example.org/pl"},
        sources=(source,),
        embargo=datetime.date(2025, 11, 1),
        **more,
    )
    return localized(article, locale)


@pytest.mark.parametrize(
    ("locale", "wanted"),
    [
        (
            "pl",
            (
                "30~października 2025",
                "Brief nr~12",
                "A.~One, B.~Two, Reset, Brief nr~12, Institute, 2025.",
                "Reports, Press, październik 2025~r.",
                "https://example.org/pl",
            ),
        ),
        (
            "en",
            (
                "30~October 2025",
                "Brief no.~12",
                "A.~One, B.~Two, Reset, Brief no.~12, Institute, 2025.",
                "Reports, Press, October 2025.",
                "https://example.org",
            ),
        ),
        (
            "ja",
            (
                "2025年10月30日",
                "Brief 第12号",
                "A.~One、B.~Two「Reset」Brief 第12号、Institute、2025年。",
                "Reports、Press、2025年10月。",
                "https://example.org",
            ),
        ),
    ],
)
def test_front_matter_is_put_together_as_the_locale_does(locale: str, wanted: tuple[str, ...]) -> None:
    result = front(locale)
    texts = (result.date, result.issue, plain(result.citation), plain(result.sources["press"].text), result.url or "")
    assert tuple(map(visible, texts)) == wanted
    assert result.embargo is not None


def test_a_citation_leaves_out_what_is_not_given() -> None:
    assert plain(localized(make_article()).citation) == "Tytuł, 2025."


def test_the_title_is_emphasized_in_a_citation_where_the_script_has_italics() -> None:
    polish = [run for run in front("pl").citation if isinstance(run, Run) and run.emphasis]
    assert [run.text for run in polish] == ["Reset"]
    assert not any(isinstance(run, Run) and run.emphasis for run in front("ja").citation)


@pytest.mark.parametrize(
    ("locale", "text", "minutes"), [("pl", "słowo " * 1000, 5), ("ja", "語" * 1500, 3), ("pl", "słowo", 1)]
)
def test_reading_time_counts_words_or_characters(locale: str, text: str, minutes: int) -> None:
    assert localized(article_of(text, language=locale), locale).reading_minutes == minutes


def test_footnotes_are_localized_with_their_ids() -> None:
    note: Footnote[Any, Any] = Footnote("fiscal", (paragraph("w roku", "9.9"),), SPAN)
    result = localized(make_article(footnotes={"fiscal": note}))
    (block,) = result.footnotes["fiscal"].blocks
    assert isinstance(block, Paragraph)
    assert visible(plain(block.text)) == "w~roku"


def test_nothing_depends_on_the_environments_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert first_text(localized(article_of("{pledge}"))) == "Do 550~mld~USD"


def test_text_that_contains_itself_through_a_fact_is_a_finding() -> None:
    loop = make_fact(message("fact:loop/value", "a {loop}"), "text", name="loop")
    block = paragraph("{loop}")
    result, findings = localize(make_article(block, facts={"loop": loop}), "pl", None, Options())
    assert result is None
    assert any("contains itself" in str(finding) for finding in findings)


def test_the_article_is_left_as_it_is() -> None:
    article = article_of("{pledge}")
    localized(article)
    assert article == article_of("{pledge}")
    assert article.folder == Path()
