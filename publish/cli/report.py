"""What the commands that read articles say at their end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from publish.build.locales import Skipped
from publish.build.order import Report
from publish.cli.lazy import INPUT_FAULT
from publish.cli.say import count, note
from publish.errors import Diagnostic, Severity

__all__ = ["faults", "finish", "say_skipped", "skipped_data"]


def say_skipped(skipped: Sequence[Skipped], what: str = "is not complete and was skipped") -> None:
    """One line for each locale that has gaps: `what` became of it, and its counts."""
    for gap in skipped:
        note(f"{gap.article}: {gap.locale} {what}: {gap.progress}")


def skipped_data(skipped: Sequence[Skipped]) -> list[dict[str, Any]]:
    """The same as JSON data."""
    return [
        {
            "article": gap.article,
            "locale": gap.locale,
            "messages": gap.progress.total,
            "translated": gap.progress.translated,
            "fuzzy": gap.progress.fuzzy,
            "missing": gap.progress.missing,
        }
        for gap in skipped
    ]


def faults(diagnostics: Sequence[Diagnostic]) -> str:
    """`2 errors, 1 warning`, or nothing."""
    errors = sum(finding.severity is Severity.ERROR for finding in diagnostics)
    warnings = len(diagnostics) - errors
    parts = [count(errors, "error")] if errors else []
    return ", ".join(parts + ([count(warnings, "warning")] if warnings else []))


def finish(ctx: click.Context, report: Report) -> None:
    """Ends the command with the exit code of what was found."""
    ctx.exit(INPUT_FAULT if report.failed else 0)
