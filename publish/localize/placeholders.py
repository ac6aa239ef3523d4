"""What a translation has to keep of its original: facts, citations, footnotes, words of other languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from publish.article.inline import Citation, FactRef, Foreign, Inline, NoteRef
from publish.article.inlines import walk
from publish.article.model import FactForm
from publish.errors import Diagnostic, Span, error, suggest
from publish.localize.tags import parse_tag

__all__ = ["compare"]


def compare(source: Sequence[Inline], target: Sequence[Inline], locale: str, span: Span) -> Iterator[Diagnostic]:
    """Findings for placeholders that the translation lost, repeated or added.

    A fact may take another form, but a label is no value. A span in the language of the translation itself may go:
    there the words are no longer foreign.
    """
    before, after = _counts(source), _counts(target)
    for placeholder in sorted(before.keys() | after.keys()):
        kept, found = before[placeholder], after[placeholder]
        if kept == found or _at_home(placeholder, locale):
            continue
        yield error(_fault(placeholder, kept, found), span, _hint(placeholder, kept, before))


def _counts(nodes: Sequence[Inline]) -> Counter[str]:
    return Counter(name for node in walk(nodes) for name in _names(node))


def _names(node: Inline) -> Iterator[str]:
    if isinstance(node, FactRef):
        yield f"{{{node.name}:label}}" if node.form is FactForm.LABEL else f"{{{node.name}}}"
    elif isinstance(node, Citation):
        yield from (f"[@{cite.key}]" for cite in node.cites)
    elif isinstance(node, NoteRef):
        yield f"[^{node.id}]"
    elif isinstance(node, Foreign):
        yield f"{{{node.language}…}}"


def _at_home(placeholder: str, locale: str) -> bool:
    if not placeholder.endswith("…}"):
        return False
    return parse_tag(placeholder[1:-2]).language == parse_tag(locale).language


def _fault(placeholder: str, kept: int, found: int) -> str:
    if not found:
        return f"the translation lost {placeholder}"
    if not kept:
        return f"the translation has {placeholder}, the original has not"
    more = "repeats" if found > kept else "lost one"
    return f"the translation {more} {placeholder}: {found} in place of {kept}"


def _hint(placeholder: str, kept: int, before: Counter[str]) -> str | None:
    if kept:
        return "keep every placeholder of the original, each as often"
    return suggest(placeholder, before)
