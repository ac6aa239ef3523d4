"""What commands say: findings and summaries on standard error, results on standard output."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

from publish.errors import Diagnostic, Severity

__all__ = ["count", "diagnostic_data", "note", "result", "say_diagnostics", "say_json", "visible"]

# Besides control characters: marks that turn the reading direction and could show a text as another (UTR #36, 3.4).
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def result(text: str) -> None:
    """One line of a result, on standard output."""
    click.echo(visible(text))


def note(text: str) -> None:
    """One line for the person, on standard error."""
    click.echo(visible(text), err=True)


def say_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """One line a finding, on standard error; the weight is coloured on a terminal."""
    for finding in diagnostics:
        color = "red" if finding.severity is Severity.ERROR else "yellow"
        weight = finding.severity.value
        shown = visible(str(finding)).replace(f"{weight}:", click.style(f"{weight}:", fg=color, bold=True), 1)
        click.echo(shown, err=True)


def say_json(data: Mapping[str, Any]) -> None:
    """One JSON object on standard output."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


def diagnostic_data(diagnostics: Sequence[Diagnostic]) -> list[dict[str, Any]]:
    """Findings as JSON data; file, line and column are null where there is no such place."""
    return [
        {
            "severity": finding.severity.value,
            "file": finding.span.file if finding.span else None,
            "line": (finding.span.line or None) if finding.span else None,
            "column": (finding.span.column or None) if finding.span else None,
            "message": finding.message,
            "hint": finding.hint,
        }
        for finding in diagnostics
    ]


def count(number: int, one: str, many: str = "") -> str:
    """`1 file`, `2 files`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def visible(text: str) -> str:
    """The text with everything that could command a terminal or turn it round written as an escape."""
    unsafe = {char for char in text if char in _TURNING or unicodedata.category(char) in ("Cc", "Cs")}
    for char in unsafe:
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text
