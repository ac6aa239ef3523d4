"""Where the time of a warm document goes. Not called `profile`, for the standard library has a module of that name."""

from __future__ import annotations

import cProfile
import pstats
import re
from pathlib import Path

from engines import Publish
from house import composed, made_briefs

__all__ = ["hotspots"]

WARM_UP, PROFILED, SHOWN = 8, 20, 25
_MODULE = re.compile(r".*?(?:site-packages/|(?=publish/)|lib/python[\d.]+/)")


def hotspots(folder: Path) -> None:
    """Tells the functions that take most time of their own, a document; the profiler itself makes calls dearer."""
    documents = [composed(article) for article in made_briefs(folder, range(WARM_UP + PROFILED))]
    publish = Publish(documents[0])
    for document in documents[:WARM_UP]:
        publish.render(document)
    profile = cProfile.Profile()
    profile.enable()
    for document in documents[WARM_UP:]:
        publish.render(document)
    profile.disable()
    _tell(pstats.Stats(profile))


def _tell(stats: pstats.Stats) -> None:
    rows = sorted(_rows(stats), reverse=True)
    total = sum(own for own, _, _, _ in rows)
    print(f"\nOwn time of {PROFILED} warm briefs under the profiler, {total / PROFILED * 1000:.1f} ms a brief")
    print("own %   own ms  with callees    calls  function")
    for own, whole, calls, name in rows[:SHOWN]:
        times = f"{own / PROFILED * 1000:8.2f} {whole / PROFILED * 1000:13.2f} {calls / PROFILED:8.0f}"
        print(f"{own / total:5.1%} {times}  {name}")
    rest = sum(own for own, _, _, _ in rows[SHOWN:])
    print(f"{rest / total:5.1%} {rest / PROFILED * 1000:8.2f} {'':22}  in {max(len(rows) - SHOWN, 0)} more")


def _rows(stats: pstats.Stats) -> list[tuple[float, float, int, str]]:
    """(own seconds, seconds with callees, calls, place) of each function."""
    raw: dict[tuple[str, int, str], tuple[int, int, float, float, object]] = stats.stats  # type: ignore[attr-defined]
    return [(own, whole, calls, _place(*key)) for key, (_, calls, own, whole, _callers) in raw.items()]


def _place(file: str, line: int, name: str) -> str:
    return name if file == "~" else f"{_MODULE.sub('', file)}:{line} {name}"
