"""Real articles, built once for all tests that read pages back."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_briefs import Built

from publish.build.order import Order, SourceFolder
from publish.build.pipeline import build

ROOT = Path(__file__).parents[2]
TONGUES = "tongues"  # in nineteen languages: it has tests of its own
FOLDERS = [
    folder
    for folder in (*sorted((ROOT / "sources").iterdir()), *sorted((ROOT / "tests/cases/articles").iterdir()))
    if folder.name != TONGUES
]
STYLES = ("briefing", "newsroom")


@pytest.fixture(scope="session")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> list[Built]:
    """Every article of the repository in every complete language and both styles, as PDF."""
    found = []
    for style in STYLES:
        output = tmp_path_factory.mktemp(style)
        articles = tuple(SourceFolder(folder, folder.name) for folder in FOLDERS)
        report = build(Order(articles, output, style=style, formats=("pdf",)))
        assert [str(finding) for finding in report.diagnostics if finding.severity.value == "error"] == []
        found += [Built(path, style) for path in sorted(output.rglob("*.pdf"))]
    return found
