"""Numbers of sources, marks of footnotes and anchors, given out in reading order."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from publish.document.counters import counter
from publish.document.punctuation import brackets
from publish.document.tree import Rich, Run, RunRole
from publish.localize.content import CiteMark, Leaf, LocalizedArticle, NoteMark
from publish.localize.content import Run as TextRun

#: Anchors that sources and notes have.
_GIVEN = re.compile(r"(source-\d+|note-\d+(-call)?)")

__all__ = ["Called", "Marks", "text_rich"]


def text_rich(text: str, language: str) -> Rich:
    """A rich text of one plain run."""
    return (Run(text, language),)


class Called(NamedTuple):
    """A footnote that was called: its mark, in the letters of the locale, and its anchor, in ASCII."""

    mark: str
    anchor: str


class Marks:
    """Hands out marks as the document is walked in reading order; one object serves one document."""

    def __init__(self, article: LocalizedArticle) -> None:
        self._labels = article.labels
        self._language = article.locale
        self._brackets = brackets(article.script)
        self._counter = article.note_marks
        self._known = tuple(entry.key for entry in article.meta.sources)
        self._sources: dict[str, int] = {}
        self._notes: dict[str, Called] = {}
        self._anchors: set[str] = set()
        self._reserved: set[str] = set()

    @property
    def cited(self) -> tuple[str, ...]:
        """Keys of the sources in the order of their numbers; those never cited come last."""
        return (*self._sources, *(key for key in self._known if key not in self._sources))

    @property
    def called(self) -> dict[str, Called]:
        """Footnote id -> its mark and anchor, in the order of first call."""
        return dict(self._notes)

    def reserve(self, id_: str) -> None:
        """Keeps an id of the author's from being given to another part."""
        self._reserved.add(id_)

    def anchor(self, wanted: str | None, text: str = "") -> str:
        """A unique anchor: the author's id, else one made from the text."""
        if wanted is not None:
            self._anchors.add(wanted)
            return wanted
        base = _slug(text) or "part"
        name, count = base, 1
        while name in self._anchors or name in self._reserved or _GIVEN.fullmatch(name):
            count += 1
            name = f"{base}-{count}"
        self._anchors.add(name)
        return name

    def source_number(self, key: str) -> int:
        """The number of a source, given at its first mention."""
        return self._sources.setdefault(key, len(self._sources) + 1)

    def number_text(self, number: int) -> str:
        """A plain number in the locale's digits."""
        return str(number).translate(str.maketrans("0123456789", self._labels.digits))

    def source_run(self, key: str, role: RunRole = RunRole.CITE) -> Run:
        """The number of a source as a link to its entry."""
        number = self.source_number(key)
        text = self.number_text(number)
        contents = self._labels.text("cite-contents", number=number)
        return Run(text, self._language, role=role, target=f"#source-{number}", contents=contents)

    def rich(self, leaf: Leaf) -> Rich:
        """The leaf as final runs, its marks numbered."""
        runs: list[Run] = []
        for part in leaf:
            runs += self._part(part)
        return tuple(runs)

    def _part(self, part: TextRun | CiteMark | NoteMark) -> list[Run]:
        if isinstance(part, CiteMark):
            return self._cite(part)
        if isinstance(part, NoteMark):
            return [self._note(part)]
        return [self._text(part)]

    def _text(self, part: TextRun) -> Run:
        contents = None
        if part.target and not part.target.startswith("#"):
            contents = self._labels.text("link-contents", url=part.target.removeprefix("mailto:"))
        elif part.target:
            contents = part.text
        return Run(
            text=part.text,
            language=part.language,
            span=part.span,
            role=RunRole.BREAK if part.text == "\n" else RunRole.TEXT,
            strong=part.strong,
            emphasis=part.emphasis,
            code=part.code,
            target=part.target,
            contents=contents,
            fact=part.fact,
            draft=part.draft,
        )

    def _cite(self, part: CiteMark) -> list[Run]:
        runs: list[Run] = []
        for key, locator in zip(part.keys, part.locators, strict=True):
            if runs:
                runs.append(Run(self._labels.between("list-comma"), self._language, part.span, RunRole.CITE))
            run = self.source_run(key)
            runs.append(run)
            if locator:
                runs.append(Run(self._bracketed(locator), self._language, part.span, RunRole.CITE))
        return runs

    def _bracketed(self, locator: str) -> str:
        # no-break spaces: a locator must not be torn from its number
        opening, closing = self._brackets
        return f"{opening}{locator}{closing}".replace(" ", "\u00a0")

    def _note(self, part: NoteMark) -> Run:
        count = len(self._notes)
        called = self._notes.setdefault(part.id, Called(counter(self._counter, count), f"note-{count + 1}"))
        contents = self._labels.text("note-contents", mark=called.mark)
        return Run(called.mark, self._language, part.span, RunRole.NOTE, target=f"#{called.anchor}", contents=contents)


def _slug(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"[^\w]+", "-", folded).strip("-")[:60]
