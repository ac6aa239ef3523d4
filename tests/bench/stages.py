"""Start-up of the command, and the stages of the sample brief."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from house import STYLE, opened_fonts

from publish.article.reader import read_article
from publish.build.formats import render
from publish.document import compose
from publish.localize import Options, localize
from publish.style import load_style

__all__ = ["stages", "startup"]

FOLDER = Path(__file__).parents[2] / "sources" / "us-japan-reset"


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def process(*words: str) -> Callable[[], object]:
    return lambda: subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)


def startup() -> None:
    """`publish --help` beside the import of click alone; interleaved, for machines are noisy."""
    runs = [(seconds(process("-c", "import click")), seconds(process("-m", "publish", "--help"))) for _ in range(15)]
    click, help_ = (min(times) for times in zip(*runs, strict=True))
    print(f"publish --help   {help_ / click:5.2f} x import click   (target 1.5)")


def stages() -> None:
    """One warm brief, stage by stage, as medians in milliseconds."""
    house, _ = load_style(STYLE)
    article, _ = read_article(FOLDER, "brief")
    assert house is not None
    assert article is not None
    localized, _ = localize(article, article.meta.language, None, Options())
    assert localized is not None
    document, _ = compose(localized)
    style = house.resolve(document.script)
    fonts = opened_fonts(style)
    work: dict[str, Callable[[], object]] = {
        "read": lambda: read_article(FOLDER, "brief"),
        "localize": lambda: localize(article, article.meta.language, None, Options()),
        "compose": lambda: compose(localized),
        "PDF": lambda: render(document, style, fonts, "pdf"),
        "Word": lambda: render(document, style, fonts, "docx"),
    }
    for name, step in work.items():
        first = seconds(step)
        warm = statistics.median(seconds(step) for _ in range(15))
        print(f"{name:<16} {warm * 1000:7.1f} ms warm   {first * 1000:7.1f} ms first")
