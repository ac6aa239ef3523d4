"""`publish check`."""

from __future__ import annotations

from pathlib import Path

import click

from publish.build.order import Order
from publish.build.pipeline import check
from publish.cli.articles import article_argument, find_articles
from publish.cli.folders import style_folders
from publish.cli.progress import progress_of
from publish.cli.report import faults, finish, say_skipped, skipped_data
from publish.cli.say import count, diagnostic_data, note, say_diagnostics, say_json

__all__ = ["command"]


@click.command("check", short_help="Check articles and translations; writes nothing.")
@article_argument
@click.option("-s", "--style", default="briefing", show_default=True, help="House style, see `publish styles`.")
@click.option("--json", "as_json", is_flag=True, help="Tell the result as one JSON object.")
@click.pass_context
def command(ctx: click.Context, articles: tuple[str, ...], style: str, as_json: bool) -> None:
    """Check articles and translations; writes nothing.

    Every finding is told, each with its place and a hint. ARTICLE is a folder or a slug below sources/; none means all.
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
        say_skipped(report.skipped)
        note(f"{count(len(folders), 'article')} checked: {faults(report.diagnostics) or 'nothing to mend'}")
    finish(ctx, report)
