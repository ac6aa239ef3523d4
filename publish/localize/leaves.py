"""Inline nodes to final runs: facts filled in, marks placed, typography applied."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from publish.article.inline import (
    Citation,
    Code,
    Emph,
    FactRef,
    Foreign,
    Inline,
    LineBreak,
    Link,
    Marked,
    NoteRef,
    Strong,
    Text,
)  # fmt: skip
from publish.article.model import Fact, FactForm, Message
from publish.errors import Diagnostic, error, suggest
from publish.localize.content import CiteMark, Leaf, NoteMark, Run
from publish.localize.facts import FactWriter, UnsayableError
from publish.localize.marks import place_marks, single_stops
from publish.localize.profile import Typography
from publish.localize.say import states
from publish.localize.typography import set_type

__all__ = ["LeafWriter"]

Part = Run | CiteMark | NoteMark

_LOOK_BACK = 20
_CLOSERS = "\"'”’»)] \u00a0\u202f"


class LeafWriter:
    """Turns inline nodes into a leaf in one locale; findings go to `report`."""

    def __init__(
        self,
        writer: FactWriter,
        facts: Mapping[str, Fact],
        label: Callable[[Message], Leaf],
        report: Callable[[Diagnostic], None],
    ) -> None:
        self._writer = writer
        self._facts = facts
        self._label = label
        self._report = report

    def leaf(self, nodes: Sequence[Inline], base: Run, sentence: bool = False) -> Leaf:
        """The nodes in the look and language of `base`; a fact that begins a `sentence` begins with a capital."""
        parts: list[Part] = []
        for node in nodes:
            parts += self._parts(node, base)
        typography = self._writer.speech.profile.typography
        leaf = single_stops(_capitalised(parts, sentence, typography))
        leaf = set_type(leaf, self._writer.speech)
        return single_stops(place_marks(leaf, typography))

    def _parts(self, node: Inline, look: Run) -> list[Part]:
        match node:
            case Text(text):
                return [replace(look, text=text)]
            case LineBreak():
                return [replace(look, text="\n")]
            case Code(text):
                return [replace(look, text=text, code=True)]
            case NoteRef(id_, span):
                return [NoteMark(id_, look.language, span)]
            case Citation(cites):
                keys, locators = tuple(c.key for c in cites), tuple(c.locator or "" for c in cites)
                return [CiteMark(keys, locators, look.language, cites[0].span if cites else look.span)]
            case FactRef():
                return self._fact(node, look)
        return self._nested(node, look)

    def _nested(self, node: Emph | Strong | Link | Foreign | Marked, look: Run) -> list[Part]:
        match node:
            case Emph():
                look = replace(look, emphasis=True)
            case Strong():
                look = replace(look, strong=True)
            case Link(_, url, span):
                look = replace(look, target=url, span=span)
            case Foreign(_, language):
                look = replace(look, language=language)
        return [part for child in node.children for part in self._parts(child, look)]

    def _fact(self, ref: FactRef, look: Run) -> list[Part]:
        fact = self._facts.get(ref.name)
        if fact is None:
            known = suggest(ref.name, self._facts)
            self._report(error(f'fact "{ref.name}" is not in the ledger', ref.span, known))
            return []
        if ref.form is FactForm.LABEL:
            return [_within(part, look) for part in self._label(fact.label)]
        text = self._said(fact, ref)
        # a fact is in the words of this locale, even inside a foreign phrase
        look = replace(look, language=self._writer.speech.tag)
        return [replace(look, text=text, span=ref.span, fact=fact.name)] if text else []

    def _said(self, fact: Fact, ref: FactRef) -> str:
        try:
            if ref.say is None:
                return self._writer.phrase(fact, ref.form).text
            self._check(fact, ref, ref.say)
            return ref.say
        except UnsayableError as fault:
            self._report(fault.diagnostic)
            return ""

    def _check(self, fact: Fact, ref: FactRef, say: str) -> None:
        if states(say, fact, self._writer.speech, self._writer.words):
            return
        value = self._writer.phrase(fact, FactForm.BARE).text
        what = f'say="{say}" does not state the value of fact "{fact.name}"'
        self._report(error(what, ref.span, f'it is "{value}" here'))


def _within(part: Part, look: Run) -> Part:
    if not isinstance(part, Run):
        return part
    return replace(
        part,
        strong=part.strong or look.strong,
        emphasis=part.emphasis or look.emphasis,
        target=part.target or look.target,
        draft=part.draft or look.draft,
    )


def _capitalised(parts: Sequence[Part], sentence: bool, typography: Typography) -> Leaf:
    """A fact that begins a sentence begins with a capital: "Do 550 mld USD..."."""
    result: list[Part] = []
    before = ""
    for part in parts:
        shown = part
        if isinstance(part, Run):
            if part.fact and (_ended(before, typography) if before else sentence):
                shown = replace(part, text=part.text[:1].upper() + part.text[1:])
            before = (before + part.text)[-_LOOK_BACK:]
        result.append(shown)
    return tuple(result)


def _ended(before: str, typography: Typography) -> bool:
    """Whether a sentence is over: a stop and a space, but not the stop of an abbreviation such as "np."."""
    text = before.rstrip(_CLOSERS)
    if not before[-1:].isspace() or text[-1:] not in tuple(typography.sentence_ends):
        return False
    word = text.split()[-1]
    return not (word in typography.inner_abbreviations or (len(word) == 2 and word[0].isalpha()))
