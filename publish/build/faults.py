"""What the system says of files, in words for those who do not know its own."""

from __future__ import annotations

import errno

from publish.errors import Diagnostic, Span, error

__all__ = ["file_fault", "reason"]

_REASONS = {
    errno.EACCES: "permission denied",
    errno.EDQUOT: "there is no more room for this user",
    errno.EEXIST: "a file stands where a folder is needed",
    errno.EISDIR: "a folder stands where a file is needed",
    errno.ELOOP: "symbolic links lead round in a circle",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ENOENT: "it is not there",
    errno.ENOSPC: "the disk is full",
    errno.ENOTDIR: "a file stands where a folder is needed",
    errno.EPERM: "permission denied",
    errno.EROFS: "the disk is read-only",
}


def reason(fault: OSError) -> str:
    """Why a file could not be read or written."""
    known = _REASONS.get(fault.errno) if fault.errno is not None else None
    return known or " ".join((fault.strerror or str(fault) or type(fault).__name__).split())


def file_fault(what: str, fault: OSError, shown: str, hint: str | None = None) -> Diagnostic:
    """The finding that something cannot be done (`what`) with the file or folder shown as `shown`."""
    return error(f"{what}: {reason(fault)}", Span.whole(shown), hint)
