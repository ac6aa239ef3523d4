"""What a document collects while its parts are written: relationships, bookmarks, pictures, lists, notes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from docx.opc.constants import RELATIONSHIP_TYPE

from publish.document.tree import Document, Note
from publish.style.model import Style
from publish.typeset.fonts import FontBook
from publish.word.geometry import Geometry
from publish.word.numbering import N, instance, marked_instance
from publish.word.xml import Element, w

__all__ = ["Bookmarks", "Media", "Notes", "Numbers", "Relations", "Story", "is_address"]

_MOST_NAME = 40
_SCHEMES = ("http://", "https://", "mailto:")


def is_address(url: str) -> bool:
    """Whether a link leads to the web or to mail; no other address gets into a file."""
    return url.lower().startswith(_SCHEMES)


@dataclass
class Relations:
    """The relationships of one part; the same target has one id."""

    items: dict[tuple[str, str], str] = field(default_factory=dict)
    external: set[str] = field(default_factory=set)

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of a relationship."""
        identity = self.items.setdefault((kind, target), f"rId{len(self.items) + 1}")
        if external:
            self.external.add(identity)
        return identity

    def link(self, url: str) -> str | None:
        """The id of a hyperlink; None for an address that is neither web nor mail."""
        if not is_address(url):
            return None
        return self.add(RELATIONSHIP_TYPE.HYPERLINK, url, external=True)


class Bookmarks:
    """Anchors as bookmarks: names of at most 40 letters, digits and underscores, unlike in any case.

    Word shows no bookmark that begins with an underscore, so names do not.
    """

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        self._set: set[str] = set()

    def name(self, anchor: str) -> str:
        """The bookmark's name for an anchor."""
        if anchor not in self._names:
            name = re.sub(r"\W", "_", anchor)[:_MOST_NAME]
            name = name if name[:1].isalpha() else f"a{name}"[:_MOST_NAME]
            if name.lower() in self._taken:
                name = f"{name[:31]}_{hashlib.sha256(anchor.encode()).hexdigest()[:8]}"
            self._names[anchor] = name
            self._taken.add(name.lower())
        return self._names[anchor]

    def around(self, anchor: str, content: list[Element]) -> list[Element]:
        """The content within its bookmark; an anchor is set once."""
        if anchor in self._set:
            return content
        self._set.add(anchor)
        identity = str(len(self._set))
        return [
            w("bookmarkStart", id=identity, name=self.name(anchor)),
            *content,
            w("bookmarkEnd", id=identity),
        ]


@dataclass
class Media:
    """Pictures by their content, each embedded once, in order of first use."""

    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    drawings: int = 0

    def add(self, data: bytes, ending: str) -> str:
        """The target of a picture within word/."""
        key = hashlib.sha256(data).hexdigest()
        name, _ = self.files.setdefault(key, (f"media/image{len(self.files) + 1}.{ending}", data))
        return name

    def next_id(self) -> int:
        """The number of the next drawing; it is unique in the document."""
        self.drawings += 1
        return self.drawings


@dataclass(frozen=True, slots=True)
class _List:
    """A list that begins: its first number, or the mark that its one item has."""

    kind: N
    level: int
    start: int = 1
    mark: str | None = None

    def element(self, identity: int, lists: Sequence[Element]) -> Element:
        if self.mark is not None:
            return marked_instance(identity, self.kind, self.mark, self.level, lists)
        return instance(identity, self.kind, self.start, self.level)


@dataclass
class Numbers:
    """Instances of lists beyond the one that each style has."""

    extra: list[_List] = field(default_factory=list)
    used: set[N] = field(default_factory=set)

    def begin(self, kind: N, start: int, level: int) -> int | None:
        """The instance for a list that begins; None where the one that its style has still counts from there."""
        if kind not in self.used and start == 1 and level == 0:
            self.used.add(kind)
            return None
        return self.fresh(kind, start, level)

    def fresh(self, kind: N, start: int, level: int) -> int:
        """The identity of a list that counts from `start`."""
        self.extra.append(_List(kind, level, start))
        return len(N) + len(self.extra)

    def marked(self, kind: N, mark: str, level: int) -> int:
        """The identity of a list of one item with this mark."""
        self.extra.append(_List(kind, level, mark=mark))
        return len(N) + len(self.extra)

    def elements(self, lists: Sequence[Element]) -> list[Element]:
        """Every `w:num` of the document; `lists` are the definitions."""
        own = [instance(int(kind), kind) for kind in N]
        return own + [each.element(number, lists) for number, each in enumerate(self.extra, start=len(N) + 1)]


@dataclass
class Notes:
    """Footnotes by their anchor; a note called twice has one text."""

    order: dict[str, int]
    called: set[str] = field(default_factory=set)
    automatic: bool = True

    @classmethod
    def of(cls, notes: tuple[Note, ...], *, automatic: bool) -> Notes:
        """The notes of a document; `automatic` where Word itself marks them as it does."""
        return cls({note.anchor: index for index, note in enumerate(notes, start=1)}, automatic=automatic)


@dataclass(frozen=True)
class Story:
    """One part on its way to XML, and all that the parts of a document share."""

    document: Document
    style: Style
    page: Geometry
    book: FontBook
    anchors: frozenset[str]
    relations: Relations
    bookmarks: Bookmarks
    media: Media
    numbers: Numbers
    notes: Notes
    in_note: bool = False

    @property
    def rtl(self) -> bool:
        """Whether pages and lines run from right to left."""
        return self.document.direction == "rtl"
