"""The output folder: files that appear whole or not at all, and the manifest that tells which are ours.

What a killed run leaves behind is whole: a file is written beside its place and renamed over it. Before that, its
hash goes into a journal, so that the next run knows it for one of ours although the manifest does not name it yet.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import TracebackType

from publish.build.files import file_hash
from publish.build.manifest import Record, dump, load

__all__ = ["OutputFolder", "write_whole"]

MANIFEST = "manifest.json"
_JOURNAL = ".publish-journal"
_TEMPORARY = ".publish-{pid}-{name}.part"
_TEMPORARIES = ".publish-*.part"


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file so that it is there whole or not at all, whatever happens meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(_TEMPORARY.format(pid=os.getpid(), name=path.name[-100:]))
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


class OutputFolder:
    """An output folder that one run has to itself, as a context manager.

    Another run waits its turn (`waiting` is called before it does). What was put is in the manifest when the run
    ends, however it ends.
    """

    def __init__(self, root: Path, waiting: Callable[[], None] = lambda: None) -> None:
        self.root = root
        self.records: dict[str, Record] = {}
        self.readable = True
        self._waiting = waiting
        self._journal: dict[str, set[str]] = {}
        self._lock: int | None = None

    def __enter__(self) -> OutputFolder:
        self.root.mkdir(parents=True, exist_ok=True)
        self._lock = _lock(self.root, self._waiting)
        self._clean()
        self._journal = self._read_journal()
        records = load(self._manifest)
        self.readable = records is not None
        self.records = records or {}
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        try:
            self._close()
        finally:
            if self._lock is not None:
                os.close(self._lock)

    def path(self, name: str) -> Path:
        """Where the file `name` ("slug/slug.en.pdf") stands."""
        return self.root / name

    def ours(self, name: str, data: bytes) -> bool:
        """Whether `name` may be replaced by `data`: it is absent, as it was built, or the very same already."""
        present = file_hash(self.path(name))
        known = {sha256(data).hexdigest(), *self._journal.get(name, ())}
        if name in self.records:
            known.add(self.records[name].sha256)
        return present is None or present in known

    def put(self, name: str, data: bytes, record: Record) -> None:
        """Writes the file, unless it is the same already, and notes it for the manifest."""
        if file_hash(self.path(name)) != record.sha256:
            with (self.root / _JOURNAL).open("a", encoding="utf-8") as journal:
                # begun on a line of its own: a killed run may have left half of one
                journal.write(f"\n{record.sha256} {name}\n")
                journal.flush()
                os.fsync(journal.fileno())
            write_whole(self.path(name), data)
        self.records[name] = record

    @property
    def _manifest(self) -> Path:
        return self.root / MANIFEST

    def _close(self) -> None:
        kept = {name: record for name, record in self.records.items() if self.path(name).is_file()}
        text = dump(kept).encode()
        if (kept or self._manifest.exists()) and file_hash(self._manifest) != sha256(text).hexdigest():
            write_whole(self._manifest, text)
        (self.root / _JOURNAL).unlink(missing_ok=True)

    def _clean(self) -> None:
        """Takes away what killed runs were writing: under the lock nobody else is at it."""
        for folder in (self.root, *(path for path in self.root.iterdir() if path.is_dir() and not path.is_symlink())):
            for left in folder.glob(_TEMPORARIES):
                left.unlink(missing_ok=True)

    def _read_journal(self) -> dict[str, set[str]]:
        """Hashes by name; a last line that was cut off names no file that was renamed."""
        found: dict[str, set[str]] = {}
        with suppress(FileNotFoundError):
            for line in (self.root / _JOURNAL).read_text("utf-8", errors="replace").splitlines():
                digest, _, name = line.partition(" ")
                found.setdefault(name, set()).add(digest)
        return found


def _lock(folder: Path, waiting: Callable[[], None]) -> int | None:
    """A lock on the folder itself, which ends with the process; None where the system has none to give."""
    if sys.platform == "win32":
        return None
    import fcntl  # noqa: PLC0415 - not on every system

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(descriptor, fcntl.LOCK_EX)
    except OSError:
        # a network drive without locks: whole files and a whole manifest are all there is to be had
        os.close(descriptor)
        return None
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor
