"""The front matter: from the YAML at the head of an article to its `Meta`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from pydantic import ValidationError

from publish.article.folder import FileFaultError, Folder
from publish.article.marks import Marks, Path
from publish.article.messages import Messages
from publish.article.model import Author, Message, Meta, Publisher, SourceEntry
from publish.article.pictures import MAX_BYTES, picture_size
from publish.article.schema import AuthorModel, FrontMatter, PublisherModel, SourceModel
from publish.article.yamltree import findings, read_yaml
from publish.errors import Diagnostic, Span, error

__all__ = ["FrontPart", "read_front_matter", "split_front_matter"]

_UNTRANSLATED = (
    "language", "date", "number", "url", "marking", "licence", "doi", "issn", "embargo", "translators", "region",
)  # fmt: skip
_TRANSLATED = (
    "title", "lead", "name", "role", "about", "series", "correction", "disclaimer",
)  # fmt: skip

_FENCE = re.compile(r"---[ \t]*(?:\n|$)")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|$)", re.MULTILINE)


@dataclass(slots=True)
class FrontPart:
    """What the front matter gave: `sources` are the keys of its sources, None where they cannot be known."""

    meta: Meta[Message] | None
    sources: list[str] | None
    head: Messages = field(default_factory=Messages)
    tail: Messages = field(default_factory=Messages)
    found: list[Diagnostic] = field(default_factory=list)


def split_front_matter(text: str, file: str) -> tuple[str | None, int, list[Diagnostic]]:
    """The YAML at the head of an article (None: there is none), and the offset at which the body begins."""
    opening = _FENCE.match(text)
    if opening is None:
        hint = "begin with --- and the keys title, language and date, and end them with ---"
        return None, 0, [error("the front matter is missing", Span(file), hint)]
    closing = _END.search(text, opening.end())
    if closing is None:
        return None, len(text), [error("the front matter is not closed", Span(file), "end it with a line of ---")]
    return text[opening.end() : closing.start()], closing.end(), []


def read_front_matter(text: str, folder: Folder, file: str) -> FrontPart:
    """The `Meta` of an article from the YAML that begins on line 2 of `file`; all findings, never an exception."""
    tree, marks, found = read_yaml(text, file, 2)
    if tree is None and found:
        return FrontPart(None, None, found=found)
    if not isinstance(tree, dict | None):
        wrong = error("the front matter must be a map of keys and values", marks.value(()), "write title: ...")
        return FrontPart(None, None, found=[*found, wrong])
    tree = tree or {}
    part = FrontPart(None, _source_keys(tree), found=found)
    reader = _Reader(marks, tree, folder, part)
    try:
        part.meta = reader.meta(FrontMatter.model_validate(tree))
    except ValidationError as fault:
        part.found += findings(fault, marks, FrontMatter)
        reader.salvage()
    return part


def _source_keys(tree: dict[str, object]) -> list[str] | None:
    sources = tree.get("sources", {})
    return list(sources) if isinstance(sources, dict) else None


class _Reader:
    """Turns validated front matter into the source model, each text with its place."""

    def __init__(self, marks: Marks, tree: dict[str, object], folder: Folder, part: FrontPart) -> None:
        self._marks = marks
        self._tree = tree
        self._folder = folder
        self._part = part

    def meta(self, front: FrontMatter) -> Meta[Message]:
        head = self._part.head
        return Meta(
            title=self._text(head, "meta:title", ("title",)),
            lead=self._maybe(head, "meta:lead", ("lead",)),
            authors=tuple(self._author(index, author) for index, author in enumerate(front.authors)),
            publisher=self._publisher(front.publisher),
            series=self._maybe(head, "meta:series", ("series",)),
            keywords=tuple(
                self._text(head, f"meta:keyword/{index + 1}", ("keywords", index))
                for index in range(len(front.keywords))
            ),
            correction=self._maybe(head, "meta:correction", ("correction",)),
            disclaimer=self._maybe(head, "meta:disclaimer", ("disclaimer",)),
            sources=tuple(self._source(key, source) for key, source in front.sources.items()),
            **{name: getattr(front, name) for name in _UNTRANSLATED},
        )

    def salvage(self) -> None:
        """Read the texts of front matter that is at fault elsewhere, for the findings in them."""
        for path in self._texts((), self._tree):
            self._maybe(self._part.head, "/".join(map(str, path)), path)
        logo = self._raw(("publisher", "logo"))
        if logo and logo.strip():
            self._logo(logo.strip())

    def _texts(self, path: Path, value: object) -> Iterator[Path]:
        """The paths of all texts below a value that are messages."""
        if isinstance(value, dict):
            for key, each in value.items():
                yield from self._texts((*path, key), each)
        elif isinstance(value, list):
            for index, each in enumerate(value):
                yield from self._texts((*path, index), each)
        elif path and (path[0] == "keywords" or path[-1] in _TRANSLATED):
            yield path

    def _author(self, index: int, author: AuthorModel) -> Author[Message]:
        head, place, path = self._part.head, f"meta:author/{index + 1}", ("authors", index)
        name = self._text(head, f"{place}/name", (*path, "name"))
        return Author(name, self._maybe(head, f"{place}/role", (*path, "role")), author.email)

    def _publisher(self, publisher: PublisherModel | None) -> Publisher[Message] | None:
        if publisher is None:
            return None
        head = self._part.head
        return Publisher(
            name=self._text(head, "meta:publisher/name", ("publisher", "name")),
            about=self._maybe(head, "meta:publisher/about", ("publisher", "about")),
            logo=self._logo(publisher.logo),
            url=publisher.url,
            contact=publisher.contact,
        )

    def _logo(self, file: str | None) -> FilePath | None:
        if file is None:
            return None
        place = self._marks.value(("publisher", "logo"))
        try:
            path = self._folder.find(file, MAX_BYTES)
            if path.suffix.lower() != ".svg":
                picture_size(path)
        except FileFaultError as fault:
            self._part.found.append(error(str(fault), place, fault.hint))
            return None
        return path

    def _source(self, key: str, source: SourceModel) -> SourceEntry[Message]:
        tail, place, path = self._part.tail, f"source:{key}", ("sources", key)
        return SourceEntry(
            key=key,
            title=self._text(tail, f"{place}/title", (*path, "title")),
            span=self._marks.key(path),
            publisher=self._maybe(tail, f"{place}/publisher", (*path, "publisher")),
            date=source.date,
            url=source.url,
        )

    def _text(self, messages: Messages, context: str, path: Path) -> Message:
        value = self._raw(path) or ""
        return messages.add(context, value, self._marks.origin(path, value))

    def _maybe(self, messages: Messages, context: str, path: Path) -> Message | None:
        return self._text(messages, context, path) if self._raw(path) else None

    def _raw(self, path: Path) -> str | None:
        """The text as written: pydantic has stripped its own copy."""
        value: object = self._tree
        for part in path:
            if isinstance(value, dict):
                value = value.get(part)
            elif isinstance(value, list) and isinstance(part, int):
                value = value[part]
        return value if isinstance(value, str) else None
