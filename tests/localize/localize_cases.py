"""Facts and articles that the tests of localizing share."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from publish.article.model import Article, Block, Fact, FactItem, Footnote, Message, Meta, Precision, Value
from publish.errors import Span
from publish.localize.facts import FactWriter
from publish.localize.speech import speech

SPAN = Span("article.md", 1, 1)

NOUNS = {
    "pl": {"one": "żołnierz", "few": "żołnierze", "many": "żołnierzy", "other": "żołnierza"},
    "en": {"one": "soldier", "other": "soldiers"},
    "ja": {"other": "人"},
    "de": {"one": "Soldat", "other": "Soldaten"},
    "fr": {"one": "soldat", "many": "de soldats", "other": "soldats"},
    "es": {"one": "soldado", "many": "de soldados", "other": "soldados"},
}
WHOLES = {"pl": "PKB", "en": "GDP", "ja": "GDP", "de": "BIP", "fr": "PIB", "es": "PIB"}


def message(context: str, source: str, line: int = 1) -> Message:
    return Message(context, source, Span("article.md", line, 1))


def make_fact(value: Value | str | int, unit: str | None = None, precision: str = "exact", **more: Any) -> Fact:
    shown: Value = Decimal(value) if isinstance(value, str | int) else value
    name = more.pop("name", "fact")
    return Fact(name, message(f"fact:{name}/label", "Label"), shown, unit, SPAN, Precision(precision), **more)


def counted(value: int, precision: str = "exact") -> Fact:
    return make_fact(value, None, precision, noun={"other": message("fact:fact/noun/other", "noun")})


def of_gdp(value: str, precision: str = "exact") -> Fact:
    return make_fact(value, "percent", precision, of=message("fact:fact/of", "GDP"))


def visible(text: str) -> str:
    """No-break spaces made visible: ~ is U+00A0, ^ is U+202F."""
    return text.replace("\u00a0", "~").replace("\u202f", "^")


def make_writer(locale: str) -> FactWriter:
    language = locale.partition("-")[0]
    return FactWriter(
        speech(locale),
        lambda text: WHOLES[language] if text.source == "GDP" else text.source,
        lambda _: NOUNS[language],
    )


def make_article(
    *blocks: Block[Message, FactItem],
    facts: dict[str, Fact] | None = None,
    footnotes: dict[str, Footnote[Message, FactItem]] | None = None,
    messages: tuple[Message, ...] = (),
    **meta: Any,
) -> Article:
    front = {"language": "pl", "date": datetime.date(2025, 10, 30), **meta}
    title = front.pop("title", message("meta:title", "Tytuł"))
    listed = (title, *messages)
    return Article("case", Path(), Meta(title=title, **front), facts or {}, blocks, footnotes or {}, listed)


class Table:
    """Translations from a dict of context -> text; a line of the catalogue for each."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts

    def get(self, message: Message) -> str | None:
        return self.texts.get(message.context)

    def span(self, message: Message) -> Span:
        lines = list(self.texts)
        return Span("translations/en.po", 10 + lines.index(message.context) if message.context in lines else 1)
