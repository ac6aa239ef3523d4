"""Progress on standard error, on a terminal alone."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["Progress", "progress_of"]

Progress = Callable[[int, str], None]
"""Takes how many articles are done and the one that is next."""


@contextmanager
def progress_of(total: int, *, wanted: bool) -> Iterator[Progress]:
    """Shows how far a run is and takes it away at its end; shows nothing where nobody looks."""
    # a program that is started without a standard error has none here either
    if not wanted or total < 2 or sys.stderr is None or not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console  # noqa: PLC0415 - 50 ms for those who see it
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda done, what: bar.update(task, completed=done, description=what)
