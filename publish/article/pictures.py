"""The size of a picture, from the header of its file."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

from publish.article.folder import FileFaultError

__all__ = ["MAX_BYTES", "picture_size"]

MAX_BYTES = 30_000_000
MAX_PIXELS = 100_000_000
MAX_SIDE = 30_000

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # SOF markers, ISO 10918-1 table B.1
_LONE = frozenset({0x01, *range(0xD0, 0xD8)})  # markers without a length


def picture_size(path: Path) -> tuple[int, int]:
    """Width and height in pixels of a PNG or JPEG file, as stored; raises FileFaultError."""
    try:
        with path.open("rb") as file:
            size = _read(file)
    except OSError as fault:
        raise FileFaultError(f'"{path.name}" cannot be read: {fault.strerror}') from None
    except struct.error:
        raise FileFaultError(f'"{path.name}" is cut off or damaged', "save the picture again") from None
    if size is None:
        raise FileFaultError(f'"{path.name}" is neither PNG nor JPEG', "save the picture as one of these")
    width, height = size
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE and width * height <= MAX_PIXELS):
        raise FileFaultError(f'"{path.name}" has {width} x {height} pixels', "make it smaller")
    return width, height


def _read(file: BinaryIO) -> tuple[int, int] | None:
    head = file.read(26)
    if head.startswith(_PNG):
        kind, width, height = struct.unpack(">4sII", head[12:24])
        return (width, height) if kind == b"IHDR" else None
    if head.startswith(_JPEG):
        file.seek(2)
        return _frame(file)
    return None


def _frame(file: BinaryIO) -> tuple[int, int] | None:
    """The size in the first frame header; a scan or the end of the image before it means that there is none."""
    while True:
        (prefix,) = struct.unpack("B", file.read(1))
        if prefix != 0xFF:
            return None
        marker = 0xFF
        while marker == 0xFF:  # fill bytes
            (marker,) = struct.unpack("B", file.read(1))
        if marker in _LONE:
            continue
        if marker in (0xD9, 0xDA):
            return None
        (length,) = struct.unpack(">H", file.read(2))
        if marker in _FRAMES:
            _, height, width = struct.unpack(">BHH", file.read(5))
            return width, height
        file.seek(length - 2, 1)
