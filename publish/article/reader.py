"""Reads an article's folder: front matter, ledger, body and pictures, with every finding at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from publish.article.blocks import Builder, SourceBlock
from publish.article.blocktree import Body, read_tree
from publish.article.draft import Draft
from publish.article.folder import Folder
from publish.article.frontmatter import FrontPart, read_front_matter, split_front_matter
from publish.article.ledger import LedgerPart, read_ledger
from publish.article.model import Article
from publish.article.origin import Lines
from publish.article.references import Names, check_footnotes, check_names
from publish.errors import Diagnostic, Severity, Span, error, warning

__all__ = ["read_article"]

MAX_ARTICLE = 5_000_000  # bytes
MAX_LEDGER = 2_000_000
MAX_FINDINGS = 1_000


def read_article(folder: Path, name: str | None = None) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    """The article in a folder, None where it has errors, and all findings of its files, sorted by place.

    `name` is how the folder is shown in places of findings, such as `sources/x`. Never raises for what is in the
    folder: files that are missing, not readable, too large or not UTF-8 are findings as well.
    """
    files = Folder(folder, name or folder.as_posix())
    if not files.exists():
        return None, (error("there is no such folder", Span(files.name)),)
    text, found = files.read("article.md", MAX_ARTICLE)
    if text is None:
        ledger = _ledger(files, None)
        all_found = _sorted([*found, *ledger.found, *ledger.messages.found])
        return None, _few(all_found, files.shown("article.md"))
    return _Reading(files, text, found).article()


def _ledger(files: Folder, sources: list[str] | None) -> LedgerPart:
    if not files.has("facts.yaml"):
        return LedgerPart(names=[])
    text, found = files.read("facts.yaml", MAX_LEDGER)
    if text is None:
        return LedgerPart(found=found)
    part = read_ledger(text, files.shown("facts.yaml"), sources)
    part.found = found + part.found
    return part


def _few(found: tuple[Diagnostic, ...], file: str) -> tuple[Diagnostic, ...]:
    """The first findings, and one that says that there are more: nobody reads a hundred thousand."""
    shown, rest = found[:MAX_FINDINGS], found[MAX_FINDINGS:]
    if not rest:
        return found
    say = error if any(each.severity is Severity.ERROR for each in rest) else warning
    return (*shown, say(f"there are more than {MAX_FINDINGS:,} findings", Span.whole(file), "begin with these"))


def _sorted(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    # What is quoted from a file may hold line breaks; a finding is one line.
    lines = dict.fromkeys(replace(each, message=" ".join(each.message.split())) for each in found)
    return tuple(sorted(lines, key=lambda each: (each.span or Span(""), each.message)))


class _Reading:
    """One run over the files of a folder."""

    def __init__(self, files: Folder, text: str, found: list[Diagnostic]) -> None:
        self._files = files
        self._text = text
        self._file = files.shown("article.md")
        self._found = list(found)

    def article(self) -> tuple[Article | None, tuple[Diagnostic, ...]]:
        front, start = self._front()
        ledger = _ledger(self._files, front.sources)
        builder, blocks = self._body(start, ledger)
        parts = [front.head, builder.draft.messages, ledger.messages, front.tail]
        names = Names(ledger.names, front.sources, list(builder.footnotes), list(builder.draft.ids))
        self._found += [*front.found, *ledger.found, *check_names(parts, names)]
        self._found += check_footnotes(builder.footnotes, parts)
        for part in parts:
            self._found += part.found
        found = _sorted(self._found)
        if front.meta is None or any(each.severity is Severity.ERROR for each in found):
            return None, _few(found, self._file)
        messages = tuple(message for part in parts for message in part.all)
        files = self._files
        article = Article(files.slug, files.path, front.meta, ledger.facts, blocks, builder.footnotes, messages)
        return article, _few(found, self._file)

    def _front(self) -> tuple[FrontPart, int]:
        text, start, found = split_front_matter(self._text, self._file)
        if text is None:
            return FrontPart(None, None, found=found), start
        return read_front_matter(text, self._files, self._file), start

    def _body(self, start: int, ledger: LedgerPart) -> tuple[Builder, tuple[SourceBlock, ...]]:
        body = Body(self._text[start:], start, Lines(self._file, self._text))
        nodes, found = read_tree(body)
        builder = Builder(Draft(body, self._files, ledger.facts))
        blocks = builder.body(nodes)
        self._found += [*found, *builder.draft.found]
        return builder, blocks
