from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from publish.article.model import Article, Fact, Message, Meta, Precision
from publish.errors import Span
from publish.localize.translate import Catalogue, PoFile, Progress, fact_phrases, read_po, update_catalogue
from publish.localize.translate.units import plural_categories, plural_samples, units

LEDGER = "sources/x/facts.yaml"


def message(context: str, source: str, line: int = 1, file: str = "sources/x/article.md") -> Message:
    return Message(context, source, Span(file, line, 1))


NOUN = {
    category: message(f"fact:troops/noun/{category}", word, 9, LEDGER)
    for category, word in {"one": "żołnierz", "few": "żołnierze", "many": "żołnierzy", "other": "żołnierza"}.items()
}
PLEDGE = Fact(
    "pledge", message("fact:pledge/label", "Inwestycje", 1, LEDGER), Decimal("550e9"), "USD", Span(LEDGER),
    precision=Precision.UP_TO,
)  # fmt: skip
TROOPS = Fact(
    "troops", message("fact:troops/label", "Żołnierze", 5, LEDGER), Decimal(60_000), None, Span(LEDGER), noun=NOUN
)


def article(*texts: Message) -> Article:
    title = message("meta:title", "Tytuł", 2)
    return Article(
        slug="x",
        folder=Path("sources/x"),
        meta=Meta(title=title, language="pl", date=date(2025, 10, 30)),
        facts={"pledge": PLEDGE, "troops": TROOPS},
        blocks=(),
        footnotes={},
        messages=(title, *texts),
    )


ARTICLE = article(
    message("paragraph:1.1", "Tokio da {pledge} i {pledge:long}, {{nie}} {pledge}.", 12),
    *NOUN.values(),
    message("cell:1/1.1", ""),
)


def test_a_noun_has_one_entry_for_each_plural_category_of_the_target() -> None:
    def nouns(locale: str) -> list[tuple[str, str]]:
        return [(unit.context, unit.source) for unit in units(ARTICLE, locale) if "noun" in unit.context]

    assert nouns("ja") == [("fact:troops/noun/other", "żołnierza")]
    assert nouns("en") == [("fact:troops/noun/one", "żołnierz"), ("fact:troops/noun/other", "żołnierza")]
    assert [context.rpartition("/")[2] for context, _ in nouns("ar")] == ["zero", "one", "two", "few", "many", "other"]


def test_plural_categories_and_their_samples_follow_cldr() -> None:
    assert plural_categories("pl") == ("one", "few", "many", "other")
    assert plural_categories("zh-Hans-SG") == ("other",)
    assert plural_categories("qqq") == ("other",)
    assert plural_samples("pl", "few") == (2, 3, 4, 22, 23, 24)


def test_an_empty_text_is_not_to_be_translated() -> None:
    assert "cell:1/1.1" not in [unit.context for unit in units(ARTICLE, "en")]


def test_an_entry_tells_its_line_and_how_its_facts_read_in_both_languages() -> None:
    text = update_catalogue(ARTICLE, "en", None, fact_phrases(ARTICLE, "en", None)).text
    assert "#: article.md:12\n" in text
    assert "#: facts.yaml:9\n" in text
    assert "#. pledge = do 550\u00a0mld\u00a0USD → up to $550\u00a0billion\n" in text
    assert "#. pledge:long = " in text
    assert text.count("#. pledge = ") == 1
    assert "#. the form that goes with 1…\n" in text


def written(tmp_path: Path, locale: str, translations: dict[str, str], fuzzy: tuple[str, ...] = ()) -> PoFile:
    lines = []
    for unit in units(ARTICLE, locale):
        lines += ["#, fuzzy"] if unit.context in fuzzy else []
        lines += [f'msgctxt "{unit.context}"', f'msgid "{unit.source}"']
        lines += [f'msgstr "{translations.get(unit.context, "")}"', ""]
    (tmp_path / f"{locale}.po").write_text("\n".join(lines), "utf-8")
    file, wrong = read_po(tmp_path / f"{locale}.po", f"sources/x/translations/{locale}.po")
    assert wrong == ()
    assert file is not None
    return file


def test_a_catalogue_gives_translations_and_their_lines(tmp_path: Path) -> None:
    file = written(tmp_path, "en", {"meta:title": "Title", "paragraph:1.1": "Tokyo."}, fuzzy=("paragraph:1.1",))
    catalogue = Catalogue(ARTICLE, "en", file, "sources/x/translations/en.po")
    assert catalogue.get(ARTICLE.meta.title) == "Title"
    assert catalogue.span(ARTICLE.meta.title) == Span("sources/x/translations/en.po", 3)
    assert catalogue.get(ARTICLE.messages[1]) is None
    assert catalogue.span(message("meta:lead", "?")) == Span("sources/x/translations/en.po")


def test_a_noun_is_found_in_the_categories_of_the_target(tmp_path: Path) -> None:
    file = written(tmp_path, "en", {"fact:troops/noun/one": "soldier", "fact:troops/noun/other": "soldiers"})
    catalogue = Catalogue(ARTICLE, "en", file, "en.po")
    assert catalogue.get(message("fact:troops/noun/other", "any source text")) == "soldiers"
    assert catalogue.get(message("fact:troops/noun/few", "żołnierze")) is None


def test_a_translation_of_a_former_text_does_not_count(tmp_path: Path) -> None:
    file = written(tmp_path, "en", {"meta:title": "Title"})
    assert Catalogue(ARTICLE, "en", file, "en.po").get(message("meta:title", "Tytuł")) == "Title"
    changed = article(message("paragraph:1.1", "Inny."))
    assert Catalogue(changed, "en", file, "en.po").get(changed.messages[1]) is None


def test_progress_counts_what_is_translated_fuzzy_and_missing(tmp_path: Path) -> None:
    file = written(tmp_path, "en", {"meta:title": "Title", "paragraph:1.1": "Tokyo."}, fuzzy=("paragraph:1.1",))
    progress = Catalogue(ARTICLE, "en", file, "en.po").progress
    assert progress == Progress(translated=1, fuzzy=1, missing=2)
    assert str(progress) == "1 of 4 messages translated, 2 missing, 1 to be checked"


@pytest.mark.parametrize(
    ("progress", "percent"), [(Progress(999, 1, 0), 99), (Progress(3, 0, 0), 100), (Progress(0, 0, 0), 100)]
)
def test_only_a_complete_translation_is_at_a_hundred_percent(progress: Progress, percent: int) -> None:
    assert progress.percent == percent


def test_an_update_without_news_changes_nothing(tmp_path: Path) -> None:
    phrase = fact_phrases(ARTICLE, "ja", None)
    first = update_catalogue(ARTICLE, "ja", None, phrase)
    assert first.changed
    (tmp_path / "ja.po").write_text(first.text, "utf-8")
    file, _ = read_po(tmp_path / "ja.po", "ja.po")
    again = update_catalogue(ARTICLE, "ja", file, phrase)
    assert not again.changed
    assert again.text == first.text


def test_a_file_wrapped_by_another_tool_is_not_touched_without_news(tmp_path: Path) -> None:
    text = update_catalogue(ARTICLE, "en", None).text.replace('msgid "Tytuł"', 'msgid ""\n"Ty"\n"tuł"')
    (tmp_path / "en.po").write_text(text, "utf-8")
    file, _ = read_po(tmp_path / "en.po", "en.po")
    assert not update_catalogue(ARTICLE, "en", file).changed
