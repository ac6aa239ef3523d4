"""`publish build`."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from publish.build.order import FORMATS, BuiltFile, Order, Report
from publish.build.pipeline import build
from publish.cli.articles import article_argument, find_articles
from publish.cli.folders import style_folders
from publish.cli.options import examples, json_option, locale_option, output_option, style_option
from publish.cli.progress import progress_of
from publish.cli.report import faults, finish, say_skipped, skipped_data
from publish.cli.say import count, diagnostic_data, note, result, say_diagnostics, say_json

__all__ = ["command"]

_EXAMPLES = examples(
    "publish build                            everything",
    "publish build port-strike -l pl -f docx  the Polish Word file of one article",
    "publish build -s newsroom -o web         all in another style, into the folder web",
    "publish build port-strike -l de --draft  German as far as it is translated",
)

EPOCH = "SOURCE_DATE_EPOCH"  # reproducible-builds.org/specs/source-date-epoch


@click.command("build", short_help="Build briefings in every complete language.", epilog=_EXAMPLES)
@article_argument
@locale_option("Build this language; may be given again. Without it: every complete one.")
@click.option("-f", "--format", "formats", multiple=True, type=click.Choice(FORMATS), help="Build this format alone.")
@click.option("-e", "--edition", "editions", multiple=True, type=click.Choice(["brief"]), help="Build this edition.")
@style_option()
@output_option()
@click.option("--draft", is_flag=True, help="Build incomplete translations too, everything marked as draft.")
@click.option("--force", is_flag=True, help="Build all of it anew and replace files that were changed by hand.")
@json_option("files, skipped and diagnostics")
@click.pass_context
def command(ctx: click.Context, /, articles: tuple[str, ...], **options: Any) -> None:
    """Build briefings in every complete language, as PDF and as Word.

    ARTICLE is a folder, or the name of one below sources/; none means all of them. The files go to DIR/ARTICLE/.
    What is up to date is not built again. A file that somebody changed after it was built is kept and told.
    """
    folders = find_articles(articles)
    order = Order(
        articles=folders,
        everything=not articles,
        output=Path(options["output"]).absolute(),
        output_name=Path(options["output"]).as_posix(),
        style=options["style"],
        style_folders=style_folders(),
        locales=options["locales"],
        formats=tuple(dict.fromkeys(options["formats"])) or FORMATS,
        draft=options["draft"],
        force=options["force"],
        date=_source_date(),
        waiting=lambda: note("another build is at work in this folder; waiting for it"),
    )
    with progress_of(len(folders), wanted=not options["as_json"]) as progress:
        report = build(replace(order, progress=progress))
    (_tell_data if options["as_json"] else _tell)(report, order.output_name)
    finish(ctx, report)


def _source_date() -> date | None:
    given = os.environ.get(EPOCH)
    if not given:
        return None
    try:
        return datetime.fromtimestamp(int(given), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f'{EPOCH} is "{given}" · it counts seconds since 1970') from None


def _tell(report: Report, output: str) -> None:
    for file in report.files:
        result(f"{output}/{file.name}")
    say_diagnostics(report.diagnostics)
    say_skipped(report.skipped)
    note(_summary(report))


def _summary(report: Report) -> str:
    built = sum(file.state == "built" for file in report.files)
    current = len(report.files) - built
    parts = [f"{count(built, 'file')} built"] if built or not current else []
    parts += [f"{current} up to date"] if current else []
    return ", ".join([*parts, *filter(None, [faults(report.diagnostics)])])


def _tell_data(report: Report, output: str) -> None:
    say_json(
        {
            "files": [_file_data(file, output) for file in report.files],
            "skipped": skipped_data(report.skipped),
            "diagnostics": diagnostic_data(report.diagnostics),
        }
    )


def _file_data(file: BuiltFile, output: str) -> dict[str, Any]:
    return {
        "path": f"{output}/{file.name}",
        "article": file.article,
        "locale": file.locale,
        "format": file.format,
        "state": file.state,
        "sha256": file.sha256,
        "pages": file.pages,
    }
