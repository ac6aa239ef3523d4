"""An article in one locale: every leaf a final text, every fact in the locale's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from publish.article.inlines import Origin, parse_inline
from publish.article.model import Article, Fact, Message
from publish.errors import Diagnostic, Severity, Span, error
from publish.localize.blocks import BlockMap
from publish.localize.content import Leaf, LocalizedArticle, Run, plain
from publish.localize.entries import EntryWriter
from publish.localize.facts import FactWriter
from publish.localize.front import Front, address
from publish.localize.labels import Labels
from publish.localize.leaves import LeafWriter
from publish.localize.placeholders import compare
from publish.localize.reading import reading_minutes
from publish.localize.speech import Speech, UnknownLocaleError, speech_with
from publish.localize.tags import paper, same_language
from publish.localize.translate.units import noun_messages, target_messages
from publish.localize.translations import Translations

__all__ = ["Options", "localize"]

_SHOWN = 3
_SENTENCES = frozenset({"paragraph", "heading", "footnote", "quote"})


@dataclass(frozen=True, slots=True)
class Options:
    """What a house and a build decide.

    `region` is the house's territory (ISO 3166), `draft` lets untranslated text stand in the source language,
    `overrides` lie over the locale's data: {"currency": {"text": "code"}}.
    """

    region: str | None = None
    draft: bool = False
    overrides: Mapping[str, Any] = field(default_factory=dict)


def localize(
    article: Article, locale: str, translations: Translations | None, options: Options
) -> tuple[LocalizedArticle | None, tuple[Diagnostic, ...]]:
    """The article in `locale` (BCP 47) and every finding; None in place of it when one of them is an error.

    A regional variant of the article's language needs no translations.
    """
    region = article.meta.region or options.region
    try:
        voice = speech_with(locale, region, options.overrides)
        labels = Labels.load(locale)
        original = _original(article, locale, region, voice, options)
    except UnknownLocaleError as fault:
        return None, (error(str(fault), article.meta.title.span),)
    except (KeyError, TypeError, AttributeError) as fault:
        what = f"the house's values for {locale} do not fit the locale's data: {fault}"
        return None, (error(what, hint="see publish/localize/data for the keys there are"),)
    own = same_language(locale, article.meta.language)
    room = Workroom(article, voice, None if own else translations, original)
    if not own:
        room.check(draft=options.draft)
    localized = _localized(room, labels)
    findings = tuple(dict.fromkeys(room.findings))
    failed = any(finding.severity is Severity.ERROR for finding in findings)
    return (None if failed else localized), findings


def _original(article: Article, locale: str, region: str | None, voice: Speech, options: Options) -> Speech:
    """How the article's own language writes: text without a translation stands in it."""
    if same_language(locale, article.meta.language):
        return voice
    try:
        return speech_with(article.meta.language, region, {})
    except UnknownLocaleError:
        if options.draft:
            raise
        return voice


def _localized(room: Workroom, labels: Labels) -> LocalizedArticle:
    article, voice = room.article, room.voice
    blocks = BlockMap(room.leaf, EntryWriter(room.writer, article.facts, room.leaf, room.report, article.meta.date))
    front = Front(voice, labels, room.leaf)
    meta = front.meta(article.meta)
    content = blocks.blocks(article.blocks)
    return LocalizedArticle(
        slug=article.slug,
        locale=voice.tag,
        direction=voice.direction,
        script=voice.script,
        paper=paper(voice.territory),
        meta=meta,
        labels=labels,
        blocks=content,
        footnotes={id_: blocks.footnote(note) for id_, note in article.footnotes.items()},
        sources=front.sources(meta),
        date=front.date(meta),
        issue=front.issue(meta),
        citation=front.citation(meta),
        reading_minutes=reading_minutes((meta.lead or (), content), voice.script),
        url=address(article.meta.url, voice.tag),
        complete=not room.missing,
        embargo=front.embargo(article.meta.embargo),
        note_marks=voice.profile.typography.note_marks,
    )


class Workroom:
    """What localizing one article holds: its voices, its translations, the leaves made, the findings."""

    def __init__(self, article: Article, voice: Speech, translations: Translations | None, original: Speech) -> None:
        self.article = article
        self.voice = voice
        self.findings: list[Diagnostic] = []
        self.missing: tuple[Message, ...] = ()
        self._translations = translations
        self._own = same_language(voice.tag, article.meta.language)
        self._open: set[str] = set()
        self.writer = FactWriter(voice, self.words, self._nouns)
        source = self.writer if self._own else FactWriter(original, _source_words, _source_nouns)
        self._leaves = LeafWriter(self.writer, article.facts, self.leaf, self.report)
        self._drafts = LeafWriter(source, article.facts, self.leaf, self.report)
        self._original = original

    def report(self, diagnostic: Diagnostic) -> None:
        """Keeps a finding."""
        self.findings.append(diagnostic)

    # ---- messages

    def leaf(self, message: Message) -> Leaf:
        """The final text of a message: translated, or in the source language."""
        if message.context in self._open:
            self.report(error("the text contains itself through its facts", message.span))
            return ()
        self._open.add(message.context)
        try:
            return self._leaf(message)
        finally:
            self._open.discard(message.context)

    def _leaf(self, message: Message) -> Leaf:
        sentence = message.context.partition(":")[0] in _SENTENCES
        if self._own:
            nodes, _ = parse_inline(message.source, Origin.at(message.span))
            return self._leaves.leaf(nodes, Run("", self.voice.tag, message.span), sentence)
        text = self._translations.get(message) if self._translations and message.source else None
        if text is None:
            nodes, _ = parse_inline(message.source, Origin.at(message.span))
            look = Run("", self._original.tag, message.span, draft=True)
            return self._drafts.leaf(nodes, look, sentence)
        span = self._place(message)
        nodes, _ = parse_inline(text, Origin.at(span))
        return self._leaves.leaf(nodes, Run("", self.voice.tag, span), sentence)

    def words(self, message: Message) -> str:
        """The plain words of a message."""
        return plain(self.leaf(message))

    def _nouns(self, fact: Fact) -> dict[str, str]:
        messages = fact.noun if self._own else noun_messages(fact, self.voice.tag)
        return {category: self.words(message) for category, message in messages.items()}

    def _place(self, message: Message) -> Span:
        return self._translations.span(message) if self._translations else message.span

    # ---- checks

    def check(self, draft: bool) -> None:
        """Finds missing translations (an error unless this is a draft) and placeholders that were not kept."""
        messages = target_messages(self.article, self.voice.tag)
        self.missing = tuple(message for message in messages if self._translated(message) is None)
        if self.missing and not draft:
            self.report(self._missing_error(len(messages)))
        for message in messages:
            text = self._translated(message)
            if text is not None:
                self._compare(message, text)

    def _translated(self, message: Message) -> str | None:
        return self._translations.get(message) if self._translations else None

    def _missing_error(self, total: int) -> Diagnostic:
        first = self.missing[0]
        places = ", ".join(f"{message.context} ({message.span})" for message in self.missing[:_SHOWN])
        more = ", …" if len(self.missing) > _SHOWN else ""
        are = "is" if len(self.missing) == 1 else "are"
        what = f"{len(self.missing)} of {total} messages {are} not translated into {self.voice.tag}"
        hint = f"translate {places}{more}; or build with --draft"
        return error(what, self._place(first), hint)

    def _compare(self, message: Message, text: str) -> None:
        span = self._place(message)
        source, _ = parse_inline(message.source, Origin.at(message.span))
        target, faults = parse_inline(text, Origin.at(span))
        self.findings += faults
        self.findings += compare(source, target, self.voice.tag, span)


def _source_words(message: Message) -> str:
    nodes, _ = parse_inline(message.source, Origin.at(message.span))
    return "".join(getattr(node, "text", "") for node in nodes)


def _source_nouns(fact: Fact) -> dict[str, str]:
    return {category: _source_words(message) for category, message in fact.noun.items()}
