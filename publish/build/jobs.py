"""One file to be built: whether it is needed, how it is rendered, where it goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from publish.article.model import Article
from publish.build.faults import file_fault
from publish.build.files import file_hash
from publish.build.fingerprint import article_inputs, style_inputs, versions
from publish.build.formats import Rendered, render
from publish.build.locales import Version
from publish.build.looks import Looks
from publish.build.manifest import Record
from publish.build.order import BUILT, CURRENT, BuiltFile, Order, Report
from publish.build.output import OutputFolder
from publish.document import Document
from publish.errors import Diagnostic, Span, error
from publish.style import House

__all__ = ["Desk", "Job", "finish", "leave", "plan"]

EDITION = "brief"


@dataclass(frozen=True)
class Desk:
    """What all jobs of one build share."""

    order: Order
    looks: Looks
    output: OutputFolder

    @property
    def house(self) -> House:
        """The house style."""
        return self.looks.house


@dataclass
class Job:
    """One file: `expected` is its record before the bytes are known, `current` that of the file that stands."""

    name: str
    version: Version
    expected: Record
    current: Record | None
    rendered: Rendered | None = None

    def render(self, desk: Desk, document: Document) -> None:
        """Makes the bytes; dates in the file's metadata are the article's, or the one that was ordered."""
        dated = replace(document, date=desk.order.date or document.date)
        style, fonts = desk.looks.of(document.script)
        self.rendered = render(dated, style, fonts, self.expected.format)


def plan(desk: Desk, article: Article, version: Version) -> Iterator[Job]:
    """The jobs of one version, one for each format."""
    order = desk.order
    inputs = article_inputs(article, version.path) | style_inputs(desk.house)
    if order.date:
        inputs["date"] = order.date.isoformat()
    for target in order.formats:
        name = f"{article.slug}/{article.slug}.{version.locale}{'.draft' if order.draft else ''}.{target}"
        facts = (article.slug, version.locale, target, EDITION, order.draft, desk.house.name)
        expected = Record(*facts, sha256="", inputs=inputs, versions=versions())
        yield Job(name, version, expected, None if order.force else _current(desk, name, expected))


def _current(desk: Desk, name: str, expected: Record) -> Record | None:
    """The record of the file that stands, if it is what would be built and nobody changed it."""
    record = desk.output.records.get(name)
    try:
        if record is None or file_hash(desk.output.path(name)) != record.sha256:
            return None
    except OSError:  # told when it is to be written
        return None
    same = replace(record, sha256="", pages=None, faces={}) == expected
    return record if same else None


def leave(job: Job) -> Report:
    """What there is to tell of a file that stands as it is."""
    assert job.current is not None  # noqa: S101 - asked only of jobs that are
    return Report((_built(job.name, job.current, CURRENT),))


def finish(desk: Desk, job: Job) -> Report:
    """Puts a rendered file in its place, unless somebody else's work is there."""
    if job.rendered is None:
        return Report()
    data, shown = job.rendered.data, f"{desk.order.output_name}/{job.name}"
    record = replace(job.expected, sha256=sha256(data).hexdigest(), pages=job.rendered.pages, faces=job.rendered.faces)
    try:
        if not desk.order.force and not desk.output.ours(job.name, data):
            return Report(diagnostics=(_foreign(shown, changed=job.name in desk.output.records),))
        desk.output.put(job.name, data, record)
    except OSError as fault:
        return Report(diagnostics=(file_fault("the file cannot be written", fault, shown),))
    return Report((_built(job.name, record, BUILT),))


def _foreign(shown: str, *, changed: bool) -> Diagnostic:
    message = "was changed since it was built" if changed else "was not built here"
    hint = "move it away to keep it, or replace it with --force"
    return error(f"the file {message}; it is left as it is", Span.whole(shown), hint)


def _built(name: str, record: Record, state: str) -> BuiltFile:
    return BuiltFile(name, record.article, record.locale, record.format, state, record.sha256, record.pages)
