"""From articles to files: read, localize, compose, render, write."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from publish.article.model import Article
from publish.article.reader import read_article
from publish.build.faults import file_fault
from publish.build.glyphs import missing_glyphs
from publish.build.jobs import Desk, Job, finish, leave, plan
from publish.build.locales import Version, choose, find_languages, open_version
from publish.build.looks import Looks
from publish.build.order import Order, Report, SourceFolder
from publish.build.output import OutputFolder
from publish.build.pictures import damaged_pictures
from publish.build.stale import stale_files
from publish.document import Document, compose
from publish.errors import Diagnostic, InputError, Span
from publish.localize import Options, localize
from publish.style import load_style

__all__ = ["build", "check"]


def build(order: Order) -> Report:
    """Builds what `order` asks for; an article with an error keeps its earlier files, the others are built."""
    house, wrong = load_style(order.style, order.style_folders)
    report = Report(diagnostics=wrong)
    if house is None:
        return report
    try:
        with OutputFolder(order.output, order.waiting) as output:
            desk = Desk(order, Looks(house), output)
            report += _each(order, lambda folder: _build_article(desk, folder))
            report += Report(diagnostics=stale_files(desk, report))
    except OSError as fault:
        unusable = file_fault("the output folder cannot be used", fault, order.output_name, "name another one with -o")
        report += Report(diagnostics=(unusable,))
    return report


def check(order: Order) -> Report:
    """Every finding of the articles in every language they have, gaps in translations apart; writes nothing."""
    house, wrong = load_style(order.style, order.style_folders)
    looks = Looks(house) if house else None
    return Report(diagnostics=wrong) + _each(order, lambda folder: _check_article(looks, folder))


def _build_article(desk: Desk, folder: SourceFolder) -> Report:
    article, wrong = read_article(folder.path, folder.name)
    if article is None:
        return Report(diagnostics=wrong)
    languages, misnamed = find_languages(article, folder.name)
    choice = choose(article, languages, desk.order.locales, draft=desk.order.draft)
    report = Report((), choice.skipped, (*wrong, *misnamed, *choice.diagnostics))
    jobs = [job for version in choice.versions for job in plan(desk, article, version)]
    due = [job for job in jobs if not job.current]
    damaged = damaged_pictures(article, folder.name) if due else ()
    report += Report(diagnostics=damaged or _render(desk, article, due))
    if report.failed:
        return report
    return sum((leave(job) if job.current else finish(desk, job) for job in jobs), report)


def _render(desk: Desk, article: Article, jobs: Iterable[Job]) -> tuple[Diagnostic, ...]:
    """Renders every job before the first file of the article is touched."""
    findings: list[Diagnostic] = []
    documents: dict[str, Document | None] = {}
    for job in jobs:
        locale = job.version.locale
        if locale not in documents:
            documents[locale], wrong = _document(desk.looks, article, job.version, draft=desk.order.draft)
            findings += wrong
        document = documents[locale]
        if document is not None:
            job.render(desk, document)
    return tuple(findings)


def _document(
    looks: Looks, article: Article, version: Version, *, draft: bool
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """The document of one version, and every finding on the way."""
    options = Options(region=looks.house.region, draft=draft)
    localized, wrong = localize(article, version.locale, version.catalogue, options)
    if localized is None:
        return None, wrong
    style, fonts = looks.of(localized.script)
    document, findings = compose(localized, front=style.layout.front, draft=draft)
    return document, (*wrong, *findings, *missing_glyphs(document, style, fonts))


def _check_article(looks: Looks | None, folder: SourceFolder) -> Report:
    article, wrong = read_article(folder.path, folder.name)
    if article is None:
        return Report(diagnostics=wrong)
    languages, misnamed = find_languages(article, folder.name)
    report = Report(diagnostics=(*wrong, *misnamed, *damaged_pictures(article, folder.name)))
    for found in languages:
        version, unread = open_version(article, found)
        report += Report(diagnostics=unread)
        if version and looks:
            # a draft: what is not translated yet is told by its counts, what is translated is held to the original
            report += Report(diagnostics=_document(looks, article, version, draft=not version.complete)[1])
            report += Report(skipped=version.gaps(article.slug))
    return report


def _each(order: Order, work: Callable[[SourceFolder], Report]) -> Report:
    """The reports of all articles joined; a folder that cannot be read is a finding of its own article."""
    report = Report()
    for number, folder in enumerate(order.articles):
        order.progress(number, folder.name)
        try:
            part = work(folder)
        except InputError as fault:
            part = Report(diagnostics=fault.diagnostics)
        except OSError as fault:
            part = Report(diagnostics=(file_fault("the article cannot be used", fault, _shown(fault, folder)),))
        findings = tuple(sorted(dict.fromkeys(part.diagnostics), key=_place))
        report += replace(part, diagnostics=findings, failed_articles=(folder.slug,) if part.failed else ())
    # what is wrong with a language or a style is told once, not with each article
    return replace(report, diagnostics=tuple(dict.fromkeys(report.diagnostics)))


def _shown(fault: OSError, folder: SourceFolder) -> str:
    """The file of an article that a fault names, else its folder."""
    path = Path(str(fault.filename or folder.path))
    inside = path.is_relative_to(folder.path)
    return f"{folder.name}/{path.relative_to(folder.path).as_posix()}".removesuffix("/.") if inside else folder.name


def _place(finding: Diagnostic) -> Span:
    return finding.span or Span("", 0, 0)
