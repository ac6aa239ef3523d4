"""A zip file with the same bytes on every machine."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Entry", "archive", "entry", "stored"]

# The epoch of zip, 1980-01-01 00:00: a file's age says nothing that the document's own date does not.
_TIME, _DATE = 0, 0x21
_VERSION = 20
_UTF8 = 0x800
_LOCAL, _CENTRAL, _END = 0x04034B50, 0x02014B50, 0x06054B50
_STORED, _DEFLATED = 0, 8


@dataclass(frozen=True, slots=True)
class Entry:
    """A compressed part; keep it to write the same part into many files."""

    name: str
    data: bytes
    method: int
    crc: int
    size: int


def entry(name: str, data: bytes) -> Entry:
    """A part, deflated."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    deflated = packer.compress(data) + packer.flush()
    return Entry(name, deflated, _DEFLATED, zlib.crc32(data), len(data))


def stored(name: str, data: bytes) -> Entry:
    """A part as it is: a picture is compressed by itself."""
    return Entry(name, data, _STORED, zlib.crc32(data), len(data))


def archive(entries: Iterable[Entry]) -> bytes:
    """The zip file of the entries, in their order; made-by system 0, so that no machine shows."""
    body, directory, count, offset = [], [], 0, 0
    for item in entries:
        name = item.name.encode()
        common = struct.pack(
            "<HHHHHIIIHH",
            *(_VERSION, _UTF8, item.method, _TIME, _DATE, item.crc, len(item.data), item.size, len(name), 0),
        )
        body += [struct.pack("<I", _LOCAL), common, name, item.data]
        directory += [struct.pack("<IH", _CENTRAL, _VERSION), common, struct.pack("<HHHII", 0, 0, 0, 0, offset), name]
        offset += 4 + len(common) + len(name) + len(item.data)
        count += 1
    central = b"".join(directory)
    end = struct.pack("<IHHHHIIH", _END, 0, 0, count, count, len(central), offset, 0)
    return b"".join((*body, central, end))
