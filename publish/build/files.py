"""Files read by their bytes, whatever stands in their place."""

from __future__ import annotations

import errno
import stat
from hashlib import sha256
from pathlib import Path

__all__ = ["file_hash", "read_bytes"]


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file. Raises OSError for all else: reading a pipe would wait for ever."""
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(errno.EINVAL, "it is no regular file", str(path))
    return path.read_bytes()


def file_hash(path: Path) -> str | None:
    """SHA-256 of a file's bytes, None where there is no such file.

    Raises OSError for a file that cannot be read: it is not absent, and may be somebody's work.
    """
    try:
        return sha256(read_bytes(path)).hexdigest()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
