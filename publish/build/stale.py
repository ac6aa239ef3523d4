"""Files that were built once and that nothing stands behind any more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from publish.build.files import file_hash
from publish.build.jobs import Desk
from publish.build.manifest import Record
from publish.build.order import Report
from publish.errors import Diagnostic, Span, warning

__all__ = ["stale_files"]


def stale_files(desk: Desk, report: Report) -> tuple[Diagnostic, ...]:
    """A warning for each recorded file that this run passed over although its article changed or is gone.

    Articles with errors are left out: that their files are older than the text is told already.
    """
    return tuple(_findings(desk, report))


def _findings(desk: Desk, report: Report) -> Iterator[Diagnostic]:
    if not desk.output.readable:
        shown = Span.whole(f"{desk.order.output_name}/manifest.json")
        yield warning("the manifest was not one of ours; it is written anew", shown)
    folders = {folder.slug: folder.path for folder in desk.order.articles}
    done = {file.name for file in report.files}
    for name, record in sorted(desk.output.records.items()):
        if name in done or record.article in report.failed_articles or not desk.output.path(name).is_file():
            continue
        shown = Span.whole(f"{desk.order.output_name}/{name}")
        if record.article in folders:
            if _changed(record, folders[record.article]):
                hint = "build this locale and format again, or delete the file"
                yield warning("the file is stale: its article changed since", shown, hint)
        elif desk.order.everything:
            yield warning("the file is stale: its article is gone", shown, "delete the file")


def _changed(record: Record, folder: Path) -> bool:
    inputs = {
        path: digest for path, digest in record.inputs.items() if not path.startswith("style:") and path != "date"
    }
    try:
        return any(file_hash(folder / path) != digest for path, digest in inputs.items())
    except OSError:  # what cannot be read is not known to have changed
        return False
