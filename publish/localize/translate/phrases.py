"""How facts read in the original and in a translation, for the translator's eyes."""

from __future__ import annotations

from collections.abc import Callable

from publish.article.model import Article, Fact, FactForm, Message
from publish.errors import error
from publish.localize.facts import FactWriter, UnsayableError
from publish.localize.speech import UnknownLocaleError, speech
from publish.localize.translate.units import FactPhrase, noun_messages
from publish.localize.translations import Translations

__all__ = ["fact_phrases"]


def fact_phrases(article: Article, locale: str, translations: Translations | None) -> FactPhrase:
    """Says a fact as "do 550 mld USD → up to $550 billion".

    A side that a locale cannot say is left out, as is the other one until the fact's own words (nouns, texts) are
    translated.
    """
    here = _writer(article.meta.language, lambda message: message.source)

    def translated(message: Message) -> str:
        words = translations.get(message) if translations else None
        if words is None:
            raise UnsayableError(error("not translated yet", message.span))
        return words

    there = _writer(locale, translated)

    def phrase(name: str, form: str) -> str | None:
        fact, shape = article.facts.get(name), _form(form)
        if fact is None or shape is None:
            return None
        sides = [_said(writer, fact, shape) for writer in (here, there)]
        return " → ".join(side for side in sides if side) or None

    return phrase


def _writer(locale: str, words: Callable[[Message], str]) -> FactWriter | None:
    def nouns(fact: Fact) -> dict[str, str]:
        return {category: words(message) for category, message in noun_messages(fact, locale).items()}

    try:
        return FactWriter(speech(locale), words, nouns)
    except UnknownLocaleError:
        return None


def _form(form: str) -> FactForm | None:
    return next((known for known in FactForm if known.value == form), None)


def _said(writer: FactWriter | None, fact: Fact, form: FactForm) -> str | None:
    if writer is None:
        return None
    try:
        return writer.phrase(fact, form).text
    except UnsayableError:
        return None
