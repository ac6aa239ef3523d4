"""What a catalogue has to hold for one article and one locale."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import PurePath

import babel
from babel import Locale

from publish.article.model import Article, Fact, Message
from publish.localize.speech import UnknownLocaleError, speech

__all__ = ["FactPhrase", "Unit", "noun_messages", "plural_categories", "plural_samples", "target_messages", "units"]

FactPhrase = Callable[[str, str], str | None]
"""Says how a fact reads: takes its name and its form ("" or "long"...); None where it cannot be said yet."""

_NOUN = re.compile(r"fact:([^/]+)/noun/(\w+)")
_REFERENCE = re.compile(r"\{([a-z][a-z0-9_]*)(?::([a-z]+))?[^{}]*\}")

# CLDR's order of plural categories, from UTS #35 part 3, "Language Plural Rules".
_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
_SAMPLED = (*range(31), 100, 101, 102, 103, 111, 1_000, 1_000_000)
_SAMPLES_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Unit:
    """One text to translate: its context, the text, the place in the original and notes for the translator."""

    context: str
    source: str
    reference: tuple[str, str]
    notes: str = ""


def units(article: Article, locale: str, phrase: FactPhrase | None = None) -> tuple[Unit, ...]:
    """Every text of `article` to be translated into `locale` (BCP 47), in reading order."""
    return tuple(_unit(article, message, locale, phrase) for message in target_messages(article, locale))


def target_messages(article: Article, locale: str) -> tuple[Message, ...]:
    """The messages of `article` with each noun in the plural categories of `locale` in place of its own.

    A category that the original does not have stands with its `other` form, or the last it has.
    """
    return tuple(_expanded(article, locale))


def _expanded(article: Article, locale: str) -> Iterator[Message]:
    done: set[str] = set()
    for message in article.messages:
        match = _NOUN.fullmatch(message.context)
        if match is None:
            if message.source.strip():
                yield message
        elif match[1] not in done:
            done.add(match[1])
            yield from noun_messages(article.facts[match[1]], locale).values()


def noun_messages(fact: Fact, locale: str) -> dict[str, Message]:
    """The messages of a fact's noun by plural category of `locale`; none where it has no noun."""
    spare = fact.noun.get("other") or next(reversed(fact.noun.values()), None)
    if spare is None:
        return {}
    return {
        category: replace(fact.noun.get(category, spare), context=f"fact:{fact.name}/noun/{category}")
        for category in plural_categories(locale)
    }


@lru_cache(maxsize=64)
def plural_categories(locale: str) -> tuple[str, ...]:
    """The CLDR plural categories of a locale, in CLDR's order; `other` alone where the locale is unknown."""
    data = _babel(locale)
    tags = {"other"} | (set(data.plural_form.tags) if data else set())
    return tuple(category for category in _CATEGORIES if category in tags)


@lru_cache(maxsize=64)
def plural_samples(locale: str, category: str) -> tuple[int, ...]:
    """Some whole numbers that take `category` in `locale`."""
    data = _babel(locale)
    numbers = [number for number in _SAMPLED if data is None or data.plural_form(number) == category]
    return tuple(numbers[:_SAMPLES_SHOWN])


def _babel(locale: str) -> Locale | None:
    # the language decides the plural, and Babel lacks some tags with a script
    for tag in (locale, locale.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (babel.UnknownLocaleError, ValueError):
            continue
    return None


def _unit(article: Article, message: Message, locale: str, phrase: FactPhrase | None) -> Unit:
    span = message.span
    notes = "\n".join((*_noun_note(message, locale), *_fact_notes(article, message.source, phrase)))
    return Unit(message.context, message.source, (PurePath(span.file).name, str(span.line)), notes)


def _noun_note(message: Message, locale: str) -> Iterable[str]:
    match = _NOUN.fullmatch(message.context)
    if match is None:
        return
    samples = ", ".join(str(number) for number in plural_samples(locale, match[2]))
    if match[2] in _unnumbered(locale):
        yield f"the form that says {samples} by itself, as running text has it without a numeral"
    else:
        yield f"the form that goes with {samples}…" if samples else "the form that goes with fractions"


def _unnumbered(locale: str) -> tuple[str, ...]:
    try:
        return speech(locale).profile.numbers.unnumbered
    except UnknownLocaleError:
        return ()


def _fact_notes(article: Article, text: str, phrase: FactPhrase | None) -> Iterable[str]:
    if phrase is None:
        return
    for name, form in dict.fromkeys(_REFERENCE.findall(text.replace("{{", "").replace("}}", ""))):
        said = phrase(name, form) if name in article.facts else None
        if said:
            yield f"{name}:{form} = {said}" if form else f"{name} = {said}"
