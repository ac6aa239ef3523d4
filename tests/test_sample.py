"""The sample article: its numbers in every language, and nothing of it in the program."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest

from publish.article.reader import read_article
from publish.article.yamltree import read_yaml
from publish.document import Document, compose
from publish.document.tree import Run
from publish.localize import Options, localize
from publish.localize.translate import read_catalogue

ROOT = Path(__file__).parents[1]
SLUG = "us-japan-reset"
FOLDER = ROOT / "sources" / SLUG
#: Digits that are part of a name, not a number: aircraft, and years in the titles of sources.
NAMES = re.compile(r"F-35|\{[^}]*\}|\[@[^\]]*\]|\[\^[^\]]*\]|</?\w+\d+>")


def runs(part: object) -> list[Run]:
    if isinstance(part, Run):
        return [part]
    if isinstance(part, tuple):
        return [run for item in part for run in runs(item)]
    return [run for name in getattr(part, "__dataclass_fields__", ()) for run in runs(getattr(part, name))]


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    article, wrong = read_article(FOLDER, SLUG)
    assert article is not None, wrong
    found = {}
    for locale in ("pl", "en", "ja"):
        catalogue = None
        if locale != "pl":
            path = FOLDER / f"translations/{locale}.po"
            catalogue, wrong = read_catalogue(article, locale, path, path.name)
            assert wrong == ()
        localized, findings = localize(article, locale, catalogue, Options())
        assert localized is not None, findings
        found[locale], composed = compose(localized)
        assert composed == ()
    return found


@pytest.mark.parametrize(
    ("locale", "said"), [("pl", "550\u00a0mld\u00a0USD"), ("en", "$550\u00a0billion"), ("ja", "5500億ドル")]
)
def test_one_number_is_written_as_each_language_writes_it(
    documents: dict[str, Document], locale: str, said: str
) -> None:
    assert any(said in run.text for run in runs(documents[locale]) if run.fact == "pledge")


def test_all_languages_state_the_same_facts(documents: dict[str, Document]) -> None:
    stated = {locale: {run.fact for run in runs(document) if run.fact} for locale, document in documents.items()}
    assert stated["pl"] == stated["en"] == stated["ja"]
    assert len(stated["pl"]) > 20


@pytest.mark.parametrize("locale", ["en", "ja"])
def test_no_number_is_typed_by_hand_in_a_translation(locale: str) -> None:
    for entry in polib.pofile(str(FOLDER / f"translations/{locale}.po")):
        if entry.msgctxt and entry.msgctxt.startswith(("paragraph", "item", "heading", "quote", "meta:lead")):
            assert not re.search(r"\d", NAMES.sub("", entry.msgstr)), entry.msgstr


def test_no_number_is_typed_by_hand_in_the_original() -> None:
    article, _ = read_article(FOLDER, SLUG)
    assert article is not None
    for message in article.messages:
        if message.context.startswith(("paragraph", "item", "heading", "quote", "meta:lead")):
            assert not re.search(r"\d", NAMES.sub("", message.source)), f"{message.span}: {message.source}"


def program_text() -> str:
    files = [path for path in (ROOT / "publish").rglob("*") if path.suffix in (".py", ".yaml", ".toml", ".po", ".md")]
    return "\n".join(path.read_text("utf-8") for path in sorted(files))


def test_nothing_of_the_sample_stands_in_the_program() -> None:
    program = program_text()
    assert SLUG not in program
    article, _ = read_article(FOLDER, SLUG)
    assert article is not None
    long = [message.source for message in article.messages if len(message.source) > 25]
    assert [text for text in long if text in program] == []
    for name in ("Takaichi", "Trump", "Toyota", "Minamitori", "Yokosuka", "Instytut Przykładowy"):
        assert name not in program


def test_no_fact_name_of_the_sample_is_known_to_the_program() -> None:
    ledger, _, _ = read_yaml((FOLDER / "facts.yaml").read_text("utf-8"), "facts.yaml")
    assert isinstance(ledger, dict)
    program = program_text()
    # short words such as "talks" may well be words of the program's own
    telling = [name for name in ledger if "_" in name]
    assert [name for name in telling if re.search(rf"\b{name}\b", program)] == []
