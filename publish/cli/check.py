"""`publish check`."""

from __future__ import annotations

from pathlib import Path

import click

from publish.build.order import Order
from publish.build.pipeline import check
from publish.cli.articles import article_argument, find_articles
from publish.cli.folders import style_folders
from publish.cli.options import examples, json_option, style_option
from publish.cli.progress import progress_of
from publish.cli.report import faults, finish, say_skipped, skipped_data
from publish.cli.say import count, diagnostic_data, note, say_diagnostics, say_json

__all__ = ["command"]

_EXAMPLES = examples(
    "publish check",
    "publish check port-strike -s newsroom",
)


@click.command("check", short_help="Check articles and translations; writes nothing.", epilog=_EXAMPLES)
@article_argument
@style_option()
@json_option("files (none), skipped and diagnostics")
@click.pass_context
def command(ctx: click.Context, articles: tuple[str, ...], style: str, as_json: bool) -> None:
    """Check articles and translations; writes nothing.

    Every finding is told, as FILE:LINE:COLUMN, what is wrong, and what to do about it.
    ARTICLE is a folder, or the name of one below sources/; none means all of them.
    """
    folders = find_articles(articles)
    with progress_of(len(folders), wanted=not as_json) as progress:
        order = Order(folders, Path("output"), style=style, style_folders=style_folders(), progress=progress)
        report = check(order)
    if as_json:
        skipped, findings = skipped_data(report.skipped), diagnostic_data(report.diagnostics)
        say_json({"files": [], "skipped": skipped, "diagnostics": findings})
    else:
        say_diagnostics(report.diagnostics)
        say_skipped(report.skipped, "is not complete")
        note(f"{count(len(folders), 'article')} checked: {faults(report.diagnostics) or 'nothing to mend'}")
    finish(ctx, report)
