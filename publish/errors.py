"""What can be wrong with an input, said with its place and a remedy."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

__all__ = ["Diagnostic", "InputError", "Severity", "Span", "error", "suggest", "warning"]


class Severity(Enum):
    """How much a finding weighs; only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file; line and column are 1-based, columns count code points. Line 0 is the file as a whole."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    @classmethod
    def whole(cls, file: str) -> Span:
        """A file or folder as a whole: one that cannot be read or written has no line to point at."""
        return cls(file, 0, 0)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: what is wrong, where, and what to do about it."""

    severity: Severity
    message: str
    span: Span | None = None
    hint: str | None = None

    def __str__(self) -> str:
        place = f"{self.span}: " if self.span else ""
        remedy = f" · {self.hint}" if self.hint else ""
        return f"{place}{self.severity.value}: {self.message}{remedy}"


class InputError(Exception):
    """The input is at fault; carries every finding, never only the first."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__("\n".join(map(str, diagnostics)))
        self.diagnostics = tuple(diagnostics)


def error(message: str, span: Span | None = None, hint: str | None = None) -> Diagnostic:
    """A finding that stops the build."""
    return Diagnostic(Severity.ERROR, message, span, hint)


def warning(message: str, span: Span | None = None, hint: str | None = None) -> Diagnostic:
    """A finding that the build survives."""
    return Diagnostic(Severity.WARNING, message, span, hint)


def suggest(word: str, candidates: Iterable[str]) -> str | None:
    """The hint `did you mean "..."?` for the candidate nearest to `word`, if one is near."""
    near = difflib.get_close_matches(word, sorted(candidates), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else None
