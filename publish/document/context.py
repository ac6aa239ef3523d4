"""What composing a document carries along: labels, marks, numbering of captions, findings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from publish.document.marks import Marks, text_rich
from publish.document.tree import Caption, Rich
from publish.errors import Diagnostic
from publish.localize.content import Leaf, LocalizedArticle
from publish.localize.labels import Labels

__all__ = ["Context"]


@dataclass
class Context:
    """The state of one walk through an article, in reading order."""

    article: LocalizedArticle
    marks: Marks
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)

    @property
    def labels(self) -> Labels:
        """The fixed labels of the locale."""
        return self.article.labels

    @property
    def language(self) -> str:
        """The locale as a BCP 47 tag."""
        return self.article.locale

    @property
    def script(self) -> str:
        """The script of the locale (ISO 15924)."""
        return self.article.script

    def rich(self, leaf: Leaf) -> Rich:
        """A leaf as final runs."""
        return self.marks.rich(leaf)

    def label(self, key: str) -> Rich:
        """A fixed label as a rich text."""
        return text_rich(self.labels.text(key), self.language)

    @property
    def colon(self) -> str:
        """The colon between a name and what is said of it, with its spaces."""
        return self.labels.between("chart-item")

    @property
    def list_comma(self) -> str:
        """What parts short items of a list: numbers, a title from its subtitle."""
        return self.labels.between("list-comma")

    @property
    def list_semicolon(self) -> str:
        """What parts items of a list that may have commas of their own."""
        return self.labels.between("list-semicolon")

    def report(self, diagnostic: Diagnostic) -> None:
        """Keeps a finding."""
        self.diagnostics.append(diagnostic)

    def first(self, what: str) -> bool:
        """True the first time that it is asked about `what`."""
        self._counts[what] += 1
        return self._counts[what] == 1

    def caption(self, kind: str, title: Leaf | None, note: Leaf | None) -> Caption:
        """The next caption of a kind ("table", "figure", "picture"), numbered."""
        self._counts[f"caption:{kind}"] += 1
        number = self._counts[f"caption:{kind}"]
        label = text_rich(self.labels.text(kind, number=number), self.language)
        return Caption(label, self.rich(title) if title else None, self.rich(note) if note else None)

    def source_title(self, key: str) -> Rich:
        """The bare title of a source, as a note under a figure names it."""
        for source in self.article.meta.sources:
            if source.key == key:
                return self.rich(source.title)
        return ()
