"""What a build is asked for, and what it has to tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from publish.build.locales import Skipped
from publish.errors import Diagnostic, Severity

__all__ = ["FORMATS", "BuiltFile", "Order", "Report", "SourceFolder"]

FORMATS = ("pdf", "docx")


@dataclass(frozen=True, slots=True)
class SourceFolder:
    """The folder of an article, and how people are shown it."""

    path: Path
    name: str

    @property
    def slug(self) -> str:
        """What its files are named after: the folder's own name, whatever link leads to it."""
        return self.path.resolve().name


@dataclass(frozen=True, slots=True)
class Order:
    """A build. `locales` empty means every complete one; `date` takes the articles' place in the files' metadata.

    `output_name` is how people are shown `output`; `progress` is told how many articles are done and which is next.
    """

    articles: tuple[SourceFolder, ...]
    output: Path
    everything: bool = False  # whether `articles` are all there are
    output_name: str = "output"
    style: str = "briefing"
    style_folders: tuple[Path, ...] = ()
    locales: tuple[str, ...] = ()
    formats: tuple[str, ...] = FORMATS
    draft: bool = False
    force: bool = False
    date: date | None = None
    progress: Callable[[int, str], None] = lambda *_: None
    waiting: Callable[[], None] = lambda: None


BUILT = "built"
CURRENT = "up to date"


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """A file as it stands now; `state` says whether this run wrote it."""

    name: str
    article: str
    locale: str
    format: str
    state: str
    sha256: str
    pages: int | None = None


@dataclass(frozen=True)
class Report:
    """What came of a build, or of a part of one. `failed_articles` are the slugs of those with an error."""

    files: tuple[BuiltFile, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    failed_articles: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether an error was found."""
        return any(finding.severity is Severity.ERROR for finding in self.diagnostics)

    def __add__(self, other: Report) -> Report:
        return Report(
            self.files + other.files,
            self.skipped + other.skipped,
            self.diagnostics + other.diagnostics,
            self.failed_articles + other.failed_articles,
        )
