"""Time per page of a long brief against a short one: what grows faster than the pages shows here.

The pages of a long brief are fuller, for a short one has an opening and half a page at its end. The time per word,
told beside, says how much of the ratio is that and how much is growth.
"""

from __future__ import annotations

import gc
import statistics
from dataclasses import dataclass
from pathlib import Path

from briefs import PARTS_OF_200_PAGES
from engines import Publish
from house import composed, made_briefs
from race import timed
from said import said

from publish.document import Document

__all__ = ["growth"]

TARGET = 1.2
WARM_UP, SHORT, LONG = 6, 15, 3


@dataclass(frozen=True)
class Run:
    """One document: seconds of CPU, pages, words."""

    cpu: float
    pages: int
    words: int


def growth(folder: Path) -> None:
    """Measures distinct briefs of both lengths, interleaved."""
    short = [composed(article) for article in made_briefs(folder, range(WARM_UP + SHORT))]
    long = [composed(article) for article in made_briefs(folder, range(LONG), PARTS_OF_200_PAGES)]
    publish = Publish(short[0])
    for document in short[:WARM_UP]:
        publish.render(document)
    gc.collect()
    gc.freeze()  # as in the race
    briefs, books = [], []
    share = SHORT // LONG
    for index, document in enumerate(long):
        first = WARM_UP + index * share
        briefs += [_run(publish, each) for each in short[first : first + share]]
        books.append(_run(publish, document))
    _tell(briefs, books)


def _run(publish: Publish, document: Document) -> Run:
    pages, cpu, _ = timed(lambda: publish.pages(document))
    return Run(cpu, pages, said(document).words.total())


def _tell(briefs: list[Run], books: list[Run]) -> None:
    print(f"\n{'CPU time':<12} ms a page   ms for 1000 words   words a page")
    pages, words = [], []
    for runs in (briefs, books):
        pages.append(statistics.median(run.cpu / run.pages for run in runs))
        words.append(statistics.median(run.cpu / run.words for run in runs))
        length = statistics.median_low([run.pages for run in runs])
        full = statistics.median(run.words / run.pages for run in runs)
        print(f"{length:>4} pages {pages[-1] * 1000:12.2f} {words[-1] * 1e6:19.1f} {full:14.0f}")
    ratio = pages[1] / pages[0]
    print(f"{ratio:.2f} times as long a page (target: at most {TARGET})   {'met' if ratio <= TARGET else 'missed'}")
    print(f"{words[1] / words[0]:.2f} times as long a word")
